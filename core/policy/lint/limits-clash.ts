import type { Approval } from '../workflow.ts';
import type { PolicyPack } from '../policy-pack.ts';
import { entails } from './entails.ts';
import { finding, type PackFinding } from './pack-finding.ts';

/** Two limits for one approval: the same role approves the same thing in the same cases, above one sum and above another. */
export function limitsClash({ approvals }: PolicyPack): PackFinding[] {
  return approvals.flatMap((first, at) =>
    approvals
      .slice(at + 1)
      .filter((second) => areOne(first, second) && first.over !== null && second.over !== null)
      .filter((second) => first.over !== second.over)
      .map((second) =>
        finding('warning', 'limitsClash', `approvals.${second.id}`, {
          sources: [first.source, second.source],
          params: { over: first.over ?? 0, otherOver: second.over ?? 0 },
          labels: { first: first.label, second: second.label },
        }),
      ),
  );
}

function areOne(a: Approval, b: Approval): boolean {
  return a.of === b.of && a.by === b.by && (entails(a.when, b.when) || entails(b.when, a.when));
}
