import type { PolicyPack } from '../../policy/policy-pack.ts';
import type { ComplaintFacts } from '../complaint-facts.ts';
import type { Figure } from '../figure.ts';

type Measure = PolicyPack['accountability']['measures'][number];

/**
 * On what a reward or penalty of a policy is proposed: `gravestSolved` complaints of the gravest grade closed with the customer
 * satisfied; `noneFounded` complaints closed, none of them founded, every customer who was asked satisfied; `better` and `worse`
 * figures than in the period before, where both are enough to be compared; `founded` complaints closed; `foundedAndWorse` those
 * of them that were late, taken up again or left the customer dissatisfied.
 */
export type Basis = 'gravestSolved' | 'noneFounded' | 'better' | 'worse' | 'founded' | 'foundedAndWorse';

/** What the clauses of the documents say in words, by clause, kind and whom it is for. */
const BASES: Readonly<Record<string, Basis>> = {
  'S1b-15 reward department': 'noneFounded',
  'S1b-15 reward person': 'noneFounded',
  'S2-33 penalty person': 'foundedAndWorse',
  'S2-34 penalty department': 'worse',
};
const DEFAULTS: Readonly<Record<`${Measure['kind']} ${Measure['of']}`, Basis>> = {
  'reward person': 'gravestSolved',
  'reward department': 'better',
  'penalty person': 'founded',
  'penalty department': 'founded',
};

/** The basis of a measure by its clause. */
export function basisOf({ kind, of, source }: Pick<Measure, 'kind' | 'of' | 'source'>): Basis {
  const [clause = ''] = source.split(',');
  return BASES[`${clause} ${kind} ${of}`] ?? DEFAULTS[`${kind} ${of}`];
}

/** What is known of a person or department in a period. */
export interface Standing {
  /** Complaints closed in the period. */
  closed: readonly ComplaintFacts[];
  figures: ReadonlyMap<string, Figure>;
  /** Null: the register does not reach so far back. */
  before: ReadonlyMap<string, Figure> | null;
}

/**
 * The complaints on which a measure would rest; null where nothing calls for it. Only what was found to be founded counts
 * against anyone, and what nobody has decided counts neither way.
 */
export function groundsFor(
  basis: Basis,
  { closed, figures, before }: Standing,
  { grades }: PolicyPack,
): string[] | null {
  const numbers = (which: (each: ComplaintFacts) => boolean) => {
    const found = closed.filter(which).map(({ number }) => number);
    return found.length === 0 ? null : found;
  };
  const gravest = grades.length > 1 ? grades.at(-1)?.id : undefined;
  switch (basis) {
    case 'gravestSolved':
      return numbers(({ ids, isSatisfied }) => gravest !== undefined && ids.grade === gravest && isSatisfied === true);
    case 'noneFounded': {
      const isClean = closed.every(({ isFounded, isSatisfied }) => isFounded === false && isSatisfied !== false);
      return isClean && closed.some(({ isSatisfied }) => isSatisfied === true) ? numbers(() => true) : null;
    }
    case 'founded':
      return numbers(({ isFounded }) => isFounded === true);
    case 'foundedAndWorse':
      return numbers((each) => each.isFounded === true && isWorse(each));
    case 'better':
    case 'worse': {
      const sign = basis === 'better' ? 1 : -1;
      const isSo = ['resolutionRate', 'satisfaction'].every((id) => sign * (difference(id, figures, before) ?? 0) > 0);
      const received = difference('received', figures, before);
      return isSo && received !== null && sign * received < 0 ? [...(figures.get('received')?.counted ?? [])] : null;
    }
  }
}

/** Late, taken up again, or the customer was not satisfied. */
function isWorse({ timesReopened, timesUnsatisfied, clocks }: ComplaintFacts): boolean {
  return (
    (timesReopened ?? 0) > 0 || timesUnsatisfied > 0 || Object.values(clocks).some(({ isOnTime }) => isOnTime === false)
  );
}

/** Null where the two cannot be compared: one is missing or rests on too few. */
function difference(id: string, figures: Standing['figures'], before: Standing['before']): number | null {
  const [now, then] = [figures.get(id), before?.get(id)];
  if (now === undefined || then === undefined || now.value === null || then.value === null) return null;
  return now.isSmall || then.isSmall ? null : now.value - then.value;
}
