import { escapeColumn, formulaTokens, quoteSheet, quoteText } from '../formula-tokens.ts';
import type { Masker } from '../masker.ts';
import type { Book } from './read-book.ts';
import type { StringsOut } from './shared-strings.ts';
import type { Survey } from './survey.ts';

/** What was done to a workbook, to be told. Counted in places. */
export interface ToldCopy {
  /** Formulas and names that led to another workbook or to a sheet that was left out: their last values stand instead. */
  formulasToValues: number;
  /** Formulas with words of a personal column, or a name in pieces: their masked values stand instead. */
  formulasWithNames: number;
  /** Last results of formulas that read masked cells; they are calculated anew when the copy is opened. */
  resultsLeftOut: number;
  linksRemoved: number;
  /** What was left out, by kind: `pictures`, `properties`, `threads` …. */
  leftOut: Record<string, number>;
}

/** All that the writers of a copy's parts share. */
export interface CopyContext {
  book: Book;
  survey: Survey;
  masker: Masker;
  tainted: ReadonlySet<string>;
  strings: StringsOut;
  told: ToldCopy;
  /** Names of the sheets of the copy by their names in the workbook; what is not there was left out. */
  sheetNames: ReadonlyMap<string, string>;
}

const ADDRESS_OUT = /^(?:https?|ftp|mailto|tel|file|sms):|^\\\\|^[\w.+-]+@/i;

/**
 * A formula for the copy: texts and names in it are masked by the same rule as cells, so that comparisons still come out
 * equal. Null: it leads to what the copy does not hold.
 */
export function copiedFormula(formula: string, { masker, sheetNames, book }: CopyContext): string | null {
  const tokens = formulaTokens(formula);
  let changed = '';
  const gone = new Set(
    book.tables.filter(({ sheet }) => !sheetNames.has(sheet.name)).map(({ name }) => name.toLowerCase()),
  );
  for (const [at, { kind, raw, value }] of tokens.entries()) {
    if (kind === 'sheet') {
      const names = value.split(':');
      if (/^\[\d+\]/.test(value) || names.some((name) => !sheetNames.has(name))) return null;
      const after = names.map((name) => sheetNames.get(name) ?? name).join(':');
      changed += after === value ? raw : quoteSheet(after);
    } else if (kind === 'text') {
      if (ADDRESS_OUT.test(value) || (value.startsWith('#') && !leadsToKept(value, sheetNames))) return null;
      const after = masker.text(inSheetNames(value, sheetNames));
      changed += after === value ? raw : quoteText(after);
    } else if (kind === 'column') {
      const after = masker.text(value);
      changed += after === value ? raw : escapeColumn(after);
    } else if (kind === 'name') {
      const isCalled = tokens[at + 1]?.raw.startsWith('(') === true;
      if (gone.has(value.toLowerCase())) return null;
      changed += isCalled ? raw : masker.identifier(value);
    } else if (kind === 'number') {
      const after = masker.number(value);
      changed += after === null ? raw : quoteText(after);
    } else changed += raw;
  }
  return changed;
}

/** `#'台账'!A5`, as HYPERLINK takes it. */
function leadsToKept(link: string, sheetNames: ReadonlyMap<string, string>): boolean {
  const name = /^#'?(.*?)'?!/.exec(link)?.[1]?.replaceAll("''", "'");
  return name === undefined || sheetNames.has(name);
}

function inSheetNames(text: string, sheetNames: ReadonlyMap<string, string>): string {
  return text.replace(/^#'(.+)'!/, (whole, name: string) => {
    const after = sheetNames.get(name.replaceAll("''", "'"));
    return after === undefined ? whole : `#${quoteSheet(after)}`;
  });
}

/** Counts what was left out. */
export function leaveOut(told: ToldCopy, what: string, count = 1): void {
  if (count > 0) told.leftOut[what] = (told.leftOut[what] ?? 0) + count;
}
