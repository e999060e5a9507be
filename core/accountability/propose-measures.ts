import type { Localized } from '../policy/localized.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';

type Measure = PolicyPack['accountability']['measures'][number];

/** What a person found out about the part that people and departments had in a complaint. */
export interface AccountabilityQuestion {
  kind: Measure['kind'];
  of: Measure['of'];
  /** How grave, or how great, as a person judges it: a step of the pack's scale; null: not judged. */
  severity?: number | null;
  /** How the complaint turned out; null: not decided. */
  verdict?: string | null;
}

/** A reward or penalty of the pack, as a proposal. */
export interface MeasureProposal {
  measure: string;
  label: Localized;
  /** True for those of the judged severity; the others are there to choose from. */
  isProposed: boolean;
  severity: number | null;
  /** For what the pack gives it, in its words. */
  when: Localized | null;
  /** Null: not configured. No document sets it, so nobody may read one out of it. Absent: it bears no sum. */
  amount?: number | null;
  source: string;
}

/** The measures that apply, and to whom a decision may be appealed. */
export interface MeasureProposals {
  measures: MeasureProposal[];
  appeal: PolicyPack['accountability']['appeal'];
  /** `unfounded`: nobody is penalised for a complaint that turned out unfounded. */
  none: 'unfounded' | 'notInPack' | null;
}

/**
 * The rewards or penalties that a pack knows for people or departments, those of the judged severity proposed, all others
 * on offer; in order of severity, those without any last. Proposals only: a person decides, and may appeal (S2-24).
 */
export function proposeMeasures(
  { kind, of, severity = null, verdict = null }: AccountabilityQuestion,
  { accountability, verdicts }: PolicyPack,
): MeasureProposals {
  const { appeal } = accountability;
  const isUnfounded = verdicts.some(({ id, founded }) => id === verdict && !founded);
  if (kind === 'penalty' && isUnfounded) return { measures: [], appeal, none: 'unfounded' };
  const measures = accountability.measures
    .filter((measure) => measure.kind === kind && measure.of === of)
    .toSorted((a, b) => (a.severity ?? Infinity) - (b.severity ?? Infinity) || 0)
    .map((measure): MeasureProposal => {
      const { id, label, when, amount, source } = measure;
      const isProposed = severity !== null && measure.severity === severity;
      const sum = amount === undefined ? {} : { amount };
      return { measure: id, label, isProposed, severity: measure.severity, when, ...sum, source };
    });
  return { measures, appeal, none: measures.length === 0 ? 'notInPack' : null };
}
