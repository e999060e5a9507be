import type { CellLook, PlannedArea } from './sheet-plan.ts';

/** A text in one or several of the page's twelve columns. */
export interface Box extends Pick<PlannedArea, 'of' | 'number' | 'jump' | 'blank' | 'choices'> {
  column: number;
  columns: number;
  text: string;
  look: LookName;
}

/** A line of boxes, as high as the fullest of them, at least so many lines. */
export interface RowBand {
  kind: 'row';
  boxes: Box[];
  lines: number;
  /** Room that is left on the page may be given to it. */
  stretch: number;
}

/** A label and a text that may go on behind the first page. */
export interface TextBand {
  kind: 'text';
  label: string;
  text: string;
  of?: string;
  lines: number;
  stretch: number;
}

/** Rows under a heading that may go on behind the first page. */
export interface TableBand {
  kind: 'table';
  label: string;
  head: RowBand;
  rows: RowBand[];
}

export type Band = RowBand | TextBand | TableBand;

export type LookName =
  'company' | 'title' | 'meta' | 'metaRight' | 'section' | 'label' | 'value' | 'text' | 'center' | 'sign' | 'note';

/** The page's columns. */
export const COLUMNS = 12;
/** Width of each, in points: together a little less than the print area, since screens and printers round. */
export const COLUMN_WIDTH = 42;
/** Columns of a label. */
export const LABEL_COLUMNS = 2;

const PLAIN = { bold: false, color: '#1F1F1F', fill: null, align: 'Left', valign: 'Center', border: 'thin' } as const;

/** A look at a size of the body text. */
export function lookOf(name: LookName, size: number): CellLook {
  switch (name) {
    case 'company':
      return { ...PLAIN, size: size + 1, align: 'Center', border: 'none' };
    case 'title':
      return { ...PLAIN, size: size + 7, bold: true, align: 'Center', border: 'none' };
    case 'meta':
      return { ...PLAIN, size, border: 'none', valign: 'Bottom' };
    case 'metaRight':
      return { ...PLAIN, size, border: 'none', valign: 'Bottom', align: 'Right' };
    case 'section':
      return { ...PLAIN, size, bold: true, fill: '#E4E7EB' };
    case 'label':
      return { ...PLAIN, size, align: 'Center', fill: '#F5F6F8' };
    case 'value':
      return { ...PLAIN, size };
    case 'text':
      return { ...PLAIN, size, valign: 'Top' };
    case 'center':
      return { ...PLAIN, size, align: 'Center' };
    case 'sign':
      return { ...PLAIN, size, valign: 'Bottom' };
    case 'note':
      return { ...PLAIN, size: size - 1.5, color: '#595959', border: 'none' };
  }
}

export function row(boxes: Box[], lines = 1, stretch = 0): RowBand {
  return { kind: 'row', boxes, lines, stretch };
}

/** A box across the page. */
export function across(text: string, look: LookName): RowBand {
  return row([{ column: 0, columns: COLUMNS, text, look }]);
}
