import type { KnownWords } from '../extract/known-words.ts';

/**
 * The knowledge of two sources as one. A word that both know keeps the higher of its two counts, not their sum: reading the
 * same file twice makes nothing better known. The lists keep their most counted ones.
 */
export function mergeKnown(one: KnownWords, other: KnownWords): KnownWords {
  return {
    schemaVersion: 1,
    customers: merged(one.customers, other.customers, ({ text }) => text, 20_000),
    contacts: merged(
      one.contacts,
      other.contacts,
      ({ name, phone, email, customer }) => JSON.stringify([name, phone, email, customer]),
      20_000,
    ),
    products: merged(one.products, other.products, ({ text }) => text, 20_000),
    models: merged(one.models, other.models, ({ text }) => text, 20_000),
    departments: merged(one.departments, other.departments, ({ text }) => text, 2_000),
    rejected: merged(one.rejected, other.rejected, ({ field, words }) => `${field} ${words}`, 5_000),
  };
}

function merged<T extends { count: number }>(
  one: readonly T[],
  other: readonly T[],
  key: (item: T) => string,
  most: number,
): T[] {
  const all = new Map<string, T>();
  for (const item of [...one, ...other]) {
    const known = all.get(key(item));
    all.set(key(item), known === undefined || known.count < item.count ? item : known);
  }
  return [...all.values()].sort((first, second) => second.count - first.count).slice(0, most);
}
