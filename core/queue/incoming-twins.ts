import type { ComplaintValues } from '../complaint/complaint-values.ts';
import { goodsKeys } from './goods-of.ts';
import { twinRows } from './twin-rows.ts';

/** A complaint that comes in, the row that may be the same complaint, and the number of the goods that both name. */
export interface IncomingTwin {
  id: string;
  row: number;
  value: string;
}

/**
 * Complaints that come in and look like a row that stands in the register already, written there by hand or clipped before
 * under another identity: the same customer, the same batch or order, near dates or much the same words (`twinRows`). For
 * each complaint the first such row. Only rows that share a customer and a number of the goods are compared.
 */
export function incomingTwins(
  complaints: readonly { id: string; values: ComplaintValues }[],
  rows: readonly { row: number; values: ComplaintValues }[],
): IncomingTwin[] {
  const byGoods = new Map<string, { row: number; values: ComplaintValues }[]>();
  for (const row of rows)
    for (const key of goodsKeys(row.values)) {
      const list = byGoods.get(key);
      if (list) list.push(row);
      else byGoods.set(key, [row]);
    }
  return complaints.flatMap(({ id, values }) => {
    const candidates = new Set(goodsKeys(values).flatMap((key) => byGoods.get(key) ?? []));
    for (const known of [...candidates].sort((a, b) => a.row - b.row)) {
      const [twin] = twinRows([
        { row: 0, values: known.values },
        { row: 1, values },
      ]);
      if (twin !== undefined) return [{ id, row: known.row, value: twin.value }];
    }
    return [];
  });
}
