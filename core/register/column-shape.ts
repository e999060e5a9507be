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
  channel: number;
  status: number;
  formula: number;
  /** In Chinese characters; a letter or digit counts as 0.4 of one. */
  averageLength: number;
  /** Different values among the filled ones. */
  distinct: number;
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
  /^(?:已|未|待)?(?:结案|办结|完结|关闭|处理|完成|解决|闭环|受理|回复|处理完成|结)(?:中|完毕|完成)?$|中$|^(?:进行|处理|跟进|待).*|己结案|^(?:open|closed?|done|ok|pending|resolved|finished|waiting.*|on ?-?going|in progress|complete[d]?|new|wip|hold|settled|sorted|cancelled|y|n|yes|no|v|是|否)$/;

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
    channel: countText((text) => text.length <= 20 && CHANNEL.test(text)),
    status: countText((text) => text.length <= 16 && STATUS.test(text)),
    formula: share(filled.filter(({ formula }) => formula !== '').length),
    averageLength: share(texts.reduce((sum, text) => sum + weight(text), 0)),
    distinct: share(new Set(texts).size),
  };
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
