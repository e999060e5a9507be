import { chineseNameLikeness } from '../extract/person-names.ts';
import { isHanName } from './named-texts.ts';
import { plainDigits, type PersonalKind } from './personal-kind.ts';

/** A stretch of folded text that is personal. `isWeak`: only its shape says so, a batch number may look the same. */
export interface PersonalSpan {
  start: number;
  end: number;
  kind: PersonalKind;
  isWeak?: boolean;
}

const D = '[0-9零〇幺一二三四五六七八九]';
/** Digits with what people put between them. A colon is left out, for times of day. */
const DIGIT_RUN = new RegExp(`\\+?\\(?${D}(?:[ ()\\-.·•_/,*~\\u2010-\\u2015\\n]{0,3}${D}){5,60}x?`, 'g');
const HALF_MASKED = /(?<!\d)1[3-9]\d[\s-]?[*×x•●#]{3,6}[\s-]?\d{2,4}(?!\d)/g;
const DAY = '(?:0[1-9]|[12]\\d|3[01])';
const ID_18 = new RegExp(`^[1-9]\\d{5}(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])${DAY}\\d{3}[\\dx]$`);
const ID_15 = new RegExp(`^[1-9]\\d{7}(?:0[1-9]|1[0-2])${DAY}\\d{3}$`);
const STAMP = new RegExp(`^(?:19|20)\\d{2}(?:0[1-9]|1[0-2])${DAY}(?:[01]\\d|2[0-3])[0-5]\\d(?:[0-5]\\d)?$`);
const ORDER_CUE = /(?:单号?|编号|订单|运单|快递|order|no\.?|#|流水号?|合同|保单|发票)[\s:#是为]*$/;
const CARD_CUE = /(?:卡号?|账号|帐号|账户|帐户|card|account|iban)[\s:#是为]*$/;
const PHONE_CUE =
  /(?:电话|手机|座机|热线|联系方式|联络|来电|致电|tel|phone|mobile|call|fax|传真|cell|ph)[\s:.#号码是为(]*$/;

/** A mobile number that a program wrote as a number: 1.3800138E+10. */
const AS_NUMBER = /(?<![\d.])1\.[3-9]\d{4,8}e\+?10(?!\d)/g;

/** Where a pattern has a group, the words before it say what it is, and the group alone is personal. */
const PATTERNS: { kind: PersonalKind; pattern: RegExp; isWeak?: boolean }[] = [
  {
    kind: 'email',
    pattern:
      /[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63}\s?(?:@|[([]at[)\]])\s?(?:[\p{L}\p{N}-]{1,63}\s?\.\s?){1,5}[a-z\p{sc=Han}]{2,24}/gu,
  },
  // Plates of the mainland, those for new energy with one character more.
  {
    kind: 'plate',
    pattern:
      /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领]\s?[a-hj-np-z][\s·•.-]?[a-hj-np-z0-9](?:[\s·-]?[a-hj-np-z0-9]){3,4}(?:[a-hj-np-z0-9]|[挂学警港澳领])(?![a-z0-9])/g,
  },
  {
    kind: 'plate',
    pattern: /(?:车牌|牌照|plate|registration)(?:号码?|no\.?|number)?[\s:是为]{1,3}([a-z0-9][a-z0-9 -]{3,9}[a-z0-9])/g,
  },
  {
    kind: 'vin',
    pattern: /(?:车架号?|vin|底盘号)(?:码|no\.?|code)?[\s:是为]{0,3}([a-hj-npr-z0-9]{10,17})(?![a-z0-9])/g,
  },
  { kind: 'plate', pattern: /(?<![a-z0-9])[a-z]{2}\d{2} ?[a-z]{3}(?![a-z0-9])/g, isWeak: true },
  // The passport's and the Taiwan, Hong Kong and Macao documents' own shapes.
  { kind: 'idNo', pattern: /(?<![a-z0-9])[a-z][12]\d{8}(?![a-z0-9])/g },
  { kind: 'idNo', pattern: /(?<![a-z0-9])[a-z]{1,2}\d{6}\([0-9a]\)/g },
  {
    kind: 'idNo',
    pattern:
      /(?:身份证|证件|护照|通行证|居留证|id card|passport|identity card)(?:号码?|no\.?|number)?[\s:#是为]{0,3}(?=[a-z -]{0,8}\d)([a-z0-9][a-z0-9 -]{4,20}[a-z0-9])/g,
  },
  {
    kind: 'account',
    pattern:
      /(?:微信|威信|薇信|v信|wechat|weixin|(?<![a-z])line|whatsapp|telegram|支付宝|alipay|抖音|小红书|微博|(?<![a-z])(?:wx|vx)|加v)(?:账?号|id|no\.?)?(?:[\s:是为@]{1,3}|(?<=号))((?=[a-z_.-]*[\d_-])[a-z][-_a-z0-9.]{4,29}|\d{6,12})/g,
  },
  { kind: 'account', pattern: /(?:qq|扣扣|企鹅)(?:群|号码?|号)?[\s:是为]{0,3}([1-9][\d ]{3,12}\d)/g },
  // Roads, estates and villages with a number behind them; buildings with their rooms.
  {
    kind: 'address',
    pattern:
      /(?:(?!住在|位于|地址|寄到|送到|发到|收货|我家|我们|家住)\p{sc=Han}){1,24}?(?:路|街|大道|大街|巷|弄|胡同|里|村|社区|小区|花园|家园|公寓|新村|新城|苑|庄|坊|园|城|湾|府|镇|乡|屯|组|队|段|厦|院|馆)[\p{sc=Han}]{0,8}?\s?[\d零〇一二三四五六七八九十百-]{1,6}\s?(?:号|弄|栋|幢|座|单元|室|楼|层|期|门|户|#)(?:[\p{sc=Han}]{0,6}?\s?[a-z]?[\d零一二三四五六七八九十-]{1,5}\s?[a-z]?(?:号楼?|弄|栋|幢|座|单元|室|楼|层|期|门|户|房|院|#)){0,5}(?:\d{3,4})?/gu,
  },
  {
    kind: 'address',
    pattern:
      /[a-z]?\d{1,4}\s?(?:号楼|栋|幢|座|#)[\s-]?(?:[\d一二三四五六]{1,2}\s?单元)?[\s-]?[a-z]?\d{2,4}\s?(?:室|户|房|号)?/g,
  },
  {
    kind: 'address',
    pattern:
      /(?<![a-z0-9])(?:flat |unit |apt\.? |suite )?\d{1,5}[a-z]?,? (?:[a-z'’.]+ ){1,4}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|close|crescent|way|court|ct|boulevard|blvd|place|terrace|square|sq|gardens|grove|hill)(?![a-z])(?:[,\s]{1,2}[a-z'’]+){0,4}(?:[,\s]{1,2}(?:[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}|(?:[a-z]{2} )?\d{5}(?:-\d{4})?))?/g,
  },
  { kind: 'address', pattern: /(?<![a-z0-9])[a-z]{1,2}\d{1,2}[a-z]? \d[a-z]{2}(?![a-z0-9])/g, isWeak: true },
  { kind: 'order', pattern: /(?<![a-z0-9])[a-z]{1,6}[-_]?\d{9,24}(?:[-_]\d{1,6})?(?![a-z0-9])/g, isWeak: true },
  {
    kind: 'order',
    pattern:
      /(?:订单|定单|运单|快递单?|物流单|面单|包裹|保单|发票|order|tracking|waybill|invoice|parcel)(?:编?号码?|no\.?|number|id)?[\s:#是为]{0,3}((?=[a-z_-]{0,12}\d{3})[a-z0-9][-_a-z0-9]{5,39})/g,
  },
];
const VIN = /(?<![a-z0-9])[a-hj-npr-z0-9]{17}(?![a-z0-9])/g;
const CALLED =
  /(?:联系人|收货人|收件人|寄件人|姓名|户主|车主|业主|投诉人|当事人|经办人|负责人|签收人|本人|我叫|我是|名叫|客户名?称?|顾客|客户)[:\s是为]{0,2}(\p{sc=Han}{2,4})(?!\p{sc=Han}{3})/gu;
const WITH_TITLE = /(\p{sc=Han}{1,3})(?:先生|女士|小姐|太太|师傅|阿姨|老师|大姐|大哥)/gu;
/** 张三推荐: who told a customer of us. */
const RECOMMENDED = /^(\p{sc=Han}{2,3})(?:推荐|推薦|介绍|介紹|转介|轉介|引荐|引薦)/u;
const MISTER = /(?<![a-z])(?:mr|mrs|ms|miss|dr)\.? [a-z'’-]{2,20}(?: [a-z'’-]{2,20})?/g;
const NOT_AFTER_MISTER = /\b(?:and|or|who|said|is|was|has|had|from|called|asked|of|the|to)\b.*$/;

/** Most texts of a ledger have neither a digit nor one of these, and are looked at no further. */
const MAY_HOLD = new RegExp(`${D}{2}|${D}\\s${D}|@|[([]at[)\\]]|路|弄|号|微信|qq|(?<![a-z])(?:mr|ms|dr|v)`, 'i');

/** Personal data that a folded text shows by its own form or by the words before it, wherever it stands. */
export function detectPersonal(folded: string): PersonalSpan[] {
  const found: PersonalSpan[] = names(folded);
  if (!MAY_HOLD.test(folded)) return found;
  for (const run of folded.matchAll(DIGIT_RUN)) found.push(...inDigits(folded, run.index, run[0]));
  for (const { kind, pattern, isWeak = false } of PATTERNS)
    for (const { index, 0: text, 1: value = text } of folded.matchAll(pattern))
      found.push({ start: index + text.length - value.length, end: index + text.length, kind, isWeak });
  for (const pattern of [HALF_MASKED, AS_NUMBER])
    for (const { index, 0: text } of folded.matchAll(pattern))
      found.push({ start: index, end: index + text.length, kind: 'phone' });
  for (const { index, 0: text } of folded.matchAll(VIN))
    if (isVin(text)) found.push({ start: index, end: index + text.length, kind: 'vin' });
  return found;
}

function names(folded: string): PersonalSpan[] {
  const found: PersonalSpan[] = [];
  for (const match of folded.matchAll(CALLED)) {
    const [whole, word = ''] = match;
    const name = [4, 3, 2].map((length) => word.slice(0, length)).find((part) => chineseNameLikeness(part) === 1);
    const start = match.index + whole.length - word.length;
    if (name !== undefined) found.push({ start, end: start + name.length, kind: 'person' });
  }
  for (const match of folded.matchAll(WITH_TITLE)) {
    const [whole, word = ''] = match;
    const title = whole.slice(word.length);
    for (let from = 0; from < word.length; from++) {
      if (chineseNameLikeness(`${word.slice(from)}先生`) < 0.8) continue;
      const start = match.index + from;
      found.push({ start, end: start + word.length - from + title.length, kind: 'person' });
      break;
    }
  }
  const [, by = ''] = RECOMMENDED.exec(folded) ?? [];
  if (isHanName(by)) found.push({ start: 0, end: by.length, kind: 'person' });
  for (const { index, 0: text } of folded.matchAll(MISTER))
    found.push({ start: index, end: index + text.replace(NOT_AFTER_MISTER, '').trimEnd().length, kind: 'person' });
  return found;
}

interface Group {
  start: number;
  end: number;
  digits: string;
}

/** Numbers of a run of digits begin and end where a group does: `138 0013 8000 2026-01-05` is a phone and a day. */
function inDigits(folded: string, start: number, run: string): PersonalSpan[] {
  const groups: Group[] = [...run.matchAll(new RegExp(`${D}+x?`, 'g'))].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
    digits: plainDigits(match[0]),
  }));
  const found: PersonalSpan[] = [];
  const inWord = /[a-z]/.test(folded[start - 1] ?? '');
  if (run.startsWith('+')) {
    const whole = international(groups);
    if (whole !== null) return [{ start, end: whole, kind: 'phone' }];
  }
  for (let first = 0; first < groups.length; first++) {
    for (let last = Math.min(groups.length, first + 20) - 1; last >= first; last--) {
      const part = groups.slice(first, last + 1);
      const [from, to] = [part[0]?.start ?? 0, part.at(-1)?.end ?? 0];
      const before = folded.slice(Math.max(0, from - 16), from);
      const span = kindOf(part, before, inWord && first === 0);
      if (span === null) continue;
      found.push({ start: from, end: to, ...span });
      first = last;
      break;
    }
  }
  return found;
}

/** Behind a plus stand the digits of a phone, fifteen at most (ITU-T E.164), whatever parts them. */
function international(groups: readonly Group[]): number | null {
  let [length, end] = [0, null as number | null];
  for (const group of groups) {
    length += group.digits.length;
    if (length > 15) break;
    if (length >= 8) end = group.end;
  }
  return end;
}

function kindOf(groups: Group[], before: string, inWord: boolean): Pick<PersonalSpan, 'kind' | 'isWeak'> | null {
  const digits = groups.map((group) => group.digits).join('');
  const isOne = groups.length === 1;
  const sizes = groups.map((group) => group.digits.length);
  const isEven = isOne || sizes.every((size) => size >= 2) || (sizes.every((size) => size === 1) && groups.length > 6);
  if (!isEven || inWord) return null;
  if (ID_18.test(digits) || (ID_15.test(digits) && isOne)) return { kind: 'idNo' };
  if (/x/.test(digits)) return null;
  const local = digits.replace(/^(?:00)?86(?=1)/, '').replace(/^0(?=1[3-9]\d{9}$)/, '');
  if (/^1[3-9]\d{9}$/.test(local)) return ORDER_CUE.test(before) ? { kind: 'order' } : { kind: 'phone' };
  if (digits.length >= 13 && digits.length <= 19 && (CARD_CUE.test(before) || (isLuhn(digits) && !STAMP.test(digits))))
    return { kind: 'card' };
  if (ORDER_CUE.test(before) && digits.length >= 8 && isOne && !isDay(digits)) return { kind: 'order', isWeak: true };
  if (PHONE_CUE.test(before) && digits.length >= 7 && digits.length <= 16) return { kind: 'phone' };
  // Landlines: an area code and seven or eight digits; with an extension behind.
  if (/^0(?:10|2\d|[3-9]\d{2})[2-9]\d{6,7}$/.test(digits) && groups.length <= 4) return { kind: 'phone' };
  if (/^0(?:10|2\d|[3-9]\d{2})[2-9]\d{6,7}\d{1,5}$/.test(digits) && groups.length >= 3 && groups.length <= 4)
    return { kind: 'phone' };
  if (/^0\d{8,10}$/.test(digits) && groups.length >= 2 && groups.length <= 5) return { kind: 'phone' };
  // Mobile numbers of Taiwan and of the United Kingdom.
  if (/^(?:09\d{8}|07[1-9]\d{8})$/.test(digits)) return { kind: 'phone' };
  if (/^[2-9]\d{2}[2-9]\d{6}$/.test(digits) && sizes.join() === '3,3,4') return { kind: 'phone' };
  if (sizes.join() === '4,4' && /^(?!19|20)[2-9]/.test(digits)) return { kind: 'phone', isWeak: true };
  if (isOne && digits.length >= 12 && !STAMP.test(digits)) return { kind: 'order', isWeak: true };
  return null;
}

/** Whether eight digits may be a day: 20260105. */
export const isDay = (digits: string) => /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(digits);

/** The check of bank cards (ISO/IEC 7812-1). */
function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    sum += at % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0 && /[1-9]/.test(digits);
}

const VIN_VALUES: Record<string, number> = Object.fromEntries(
  Array.from('abcdefgh', (letter, at) => [letter, at + 1] as const)
    .concat(Array.from('jklmn', (letter, at) => [letter, at + 1] as const))
    .concat([
      ['p', 7],
      ['r', 9],
    ] as const)
    .concat(Array.from('stuvwxyz', (letter, at) => [letter, at + 2] as const)),
);
const VIN_WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

/** A vehicle's number by its check digit (GB 16735, ISO 3779), or by its shape where the maker leaves that out. */
function isVin(folded: string): boolean {
  if (!/[a-z]/.test(folded) || !/\d{3,}$/.test(folded)) return false;
  const sum = Array.from(folded).reduce(
    (total, sign, at) => total + (VIN_VALUES[sign] ?? Number(sign)) * (VIN_WEIGHTS[at] ?? 0),
    0,
  );
  const check = sum % 11 === 10 ? 'x' : String(sum % 11);
  return check === folded[8] || /^[a-z]/.test(folded);
}
