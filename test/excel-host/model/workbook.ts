import type { XmlElement } from '../xml/xml-tree.ts';
import type { Area } from './address.ts';
import type { CellValue } from './cell-value.ts';
import { Grid } from './grid.ts';
import type { Chart } from './chart/chart.ts';
import type { Pivot } from './pivot/pivot.ts';
import { defaultPageSetup, type PageSetup } from './page-setup.ts';
import type { StyleBook } from './style-book.ts';

export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden';

/** The parts of a sheet that are written back only when they were changed. */
export type SheetFacet =
  | 'cells'
  | 'merges'
  | 'columns'
  | 'tables'
  | 'validations'
  | 'conditionalFormats'
  | 'autoFilter'
  | 'view'
  | 'protection'
  | 'comments'
  | 'tabColor'
  | 'page'
  | 'pivots'
  | 'charts'
  | 'hyperlinks';

export interface ColumnSpan {
  first: number;
  last: number;
  /** width, customWidth, hidden, style … as in the file, without min and max. */
  attributes: Record<string, string>;
}

export interface TableColumn {
  id: number;
  name: string;
  /** The file's element: keeps totals functions, calculated formulas and whatever else stands there. */
  source: XmlElement;
}

export interface Table {
  id: number;
  name: string;
  /** Headers and totals included. */
  area: Area;
  hasHeaders: boolean;
  hasTotals: boolean;
  columns: TableColumn[];
  style: Record<string, string>;
  showFilterButton: boolean;
  /** filterColumn elements with a criterion inside. */
  filters: XmlElement[];
  /** The last sort that was applied; null after clearing it. */
  sort: SortState | null;
  source: XmlElement;
  part: string | null;
  changed: boolean;
}

export interface SortField {
  /** Columns (or rows) from the first one. */
  key: number;
  ascending: boolean;
  sortOn: 'Value' | 'CellColor' | 'FontColor' | 'Icon';
  color?: string;
  textAsNumber: boolean;
}

export interface SortState {
  fields: SortField[];
  matchCase: boolean;
  method: 'PinYin' | 'StrokeCount';
}

export interface Validation {
  areas: Area[];
  attributes: Record<string, string>;
  formula1: string | null;
  formula2: string | null;
  /** True for a rule kept in the sheet's extension list (x14), which is listed but never rewritten. */
  extension?: boolean;
}

export interface ConditionalFormat {
  id: string;
  areas: Area[];
  rule: XmlElement;
}

export interface AutoFilter {
  area: Area;
  columns: XmlElement[];
}

export interface CellComment {
  id: string;
  row: number;
  column: number;
  content: string;
  author: string;
  createdAt: string;
  resolved: boolean;
}

export interface DefinedName {
  name: string;
  /** Without the leading `=`. */
  formula: string;
  /** Null for a name of the whole workbook. */
  sheet: Sheet | null;
  visible: boolean;
  comment: string;
  attributes: Record<string, string>;
}

export interface Hyperlink {
  area: Area;
  /** Where it leads outside the workbook. */
  address: string | null;
  /** Where it leads inside: `Sheet1!A1` or a name. */
  location: string | null;
  tooltip: string | null;
}

export class Sheet {
  readonly grid = new Grid();
  visibility: Visibility = 'Visible';
  merges: Area[] = [];
  columns: ColumnSpan[] = [];
  tables: Table[] = [];
  validations: Validation[] = [];
  conditionalFormats: ConditionalFormat[] = [];
  autoFilter: AutoFilter | null = null;
  frozen: { rows: number; columns: number } = { rows: 0, columns: 0 };
  /** The attributes of sheetProtection; null while the sheet is not protected. */
  protection: Record<string, string> | null = null;
  comments: CellComment[] = [];
  /** Cells that carry an old-style note, from the file. */
  notes: { row: number; column: number }[] = [];
  tabColor = '';
  page: PageSetup = defaultPageSetup();
  hyperlinks: Hyperlink[] = [];
  pivots: Pivot[] = [];
  charts: Chart[] = [];
  showGridlines = true;
  showHeadings = true;
  defaultColumnWidth: number | null = null;
  defaultRowHeight = 15;
  /** Cells that hold a formula, with their version of the workbook unknown until first computed. */
  hasFormulas = false;
  readonly changed = new Set<SheetFacet>();
  /** The part it was read from; null for a new sheet. */
  part: string | null = null;
  /** Everything of the part but its cells. */
  source: XmlElement | null = null;

  constructor(
    readonly workbook: Workbook,
    readonly id: string,
    public name: string,
  ) {}
}

export type ChangeType =
  'RangeEdited' | 'RowInserted' | 'RowDeleted' | 'ColumnInserted' | 'ColumnDeleted' | 'CellInserted' | 'CellDeleted';

export type WorkbookChange =
  | {
      kind: 'cells';
      sheet: Sheet;
      area: Area;
      changeType: ChangeType;
      shift: 'None' | 'ShiftCellLeft' | 'ShiftCellUp' | 'ShiftCellRight' | 'ShiftCellDown';
      /** Only for an edit of one single cell. */
      details: { before: CellValue; after: CellValue } | null;
    }
  | { kind: 'sheetAdded' | 'sheetDeleted' | 'sheetActivated'; sheet: Sheet }
  | { kind: 'tableAdded' | 'tableDeleted'; sheet: Sheet; table: Table }
  | { kind: 'selection'; sheet: Sheet; area: Area }
  | { kind: 'format' | 'structure'; sheet: Sheet; area: Area | null }
  | { kind: 'settings' };

export class Workbook {
  readonly sheets: Sheet[] = [];
  names: DefinedName[] = [];
  readonly settings = new Map<string, unknown>();
  customXml: { id: string; xml: string }[] = [];
  date1904 = false;
  activeSheet: Sheet | null = null;
  selection: Area = { row: 0, column: 0, rows: 1, columns: 1 };
  /** Functions and formulas that the host could not compute; their cells kept the value from the file. */
  readonly notComputed = new Set<string>();
  calculationMode: 'Automatic' | 'AutomaticExceptTables' | 'Manual' = 'Automatic';
  readOnly = false;
  /** The user's AutoCorrect option "include new rows and columns in table". */
  autoExpandTables = true;
  /** Parts of the pivots that the model read; others are never touched. */
  readonly knownPivotParts = new Set<string>();
  name = 'Book1.xlsx';
  workbookPart = 'xl/workbook.xml';
  /** Rises with every edit; a formula computed at an older version is computed again when read. */
  version = 1;
  readonly changed = { names: false, settings: false, sheets: false, customXml: false, cells: false };
  readonly listeners = new Set<(change: WorkbookChange) => void>();
  private nextIds = { sheet: 1, table: 1, conditionalFormat: 1, comment: 1, pivot: 1, chart: 1 };

  constructor(
    public styles: StyleBook,
    /** The files of the package as opened; saving changes a copy. */
    readonly parts: Map<string, Uint8Array>,
    /** Serial date and time of "now", for NOW() and TODAY(). */
    public now: () => Date = () => new Date(),
  ) {}

  notify(change: WorkbookChange): void {
    this.version += 1;
    for (const listener of this.listeners) listener(change);
  }

  newSheetId(): string {
    const hex = (this.nextIds.sheet++).toString(16).toUpperCase().padStart(4, '0');
    return `{00000000-0001-0000-${hex}-000000000000}`;
  }

  newTableId(): number {
    return this.nextIds.table++;
  }

  reserveTableId(id: number): void {
    this.nextIds.table = Math.max(this.nextIds.table, id + 1);
  }

  newConditionalFormatId(): string {
    return `{CF${String(this.nextIds.conditionalFormat++).padStart(6, '0')}}`;
  }

  newChartId(): string {
    return `{CH${String(this.nextIds.chart++).padStart(6, '0')}}`;
  }

  newPivotId(): string {
    return `{PV${String(this.nextIds.pivot++).padStart(6, '0')}}`;
  }

  newCommentId(): string {
    const hex = (this.nextIds.comment++).toString(16).toUpperCase().padStart(8, '0');
    return `{${hex}-0000-4000-8000-52454452ED55}`;
  }

  sheetNamed(name: string): Sheet | undefined {
    const folded = name.toLowerCase();
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === folded);
  }

  allTables(): Table[] {
    return this.sheets.flatMap((sheet) => sheet.tables);
  }

  sheetOf(table: Table): Sheet | undefined {
    return this.sheets.find((sheet) => sheet.tables.includes(table));
  }

  tableNamed(name: string): Table | undefined {
    const folded = name.toLowerCase();
    return this.allTables().find((table) => table.name.toLowerCase() === folded);
  }
}
