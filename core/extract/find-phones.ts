import { isPossiblePhoneNumber } from 'libphonenumber-js';
import type { CountryCode } from 'libphonenumber-js';
import type { Letter } from './letter.ts';
import { isWideGap } from './passage.ts';
import type { Passage } from './passage.ts';

/** A phone number as it stands in folded text. */
export interface PhoneMention {
  start: number;
  end: number;
  digits: string;
  isMobile: boolean;
}

const NUMBER =
  /(?<![\w.#]|[a-z]-)(?:\+|00(?=[1-9]))?\(?\d(?:[\d]|[ .()*×x\u2010-\u2015-]{1,3}(?=[\d(*×x]))(?:\d|[*×x]|[ .()\u2010-\u2015-]{1,5}(?=[\d(*×x]))*/g;
const EXTENSION = /^\s?(?:,|;)?\s?(?:转|分机|ext\.?|extension|x(?=\d)|#)\s?:?\s?(\d{1,6})(?!\d)/;
/** `0512-6622 8190*331`, `0117 496 0823 x 41`: an extension behind a sign of its own. */
const SIGNED_EXTENSION = /^([\d\s().+-]{9,}\d)\s?[*×x]\s?\d{1,5}$/;
const MASKED = /^[\d\s-]*(?:\*{3,}|×{3,}|x{3,})[\d\s-]*$/;
/** 138****1234, 0982-***-617: by its shape alone a mobile's. */
const MASKED_MOBILE = /^(?:1[3-9]\d|09\d\d)[\s-]?\d?(?:\*{3,}|×{3,}|x{3,})[\s-]?\d{3,4}$/;
const MAINLAND_MOBILE = /^(?:86|0086|\+86)?1[3-9]\d{9}$/;
const TAIWAN_MOBILE = /^(?:\+?886)?0?9\d{8}$/;
const COUNTRIES: Record<Letter['language'], CountryCode[]> = {
  'zh-CN': ['CN', 'HK'],
  'zh-TW': ['TW', 'HK', 'CN'],
  en: ['US', 'GB', 'AU', 'SG', 'MY'],
};
/** Numbers with a date's or an amount's shape are no phones. */
const DATE = /^(?:19|20)\d{2}[-/.\s]?(?:0?[1-9]|1[0-2])[-/.\s]?(?:0?[1-9]|[12]\d|3[01])$/;

/**
 * Numbers in a folded text that can be phones: mainland, Hong Kong, Taiwan and international forms, with blanks,
 * hyphens, brackets and extensions, and masked ones. Whose phone it is is not decided here.
 */
export function findPhones(passage: Passage, language: Letter['language']): PhoneMention[] {
  const { folded } = passage;
  const found: PhoneMention[] = [];
  for (const match of folded.matchAll(NUMBER)) {
    if (match[0].length > 60) continue;
    for (const { start, raw: whole } of cutAtGaps(passage, match.index, match[0])) {
      const raw = SIGNED_EXTENSION.exec(whole)?.[1] ?? whole;
      const end = start + raw.length;
      if (raw.length > 40 || /[\w@]/.test(folded[start + whole.length] ?? '')) continue;
      if (!isPhone(raw, folded.slice(Math.max(0, start - 12), start), language)) continue;
      const said = EXTENSION.exec(folded.slice(end, end + 24))?.[0].length ?? 0;
      const extension = raw === whole ? said : whole.length - raw.length;
      const digits = raw.replace(/[^\d+]/g, '');
      const isMobile = MAINLAND_MOBILE.test(digits) || TAIWAN_MOBILE.test(digits);
      found.push({ start, end: end + extension, digits, isMobile });
    }
  }
  return found;
}

/** Two numbers side by side are parted by a wider gap than the groups of one number. */
function cutAtGaps(passage: Passage, start: number, raw: string): { start: number; raw: string }[] {
  const pieces: { start: number; raw: string }[] = [];
  let from = 0;
  const close = (to: number) => {
    const piece = raw.slice(from, to).replace(/[\s(.\u2010-\u2015-]+$/, '');
    if (piece !== '') pieces.push({ start: start + from, raw: piece });
  };
  for (let at = 0; at < raw.length; at++) {
    if (raw[at] === ')' && !raw.slice(from, at).includes('(')) {
      close(at);
      from = at + 1;
      continue;
    }
    const isEnough = raw.slice(from, at).replace(/\D/g, '').length >= 7;
    if (!isEnough || !isWideGap(passage, start + at)) continue;
    close(at);
    from = at + 1;
  }
  close(raw.length);
  return pieces;
}

function isPhone(raw: string, before: string, language: Letter['language']): boolean {
  const digits = withoutExtension(raw).replace(/\D/g, '');
  if (/(?:电号|户号|卡号|账号|帐号|编号|单号|订单|工号|serial|order|account|invoice|card)[\s:.(no#是为]*$/.test(before))
    return false;
  // `一五八 0433 7719`: the end of a number that begins in words.
  if (/[零〇一二三四五六七八九]{2}\s?$/.test(before)) return false;
  if (/[$¥€£]\s?$/.test(before) || /^\d+\.\d{2}$/.test(raw)) return false;
  const isCalled = /(?:电话|手机|tel|phone|mobile|cell|hp|座机|\bo|\bc|call|ring|fax|传真)[\s:.(号码]*$/.test(before);
  if (MASKED.test(raw.replace(/ /g, ''))) return isCalled || MASKED_MOBILE.test(raw);
  if (digits.length < 7 || digits.length > 16 || DATE.test(raw) || /[*×x]/.test(raw)) return false;
  if (MAINLAND_MOBILE.test(digits) || (TAIWAN_MOBILE.test(digits) && digits.startsWith('09'))) return true;
  if (/\d\/\d/.test(raw)) return false;
  if (raw.startsWith('+') || raw.startsWith('00'))
    return isPossiblePhoneNumber(`+${digits.replace(/^00/, '')}`) || isCalled;
  const isGrouped = /[\d)][\s.-]+\d/.test(raw) || raw.startsWith('(');
  if (language !== 'en') return (isCalled || (isGrouped && digits.startsWith('0'))) && isPossibleIn(digits, language);
  return (isCalled || isGrouped) && isPossibleIn(digits, language);
}

/** `010-12345678-612`: the last group is an extension. */
function withoutExtension(raw: string): string {
  return /^(\(?0\d{2,3}\)?[- ]?\d{3,4}[- ]?\d{4})-\d{1,6}$/.exec(raw)?.[1] ?? raw;
}

function isPossibleIn(digits: string, language: Letter['language']): boolean {
  if (/^0+$/.test(digits.slice(4))) return true;
  return COUNTRIES[language].some((country) => isPossiblePhoneNumber(digits, country));
}
