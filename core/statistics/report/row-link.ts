import { quoteForFormula } from '../../register/safe-cell.ts';

/**
 * The name, on every sheet with links into the register, that says where the register stands: `#'台账'!`. Links are texts,
 * which no program follows when a sheet is renamed; with the name all links of a sheet are put right by one write.
 */
export const REGISTER_PLACE = 'Redress_register';

/** What `REGISTER_PLACE` stands for, as a formula. */
export function registerPlace(sheet: string): string {
  return `=${quoteForFormula(`#'${sheet.replaceAll("'", "''")}'!`)}`;
}

/** Where complaint numbers stand: a column of the register's table. */
export interface NumberColumn {
  sheet: string;
  table: string;
  header: string;
}

/**
 * A formula that shows a complaint's number and jumps to its row wherever sorting or inserting has moved it: the row is
 * looked up by the number each time. A complaint that is gone leads to the table's head. Needs no add-in; renaming the
 * table or the heading is followed by Excel, renaming the sheet by `REGISTER_PLACE`, which its sheet must have.
 */
export function rowLink(number: string, { table, header }: NumberColumn): string {
  const text = quoteForFormula(number);
  const name = structured(header);
  const head = `${table}[[#Headers],[${name}]]`;
  const row = `ROW(${head})+IFERROR(MATCH(${text},${table}[${name}],0),0)`;
  return `=HYPERLINK(${REGISTER_PLACE}&ADDRESS(${row},COLUMN(${head}),4),${text})`;
}

/** A formula that shows an address of the register's sheet and jumps there. */
export function cellLink(address: string): string {
  const text = quoteForFormula(address);
  return `=HYPERLINK(${REGISTER_PLACE}&${text},${text})`;
}

/** A heading as a structured reference wants it. */
function structured(header: string): string {
  return header.replace(/['[\]#@]/g, "'$&");
}
