import { parseDocument } from '../xml/xml-tree.ts';
import { StyleBook } from '../model/style-book.ts';
import { addSheet } from '../model/sheets.ts';
import { Workbook } from '../model/workbook.ts';
import { BLANK_STYLES, blankPackage } from './blank-package.ts';

/** An empty workbook, as Excel makes one, with sheets of these names. */
export function newWorkbook(sheetNames: readonly string[] = ['Sheet1']): Workbook {
  const workbook = new Workbook(new StyleBook(parseDocument(BLANK_STYLES)), blankPackage());
  for (const name of sheetNames) addSheet(workbook, name);
  workbook.activeSheet = workbook.sheets[0] ?? null;
  workbook.version = 1;
  return workbook;
}
