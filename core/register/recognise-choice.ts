import type { Localized } from '../policy/localized.ts';
import { foldText } from '../text/fold-text.ts';

/** Something with a name that a ledger may write in its own words: a category, a grade, a status of a policy pack. */
export interface NamedChoice {
  id: string;
  label: Localized;
  synonyms: string[];
}

const NEGATION = /([未不无没待否勿免难]|非(?!常))[^ ]{0,2}$|\b(not|non|un|no)[ -]?$/;

/**
 * Makes a reader of a team's own words: the id of the choice a cell means, or null when it is not sure. A cell that equals
 * a label (in any language), a synonym or the id is sure; else the longest name that stands in the cell without a negation
 * before it (未结案 does not mean 结案), if no other choice has one as long. `exactly` leaves the latter out.
 */
export function choiceReader(
  choices: readonly NamedChoice[],
  { exactly = false } = {},
): (text: string | undefined) => string | null {
  const names = new Map<string, string>();
  for (const { id, label, synonyms } of choices) {
    for (const name of [id, ...Object.values(label), ...synonyms]) {
      const key = keyOf(name);
      if (key !== '' && !names.has(key)) names.set(key, id);
    }
  }
  return (text) => {
    const key = keyOf(text ?? '');
    if (key === '') return null;
    return names.get(key) ?? (exactly ? null : contained(key, names));
  };
}

function contained(key: string, names: Map<string, string>): string | null {
  let best: { length: number; ids: Set<string> } = { length: 1, ids: new Set() };
  for (const [name, id] of names) {
    if (name.length < best.length || name.length < 2 || !standsIn(key, name)) continue;
    if (name.length > best.length) best = { length: name.length, ids: new Set() };
    best.ids.add(id);
  }
  return best.ids.size === 1 ? ([...best.ids][0] ?? null) : null;
}

function standsIn(key: string, name: string): boolean {
  for (let at = key.indexOf(name); at >= 0; at = key.indexOf(name, at + 1)) {
    const before = key.slice(0, at);
    const isWord = !/^[a-z0-9]/.test(name) || !/[a-z0-9]$/.test(before);
    if (isWord && !NEGATION.test(before)) return true;
  }
  return false;
}

function keyOf(text: string): string {
  return foldText(text)
    .folded.replace(/[\s"'“”‘’·.,、。:;()[\]【】《》<>]+/g, ' ')
    .trim();
}
