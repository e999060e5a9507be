import type { DraftValue } from './complaint-draft.ts';
import type { ProductMention } from './product-mention.ts';
import type { Letter } from './letter.ts';
import { draftValue, evidenceIn } from './passage.ts';
import type { Passage } from './passage.ts';

const CODE = '(?=[a-z0-9×*/.-]*\\d)[a-z0-9]+(?:[-/.×*][a-z0-9]+)*\\+?';
const LABELLED = new RegExp(
  `(?:型号|机型|款号|牌号|料号|货号|图号|品号|版本|\\bitem(?: no\\.?| code| number)?|\\bpart(?: no\\.?| number)|\\bp/n|\\bsku|\\bart\\.?|\\barticle(?: no\\.?)?|\\bcat(?:alogue)?\\.? no\\.?|\\bdrawing|规格型号|规格|车型|\\bmodel(?:\\sno\\.?|\\snumber)?)\\s?(?:都?是|均为|为)?\\s?[:(]?\\s?((?:[\\p{Script=Han}]{2,4}(?=[a-z]))?${CODE}(?:\\s(?:dn\\d+|pn\\d+|lite|pro|max|plus))?)`,
  'gu',
);
/** `600ml装的`, `256G版的`, `600 x 600 tiles`, `330 ml cans`, `king size duvet`: a size said of goods, whichever they are. */
const SIZED =
  /(?<![\d.a-z])\d{1,4}(?:\.\d)?\s?(?:ml|l|g|kg|gb?|tb|寸|吋|毫升|公升|升|克|斤)\s?(?:装|版)?(?=的[\p{Script=Han}])|(?<![\d.a-z])\d{2,4} ?[x×*] ?\d{2,4}(?: ?[x×*] ?\d{1,4})?(?: ?mm)?(?= [a-z]{4,})|(?<![\d.a-z])\d{1,4} ?(?:ml|cl|g|kg|oz|litre|l)(?= (?:cans?|bottles?|jars?|packs?|bags?|tubs?|tins?|cartons?|pouch(?:es)?))|\b(?:single|double|king|queen|super ?king)(?: size)?(?= (?:duvet|bed|mattress|sheet|quilt|headboard))|(?<![a-z\d])[a-z]\d(?=规格)|\bversion \d+(?:\.\d+){1,2}|\b[a-z]{3,12} \d{2,4}(?= (?:package|plan|tariff|bundle|broadband)\b)|(?<![a-z\d-])(?:[a-z]{1,5}-\d{1,5}[a-z]{0,3}|[a-z]{1,4}\d{2,4}[a-z]{0,2})(?=\s?[\p{Script=Han}]{0,5}(?:机|器|仪|车|灯|泵|阀|锅|炉|桌|椅|柜|锁|扇|壶|冷气|空调|面板|模组|端子|轴承)(?![\p{Script=Han}]{0,1}[号码]))|\bastm [a-z]\d{1,4}\b/gu;
/** An article number may be digits alone. */
const ARTICLE =
  /(?:货号|料号|品号|图号|款号|物料号|\bsku|\bpart (?:no\.?|number)|\bitem (?:no\.?|number))\s?(?:是|为)?\s?[:(]?\s?(\d{4,14})(?![\d-])/g;
const GRADES =
  /(?<![a-z])(?:i{1,3}|[一二三]|[a-d](?=级[\p{Script=Han}]))级(?=[^别]|$)|(?<![a-z])[a-z]类(?=[\p{Script=Han}]{0,3}(?:灰|水泥))|\b(?:class|type|grade) (?:[a-z]{1,2}\d?|\d{3}[a-z]?)\b(?!-?\d|-[a-z])|\bsize (?:\d{1,2}(?:\.5)?|x{0,3}[sml])\b|(?<![a-z\d])(?:x{0,3}[sml]|\d{2,3})[码号](?=的?(?!就|把|我|你|寄|去)[\p{Script=Han}]{0,6}(?:衣|裤|鞋|裙|衫|服|套|靴|帽|袜))|第[一二三四五]型|(?<![a-z])p[·.]?\s?(?:o|i{1,2}|c|s|f|p)\s?\d\d\.\d|\b\d{4} psi\b|\bv\d+\.\d+(?:\.\d+)?(?!\d)/gu;
const PACK =
  /\d+(?:\.\d+)?\s?(?:g|kg|ml|l|oz|克|毫升|斤|升|片|抽|支)(?:装)?(?:\s?[*×x]\s?\d+\s?[\p{Script=Han}]?(?:\/[\p{Script=Han}])?)?(?![a-z])/gu;
const AFTER = new RegExp(
  `^[”"」』》]?\\s?\\(?\\s?(?:(?![批订单编电手尾车])[\\p{Script=Han}]{1,3}\\s)?(${CODE}(?:\\s(?:dn\\d+|pn\\d+|\\d+(?:\\.\\d+)?级))?)`,
  'u',
);
const BEFORE = new RegExp(
  `((?:(?<![a-z])(?!with|the|our|your|my|of|and|for|is|to|was)[a-z]{2,8}\\s)?${CODE}(?:\\s(?:lite|pro|max|plus|mini|ultra|se))?)\\s?(?:型|款|版)?的?\\s?$`,
);

/** `骑R5 Pro上班`, `买的R5标准版`, `my R5`: a code that is used or bought is a model. */
const USED =
  /(?:骑着?|开的?着?|提的|订的|定的|我的|买了?的?|购买?了?的?|用的|换的?|款|\bmy|\byour|\bthe|\ba new)\s?(?:[a-z]{3,12}\s(?=[a-z]\d))?(?:[\p{Script=Han}]{2,4})?\s?((?=[a-z]{1,5}-?\d)[a-z]{1,5}-?\d{1,4}[a-z]{0,3}(?:-\d{1,4}[a-z]{0,2})?(?:\s(?:lite|pro|max|plus|mini|ultra|se))?)(?![a-z\d:/-])/gu;
/** A number plate: 浙E7… */
const PLATE = /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][a-z]\S*\s?$/;
const NOT_MODELS =
  /^(?:0\d{2,3}-\d{3,}|[ab]\d{1,2}|d\d|a&e|p0|h5|q[1-4]|no\d+|co2|m\d\d|covid-?\d+|[a-z]{2,5}\d{4,}|mos\d?|rs\d+|nt\d+|us\d+|usd\d+|sgd\d+)$/;

/**
 * Models, types and sizes of the product: after a label (机型 DR-15K), as a grade (Ⅱ级, Class F), or as a code beside the
 * product's name. `taken` are batch and order numbers, which are not models.
 */
export function findModels(letter: Letter, products: ProductMention[], taken: string[]): DraftValue[] {
  const isTaken = new Set(taken.map((value) => value.toLowerCase().replace(/\s/g, '')));
  const passages = [...letter.body, ...(letter.subject === null ? [] : [letter.subject])];
  const found = [
    ...passages.flatMap((passage) => matches(passage, LABELLED, 0.9)),
    ...passages.flatMap((passage) => matches(passage, ARTICLE, 0.8)),
    ...products.filter((product) => product.score >= 0.44).flatMap(besideProduct),
    ...passages.flatMap((passage) => matches(passage, GRADES, 0.7)),
    ...products
      .filter((product) => product.score >= 0.44)
      .flatMap((product) => [...packBeside(product), ...insideProduct(product), ...sizeInside(product)]),
    ...passages.flatMap((passage) => matches(passage, USED, 0.62)),
    ...passages.flatMap((passage) => matches(passage, SIZED, 0.52)),
  ];
  const kept: DraftValue[] = [];
  for (const value of found.sort((a, b) => b.confidence - a.confidence)) {
    const plain = value.value.toLowerCase().replace(/\s/g, '');
    if (
      isTaken.has(plain) ||
      kept.length >= 4 ||
      kept.some((other) => other.value.toLowerCase().replace(/\s/g, '') === plain)
    )
      continue;
    kept.push(value);
  }
  return kept;
}

function matches(passage: Passage, pattern: RegExp, confidence: number): DraftValue[] {
  return [...passage.folded.slice(0, 20_000).matchAll(pattern)].flatMap((match) => {
    const words = match[1] ?? match[0];
    const end = match.index + match[0].length;
    if (
      match[1] !== undefined &&
      pattern !== ARTICLE &&
      !isModel(words) &&
      !(pattern === LABELLED && /^[a-z]{2,5}\d{4}[a-z]?$/.test(words))
    )
      return [];
    if (
      /^the [mj]\d{1,2}$/.test(match[0]) ||
      PLATE.test(passage.folded.slice(Math.max(0, end - words.length - 1), end))
    )
      return [];
    return draftValue(evidenceIn(passage, end - words.length, end), confidence) ?? [];
  });
}

/** What has a number of its own that is no model: `ticket DD-40929`. */
const NUMBERED_PAPER = /(?:^|[ _])(?:tickets?|cases?|orders?|claims?|accounts?|invoices?|bookings?|parcels?)$/;

function besideProduct({ passage, start, end, head }: ProductMention): DraftValue[] {
  if (NUMBERED_PAPER.test(head)) return [];
  const after = AFTER.exec(passage.folded.slice(end, end + 40));
  if (after?.[1] !== undefined && isModel(after[1]) && !/^x\d{1,2}$/.test(after[1])) {
    const from = end + after[0].length - after[1].length;
    const behind = draftValue(evidenceIn(passage, from, from + after[1].length), 0.75);
    return [...(behind === null ? [] : [behind]), ...codeBefore(passage, start)];
  }
  return codeBefore(passage, start);
}

function codeBefore(passage: Passage, start: number): DraftValue[] {
  const before = BEFORE.exec(passage.folded.slice(Math.max(0, start - 30), start));
  if (before?.[1] === undefined || !isModel(before[1])) return packBefore(passage, start);
  if (PLATE.test(before.input.slice(Math.max(0, before.index - 1)))) return [];
  // `FlowMate 3` is a name, `logged 23` is not: a plain number counts only behind a word with a capital.
  if (/^[a-z]+ \d+$/.test(before[1])) {
    const at = passage.toOriginal(Math.max(0, start - 30) + before.index);
    if (!/[A-Z]/.test(passage.text[at] ?? '')) return packBefore(passage, start);
  }
  const from = Math.max(0, start - 30) + before.index;
  return [draftValue(evidenceIn(passage, from, from + before[1].length), 0.7)].filter((value) => value !== null);
}

/** A code within the product's own name: `Acme R5 e-scooter`, `某牌T30植保无人机`. */
function insideProduct({ passage, start, end }: ProductMention): DraftValue[] {
  const code = /(?<![a-z\d])(?=[a-z-]{0,8}\d)[a-z]{1,5}-?\d{1,4}[a-z]{0,3}(?![a-z\d])/.exec(
    passage.folded.slice(start, end),
  );
  if (code === null || NOT_MODELS.test(code[0])) return [];
  return [draftValue(evidenceIn(passage, start + code.index, start + code.index + code[0].length), 0.66)].filter(
    (value) => value !== null,
  );
}

/** A size at the end of the product's own name: `修护霜50g`. */
function sizeInside({ passage, start, end }: ProductMention): DraftValue[] {
  const size = /\d{1,4}(?:\.\d)?\s?(?:g|kg|ml|l|克|毫升|公克|斤|升)$/.exec(passage.folded.slice(start, end));
  if (size === null || size.index === 0) return [];
  return [draftValue(evidenceIn(passage, start + size.index, end), 0.6)].filter((value) => value !== null);
}

function packBeside({ passage, end }: ProductMention): DraftValue[] {
  const bracket = /^\s?\(([^()\n]{2,24})\)/.exec(passage.folded.slice(end, end + 30));
  if (bracket?.[1] === undefined || bracket[1].match(PACK) === null) return packAfter(passage, end);
  const from = end + bracket[0].indexOf(bracket[1]);
  return [draftValue(evidenceIn(passage, from, from + bracket[1].length), 0.6)].filter((value) => value !== null);
}

/** `10斤装的丝苗米`, `45克香辣豆干`: the size before the name. */
function packBefore(passage: Passage, start: number): DraftValue[] {
  const from = Math.max(0, start - 14);
  const size =
    /(?<![\d.])(\d{1,4}(?:\.\d)?\s?(?:斤|公斤|千克|克|毫升|升|kg|g|ml|l|寸|英寸|米|抽|片|支|粒)装?|\d{2}%)(?:的|装的)?\s?$/.exec(
      passage.folded.slice(from, start),
    );
  if (size?.[1] === undefined) return [];
  const at = from + size.index;
  return [draftValue(evidenceIn(passage, at, at + size[1].length), 0.56)].filter((value) => value !== null);
}

/** `饼干 150g装`, `豆腐350g`: the size right behind the name. */
function packAfter(passage: Passage, end: number): DraftValue[] {
  const size =
    /^[”"」]?\s?,?\s?(?:[盒袋瓶罐]装)?\s?(\d{1,4}(?:\.\d)?\s?(?:g|kg|ml|l|oz|克|毫升|公克|斤|升|片装|抽|支装)(?:装)?(?![a-z]))/.exec(
      passage.folded.slice(end, end + 16),
    );
  if (size?.[1] === undefined) return [];
  const from = end + size[0].length - size[1].length;
  return [draftValue(evidenceIn(passage, from, from + size[1].length), 0.55)].filter((value) => value !== null);
}

/** A model mixes letters and digits or has a size's shape; a date, an amount or a time is none. */
function isModel(code: string): boolean {
  if (!/\d/.test(code) || code.length < 2 || code.length > 30 || NOT_MODELS.test(code)) return false;
  if (/^\d{1,4}[./-]\d{1,2}(?:[./-]\d{1,4})?$/.test(code)) return false;
  if (/^\d+(?:\.\d+)?(?:t|kg|g|m|cm|mm|h|d|pcs|%|am|pm|km|l|ml|v|w)?$/.test(code)) return false;
  return /[a-z]/.test(code) || /\d[×*-]\d/.test(code);
}
