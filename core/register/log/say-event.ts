import type { ComplaintEvent } from '../../complaint/complaint-event.ts';
import { isDay, type DayOrMoment } from '../../complaint/moment.ts';
import type { Locale } from '../../policy/localized.ts';
import type { PolicyPack } from '../../policy/policy-pack.ts';
import { translate } from '../../wording/translate.ts';
import { toEpoch, wallClock } from '../../working-time/zoned-time.ts';
import { policyNames, type PolicyNames } from './policy-names.ts';

export interface SayingFrame {
  pack: PolicyPack;
  locale: Locale;
  zone: string;
}

/** What happened, in two or three words: 首次响应. */
export function eventWord({ kind }: Pick<ComplaintEvent, 'kind'>, locale: Locale): string {
  return translate(locale, `deadline.event.${kind}`);
}

/**
 * All that an entry of the log tells beyond what, when and who, in one line: reason, department, amount, note. Ids of the
 * policy are said by their labels; one that the policy does not know stands as it is. `words` are needed to name the entry
 * that a correction is about; without it a correction names its id.
 */
export function eventDetails(
  event: ComplaintEvent,
  frame: SayingFrame,
  known: ReadonlyMap<string, ComplaintEvent> = new Map(),
): string {
  const { locale } = frame;
  const parts = partsOf(event, frame, policyNames(frame.pack, locale), known);
  const said = [...parts, ...(event.note === undefined ? [] : [event.note])];
  return said
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .join(locale === 'en' ? '; ' : '；');
}

/** A time as a reader of the register knows it: the day, or day and time of day on its clocks. */
export function saidTime(at: DayOrMoment, zone: string): string {
  return isDay(at) ? at : wallClock(toEpoch(at), zone);
}

function partsOf(
  event: ComplaintEvent,
  { locale, zone }: SayingFrame,
  names: PolicyNames,
  known: ReadonlyMap<string, ComplaintEvent>,
): string[] {
  const say = (code: string, params = {}) => translate(locale, `complaint.log.detail.${code}`, params);
  const list = (items: readonly string[]) => items.join(locale === 'en' ? ', ' : '、');
  const some = (code: string, value: string | number | undefined) =>
    value === undefined || value === '' ? [] : [say(code, { value })];
  switch (event.kind) {
    case 'received':
      return some('receiver', event.receiver);
    case 'transferred':
      return some('department', event.department);
    case 'reported':
      return some('to', event.to && list(event.to));
    case 'assigned':
      return [...some('department', event.department), ...some('person', event.person)];
    case 'teamFormed':
      return [...some('leader', event.leader), ...some('members', event.members && list(event.members))];
    case 'followedUp':
      return [say(event.satisfied === null ? 'noAnswer' : event.satisfied ? 'satisfied' : 'unsatisfied')];
    case 'closed':
      return some('outcome', event.outcome && names.verdict(event.outcome));
    case 'reopened':
      return [say(`way.${event.way}`), ...some('reason', event.reason), ...some('linkedCase', event.caseId)];
    case 'regraded': {
      const to = names.grade(event.to);
      const change =
        event.from === null ? say('graded', { to }) : say('regraded', { from: names.grade(event.from), to });
      return [change, ...some('reason', event.reason)];
    }
    case 'paused':
      return [
        ...some('reason', names.pauseReason(event.reason)),
        ...some('until', event.until && saidTime(event.until, zone)),
        ...some('evidence', event.evidence),
        ...some('milestones', event.milestones && list(event.milestones.map(names.milestone))),
      ];
    case 'resumed':
      return some('reason', event.reason && names.pauseReason(event.reason));
    case 'withdrawn':
      return some('reason', event.reason);
    case 'approved':
      return [names.approval(event.approval)];
    case 'confirmed':
      return [names.confirmed(event.gate)];
    case 'verdictGiven':
      return [names.verdict(event.verdict), ...some('reason', event.reason)];
    case 'remedyIntended':
    case 'remedyPromised':
      return [
        names.remedy(event.remedy),
        ...some('count', event.count),
        ...some('money', event.money),
        ...some('reason', event.reason),
      ];
    case 'promised':
      return [say('promised', { milestone: names.milestone(event.milestone), at: saidTime(event.dueAt, zone) })];
    case 'corrected': {
      const about = known.get(event.corrects);
      const entry =
        about === undefined ? event.corrects : `${eventWord(about, locale)} ${saidTime(about.occurredAt, zone)}`;
      const change =
        event.to === null ? say('struckOut', { entry }) : say('movedTo', { entry, at: saidTime(event.to, zone) });
      return [change, ...some('reason', event.reason)];
    }
    default:
      return [];
  }
}
