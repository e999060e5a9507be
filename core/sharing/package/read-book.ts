import type { Steps } from '../../steps.ts';
import { fromXml } from '../xml/entities.ts';
import { attributesOf } from '../xml/rewrite-xml.ts';
import { plainPart, relationsOf, type Relation, type SourcePackage } from './package-parts.ts';
import { readSharedStrings, type SharedString } from './shared-strings.ts';

export interface BookTable {
  name: string;
  part: string;
  sheet: BookSheet;
  /** From 0, both ends belong to it. */
  area: CellArea;
  hasHeader: boolean;
  columns: string[];
}

export interface CellArea {
  firstRow: number;
  lastRow: number;
  firstColumn: number;
  lastColumn: number;
}

export interface BookSheet {
  name: string;
  index: number;
  part: string;
  relation: Relation;
  isWorksheet: boolean;
}

/** What is needed of a workbook before any of its parts is written anew. */
export interface Book {
  source: SourcePackage;
  part: string;
  relations: Relation[];
  sheets: BookSheet[];
  tables: BookTable[];
  strings: SharedString[];
  names: { name: string; sheet: number | null; formula: string }[];
  xml: string;
}

/** Reads sheets, tables, strings and names; null when the package holds no workbook. */
export function* readBook(source: SourcePackage): Steps<Book | null> {
  const main = relationsOf(source, '').find(({ kind }) => kind === 'officeDocument');
  const text = main === undefined ? null : source.text(main.target);
  if (main === undefined || text === null) return null;
  const xml = plainPart(text);
  if (!/<workbook[\s>]/.test(xml)) return null;
  const relations = relationsOf(source, main.target);
  const sheets: BookSheet[] = [];
  for (const [, written = ''] of xml.matchAll(/<sheet\s([^>]*?)\/?>/g)) {
    const attributes = attributesOf(written);
    const id = [...attributes].find(([name]) => name.endsWith(':id'))?.[1];
    const relation = relations.find((candidate) => candidate.id === id);
    if (relation === undefined) continue;
    sheets.push({
      name: attributes.get('name') ?? '',
      index: sheets.length,
      part: relation.target,
      relation,
      isWorksheet: relation.kind === 'worksheet',
    });
  }
  const strings = relations.find(({ kind }) => kind === 'sharedStrings')?.target;
  return {
    source,
    part: main.target,
    relations,
    sheets,
    tables: sheets.flatMap((sheet) => tablesOf(source, sheet)),
    strings: yield* readSharedStrings(plainPart((strings === undefined ? null : source.text(strings)) ?? '')),
    names: [...xml.matchAll(/<definedName\s([^>]*)>([^<]*)<\/definedName>/g)].map(([, written = '', formula = '']) => {
      const attributes = attributesOf(written);
      const sheet = attributes.get('localSheetId');
      return {
        name: attributes.get('name') ?? '',
        sheet: sheet === undefined ? null : Number(sheet),
        formula: fromXml(formula),
      };
    }),
    xml,
  };
}

function tablesOf(source: SourcePackage, sheet: BookSheet): BookTable[] {
  return relationsOf(source, sheet.part)
    .filter(({ kind }) => kind === 'table')
    .flatMap(({ target }) => {
      const xml = plainPart(source.text(target) ?? '');
      const attributes = attributesOf(/<table\s([^>]*)>/.exec(xml)?.[1] ?? '');
      const area = cellArea(attributes.get('ref') ?? '');
      if (area === null) return [];
      const columns = [...xml.matchAll(/<tableColumn\s([^>]*?)\/?>/g)].map(
        ([, written = '']) => attributesOf(written).get('name') ?? '',
      );
      const hasHeader = attributes.get('headerRowCount') !== '0';
      return [{ name: attributes.get('displayName') ?? '', part: target, sheet, area, hasHeader, columns }];
    });
}

/** The cells of a worksheet's part. */
export function dataOf(book: Book, sheet: BookSheet): string {
  const xml = plainPart(book.source.text(sheet.part) ?? '');
  const from = xml.indexOf('<sheetData');
  const to = xml.lastIndexOf('</sheetData>');
  return from < 0 || to < from ? '' : xml.slice(from, to);
}

/** `B2:D9` in rows and columns from 0; of whole columns or rows, to the sheet's end. */
export function cellArea(ref: string): CellArea | null {
  const match = /^\$?([A-Za-z]{1,3})?\$?(\d+)?(?::\$?([A-Za-z]{1,3})?\$?(\d+)?)?$/.exec(ref);
  if (match === null || ref === '') return null;
  const [, left, top, right = left, bottom = top] = match;
  return {
    firstRow: top === undefined ? 0 : Number(top) - 1,
    lastRow: bottom === undefined ? 1_048_575 : Number(bottom) - 1,
    firstColumn: left === undefined ? 0 : columnIndex(left),
    lastColumn: right === undefined ? 16_383 : columnIndex(right),
  };
}

/** The place of a column's letters, from 0. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}
