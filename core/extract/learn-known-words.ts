import type { ComplaintValues } from '../complaint/complaint-values.ts';
import type { Field } from '../complaint/field.ts';
import type { ComplaintDraft } from './complaint-draft.ts';
import { CORRECTABLE } from './known-words.ts';
import type { KnownContact, KnownWord, KnownWords, RejectedWord } from './known-words.ts';
import { plainName } from './name-likeness.ts';
import { candidatesIn, proposedValues } from './proposed-values.ts';

const MOST_WORDS = 20_000;
const MOST_REJECTED = 5_000;

/**
 * The knowledge after a clerk saved a complaint: every confirmed customer, contact, product, model and department counts
 * once more, and a reading of `draft` that the clerk replaced is counted with what was put in its place; to confirm its
 * words ends that count. A value that was cleared corrects nothing. `draft` is null for a complaint from the register;
 * `before` is what the same complaint taught when it was saved last. Nothing that is passed in changes.
 */
export function learnFrom(
  known: KnownWords,
  confirmed: ComplaintValues,
  draft: ComplaintDraft | null,
  before: ComplaintValues | null = null,
): KnownWords {
  const words = (field: Field) => partsOf(field, confirmed, draft);
  return {
    ...known,
    customers: withWords(known.customers, words('customerName')),
    products: withWords(known.products, words('productName')),
    models: withWords(known.models, words('productModel')),
    departments: withWords(known.departments, words('responsibleDept')).slice(0, 2_000),
    contacts: withContact(known.contacts, confirmed),
    rejected: withRejected(known.rejected, confirmed, draft, before),
  };
}

/** The parts of a confirmed value: those the draft proposed one by one, else the whole. */
function partsOf(field: Field, confirmed: ComplaintValues, draft: ComplaintDraft | null): string[] {
  const value = confirmed[field]?.trim() ?? '';
  if (value === '') return [];
  const parts = candidatesIn(field, value, draft?.values[field] ?? []).map((candidate) => candidate.value);
  return parts.length > 1 ? parts : [value];
}

function withWords(list: readonly KnownWord[], texts: readonly string[]): KnownWord[] {
  const result = [...list];
  for (const text of texts.filter((words) => words.length <= 500)) {
    const at = result.findIndex((word) => plainName(word.text) === plainName(text));
    const count = (result[at]?.count ?? 0) + 1;
    if (at < 0) result.push({ text, count });
    // The clerk's latest spelling is the company's.
    else result[at] = { text, count };
  }
  return mostCounted(result, MOST_WORDS);
}

function withContact(list: readonly KnownContact[], confirmed: ComplaintValues): KnownContact[] {
  const name = confirmed.contactName ?? null;
  const phone = confirmed.contactPhone?.split(' / ')[0]?.slice(0, 60) ?? null;
  const email = confirmed.contactEmail?.slice(0, 320) ?? null;
  if (phone === null && email === null) return [...list];
  const digits = (text: string | null) => (text ?? '').replace(/\D/g, '');
  const isSame = (other: KnownContact) =>
    (email !== null && other.email?.toLowerCase() === email.toLowerCase()) ||
    (phone !== null && digits(phone).length >= 7 && digits(other.phone) === digits(phone));
  const old = list.find(isSame);
  const contact: KnownContact = {
    name: name?.slice(0, 200) ?? old?.name ?? null,
    phone: phone ?? old?.phone ?? null,
    email: email ?? old?.email ?? null,
    customer: confirmed.customerName?.slice(0, 500) ?? old?.customer ?? null,
    count: (old?.count ?? 0) + 1,
  };
  return mostCounted([...list.filter((other) => other !== old), contact], MOST_WORDS);
}

function withRejected(
  list: readonly RejectedWord[],
  confirmed: ComplaintValues,
  draft: ComplaintDraft | null,
  before: ComplaintValues | null,
): RejectedWord[] {
  const proposed = draft === null ? {} : proposedValues(draft);
  let result = list.filter((word) => CORRECTABLE.includes(word.field));
  for (const field of CORRECTABLE) {
    const value = confirmed[field]?.trim() ?? '';
    const kept = plainName(value);
    const taught = plainName(before?.[field] ?? '');
    if (kept === '' || taught === kept) continue;
    const confirmedWords = new Set([kept, ...partsOf(field, confirmed, draft).map(plainName)]);
    result = result.filter((word) => word.field !== field || !confirmedWords.has(word.words));
    const wrong = plainName(proposed[field] ?? '').slice(0, 500);
    // A value that was only shortened, lengthened or joined was not wrong.
    if (wrong === '' || kept.includes(wrong) || wrong.includes(kept)) continue;
    // One complaint corrects a reading once, however often it is saved.
    if (taught !== '' && taught !== wrong) continue;
    const old = result.find((word) => word.field === field && word.words === wrong);
    result = [...result.filter((word) => word !== old), corrected(old ?? { field, words: wrong, count: 0 }, value)];
  }
  return mostCounted(result, MOST_REJECTED);
}

/** The reading after it was replaced by `value` once more. */
function corrected({ field, words, count, instead }: RejectedWord, value: string): RejectedWord {
  const isSame = instead !== undefined && plainName(instead.text) === plainName(value);
  const next = { text: value, count: isSame ? instead.count + 1 : 1 };
  return { field, words, count: count + 1, ...(value.length <= 500 ? { instead: next } : {}) };
}

/** At most `most`, the most counted ones; the order stays. */
function mostCounted<T extends { count: number }>(list: T[], most: number): T[] {
  if (list.length <= most) return list;
  const least = [...list].sort((a, b) => b.count - a.count)[most - 1]?.count ?? 0;
  const above = list.filter((item) => item.count > least).length;
  let room = most - above;
  return [...list]
    .reverse()
    .filter((item) => item.count > least || (item.count === least && room-- > 0))
    .reverse();
}
