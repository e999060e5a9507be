/** How a cell of a form looks. Sizes in points, colours as `#RRGGBB`. */
export interface CellLook {
  size: number;
  bold: boolean;
  color: string;
  fill: string | null;
  align: 'Left' | 'Center' | 'Right';
  valign: 'Top' | 'Center' | 'Bottom';
  /** `thin`: a row within a table; `box`, `dashed`: a cell that stands by itself. */
  border: 'none' | 'thin' | 'box' | 'dashed';
}

/** A cell, or several merged into one. Places count from 0 and never overlap. The text is safe: no spreadsheet takes it for a formula. */
export interface PlannedArea {
  row: number;
  column: number;
  rowCount: number;
  columnCount: number;
  text: string;
  look: CellLook;
  /** What stands here: a field of the complaint, or the number of an entry of its log. Of a text in pieces, each piece says so. */
  of?: string;
  /** Written as a number with this format; `text` is what it shows. */
  number?: { value: number; format: string };
  /** What a click opens: a list on the sheet that goes with this one, or a complaint's row in the register. */
  jump?: Jump;
  /** A place for people to write in: the name by which what they wrote is found again. */
  blank?: string;
  /** What may be chosen here; short words without commas. */
  choices?: readonly string[];
}

export type Jump = { list: string } | { complaint: string };

/** Margins in points. */
export interface PageSetup {
  orientation: 'Portrait' | 'Landscape';
  margins: { top: number; bottom: number; left: number; right: number; header: number; footer: number };
  /** `onePage`: all on one page; `width`: as wide as a page, as many as needed. */
  fit: 'onePage' | 'width';
  /** A new page begins before each of these rows. */
  breaks: number[];
  /** The first rows, repeated on every page; 0: none. */
  titleRows: number;
  /** In Excel's codes: `&P` is the page, `&&` an ampersand. */
  footer: { left: string; right: string };
}

/** A sheet to print, as plain data: nothing in it knows of Excel. Paper is A4. */
export interface SheetPlan {
  /** As wished; the workbook makes it valid and unique. */
  name: string;
  font: string;
  /** In points. */
  columnWidths: number[];
  /** In points, at most 409 each. */
  rowHeights: number[];
  cells: PlannedArea[];
  page: PageSetup;
  pages: number;
  /** The labels of what goes on behind the first page. */
  continued: string[];
}
