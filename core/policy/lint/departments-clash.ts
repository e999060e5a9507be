import type { PolicyPack } from '../policy-pack.ts';
import type { ResponsibilityRule } from '../responsibility.ts';
import { entails } from './entails.ts';
import { finding, type PackFinding } from './pack-finding.ts';

/** Rows of the matrix that always hold together and name departments of which neither holds the other's. */
export function departmentsClash({ responsibility }: PolicyPack): PackFinding[] {
  return responsibility.flatMap((wide, at) =>
    responsibility.flatMap((narrow, other): PackFinding[] => {
      const isTwin = other < at && entails(wide.when, narrow.when);
      if (at === other || isTwin || !entails(narrow.when, wide.when) || agree(narrow, wide)) return [];
      return [
        finding('warning', 'departmentsClash', `responsibility.${narrow.id}`, {
          sources: [wide.source, narrow.source],
          params: { firstClauses: wide.source, secondClauses: narrow.source },
          labels: { first: wide.label, second: narrow.label },
        }),
      ];
    }),
  );
}

function agree(a: ResponsibilityRule, b: ResponsibilityRule): boolean {
  const shared = a.departments.filter((department) => b.departments.includes(department));
  if (shared.length > 0 && a.share !== b.share) return false;
  const isAddition = [a, b].some(({ share }) => share === 'corresponding');
  return isAddition || [a, b].some(({ departments }) => departments.length === shared.length);
}
