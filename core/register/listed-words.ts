import type { Field } from '../complaint/field.ts';
import { foldWord } from './column-words.ts';
import type { LedgerReading } from './ledger-reading.ts';
import { sheetGrid } from './sheet-grid.ts';
import type { SheetReading } from './sheet-reading.ts';

const LISTED: readonly Field[] = ['category', 'responsibleDept'];
const LEAST_WORDS = 3;
const MOST_ROWS = 300;
const LONGEST_WORD = 24;
/** A column of another sheet is the list of a field when so much of the ledger is written in its words. */
const COVERED = 0.7;

/**
 * The words that a workbook keeps for a field on a sheet of its own (a list of categories, of departments), folded. A field
 * without such a list is absent.
 */
export function listedWords(
  sheets: readonly SheetReading[],
  sheet: SheetReading,
  { columns, dataRows }: LedgerReading,
): Map<Field, Set<string>> {
  const members = new Set([sheet.name, ...(sheet.gathered?.sheets ?? [])]);
  const others = sheets.filter(({ name, used }) => !members.has(name) && used !== null && used.rowCount <= MOST_ROWS);
  const candidates = others.flatMap(wordColumns);
  const grid = sheetGrid(sheet);
  const lists = new Map<Field, Set<string>>();
  for (const field of LISTED) {
    const column = columns.find(({ fields }) => fields[0] === field)?.column;
    if (column === undefined || candidates.length === 0) continue;
    const words = dataRows.map((row) => foldWord(String(grid.shown(row, column)))).filter((word) => word !== '');
    const fitting = candidates.filter(
      (list) => words.filter((word) => list.has(word)).length >= words.length * COVERED,
    );
    if (words.length > 0 && fitting.length > 0) lists.set(field, new Set(fitting.flatMap((list) => [...list])));
  }
  return lists;
}

function wordColumns({ values }: SheetReading): Set<string>[] {
  const width = values[0]?.length ?? 0;
  return Array.from({ length: width }, (_, column) => {
    const texts = values.map((row) => row[column]).filter((value) => typeof value === 'string');
    return new Set(
      texts
        .filter((text) => text.length <= LONGEST_WORD)
        .map(foldWord)
        .filter((word) => word !== ''),
    );
  }).filter(({ size }) => size >= LEAST_WORDS);
}
