import type { ComplaintEvent, EventKind } from '../../complaint/complaint-event.ts';
import type { Locale } from '../../policy/localized.ts';
import type { PolicyPack } from '../../policy/policy-pack.ts';
import { columnManner } from '../column-manner.ts';
import { statusReader } from '../read-status.ts';
import type { OpenRegister } from '../refresh/open-register.ts';
import type { RegisterColumn } from '../register-plan.ts';
import { safeText } from '../safe-cell.ts';
import type { CellValue } from '../sheet-reading.ts';
import type { TimeChange } from './row-times.ts';

const ENDS_OR_BEGINS: ReadonlySet<EventKind> = new Set(['closed', 'archived', 'withdrawn', 'reopened']);

/**
 * The cells of the team's own status columns (是否结案, 处理状态 …) that say the contrary once a complaint was closed or taken up
 * again, in a word that stands in that column already; `status` is the register's now, as its id. Left as they are: a word
 * that nobody understands, and a column without a word for it – but where it leaves open complaints blank, a reopened one is.
 */
export function ownStatus(
  { cells, columns }: OpenRegister,
  index: number,
  events: readonly ComplaintEvent[],
  { status, pack, locale }: { status: string | null; pack: PolicyPack; locale: Locale },
): TimeChange[] {
  const now = pack.statuses.find(({ id }) => id === status);
  if (now === undefined || !endsOrBegins(events)) return [];
  const isOpen = openReader(pack);
  const manner = columnManner(cells.values, pack, locale);
  return columns.flatMap((column, at): TimeChange[] => {
    if (!isOwnStatus(column)) return [];
    const { header } = column;
    const before: CellValue = cells.values[index]?.[at] ?? '';
    const said = String(before).trim();
    const says = said === '' ? true : isOpen(said);
    if (says === undefined || says === now.isOpen) return [];
    const word = manner.ownStatusWord(now.id, at);
    if (word === null) return [];
    return [{ row: index, column: at, header, cell: safeText(word).text, format: null, isUsers: true, before }];
  });
}

/** A cell of the team's own that does not say what became of its complaint. */
export interface StatusLeft {
  /** Index among the register's columns. */
  column: number;
  header: string;
  said: string;
}

/**
 * The team's own status columns that still say the contrary though the complaint was closed or taken up again by its log:
 * `ownStatus` found no word for it, or could not write one. A word that nobody understands passes for open; a blank says nothing.
 */
export function statusesLeft(
  { cells, columns }: OpenRegister,
  index: number,
  events: readonly ComplaintEvent[],
  { isOpen: isOpenNow, pack }: { isOpen: boolean; pack: PolicyPack },
): StatusLeft[] {
  if (!endsOrBegins(events)) return [];
  const isOpen = openReader(pack);
  return columns.flatMap((each, column) => {
    const said = String(cells.values[index]?.[column] ?? '').trim();
    if (!isOwnStatus(each) || said === '' || (isOpen(said) ?? true) === isOpenNow) return [];
    return [{ column, header: each.header, said }];
  });
}

function endsOrBegins(events: readonly ComplaintEvent[]): boolean {
  return events.some(({ kind }) => ENDS_OR_BEGINS.has(kind));
}

function isOwnStatus({ role, fields }: RegisterColumn): boolean {
  return role.startsWith('user:') && fields.length === 1 && fields[0] === 'status';
}

/** Whether a word means an open complaint; undefined: nobody understands it. */
function openReader(pack: PolicyPack): (text: string) => boolean | undefined {
  const read = statusReader(pack);
  return (text) => pack.statuses.find(({ id }) => id === read(text))?.isOpen;
}
