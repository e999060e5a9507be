import { chineseCompanies, latinCompany, SENTENCE } from './company-names.ts';
import type { DraftValue } from './complaint-draft.ts';
import type { Letter } from './letter.ts';
import type { TailLine } from './letter-tail.ts';
import { draftValue, evidenceIn, linesOf } from './passage.ts';
import { chineseNameLikeness, isLatinName } from './person-names.ts';

/** Offices within a company, as they stand between its name and the person's. */
const OFFICE =
  /^(?:.{0,6}(?:部|处|课|科|室|组|中心|车间|仓库|工厂|项目部|厂务|总务|财务|行政|技术|品管|品保|品质|质量|采购|业务|销售|仓储|物流|设备|生产|工务|后勤|安全|法务|人事|人力资源|客服|会计|出纳|研发)|sqe|sqm|qa|qc|ehs|pm|hr|iqc|oqc|pmc)$/;
const POST =
  /^(?:经理|主任|组长|课长|科长|处长|部长|总监|总经理|副总|厂长|店长|园长|院长|会长|理事长|工程师|专员|主管|老板|负责人|店主|采购|质量负责人|法人)$/;
const TITLE =
  /\b(?:ceo|cto|cfo|coo|owner|founder|partner|director|manager|supervisor|buyer|officer|engineer|coordinator|lead|head|chef|secretary|president|vp|specialist|administrator|assistant|foreman|planner|treasurer|chair(?:man|woman)?)\b/i;

/**
 * Companies that a card names without saying what form of company they are: `和兴预拌 品管 魏廷宇`, `CTO, Lantern Payroll`,
 * and words that are the name of the sender's own mail domain.
 */
export function cardCompanies(tail: readonly TailLine[], letter: Letter): DraftValue[] {
  const domain = ownDomain(letter.sender.address?.text ?? null);
  return tail.flatMap((line, index) =>
    /\p{Script=Han}/u.test(line.folded) ? besideOffice(line) : inLatin(line, domain, tail[index - 1]),
  );
}

/** 南京江宁, 福建厦门: where somebody lives. */
const PLACE =
  /^(?:北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|四川|贵州|云南|陕西|甘肃|青海|宁夏|新疆|内蒙古|西藏|南京|杭州|苏州|广州|深圳|武汉|成都|西安|台北|新北|桃园|台中|台南|高雄|基隆|新竹)[\p{Script=Han}]{0,3}$|(?:省|市|县|区|镇|乡|村|路|街|巷|号|栋|楼|室|小区|花园|家园|苑|住户|业主|客户)$/u;

/** A line of a card that is a post or an office alone. */
const ONLY_OFFICE =
  /^(?:(?:the |head of |senior |deputy |assistant |site |plant |general |technical |regional |chief )*(?:purchasing|procurement|accounts(?: payable)?|operations|quality(?: assurance| control)?|engineering|facilities|logistics|maintenance|production|supply chain|sales|warehouse|finance|office|(?:[a-z&]+ ){0,3}(?:manager|director|engineer|supervisor|buyer|officer|owner|coordinator|foreman|lead|planner|administrator|secretary|president|partner|founder))(?: (?:department|dept|team))?)$/;

const SAID =
  /\b(?:[Oo]n behalf of|I work for|[Ww]e are|[Tt]his is [\p{Lu}][\p{Ll}]+(?: [\p{Lu}][\p{Ll}]+)?(?: \([^()]{1,20}\))? (?:from|at|of|with)|I am [\p{Lu}][\p{Ll}]+(?: [\p{Lu}][\p{Ll}]+)? (?:from|at|of)|[Hh]ere at) ((?:[\p{Lu}][\p{L}&'’-]*|&)(?: (?:[\p{Lu}&][\p{L}&'’-]*|of|and|the)){1,5})/gu;

/** `on behalf of Greenway Housing Association`, `This is Priya from Blue Lotus Spa`. */
export function saidCompanies(letter: Letter): DraftValue[] {
  return letter.body.flatMap((passage) =>
    [...passage.text.slice(0, 4_000).matchAll(SAID)].flatMap((match) => {
      const name = (match[1] ?? '').replace(/ (?:of|and|the)$/, '');
      const start = passage.start + match.index + match[0].lastIndexOf(match[1] ?? '');
      return draftValue({ block: passage.block, start, end: start + name.length, quote: name }, 0.68) ?? [];
    }),
  );
}

/** `Kloof Dairy (Pty) Ltd draws …`: a company of the letter whose name is that of the sender's own mail domain. */
export function companiesOfDomain(letter: Letter): DraftValue[] {
  const domain = ownDomain(letter.sender.address?.text ?? null);
  if (domain === null) return [];
  return letter.body.flatMap((passage) =>
    linesOf(passage)
      .slice(0, 60)
      .flatMap((line) => {
        const start = passage.toOriginal(line.start);
        const text = passage.text.slice(start, passage.toOriginal(line.end));
        const company = latinCompany(text);
        if (company === null) return [];
        const quote = text.slice(company.start, company.end);
        const plain = quote.toLowerCase().replace(/[^a-z\d]/g, '');
        if (!plain.startsWith(domain) && !domain.startsWith(plain)) return [];
        const from = passage.start + start + company.start;
        return draftValue({ block: passage.block, start: from, end: from + quote.length, quote }, 0.7) ?? [];
      }),
  );
}

function besideOffice(line: TailLine): DraftValue[] {
  if (line.folded.length > 70 || chineseCompanies(line.folded).length > 0 || /[:。;!?]/.test(line.folded)) return [];
  const words = [...line.folded.matchAll(/[^\s,/|()·]+/g)].map((match) => ({ at: match.index, text: match[0] }));
  const hasPerson = words.some(({ text }) => chineseNameLikeness(text) >= 0.5);
  const hasOffice = words.some(({ text }, index) => index > 0 && (OFFICE.test(text) || POST.test(text)));
  const hasNumber = words.some(({ text }, index) => index > 1 && /^\+?\(?\d{3}/.test(text));
  if ((!hasOffice && !(hasPerson && hasNumber)) || words.length > 7) return [];
  const company = words.find(
    ({ text }) => /^[\p{Script=Han}a-z]{2,12}$/u.test(text) && chineseNameLikeness(text) < 0.8 && isNameOfCompany(text),
  );
  // What stands behind a person counts only where an office or a number stands too: 陶陶 | 景禾传媒 人力资源.
  if (company === undefined || words.indexOf(company) > 3) return [];
  const start = line.start + company.at;
  const value = draftValue(evidenceIn(line.passage, start, start + company.text.length), 0.72);
  return value === null ? [] : [value];
}

const KIN =
  /^(?:手机|电话|微信|同名|分机|联系|儿子|女儿|父亲|母亲|老公|老婆|丈夫|妻子|本人|谢谢|敬上|敬启|谨上|盖章|企业微信|手机同号|微信同号)/;

function isNameOfCompany(text: string): boolean {
  return (
    text.length >= 3 &&
    /\p{Script=Han}{3}/u.test(text) &&
    !KIN.test(text) &&
    !SENTENCE.test(text) &&
    !PLACE.test(text) &&
    !OFFICE.test(text) &&
    !POST.test(text)
  );
}

function inLatin(line: TailLine, domain: string | null, above: TailLine | undefined): DraftValue[] {
  const start = line.passage.toOriginal(line.start);
  const text = line.passage.text.slice(start, line.passage.toOriginal(line.end));
  if (text.length > 100 || latinCompany(text) !== null) return [];
  const pieces = [...text.matchAll(/[^,|/·–—]+/g)].map((match) => ({ at: match.index, text: match[0] }));
  return pieces.flatMap((piece, index) => {
    const name = piece.text.trim();
    const plain = name.toLowerCase().replace(/[^a-z\d]/g, '');
    const isOwn = domain !== null && plain.length >= 5 && (plain.includes(domain) || domain.includes(plain));
    const before = pieces[index - 1]?.text.trim() ?? '';
    const isBelowTitle =
      pieces.length === 1 && above !== undefined && ONLY_OFFICE.test(above.folded.slice(0, 80).trim());
    const isBehindTitle =
      index === pieces.length - 1 &&
      (TITLE.test(before) || isBelowTitle) &&
      /^(?:[\p{Lu}][\p{L}&'’.-]*\s?){1,5}$/u.test(name);
    if ((!isOwn && !isBehindTitle) || TITLE.test(name) || !/^[\p{Lu}\d]/u.test(name) || /\d{3}/.test(name)) return [];
    if (
      !isBehindTitle &&
      isLatinName(name) &&
      name.split(' ').length === 2 &&
      index === 0 &&
      !plain.includes(domain ?? '-')
    )
      return [];
    const from = line.passage.start + start + piece.at + piece.text.indexOf(name);
    const evidence = { block: line.passage.block, start: from, end: from + name.length, quote: name };
    const value = draftValue(evidence, isOwn ? 0.8 : 0.7);
    return value === null ? [] : [value];
  });
}

/** The name within a company's mail address (`lantern-payroll.example` → lanternpayroll); null for a free mail service. */
function ownDomain(address: string | null): string | null {
  const domain = /@(?:[a-z0-9-]+\.)*?([a-z0-9-]+)\.(?:(?:com|co|net|org|edu|gov|ac)\.)?[a-z]{2,}$/i.exec(
    address ?? '',
  )?.[1];
  const plain = domain?.toLowerCase().replace(/-/g, '') ?? '';
  return plain.length < 5 ||
    /^(?:gmail|outlook|hotmail|yahoo|icloud|proton|protonmail|foxmail|aliyun|hinet|example)$/.test(plain)
    ? null
    : plain;
}
