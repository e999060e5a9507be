import type { PolicyPack } from '../policy/policy-pack.ts';
import { foldText } from '../text/fold-text.ts';
import { choiceReader } from './recognise-choice.ts';
import { misspelling } from './spelling.ts';
import { OPEN_FORMS, STATUS_WORDS, TAKEN_BACK } from './status-words.ts';

/**
 * Makes a reader of status cells: the pack's status that a cell means, by the pack's own names, else by the words that
 * ledgers commonly use (是, √, 已结, ongoing …) or a sure slip in one (己处理), else by a name within it; null when it is not
 * sure.
 */
export function statusReader(pack: PolicyPack): (text: string | undefined) => string | null {
  const byName = choiceReader(pack.statuses, { exactly: true });
  const byPart = choiceReader(pack.statuses);
  const first = (open: boolean) => pack.statuses.find(({ isOpen }) => isOpen === open)?.id ?? null;
  const common = new Map([
    ...STATUS_WORDS.closed.map((word) => [word, first(false)] as const),
    ...STATUS_WORDS.open.map((word) => [word, first(true)] as const),
  ]);
  const bySlip = (word: string) => {
    const meant = new Set([...common].flatMap(([usual, id]) => (misspelling(word, usual) === 'sure' ? [id] : [])));
    return meant.size === 1 ? ([...meant][0] ?? null) : null;
  };
  return (text) => {
    if (text === undefined) return null;
    const { folded, word } = folds(text);
    return (
      byName(text) ?? common.get(word) ?? bySlip(word) ?? byPart(text) ?? (OPEN_FORMS.test(folded) ? first(true) : null)
    );
  };
}

const PLAINLY_OPEN: ReadonlySet<string> = new Set(STATUS_WORDS.open);

/** Whether a status cell says no more than that a complaint is open (处理中, 未结, 否, nothing), not how far it has come. */
export function isPlainlyOpen(text: string): boolean {
  const { word } = folds(text);
  return word === '' || PLAINLY_OPEN.has(word);
}

/** Whether a status cell says that a complaint was taken back (撤诉, 作废, withdrawn …). */
export function isTakenBack(text: string): boolean {
  return TAKEN_BACK.test(folds(text).folded);
}

function folds(text: string): { folded: string; word: string } {
  const folded = foldText(text).folded.trim();
  return { folded, word: folded.replace(/[\s\-_。.!！]/g, '') };
}
