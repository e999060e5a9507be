import { foldText } from '../text/fold-text.ts';
import { GOES_ON, MILD, STRONG } from './asking-words.ts';
import type { DraftValue } from './complaint-draft.ts';
import { demandAt } from './demand-at.ts';
import { labelMeaning } from './label-words.ts';
import { listedBySemicolons, numberedItems } from './numbered-items.ts';
import { draftValue, evidenceIn, isWideGap, linesOf } from './passage.ts';
import type { Line, Passage } from './passage.ts';

const LEAD =
  /(?:要求|诉求|请(?:贵司|贵公司|贵厂|你们|务必|按)?|烦请|拜托|希望|我(?:们)?(?:只)?要|处理意见|索赔|需要你们|我们需要|need from you|we need|we require|we request|i want|we want|please|demands?|requests?|we ask|expect|would like|the following|actions? required|resolution|i want|i need|outcome)[^。!?\n:]{0,40}[:]\s*$/;
/** Such a line opens a list of demands when what stands in the list asks for something. */
const WEAK_LEAD =
  /(?:意见|主张|提出|立场|如下|以下|几点|盼|应|要|请|action|对策|处置)[^。!?\n:]{0,20}[:]\s*$|\b(?:ask(?:ing)?|request\w*|require\w*|need\w*|expect\w*|want\w*|demand\w*|claim\w*|kindly|please|arrange|like|actions?|remed(?:y|ies)|outcome|seek|following|must|next steps)\b[^.!?\n:]{0,40}[:]\s*$/;
/** `Inspected: 32 pcs`, `品名：端子`: a row of a form, not an item of a list. */
const FORM_ROW = /^\s*[^:\n]{1,24}:\s?\S/;
const BULLET =
  /^\s*(?:\d{1,2}\s?[.、)）．]|[(（]\d{1,2}[)）]|[①-⑳]|[a-hA-H][)）.]|[-*•·–]\s|[-–—]{2,3}\s?|[★☆■◆●▪▶►→]|[一二三四五六七八九]\s?[、.)）]|[(（][一二三四五六七八九][)）]|[一二三四五六七八九]是)\s*/u;
/** Demands in a list: below a line that says so, on one line after `要求：`, counted one by one, or bare bullets that ask. */
export function listedDemands(passage: Passage): DraftValue[] {
  const lines = linesOf(passage).slice(0, 1_500);
  const asked = listBelow(passage, lines, false);
  if (asked.length > 0) return asked;
  const likely = listBelow(passage, lines, true);
  return likely.length > 0 ? likely : bareList(passage, lines);
}

/** The first list below a line that asks; with `isWeak` also below one that only may. */
function listBelow(passage: Passage, lines: Line[], isWeak: boolean): DraftValue[] {
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) continue;
    const inline = [...inlineList(passage, line), ...countedDemands(passage, line)];
    if (inline.length > 0) return inline;
    const isLead = LEAD.test(line.folded.slice(-60));
    if (!isLead && !(isWeak && WEAK_LEAD.test(line.folded.slice(-40)))) continue;
    if (/(?:回[复覆]|答[复覆]|如下情况|情况如下|说明如下|反映)\s?:\s*$/.test(line.folded)) continue;
    const items = itemsBelow(passage, lines, i + 1);
    if (items.length > (isLead ? 0 : 1) && (isLead || items.some((item) => isRemedy(item.evidence.quote))))
      return items;
  }
  return [];
}

/** Bullets without a line above them that says so: a list of demands when most of them ask for something. */
function bareList(passage: Passage, lines: Line[]): DraftValue[] {
  const isItem = (line: Line | undefined) =>
    line !== undefined && /^\s*(?:[-*•·–]\s?\S|\(?\d{1,2}[.、)]\s?(?!\d)|[a-e][.)]\s)/.test(line.folded);
  const first = lines.findIndex((line, index) => isItem(line) && isItem(lines[index + 1]));
  if (first < 0 || isItem(lines[first - 1])) return [];
  const items = itemsBelow(passage, lines, first);
  const asking = items.filter((item) => ASKS_FOR.test(foldText(item.evidence.quote).folded));
  return asking.length * 2 > items.length ? items.map((item) => ({ ...item, confidence: 0.7 })) : [];
}

/** What a demand begins with, behind a time limit (今晚之前, 3/27 前) if there is one. */
const ASKS_FOR =
  /^(?:(?:今|明|后|本周|下周|\d)[^,;]{0,8}?(?:之?前|以?内))?\s?(?:请|要求|希望|送|来|寄|发|把|重新|更换|全部|全额|立即|尽快|查|退|赔|换|修|补|派|停|说明|提供|承担|道歉|send|refund|replace|get|fix|repair|collect|pay|give|cancel|credit|return|exchange|remove|stop|compensate|correct|provide|arrange|issue|waive|reopen|new|a |an |full|written|root cause|sla|that)/;

/** `一个,表要换;第二个,要给我道歉;第三,…`: counted one by one, and every one of them asks for something. */
function countedDemands(passage: Passage, line: Line): DraftValue[] {
  if (!/第[二三]/.test(line.folded)) return [];
  const items = numberedItems(line.folded);
  const asks = ({ start, end }: { start: number; end: number }) => STRONG.test(line.folded.slice(start, end));
  if (items.length < 2 || !items.every(asks)) return [];
  return items.flatMap(
    (item) => demandAt(passage, line.start + item.start, line.folded.slice(item.start, item.end), 0.72) ?? [],
  );
}

/** A line of several cells is a row of a table. */
function isRow(passage: Passage, line: Line): boolean {
  let gaps = 0;
  for (let at = line.start; at < line.end; at++) if (isWideGap(passage, at)) gaps += 1;
  return gaps >= 3;
}

function itemsBelow(passage: Passage, lines: Line[], from: number): DraftValue[] {
  const found: DraftValue[] = [];
  let isBulleted: boolean | null = null;
  for (const line of lines.slice(from, from + 14)) {
    if (line.folded.trim() === '') {
      if (found.length > 0) break;
      continue;
    }
    const text = passage.text.slice(passage.toOriginal(line.start), passage.toOriginal(line.end));
    const bullet = BULLET.exec(text);
    if (bullet === null && isRow(passage, line)) return [];
    if (/:\s*$/.test(line.folded)) break;
    if (bullet !== null && FORM_ROW.test(line.folded) && labelMeaning(line.folded.split(':')[0] ?? '') !== null)
      return [];
    isBulleted ??= bullet !== null;
    if (isBulleted && bullet === null) break;
    if (!isBulleted && FORM_ROW.test(line.folded)) return [];
    const evidence = evidenceIn(passage, line.start, line.end);
    const lead = bullet === null ? 0 : bullet[0].trimStart().length;
    const body = evidence.quote
      .slice(lead)
      .replace(/[;；。.,，\s]+$/, '')
      .replace(/(?<=.{6})(?:\s?[(（][^()（）元$€£¥]{1,40}(?<!\d)[)）]|[,，]\s?请?(?:不要|别)再[^,，]{1,20})$/, '')
      .trimStart();
    const start = evidence.start + evidence.quote.indexOf(body, lead);
    const value = draftValue({ ...evidence, start, end: start + body.length, quote: body }, 0.88);
    if (value !== null) found.push(value);
  }
  return found;
}

function isRemedy(words: string): boolean {
  const { folded } = foldText(words);
  return STRONG.test(folded) || MILD.test(folded) || GOES_ON.test(folded);
}

/** `我要求：1.退还…；2.道歉；3.…` and `requesting that you (1) …, (2) …` on one line. */
function inlineList(passage: Passage, line: Line): DraftValue[] {
  const head = line.folded.slice(0, 2_000);
  const at =
    /(?:要求|诉求|请[^,。:]{0,12}|希望|我要|(?:你们|贵[^,。:]{1,3})(?:要|得|必须|须|应)|demands?|want|request|expect|need|require)[^,。:;\n]{0,8}:/.exec(
      head,
    ) ?? /(?:要求|诉求|请|希望|request\w*|ask\w*|want|expect|need)[^,。:;(\n]{0,16}(?=\(?[1一][.、)])/.exec(head);
  if (at === null) return [];
  const from = at.index + at[0].length;
  const text = line.folded.slice(from, from + 1_000);
  const numbered = numberedItems(text);
  const items = numbered.length > 0 || !at[0].endsWith(':') ? numbered : listedBySemicolons(text);
  return items.flatMap(
    (item) => demandAt(passage, line.start + from + item.start, text.slice(item.start, item.end), 0.86) ?? [],
  );
}
