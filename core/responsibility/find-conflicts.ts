import type { ResponsibilityRule } from '../policy/responsibility.ts';

/** Two rows that both hold and do not agree; a person decides. */
export interface ResponsibilityConflict {
  /** `departments`: each names one that the other does not; `share`: they give the same department different shares. */
  code: 'departments' | 'share';
  rules: [string, string];
  sources: [string, string];
  /** The departments in dispute. */
  departments: string[];
}

type Row = Pick<ResponsibilityRule, 'departments' | 'share' | 'source'> & { rule: string };

/**
 * Where two rows that hold disagree. A row that only says more than another (the same departments and further ones) does
 * not disagree with it, nor does one that adds a corresponding share (相应责任) of other departments.
 */
export function findConflicts(rows: readonly Row[]): ResponsibilityConflict[] {
  return rows.flatMap((first, at) =>
    rows.slice(at + 1).flatMap((second): ResponsibilityConflict[] => {
      const both: Pick<ResponsibilityConflict, 'rules' | 'sources'> = {
        rules: [first.rule, second.rule],
        sources: [first.source, second.source],
      };
      const shared = first.departments.filter((department) => second.departments.includes(department));
      if (first.share !== second.share && shared.length > 0) return [{ code: 'share', ...both, departments: shared }];
      const isAddition = [first, second].some(({ share }) => share === 'corresponding');
      const alone = [...without(first, shared), ...without(second, shared)];
      const neitherHoldsOther = without(first, shared).length > 0 && without(second, shared).length > 0;
      return neitherHoldsOther && !isAddition ? [{ code: 'departments', ...both, departments: alone }] : [];
    }),
  );
}

function without({ departments }: Row, shared: readonly string[]): string[] {
  return departments.filter((department) => !shared.includes(department));
}
