import type { PolicyPack } from '../policy-pack.ts';
import { clausesOf } from './clauses.ts';
import { finding, type PackFinding } from './pack-finding.ts';
import { says } from './says.ts';

/**
 * Words of one clause that contain a word of another: whoever says 严重破碎 says 破碎, so both clauses speak of it, and the order
 * of the rules decides (S1f-C5). Within a grade only: across grades the graver rule wins, which `gradeClashes` tells.
 */
export function nestedWords({ gradeRules }: PolicyPack): PackFinding[] {
  return gradeRules.flatMap((outer) =>
    gradeRules.flatMap((inner): PackFinding[] => {
      const isOneClause = clausesOf(outer.source).some((clause) => clausesOf(inner.source).includes(clause));
      if (outer.grade !== inner.grade || isOneClause) return [];
      const pairs = (outer.when.anyWord ?? []).flatMap((word) =>
        (inner.when.anyWord ?? []).filter((other) => word !== other && says(word, other)).map((other) => [word, other]),
      );
      const [words] = pairs;
      if (!words) return [];
      return [
        finding('note', 'wordInsideWord', `gradeRules.${outer.id}`, {
          sources: [outer.source, inner.source],
          params: { word: words[0] ?? '', part: words[1] ?? '', clauses: outer.source, otherClauses: inner.source },
        }),
      ];
    }),
  );
}
