import { cellName, parseArea, splitSheet } from '../../excel-host/model/address.ts';
import { HostError } from '../../excel-host/model/host-error.ts';
import { textAt } from '../../excel-host/model/read-cells.ts';
import type { Sheet } from '../../excel-host/model/workbook.ts';
import type { ExcelHost } from '../../excel-host/protocol/excel-host.ts';
import { pageWord } from './page-words.ts';

/** The user types into a cell: the host's rules hold, and a drop-down list takes only its own values. Answers why not, or null. */
export function typeIntoCell(host: ExcelHost, sheet: Sheet, row: number, column: number, text: string): string | null {
  const choices = choicesAt(sheet, row, column);
  if (choices !== null && text !== '' && !choices.includes(text)) {
    return pageWord('excel.refusedList', { choices: choices.join(' · ') });
  }
  try {
    host.userEdits(sheet.name, cellName(row, column), [[text]]);
    return null;
  } catch (cause) {
    if (cause instanceof HostError) return pageWord('excel.refusedEntry', { cause: cause.message });
    throw cause;
  }
}

/** What the drop-down of a cell offers; null when it has none. */
export function choicesAt(sheet: Sheet, row: number, column: number): string[] | null {
  const rule = sheet.validations.find(
    ({ areas, attributes }) =>
      attributes['type'] === 'list' &&
      areas.some(
        (area) =>
          row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns,
      ),
  );
  if (rule === undefined || rule.formula1 === null) return null;
  const inline = /^"(.*)"$/s.exec(rule.formula1)?.[1];
  if (inline !== undefined) return inline.split(',').map((choice) => choice.trim());
  const { sheet: name, rest } = splitSheet(rule.formula1.replace(/^=/, ''));
  const source = name === null ? sheet : sheet.workbook.sheetNamed(name);
  const area = parseArea(rest.replace(/\$/g, ''));
  if (source === undefined || area === null) return null;
  return Array.from({ length: area.rows }, (_, offset) => textAt(source, area.row + offset, area.column)).filter(
    (choice) => choice !== '',
  );
}
