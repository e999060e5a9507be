import type { Letter } from './letter.ts';
import { linesOf } from './passage.ts';
import type { Passage } from './passage.ts';
import { chineseNameLikeness } from './person-names.ts';

/** Somebody who speaks in a chat that was pasted into a letter; offsets of the passage's `folded`. */
export interface ChatSpeaker {
  passage: Passage;
  name: { start: number; end: number };
  /** `何记副食-何永胜`: the company before the name. */
  company: { start: number; end: number } | null;
}

const TIME = '\\d{1,2}:\\d{2}(?::\\d{2})?';
const DAY = '(?:\\d{4}[-/.年])?\\d{1,2}[-/.月]\\d{1,2}日?(?:[-/.]\\d{4})?';
/** `何记副食-何永胜 7/9 15:02`, with what was said on the next line. */
const NAME_FIRST = new RegExp(`^\\s*([^\\d:：\\n\\[]{2,24}?)\\s+(?:${DAY}\\s*,?\\s*)?${TIME}\\s*$`, 'u');
/** `14:22 蔡承凯 店长在吗`, `[06/10/2026, 10:02] Farah (Blue Heron): morning`. */
const TIME_FIRST = new RegExp(
  `^\\s*\\[?(?:${DAY}\\s*,?\\s*)?${TIME}\\]?\\s+([^\\s:][^:\\n]{1,30}?)(?::|\\s(?=[\\p{Script=Han}\\[]))`,
  'u',
);
/** Those who answer for the company: shops, desks, titles. */
const DESK = /店|客服|业务|官方|小编|助理|专员|经理|管家|售后|师傅|support|service|team|agent|driver|bot|care/;

/**
 * The customer in a chat that somebody pasted or passed on: who speaks and neither sent the letter nor answers for the
 * company. Null without at least three lines of talk between two.
 */
export function chatSpeaker(letter: Letter): ChatSpeaker | null {
  for (const passage of letter.body) {
    const said = linesOf(passage)
      .slice(0, 400)
      .flatMap((line) => {
        const match = NAME_FIRST.exec(line.folded.slice(0, 120)) ?? TIME_FIRST.exec(line.folded.slice(0, 120));
        const name = match?.[1]?.trim() ?? '';
        return name === '' ? [] : [{ name, start: line.start + line.folded.indexOf(name) }];
      });
    const names = new Set(said.map(({ name }) => name));
    if (said.length < 3 || names.size < 2) continue;
    const sender = letter.sender.name?.text.toLowerCase() ?? '';
    const isOther = (name: string) => !DESK.test(name) && !(letter.isSentForAnother && sender.includes(name));
    const first = said.find(({ name }) => isOther(name));
    if (first !== undefined) return partsOf(passage, first);
  }
  return null;
}

function partsOf(passage: Passage, { name, start }: { name: string; start: number }): ChatSpeaker {
  const split = /^(.{2,16}?)[-–_](.{2,8})$/u.exec(name);
  const [, company, person] = split ?? [];
  if (company === undefined || person === undefined || chineseNameLikeness(person) === 0)
    return { passage, name: { start, end: start + name.length }, company: null };
  return {
    passage,
    name: { start: start + name.length - person.length, end: start + name.length },
    company: { start, end: start + company.length },
  };
}
