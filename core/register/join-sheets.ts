import { foldText } from '../text/fold-text.ts';
import type { LedgerReading } from './ledger-reading.ts';
import { layGathered, type GatheredCell, type GatheredRow } from './lay-gathered.ts';
import { ledgerYear } from './row-years.ts';
import { sheetGrid, type SheetGrid } from './sheet-grid.ts';
import type { Area, SheetReading } from './sheet-reading.ts';

/** A sheet that was read as a ledger. */
export interface ReadSheet {
  sheet: SheetReading;
  ledger: LedgerReading;
}

/** Two headers are the same when so many labels of the shorter one stand in the other, and there are enough of them. */
const SAME_LABELS = 0.8;
const LEAST_LABELS = 4;
/** Sheets that share so many rows are copies of each other and no parts of one ledger. */
const COPY = 0.7;
const COMPARED_ROWS = 40;

/**
 * Joins ledgers of the same columns that stand on several sheets (a sheet a month, a depot, a year) into one row list. A
 * column that only some sheets have (status since July) stays empty for the others. Each part begins with a heading that
 * names its year, for dates without one. Copies of a sheet are not joined to it. Answers one sheet for each group.
 */
export function joinSheets(read: readonly ReadSheet[]): SheetReading[] {
  const groups: ReadSheet[][] = [];
  for (const each of read) {
    if (each.sheet.gathered !== undefined || !each.sheet.visible) continue;
    const group = groups.find(([first]) => first !== undefined && isSameHeader(first, each));
    if (group === undefined) groups.push([each]);
    else if (!group.some((other) => isCopy(other, each))) group.push(each);
  }
  return groups.filter((group) => group.length >= 2).map(join);
}

function labelsOf({ ledger }: ReadSheet): string[] {
  return ledger.columns.map(({ header }) => foldText(header).folded.replace(/[\s\d()（）]+/g, ''));
}

function isSameHeader(left: ReadSheet, right: ReadSheet): boolean {
  if (left.sheet.date1904 !== right.sheet.date1904) return false;
  const [ours, theirs] = [labelsOf(left), labelsOf(right)].map((labels) => labels.filter((label) => label !== ''));
  if (ours === undefined || theirs === undefined) return false;
  const [short, long] = ours.length <= theirs.length ? [ours, theirs] : [theirs, ours];
  const shared = short.filter((label) => long.includes(label)).length;
  return shared >= LEAST_LABELS && shared >= short.length * SAME_LABELS && short.length >= long.length * 0.6;
}

function isCopy(left: ReadSheet, right: ReadSheet): boolean {
  const [short, long] = [rowTexts(left), rowTexts(right)].sort((one, other) => one.length - other.length);
  if (short === undefined || long === undefined) return false;
  const rows = new Set(long);
  const compared = short.slice(0, COMPARED_ROWS);
  return compared.filter((text) => rows.has(text)).length >= compared.length * COPY;
}

function rowTexts({ sheet, ledger }: ReadSheet): string[] {
  const top = sheet.used?.row ?? 0;
  return ledger.dataRows.map((row) => (sheet.values[row - top] ?? []).filter((value) => value !== '').join('\t'));
}

function join(group: readonly ReadSheet[]): SheetReading {
  const grids = group.map(({ sheet }) => sheetGrid(sheet));
  const { labels, columns } = unionColumns(group);
  const years = group.map(({ ledger }, at) => ledgerYear(gridAt(grids, at), ledger));
  const usual = years.find((year) => year !== null) ?? null;
  const rows: GatheredRow[] = [];
  const merges: Area[] = [];
  group.forEach(({ sheet, ledger }, at) => {
    const grid = gridAt(grids, at);
    const year = years[at] ?? usual;
    rows.push({ heading: year === null ? sheet.name : `${year}年`, cells: [] });
    const places = new Map(ledger.dataRows.map((row, index) => [row, rows.length + 1 + index]));
    merges.push(...mergesDown(sheet, places, columns[at] ?? new Map<number, number>()));
    for (const row of ledger.dataRows)
      rows.push({ heading: null, cells: cellsOf(grid, sheet.name, row, columns[at] ?? new Map<number, number>()) });
  });
  return layGathered({
    kind: 'joined',
    labels,
    rows,
    sheets: group.map(({ sheet }) => sheet.name),
    date1904: group[0]?.sheet.date1904 ?? false,
    merges,
  });
}

function gridAt(grids: readonly SheetGrid[], at: number): SheetGrid {
  const grid = grids[at];
  if (grid === undefined) throw new Error(`No grid ${at}`);
  return grid;
}

/** The columns of all parts, those of the widest first, and for each part which of its columns is which. */
function unionColumns(group: readonly ReadSheet[]): { labels: string[]; columns: Map<number, number>[] } {
  const widest = group.reduce((most, each) => (each.ledger.columns.length > most.ledger.columns.length ? each : most));
  const labels = widest.ledger.columns.map(({ header }) => header);
  const keys = labelsOf(widest);
  const columns = group.map((part) => {
    const places = new Map<number, number>();
    const taken = new Set<number>();
    labelsOf(part).forEach((key, index) => {
      const own = part.ledger.columns[index];
      if (own === undefined) return;
      let at = keys.findIndex((each, place) => each === key && !taken.has(place));
      if (at < 0) {
        at = keys.push(key) - 1;
        labels.push(own.header);
      }
      taken.add(at);
      places.set(own.column, at);
    });
    return places;
  });
  return { labels, columns };
}

function cellsOf(grid: SheetGrid, sheet: string, row: number, columns: ReadonlyMap<number, number>): GatheredCell[] {
  const cells: GatheredCell[] = [];
  for (const [column, at] of columns) {
    cells[at] = {
      value: grid.value(row, column),
      format: grid.format(row, column),
      formula: grid.formula(row, column),
      origin: { sheet, row, column },
    };
  }
  return cells;
}

/** Cells merged over several complaints stay merged; a merge that also covers other rows counts for the complaints in it. */
function mergesDown(
  sheet: SheetReading,
  places: ReadonlyMap<number, number>,
  columns: ReadonlyMap<number, number>,
): Area[] {
  return sheet.merges.flatMap((area): Area[] => {
    const row = places.get(area.row);
    const column = columns.get(area.column);
    if (row === undefined || column === undefined || area.rowCount < 2 || area.columnCount > 1) return [];
    const covered = Array.from({ length: area.rowCount }, (_, index) => places.get(area.row + index));
    return [{ row, column, rowCount: covered.filter((place) => place !== undefined).length, columnCount: 1 }];
  });
}
