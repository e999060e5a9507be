import { readTime } from '../deadline/read-time.ts';
import type { Locale } from '../policy/localized.ts';
import type { ReplyTemplate } from '../policy/guidance.ts';
import { translate } from '../wording/translate.ts';
import type { ReplyFacts } from './reply-facts.ts';
import { stateTime } from './state-time.ts';

/** A place in a written reply where a value is missing. */
export interface ReplyGap {
  placeholder: string;
  /**
   * `noTimeLimit`: there is a deadline and it has no time (not configured, no start, at once). `otherClock`: the deadline is
   * not the one of which the template speaks.
   */
  code: 'missingValue' | 'noTimeLimit' | 'otherClock' | 'unknownPlaceholder';
  start: number;
  end: number;
}

/** A reply made from a template. With gaps left it must not be sent. */
export interface WrittenReply {
  text: string;
  gaps: ReplyGap[];
  /** The promised time counts on days off that are not published yet. */
  isProvisional: boolean;
}

/**
 * Writes a reply from a template in one language: placeholders filled from the complaint, `{dueAt}` with the computed time
 * (将在 2026年2月14日09:30 前答复, S0-19). A value that is missing leaves a visible gap 【…】 and is reported; nothing is
 * made up, and no other clock's time is put in its place. Values come from outside: they are put in as one line of plain text, and braces in them are not filled again.
 */
export function writeReply(
  template: Pick<ReplyTemplate, 'body' | 'milestone'>,
  facts: ReplyFacts,
  locale: Locale,
): WrittenReply {
  const gaps: ReplyGap[] = [];
  let text = '';
  let from = 0;
  let promises = false;
  const body = template.body[locale];
  for (const match of body.matchAll(/\{(\w+)\}/g)) {
    const [whole, placeholder = ''] = match;
    text += body.slice(from, match.index);
    from = match.index + whole.length;
    promises ||= placeholder === 'dueAt';
    const value = placeholder === 'dueAt' ? dueTime(template, facts, locale) : valueOf(placeholder, facts, locale);
    const words = value.ok ? value.text : `【${gapName(placeholder, locale)}】`;
    if (!value.ok) gaps.push({ placeholder, code: value.code, start: text.length, end: text.length + words.length });
    text += words;
  }
  return {
    text: text + body.slice(from),
    gaps,
    isProvisional: promises && facts.deadline?.basis === 'provisional',
  };
}

type Filled = { ok: true; text: string } | { ok: false; code: ReplyGap['code'] };

const TEXTS = ['contactName', 'customerName', 'productName', 'complaintId'] as const;

function valueOf(placeholder: string, facts: ReplyFacts, locale: Locale): Filled {
  const { values, zone } = facts;
  if (placeholder === 'receivedAt') {
    const received = readTime(values.receivedAt);
    return received.kind === 'known'
      ? { ok: true, text: stateTime(received.at, zone, locale) }
      : { ok: false, code: 'missingValue' };
  }
  if (placeholder === 'companyName' || placeholder === 'handler') return plain(facts[placeholder]);
  const field = TEXTS.find((name) => name === placeholder);
  return field ? plain(values[field]) : { ok: false, code: 'unknownPlaceholder' };
}

function dueTime(
  { milestone }: Pick<ReplyTemplate, 'milestone'>,
  { deadline, zone }: ReplyFacts,
  locale: Locale,
): Filled {
  if (deadline === null) return { ok: false, code: 'missingValue' };
  if (deadline.milestone !== milestone) return { ok: false, code: 'otherClock' };
  if (deadline.dueAt === null) return { ok: false, code: 'noTimeLimit' };
  return { ok: true, text: stateTime(deadline.dueAt, zone, locale) };
}

/** Longer than any name, product or number; what is longer was put into the wrong field. */
const LONGEST = 200;

function plain(value: string | null | undefined): Filled {
  const line = (value ?? '').replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return line === '' || line.length > LONGEST ? { ok: false, code: 'missingValue' } : { ok: true, text: line };
}

const OWN_NAMES = ['dueAt', 'companyName', 'handler'] as const;

function gapName(placeholder: string, locale: Locale): string {
  const own = OWN_NAMES.find((name) => name === placeholder);
  if (own) return translate(locale, `rules.placeholder.${own}`);
  const field = [...TEXTS, 'receivedAt' as const].find((name) => name === placeholder);
  return field ? translate(locale, `fields.${field}`) : placeholder;
}
