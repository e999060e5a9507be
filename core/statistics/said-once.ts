import type { Computes } from '../policy/measure.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import type { Figure } from './figure.ts';

/** A measure of a policy that a standard figure gives already. */
export interface Repeated {
  measure: Figure;
  /** The standard figure. */
  as: Figure;
}

/**
 * Figures without the measures of the policy that would say once more what a standard figure of the same period says, and those
 * measures: a number that stands twice under two names is taken for two. What is only a count of all complaints (which the
 * policy wants by cause, by person …) stands among the standard figures too and is not listed.
 */
export function saidOnce(
  figures: readonly Figure[],
  { measures }: Pick<PolicyPack, 'measures'>,
): { figures: Figure[]; repeated: Repeated[] } {
  const standard = new Map(figures.map((figure) => [figure.id, figure]));
  const computed = new Map(measures.map(({ id, computes }) => [`policy:${id}`, computes ?? null]));
  const repeated: Repeated[] = [];
  const left = figures.filter((measure) => {
    const computes = computed.get(measure.id) ?? null;
    const as = computes === null ? undefined : standard.get(standardOf(computes));
    if (as === undefined || as.period.id !== measure.period.id) return true;
    if (computes?.figure !== 'received') repeated.push({ measure, as });
    return false;
  });
  return { figures: left, repeated };
}

function standardOf(computes: Computes): string {
  return computes.figure === 'onTime' ? `onTime:${computes.milestone}` : computes.figure;
}
