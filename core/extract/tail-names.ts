import type { DraftValue } from './complaint-draft.ts';
import { isLatinPerson, isNamed } from './head-name.ts';
import type { HeadName } from './head-name.ts';
import { isProse } from './letter-tail.ts';
import type { TailLine } from './letter-tail.ts';
import { draftValue, evidenceIn } from './passage.ts';
import { chineseNameLikeness, isLatinName } from './person-names.ts';
import { sameName } from './same-name.ts';

/** Names of persons in the lines at the end of a letter, best where the mail head says the same. */
export function tailNames(tail: TailLine[], head: HeadName | null): DraftValue[] {
  const found: DraftValue[] = [];
  tail.forEach((line, index) => {
    for (const token of nameTokens(line)) {
      if (/(?<!\d{3})\d$/.test(line.folded.slice(0, token.start - line.start))) continue;
      const likeness = likenessOf(token, line);
      if (likeness === 0) continue;
      const evidence = evidenceIn(line.passage, token.start, token.end);
      const isHead = isNamed(head) && sameName(head.person, evidence.quote);
      if (!isHead && !mayName(line, token)) continue;
      const isFirst = index === 0 || tail.length <= 2;
      const confidence = Math.min(
        0.97,
        0.45 + 0.3 * likeness + (isHead ? 0.2 : 0) + (isFirst ? 0.05 : 0) - otherPerson(line, token),
      );
      pushValue(found, draftValue(evidence, confidence));
    }
  });
  return found;
}

interface Token {
  start: number;
  end: number;
  folded: string;
}

/** `王 芳`: a short name drawn apart. */
const APART = /(?<![\p{Script=Han}])[\p{Script=Han}] [\p{Script=Han}](?![\p{Script=Han}])/gu;

/** Words of a tail line, parted by blanks, signs and digits; a two-character name may be written apart (张 三). */
function nameTokens(line: TailLine): Token[] {
  const tokens: Token[] = [];
  const isLatin = !/\p{Script=Han}/u.test(line.folded);
  const pattern = isLatin ? /[^|,;:·\n\d/()@+]+/g : /[\p{Script=Han}]{2,7}/gu;
  const text = line.folded.slice(0, 160);
  for (const match of text.matchAll(APART))
    tokens.push({
      start: line.start + match.index,
      end: line.start + match.index + match[0].length,
      folded: match[0].replace(' ', ''),
    });
  for (const match of text.matchAll(pattern)) {
    if (/@|\.(?=\S)/.test(text.slice(match.index + match[0].length, match.index + match[0].length + 2)) && isLatin)
      continue;
    const word = match[0].trim().replace(FOR_SOMEBODY, '');
    if (word === '') continue;
    const start = line.start + match.index + match[0].indexOf(word);
    tokens.push({ start, end: start + word.length, folded: word });
    const trimmed = withoutAddress(word);
    if (trimmed !== null)
      tokens.push({
        start: start + trimmed.offset,
        end: start + trimmed.offset + trimmed.text.length,
        folded: trimmed.text,
      });
  }
  return tokens;
}

/** `i.A. Silke Marquardt`: signed by order. */
const FOR_SOMEBODY = /^(?:i\. ?[av]\.|p\.p\.|ppa\.?|pp|sgd\.?|signed|sister|prof\.?|nurse|sgt\.?|capt\.?|rev\.?)\s+/;

/** `联系人张三`, `理事长李四`, `业主王五`, `张三敬上`: the name without the word glued to it. */
function withoutAddress(word: string): { offset: number; text: string } | null {
  const glued =
    /^(?:联系人|投诉人|业主|住户|客户|经理|主任|科长|部长|厂长|店长|理事长|组长|采购|姓名|署名|受害人|我叫|我是|本人)(.{2,4})$/.exec(
      word,
    );
  if (glued?.[1] !== undefined) return { offset: word.length - glued[1].length, text: glued[1] };
  const closed = /^(.{2,4}?)(?:敬上|谨上|敬启|谨启|上|留)$/.exec(word);
  if (closed?.[1] !== undefined) return { offset: 0, text: closed[1] };
  const polite = new RegExp(`.*?([\\p{Script=Han}]{1,3}(?:先生|小姐|女士|太太))$`, 'u').exec(word);
  const titled =
    polite?.[1] === undefined
      ? undefined
      : [3, 4, 5].map((size) => word.slice(-size)).find((part) => chineseNameLikeness(part) > 0);
  if (titled !== undefined) return { offset: word.length - titled.length, text: titled };
  const called = /^(.{2,3})(?:联系电话|电话|手机|先生收)/.exec(word);
  return called?.[1] === undefined ? null : { offset: 0, text: called[1] };
}

function likenessOf(token: Token, line: TailLine): number {
  if (/\p{Script=Han}/u.test(token.folded)) return chineseNameLikeness(token.folded);
  const evidence = evidenceIn(line.passage, token.start, token.end);
  if (isLatinName(evidence.quote)) return isLatinPerson(evidence.quote) ? 1 : 0.5;
  const isAlone =
    /^(?:[-–—\s]|(?:thanks|cheers|regards|best|yours|thank you)[\s,]+|many |kind |best )*$/.test(
      line.folded.slice(0, token.start - line.start),
    ) &&
    line.folded.slice(token.end - line.start).trim() === '' &&
    /^[\p{Lu}][\p{L}'’-]{2,}$/u.test(evidence.quote);
  return isAlone && !/^(?:regards|thanks|cheers|best|hello|hi|mobile|phone|tel)$/i.test(evidence.quote) ? 0.4 : 0;
}

/** A line such as `司机 小王 187…（只管送货）`, `抄送：设备部 李部长` speaks of somebody else. */
function otherPerson(line: TailLine, token: Token): number {
  const before = line.folded.slice(0, token.start - line.start);
  const after = line.folded.slice(token.end - line.start);
  if (
    /(?:抄送|cc|收货方|收货人|对接人|你们|贵司|贵公司|师傅|客服|销售|店长|业务员|司机|录入|致|attn|to)[^。;]{0,12}$/.test(
      before,
    )
  )
    return 0.4;
  if (/^(?:经理|主任|部长|总|工|师傅|领导|专员|店长)/.test(after) || /(?:只管|只配合|不谈|不管)/.test(after))
    return 0.35;
  return 0;
}

/** Words of a sentence are names only right beside a telephone number; words behind another label are values. */
function mayName(line: TailLine, token: Token): boolean {
  const after = line.folded.slice(token.end - line.start);
  const before = line.folded.slice(0, token.start - line.start);
  if (/^[\s,/:|(]{0,3}(?:手机|电话|tel)?[\s:]{0,2}\+?\(?\d{3}/.test(after) || /\d{4}[\s,)]{0,3}$/.test(before))
    return true;
  if (isProse(line.folded) || line.folded.length > 60) return false;
  const label = /^[^:]{1,20}:/.exec(before)?.[0];
  return (
    label === undefined ||
    /人|姓名|name|contact|电话|手机|tel|署名|敬上|主任|经理|长:|总监|工程师|主管|专员|业务|采购|品管|老板|店主|[部科课处室组]\s?:|窗口/.test(
      label,
    )
  );
}

function pushValue(list: DraftValue[], value: DraftValue | null): void {
  if (value !== null) list.push(value);
}
