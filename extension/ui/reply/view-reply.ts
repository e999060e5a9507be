import type { PageCapture } from '../../../core/capture/page-capture.ts';
import type { Deadline } from '../../../core/deadline/deadline.ts';
import { guidanceAtStep } from '../../../core/guidance/guidance-at-step.ts';
import type { Situation } from '../../../core/grade/situation.ts';
import type { ReplyTemplate } from '../../../core/policy/guidance.ts';
import type { Locale } from '../../../core/policy/localized.ts';
import type { MissingField } from '../../../core/policy/missing-fields.ts';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import { checkReply, type ReplyCheck } from '../../../core/reply/check-reply.ts';
import { promisedDeadline } from '../../../core/reply/promised-deadline.ts';
import type { ReplyFacts } from '../../../core/reply/reply-facts.ts';
import { replyLanguage } from '../../../core/reply/reply-language.ts';
import { questionsBelow, questionsForCustomer, writeQuestions } from '../../../core/reply/write-questions.ts';
import { writeReply, type WrittenReply } from '../../../core/reply/write-reply.ts';

/** Who signs; asked once and kept on this computer. */
export interface Signature {
  companyName: string;
  handler: string;
}

export interface ReplyContext {
  pack: PolicyPack;
  situation: Situation;
  /** As they are once this reply is sent. */
  deadlines: Deadline[];
  /** What is asked of the customer. */
  questions: MissingField[];
  /** The complaint's number; null before it is saved. */
  id: string | null;
  signature: Signature;
  zone: string;
  asOf: string;
}

/** A reply that can be written: from a template of the policy, with or without the questions below, or the questions alone. */
export interface ReplyKind {
  /** `ask`, a template's id, or `<id>+ask`. */
  id: string;
  template: ReplyTemplate;
  asks: 'nothing' | 'below' | 'only';
}

export interface ReplyView {
  written: WrittenReply;
  check: ReplyCheck;
  /** The deadline whose time is promised; null: none runs, or the reply states none. */
  deadline: Deadline | null;
  /** The time that would be promised is over already. */
  isPast: boolean;
}

const EMPTY = { 'zh-CN': '—', 'zh-TW': '—', en: '—' };
/** The questions alone promise nothing and must say nothing but the questions. */
const QUESTIONS: ReplyTemplate = {
  ...{ id: 'ask', step: 'acknowledgement', label: EMPTY, body: EMPTY, mustHave: [], source: 'product' },
};

/** The replies that this complaint may get now, the one to offer first at the head. */
export function replyKinds({ pack, situation, questions, id }: ReplyContext): ReplyKind[] {
  const asks = questionsForCustomer(questions).length > 0;
  const only: ReplyKind[] = asks ? [{ id: QUESTIONS.id, template: QUESTIONS, asks: 'only' }] : [];
  if (id === null) return only;
  const templates = guidanceAtStep('acknowledgement', situation, pack).replies;
  const below = asks
    ? templates.map((template): ReplyKind => ({ id: `${template.id}+ask`, template, asks: 'below' }))
    : [];
  return [
    ...below,
    ...templates.map((template): ReplyKind => ({ id: template.id, template, asks: 'nothing' })),
    ...only,
  ];
}

/** A reply of a kind in one language, as it comes from the template or as it was changed by hand, and what a check of it finds. */
export function viewReply(kind: ReplyKind, context: ReplyContext, locale: Locale, changed: string | null): ReplyView {
  const { pack, deadlines, questions } = context;
  const deadline = promisedDeadline(kind.template, deadlines);
  const facts = { ...factsOf(context), deadline };
  const written = writtenReply(kind, facts, questions, locale);
  const check = checkReply(changed ?? written.text, kind.template, pack, facts);
  const { dueAt = null } = deadline ?? {};
  const isPast = check.statesDueTime !== null && dueAt !== null && Date.parse(dueAt) < Date.parse(context.asOf);
  return { written, check, deadline, isPast };
}

function writtenReply(kind: ReplyKind, facts: ReplyFacts, questions: MissingField[], locale: Locale): WrittenReply {
  if (kind.asks === 'only') return writeQuestions(questions, facts, locale);
  const written = writeReply(kind.template, facts, locale);
  return kind.asks === 'below' ? { ...written, text: written.text + questionsBelow(questions, locale) } : written;
}

function factsOf({ situation, id, signature, zone }: ReplyContext): ReplyFacts {
  const { values } = situation;
  const name = values.contactName ?? values.customerName;
  return {
    values: {
      ...values,
      ...(name === undefined ? {} : { contactName: name, customerName: values.customerName ?? name }),
      ...(id === null || values.complaintId !== undefined ? {} : { complaintId: id }),
    },
    deadline: null,
    companyName: signature.companyName.trim() || null,
    handler: signature.handler.trim() || null,
    zone,
  };
}

/** The language in which the customer wrote. */
export function languageOf({ blocks }: PageCapture, fallback: Locale): Locale {
  const said = blocks.filter(({ role }) => role === 'body' || role === 'selection' || role === 'subject');
  return replyLanguage(
    said
      .map(({ text }) => text)
      .join('\n')
      .slice(0, 4_000),
    fallback,
  );
}
