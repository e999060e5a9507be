import { fieldKind, type Field } from '../complaint/field.ts';
import { isError } from './cell-signs.ts';
import { learnWords, type ColumnWords } from './column-words.ts';
import type { LedgerColumn, LedgerReading } from './ledger-reading.ts';
import type { SheetGrid } from './sheet-grid.ts';

/** What a column is used to hold, learnt once from all its rows; single cells are judged by it. */
export interface ColumnHabits {
  column: LedgerColumn;
  /** Numbers are entered as numbers here, so that a number in text is a slip. */
  holdsNumbers: boolean;
  /** Full-width digits are rare here, or stand where a program must read them. */
  isHalfWidth: boolean;
  /** A blank at the end of a cell is a slip here and no habit. */
  isTrimmed: boolean;
  words: ColumnWords | null;
  /** Only where a word that decides nothing is no answer. */
  tellsUndecided: boolean;
  /** Most rows have a telephone number here. */
  needsPhone: boolean;
}

/** Columns whose words are a team's own list. */
const VOCABULARY: readonly Field[] = ['category', 'subcategory', 'responsibleDept', 'status', 'channel', 'severity'];
const DECIDING: readonly Field[] = ['category', 'responsibleDept'];
const MOST_BLANK = 0.2;
const ENOUGH_ROWS = 8;

/** Learns the habits of every column; one pass over the cells. `lists` are the words that the workbook lists for a field. */
export function columnHabits(
  grid: SheetGrid,
  { columns, dataRows }: LedgerReading,
  lists: ReadonlyMap<Field, ReadonlySet<string>> = new Map(),
): ColumnHabits[] {
  return columns.map((column) => {
    const [field] = column.fields;
    const kind = field === undefined ? null : fieldKind(field);
    let numbers = 0;
    let numberTexts = 0;
    let wide = 0;
    let untrimmed = 0;
    let filled = 0;
    let withDigits = 0;
    const texts: string[] = [];
    const isVocabulary = field !== undefined && VOCABULARY.includes(field);
    for (const row of dataRows) {
      const value = grid.shown(row, column.column);
      if (value === '') continue;
      filled++;
      if (typeof value === 'number') numbers++;
      const text = String(value);
      if (/\d{5}/.test(text.normalize('NFKC').replace(/[\s()-]/g, ''))) withDigits++;
      if (typeof value === 'string') {
        if (isNumberText(value)) numberTexts++;
        if (WIDE.test(value)) wide++;
        if (value !== value.trim() && value.trim() !== '') untrimmed++;
      }
      if (isVocabulary && !isError(value)) texts.push(text);
    }
    const isLoose = kind === null || kind === 'amount' || kind === 'choice' || field === 'satisfaction';
    return {
      column,
      holdsNumbers: isLoose && numbers >= 5 && numbers >= 2 * numberTexts,
      isHalfWidth: kind !== null && kind !== 'text' && wide <= Math.max(1, filled * 0.34),
      isTrimmed:
        isVocabulary || kind === 'text'
          ? untrimmed <= (REPEATING.includes(field ?? 'remarks') ? 1 : Math.max(3, filled * 0.1))
          : kind !== null,
      words: isVocabulary ? learnWords(texts, { listed: lists.get(field) ?? null }) : null,
      tellsUndecided: field !== undefined && DECIDING.includes(field),
      needsPhone:
        column.fields.includes('contactPhone') &&
        dataRows.length >= ENOUGH_ROWS &&
        dataRows.length - withDigits <= dataRows.length * MOST_BLANK,
    };
  });
}

/** Columns of few words that come again and again: blanks behind many of them come with a drop-down list. */
const REPEATING: readonly Field[] = [...VOCABULARY, 'region', 'evidence', 'satisfaction', 'feedback'];

const WIDE = /[０-９Ａ-Ｚａ-ｚ]/;

/** A number written as text: 10, 29.67, 1,200, ３. */
export function isNumberText(text: string): boolean {
  return /^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/.test(text.normalize('NFKC').trim());
}
