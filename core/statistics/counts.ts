import type { Day } from '../complaint/moment.ts';
import { AGE_BANDS, ageBandOf, type AgeBand } from './age-band.ts';
import type { ClockFacts, ComplaintFacts } from './complaint-facts.ts';
import type { Period } from './period.ts';
import { daysBetween, isIn } from './periods.ts';

/** The complaints of one figure, and `sum` where it adds up something else than complaints. */
export interface Count {
  counted: readonly ComplaintFacts[];
  /** Null: a plain count or sum. */
  among: readonly ComplaintFacts[] | null;
  undecided: readonly ComplaintFacts[];
  /** Those of which the figure wants a judgement, an answer or a record: where none has one, it says nothing. */
  toJudge?: readonly ComplaintFacts[];
  /** Those of them whose time has not come yet. */
  pending?: readonly ComplaintFacts[];
  /** What stands for those undecided in place of an answer. */
  unclear?: readonly string[];
  sum?: number;
}

/** No verdict, answer or record at all: `0` would say that all were judged, and none so. */
export function isNothingJudged({ toJudge = [], undecided }: Count): boolean {
  const open = new Set(undecided);
  return toJudge.length > 0 && toJudge.every((each) => open.has(each));
}

type Facts = readonly ComplaintFacts[];
type Counting = (facts: Facts, period: Period) => Count;

const undated = (facts: Facts) => facts.filter(({ receivedDay }) => receivedDay === null);
const receivedIn = (facts: Facts, period: Period) => facts.filter(({ receivedDay }) => isIn(receivedDay, period));
const isClosed = ({ isOpen, isWithdrawn }: ComplaintFacts) => !isOpen && !isWithdrawn;
const closedIn = (facts: Facts, period: Period) =>
  facts.filter((each) => isClosed(each) && isIn(each.closedDay, period));
const unknownClosing = (facts: Facts) => facts.filter((each) => isClosed(each) && each.closedDay === null);

/** Complaints received in the period, once each. */
export const received: Counting = (facts, period) => ({
  ...{ counted: receivedIn(facts, period), among: null, undecided: undated(facts) },
});

/** Complaints that are closed now and were in the period. */
export const closed: Counting = (facts, period) => ({
  ...{ counted: closedIn(facts, period), among: null, undecided: unknownClosing(facts) },
});

/** Of the complaints received and not withdrawn, those closed by now. */
export const resolutionRate: Counting = (facts, period) => {
  const among = receivedIn(facts, period).filter(({ isWithdrawn }) => !isWithdrawn);
  return { counted: among.filter(isClosed), among, undecided: undated(facts) };
};

/** Of the complaints received, those closed by now with the customer satisfied; of whom nobody knows that stays below the line. */
export const resolvedSatisfied: Counting = (facts, period) => {
  const among = receivedIn(facts, period);
  const ended = among.filter(isClosed);
  const open = ended.filter(({ isSatisfied }) => isSatisfied === null);
  return {
    counted: ended.filter(({ isSatisfied }) => isSatisfied === true),
    among,
    undecided: [...open, ...undated(facts)],
    toJudge: ended,
    unclear: saidInstead(open),
  };
};

/** On which day an answer about satisfaction counts: of the last follow-up, else of closing, else of receipt. */
function answerDay({ followedUpDay, closedDay, receivedDay }: ComplaintFacts): Day | null {
  return followedUpDay ?? closedDay ?? receivedDay;
}

/** What those without a plain answer say instead. */
const saidInstead = (facts: Facts) =>
  facts.flatMap(({ unclearAnswer }) => (unclearAnswer === '' ? [] : [unclearAnswer]));

const answeredIn = (facts: Facts, period: Period) => facts.filter((each) => isIn(answerDay(each), period));

/** Satisfied customers among those whose answer is clear. */
export const satisfaction: Counting = (facts, period) => {
  const asked = answeredIn(facts, period);
  const among = asked.filter(({ isSatisfied }) => isSatisfied !== null);
  const undecided = asked.filter(
    (each) => each.isSatisfied === null && (isClosed(each) || each.followedUpDay !== null) && !each.isWithdrawn,
  );
  return { counted: among.filter(({ isSatisfied }) => isSatisfied), among, undecided, unclear: saidInstead(undecided) };
};

/** Satisfied customers among all who were asked, whatever they answered. */
export const satisfiedAtFollowUp: Counting = (facts, period) => {
  const among = answeredIn(facts, period).filter(
    ({ followedUpDay, isSatisfied }) => followedUpDay !== null || isSatisfied !== null,
  );
  const undecided = among.filter(({ isSatisfied }) => isSatisfied === null);
  return {
    counted: among.filter(({ isSatisfied }) => isSatisfied === true),
    ...{ among, undecided, toJudge: among, unclear: saidInstead(undecided) },
  };
};

/** Of the complaints received that were closed at least once, those that were taken up again; of which nobody knows stay below the line. */
export const reopened: Counting = (facts, period) => {
  const wasClosed = (each: ComplaintFacts) => isClosed(each) || (each.timesReopened ?? 0) > 0;
  const among = receivedIn(facts, period).filter((each) => wasClosed(each) && !each.isWithdrawn);
  return {
    counted: among.filter(({ timesReopened }) => (timesReopened ?? 0) > 0),
    among,
    undecided: [...among.filter(({ timesReopened }) => timesReopened === null), ...undated(facts)],
    toJudge: among,
  };
};

/** How often customers were not satisfied, over the complaints received; where nobody has an answer of those that are over, it is unknown. */
export const timesUnsatisfied: Counting = (facts, period) => {
  const own = receivedIn(facts, period);
  const counted = own.filter((each) => each.timesUnsatisfied > 0);
  const sum = counted.reduce((all, each) => all + each.timesUnsatisfied, 0);
  const toJudge = own.filter((each) => isClosed(each) || each.followedUpDay !== null || each.timesUnsatisfied > 0);
  const hasAnswer = toJudge.some((each) => each.isSatisfied !== null || each.timesUnsatisfied > 0);
  return { counted, among: null, undecided: [...(hasAnswer ? [] : toJudge), ...undated(facts)], toJudge, sum };
};

/** What remedies for the complaints received came to so far, in yuan; summed to the fen. Where no sum is on record, it is unknown. */
export const remedyCost: Counting = (facts, period) => {
  const own = receivedIn(facts, period);
  const counted = own.filter(({ remedyCost: cost }) => cost !== null);
  const fen = counted.reduce((all, { remedyCost: cost }) => all + Math.round((cost ?? 0) * 100), 0);
  const unclear = own.filter(({ isCostUnclear }) => isCostUnclear);
  const lacking = counted.length === 0 ? own : unclear;
  return { counted, among: null, undecided: [...lacking, ...undated(facts)], toJudge: own, sum: fen / 100 };
};

/** Unfounded complaints among those closed with a verdict. */
export const unfoundedShare: Counting = (facts, period) => {
  const ended = closedIn(facts, period);
  const among = ended.filter(({ isFounded }) => isFounded !== null);
  return {
    counted: among.filter(({ isFounded }) => isFounded === false),
    among,
    undecided: [...ended.filter(({ isFounded }) => isFounded === null), ...unknownClosing(facts)],
  };
};

/** Of the complaints closed, those with one of these verdicts; without a verdict they stay below the line. */
export function verdictShare(verdicts: readonly string[]): Counting {
  return (facts, period) => {
    const among = closedIn(facts, period);
    return {
      counted: among.filter(({ ids }) => ids.verdict !== null && verdicts.includes(ids.verdict)),
      among,
      undecided: [...among.filter(({ ids }) => ids.verdict === null), ...unknownClosing(facts)],
      toJudge: among,
    };
  };
}

/** Complaints received and found to be founded. */
export const founded: Counting = (facts, period) => {
  const own = receivedIn(facts, period);
  return {
    counted: own.filter(({ isFounded }) => isFounded === true),
    among: null,
    undecided: [...own.filter(({ isFounded }) => isFounded === null), ...undated(facts)],
    toJudge: own,
  };
};

/** The same as a share of all complaints received. */
export const foundedShare: Counting = (facts, period) => ({
  ...founded(facts, period),
  among: receivedIn(facts, period),
});

/**
 * Complaints that were open at the end of a day, whatever became of them since, and those of which nobody can say: without a
 * day of receipt, or over by now without a day of closing.
 */
export function openAt(facts: Facts, end: Day): Count {
  const counted: ComplaintFacts[] = [];
  const undecided: ComplaintFacts[] = [];
  for (const each of facts) {
    const { receivedDay, closedDay, closedBefore, isOpen } = each;
    if (receivedDay !== null && receivedDay > end) continue;
    if (closedDay !== null && closedDay <= end) continue;
    if (closedBefore.some(({ from, to }) => from <= end && end < to)) continue;
    const isKnown = receivedDay !== null && (isOpen || closedDay !== null);
    (isKnown ? counted : undecided).push(each);
  }
  return { counted, among: null, undecided };
}

/** Open complaints at the end of a day by how long they had been open. */
export function backlogAt(facts: Facts, end: Day): Record<AgeBand, Count> {
  const { counted, undecided } = openAt(facts, end);
  const bands = counted.map((each) => ageBandOf(daysBetween(each.receivedDay ?? end, end)));
  const of = (band: AgeBand): Count => ({
    counted: counted.filter((_, at) => bands[at] === band),
    among: null,
    undecided,
  });
  return Object.fromEntries(AGE_BANDS.map(({ id }) => [id, of(id)])) as Record<AgeBand, Count>;
}

/** Done in time among those of a milestone that fell due in the period. */
export function onTime(milestone: string): Counting {
  return (facts, period) => {
    const counted: ComplaintFacts[] = [];
    const among: ComplaintFacts[] = [];
    const undecided: ComplaintFacts[] = [];
    for (const each of facts) {
      const clock = each.clocks[milestone];
      if (clock === undefined) continue;
      const fellDue = clock.isDue && isIn(clock.dueDay, period);
      if (fellDue && clock.isOnTime !== null) among.push(each);
      if (fellDue && clock.isOnTime === true) counted.push(each);
      if (fellDue && clock.isOnTime === null) undecided.push(each);
      if (clock.lacksStart && (each.receivedDay === null || isIn(each.receivedDay, period))) undecided.push(each);
    }
    return { counted, among, undecided };
  };
}

/** Done in time among all complaints received; what cannot be said (yet) stays below the line, and where that is all, nothing is said. */
export function onTimeOfReceived(milestone: string): Counting {
  return (facts, period) => {
    const among = receivedIn(facts, period);
    const isMet = (each: ComplaintFacts) => each.clocks[milestone]?.isOnTime ?? null;
    return {
      counted: among.filter((each) => isMet(each) === true),
      among,
      undecided: [...among.filter((each) => isMet(each) === null), ...undated(facts)],
      toJudge: among,
      pending: among.filter((each) => isRunning(each.clocks[milestone])),
    };
  };
}

/** Not judged yet, and to be. */
function isRunning(clock: ClockFacts | undefined): boolean {
  return clock !== undefined && clock.isOnTime === null && !clock.isDue && !clock.lacksStart;
}
