import type { Day } from '../complaint/moment.ts';
import { chooseTarget } from '../policy/choose-target.ts';
import type { CompanySettings } from '../policy/company-settings.ts';
import type { Computes, Measure } from '../policy/measure.ts';
import { overlayCompany } from '../policy/overlay-company.ts';
import type { Milestone, PolicyPack } from '../policy/policy-pack.ts';
import { AGE_BANDS } from './age-band.ts';
import type { ComplaintFacts } from './complaint-facts.ts';
import * as counts from './counts.ts';
import type { Count } from './counts.ts';
import { figureLabel } from './figure-words.ts';
import type { Figure, FigureUnit } from './figure.ts';
import type { Period } from './period.ts';
import { isIn, periodOf } from './periods.ts';
import { daysTaken, minutesTaken, nearestRank, type Durations } from './ranked.ts';
import { isComparable, recurrenceWindow, recurringAmong } from './recurring.ts';
import { isSmallSample } from './small-sample.ts';
import { volumeOf, type SalesVolume } from './volumes.ts';

/** What figures rest on besides the facts. */
export interface FiguresFrame {
  pack: PolicyPack;
  company: CompanySettings | null;
  /** A period that is still running ends here. */
  asOf: Day;
  volumes: readonly SalesVolume[];
  /** All complaints of the register, where figures are asked for a part of them: what recurs is looked for among all. */
  all?: readonly ComplaintFacts[];
}

/**
 * The figures of a period: the standard ones, in the order in which a report would give them, then the measures of the policy
 * (`policy:<id>`) in its own. A measure that the policy wants over a longer period than asked for is given for the one that
 * holds it. What cannot be judged stands in `undecided`, nothing is dropped, guessed or estimated; the order of rows makes no
 * difference. A clock is judged in the period in which it fell due, all else by receipt or closing as its words say.
 */
export function figuresFor(facts: readonly ComplaintFacts[], period: Period, frame: FiguresFrame): Figure[] {
  const { pack } = overlayCompany(frame.pack, frame.company);
  const of = { facts: touching(facts, period), every: facts, period, pack, frame };
  const milestones = pack.milestones;
  return [
    counted(of, 'received', counts.received),
    counted(of, 'closed', counts.closed),
    made(of, 'openAtEnd', 'count', counts.openAt(facts, endOf(period, frame))),
    complaintRate(of, 'complaintRate'),
    counted(of, 'resolutionRate', counts.resolutionRate),
    ...milestones.flatMap((milestone) => onTime(of, milestone)),
    ...milestones.flatMap(({ id, recurs, source }) =>
      recurs === true
        ? []
        : ranked(of, [`median:${id}`, `ninety:${id}`], 'minutes', minutesTaken(of.facts, period, id), source),
    ),
    ...ranked(of, ['medianDays', 'ninetyDays'], 'days', daysTaken(of.facts, period), null),
    counted(of, 'satisfaction', counts.satisfaction),
    counted(of, 'reopened', counts.reopened),
    recurring(of),
    remedyCost(of),
    ...backlog(of),
    counted(of, 'unfoundedShare', counts.unfoundedShare),
    made(of, 'timesUnsatisfied', 'count', counts.timesUnsatisfied(of.facts, period)),
    ...pack.measures.map((measure) => policyFigure(of, measure)),
  ];
}

interface Asked {
  /** Only those that anything can count in the period. */
  facts: readonly ComplaintFacts[];
  every: readonly ComplaintFacts[];
  period: Period;
  /** With the company's answers in it. */
  pack: PolicyPack;
  frame: FiguresFrame;
}

type Given = Partial<Pick<Figure, 'label' | 'source' | 'missing' | 'value' | 'numerator' | 'denominator' | 'isSmall'>>;

/** A figure from its complaints: a share where there is something to divide by, else their number or sum. */
function made({ period, pack }: Asked, id: string, unit: FigureUnit, count: Count, given: Given = {}): Figure {
  const { counted, among, undecided, sum } = count;
  const isUnjudged = counts.isNothingJudged(count);
  const numerator = sum ?? counted.length;
  const denominator = among?.length ?? null;
  return {
    id,
    label: figureLabel(id, pack),
    period,
    value: denominator === 0 || isUnjudged ? null : numerator / (denominator ?? 1),
    unit,
    numerator,
    denominator,
    counted: numbersOf(counted),
    among: numbersOf(among ?? []),
    undecided: numbersOf(undecided),
    unclear: count.unclear ?? [],
    isSmall: denominator !== null && isSmallSample(denominator),
    missing: isUnjudged ? unjudged(count) : denominator === 0 ? nothingIn(undecided) : null,
    source: null,
    ...given,
  };
}

function unjudged({ toJudge = [], pending = [] }: Count): 'unrecorded' | 'notYetDue' {
  const running = new Set(pending);
  return toJudge.every((each) => running.has(each)) ? 'notYetDue' : 'unrecorded';
}

/** Complaints without a day belong to no period; others that are undecided would be counted here. */
function nothingIn(undecided: Count['undecided']): 'nothingToCount' | 'unrecorded' {
  return undecided.some(({ receivedDay }) => receivedDay !== null) ? 'unrecorded' : 'nothingToCount';
}

/** A count of complaints, or a share of them. */
function counted(of: Asked, id: string, count: (facts: Asked['facts'], period: Period) => Count, given: Given = {}) {
  const complaints = count(of.facts, of.period);
  return made(of, id, complaints.among === null ? 'count' : 'share', complaints, given);
}

/** Rates rest on how many complaints there were, however much was sold. */
function complaintRate(of: Asked, id: string, given: Given = {}): Figure {
  const count = counts.received(of.facts, of.period);
  const all = of.frame.all ?? of.every;
  const units = volumeOf(of.period, of.frame.volumes, (month) => productsIn(all, month));
  const complaints = count.counted.length;
  return made(of, id, 'perThousand', count, {
    denominator: units,
    value: units === null || units === 0 ? null : (complaints / units) * 1000,
    missing: units === null ? 'volume' : units === 0 ? 'nothingToCount' : null,
    isSmall: isSmallSample(complaints),
    ...given,
  });
}

function productsIn(facts: readonly ComplaintFacts[], month: string): Set<string> {
  return new Set(
    facts.flatMap(({ receivedDay, dimensions }) => (receivedDay?.startsWith(month) ? [dimensions.productName] : [])),
  );
}

/** What must happen at once has no time by which it could be judged. */
function onTime(of: Asked, milestone: Milestone): Figure[] {
  const { pack, frame } = of;
  const grades = pack.grades.filter(({ id }) => milestone.when?.grade?.includes(id) ?? true);
  const units = new Set(grades.map(({ id }) => chooseTarget(milestone, id, pack, frame.company).target.unit));
  if ([...units].every((unit) => unit === 'immediately')) return [];
  const isSet = [...units].some((unit) => unit !== 'immediately' && unit !== 'notConfigured');
  const figure = counted(of, `onTime:${milestone.id}`, counts.onTime(milestone.id), { source: milestone.source });
  return [isSet || figure.denominator !== 0 ? figure : { ...figure, missing: 'target' }];
}

/** Median and 90 % by the nearest rank: the figure is the time of the complaint at that rank, which can be looked at. */
function ranked(
  of: Asked,
  [median, ninety]: [string, string],
  unit: FigureUnit,
  { taken, undecided }: Durations,
  source: string | null,
): Figure[] {
  const among = taken.map(({ each }) => each);
  const at = (id: string, share: number) => {
    const rank = nearestRank(share, taken.length);
    const value = taken[rank - 1]?.amount ?? null;
    return made(of, id, unit, { counted: among.slice(0, rank), among, undecided }, { value, source });
  };
  return [at(median, 0.5), at(ninety, 0.9)];
}

function recurring(of: Asked): Figure {
  const { facts, every, period, pack, frame } = of;
  const { days, source } = recurrenceWindow(pack);
  const again = recurringAmong(frame.all ?? every, days);
  const { counted: among, undecided } = counts.received(facts, period);
  const lacking = among.some(isComparable) ? [] : among;
  return made(
    of,
    'recurring',
    'share',
    { counted: among.filter((each) => again.has(each)), among, undecided: [...lacking, ...undecided], toJudge: among },
    { source },
  );
}

/** Without a complaint nothing says whether costs are written down at all. */
function remedyCost(of: Asked): Figure {
  const count = counts.remedyCost(of.facts, of.period);
  const isEmpty = count.toJudge?.length === 0;
  return made(of, 'remedyCost', 'yuan', count, isEmpty ? { value: null, missing: 'nothingToCount' } : {});
}

function backlog(of: Asked): Figure[] {
  const bands = counts.backlogAt(of.every, endOf(of.period, of.frame));
  return AGE_BANDS.map(({ id }) => made(of, `backlog:${id}`, 'count', bands[id]));
}

/** A measure as the policy words it; what nothing in a register answers is to be counted by hand. */
function policyFigure(asked: Asked, { id, label, computes = null, period: kind, source }: Measure): Figure {
  const isLonger = kind !== 'notConfigured' && LENGTH[kind] > LENGTH[asked.period.kind];
  const period = isLonger ? periodOf(asked.period.last, kind) : asked.period;
  const of = isLonger ? { ...asked, period, facts: touching(asked.every, period) } : asked;
  const given = { label, source };
  const name = `policy:${id}`;
  if (computes === null) {
    const none: Count = { counted: [], among: null, undecided: [] };
    return made(of, name, 'count', none, { ...given, value: null, missing: 'byHand' });
  }
  const count = countOf(computes);
  return count === null ? complaintRate(of, name, given) : counted(of, name, count, given);
}

/** The complaints of which any day lies in the period, or a day that would matter is not known: a register has many periods. */
function touching(facts: readonly ComplaintFacts[], period: Period): ComplaintFacts[] {
  return facts.filter(
    ({ receivedDay, closedDay, followedUpDay, isOpen, clocks }) =>
      receivedDay === null ||
      (!isOpen && closedDay === null) ||
      isIn(receivedDay, period) ||
      isIn(closedDay, period) ||
      isIn(followedUpDay, period) ||
      Object.values(clocks).some(({ dueDay, stopDay }) => isIn(dueDay, period) || isIn(stopDay, period)),
  );
}

/** Null: the complaint rate, which rests on a volume too. */
function countOf(computes: Computes): ((facts: Asked['facts'], period: Period) => Count) | null {
  switch (computes.figure) {
    case 'onTime':
    case 'onTimeOfReceived':
      return counts[computes.figure](computes.milestone);
    case 'verdictShare':
      return counts.verdictShare(computes.verdicts);
    case 'complaintRate':
      return null;
    default:
      return counts[computes.figure];
  }
}

const LENGTH = { week: 0, month: 1, quarter: 2, year: 3 } as const;

/** The last day of a period, or today where it is still running. */
function endOf({ last }: Period, { asOf }: FiguresFrame): Day {
  return last < asOf ? last : asOf;
}

function numbersOf(facts: readonly ComplaintFacts[]): string[] {
  return facts.map(({ number }) => number);
}
