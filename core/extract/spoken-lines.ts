import { isWideGap } from './passage.ts';
import type { Passage } from './passage.ts';

const SHORTEST = 24;
/** Any sign that ends or parts a sentence: who sets one sets them all. */
const SIGNS = /[,。;!?:、|]/;
/** A blank where speaking pauses: behind a Chinese word or a counted thing, before a Chinese word or a number. */
const PAUSE = /(?<=\p{Script=Han}) (?=[\p{Script=Han}\d])/gu;
/** Words that a number or a name follows: `订单号 3306`, `一共 12 台`. */
const LEADS_ON = /(?:号|码|第|共|约|型|为|是|大概|差不多|批|单|款|于|到|至|在|从|有|花了|退|赔|补)$/;

/**
 * The passage with the blanks of unpunctuated lines read as commas: people who dictate, or type in a chat, part their
 * clauses by blanks (`教练换了四个 每个来了都让我加钱 退钱`). Offsets stay as they are. Lines with any punctuation, tables and
 * short lines are left alone.
 */
export function withPausesAsCommas(passage: Passage): Passage {
  if (!/ /.test(passage.folded)) return passage;
  let start = 0;
  const lines = passage.folded.split('\n').map((line) => {
    const from = start;
    start += line.length + 1;
    return isSpoken(line) ? commaAtPauses(passage, line, from) : line;
  });
  return { ...passage, folded: lines.join('\n') };
}

function isSpoken(line: string): boolean {
  if (line.length < SHORTEST || SIGNS.test(line)) return false;
  const pauses = line.match(PAUSE)?.length ?? 0;
  return pauses >= 2 && line.length / (pauses + 1) >= 4;
}

function commaAtPauses(passage: Passage, line: string, from: number): string {
  return line.replace(PAUSE, (blank, at: number) => {
    const isNumber = /\d/.test(line[at + 1] ?? '');
    const leadsOn = isNumber && LEADS_ON.test(line.slice(Math.max(0, at - 4), at));
    return leadsOn || isWideGap(passage, from + at) ? blank : ',';
  });
}
