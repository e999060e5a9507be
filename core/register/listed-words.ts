import type { Field } from '../complaint/field.ts';
import { foldWord } from './column-words.ts';
import type { LedgerReading } from './ledger-reading.ts';
import { sheetGrid } from './sheet-grid.ts';
import type { SheetReading } from './sheet-reading.ts';

const LISTED: readonly Field[] = ['category', 'responsibleDept'];
const LEAST_WORDS = 3;
const MOST_ROWS = 300;
const LONGEST_WORD = 24;
/** Columns of another sheet are the list of a field when so much of the ledger is written in their words. */
const COVERED = 0.4;
/** A column of a list in two languages has its share of them. */
const SHARE = 0.1;

/**
 * The words that a workbook keeps for a field on a sheet of its own (a list of categories, of departments), as written
 * there. A list may have its words in two languages, side by side. A field without such a list is absent.
 */
export function listedWords(
  sheets: readonly SheetReading[],
  sheet: SheetReading,
  { columns, dataRows }: LedgerReading,
): Map<Field, Set<string>> {
  const members = new Set([sheet.name, ...(sheet.gathered?.sheets ?? [])]);
  const others = sheets.filter(({ name, used }) => !members.has(name) && used !== null && used.rowCount <= MOST_ROWS);
  const candidates = others.map(wordColumns).filter((columns) => columns.length > 0);
  const grid = sheetGrid(sheet);
  const lists = new Map<Field, Set<string>>();
  for (const field of LISTED) {
    const column = columns.find(({ fields }) => fields[0] === field)?.column;
    if (column === undefined || candidates.length === 0) continue;
    const words = dataRows.map((row) => foldWord(String(grid.shown(row, column)))).filter((word) => word !== '');
    const coverOf = (list: ReadonlyMap<string, string>) => words.filter((word) => list.has(word)).length / words.length;
    const fitting = candidates
      .map((list) => new Map(list.filter((each) => coverOf(each) >= SHARE).flatMap((each) => [...each])))
      .filter((list) => coverOf(list) >= COVERED);
    if (fitting.length > 0) lists.set(field, new Set(fitting.flatMap((list) => [...list.values()])));
  }
  return lists;
}

/** The columns of words of a sheet: as they are compared, and as written. */
function wordColumns({ values }: SheetReading): Map<string, string>[] {
  const width = values[0]?.length ?? 0;
  return Array.from({ length: width }, (_, column) => {
    const texts = values.map((row) => row[column]).filter((value) => typeof value === 'string');
    const words = texts.filter((text) => text.length <= LONGEST_WORD && foldWord(text) !== '');
    return new Map(words.map((text) => [foldWord(text), text.trim()]));
  }).filter(({ size }) => size >= LEAST_WORDS);
}
