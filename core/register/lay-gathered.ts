import type { CellOrigin, Gathered } from './gathered.ts';
import type { Area, CellValue, SheetReading } from './sheet-reading.ts';

export interface GatheredCell {
  value: CellValue;
  format: string;
  formula: string;
  origin: CellOrigin;
}

/** A row of a gathered sheet: cells with their origins, or the heading of what follows. */
export interface GatheredRow {
  heading: string | null;
  cells: readonly (GatheredCell | null | undefined)[];
}

export interface GatheredRows {
  kind: Gathered['kind'];
  labels: readonly string[];
  rows: readonly GatheredRow[];
  sheets: string[];
  date1904: boolean;
  /** On the gathered sheet, whose first row is the header. */
  merges: Area[];
}

const MAX_SHEET_NAME = 31;

/** Lays gathered rows out as a sheet: the labels in the first row, a complaint in each row below. */
export function layGathered({ kind, labels, rows, sheets, date1904, merges }: GatheredRows): SheetReading {
  const width = Math.max(1, labels.length);
  const across = <T>(make: (column: number) => T): T[] => Array.from({ length: width }, (_, column) => make(column));
  const lay = <T>(
    head: (label: string) => T,
    pick: (cell: GatheredCell) => T,
    blank: T,
    heading: (text: string) => T,
  ) => [
    across((column) => head(labels[column] ?? '')),
    ...rows.map(({ heading: text, cells }) =>
      across((column) => {
        if (text !== null) return column === 0 ? heading(text) : blank;
        const cell = cells[column] ?? null;
        return cell === null ? blank : pick(cell);
      }),
    ),
  ];
  return {
    name: nameOf(sheets),
    visible: true,
    used: { row: 0, column: 0, rowCount: rows.length + 1, columnCount: width },
    values: lay<CellValue>(
      (label) => label,
      ({ value }) => value,
      '',
      (text) => text,
    ),
    formulas: lay(
      () => '',
      ({ formula }) => formula,
      '',
      () => '',
    ),
    numberFormats: lay(
      () => '@',
      ({ format }) => format,
      'General',
      () => '@',
    ),
    merges,
    tables: [],
    autoFilter: null,
    isProtected: false,
    date1904,
    gathered: {
      kind,
      sheets,
      origins: [
        null,
        ...rows.map(({ heading, cells }) =>
          heading === null ? across((column) => cells[column]?.origin ?? null) : null,
        ),
      ],
    },
  };
}

/** `1月…12月`, unlike any sheet's own name. */
function nameOf(sheets: readonly string[]): string {
  const [first = '', last = ''] = [sheets[0], sheets.at(-1)];
  if (sheets.length === 1) return `${first.slice(0, MAX_SHEET_NAME - 1)}…`;
  const half = Math.floor((MAX_SHEET_NAME - 1) / 2);
  return `${first.slice(0, half)}…${last.slice(0, half)}`;
}
