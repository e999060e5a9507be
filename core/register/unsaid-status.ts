import type { ComplaintValues } from '../complaint/complaint-values.ts';
import { isDay, type Day, type DayOrMoment } from '../complaint/moment.ts';
import { readTime } from '../deadline/read-time.ts';
import { dayAt, toEpoch } from '../working-time/zoned-time.ts';
import type { RegisterRules, RowEvaluation } from './evaluate-row.ts';
import type { ProposalNote } from './proposal-note.ts';
import { choiceText, proposalsOf } from './register-row.ts';
import type { FormulaPlace } from './state-formula.ts';

/** The first day of the present month: what came before it is old enough to ask whether it is closed. */
export function firstOfMonth({ asOf, zone }: Pick<RegisterRules, 'asOf' | 'zone'>): Day {
  return `${dayIn(asOf, zone).slice(0, 8)}01`;
}

/** Whether a complaint is known to have been received before a day. */
export function cameBefore({ receivedAt }: ComplaintValues, day: Day, zone: string): boolean {
  const received = readTime(receivedAt);
  return received.kind === 'known' && dayIn(received.at, zone) < day;
}

/**
 * What is noted of a complaint that counts as closed because a person said so of all old ones: the status is that person's
 * decision, so that it stays when the register is worked out again.
 */
export function closedByAnswer(
  asRead: RowEvaluation,
  closed: string,
  frame: Pick<FormulaPlace, 'pack' | 'locale'>,
): ProposalNote['choices'] {
  const proposals = proposalsOf(asRead, frame);
  const decided = choiceText('status', { ...asRead, status: closed }, frame);
  return { ...proposals, status: { proposed: proposals.status?.proposed ?? '', decided } };
}

function dayIn(at: DayOrMoment, zone: string): Day {
  return isDay(at) ? at : dayAt(toEpoch(at), zone);
}
