import type { Field } from '../complaint/field.ts';
import type { DraftValue } from './complaint-draft.ts';
import { CORRECTABLE, OFTEN } from './known-words.ts';
import type { KnownContact, KnownWord, KnownWords, RejectedWord } from './known-words.ts';
import type { Letter } from './letter.ts';
import { letterTail } from './letter-tail.ts';
import { isNearName, plainName, stemOfName } from './name-likeness.ts';
import { draftValue, evidenceIn } from './passage.ts';
import type { Passage } from './passage.ts';
import { foldText } from '../text/fold-text.ts';

type Candidates = Partial<Record<Field, DraftValue[]>>;

const READ = 12_000;
const MOST = 8;
const KNOWN: [Field, 'customers' | 'products' | 'models'][] = [
  ['customerName', 'customers'],
  ['productName', 'products'],
  ['productModel', 'models'],
];

/**
 * What a company knows beats any rule. Candidates that are a known word but for a slip get the company's spelling; known
 * words that stand in the letter come first; a known phone number or address names the customer and the contact that the
 * letter does not name (doubt `fromKnown`). A reading that clerks corrected twice stands behind the others (doubt
 * `oftenCorrected`), and behind the known word that they put in its place (doubt `fromCorrections`); none is left out.
 * The evidence stays the letter's words.
 */
export function applyKnownWords(candidates: Candidates, letter: Letter, known: KnownWords): Candidates {
  const result: Candidates = { ...candidates };
  const put = (field: Field, values: DraftValue[]) => {
    result[field] = values.slice(0, MOST);
  };
  for (const [field, list] of KNOWN) {
    if (known[list].length === 0) continue;
    const spelled = (result[field] ?? []).map((value) => inOwnSpelling(value, known[list]));
    const found = isLabelled(spelled) ? [] : standing(letter, known[list]);
    put(field, distinct([...found, ...spelled]));
  }
  for (const field of Object.keys(result) as Field[]) put(field, result[field] ?? []);
  const caller = knownContact(result, known.contacts);
  if (caller !== null) {
    if (!isSure(result.customerName) && caller.contact.customer !== null)
      put(
        'customerName',
        distinct([fromKnown(caller.by, caller.contact.customer, 0.8), ...(result.customerName ?? [])]),
      );
    if (!isSure(result.contactName) && caller.contact.name !== null)
      put('contactName', distinct([fromKnown(caller.by, caller.contact.name, 0.75), ...(result.contactName ?? [])]));
  }
  // The last word, unabridged: whatever stands behind is still there to be chosen.
  for (const field of CORRECTABLE) {
    const values = result[field];
    if (values !== undefined) result[field] = weighedByCorrections(field, values, known);
  }
  return result;
}

/** A label outweighs a known word that only stands somewhere in the letter. */
const isLabelled = (values: DraftValue[]) => (values[0]?.confidence ?? 0) >= 0.91;

/** A name that only the mail head gives, or none, gives way to what is known of the caller. */
function isSure(values: DraftValue[] | undefined): boolean {
  const best = values?.[0];
  return best !== undefined && best.doubt === null && best.confidence >= 0.7;
}

function inOwnSpelling(value: DraftValue, words: readonly KnownWord[]): DraftValue {
  const plain = plainName(value.value);
  const known = foldedWords(words);
  const isLike = (other: string) => other[0] === plain[0] || other.at(-1) === plain.at(-1);
  const same =
    known.find((word) => word.plain === plain) ??
    known.find((word) => isLike(word.plain) && isNearName(word.text, value.value));
  return same === undefined
    ? value
    : { ...value, value: same.text, confidence: Math.max(value.confidence, 0.95), doubt: null };
}

/** Known words that stand in the letter, those of the card at its end and the longer ones first. */
function standing(letter: Letter, words: readonly KnownWord[]): DraftValue[] {
  const passages = [...letter.body, ...letter.signature, ...(letter.subject === null ? [] : [letter.subject])];
  const tail = letterTail(letter);
  const found: DraftValue[] = [];
  for (const passage of passages) {
    const text = passage.folded.slice(0, READ);
    const pairs = new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
    for (const word of foldedWords(words)) {
      for (const [form, trust] of word.forms) {
        if (!pairs.has(form.slice(0, 2))) continue;
        const at = wordAt(text, form);
        if (at < 0) continue;
        const isCard = tail.some((line) => line.passage === passage && at >= line.start && at < line.end);
        const value = valueAt(passage, at, form.length, word.text, isCard ? trust : trust - 0.08);
        if (value !== null) found.push(value);
        break;
      }
    }
  }
  return found.sort((a, b) => b.confidence - a.confidence || b.value.length - a.value.length);
}

interface FoldedWord {
  text: string;
  plain: string;
  forms: [string, number][];
}

/** The folded forms of a list that was seen before: folding thousands of words takes longer than looking for them. */
const FOLDED = new WeakMap<readonly KnownWord[], FoldedWord[]>();

function foldedWords(words: readonly KnownWord[]): FoldedWord[] {
  const kept = FOLDED.get(words);
  if (kept !== undefined) return kept;
  const folded = words.map(({ text }) => ({ text, plain: plainName(text), forms: formsOf(text) }));
  FOLDED.set(words, folded);
  return folded;
}

function formsOf(text: string): [string, number][] {
  const whole = foldText(text).folded.trim();
  const stem = stemOfName(text);
  return [
    ...(whole.length >= 2 ? ([[whole, 0.97]] as [string, number][]) : []),
    ...(stem === null ? [] : ([[stem, 0.9]] as [string, number][])),
  ];
}

/** Where a word stands that is not a part of a longer Latin word or number. */
function wordAt(text: string, word: string): number {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const isCut = (inner: string | undefined, outer: string | undefined) =>
      /[a-z\d]/.test(inner ?? '') && /[a-z\d]/.test(outer ?? '');
    if (!isCut(word[0], text[at - 1]) && !isCut(word.at(-1), text[at + word.length])) return at;
  }
  return -1;
}

function valueAt(passage: Passage, at: number, length: number, value: string, trust: number): DraftValue | null {
  return draftValue(evidenceIn(passage, at, at + length), trust, { value });
}

/** The readings with those often corrected behind the others, and a known word that came in their place where they stood. */
function weighedByCorrections(field: Field, values: DraftValue[], known: KnownWords): DraftValue[] {
  const often = new Map(
    known.rejected
      .filter((word) => word.field === field && word.count >= OFTEN && CORRECTABLE.includes(field))
      .map((word) => [word.words, word]),
  );
  const correctionOf = (value: DraftValue) => often.get(plainName(value.value));
  if (!values.some((value) => correctionOf(value) !== undefined)) return values;
  const before = values.flatMap((value) => {
    const correction = correctionOf(value);
    if (correction === undefined) return [value];
    const text = knownInstead(field, correction, known);
    if (text === null || often.has(plainName(text))) return [];
    return [
      values.find((other) => other.value === text && other.doubt === null) ?? {
        ...value,
        value: text,
        doubt: 'fromCorrections',
      },
    ];
  });
  const behind = values
    .filter((value) => correctionOf(value) !== undefined)
    .map((value) => ({ ...value, doubt: 'oftenCorrected' }));
  return [...before, ...behind].filter(
    (value, index, all) => all.findIndex((other) => other.value === value.value) === index,
  );
}

/** The known word that clerks put in place of a reading, where they did so often and for nothing else since. */
function knownInstead(field: Field, { instead }: RejectedWord, known: KnownWords): string | null {
  const list = KNOWN.find(([of]) => of === field)?.[1];
  if (list === undefined || instead === undefined || instead.count < OFTEN) return null;
  const plain = plainName(instead.text);
  return foldedWords(known[list]).find((word) => word.plain === plain)?.text ?? null;
}

/** The known contact whose number or address the letter gives, and the words that gave it. */
function knownContact(
  candidates: Candidates,
  contacts: readonly KnownContact[],
): { contact: KnownContact; by: DraftValue } | null {
  const by = (values: DraftValue[] | undefined, same: (contact: KnownContact, value: string) => boolean) =>
    (values ?? []).flatMap((value) => {
      const contact = contacts.find((other) => same(other, value.value));
      return contact === undefined ? [] : [{ contact, by: value }];
    })[0];
  const digits = (text: string) => text.replace(/\D/g, '').replace(/^(?:00)?86(?=1\d{10}$)/, '');
  return (
    by(candidates.contactEmail, ({ email }, value) => email !== null && email.toLowerCase() === value.toLowerCase()) ??
    by(
      candidates.contactPhone,
      ({ phone }, value) => phone !== null && digits(phone).length >= 7 && digits(phone) === digits(value),
    ) ??
    null
  );
}

function fromKnown(by: DraftValue, value: string, confidence: number): DraftValue {
  return { value, evidence: by.evidence, confidence, doubt: 'fromKnown' };
}

function distinct(values: DraftValue[]): DraftValue[] {
  const ranked = values.filter((value, index) => values.findIndex((other) => other.value === value.value) === index);
  return ranked.sort((a, b) => b.confidence - a.confidence);
}
