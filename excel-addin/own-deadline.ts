import type { DayOrMoment } from '../core/complaint/moment.ts';
import type { Locale } from '../core/policy/localized.ts';
import { isBefore } from '../core/register/check-row.ts';
import { saidTime } from '../core/register/log/say-event.ts';
import { translate } from '../core/wording/translate.ts';
import type { ComplaintFile } from './complaint-file.ts';
import type { OwnDeadline } from './taskpane/complaint-state.ts';

/**
 * The deadline that the team itself has written into its ledger, held against the policy's for closing, or against the last
 * of its deadlines where none is for closing. State and statistics go by the policy's alone. Null: the ledger names none.
 */
export function ownDeadline(file: ComplaintFile, locale: Locale): OwnDeadline | null {
  const { values, deadlines, isOpen, asOf, book } = file;
  const own = values.dueAt;
  if (own === undefined) return null;
  const { zone } = book.rules;
  const dated = deadlines.flatMap(({ milestone, dueAt }) => (dueAt === null ? [] : [{ milestone, dueAt }]));
  const closing = new Set(book.pack.milestones.flatMap(({ id, stopsAt }) => (stopsAt === 'closedAt' ? [id] : [])));
  const ours =
    dated.find(({ milestone }) => closing.has(milestone)) ??
    dated.toSorted((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt)).at(-1);
  const at = saidTime(own, zone);
  if (ours === undefined) return { at, note: '', isUrgent: isOpen && isBefore(own, asOf) };
  const label = book.pack.milestones.find(({ id }) => id === ours.milestone)?.label[locale] ?? ours.milestone;
  const order = orderOf(own, ours.dueAt);
  return {
    at,
    note: translate(locale, `complaint.ownDeadline.${order}`, { label, at: saidTime(ours.dueAt, zone) }),
    isUrgent: isOpen && (order === 'earlier' || isBefore(own, asOf)),
  };
}

function orderOf(own: DayOrMoment, ours: DayOrMoment): 'earlier' | 'later' | 'same' {
  if (isBefore(own, ours)) return 'earlier';
  return isBefore(ours, own) ? 'later' : 'same';
}
