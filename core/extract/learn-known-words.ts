import type { ComplaintValues } from '../complaint/complaint-values.ts';
import type { Field } from '../complaint/field.ts';
import type { ComplaintDraft } from './complaint-draft.ts';
import type { KnownContact, KnownWord, KnownWords, RejectedWord } from './known-words.ts';
import { plainName } from './name-likeness.ts';
import { candidatesIn, proposedValues } from './proposed-values.ts';

const MOST_WORDS = 20_000;
const MOST_REJECTED = 5_000;
/** Fields whose proposals are words that come again; times and stories do not. */
const TEACHING: readonly Field[] = ['customerName', 'contactName', 'productName', 'productModel', 'batchNo', 'orderNo'];

/**
 * The knowledge after a clerk saved a complaint: every confirmed customer, contact, product, model and department counts
 * once more, and a proposal of `draft` that the clerk replaced is remembered as no value of that field (one that was
 * confirmed is no longer rejected). `draft` is null for a complaint from the register. Nothing that is passed in changes.
 */
export function learnFrom(known: KnownWords, confirmed: ComplaintValues, draft: ComplaintDraft | null): KnownWords {
  const words = (field: Field) => partsOf(field, confirmed, draft);
  return {
    ...known,
    customers: withWords(known.customers, words('customerName')),
    products: withWords(known.products, words('productName')),
    models: withWords(known.models, words('productModel')),
    departments: withWords(known.departments, words('responsibleDept')).slice(0, 2_000),
    contacts: withContact(known.contacts, confirmed),
    rejected: withRejected(known.rejected, confirmed, draft),
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
): RejectedWord[] {
  const proposed = draft === null ? {} : proposedValues(draft);
  let result = [...list];
  for (const field of TEACHING) {
    const value = confirmed[field] ?? '';
    const kept = plainName(value);
    result = result.filter((word) => word.field !== field || word.words !== kept);
    const wrong = plainName(proposed[field] ?? '').slice(0, 500);
    // A value that was only shortened, lengthened or joined was not wrong.
    if (wrong === '' || wrong === kept || kept.includes(wrong) || (kept !== '' && wrong.includes(kept))) continue;
    const old = result.find((word) => word.field === field && word.words === wrong);
    result = [...result.filter((word) => word !== old), { field, words: wrong, count: (old?.count ?? 0) + 1 }];
  }
  return mostCounted(result, MOST_REJECTED);
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
