import type { DraftValue } from './complaint-draft.ts';
import type { Letter } from './letter.ts';
import { draftValue, evidenceIn } from './passage.ts';
import type { Passage } from './passage.ts';

const CODE = '#?(?=[-a-z_./]{0,24}\\d)[a-z0-9](?:[a-z0-9]|[-_./](?=[a-z0-9])){1,39}';
const AND = '\\s?(?:和|与|跟|及|以及|、|,|/|&|and)\\s?';
const IS = '(?:编号|号码|号)?\\s?(?:分别|都)?\\s?(?:是|为|:|\\(|no\\.?|number|#)?\\s?:?\\s?';
/** `批号印在袋口是 X`, `the batch code on the lid reads X`: a few words may stand between name and number. */
const FAR_IS = '[^,。;!?\\n:]{0,14}(?:是|为|:|写着?|写的|印着?|印的是|贴着)\\s?';
const FAR_IS_EN = '[^,.;!?\\n:]{0,32}(?: is| was| are| reads?|:| -| –)\\s?';

interface Cue {
  pattern: RegExp;
  confidence: number;
}

const cue = (words: string, link: string, confidence: number): Cue => ({
  pattern: new RegExp(`(?:${words})${link}(${CODE}(?:${AND}${CODE}){0,5})`, 'g'),
  confidence,
});
const LINK_EN =
  '\\s?(?:(?:nos?|nr|numbers?|ref|reference|ids?|codes?)\\b\\.?|#|号码?)?\\s?(?:is|was|are|were)?\\s?[:#.(]?\\s?';

const BATCHES: Cue[] = [
  cue(
    '批号|批次号?|炉号|钢印批次|生产批次|lot编号|喷码|制造号码|出厂编号|生产编号|箱码(?:尾号)?|(?<=[(,;\\s])批(?=\\s)',
    IS,
    0.9,
  ),
  cue('(?:喷|印|打|标|写|刻|贴)(?:的|着)(?:编?号码?|日期|批次|代码)?(?:是|为)?', ':?\\s?', 0.6),
  cue('\\bd/c|周期码?', IS, 0.7),
  cue('钢印号|钢卷号|卷号|桶号|轴号|板号|窑号|缸号|箱号|日期码', IS, 0.7),
  cue('\\bcode on the [a-z]+', ' (?:is|reads|says)\\s?', 0.6),
  cue('\\b(?:stamped|marked|printed)(?: with)?', ':?\\s', 0.6),
  {
    pattern: new RegExp(`(?<![a-z\\d_-])(${CODE})(?: [a-z]\\d?)?,? (?:best before|bbe?|use by|exp)(?![a-z])`, 'g'),
    confidence: 0.7,
  },
  cue('\\b(?:date code|coil|roll|drum|mix)(?: no\\.?| number)?(?![a-z])', LINK_EN, 0.6),
  cue('\\b(?:lot|batch|batches|lots|heats?)(?![a-z])', LINK_EN, 0.88),
  cue('批号|批次|喷码|钢印', FAR_IS, 0.75),
  cue('\\b(?:lot|batch)(?![a-z])', FAR_IS_EN, 0.75),
  {
    pattern: new RegExp(
      `(?<![a-z\\d_-])(${CODE})[」”"]?\\s?(?:的)?(?:这|那)?个?(?:批次|批号|一批|批货|批产品|批(?![发评准]))`,
      'g',
    ),
    confidence: 0.7,
  },
  { pattern: new RegExp(`(?<![a-z\\d_-])(${CODE}) (?:batch|lot)(?![a-z])`, 'g'), confidence: 0.7 },
];
/** `SY4420097713386 显示已签收`: a long number of letters and digits of which is said how far its parcel has come. */
const PARCEL =
  /(?<![a-z\d-])((?=[a-z\d]*\d{8})[a-z]{1,4}\d{8,16})\s?(?:这|那)?[个件单]?(?:一直)?(?:显示|物流|快递|查|签收|已签收|派送|到哪|包裹|丢)/g;

const ORDERS: Cue[] = [
  cue('订单|采购单|订货单|定单', IS, 0.92),
  cue('(?:订单|单号)(?:尾号|[后末][四五六4-6]位)(?:数字|数|号)?', IS, 0.86),
  cue('(?:受理|申请|业务|办件|案件|报装|估价|结[帐账]|派车|提货|过磅|磅|取件|寄件|面)(?:单|编)?号', IS, 0.75),
  cue('(?:估价|结[帐账]|报价|派车|磅|检测|验收)单', '\\s?\\((?:编号|单号|号)\\s?:?\\s?', 0.72),
  cue('流水号|(?:报修|检修|叫修|送修|派修)单', IS, 0.75),
  cue('\\b(?:pro ?forma|pi|dn|grn)(?: invoice)?(?![a-z])', LINK_EN, 0.75),
  cue('(?:预约|预订|订座|订房|取票|车票)(?:单)?(?:编号|号码|号)', ':?\\s?(?:是|为)?', 0.8),
  cue('(?:\\bpurchase order|\\border|\\bp\\.?o|\\bsales order)(?![a-z])', LINK_EN, 0.9),
  { pattern: PARCEL, confidence: 0.7 },
  cue('订单|定单', FAR_IS, 0.7),
  cue('\\border(?![a-z])', FAR_IS_EN, 0.7),
  cue('运单|快递单|物流单|托运单|发货单|送货单|提货单|出货单|出库单|交货单|提单|销货单|配送单', IS, 0.85),
  cue(
    '(?:\\bbooking|\\bshipment|\\bconsignment|\\btracking|\\bwaybill|\\bawb|\\breservation|\\bconfirmation|\\bdelivery (?:note|ticket)|\\bdocket|\\bbol|\\bbill of lading)(?![a-z])',
    LINK_EN,
    0.85,
  ),
  cue('合同|协议|合约|契约|保单', '(?:编号|号)?\\s?(?:是|为|:|\\((?:编号|号)?:?)\\s?', 0.8),
  cue('合同|协议|合约|契约|保单', '(?:编号|号码|号)\\s?:?\\s?', 0.8),
  cue('(?:合同|合约|协议)', '\\s?(?=[a-z]{1,6}[-\\d])', 0.78),
  cue(
    '(?:\\bro|\\brepair order|\\bwork order|\\bjob(?: card)?|\\bcontract|\\bpolicy|\\bour ref|\\breference)(?![a-z])',
    '\\s?(?:(?:no|number|ref|id)\\b\\.?|#)?\\s?[:#.]?\\s?',
    0.72,
  ),
  cue(
    '(?<=\\b|[^a-z])(?:(?<!客服.{0,6}|投诉.{0,4}|给的|市民.{0,4}|的)工单(?=.{0,4}[a-z0-9-]{6})|维修单|安装单|派工单|委修单|服务单|受理单|结算单)',
    IS,
    0.75,
  ),
  cue('(?<![订运递流托货购同工修装清账帐磅库提])单', '号\\s?(?:是|为|:)?\\s?', 0.75),
  cue('(?:\\binvoice|\\breceipt)(?![a-z])', '\\s?(?:(?:no|number)\\b\\.?|#)?\\s?[:#.]?\\s?', 0.45),
];

/** Batch and order numbers that the running text names (`批号是 A 和 B`, `PO AB-1234`); several stand one by one. */
export function findReferenceNumbers(letter: Letter): { batches: DraftValue[]; orders: DraftValue[] } {
  const own = [...(letter.subject === null ? [] : [letter.subject]), ...letter.body, ...letter.signature];
  const both = (cues: Cue[]) => {
    const found = own.flatMap((passage) => codesAfter(passage, cues));
    const older = found.length > 0 ? [] : letter.quoted.flatMap((passage) => codesAfter(passage, cues));
    return merged([
      ...found,
      ...older.map((value) => ({ ...value, confidence: value.confidence / 2, doubt: 'fromQuotedMail' })),
    ]);
  };
  return { batches: both(BATCHES), orders: both(ORDERS) };
}

function codesAfter(passage: Passage, cues: Cue[]): DraftValue[] {
  const found: DraftValue[] = [];
  const text = passage.folded.slice(0, 60_000);
  for (const { pattern, confidence } of cues) {
    for (const match of text.matchAll(pattern)) {
      const list = match[1] ?? '';
      const listStart = match.index + match[0].lastIndexOf(list);
      for (const code of list.matchAll(new RegExp(CODE, 'g'))) {
        const mayBeShort = confidence >= STRONG && code.index === 0;
        if (!isReference(code[0]) && !(mayBeShort && isShortCode(code[0]))) continue;
        if (!mayBeShort && YEAR.test(code[0])) continue;
        for (const { at, length } of alternatives(code[0])) {
          const start = listStart + code.index + at;
          const tail = cues === BATCHES ? (SHIFT.exec(text.slice(start + length, start + length + 5))?.[0] ?? '') : '';
          const value = draftValue(evidenceIn(passage, start, start + length + tail.length), confidence);
          if (value !== null) found.push(value);
        }
      }
    }
  }
  return found;
}

/** `26L0188/26L0190` are two numbers of one make; `JX/26/0417` is one. Offsets of `code`, without its `#`. */
export function alternatives(code: string): { at: number; length: number }[] {
  const from = code.startsWith('#') ? 1 : 0;
  const [one, other, third] = code.slice(from).split('/');
  const shape = (text: string) => text.replace(/[a-z]/g, 'a').replace(/\d/g, '0');
  if (one === undefined || other === undefined || third !== undefined || one.length < 5 || shape(one) !== shape(other))
    return [{ at: from, length: code.length - from }];
  return [
    { at: from, length: one.length },
    { at: from + one.length + 1, length: other.length },
  ];
}

/** `20260408 F3`: the line or shift that is printed behind a batch. */
const SHIFT = /^ [b-hj-z]\d(?![a-z\d])/;
/** Right behind 批号 or `lot no.` two digits, or a letter and a digit, are a number too. */
const STRONG = 0.85;
const YEAR = /^20[0-3]\d$/;
const isShortCode = (code: string) =>
  /^#?(?=[a-z\d-]*\d)(?:[a-z]\d{1,3}|\d{2,3}[a-z]|\d{3})$/.test(code) && !/^\d+(?:g|kg|t|ml|l|m)$/.test(code);

/** A reference has digits, is not a date, not a service hotline and not a plain small number. */
function isReference(code: string): boolean {
  const digits = code.replace(/\D/g, '').length;
  if (digits < 2 || code.length < 4 || !/[a-z]|\d{4}|\d-\d/.test(code)) return false;
  if (/^(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}$/.test(code)) return false;
  if (/^\d{1,4}[./]\d{1,4}$/.test(code)) return false;
  if (/^(?:\d{1,3}(?:d|h|kg|g|t|mm|cm|ml|l|元|pcs|days?))$/.test(code)) return false;
  return !/^(?:12345|12315|12398|123\d\d)$/.test(code);
}

/** `1150506` of `PO1150506`, read once more by another cue. */
function isWithin({ evidence: part }: DraftValue, { evidence: whole }: DraftValue): boolean {
  return (
    part.block === whole.block &&
    part.start >= whole.start &&
    part.end <= whole.end &&
    part.quote.length < whole.quote.length
  );
}

function merged(values: DraftValue[]): DraftValue[] {
  const found: DraftValue[] = [];
  for (const value of values.sort((a, b) => b.confidence - a.confidence)) {
    if (values.some((other) => isWithin(value, other))) continue;
    if (found.length < 8 && !found.some((other) => other.value.toLowerCase() === value.value.toLowerCase()))
      found.push(value);
  }
  return found;
}
