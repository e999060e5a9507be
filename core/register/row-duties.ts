import type { ComplaintValues } from '../complaint/complaint-values.ts';
import { isDay, type DayOrMoment } from '../complaint/moment.ts';
import { assessComplaint } from '../grade/assess-complaint.ts';
import { fieldsToAsk } from '../grade/fields-to-ask.ts';
import { situationOf } from '../grade/situation.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import { toEpoch, wallClock } from '../working-time/zoned-time.ts';
import type { RegisterRules, RowEvaluation, RowFinding } from './evaluate-row.ts';
import type { RegisterMemory } from './register-plan.ts';

/** What the pack demands of this complaint and the complaint does not say. */
export function unanswered(
  values: ComplaintValues,
  { category, grade }: RowEvaluation,
  pack: PolicyPack,
): RowFinding[] {
  const own = { ...(category === null ? {} : { category }), grade };
  return fieldsToAsk(situationOf(values, assessComplaint(values, pack, own)), pack)
    .filter(({ mandatory }) => mandatory)
    .map(({ field }) => ({ level: 'warning', code: 'missingRequired', field, params: {} }));
}

/**
 * Deadlines of this complaint, unless it is closed, that the register was made without columns for. A table that people work in gets no new
 * columns from an append; the deadline is told instead.
 */
export function withoutColumn(
  { deadlines, status }: RowEvaluation,
  { columns, locale }: Pick<RegisterMemory, 'columns' | 'locale'>,
  { pack, zone }: RegisterRules,
): RowFinding[] {
  if (pack.statuses.find(({ id }) => id === status)?.isOpen === false) return [];
  const shown = new Set(columns.map(({ role }) => role));
  return pack.milestones.flatMap(({ id, label, recurs }): RowFinding[] => {
    const deadline = deadlines.find(({ milestone }) => milestone === id);
    if (deadline === undefined || deadline.stoppedAt !== null || recurs === true) return [];
    if (shown.has(`deadline:${id}`) || shown.has(`deadlineState:${id}`)) return [];
    const { basis, dueAt } = deadline;
    const told = { level: 'warning', field: null } as const;
    const milestone = label[locale];
    if (dueAt !== null)
      return [{ ...told, code: 'deadlineWithoutColumn', params: { milestone, at: shownAt(dueAt, zone) } }];
    return basis === 'immediately' ? [{ ...told, code: 'dutyWithoutColumn', params: { milestone } }] : [];
  });
}

function shownAt(due: DayOrMoment, zone: string): string {
  return isDay(due) ? due : wallClock(toEpoch(due), zone);
}
