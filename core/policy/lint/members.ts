import type { Condition } from '../condition.ts';
import type { Localized } from '../localized.ts';
import type { PolicyPack } from '../policy-pack.ts';

/** One of the ways in which a condition can come to hold: one of its words, categories or values on an axis. */
export interface Member {
  kind: 'word' | 'category' | 'axis';
  id: string;
  /** Null for words, which are said as they stand. */
  label: Localized | null;
  /** The clauses that speak of it, where it has its own. */
  source: string | null;
  /** The condition, narrowed to this member. */
  when: Condition;
}

/** The members of a condition's lists. None for a condition that asks for nothing of the kind. */
export function membersOf(when: Condition, pack: PolicyPack): Member[] {
  const words = (when.anyWord ?? []).map((word): Member => ({
    kind: 'word',
    id: word,
    label: null,
    source: null,
    when: { ...when, anyWord: [word] },
  }));
  const categories = (when.category ?? []).flatMap((id): Member[] => {
    const category = pack.categories.find((each) => each.id === id);
    if (!category) return [];
    return [{ kind: 'category', id, label: category.label, source: null, when: { ...when, category: [id] } }];
  });
  const values = Object.entries(when.axis ?? {}).flatMap(([axis, ids]) =>
    ids.flatMap((id): Member[] => {
      const value = pack.axes.find((each) => each.id === axis)?.values.find((each) => each.id === id);
      if (!value) return [];
      const narrowed = { ...when, axis: { ...when.axis, [axis]: [id] } };
      return [{ kind: 'axis', id, label: value.label, source: value.source, when: narrowed }];
    }),
  );
  return [...words, ...categories, ...values];
}
