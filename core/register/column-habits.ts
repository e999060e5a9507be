import { fieldKind, type Field } from '../complaint/field.ts';
import { ROWS_A_STEP, type Steps } from '../steps.ts';
import { isError } from './cell-signs.ts';
import { learnWords, type ColumnWords } from './column-words.ts';
import type { LedgerColumn, LedgerReading } from './ledger-reading.ts';
import { phoneHabits, type PhoneHabits } from './phone-habits.ts';
import type { SheetGrid } from './sheet-grid.ts';

/** What a column is used to hold, learnt once from all its rows; single cells are judged by it. */
export interface ColumnHabits {
  column: LedgerColumn;
  /** Numbers are entered as numbers here, so that a number in text is a slip. */
  holdsNumbers: boolean;
  /** Amounts stand without a unit here, so that `8 ea` is a slip and no manner of writing. */
  isUnitless: boolean;
  /** Full-width digits are rare here, or stand where a program must read them. */
  isHalfWidth: boolean;
  /** A blank at the end of a cell is a slip here and no habit. */
  isTrimmed: boolean;
  words: ColumnWords | null;
  /** Only where a word that decides nothing is no answer. */
  tellsUndecided: boolean;
  /** Nearly every row names one, so that a dash is none. */
  isFull: boolean;
  /** How telephone numbers are written here; null for other columns. */
  phones: PhoneHabits | null;
  /** Most rows have a telephone number here. */
  needsPhone: boolean;
}

/** Columns whose words are a team's own list. */
const VOCABULARY: readonly Field[] = ['category', 'subcategory', 'responsibleDept', 'status', 'channel', 'severity'];
const DECIDING: readonly Field[] = ['category', 'responsibleDept'];
const MOST_BLANK = 0.2;
const ENOUGH_ROWS = 8;
const FULL = 0.9;
const MOST_UNITS = 0.04;

/**
 * Learns the habits of every column, some rows at a time; one pass over the cells. `lists` are the words that the workbook
 * lists for a field.
 */
export function* columnHabits(
  grid: SheetGrid,
  { columns, dataRows }: LedgerReading,
  lists: ReadonlyMap<Field, ReadonlySet<string>> = new Map(),
): Steps<ColumnHabits[]> {
  const learnt: ColumnHabits[] = [];
  for (const column of columns) {
    const [field] = column.fields;
    const kind = field === undefined ? null : fieldKind(field);
    let numbers = 0;
    let numberTexts = 0;
    let withUnit = 0;
    let wide = 0;
    let untrimmed = 0;
    let filled = 0;
    let withDigits = 0;
    const texts: string[] = [];
    const phones: (string | number)[] = [];
    const isPhoneColumn = column.fields.includes('contactPhone');
    const isVocabulary = field !== undefined && VOCABULARY.includes(field);
    for (const [index, row] of dataRows.entries()) {
      if (index % ROWS_A_STEP === 0) yield { done: index, of: dataRows.length };
      const value = grid.shown(row, column.column);
      if (value === '') continue;
      filled++;
      if (typeof value === 'number') numbers++;
      const text = String(value);
      if (PHONE.test(text.normalize('NFKC').replace(/[\s()-]/g, ''))) withDigits++;
      if (isPhoneColumn) phones.push(typeof value === 'number' ? value : text);
      if (typeof value === 'string') {
        if (isNumberText(value)) numberTexts++;
        else if (numberWithUnit(value) !== null) withUnit++;
        if (WIDE.test(value)) wide++;
        if (value !== value.trim() && value.trim() !== '') untrimmed++;
      }
      if (isVocabulary && !isError(value)) texts.push(text);
    }
    const holdsAmounts = kind === 'amount' && numbers >= 5 && numbers >= 2 * numberTexts;
    const isLoose = kind === null || kind === 'amount' || kind === 'choice' || field === 'satisfaction';
    learnt.push({
      column,
      holdsNumbers: isLoose && numbers >= 5 && numbers >= 2 * numberTexts,
      isUnitless: holdsAmounts && withUnit <= Math.max(2, filled * MOST_UNITS),
      isHalfWidth: kind !== null && kind !== 'text' && wide <= Math.max(1, filled * 0.34),
      isTrimmed:
        isVocabulary || kind === 'text'
          ? untrimmed <= (REPEATING.includes(field ?? 'remarks') ? 1 : Math.max(3, filled * 0.1))
          : kind !== null,
      words: isVocabulary ? learnWords(texts, { listed: lists.get(field) ?? null }) : null,
      tellsUndecided: field !== undefined && DECIDING.includes(field),
      isFull: filled >= dataRows.length * FULL && dataRows.length >= ENOUGH_ROWS,
      phones: isPhoneColumn ? phoneHabits(phones) : null,
      needsPhone:
        isPhoneColumn && dataRows.length >= ENOUGH_ROWS && dataRows.length - withDigits <= dataRows.length * MOST_BLANK,
    });
  }
  return learnt;
}

/** Columns of few words that come again and again: blanks behind many of them come with a drop-down list. */
const REPEATING: readonly Field[] = [...VOCABULARY, 'region', 'evidence', 'satisfaction', 'feedback'];

/** A number, or what a program shows of it: 139****4717. */
const PHONE = /\d{5}|\d{2,4}[*x]{3,}\d{2,}/i;

const WIDE = /[０-９Ａ-Ｚａ-ｚ]/;

/** A number written as text: 10, 29.67, 1,200, ３. */
export function isNumberText(text: string): boolean {
  return /^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/.test(text.normalize('NFKC').trim());
}

const WITH_UNIT =
  /^([-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*(?:[个個件台臺箱包袋盒瓶桶吨噸套只支片张張米方升斤公次户戶元]{1,2}|公斤|千克|kg|g|t|m|m2|m3|l|ea|each|pcs?|pieces?|units?|off|box(?:es)?|nos?|x|x?pairs?|sets?|ctns?|bags?)\.?$/i;

/** The number in a text of a number and its unit: 8 in `8 ea`, 1200 in `1,200件`; null for other texts. */
export function numberWithUnit(text: string): number | null {
  const [, digits] = WITH_UNIT.exec(text.normalize('NFKC').trim()) ?? [];
  return digits === undefined ? null : Number(digits.replaceAll(',', ''));
}
