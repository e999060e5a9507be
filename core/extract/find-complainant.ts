import { cardCompanies, companiesOfDomain, saidCompanies } from './card-companies.ts';
import { chatSpeaker } from './chat-speakers.ts';
import { chineseCompanies, latinCompany } from './company-names.ts';
import type { DraftValue, Evidence } from './complaint-draft.ts';
import { foldText } from '../text/fold-text.ts';
import { findPhones } from './find-phones.ts';
import type { Letter } from './letter.ts';
import { isProse, letterTail } from './letter-tail.ts';
import type { TailLine } from './letter-tail.ts';
import { selfCompanies } from './self-companies.ts';
import { draftValue, evidenceIn, evidenceInHead, keepable } from './passage.ts';
import type { Passage } from './passage.ts';
import { chineseNameLikeness, isLatinName } from './person-names.ts';

/** Who complains: the person to talk to, and the company if the person writes for one. Best first. */
export interface Complainant {
  persons: DraftValue[];
  companies: DraftValue[];
  /** Persons who say who they are (我叫…, 本人…): they complain, whoever may be called. */
  self: DraftValue[];
}

/**
 * Reads the complainant's name and company from the signature, from the mail head and from `我叫…`. A machine's or a
 * colleague's mail head names nobody; in a forwarded mail the inner head counts.
 */
export function findComplainant(letter: Letter): Complainant {
  const tail = letter.isSentForAnother ? [] : letterTail(letter);
  const head = letter.isSentForAnother ? null : headName(letter);
  const speaker = chatSpeaker(letter);
  const spoken = speaker === null ? [] : [said(speaker.passage, speaker.name, 0.74)];
  const found = [...tailNames(tail, head), ...selfNamed(letter), ...spoken.flat(), ...personOfHead(head)];
  const persons = fullNameFirst(distinct(found).sort((a, b) => b.confidence - a.confidence));
  const companies = distinct([
    ...tailCompanies(tail),
    ...cardCompanies(tail, letter),
    ...saidCompanies(letter),
    ...companiesOfDomain(letter),
    ...(speaker === null || speaker.company === null ? [] : said(speaker.passage, speaker.company, 0.7)),
    ...selfCompanies(letter),
    ...companyOfHead(head),
  ]);
  return { persons, companies, self: selfNamed(letter).filter(({ confidence }) => confidence >= 0.8) };
}

/** 邹小姐 is 邹宜洁, when both stand in the letter: the full name is the better value. */
function fullNameFirst(persons: DraftValue[]): DraftValue[] {
  const [first] = persons;
  const called = first === undefined ? '' : fold(first.value);
  if (first === undefined || !/\p{Script=Han}/u.test(called) || chineseNameLikeness(called) === 1) return persons;
  const full = persons.find(({ value }) => {
    const name = fold(value);
    return name.length === 3 && name[0] === called[0] && chineseNameLikeness(name) === 1;
  });
  return full === undefined ? persons : [full, ...persons.filter((person) => person !== full)];
}

function said(passage: Passage, { start, end }: { start: number; end: number }, confidence: number): DraftValue[] {
  const value = draftValue(evidenceIn(passage, start, end), confidence);
  return value === null ? [] : [value];
}

interface HeadName {
  /** The part of the sender's name that is a person, folded; null when none is. */
  person: string | null;
  likeness: number;
  evidence: Evidence;
}

function headName(letter: Letter): HeadName | null {
  const { name } = letter.sender;
  if (name === null) return null;
  const whole = name.text.trim();
  if (isLatinPerson(whole)) return { person: whole, likeness: 1, evidence: name.evidence };
  const parts = whole.split(/[|/,，、_()（）:：<>@]+| [-–—] /).map((part) => part.trim());
  const tokens = [
    ...parts,
    ...(whole.match(/\p{Script=Han}+/gu) ?? []),
    ...(whole.match(/[\p{Lu}][\p{Ll}'’]+(?: [\p{Lu}][\p{L}'’.-]+){1,3}/gu) ?? []),
  ];
  const named = tokens
    .filter((token) => token !== '')
    .map((token) => ({
      token,
      likeness: isLatinName(token) ? (isLatinPerson(token) ? 0.95 : 0.4) : chineseNameLikeness(fold(token)),
    }))
    .sort((a, b) => b.likeness - a.likeness)[0];
  if (named !== undefined && named.likeness > 0)
    return { person: named.token, likeness: named.likeness, evidence: name.evidence };
  const latin = /^[\p{Lu}][\p{L}'’-]+$/u.test(whole) ? whole : null;
  return { person: latin, likeness: latin === null ? 0 : 0.4, evidence: name.evidence };
}

function tailNames(tail: TailLine[], head: HeadName | null): DraftValue[] {
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

/** `Harbour Lane Foods`, `The Gander`: a firm in the form of a name. */
function isLatinPerson(text: string): boolean {
  return isLatinName(text) && latinCompany(text) === null && !/^The /.test(text);
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

const SELF =
  /(?:我叫|我是(?=[\p{Script=Han}]{2,3}[,。;!\n(])|我是[^,。;!?\n]{0,14}?(?:业主|用户|住户|客户|车主|村民|会员|农民|学生|家长|老师|教师|老板|店主|店长|居民|租客|乘客|旅客|顾客|消费者)|我是[^,。;!?\n]{2,14}的(?=[\p{Script=Han}]{2,3}[,。;!\n(])|窗口\s?:\s?|本人姓名|我的名字[是叫]|业主|署名|联系人|投诉人|来电人|名字|找我(?:们)?|敝姓|我姓|本人(?=[\p{Script=Han}]{2,3}[,。;于在是(]))\s?[:：是]?\s?([\p{Script=Han}]{2,6})/gu;
const SELF_LATIN =
  /\b(?:[Mm]y name is|I am|I'm|[Tt]his is|[Cc]ontact(?: person)?:|[Aa]sk for|[Ss]peak to) ((?:[\p{Lu}][\p{L}'’-]+ ){1,3}[\p{Lu}][\p{L}'’-]+|[\p{Lu}][\p{Ll}]+(?= (?:from|at|calling)\b))/gu;

function selfNamed(letter: Letter): DraftValue[] {
  const found: DraftValue[] = [];
  for (const passage of letter.body) {
    for (const match of passage.folded.slice(0, 30_000).matchAll(SELF)) {
      const words = match[1] ?? '';
      const at = match.index + match[0].length - words.length;
      const name = nameAtStart(words, /我姓|敝姓/.test(match[0]));
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

/** The name that `words` begin with: 何淑芬, 郑药师, and after `我姓` the name said behind it (我姓简简水川). */
function nameAtStart(words: string, isFamilyNameFirst: boolean): string | undefined {
  const said = isFamilyNameFirst && words[0] === words[1] ? words.slice(1) : words;
  const parts = [3, 2].map((size) => said.slice(0, size));
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

function personOfHead(head: HeadName | null): DraftValue[] {
  if (head === null) return [];
  if (!isNamed(head)) return nickName(head);
  const confidence = head.likeness >= 0.8 ? 0.72 : 0.45;
  return [draftValue(head.evidence, confidence, { value: head.person, doubt: 'fromMailHead' })].filter(
    (value) => value !== null,
  );
}

/** A nickname of the mail head is better than nobody, and is doubted. */
function nickName(head: HeadName): DraftValue[] {
  const name = keepable(head.evidence.quote);
  if (name.length > 20 || isBody(name) || !isCallingName(fold(name))) return [];
  return [draftValue(head.evidence, 0.3, { doubt: 'fromMailHead' })].filter((value) => value !== null);
}

/** 阿芳 and `Bex` are what somebody is called; `hahaha`, `user_22`, 路人甲 and 仓储部 are not. */
function isCallingName(folded: string): boolean {
  if (/\d|_|x{3}|\*/.test(folded)) return false;
  if (/^[a-z .'-]+$/.test(folded)) return false;
  return !/(?:路人|匿名|业主|住户|客户|用户|家长|居民|村民|市民|网友|游客|顾客|消费者|会员|先生们|大家|全体|中心|部|室|组|科|处|课|店|行|团队|办公|公司|平台|客服|通知|系统|助手|代理|局|院|校|厂)/.test(
    folded,
  );
}

function isNamed(head: HeadName | null): head is HeadName & { person: string } {
  return head !== null && head.person !== null;
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

function tailCompanies(tail: TailLine[]): DraftValue[] {
  const found: DraftValue[] = [];
  for (const line of tail) {
    const isLatin = !/\p{Script=Han}/u.test(line.folded);
    if (isLatin) {
      const text = line.passage.text.slice(line.passage.toOriginal(line.start), line.passage.toOriginal(line.end));
      const company = latinCompany(text);
      if (company === null) continue;
      const start = line.passage.start + line.passage.toOriginal(line.start) + company.start;
      const quote = text.slice(company.start, company.end);
      pushValue(found, draftValue({ block: line.passage.block, start, end: start + quote.length, quote }, 0.85));
      continue;
    }
    if (/(?:抄送|收货方|贵司|贵公司|你们|合同签订)/.test(line.folded)) continue;
    const company = chineseCompanies(line.folded)[0];
    if (company === undefined || line.folded.length > 60) continue;
    pushValue(found, draftValue(evidenceIn(line.passage, line.start + company.start, line.start + company.end), 0.88));
  }
  return found;
}

function companyOfHead(head: HeadName | null): DraftValue[] {
  if (head === null || head.person !== null) return [];
  const isCompany =
    chineseCompanies(fold(head.evidence.quote)).length > 0 || latinCompany(head.evidence.quote) !== null;
  if (!isCompany) return [];
  return [draftValue(evidenceInHead(head.evidence.quote), 0.5, { doubt: 'fromMailHead' })].filter(
    (value) => value !== null,
  );
}

/** A company, shop or cooperative by its form of name. */
function isBody(name: string): boolean {
  return chineseCompanies(fold(name)).length > 0 || latinCompany(name) !== null;
}

function sameName(a: string, b: string): boolean {
  const plain = (text: string) => fold(text).replace(/\s/g, '');
  return plain(a) === plain(b);
}

function distinct(values: DraftValue[]): DraftValue[] {
  return values.filter((value, index) => values.findIndex((other) => sameName(other.value, value.value)) === index);
}

function pushValue(list: DraftValue[], value: DraftValue | null): void {
  if (value !== null) list.push(value);
}

function fold(text: string): string {
  return foldText(text).folded;
}
