import { COMPLAINT_SIGNALS } from './complaint-signals.ts';
import type { ComplaintSignal } from './complaint-signals.ts';
import type { ComplaintDraft } from './complaint-draft.ts';
import type { Letter } from './letter.ts';
import { evidenceIn } from './passage.ts';
import type { Passage } from './passage.ts';

/** Somebody took the text for one: without any word for or against it is rather a complaint than not. */
const BIAS = 0.2;
/** Enough of a long mail to know what it is. */
const READ = 12_000;
/** Enough of a mail to know why a machine sent it. */
const OPENING = 240;

/**
 * Is this a complaint at all? Newsletters, automatic replies, praise, enquiries, applications and notices are not.
 * `signals` quote the words that spoke for or against; `score` is 0 to 1, and 0.5 parts the two.
 */
export function assessIsComplaint(
  letter: Letter,
  found: ComplaintDraft['values'],
  labelledFields: string[],
): ComplaintDraft['isComplaint'] {
  const signals: ComplaintDraft['isComplaint']['signals'] = [];
  const isFiled = COMPLAINT_SIGNALS.some(
    ({ isFiling, pattern }) => isFiling && letter.subject !== null && pattern.test(letter.subject.folded),
  );
  let sum = BIAS;
  for (const signal of COMPLAINT_SIGNALS) {
    const match = signal.isMention && isFiled ? null : firstMatch(letter, signal);
    if (match === null) continue;
    sum += signal.weight * (match.isSubject ? 1.15 : 1);
    signals.push({ quote: match.quote, speaksFor: signal.weight > 0 });
  }
  // A record with a field for the complaint and one for the remedy is a complaint form that somebody filled in.
  if (labelledFields.includes('demand')) sum += 1;
  // An order or an enquiry has a request, a date and numbers as well: they count where something was said against.
  if (signals.some(({ speaksFor }) => speaksFor)) {
    if (labelledFields.includes('description')) sum += 0.8;
    if (labelledFields.includes('batchNo') || labelledFields.includes('receivedAt')) sum += 0.4;
    if ((found.demand?.[0]?.confidence ?? 0) >= 0.7) sum += 0.6;
    if (found.occurredAt !== undefined) sum += 0.2;
  }
  // A machine's mail that fills in no form is news, a receipt or a bounce.
  if (letter.isFromMachine && labelledFields.length < 3) sum -= 1.2;
  return { score: 1 / (1 + Math.exp(-sum)), signals };
}

function firstMatch(letter: Letter, signal: ComplaintSignal): { quote: string; isSubject: boolean } | null {
  const passages: Passage[] = signal.only === 'subject' ? [] : [...letter.body, ...letter.fields.map((f) => f.value)];
  const limit = signal.only === 'opening' ? OPENING : READ;
  const inSubject =
    letter.subject === null || signal.only === 'opening' ? null : matchIn(letter.subject, signal.pattern, limit);
  if (inSubject !== null) return { quote: inSubject, isSubject: true };
  for (const passage of passages) {
    const found = matchIn(passage, signal.pattern, limit);
    if (found !== null) return { quote: found, isSubject: false };
  }
  return null;
}

function matchIn(passage: Passage, pattern: RegExp, limit: number): string | null {
  const match = pattern.exec(passage.folded.slice(0, limit));
  return match === null ? null : evidenceIn(passage, match.index, match.index + match[0].length).quote.slice(0, 200);
}
