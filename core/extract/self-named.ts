import type { DraftValue } from './complaint-draft.ts';
import { findPhones } from './find-phones.ts';
import type { Letter } from './letter.ts';
import { draftValue, evidenceIn } from './passage.ts';
import type { Passage } from './passage.ts';
import { chineseNameLikeness, isLatinName } from './person-names.ts';

const SELF =
  /(?:我叫|我是(?=[\p{Script=Han}]{2,3}[,。;!\n(])|我是[^,。;!?\n]{0,14}?(?:业主|用户|住户|客户|车主|村民|会员|农民|学生|家长|老师|教师|老板|店主|店长|居民|租客|乘客|旅客|顾客|消费者)|我是[^,。;!?\n]{2,14}的(?=[\p{Script=Han}]{2,3}[,。;!\n(])|窗口\s?:\s?|本人姓名|我的名字[是叫]|业主|署名|联系人|投诉人|来电人|名字|找我(?:们)?|敝姓|我姓|本人(?=[\p{Script=Han}]{2,3}[,。;于在是(]))\s?[:：是]?\s?([\p{Script=Han}]{2,6})/gu;
const SELF_LATIN =
  /\b(?:[Mm]y name is|I am|I'm|[Tt]his is|[Cc]ontact(?: person)?:|[Aa]sk for|[Ss]peak to) ((?:[\p{Lu}][\p{L}'’-]+ ){1,3}[\p{Lu}][\p{L}'’-]+|[\p{Lu}][\p{Ll}]+(?= (?:from|at|calling)\b))/gu;

/** Persons who say who they are: `我叫…`, `My name is …`, or a name right behind the writer's own number. */
export function selfNamed(letter: Letter): DraftValue[] {
  const found: DraftValue[] = [];
  for (const passage of letter.body) {
    for (const match of passage.folded.slice(0, 30_000).matchAll(SELF)) {
      const words = match[1] ?? '';
      const isSaidTwice = /我姓|敝姓/.test(match[0]) && words[0] === words[1];
      const at = match.index + match[0].length - words.length + (isSaidTwice ? 1 : 0);
      const name = nameAtStart(isSaidTwice ? words.slice(1) : words);
      if (name === undefined) continue;
      pushValue(
        found,
        draftValue(
          evidenceIn(passage, at, at + name.length),
          /我叫|名字|姓名|联系人|投诉人/.test(match[0]) ? 0.85 : /本人|我姓/.test(match[0]) ? 0.8 : 0.7,
        ),
      );
    }
    found.push(...besidePhones(passage, letter));
    for (const match of passage.text.slice(0, 30_000).matchAll(SELF_LATIN)) {
      const name = match[1] ?? '';
      if (!isLatinName(name) && !/^[\p{Lu}][\p{Ll}]+$/u.test(name)) continue;
      const start = passage.start + match.index + match[0].length - name.length;
      const evidence = { block: passage.block, start, end: start + name.length, quote: name };
      pushValue(found, draftValue(evidence, 0.6));
    }
  }
  return found;
}

/** The name that `words` begin with: 何淑芬, 郑药师; behind `我姓` the family name may stand first by itself (我姓简简水川). */
function nameAtStart(words: string): string | undefined {
  const parts = [3, 2].map((size) => words.slice(0, size));
  return parts.find(
    (part) => chineseNameLikeness(part) === 1 || /^.(?:药师|医生|医师|老师|师傅|老板|店长|护士)$/.test(part),
  );
}

/** `我电话 138… 张三`, wherever it stands: a full name right behind the writer's own number. */
function besidePhones(passage: Passage, letter: Letter): DraftValue[] {
  if (letter.language === 'en') return [];
  return findPhones(passage, letter.language).flatMap((phone) => {
    const before = passage.folded.slice(Math.max(0, phone.start - 8), phone.start);
    const name = /^[\s,(]{0,3}([\p{Script=Han}]{2,3})(?![\p{Script=Han}])/u.exec(
      passage.folded.slice(phone.end, phone.end + 8),
    )?.[1];
    if (name === undefined || !/我|电话|手机|联系/.test(before) || chineseNameLikeness(name) !== 1) return [];
    const at = passage.folded.indexOf(name, phone.end);
    return draftValue(evidenceIn(passage, at, at + name.length), 0.72) ?? [];
  });
}

function pushValue(list: DraftValue[], value: DraftValue | null): void {
  if (value !== null) list.push(value);
}
