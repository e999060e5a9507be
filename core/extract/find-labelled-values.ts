import type { Field } from '../complaint/field.ts';
import { fieldKind } from '../complaint/field.ts';
import { chineseCompanies, latinCompany } from './company-names.ts';
import type { DraftValue } from './complaint-draft.ts';
import { findPhones } from './find-phones.ts';
import { amountsWithin } from './find-quantities.ts';
import { alternatives } from './find-reference-numbers.ts';
import { listedBySemicolons, numberedItems } from './numbered-items.ts';
import { ASK, THREAT } from './asking-words.ts';
import { labelMeaning } from './label-words.ts';
import { labelPairs } from './label-pairs.ts';
import type { Letter } from './letter.ts';
import { draftValue, evidenceIn } from './passage.ts';
import type { Passage } from './passage.ts';
import { chineseNameLikeness, isLatinName } from './person-names.ts';
import { readLabelledDate } from './read-date-words.ts';

export interface LabelledValue {
  field: Field;
  rank: number;
  value: DraftValue;
}

const NOTHING =
  /^[\s(\[]*(?:未填写|未填|未提供|无|空|暂无|没有|不详|未知|n\/?a|none|null|nil|unknown|tbd|tbc|-+|—+|x{3,}|\*+)[\s)\]]*$/;
const EMAIL = /[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9.-]{1,200}[a-z0-9]/;
const CODES = /#?[a-z0-9](?:[a-z0-9]|[-_./](?=[a-z0-9])|\s(?=\d{3})){2,39}/g;

/** What stands before `000` of `¥ 36,000`. */
const OF_A_SUM = /(?:[$¥€£]|\b(?:rmb|cny|usd|ntd)|金额|货款|总价|价款)\s?:?\s?[\d,.]*$/;

/** Values that a label, a table cell or a CRM field names outright: the surest source of all. */
export function findLabelledValues(letter: Letter): LabelledValue[] {
  const found: LabelledValue[] = [];
  for (const { label, value } of letter.fields) {
    found.push(...readPair(letter, value, label.toLowerCase(), 0, value.folded.length, 0.95));
  }
  for (const passage of [...letter.body, ...letter.signature]) {
    const pairs = labelPairs(passage);
    const isVehicle = pairs.some((pair) => /^\s*make\s*$/.test(pair.label));
    for (const pair of pairs) {
      const read = readPair(letter, passage, pair.label, pair.start, pair.end, pair.isTable ? 0.85 : 0.93);
      found.push(
        ...read.map((value) =>
          isVehicle && value.field === 'productModel' ? { ...value, field: 'productName' as const } : value,
        ),
      );
    }
  }
  return found;
}

function readPair(
  letter: Letter,
  passage: Passage,
  label: string,
  start: number,
  end: number,
  trust: number,
): LabelledValue[] {
  const meaning = labelMeaning(label);
  const words = passage.folded.slice(start, end);
  const joint = jointLabel(label, words);
  if (joint.length > 0)
    return joint.flatMap((part) => readPair(letter, passage, part.label, start + part.from, start + part.to, trust));
  if (meaning === null || words.trim() === '' || NOTHING.test(words.slice(0, 60))) return [];
  const { field, rank } = meaning;
  return valuesFor(field, letter, passage, start, end, trust).map(({ field: to, value }) => ({
    field: to,
    rank,
    value,
  }));
}

/** `料号/品名：30215 / 连接器`: as many values as labels, each for its own. */
function jointLabel(label: string, words: string): { label: string; from: number; to: number }[] {
  const labels = label.split('/');
  const values = [...words.slice(0, 120).matchAll(/(?:[^/]|(?<! )\/(?! ))+/g)];
  if (labels.length < 2 || values.length !== labels.length || !words.includes(' / ')) return [];
  const fields = labels.map((part) => labelMeaning(part)?.field);
  if (fields.includes(undefined) || new Set(fields).size < labels.length) return [];
  return values.map((value, index) => ({
    label: labels[index] ?? '',
    from: value.index,
    to: value.index + value[0].length,
  }));
}

type Found = { field: Field; value: DraftValue };

function valuesFor(field: Field, letter: Letter, passage: Passage, start: number, end: number, trust: number): Found[] {
  const words = passage.folded.slice(start, end);
  const whole = (to: Field, confidence = trust): Found[] => {
    const value = draftValue(evidenceIn(passage, start, end), confidence);
    return value === null ? [] : [{ field: to, value }];
  };
  const part = (to: Field, from: number, length: number): Found[] => {
    const value = draftValue(evidenceIn(passage, start + from, start + from + length), trust);
    return value === null ? [] : [{ field: to, value }];
  };
  if (fieldKind(field) === 'time') {
    const read = readLabelledDate(words, letter);
    const value =
      read === null
        ? null
        : draftValue(evidenceIn(passage, start, Math.min(end, start + 60)), read.doubt === null ? trust : 0.5, read);
    return value === null ? [] : [{ field, value }];
  }
  switch (field) {
    case 'contactPhone': {
      const phones = findPhones(passage, letter.language).filter((phone) => phone.start >= start && phone.end <= end);
      const emails = EMAIL.exec(words);
      if (phones.length === 0 && emails !== null) return part('contactEmail', emails.index, emails[0].length);
      if (phones.length === 0) return /^[\d\s*×x()+-]{7,24}$/.test(words.trim()) ? whole(field, 0.6) : [];
      return phones.flatMap((phone) => part(field, phone.start - start, phone.end - phone.start));
    }
    case 'contactEmail': {
      const email = EMAIL.exec(words);
      return email === null ? [] : part(field, email.index, email[0].length);
    }
    case 'batchNo':
    case 'orderNo':
      return [...words.slice(0, 200).matchAll(CODES)]
        .filter((code) => code[0].replace(/\D/g, '').length >= 2 && !/^\d{1,3}\.\d+$/.test(code[0]))
        .filter((code) => !OF_A_SUM.test(words.slice(0, code.index)))
        .flatMap((code) => alternatives(code[0]).flatMap(({ at, length }) => part(field, code.index + at, length)));
    case 'customerName':
      return customer(words, evidenceIn(passage, start, end).quote, trust, whole, part);
    case 'contactName': {
      const name = /^\s?[^\d,;()/|:]{1,40}/.exec(words)?.[0] ?? '';
      return name.trim() === '' ? [] : part(field, 0, name.length);
    }
    case 'productName':
      return goods(words, part);
    case 'quantity':
      return quantities(words, whole, part);
    case 'demand':
      return demands(words, part);
    case 'evidence': {
      const items = numberedItems(words);
      return items.length < 2 ? whole(field) : items.flatMap((item) => part(field, item.start, item.end - item.start));
    }
    case 'description':
      return whole(field);
    case 'productModel': {
      const code = /^\s*((?=\S*\d)[a-z\d][^\s\p{Script=Han}]{1,30})\s+\p{Script=Han}/u.exec(words);
      if (code?.[1] !== undefined) return part(field, words.indexOf(code[1]), code[1].length);
      const make = MAKE_AND_CODE.exec(words)?.[1];
      if (make !== undefined) return [...part('productName', words.indexOf(make), make.length), ...whole(field)];
      return words.length > 60 || /^\s*[<>≤≥±]|投诉|complaint/.test(words) ? [] : whole(field);
    }
    default:
      return words.length <= 200 ? whole(field) : [];
  }
}

/** A customer label holds a company, a person, or either with something behind it; a person is the contact too. */
function customer(
  words: string,
  quote: string,
  trust: number,
  whole: (to: Field, confidence?: number) => Found[],
  part: (to: Field, from: number, length: number) => Found[],
): Found[] {
  if (words.length > 80) return [];
  const company = chineseCompanies(words)[0];
  const rest = company === undefined ? '' : words.slice(company.end).trim();
  if (company !== undefined && chineseNameLikeness(rest) >= 0.5) {
    const at = words.indexOf(rest, company.end);
    return [...part('customerName', 0, company.end), ...part('contactName', at, rest.length)];
  }
  if (company !== undefined || latinCompany(quote) !== null) return whole('customerName');
  const isPerson = chineseNameLikeness(words.trim()) >= 0.5 || isLatinName(quote);
  return isPerson
    ? [...whole('customerName', trust - 0.02), ...whole('contactName', trust - 0.05)]
    : whole('customerName', trust - 0.1);
}

/** Items of a numbered demand stand one by one; a sentence about attached proof behind it belongs to the proof. */
function demands(words: string, part: (to: Field, from: number, length: number) => Found[]): Found[] {
  const items = numberedItems(words);
  if (items.length >= 2) return items.flatMap((item) => part('demand', item.start, item.end - item.start));
  const asked = askingPart(words);
  const several = listedBySemicolons(asked);
  if (several.length >= 2) return several.flatMap((item) => part('demand', item.start, item.end - item.start));
  return part('demand', 0, asked.length);
}

/** The words up to the first sentence that asks for nothing more: a threat, or what is attached as proof. */
function askingPart(words: string): string {
  for (const stop of words.matchAll(/[。!?\n]/g)) {
    const rest = words.slice(stop.index + 1);
    const next = (/^[^。!?\n]*/.exec(rest.trimStart())?.[0] ?? '').trim();
    const isProof = /附件|附上|^附|见附|证据|照片|截图/.test(next) && !ASK.test(next);
    const isThreat = /^(?:如|若|逾期|否则|不然|再不|倘)/.test(next) || (THREAT.exec(next)?.index ?? 99) < 6;
    if (next === '' || isProof || isThreat || OVERDUE.test(next)) return words.slice(0, stop.index);
  }
  return words.replace(/[。.;\s]+$/, '');
}

/** `7天内不退,我…`: what follows when the time is over. */
const OVERDUE =
  /^(?:超过)?(?:[\d一二两三五七十]{1,2})(?:个?(?:工作)?[日天]|小时|周|个?月)(?:之?内)?(?:再|还)?(?:不|没|未|无)/;

/** `4张`, or the amounts in `抽样 315 pcs,不良 27 pcs`, the one that is affected first. */
function quantities(
  words: string,
  whole: (to: Field, confidence?: number) => Found[],
  part: (to: Field, from: number, length: number) => Found[],
): Found[] {
  if (!/\d|[一二两三四五六七八九十]/.test(words) || words.length > 80 || /\d{4}[-/年]|\b20\d\d\b/.test(words))
    return [];
  const amounts = amountsWithin(words);
  if (amounts.length === 0 || words.trim().length <= (amounts[0]?.length ?? 0) + 3)
    return words.length < 40 ? whole('quantity') : [];
  return amounts.flatMap(({ start, length }) => part('quantity', start, length)).slice(0, 3);
}

/** `無線吸塵器 V9 Lite`, `乳胶枕 60*40cm`: a model behind the name. */
const NAME_AND_MODEL =
  /^\s?(?:[\p{Script=Han}][^\d]{1,20}|[a-z][a-z '&-]{3,40}) ((?=[a-z]{0,5}-?\d)[a-z\d*×./-]{2,20}(?: (?:lite|pro|max|plus|mini|ultra))?)(?: \p{Script=Han}{1,4})?$/u;
/** `恒温壶 / 升级款1.5L / 白`: the name, and behind it its kind, of which the one with a number is its model. */
const NAME_AND_KINDS = /^([^/]{2,40}?) \/ ([^/\n]{1,30})(?: \/ [^/\n]{1,30})?\s*$/;
/** `绿风·追云 LF1200DT-9` behind 车型: the name of the make stands before the code. */
const MAKE_AND_CODE = /^\s?([\p{Script=Han}]{2,6}(?:·?[\p{Script=Han}]{1,6})?) (?=[a-z]{0,8}-?\d)[a-z\d.-]{2,20}\s*$/u;

/** `绿茶礼盒 3 盒（120g）`: the name, how many of it, and the size in brackets. */
function goods(words: string, part: (to: Field, from: number, length: number) => Found[]): Found[] {
  const kinds = NAME_AND_KINDS.exec(words);
  if (kinds?.[1] !== undefined && kinds[2] !== undefined && /\d|款|型|版|色|码/.test(kinds[2]))
    return [
      ...part('productName', 0, kinds[1].length),
      ...part('productModel', words.indexOf(kinds[2], kinds[1].length), kinds[2].length),
    ];
  const length = beforeBracket(words);
  const counted =
    /^(.{2,60}?)\s?[x×*]?\s?(\d{1,6}\s?(?:盒|箱|台|只|个|件|套|袋|包|瓶|根|条|块|pcs|boxes|bags|units))\s*$/.exec(
      words.slice(0, length),
    );
  const name = counted?.[1] === undefined ? length : counted[1].length;
  const quantity =
    counted?.[2] === undefined ? [] : part('quantity', words.indexOf(counted[2], name), counted[2].length);
  const model = quantity.length > 0 ? null : NAME_AND_MODEL.exec(words.slice(0, name).trimEnd());
  return [
    ...part('productName', 0, model?.[1] === undefined ? name : words.indexOf(model[1])),
    ...quantity,
    ...sizeInBracket(words, part),
    ...(model?.[1] === undefined ? [] : part('productModel', words.indexOf(model[1]), model[1].length)),
  ];
}

function sizeInBracket(words: string, part: (to: Field, from: number, length: number) => Found[]): Found[] {
  const bracket = /\(([^()]{2,40})\)/.exec(words.slice(0, 200));
  if (bracket?.[1] === undefined || !/\d/.test(bracket[1]) || /[$¥€元]/.test(bracket[1])) return [];
  return part('productModel', bracket.index + 1, bracket[1].length);
}

/** `保温杯（500ml，白色）`: what stands in brackets is a size or a model, not the name. */
function beforeBracket(words: string): number {
  const at = words.search(/[(,;，]/);
  return at > 1 ? at : words.length;
}
