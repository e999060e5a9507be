import type { ComplaintEvent } from './complaint-event.ts';
import type { MeantRemedy } from './complaint-state.ts';

/** What an entry says that somebody means to give, or has promised. */
export function meantRemedy({
  remedy,
  count,
  money,
  reason,
  occurredAt,
  by,
}: Extract<ComplaintEvent, { kind: 'remedyIntended' | 'remedyPromised' }>): MeantRemedy {
  return { remedy, count: count ?? null, money: money ?? null, reason: reason ?? null, at: occurredAt, by };
}

/** The list with the new entry in place of an earlier one for the same remedy. */
export function withMeant(list: readonly MeantRemedy[], meant: MeantRemedy): MeantRemedy[] {
  return [...list.filter(({ remedy }) => remedy !== meant.remedy), meant];
}
