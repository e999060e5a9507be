import type { RowBand, Box, LookName } from './bands.ts';
import { across, COLUMNS, COLUMN_WIDTH, lookOf, row } from './bands.ts';
import type { FormFrame } from './form-complaint.ts';
import { heightOf } from './lay-out.ts';
import { FORM_FONT, footerText, sayForms } from './print-text.ts';
import type { SheetPlan } from './sheet-plan.ts';
import { safeText } from '../register/safe-cell.ts';
import { saidTime } from '../register/log/say-event.ts';

const SIZE = 10;
export const APPENDIX_MARGINS = { top: 40, bottom: 42, left: 38, right: 38, header: 18, footer: 18 };

/** A table of an appendix: what its columns are called, how many of the page's twelve each takes, and its rows. */
export interface AppendixTable {
  label: string;
  /** In order; they add up to twelve. */
  columns: readonly { label: string; columns: number; look?: LookName }[];
  rows: readonly (readonly string[])[];
}

/** Tables below each other on as many A4 pages as they need; the title stands on every page. Tables without rows are left out. */
export function appendixSheet(title: string, tables: readonly AppendixTable[], frame: FormFrame): SheetPlan {
  const heads: RowBand[] = [
    ...(frame.companyName === null ? [] : [across(frame.companyName, 'company')]),
    across(title, 'title'),
  ];
  const body = tables.filter(({ rows }) => rows.length > 0).flatMap(tableRows);
  const bands = [...heads, ...body];
  const rowHeights = bands.map((band) => heightOf(band, SIZE));
  return {
    ...{ name: title, font: FORM_FONT[frame.locale], rowHeights, pages: 1, continued: [] },
    columnWidths: Array.from({ length: COLUMNS }, () => COLUMN_WIDTH),
    cells: bands.flatMap((band, at) =>
      band.boxes.map(({ column, columns, text, look }) => ({
        ...{ row: at, column, rowCount: 1, columnCount: columns },
        ...{ text: safeText(text).text, look: lookOf(look, SIZE) },
      })),
    ),
    page: {
      ...{ orientation: 'Portrait', margins: APPENDIX_MARGINS, fit: 'width', breaks: [], titleRows: heads.length },
      footer: appendixFooter(frame),
    },
  };
}

/** Policy, version, day and page. */
export function appendixFooter({ pack, locale, zone, asOf }: FormFrame): SheetPlan['page']['footer'] {
  const t = sayForms(locale);
  const left = { policy: pack.label[locale], version: pack.version, day: saidTime(asOf, zone).slice(0, 10) };
  return { left: footerText(t('footer.left', left)), right: t('footer.right') };
}

function tableRows({ label, columns, rows }: AppendixTable): RowBand[] {
  const line = (texts: readonly string[], lookAt: (at: number) => LookName): RowBand => {
    let column = 0;
    const boxes = columns.map((each, at): Box => {
      const box = { column, columns: each.columns, text: texts[at] ?? '', look: lookAt(at) };
      column += each.columns;
      return box;
    });
    return row(boxes, 1.2);
  };
  return [
    across(label, 'section'),
    line(
      columns.map((each) => each.label),
      () => 'label',
    ),
    ...rows.map((texts) => line(texts, (at) => columns[at]?.look ?? 'value')),
  ];
}
