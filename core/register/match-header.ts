import { fieldKind, type Field } from '../complaint/field.ts';
import { englishSpellings, foldLabel, type LabelSide } from './fold-label.ts';
import { composeLabel, readHead } from './compose-label.ts';
import type { HeaderMatch } from './header-match.ts';
import { HEADER_QUESTIONS } from './header-questions.ts';
import type { HeaderRule } from './header-rule.ts';
import { HEADER_RULES, HEADER_WORDS } from './header-synonyms.ts';

const LONGEST_LABEL = 48;
const SEPARATORS = /[/／&＆+＋、,，|]|(?<![涉以未不普])及(?!时(?!间))|(?<!总)和(?!解|好)|与(?!否)|或|\band\b|\bor\b/g;
/** Commas stand in sentences; what is between them is named by known words only. */
const LIST = /[,，、]/;
const MIXED = /^[a-z]{2,}\p{sc=Han}+$/u;
const DURATION = /^(?:天|日|小时|时|h|hr|hrs|hours?|days?|d|分钟|分|min|mins|minutes|工作日|秒)$/;
/** What is answered by yes or no is no time. */
const YES_OR_NO = /^(?:y ?[/|] ?n|yes ?[/|] ?no|y or n|是[/ ]?否|有[/ ]?无|√|✓)$/;
/** A name in the second of two languages says a little less than one that is the whole label. */
const SPELLING_WORTH = [1, 0.97, 0.93];

interface CompiledRule extends HeaderRule {
  regex: RegExp;
}

const RULES = HEADER_RULES.map(compile);
const QUESTIONS = HEADER_QUESTIONS.map(compile);

/**
 * Tells what a column label may mean, by its words alone; null when it says nothing to us.
 * Examples: `投诉编号` → complaintId; `联系人/电话` → contactName and contactPhone in one cell; `处理天数` → none of ours.
 */
export function matchHeader(label: string): HeaderMatch | null {
  if (label.length > 4 * LONGEST_LABEL) return null;
  const { whole, halves, inside } = foldLabel(label);
  const main =
    halves.length === 0
      ? matchSide(whole)
      : (matchSpellings(whole.spellings.slice(0, 1)) ?? composeMixed(whole.plain) ?? agree(halves.map(matchSide)));
  if (
    main !== null &&
    fieldKind(main.fields[0] ?? 'remarks') === 'time' &&
    inside.some((unit) => DURATION.test(unit))
  ) {
    return { fields: [], combined: [], confidence: 0.9 };
  }
  if (main !== null && inside.some((words) => YES_OR_NO.test(words)))
    return { ...main, fields: main.fields.filter((field) => fieldKind(field) !== 'time') };
  const hint = inside.length === 0 ? null : (matchInside(inside) ?? matchWith(whole.plain, inside));
  if (hint !== null && (main === null || renames(main, hint) || refines(main, hint))) return hint;
  return main;
}

/** From the words that are known best to what the end of the label alone says. */
function matchSide({ plain, spellings }: LabelSide): HeaderMatch | null {
  return (
    matchSpellings(spellings) ??
    matchParts(plain) ??
    matchSpellings(spellings, QUESTIONS) ??
    firstOf(spellings, composeLabel) ??
    firstOf(spellings, readHead)
  );
}

/** Claim日期 is one name, put together from words of both languages, not the same name twice. */
function composeMixed(plain: string): HeaderMatch | null {
  return MIXED.test(plain) ? composeLabel(plain) : null;
}

/** A name in two languages means what both say; where they differ, what is said more surely. */
function agree([first = null, second = null]: (HeaderMatch | null)[]): HeaderMatch | null {
  if (first === null || second === null) return first ?? second;
  if (first.combined.length > 0) return first;
  const both = first.fields.filter((field) => second.fields.includes(field));
  const confidence = Math.max(first.confidence, second.confidence);
  if (both.length > 0) return { fields: both, combined: [], confidence };
  return first.confidence === confidence ? first : second;
}

/** The bracket may name what the label leaves open: 联系方式(电话/邮箱), 生产日期(批号). */
function matchInside(inside: string[]): HeaderMatch | null {
  for (const words of inside) {
    if (/^[a-z]$/.test(words)) continue;
    const { whole } = foldLabel(words);
    const match = matchSpellings(whole.spellings) ?? matchParts(whole.plain);
    if (match !== null && match.fields.length > 0 && match.confidence >= 0.85) return match;
  }
  return null;
}

/** Complaint received (date): the bracket ends the label. */
function matchWith(plain: string, inside: readonly string[]): HeaderMatch | null {
  const end = inside.find((words) => ENDS.test(words));
  return end === undefined ? null : matchHeader(`${plain} ${end}`);
}

const ENDS = /^(?:date|time|no|number|name|日期|时间|编号|单号|姓名|名称)$/;

/** What is none of ours gets a name by its bracket, but not by a unit; Received by (channel) asks how, not who. */
function renames(main: HeaderMatch, hint: HeaderMatch): boolean {
  if (hint.fields[0] === 'channel') return true;
  return main.fields.length === 0 && hint.fields.every((field) => fieldKind(field) !== 'amount');
}

/** 问题分类(二级), 顾客意见 □满意 □不满意: the bracket or the boxes say which kind of the thing it is. */
const NARROWER: Partial<Record<Field, readonly Field[]>> = {
  category: ['subcategory'],
  description: ['satisfaction'],
  feedback: ['satisfaction'],
  solution: ['status'],
};

function refines(main: HeaderMatch, hint: HeaderMatch): boolean {
  const [field] = main.fields;
  if (field !== undefined && NARROWER[field]?.includes(hint.fields[0] ?? field) === true) return true;
  return hint.combined.length > 0 && hint.combined.some((field) => main.fields.includes(field));
}

function matchSpellings(spellings: readonly string[], rules: readonly CompiledRule[] = RULES): HeaderMatch | null {
  for (const [index, words] of spellings.entries()) {
    const match = matchWords(words, rules);
    if (match !== null) return { ...match, confidence: match.confidence * (SPELLING_WORTH[index] ?? 0.9) };
  }
  return null;
}

function firstOf(spellings: readonly string[], read: (label: string) => HeaderMatch | null): HeaderMatch | null {
  for (const words of spellings) {
    const match = read(words);
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
    .map((part, index) => matchPart(part, index === 0 ? [part, part + tail] : [head + part, part], LIST.test(text)))
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

function matchPart(part: string, spellings: string[], isList: boolean): HeaderMatch | null {
  const isChinese = /\p{sc=Han}/u.test(part);
  const words = isChinese ? spellings : englishSpellings(part);
  return (
    firstOf(words, (each) => matchWords(each, RULES)) ?? (isList ? null : firstOf([...words].reverse(), composeLabel))
  );
}

function compile(rule: HeaderRule): CompiledRule {
  return { ...rule, regex: new RegExp(`^(?:${insertWords(insertWords(rule.pattern))})$`) };
}

/** A word list may itself hold another. */
function insertWords(pattern: string): string {
  return pattern.replace(/\{([a-z]+)\}/g, (_, name: string) => `(?:${HEADER_WORDS[name] ?? ''})`);
}
