import type { LawPack } from './law-pack.ts';
import type { PolicyPack } from './policy-pack.ts';

/**
 * A company's policy with the clocks of a law beside its own, which stay as they are: the law's milestones, the axes that they
 * hang on, and its guidance, led by the call to verify the current text. Laid over twice it is there once. The id stays
 * the policy's, so that the company's settings hold.
 */
export function layLawOver(pack: PolicyPack, law: LawPack): PolicyPack {
  const verify = {
    id: `${law.id}-verify`,
    step: 'assessment' as const,
    when: {},
    text: law.verify,
    source: law.id,
  };
  const papers = [...law.documents, { prefix: law.id, clauses: null }].filter(({ prefix }) =>
    pack.documents.every((known) => known.prefix !== prefix),
  );
  return {
    ...pack,
    // A policy that lists no papers has its sources taken as they are.
    documents: pack.documents.length === 0 ? [] : [...pack.documents, ...papers],
    axes: [...pack.axes, ...missingFrom(pack.axes, law.axes)],
    milestones: [...pack.milestones, ...missingFrom(pack.milestones, law.milestones)],
    guidance: [...pack.guidance, ...missingFrom(pack.guidance, [verify, ...law.guidance])],
  };
}

function missingFrom<T extends { id: string }>(present: readonly T[], added: readonly T[]): T[] {
  return added.filter(({ id }) => present.every((known) => known.id !== id));
}
