import { proposeMeasures, type MeasureProposal } from '../../accountability/propose-measures.ts';
import { overlayCompany } from '../../policy/overlay-company.ts';
import type { PolicyPack } from '../../policy/policy-pack.ts';
import { dayIn } from '../clock-facts.ts';
import type { ComplaintFacts } from '../complaint-facts.ts';
import * as counts from '../counts.ts';
import type { Figure } from '../figure.ts';
import { figuresBy } from '../groups.ts';
import { toldInPeriod } from '../in-period.ts';
import type { Period } from '../period.ts';
import { previousPeriod } from '../periods.ts';
import { withOneSpelling } from '../report/one-spelling.ts';
import type { ReportFrame } from '../report/report-data.ts';
import { basisOf, groundsFor, type Basis } from './bases.ts';

type Of = MeasureKey['of'];

/** A person or department with its figures; `name` is never empty. */
export interface Subject {
  of: Of;
  name: string;
  /** By id; `founded` beside the standard ones. */
  figures: ReadonlyMap<string, Figure>;
}

interface MeasureKey {
  kind: 'reward' | 'penalty';
  of: 'person' | 'department';
}

/** Rewards or penalties of one clause, proposed for one person or department: which of them, and whether, people decide. */
export interface Proposal extends MeasureKey {
  /** Within a period: the same each time the sheet is written. */
  key: string;
  name: string;
  basis: Basis;
  /** The complaints on which it rests. */
  grounds: readonly string[];
  /** From the mildest on. */
  measures: readonly MeasureProposal[];
  source: string;
}

export interface PerformanceData {
  pack: PolicyPack;
  period: Period;
  departments: Subject[];
  people: Subject[];
  proposals: Proposal[];
}

const DIMENSION = { department: 'department', person: 'handler' } as const;

/** The figures of departments and people, in the order of their names, never ranked, and the measures that their policy knows. */
export function performanceData(given: readonly ComplaintFacts[], period: Period, frame: ReportFrame): PerformanceData {
  const facts = withOneSpelling(given);
  const { pack } = overlayCompany(frame.pack, frame.company);
  const departments = subjects('department', facts, period, frame);
  const people = subjects('person', facts, period, frame);
  return {
    ...{ pack, period, departments, people },
    proposals: [
      ...departments.flatMap((each) => proposalsFor(each, facts, period, frame, pack)),
      ...people.flatMap((each) => proposalsFor(each, facts, period, frame, pack)),
    ],
  };
}

function subjects(of: Of, facts: readonly ComplaintFacts[], period: Period, frame: ReportFrame): Subject[] {
  return figuresOf(of, facts, period, frame).flatMap(({ text: name, figures }) => {
    const byId = new Map(figures.map((figure) => [figure.id, figure]));
    const own = ofSubject(of, name, facts);
    const [founded] = toldInPeriod([foundedFigure(own, period)], own);
    if (founded === undefined) return [];
    const isThere = [...byId.values(), founded].some(
      ({ id, counted, among }) => !/^(?:openAtEnd|backlog)/.test(id) && counted.length + among.length > 0,
    );
    if (name === '' || !isThere) return [];
    return [{ of, name, figures: byId.set('founded', founded) }];
  });
}

function figuresOf(of: Of, facts: readonly ComplaintFacts[], period: Period, frame: ReportFrame) {
  const asOf = dayIn(frame.asOf, frame.zone);
  // A volume of the whole company is none of a department's.
  return figuresBy(facts, DIMENSION[of], period, { ...frame, asOf, volumes: [] }).map(({ text, figures }) => ({
    ...{ text, figures: toldInPeriod(figures, facts) },
  }));
}

function ofSubject(of: Of, name: string, facts: readonly ComplaintFacts[]): ComplaintFacts[] {
  return facts.filter(({ dimensions }) => dimensions[DIMENSION[of]] === name);
}

/** Founded complaints; those of which nobody has decided count against nobody, and where nobody has judged any, it is unknown. */
function foundedFigure(facts: readonly ComplaintFacts[], period: Period): Figure {
  const count = counts.founded(facts, period);
  const { counted, undecided } = count;
  const isUnknown = counts.isNothingJudged(count);
  const numbers = (own: readonly ComplaintFacts[]) => own.map(({ number }) => number);
  return {
    ...{ id: 'founded', label: null, period, unit: 'count', numerator: counted.length, denominator: null },
    ...{ value: isUnknown ? null : counted.length, missing: isUnknown ? 'unrecorded' : null },
    ...{ counted: numbers(counted), among: [], undecided: numbers(undecided), unclear: [] },
    ...{ isSmall: false, source: null },
  };
}

function proposalsFor(
  { of, name, figures }: Subject,
  facts: readonly ComplaintFacts[],
  period: Period,
  frame: ReportFrame,
  pack: PolicyPack,
): Proposal[] {
  const own = ofSubject(of, name, facts);
  const closed = counts.closed(own, period).counted;
  const earlier = figuresOf(of, own, previousPeriod(period), frame)[0]?.figures;
  const before = earlier === undefined ? null : new Map(earlier.map((figure) => [figure.id, figure]));
  return (['reward', 'penalty'] as const).flatMap((kind) => {
    const all = proposeMeasures({ kind, of }, pack).measures;
    return [...new Set(all.map(({ source }) => source))].flatMap((source): Proposal[] => {
      const measures = all.filter((measure) => measure.source === source);
      const basis = basisOf({ kind, of, source });
      const grounds = groundsFor(basis, { closed, figures, before }, pack);
      if (grounds === null) return [];
      return [{ key: [of, name, kind, source].join('|'), ...{ kind, of, name, basis, grounds, measures, source } }];
    });
  });
}
