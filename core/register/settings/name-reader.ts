import type { Localized } from '../../policy/localized.ts';

/** Something that a cell of the settings may name. */
export interface Named {
  id: string;
  label: Localized;
}

/**
 * Makes a reader of names: the id of the entry that a cell names by its label in any language or by its id, whatever its
 * case, width and blanks. Null for a name that is not known, or that two entries share.
 */
export function nameReader(entries: readonly Named[]): (text: string) => string | null {
  const ids = new Map<string, Set<string>>();
  for (const { id, label } of entries) {
    for (const name of [id, ...Object.values(label)]) {
      const key = nameKey(name);
      ids.set(key, (ids.get(key) ?? new Set()).add(id));
    }
  }
  return (text) => {
    const found = ids.get(nameKey(text));
    return found?.size === 1 ? ([...found][0] ?? null) : null;
  };
}

/** By what names are compared: without regard to case, width and blanks. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}
