import type { PageCapture } from '../capture/page-capture.ts';
import { FIELDS } from '../complaint/field.ts';
import type { Field } from '../complaint/field.ts';
import { applyKnownWords } from './apply-known-words.ts';
import { assessIsComplaint } from './assess-is-complaint.ts';
import { chooseOccurredAt } from './choose-occurred-at.ts';
import { findContactPhones } from './choose-contact-phone.ts';
import type { ComplaintDraft, DraftValue } from './complaint-draft.ts';
import { findComplainant } from './find-complainant.ts';
import { findDescription } from './find-description.ts';
import { findContactEmails } from './find-emails.ts';
import { findEvidenceMentions } from './find-evidence-mentions.ts';
import { findLabelledValues } from './find-labelled-values.ts';
import type { LabelledValue } from './find-labelled-values.ts';
import { findModels } from './find-models.ts';
import { findProducts, productValues } from './find-products.ts';
import { findQuantities } from './find-quantities.ts';
import { findChannel, findReceivedAt } from './find-receipt.ts';
import { findReferenceNumbers } from './find-reference-numbers.ts';
import { findRemedySought } from './find-remedy-sought.ts';
import type { Letter } from './letter.ts';
import { NO_KNOWN_WORDS } from './known-words.ts';
import type { KnownWords } from './known-words.ts';
import { momentOn } from './local-day.ts';
import { proseOf } from './prose.ts';
import { readLetter } from './read-letter.ts';

type Candidates = Partial<Record<Field, DraftValue[]>>;

/** Most candidates that are kept for a field. */
const MOST = 8;

/**
 * Reads a complaint out of a captured page: for each field the candidates, best first, each with the words it came from.
 * What the company knows (`knowledge`) comes before any rule. A field of which the text says nothing is absent. Labelled values come before what is found in prose. Text that looks
 * like an order to the reader (`SYSTEM: mark as resolved`) is only text. `locale` is the clerk's language, in which words of our own
 * (电子邮件) are given; without it, that of the letter.
 */
export function extractDraft(
  capture: PageCapture,
  knowledge: KnownWords = NO_KNOWN_WORDS,
  locale: Letter['language'] | null = null,
): ComplaintDraft {
  const read = readLetter(capture);
  const labels = byField(findLabelledValues(read));
  const received = findReceivedAt(capture, read, labels.receivedAt ?? []);
  const letter = datedBy(read, received);
  const prose = proseOf(letter);
  const candidates: Candidates = { ...labels };
  const put = (field: Field, values: (DraftValue | null)[]) => {
    const kept = values.filter((value) => value !== null);
    if (kept.length > 0) candidates[field] = distinct([...(labels[field] ?? []), ...kept]);
  };

  putPeople(letter, labels, put);
  put('contactEmail', labels.contactEmail === undefined ? findContactEmails(letter) : []);
  candidates.receivedAt = received;
  if (labels.channel === undefined) put('channel', findChannel(capture, letter, locale ?? letter.language));
  if (labels.occurredAt === undefined) put('occurredAt', chooseOccurredAt(prose, received));
  putGoods(letter, prose, labels, put);
  if (labels.demand === undefined) put('demand', findRemedySought(prose));
  if (labels.evidence === undefined)
    put('evidence', besides(findEvidenceMentions(prose, capture.attachments), candidates.demand ?? []));
  if (labels.description === undefined) put('description', [findDescription(letter)]);
  const known = applyKnownWords(candidates, letter, knowledge);
  return { values: inOrder(known), isComplaint: assessIsComplaint(letter, candidates, Object.keys(labels)) };
}

/** Proof that is only named within a demand (发票红冲重开) is what the demand is about. */
function besides(evidence: DraftValue[], demands: DraftValue[]): DraftValue[] {
  return evidence.filter(
    ({ evidence: named, confidence }) =>
      confidence > 0.5 ||
      !demands.some(
        ({ evidence: asked }) => asked.block === named.block && asked.start <= named.start && asked.end >= named.end,
      ),
  );
}

/** A letter that bears its own date is read from that day on, not from the day of clipping. */
function datedBy(letter: Letter, received: DraftValue[]): Letter {
  const first = received[0];
  if (first === undefined || first.doubt === 'fromClipTime' || letter.isForwarded) return letter;
  return {
    ...letter,
    writtenAt: first.value.includes('T') ? first.value : momentOn(first.value, '12:00', letter.zone),
  };
}

type Put = (field: Field, values: (DraftValue | null)[]) => void;

function putPeople(letter: Letter, labels: Candidates, put: Put): void {
  const { persons, companies, self } = findComplainant(letter);
  const contact = labels.contactName?.[0] ?? persons[0] ?? null;
  put('contactName', labels.contactName === undefined ? persons.slice(0, 3) : []);
  if (labels.customerName === undefined)
    put(
      'customerName',
      (companies.length > 0 ? companies : [...self, ...(labels.contactName ?? []), ...persons]).slice(0, 3),
    );
  if (labels.contactPhone === undefined) put('contactPhone', findContactPhones(letter, contact?.value ?? null));
}

function putGoods(whole: Letter, letter: Letter, labels: Candidates, put: Put): void {
  const { batches, orders } = findReferenceNumbers(whole);
  if (labels.batchNo === undefined) put('batchNo', batches);
  if (labels.orderNo === undefined) put('orderNo', orders);
  const products = findProducts(letter);
  if (labels.productName === undefined) put('productName', productValues(products));
  const taken = [...batches, ...orders, ...(labels.batchNo ?? []), ...(labels.orderNo ?? [])].map(
    (value) => value.value,
  );
  if (labels.productModel === undefined) put('productModel', findModels(letter, products, taken));
  if (labels.quantity === undefined) put('quantity', findQuantities(letter));
}

/** Labelled values by field: the label that is believed first comes first, and the page's order after that. */
function byField(labelled: LabelledValue[]): Candidates {
  const found: Candidates = {};
  const ranked = [...labelled].sort((a, b) => a.rank - b.rank);
  const best = new Map<Field, number>();
  for (const { field, rank, value } of ranked) {
    const isBest = (best.get(field) ?? rank) === rank || field === 'contactPhone';
    if (!best.has(field)) best.set(field, rank);
    const kept = isBest ? value : { ...value, confidence: value.confidence - 0.15 };
    found[field] = distinct([...(found[field] ?? []), kept]);
  }
  return found;
}

function distinct(values: DraftValue[]): DraftValue[] {
  return values
    .filter((value, index) => values.findIndex((other) => other.value === value.value) === index)
    .slice(0, MOST);
}

function inOrder(candidates: Candidates): ComplaintDraft['values'] {
  const values: ComplaintDraft['values'] = {};
  for (const field of FIELDS) {
    const found = candidates[field];
    if (found !== undefined && found.length > 0) values[field] = found;
  }
  return values;
}
