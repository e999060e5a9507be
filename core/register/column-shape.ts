import { foldText } from '../text/fold-text.ts';
import { isDateFormat, readTimeCell } from './read-time-cell.ts';
import { readTimeOfDay } from './read-time-of-day.ts';
import type { CellValue } from './sheet-reading.ts';

/** What the values of a column look like: shares of its filled cells, 0 to 1. */
export interface ColumnShape {
  filled: number;
  date: number;
  timeOfDay: number;
  phone: number;
  email: number;
  number: number;
  /** Contains a digit. */
  digits: number;
  /** Holds six digits or more, whatever stands between them. */
  longNumber: number;
  channel: number;
  status: number;
  /** Says how content somebody is: 满意, unhappy. */
  satisfaction: number;
  /** Named like a part of a company: 客服部, Front office. */
  department: number;
  /** Names a flat or a house: T4-30B, 3-2-1201, Tower 4 Flat 4B, 5座12楼. */
  home: number;
  /** One more than the number in the cell above. */
  running: number;
  formula: number;
  /** In Chinese characters; a letter or digit counts as 0.4 of one. */
  averageLength: number;
  /** Different values among the filled ones. */
  distinct: number;
  /** How many different values. */
  kinds: number;
}

/** One cell as the shape needs it. */
export interface ShapeCell {
  value: CellValue;
  format: string;
  formula: string;
}

const PHONE =
  /(?<!\d)(?:\+\d{1,3}[-\s]?|\d{1,3}[-\s])?(?:1[3-9][\d*×x]{9}|0\d{2,4}[-\s)]*\d{3,4}[-\s]?\d{3,5}|\(0\d{1,4}\)\s*\d[\d-\s]{5,9}|\d{3}[-\s]\d{3,4}[-\s]\d{4}|09\d{2}[-\s]?\d{3}[-\s]?\d{3}|400[-\s]?\d{3,4}[-\s]?\d{3,4}|\d{5}\s\d{3}\s?\d{3}|\+\d{8,14})(?!\d)/;
const EMAIL = /[^\s@]+@[^\s@]+\.[a-z]{2,}/i;
const CHANNEL =
  /电话|来电|致电|微信|邮件|邮箱|电邮|来人|来访|现场|上门|面谈|信函|来信|函件|书面|网站|网络|官网|在线|线上|热线|专线|客服|12345|12315|95\d{3}|app|公众号|短信|传真|平台|小程序|抖音|淘宝|旺旺|qq|line|facebook|门店|柜台|phone|e-?mail|letter|person|walk|web|online|post|social|chat|fax|call|referral|app\b|whatsapp|portal/;
const STATUS =
  /^(?:已|未|待|在)?(?:结案|办结|办|办毕|办完|了结|销案|归档|完结|关闭|处理|完成|解决|闭环|受理|回复|处理完成|结)(?:中|完毕|完成)?$|中$|^(?:进行|处理|跟进|待).*|己结案|^(?:open|closed?|done|ok|pending|resolved|finished|waiting.*|on ?-?going|in progress|complete[d]?|new|wip|hold|settled|sorted|cancelled|y|n|yes|no|v|是|否)$/;
const SATISFACTION =
  /^(?:(?:非常|很|十分|较|比较|基本|一般|不|不太|极不|尚|大致|勉强|还算)?(?:满意|满足)|(?:very |not |quite |fairly |un|dis)?(?:happy|satisfied|pleased|content)|[1-5]\s*(?:分|星|\/\s*5|stars?)|★+☆*)$/;
const DEPARTMENT =
  /^.{1,10}(?:部|部门|科|科室|处|室|组|队|中心|课|班|站|车间|分厂|事业部|小组)$|\b(?:dept|department|team|office|unit|services?|operations|sales|accounts?|accounting|logistics|production|quality|qa|qc|maintenance|purchasing|warehouse|engineering|support|reservations|housekeeping|front desk|finance|hr|it|marketing|r&d|billing)\b/;

const HOME =
  /^[a-z]{0,2}\d{1,2}[-/][a-z]?\d{1,4}[a-z]?$|^\d{1,3}[-#栋幢座号]\d{1,2}[-单元]*\d{1,4}[室号]?$|\b(?:flat|apt|unit|tower|block|blk|room|rm|floor)\b.*\d|\d+\s*[栋幢座楼室]/;

/** Measures the values of a column. Empty cells do not count. */
export function columnShape(cells: readonly ShapeCell[]): ColumnShape {
  const filled = cells.filter(({ value }) => value !== '' && String(value).trim() !== '');
  const texts = filled.map(({ value }) => foldText(String(value)).folded.trim());
  const share = (count: number) => (filled.length === 0 ? 0 : count / filled.length);
  const countText = (test: (text: string) => boolean) => share(texts.filter(test).length);
  return {
    filled: filled.length,
    date: share(filled.filter(looksLikeTime).length),
    timeOfDay: share(filled.filter(looksLikeTimeOfDay).length),
    phone: countText((text) => PHONE.test(text)),
    email: countText((text) => EMAIL.test(text)),
    number: countText((text) => /^-?[\d,]+(?:\.\d+)?%?$/.test(text)),
    digits: countText((text) => /\d/.test(text)),
    longNumber: countText((text) => text.replace(/[^\d*×x]/g, '').length >= 6),
    channel: countText((text) => text.length <= 20 && CHANNEL.test(text)),
    status: countText((text) => text.length <= 16 && STATUS.test(text)),
    satisfaction: countText((text) => text.length <= 16 && SATISFACTION.test(text)),
    department: countText((text) => text.length <= 24 && DEPARTMENT.test(text)),
    home: countText((text) => HOME.test(text)),
    running: share(filled.filter(({ value }, at) => isNext(value, filled[at - 1]?.value)).length),
    formula: share(filled.filter(({ formula }) => formula !== '').length),
    averageLength: share(texts.reduce((sum, text) => sum + weight(text), 0)),
    distinct: share(new Set(texts).size),
    kinds: new Set(texts).size,
  };
}

/** A count goes on from 1; a number of complaints that also goes on (20230002) has more digits. */
function isNext(value: CellValue, before: CellValue | undefined): boolean {
  return Number(value) < 10_000 && before !== '' && Number(value) === Number(before) + 1;
}

/** How much a text says, whatever its script. */
function weight(text: string): number {
  const letters = /\p{sc=Han}/u.test(text) ? text.replace(/\p{sc=Han}/gu, '').length : text.length;
  return text.length - letters * 0.6;
}

function looksLikeTime({ value, format }: ShapeCell): boolean {
  if (typeof value === 'number' && !isDateFormat(format) && String(value).length !== 8 && String(value).length !== 7)
    return false;
  const reading = readTimeCell(value, format, { date1904: false, zone: 'UTC', orderHint: 'dmy', yearHint: 2000 });
  return reading.ok || reading.code === 'impossible';
}

function looksLikeTimeOfDay({ value, format }: ShapeCell): boolean {
  if (typeof value === 'number') return value >= 0 && value < 1 && /h/i.test(format);
  return readTimeOfDay(value) !== null;
}
