import type { Day } from '../../complaint/moment.ts';
import type { FormFrame } from '../../forms/form-complaint.ts';
import { overlayCompany } from '../../policy/overlay-company.ts';
import type { CompanySettings } from '../../policy/company-settings.ts';
import type { PolicyPack } from '../../policy/policy-pack.ts';
import { dayIn } from '../clock-facts.ts';
import type { ComplaintFacts, Dimension } from '../complaint-facts.ts';
import type { Figure } from '../figure.ts';
import { figuresFor } from '../figures.ts';
import { countBy, type Group } from '../groups.ts';
import { toldInPeriod } from '../in-period.ts';
import type { Period } from '../period.ts';
import { isIn, previousPeriod, yearBefore } from '../periods.ts';
import { withOneSpelling } from './one-spelling.ts';
import { trendAlarms, type TrendAlarm, type UnsetAlarm } from '../trend-alarms.ts';
import type { SalesVolume } from '../volumes.ts';

/** By what a report is made; the policy as it is in force, without the company's answers. */
export interface ReportFrame extends FormFrame {
  company: CompanySettings | null;
  volumes: readonly SalesVolume[];
}

/** A period as the report sees it. */
export interface PeriodView {
  period: Period;
  figures: ReadonlyMap<string, Figure>;
  received: readonly ComplaintFacts[];
}

/** In what complaints come together: the most frequent ones that have a text. */
export interface Concentration {
  dimension: Dimension;
  top: Group[];
  /** Other texts, gathered. */
  others: number;
  /** Complaints without a text. */
  without: readonly string[];
}

/** All that a report of a period says, before it is said. */
export interface ReportData {
  facts: readonly ComplaintFacts[];
  pack: PolicyPack;
  asOf: Day;
  /** The period has not ended on `asOf`. */
  isRunning: boolean;
  now: PeriodView;
  /** Null: the register does not reach so far back. */
  before: PeriodView | null;
  yearBefore: PeriodView | null;
  concentrations: Concentration[];
  /** Alarms to which complaints of the period belong. */
  alarms: TrendAlarm[];
  alarmsNotSet: UnsetAlarm[];
}

/** So many stand in a list of the most frequent. */
export const TOP = 5;

/** The figures, concentrations and alarms of a period; pure, and the same whatever the order of rows. */
export function reportData(given: readonly ComplaintFacts[], period: Period, frame: ReportFrame): ReportData {
  const facts = withOneSpelling(given);
  const asOf = dayIn(frame.asOf, frame.zone);
  const { pack } = overlayCompany(frame.pack, frame.company);
  const view = (of: Period): PeriodView => ({
    period: of,
    figures: new Map(
      toldInPeriod(figuresFor(facts, of, { ...frame, asOf }), facts).map((figure) => [figure.id, figure]),
    ),
    received: facts.filter(({ receivedDay }) => isIn(receivedDay, of)),
  });
  const first = facts.reduce<Day | null>(
    (earliest, { receivedDay: day }) => (day !== null && (earliest === null || day < earliest) ? day : earliest),
    null,
  );
  const earlier = (of: Period) => (first !== null && first <= of.last ? view(of) : null);
  const now = view(period);
  const { raised, notSet } = trendAlarms(facts, pack, asOf < period.last ? asOf : period.last);
  const inPeriod = new Set(now.received.map(({ number }) => number));
  return {
    ...{ facts, pack, asOf, now, isRunning: asOf < period.last },
    before: earlier(previousPeriod(period)),
    // Of a year it is the period before.
    yearBefore: period.kind === 'year' ? null : earlier(yearBefore(period)),
    concentrations: [goodsDimension(now.received), 'category' as const, 'cause' as const].map((dimension) =>
      concentration(now.received, dimension),
    ),
    alarms: raised.filter(({ numbers }) => numbers.some((number) => inPeriod.has(number))),
    alarmsNotSet: notSet,
  };
}

/** Models where they are written down, else products. */
function goodsDimension(received: readonly ComplaintFacts[]): 'productModel' | 'productName' {
  const named = (dimension: Dimension) => received.filter(({ dimensions }) => dimensions[dimension] !== '').length;
  return named('productModel') * 2 >= named('productName') && named('productModel') > 0
    ? 'productModel'
    : 'productName';
}

function concentration(received: readonly ComplaintFacts[], dimension: Dimension): Concentration {
  const groups = countBy(received, dimension);
  const named = groups.filter(({ text }) => text !== '');
  return {
    dimension,
    top: named.slice(0, TOP),
    others: named.slice(TOP).reduce((sum, { count }) => sum + count, 0),
    without: groups.find(({ text }) => text === '')?.numbers ?? [],
  };
}
