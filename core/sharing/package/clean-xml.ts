import type { Masker } from '../masker.ts';
import { copiedFormula, type CopyContext } from './copy-context.ts';
import { maskedFormat } from './masked-format.ts';
import { fromCellText, fromXml, toCellText, toXml } from '../xml/entities.ts';
import { rewriteXml, type Opening } from '../xml/rewrite-xml.ts';

/** Attributes that hold words of people. All others are looked at by their shape. */
const WORDS = new Set(
  (
    'name displayName caption uniqueName descr title alt v n val c u stringValue1 stringValue2 text prompt promptTitle error ' +
    'errorTitle display tooltip totalsRowLabel dataCaption grandTotalCaption rowHeaderCaption colHeaderCaption ' +
    'errorCaption missingCaption subtotalCaption formatCode comment baseName altText tableName macro'
  ).split(' '),
);
/** Numbers, switches, words of the standard, places, colours, ids: what no one typed. */
const SHAPE =
  /^(?:[-+]?[\d.]+(?:[eE][-+]?\d+)?%?|[A-Za-z][A-Za-z0-9]{0,40}|[A-Fa-f0-9]{6,8}|\{[0-9A-Fa-f-]{36}\}|(?:\$?[A-Za-z]{0,3}\$?\d{0,7}(?::\$?[A-Za-z]{1,3}\$?\d{0,7})?\s?)+|[\d\s.,:-]+|)$/;
const FORMULAS = new Set([
  'f',
  'formula',
  'formula1',
  'formula2',
  'calculatedColumnFormula',
  'totalsRowFormula',
  'definedName',
]);
const HEADERS = new Set(['oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter']);
const HEADER_CODE = /(&(?:"[^"]*"|K[0-9A-Fa-f]{6}|K\d\d[+-]\d{3}|\d{1,3}|[A-Za-z&+-]))/;
/** Structure of the file, and words of the product that no one typed. */
const STRUCTURE =
  /^(?:xmlns(?::.*)?|.*:(?:id|embed|link|uid|Ignorable|space|lang)|r|s|t|id|uid|sqref|ref|xr\d*:uid|typeface|panose|script|lastClr|rgb)$/;
/** What other programs than the spreadsheet's own standard add: none of it is known to be harmless. */
const FOREIGN = new Set(['extLst', 'ext', 'AlternateContent']);

export interface Cleaning {
  /** Decides over an element before the common rules; null: they hold. */
  open?: (element: Opening, path: readonly string[]) => 'keep' | 'drop' | 'unwrap' | null;
  close?: (local: string, written: string, path: readonly string[]) => string;
  /** Elements whose texts are one: the runs of a paragraph. */
  paragraph?: string;
}

/**
 * A part of the copy: its structure as it was, all words in it masked, formulas by the same rule as in cells, everything
 * that other vocabularies have added left out.
 */
export function cleanXml(xml: string, context: CopyContext, { open, close, paragraph }: Cleaning = {}): string {
  const { masker } = context;
  const cleaned = rewriteXml(xml, {
    open: (element, path) => {
      const verdict = open?.(element, path) ?? (FOREIGN.has(element.local) ? 'drop' : 'keep');
      if (verdict === 'drop') return verdict;
      for (const [name, value] of element.attributes) {
        const after = attributeText(element, name, value, context);
        if (after === null) element.attributes.delete(name);
        else if (after !== value) element.attributes.set(name, after);
      }
      return verdict;
    },
    text: (text, path) => {
      const local = path.at(-1) ?? '';
      if (FORMULAS.has(local)) return copiedFormula(text, context) ?? '#REF!';
      if (HEADERS.has(local)) return maskedHeader(text, masker);
      if (local === 'formatCode') return maskedFormat(text, masker);
      if (local === 'sqref' || (paragraph !== undefined && local === 't')) return text;
      if (/^[-\d.eE+]+$/.test(text)) return masker.number(text) ?? text;
      return masker.text(text);
    },
    ...(close === undefined ? {} : { close }),
  });
  return paragraph === undefined ? cleaned : maskParagraphs(cleaned, paragraph, context);
}

function attributeText(element: Opening, name: string, value: string, context: CopyContext): string | null {
  const { masker, sheetNames } = context;
  const local = name.slice(name.indexOf(':') + 1);
  if (name === 'textlink') return value === '' ? value : copiedFormula(value, context);
  if (name === 'macro') return '';
  if (name === 'location') return linkInside(value, sheetNames);
  if (name === 'sheet') return sheetNames.get(value) ?? null;
  if (!WORDS.has(local) && (STRUCTURE.test(name) || SHAPE.test(value))) return value;
  if (WORDS.has(local) && /^(?:0|1|true|false|[-+]?\d{1,9}(?:\.\d+)?)$/.test(value)) return value;
  if (element.local === 'n' && name === 'v') return value;
  if (isIdentifier(element, name)) return masker.identifier(value);
  if (name === 'formatCode') return maskedFormat(value, masker);
  if (name === 'val' && path2(element)) return value;
  const plain = fromCellText(value);
  const after = masker.text(plain);
  return after === plain ? value : toCellText(after);
}

/** Codes stand in the middle of words too: a part of a page is looked at as a whole, and loses its looks where only that shows a name. */
function maskedHeader(text: string, masker: Masker): string {
  return text
    .split(/(?=(?<!&)(?:&&)*&[LCR])/)
    .map((section) => {
      const pieces = section.split(HEADER_CODE);
      const texts = pieces.filter((_, at) => at % 2 === 0);
      const masked = texts.map((part) => masker.text(part));
      const whole = masker.text(texts.join(''));
      const isApart = whole === masked.join('');
      return pieces
        .map((piece, at) => (at % 2 === 1 ? piece : isApart ? masked[at / 2] : at === pieces.length - 1 ? whole : ''))
        .join('');
    })
    .join('');
}

/** Words of the charts' standard are attributes named `val` and never typed by people. */
const path2 = ({ name }: Opening): boolean => /^(?:c|a|xdr|c14|c16):/.test(name);

/** Names that formulas use as words of their own. */
function isIdentifier({ local }: Opening, name: string): boolean {
  return (
    (local === 'table' && (name === 'name' || name === 'displayName')) ||
    (local === 'definedName' && name === 'name') ||
    (local === 'worksheetSource' && name === 'name')
  );
}

function linkInside(location: string, sheetNames: ReadonlyMap<string, string>): string {
  const match = /^'?(.*?)'?!(.*)$/.exec(location);
  if (match === null) return location;
  const [, name = '', place = ''] = match;
  const after = sheetNames.get(name.replaceAll("''", "'"));
  return after === undefined ? '' : `'${after.replaceAll("'", "''")}'!${place}`;
}

/** Words are looked for in a paragraph as a whole: people's editors cut a name into runs. What is masked stands in the first run. */
function maskParagraphs(xml: string, paragraph: string, { masker }: CopyContext): string {
  const element = new RegExp(`<((?:\\w+:)?${paragraph})\\b[^>]*?(?:/>|>[\\s\\S]*?</\\1>)`, 'g');
  return xml.replace(element, (whole) => {
    const texts = [...whole.matchAll(RUN_TEXT)].map(([, , text = '']) => fromXml(text));
    const joined = fromCellText(texts.join(''));
    const after = masker.text(joined);
    if (after === joined) return whole;
    let isFirst = true;
    return whole.replace(RUN_TEXT, (_, open: string, _text: string, close: string) => {
      const text = isFirst ? toXml(toCellText(after)) : '';
      isFirst = false;
      return `${open}${text}${close}`;
    });
  });
}

const RUN_TEXT = /(<(?:\w+:)?t\b[^>/]*>)([^<]*)(<\/(?:\w+:)?t>)/g;
