import { fieldKind } from '../complaint/field.ts';
import { englishWords, foldLabel } from './fold-label.ts';
import { composeLabel } from './compose-label.ts';
import type { HeaderMatch } from './header-match.ts';
import { HEADER_QUESTIONS } from './header-questions.ts';
import type { HeaderRule } from './header-rule.ts';
import { HEADER_ENDINGS, HEADER_RULES, HEADER_WORDS } from './header-synonyms.ts';

const LONGEST_LABEL = 48;
const SEPARATORS = /[/／&＆+＋、,，|]|及|和|与|或|\band\b|\bor\b/g;
const DURATION = /^(?:天|日|小时|时|h|hr|hrs|hours?|days?|d|分钟|分|min|mins|minutes|工作日|秒)$/;
/** A name in the second of two languages says a little less than one that is the whole label. */
const SPELLING_WORTH = [1, 0.97, 0.93];

interface CompiledRule extends HeaderRule {
  regex: RegExp;
}

const RULES = HEADER_RULES.map(compile);
const QUESTIONS = HEADER_QUESTIONS.map(compile);
const ENDINGS = HEADER_ENDINGS.map(compile);

/**
 * Tells what a column label may mean, by its words alone; null when it says nothing to us.
 * Examples: `投诉编号` → complaintId; `联系人/电话` → contactName and contactPhone in one cell; `处理天数` → none of ours.
 */
export function matchHeader(label: string): HeaderMatch | null {
  if (label.length > 4 * LONGEST_LABEL) return null;
  const { plain, outside, inside } = foldLabel(label);
  const main =
    matchSpellings(outside) ??
    matchParts(plain) ??
    matchSpellings(outside, QUESTIONS) ??
    matchComposed(outside) ??
    matchSpellings(outside, ENDINGS);
  if (
    main !== null &&
    fieldKind(main.fields[0] ?? 'remarks') === 'time' &&
    inside.some((unit) => DURATION.test(unit))
  ) {
    return { fields: [], combined: [], confidence: 0.9 };
  }
  const hint = inside.length === 0 ? null : matchInside(inside);
  if (hint !== null && (main === null || renames(main, hint) || refines(main, hint))) return hint;
  return main;
}

/** The bracket may name what the label leaves open: 联系方式(电话/邮箱), 生产日期(批号). */
function matchInside(inside: string[]): HeaderMatch | null {
  for (const words of inside) {
    const { plain, outside } = foldLabel(words);
    const match = matchSpellings(outside) ?? matchParts(plain);
    if (match !== null && match.fields.length > 0 && match.confidence >= 0.85) return match;
  }
  return null;
}

/** What is none of ours gets a name by its bracket, but not by a unit; Received by (channel) asks how, not who. */
function renames(main: HeaderMatch, hint: HeaderMatch): boolean {
  if (hint.fields[0] === 'channel') return true;
  return main.fields.length === 0 && hint.fields.every((field) => fieldKind(field) !== 'amount');
}

function refines(main: HeaderMatch, hint: HeaderMatch): boolean {
  return hint.combined.length > 0 && hint.combined.some((field) => main.fields.includes(field));
}

function matchSpellings(spellings: string[], rules: readonly CompiledRule[] = RULES): HeaderMatch | null {
  for (const [index, words] of spellings.entries()) {
    const match = matchWords(words, rules);
    if (match !== null) return { ...match, confidence: match.confidence * (SPELLING_WORTH[index] ?? 0.9) };
  }
  return null;
}

function matchComposed(spellings: string[]): HeaderMatch | null {
  for (const words of spellings) {
    const match = composeLabel(words);
    if (match !== null) return match;
  }
  return null;
}

function matchWords(words: string, rules: readonly CompiledRule[]): HeaderMatch | null {
  if (words === '' || words.length > LONGEST_LABEL) return null;
  for (const { regex, fields, confidence } of rules) {
    if (regex.test(words)) return { fields, combined: [], confidence };
  }
  return null;
}

/** A label of several: the parts may share a head (购买数量及时间) or a tail (投诉/建议日期). */
function matchParts(text: string): HeaderMatch | null {
  const parts = text
    .replace(/日期(?:及|和|与|、)时间/g, '日期')
    .split(SEPARATORS)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length < 2 || parts.length > 4) return null;
  const head = (parts[0] ?? '').slice(0, 2);
  const tail = (parts.at(-1) ?? '').slice(-2);
  const matches = parts
    .map((part, index) => matchPart(part, index === 0 ? [part, part + tail] : [head + part, part]))
    .filter((match) => match !== null);
  const fields = [...new Set(matches.map((match) => match.fields[0]).filter((field) => field !== undefined))];
  if (fields.length === 0) return null;
  const confidence =
    Math.min(...matches.map((match) => match.confidence)) * (matches.length === parts.length ? 0.95 : 0.8);
  const [first, second] = fields.includes('customerName')
    ? ['customerName' as const, ...fields.filter((field) => field !== 'customerName')]
    : fields;
  if (first === undefined || second === undefined) return { fields, combined: [], confidence };
  return { fields: [first, second], combined: [first, second], confidence };
}

function matchPart(part: string, spellings: string[]): HeaderMatch | null {
  const isChinese = /\p{sc=Han}/u.test(part);
  for (const words of isChinese ? spellings : [englishWords(part)]) {
    const match = matchWords(words, RULES);
    if (match !== null) return match;
  }
  return null;
}

function compile(rule: HeaderRule): CompiledRule {
  return { ...rule, regex: new RegExp(`^(?:${insertWords(insertWords(rule.pattern))})$`) };
}

/** A word list may itself hold another. */
function insertWords(pattern: string): string {
  return pattern.replace(/\{([a-z]+)\}/g, (_, name: string) => `(?:${HEADER_WORDS[name] ?? ''})`);
}
