import * as z from 'zod';
import { mapHeaders } from '../../../core/register/map-columns.ts';
import { isChosen, type Choice } from './in-part.ts';
import { fraction } from './ratio.ts';

const GoldField = z.union([z.string(), z.null(), z.array(z.union([z.string(), z.null()]))]);

/** A list of column headers with the field that each stands for. */
export const HeaderRecord = z.looseObject({
  id: z.union([z.string(), z.number()]).nullish(),
  lang: z.string().nullish(),
  kind: z.string().nullish(),
  schemaDerived: z.boolean().nullish(),
  columns: z.array(z.union([z.string(), z.number(), z.null()])),
  gold: z.record(z.string(), GoldField),
});
export type HeaderRecord = z.infer<typeof HeaderRecord>;

interface Share {
  right: number;
  of: number;
}

export interface HeaderTally {
  lists: number;
  all: Share;
  byLanguage: Map<string, Share>;
  byKind: Map<string, Share>;
  /** Lists whose labels come from software; not in the figures above. */
  schemaDerived: Share & { lists: number };
  misses: { id: string; column: string; wanted: string; got: string }[];
}

/** A column is right when the field it is taken for first is the gold, or one of the gold's list; null is “left unmapped”. */
export function isRightField(got: string | null, gold: z.infer<typeof GoldField>): boolean {
  return Array.isArray(gold) ? gold.includes(got) : gold === got;
}

/** Maps every chosen list of headers as the product does, and compares each labelled column. */
export function measureHeaders(
  files: readonly { records: { line: number; record: HeaderRecord }[] }[],
  choice: Choice,
): HeaderTally {
  const tally: HeaderTally = {
    lists: 0,
    all: { right: 0, of: 0 },
    byLanguage: new Map(),
    byKind: new Map(),
    schemaDerived: { right: 0, of: 0, lists: 0 },
    misses: [],
  };
  for (const { line, record } of files.flatMap(({ records }) => records)) {
    const id = String(record.id ?? `line ${line}`);
    if (isChosen(id, choice)) measureList(tally, id, record);
  }
  return tally;
}

function measureList(tally: HeaderTally, id: string, record: HeaderRecord): void {
  const headers = record.columns.map((column) => String(column ?? ''));
  const isDerived = record.schemaDerived === true;
  const shares = isDerived
    ? [tally.schemaDerived]
    : [tally.all, shareOf(tally.byLanguage, record.lang), shareOf(tally.byKind, record.kind)];
  if (isDerived) tally.schemaDerived.lists += 1;
  else tally.lists += 1;
  for (const { column, fields } of mapHeaders(headers)) {
    const header = headers[column] ?? '';
    const gold = record.gold[header];
    if (gold === undefined) continue;
    const got = fields[0] ?? null;
    const isRight = isRightField(got, gold);
    for (const share of shares) {
      share.of += 1;
      if (isRight) share.right += 1;
    }
    if (!isRight && !isDerived)
      tally.misses.push({ id, column: header, wanted: [gold].flat().map(show).join(' | '), got: show(got) });
  }
}

function shareOf(shares: Map<string, Share>, name: string | null | undefined): Share {
  const key = name ?? 'unknown';
  const share = shares.get(key) ?? { right: 0, of: 0 };
  shares.set(key, share);
  return share;
}

const show = (field: string | null) => field ?? '(unmapped)';

export function headerFigures({ all, byLanguage, byKind }: HeaderTally) {
  const each = (shares: Map<string, Share>) =>
    Object.fromEntries([...shares].map(([name, share]) => [name, fraction(share.right, share.of)]));
  return { top1: fraction(all.right, all.of), byLanguage: each(byLanguage), byKind: each(byKind) };
}
