import type { PolicyPack } from '../policy-pack.ts';
import { entails } from './entails.ts';
import { finding, type PackFinding } from './pack-finding.ts';

/** Two gifts by ratio that always hold together and do not give the same. */
export function ratiosClash({ remedies }: PolicyPack): PackFinding[] {
  return remedies.flatMap((first, at) =>
    remedies.slice(at + 1).flatMap((second): PackFinding[] => {
      const bothGive = first.kind === second.kind && first.ratio && second.ratio && first.when && second.when;
      if (!bothGive || !first.ratio || !second.ratio || !first.when || !second.when) return [];
      const areTogether = entails(first.when, second.when) || entails(second.when, first.when);
      const areSame = first.ratio.give * second.ratio.per === second.ratio.give * first.ratio.per;
      if (!areTogether || areSame) return [];
      return [
        finding('warning', 'ratiosClash', `remedies.${second.id}`, {
          sources: [first.source, second.source],
          params: { firstClauses: first.source, secondClauses: second.source },
          labels: { first: first.label, second: second.label },
        }),
      ];
    }),
  );
}
