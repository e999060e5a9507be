import { LOCALES, Localized } from '../localized.ts';
import type { PolicyPack } from '../policy-pack.ts';
import { finding, type PackFinding } from './pack-finding.ts';

/** A blank as papers leave it: [X], X时间, X个工作日, ____ . */
const BLANK =
  /[[［【]\s*[XＸ×]{1,3}\s*[\]］】]|[XＸ]{1,3}\s*(?:个工作|個工作|时间|時間|小时|小時|日|天|working|hours|days)|[_＿]{3,}/u;
const QUOTING: readonly string[] = ['openQuestions', 'description', 'examples', 'wordLists'];
const HAN = /\p{sc=Han}/u;

/**
 * Texts that a person reads and that are not finished: a blank of the paper that nobody asks for, since it stands in prose and
 * not in a target or an open question; and English that is still the Chinese. Open questions and the description of the policy may quote blanks.
 */
export function openProse(pack: PolicyPack): PackFinding[] {
  const found: PackFinding[] = [];
  const walk = (part: unknown, place: string, source: string): void => {
    if (typeof part !== 'object' || part === null) return;
    const named = part as Record<string, unknown>;
    const name = [named['id'], named['field']].find((each) => typeof each === 'string');
    const here = name === undefined ? place : `${place}.${name}`;
    const from = typeof named['source'] === 'string' ? named['source'] : source;
    const text = Localized.safeParse(part);
    if (text.success) found.push(...inText(text.data, here, from));
    else for (const child of Object.values(part)) walk(child, here, from);
  };
  for (const [section, content] of Object.entries(pack)) {
    if (!QUOTING.includes(section)) walk(content, section, 'product');
  }
  return found;
}

function inText(text: Localized, where: string, source: string): PackFinding[] {
  const [blank] = LOCALES.flatMap((locale) => BLANK.exec(text[locale])?.[0] ?? []);
  const isLeftChinese = HAN.test(text.en) && (text.en === text['zh-CN'] || text.en === text['zh-TW']);
  return [
    ...(blank === undefined
      ? []
      : [finding('warning', 'blankInText', where, { sources: [source], params: { text: blank } })]),
    ...(isLeftChinese
      ? [finding('warning', 'notTranslated', where, { sources: [source], params: { text: text.en.slice(0, 30) } })]
      : []),
  ];
}
