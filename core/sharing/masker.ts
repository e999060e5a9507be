import { condensed, united, type Span } from './condensed-text.ts';
import { detectPersonal } from './detect-personal.ts';
import { knownValues, shortForms } from './known-values.ts';
import { halfMasked, isMobileNumber, PERSONAL_KINDS, plainValue, type PersonalKind } from './personal-kind.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import { valuesOfCell } from './values-of-cell.ts';

/**
 * How a text is looked at. `free`: everything that is found is masked. `kept`: of a column that is to stay as it is
 * (products, batches, categories), where only what is surely personal is masked.
 */
export type Care = 'free' | 'kept';

export interface MaskedExample {
  kind: PersonalKind;
  before: string;
  after: string;
}

export interface Masker {
  /** False where a copy may show all. */
  isMasking: boolean;
  /** Learns a cell of a personal column, before anything is masked. */
  learn: (kind: PersonalKind, cell: string) => void;
  /** Learns a word that is never a value, wherever it stands: 已结案, （未填写）. Before any value is learned. */
  spare: (word: string) => void;
  /** Learns a value that is to stay although it may look personal: a batch number, a complaint's number. */
  keep: (cell: string) => void;
  /** A cell of a personal column: nothing of it is left, but for a measure (吨). */
  whole: (kind: PersonalKind, cell: string) => string;
  text: (text: string, care?: Care) => string;
  /** The same for a part of a formula, a name of a table: letters, digits and `_` alone. */
  identifier: (name: string) => string;
  /** A number as a file writes it; null: it may stay. */
  number: (digits: string) => string | null;
  /** How many different values were masked, by kind. */
  counts: () => Record<PersonalKind, number>;
  examples: () => MaskedExample[];
}

/** A short form that more names share is a common word: Farm. */
const COMMON = 2;
const EXAMPLES = 10;
const EXAMPLE_LENGTH = 80;
/** 单位 heads customers in one ledger and these in another. */
const MEASURE =
  /^\s*(?:吨|噸|公斤|千克|斤|克|件|箱|袋|包|个|個|台|套|只|支|瓶|桶|罐|盒|条|條|米|平方米?|立方米?|方|升|毫升|张|片|卷|块|根|双|车|批|次|元|kg|g|t|l|ml|m|m[23²³]|pcs|set|%)\s*$/i;

/**
 * Masks texts. What a text becomes depends on the text and the key alone, never on its place, so that formulas, pivots and
 * lists that compared equal still do.
 */
export function masker(pseudonyms: Pseudonyms): Masker {
  const known = knownValues();
  const kept = new Set<string>();
  const spared = new Set<string>();
  const done = { free: new Map<string, string>(), kept: new Map<string, string>() };
  const wholes = new Map<string, string>();
  const isPlain = (cell: string): boolean =>
    !/[\p{L}\p{N}]/u.test(cell) || MEASURE.test(cell) || spared.has(condensed(cell).text.trim());
  const masked = new Set<string>();
  const counts = noCounts();
  const examples = new Map<string, MaskedExample>();

  /** Mobile numbers by what half masked ones show of them: the first three digits and the last two. */
  const phones = new Map<string, Set<string>>();
  /** A half masked number is that of the workbook which alone fits it; else its own. */
  const pseudonymOf = (kind: PersonalKind, value: string): string => {
    const half = kind === 'phone' ? halfMasked(value) : null;
    if (half === null) return pseudonyms.of(kind, value);
    const { start, end } = half;
    const [only, ...others] = [...(phones.get(start + end.slice(-2)) ?? [])].filter((phone) => phone.endsWith(end));
    return pseudonyms.of(kind, only === undefined || others.length > 0 ? value : only);
  };

  const give = (kind: PersonalKind, value: string, pseudonym = pseudonymOf(kind, value)): string => {
    if (!masked.has(pseudonym)) {
      masked.add(pseudonym);
      counts[kind]++;
    }
    return pseudonym;
  };
  const tell = (kind: PersonalKind, before: string, after: string): void => {
    const ofKind = [...examples.values()].filter((example) => example.kind === kind).length;
    if (examples.size >= EXAMPLES || ofKind >= 3 || examples.has(before)) return;
    examples.set(before, { kind, before: before.slice(0, EXAMPLE_LENGTH), after: after.slice(0, EXAMPLE_LENGTH) });
  };

  const replaced = (text: string, care: Care): string => {
    if (shortened.size > 0) learnShort();
    const view = condensed(text);
    const whole = known.whole(view.text.trim());
    if (whole !== undefined && (care === 'free' || view.text.trim().length > 2))
      return give(kindOf(whole), text, whole);
    const spans: Span[] = [
      ...known.find(view.text).filter(({ start, end }) => care === 'free' || end - start > 2),
      ...detectPersonal(view.text).filter(
        ({ start, end, kind, isWeak }) =>
          !(isWeak === true && (care === 'kept' || kept.has(view.text.slice(start, end)))) &&
          !(care === 'kept' && (kind === 'address' || kind === 'person' || kind === 'order')),
      ),
    ];
    if (spans.length === 0) return text;
    let [result, at] = ['', 0];
    for (const { start, end, kind, pseudonym } of united(spans)) {
      const [from, to] = [view.toOriginal(start), view.toOriginal(end)];
      const value = view.text.slice(start, end);
      result += text.slice(at, from) + give(kind, value, pseudonym ?? known.whole(value));
      at = Math.max(at, to);
    }
    result += text.slice(at);
    const [first] = spans;
    if (first !== undefined) tell(first.kind, text, result);
    return result;
  };

  const kindByPseudonym = new Map<string, PersonalKind>();
  const kindOf = (pseudonym: string): PersonalKind => kindByPseudonym.get(pseudonym) ?? 'person';
  /** Short forms of names, with the names they may stand for. */
  const shortened = new Map<string, Set<string>>();
  /** Once all names are learned, their short forms are: for the name itself where only one has it; not at all where many do. */
  const learnShort = (): void => {
    for (const [form, names] of shortened) {
      const [only = ''] = names;
      if (names.size <= COMMON) know(form, kindOf(only), names.size === 1 ? only : pseudonyms.of('person', form));
    }
    shortened.clear();
  };
  const know = (folded: string, kind: PersonalKind, pseudonym: string): void => {
    if (spared.has(folded)) return;
    known.add(folded, kind, pseudonym);
    if (!kindByPseudonym.has(pseudonym)) kindByPseudonym.set(pseudonym, kind);
  };

  const learnPhone = (text: string): void => {
    const plain = plainValue('phone', text);
    if (!isMobileNumber(plain)) return;
    const shown = plain.slice(0, 3) + plain.slice(-2);
    const known = phones.get(shown) ?? phones.set(shown, new Set()).get(shown);
    known?.add(plain);
  };

  return {
    isMasking: true,
    learn: (kind, cell) => {
      if (isPlain(cell)) return;
      const values = valuesOfCell(kind, cell);
      for (const value of values) if (value.kind === 'phone') learnPhone(value.text);
      // Whose a half masked number is shows once all are learned.
      const isHalf = ({ kind, text }: { kind: PersonalKind; text: string }) =>
        kind === 'phone' && halfMasked(text) !== null;
      const said = values.map((value) => pseudonyms.of(value.kind, value.text));
      values.forEach((value, at) => {
        const pseudonym = said[at] ?? '';
        if (!isTelling(value.kind, value.text) || isHalf(value)) return;
        know(value.text, value.kind, pseudonym);
        know(plainValue(value.kind, value.text), value.kind, pseudonym);
        if (value.kind !== 'person' && value.kind !== 'staff') return;
        const original = values.length === 1 ? cell : value.text;
        for (const form of shortForms(value.text, original)) {
          const names = shortened.get(form) ?? shortened.set(form, new Set()).get(form);
          names?.add(pseudonym);
        }
      });
      const whole = condensed(cell).text.trim();
      if (isTelling(kind, whole) && !values.some(isHalf)) know(whole, kind, said.join(' '));
    },
    spare: (word) => {
      spared.add(condensed(word).text.trim());
    },
    keep: (cell) => {
      if (!isMobileNumber(cell)) kept.add(condensed(cell).text.trim());
    },
    whole: (kind, cell) => {
      if (isPlain(cell)) return cell;
      const before = wholes.get(`${kind} ${cell}`);
      if (before !== undefined) return before;
      const values = valuesOfCell(kind, cell);
      const after = values.map((value) => give(value.kind, value.text)).join(' ');
      wholes.set(`${kind} ${cell}`, after);
      tell(kind, cell, after);
      return after;
    },
    text: (text, care = 'free') => {
      if (text.length < 2) return text;
      const before = done[care].get(text);
      if (before !== undefined) return before;
      const after = replaced(text, care);
      done[care].set(text, after);
      return after;
    },
    identifier: (name) => {
      const after = replaced(name, 'free');
      return after === name ? name : after.replace(/[^\p{L}\p{N}_.\\]/gu, '_');
    },
    number: (digits) => {
      const plain = written(digits);
      // 13800138000.5 and -13800138000 are a phone still.
      const [, whole = ''] = /^[-+]?(\d+)(?:\.\d+)?$/.exec(plain) ?? [];
      if (whole !== plain && isMobileNumber(whole)) return give('phone', whole);
      if (!/^\d{5,}$/.test(plain)) return null;
      const pseudonym = known.whole(plain);
      if (pseudonym !== undefined) return give(kindOf(pseudonym), plain, pseudonym);
      if (kept.has(plain)) return null;
      if (isMobileNumber(plain)) return give('phone', plain);
      if (plain.length >= 15) return give('card', plain);
      return null;
    },
    counts: () => counts,
    examples: () => [...examples.values()],
  };
}

/** A number's digits, however a file writes it: 1.3800138E+10, 13800138000.0. */
function written(digits: string): string {
  const number = Number(digits);
  if (/E/i.test(digits) && Number.isInteger(number) && Math.abs(number) < 1e21) return BigInt(number).toString();
  return digits.trim().replace(/\.0+$/, '');
}

/** Masks nothing, for a copy that may show all. */
export function plainMasker(): Masker {
  return {
    isMasking: false,
    learn: () => undefined,
    spare: () => undefined,
    keep: () => undefined,
    whole: (_, cell) => cell,
    text: (text) => text,
    identifier: (name) => name,
    number: () => null,
    counts: () => noCounts(),
    examples: () => [],
  };
}

const noCounts = () => Object.fromEntries(PERSONAL_KINDS.map((kind) => [kind, 0])) as Record<PersonalKind, number>;

/** Whether a value is one to be looked for elsewhere: 无 in a column of phones, Workshop in one of orders are not. */
function isTelling(kind: PersonalKind, text: string): boolean {
  if (kind === 'person' || kind === 'staff') return text.length >= 2;
  if (kind === 'account') return text.length >= 4;
  if (kind === 'email') return text.includes('@');
  if (kind === 'plate') return text.length >= 5 && /\d/.test(text);
  return kind === 'address' ? text.length >= 4 : (text.match(/\d/g)?.length ?? 0) >= 3;
}
