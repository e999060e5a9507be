import { chineseCompanies, latinCompany } from './company-names.ts';
import type { DraftValue, Evidence } from './complaint-draft.ts';
import { foldText } from '../text/fold-text.ts';
import { draftValue, evidenceInHead, keepable } from './passage.ts';
import type { Letter } from './letter.ts';
import { chineseNameLikeness, isLatinName } from './person-names.ts';

/** What the mail head calls the sender. */
export interface HeadName {
  /** The part of the sender's name that is a person, folded; null when none is. */
  person: string | null;
  likeness: number;
  evidence: Evidence;
}

/** The part of the sender's name in the mail head that is a person; null without a name. */
export function headName(letter: Letter): HeadName | null {
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

/** Whether the head names a person at all. */
export function isNamed(head: HeadName | null): head is HeadName & { person: string } {
  return head !== null && head.person !== null;
}

/** The person of the mail head as a doubted value; a nickname when no person is named. */
export function personOfHead(head: HeadName | null): DraftValue[] {
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

/** The company that a mail head without a person names. */
export function companyOfHead(head: HeadName | null): DraftValue[] {
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

/** `Harbour Lane Foods`, `The Gander`: a firm in the form of a name. */
export function isLatinPerson(text: string): boolean {
  return isLatinName(text) && latinCompany(text) === null && !/^The /.test(text);
}

function fold(text: string): string {
  return foldText(text).folded;
}
