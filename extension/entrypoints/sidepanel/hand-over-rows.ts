import type { Field } from '../../../core/complaint/field.ts';
import { makeEnvelope } from '../../../core/handoff/make-envelope.ts';
import { policyWithLaws } from '../../../core/policy/policy-with-laws.ts';
import type { QueueEntry } from '../../../core/queue/queue-entry.ts';
import { FIRST_QUESTION } from '../../../core/queue/queue-question.ts';
import { outgoingRows, plainLedger, type OutgoingRows } from '../../../core/register/outgoing-rows.ts';
import { copyRows, rowsToPaste } from '../../handoff/copy-rows.ts';
import { downloadFile, stampOf } from '../../handoff/download-file.ts';
import { makeWorkbook } from '../../handoff/make-workbook.ts';
import { call } from '../../messages/call.ts';
import { readSettings, zoneOf } from '../../settings.ts';
import type { Speech } from '../../ui/speech.ts';

export type RowsWay = 'copy' | 'workbook';

export interface RowsHandedOver {
  count: number;
  /** The file that was offered; null: the clipboard. */
  file: string | null;
  isOwnLedger: boolean;
  /** Fields for which the ledger has no place, and in how many complaints. */
  homeless: { fields: Field[]; count: number };
}

interface Prepared {
  rows: OutgoingRows;
  entries: QueueEntry[];
  sheet: string;
  date1904: boolean;
  isOwnLedger: boolean;
}

/**
 * Complaints as rows of the user's ledger, on the clipboard or as a file; `ids` null: all that wait. They count as handed over
 * only once the browser has taken them; null when it has not. Duplicates of others stay behind, as in every hand-off.
 */
export async function handOverRows(
  way: RowsWay,
  ids: readonly string[] | null,
  { locale }: Speech,
): Promise<RowsHandedOver | null> {
  const preparing = prepare(ids, locale);
  let file: string | null = null;
  if (way === 'copy') {
    // The right to write comes with the click, so the clipboard is asked before the rows are there.
    const isCopied = await copyRows(preparing.then(({ rows, date1904 }) => rowsToPaste(rows, date1904)));
    if (!isCopied) return (await preparing).entries.length === 0 ? nothing(await preparing) : null;
  }
  const prepared = await preparing;
  const { rows, entries, sheet, date1904 } = prepared;
  if (entries.length === 0) return nothing(prepared);
  if (way === 'workbook') {
    file = `redress-${stampOf(new Date().toISOString())}-${entries.length}.xlsx`;
    const bytes = await makeWorkbook(rows, { sheet, date1904 });
    downloadFile(file, [bytes.slice().buffer], XLSX);
  }
  const waiting = entries.filter(({ state }) => state === 'queued').map(({ id }) => id);
  if (waiting.length > 0) {
    const marked = await call('actOnEntries', { ids: waiting, act: 'markHandedOver' });
    if (!marked.ok) throw new Error(marked.code);
  }
  const lost = rows.homeless.filter((fields) => fields.length > 0);
  return {
    count: entries.length,
    file,
    isOwnLedger: prepared.isOwnLedger,
    homeless: { fields: [...new Set(lost.flat())], count: lost.length },
  };
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const AT_ONCE = 20;

async function prepare(ids: readonly string[] | null, locale: Speech['locale']): Promise<Prepared> {
  const settings = await readSettings();
  const { policyId, laws, company } = settings;
  const policy = policyWithLaws(policyId, laws, company) ?? policyWithLaws('general', laws, company);
  if (policy === null) throw new Error('The default policy is missing');
  const entries = await readEntries(
    ids ?? (await call('findIds', { question: { ...FIRST_QUESTION, shelf: 'open' } })).ids,
  );
  const packOf = (id: string) => (policyWithLaws(id, laws, company) ?? policy).pack;
  const { complaints } = makeEnvelope(entries, new Date().toISOString());
  const ledger = settings.ledger ?? plainLedger(complaints, locale);
  const zone = company?.calendar?.zone ?? zoneOf(settings);
  return {
    rows: outgoingRows(complaints, ledger, { packOf, locale, zone }),
    entries,
    sheet: ledger.sheet,
    date1904: ledger.date1904,
    isOwnLedger: settings.ledger !== null,
  };
}

/** The entries that may be handed over, oldest first. */
async function readEntries(ids: readonly string[]): Promise<QueueEntry[]> {
  const entries: QueueEntry[] = [];
  const sorted = [...ids].sort();
  for (let from = 0; from < sorted.length; from += AT_ONCE) {
    const read = await Promise.all(sorted.slice(from, from + AT_ONCE).map((id) => call('readEntry', { id })));
    for (const { entry } of read) {
      const isDuplicate = entry?.links.some(({ kind }) => kind === 'duplicateOf') ?? true;
      if (entry !== null && !isDuplicate && entry.removedAt === null) entries.push(entry);
    }
  }
  return entries;
}

function nothing({ isOwnLedger }: Prepared): RowsHandedOver {
  return { count: 0, file: null, isOwnLedger, homeless: { fields: [], count: 0 } };
}
