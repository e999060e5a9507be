import type { Judged, JudgedDeadline, Judgement } from './judge-by-pack.ts';

/** One thing that would be different, with both sides and their reasons. A deadline that would not apply is null. */
export type PolicyChange =
  | { what: 'category' | 'grade' | 'routes' | 'departments'; before: Judged; after: Judged }
  | { what: 'deadline'; milestone: string; before: JudgedDeadline | null; after: JudgedDeadline | null };

/** What one judgement says differently from another, in a fixed order. New words or clauses alone are no change. */
export function findChanges(before: Judgement, after: Judgement): PolicyChange[] {
  const settled = (['category', 'grade', 'routes', 'departments'] as const).flatMap((what): PolicyChange[] =>
    areSame(before[what].ids, after[what].ids) ? [] : [{ what, before: before[what], after: after[what] }],
  );
  const milestones = new Set([...before.deadlines, ...after.deadlines].map(({ milestone }) => milestone));
  const deadlines = [...milestones].flatMap((milestone): PolicyChange[] => {
    const [old, fresh] = [before, after].map(
      ({ deadlines: all }) => all.find((each) => each.milestone === milestone) ?? null,
    );
    return isSameDeadline(old ?? null, fresh ?? null)
      ? []
      : [{ what: 'deadline', milestone, before: old ?? null, after: fresh ?? null }];
  });
  return [...settled, ...deadlines];
}

/** Departments may stand in another order. */
function areSame(a: readonly string[], b: readonly string[]): boolean {
  return a.toSorted().join() === b.toSorted().join();
}

function isSameDeadline(a: JudgedDeadline | null, b: JudgedDeadline | null): boolean {
  return a?.deadline.dueAt === b?.deadline.dueAt && a?.deadline.basis === b?.deadline.basis;
}
