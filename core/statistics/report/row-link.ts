import { quoteForFormula } from '../../register/safe-cell.ts';

/** Where complaint numbers stand: a column of the register's table. */
export interface NumberColumn {
  sheet: string;
  table: string;
  header: string;
  /** Its letter on the sheet, `N`. */
  column: string;
}

/**
 * A formula that shows a complaint's number and jumps to its row wherever sorting or inserting has moved it: the row is
 * looked up by the number each time. A complaint that is gone leads to the table's head. Needs no add-in; renaming the
 * table or the heading is followed by Excel, renaming the sheet by writing the paper again.
 */
export function rowLink(number: string, { sheet, table, header, column }: NumberColumn): string {
  const text = quoteForFormula(number);
  const name = structured(header);
  const place = quoteForFormula(`#'${sheet.replaceAll("'", "''")}'!${column}`);
  return `=HYPERLINK(${place}&(ROW(${table}[[#Headers],[${name}]])+IFERROR(MATCH(${text},${table}[${name}],0),0)),${text})`;
}

/** A heading as a structured reference wants it. */
function structured(header: string): string {
  return header.replace(/['[\]#@]/g, "'$&");
}
