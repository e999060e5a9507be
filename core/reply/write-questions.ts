import type { Field } from '../complaint/field.ts';
import type { Locale } from '../policy/localized.ts';
import type { ReplyTemplate } from '../policy/guidance.ts';
import type { MissingField } from '../policy/missing-fields.ts';
import { translate } from '../wording/translate.ts';
import type { ReplyFacts } from './reply-facts.ts';
import { writeReply, type WrittenReply } from './write-reply.ts';

/** What the company itself must know; no customer is asked for it. */
const OURS: ReadonlySet<Field> = new Set<Field>([
  ...([
    'sequenceNo',
    'complaintId',
    'receivedAt',
    'channel',
    'category',
    'subcategory',
    'severity',
    'receivedBy',
  ] as const),
  ...([
    'responsibleDept',
    'responsiblePerson',
    'firstResponseAt',
    'dueAt',
    'cause',
    'solution',
    'compensation',
  ] as const),
  ...(['correctiveAction', 'approval', 'status', 'closedAt', 'remarks'] as const),
]);

/** Of what is missing, that which the customer can be asked for. */
export function questionsForCustomer<M extends Pick<MissingField, 'field'>>(missing: readonly M[]): M[] {
  return missing.filter(({ field }) => !OURS.has(field));
}

/**
 * A reply that asks the customer for what is missing: greeting, the questions numbered, thanks, and who signs. Without a contact
 * it greets without a name; a company or a signature that is not set leaves a gap 【…】, as in other replies. With no question
 * it is empty.
 */
export function writeQuestions(missing: readonly MissingField[], facts: ReplyFacts, locale: Locale): WrittenReply {
  const { values } = facts;
  const questions = questionsForCustomer(missing).map(({ question }) => question[locale]);
  if (questions.length === 0) return { text: '', gaps: [], isProvisional: false };
  const name = values.contactName ?? values.customerName;
  const text = [
    translate(locale, name === undefined ? 'reply.ask.greetingPlain' : 'reply.ask.greeting'),
    translate(locale, 'reply.ask.lead', { count: questions.length }),
    ...numbered(questions),
    translate(locale, 'reply.ask.thanks'),
    translate(locale, 'reply.ask.signature'),
  ].join('\n');
  return writeReply(
    asTemplate(text),
    { ...facts, values: { ...values, ...(name === undefined ? {} : { contactName: name }) } },
    locale,
  );
}

/** The questions as a postscript below another reply. */
export function questionsBelow(missing: readonly MissingField[], locale: Locale): string {
  const questions = questionsForCustomer(missing).map(({ question }) => question[locale]);
  if (questions.length === 0) return '';
  return ['', '', translate(locale, 'reply.ask.postscript'), ...numbered(questions)].join('\n');
}

const numbered = (questions: readonly string[]) =>
  questions.length === 1 ? [...questions] : questions.map((question, at) => `${at + 1}. ${question}`);

/** Our own words, filled as a template's are. */
const asTemplate = (text: string): Pick<ReplyTemplate, 'body' | 'milestone'> => ({
  body: { 'zh-CN': text, 'zh-TW': text, en: text },
});
