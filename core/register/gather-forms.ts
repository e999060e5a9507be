import type { Field } from '../complaint/field.ts';
import { findHeader } from './find-header.ts';
import { formPairs, readsLikeLabel, type FormPair, type LabelAt } from './form-cells.ts';
import { foldLabel } from './fold-label.ts';
import { layGathered, type GatheredCell } from './lay-gathered.ts';
import { matchHeader } from './match-header.ts';
import { sheetGrid, type SheetGrid } from './sheet-grid.ts';
import type { SheetReading } from './sheet-reading.ts';

interface FormSheet {
  sheet: SheetReading;
  grid: SheetGrid;
}

/** A complaint tells what happened, or at least so many other things. */
const TELLING: readonly Field[] = ['description', 'demand'];
const LEAST_FIELDS = 4;
/** Forms of one version show which cells are printed: those that say the same in most of them. */
const ENOUGH_FORMS = 3;
const PRINTED = 0.7;
const PRINTED_WORD = /^[\p{L}\s/／、（）()]{2,12}[:：]?$/u;

/**
 * Collects forms of one complaint each into the rows of one sheet: one form a sheet, or several down a sheet; forms of
 * different versions share a column where their labels mean the same field. Index sheets, empty forms and sheets that are
 * no forms are left out; null when no form is filled in. Cells keep their values and formats, ticked boxes become words.
 */
export function gatherForms(sheets: readonly SheetReading[]): SheetReading | null {
  const forms = sheets.flatMap((sheet): FormSheet[] => {
    if (sheet.used === null || sheet.gathered !== undefined) return [];
    const grid = sheetGrid(sheet);
    const search = findHeader(grid);
    return !search.ok && search.code === 'oneFormPerSheet' ? [{ sheet, grid }] : [];
  });
  const records = printedLabels(forms).flatMap(({ form, labelAt }) =>
    pages(formPairs(form.grid, labelAt))
      .filter(isFilledIn)
      .map((pairs) => ({ sheet: form.sheet, pairs })),
  );
  if (records.length === 0) return null;
  const names = new ColumnNames();
  const rows = records.map(({ sheet, pairs }) => names.place(pairs, sheet.name));
  const [first] = records;
  return layGathered({
    kind: 'forms',
    labels: names.labels,
    rows: rows.map((cells) => ({ heading: null, cells })),
    sheets: [...new Set(records.map(({ sheet }) => sheet.name))],
    date1904: first?.sheet.date1904 ?? false,
    merges: [],
  });
}

/** What is printed on the forms of each version; a lone form is judged by its words alone. */
function printedLabels(forms: readonly FormSheet[]): { form: FormSheet; labelAt: LabelAt }[] {
  const versions = new Map<string, FormSheet[]>();
  for (const form of forms) {
    const key = versionOf(form.grid);
    versions.set(key, [...(versions.get(key) ?? []), form]);
  }
  const judges = new Map(
    [...versions].map(([key, members]) => {
      const counts = new Map<string, number>();
      for (const { grid } of members) for (const place of texts(grid)) counts.set(place, (counts.get(place) ?? 0) + 1);
      return [key, { counts, size: members.length }];
    }),
  );
  return forms.map((form) => {
    const { grid } = form;
    const { counts, size } = judges.get(versionOf(grid)) ?? { counts: new Map<string, number>(), size: 0 };
    const width = grid.right - grid.left + 1;
    return {
      form,
      labelAt: (row, column) => {
        const text = grid.text(row, column);
        if (text === '' || text.length > 24 || typeof grid.value(row, column) !== 'string') return null;
        const hasColon = /[:：]\s*$/.test(text);
        const isPrinted = size >= ENOUGH_FORMS && (counts.get(`${row},${column},${text}`) ?? 0) >= size * PRINTED;
        const merge = grid.mergeAt(row, column);
        const isWide = merge !== null && merge.columnCount > width * 0.6;
        // The title of a form may read like a label: 客户投诉处理单.
        if (row === grid.top && isWide && !hasColon) return null;
        if (readsLikeLabel(text)) return size < ENOUGH_FORMS || isPrinted || hasColon ? 'known' : null;
        if (row === grid.top || isWide) return null;
        return hasColon || (isPrinted && PRINTED_WORD.test(text)) ? 'printed' : null;
      },
    };
  });
}

/** Forms of one version name the same things down their first column. */
function versionOf(grid: SheetGrid): string {
  const first: string[] = [];
  for (let row = grid.top; row <= grid.bottom; row++) {
    const text = grid.text(row, grid.left);
    if (text.length <= 12 && readsLikeLabel(text)) first.push(text);
  }
  return [...new Set(first)].join('|');
}

function texts(grid: SheetGrid): string[] {
  const places: string[] = [];
  for (let row = grid.top; row <= grid.bottom; row++) {
    for (let column = grid.left; column <= grid.right; column++) {
      const text = grid.text(row, column);
      if (text !== '' && text.length <= 24) places.push(`${row},${column},${text}`);
    }
  }
  return places;
}

/** Several forms down one sheet begin anew where the first label of the first one comes again. */
function pages(pairs: readonly FormPair[]): FormPair[][] {
  const [first] = pairs.filter(({ label }) => matchHeader(label)?.fields.length !== 0 && matchHeader(label) !== null);
  if (first === undefined) return [];
  const anchor = labelKey(first.label);
  const found: FormPair[][] = [];
  for (const pair of pairs) {
    if (found.length === 0 || (labelKey(pair.label) === anchor && pair.row > (found.at(-1)?.[0]?.row ?? 0) + 3))
      found.push([]);
    found.at(-1)?.push(pair);
  }
  return found;
}

function labelKey(label: string): string {
  return foldLabel(label).whole.spellings[0] ?? label;
}

function isFilledIn(pairs: readonly FormPair[]): boolean {
  const filled = new Set(
    pairs.flatMap(({ label, value }) =>
      String(value).trim() === '' ? [] : (matchHeader(label)?.fields.slice(0, 1) ?? []),
    ),
  );
  return filled.size >= LEAST_FIELDS || (filled.size >= 2 && TELLING.some((field) => filled.has(field)));
}

/** Gives each label its column: that of the field it means, or its own where the form names the field twice. */
class ColumnNames {
  readonly labels: string[] = [];
  private readonly columns = new Map<string, number>();

  place(pairs: readonly FormPair[], sheet: string): (GatheredCell | null)[] {
    const cells: (GatheredCell | null)[] = [];
    for (const { label, value, format, row, column } of pairs) {
      const at = this.columnFor(label, cells);
      cells[at] = { value, format, formula: '', origin: { sheet, row, column } };
    }
    return cells;
  }

  private columnFor(label: string, taken: readonly (GatheredCell | null)[]): number {
    const field = matchHeader(label)?.fields[0];
    for (const key of [...(field === undefined ? [] : [`field ${field}`]), ...ordinals(labelKey(label))]) {
      const known = this.columns.get(key);
      if (known === undefined) return this.open(key, label);
      if (taken[known] === undefined || taken[known] === null) return known;
    }
    return this.open(`${label} ${this.labels.length}`, label);
  }

  private open(key: string, label: string): number {
    const column = this.labels.length;
    this.columns.set(key, column);
    const isTaken = this.labels.includes(label);
    this.labels.push(isTaken ? `${label} (${this.labels.filter((each) => each.startsWith(label)).length + 1})` : label);
    return column;
  }
}

function ordinals(key: string): string[] {
  return [1, 2, 3, 4].map((ordinal) => `label ${key} ${ordinal}`);
}
