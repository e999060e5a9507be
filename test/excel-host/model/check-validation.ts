import { parseArea, splitSheet } from './address.ts';
import { CellError, type CellValue } from './cell-value.ts';
import { valueAt } from './read-cells.ts';
import { checkedSerial } from './serial-date.ts';
import type { Sheet, Validation } from './workbook.ts';
import { evaluateFormula } from '../formula/calculate.ts';

/** Does the cell's value obey its rule? Blank cells do unless the rule says otherwise; a rule that cannot be judged holds. */
export function isValid(sheet: Sheet, rule: Validation, row: number, column: number): boolean {
  const value = valueAt(sheet, row, column);
  if (value === null || value === '') return rule.attributes['allowBlank'] === '1';
  const type = rule.attributes['type'] ?? 'none';
  if (type === 'none') return true;
  if (type === 'list') return listValues(sheet, rule.formula1 ?? '').some((entry) => same(entry, value));
  if (type === 'custom') return isTrue(evaluateFormula(sheet, row, column, rule.formula1 ?? '', origin(rule)));
  const judged = type === 'textLength' ? String(value instanceof CellError ? value.code : value).length : value;
  if (typeof judged !== 'number' || (type === 'whole' && !Number.isInteger(judged))) return false;
  const bound = (formula: string | null): CellValue =>
    formula === null ? null : evaluateFormula(sheet, row, column, formula, origin(rule));
  return compare(judged, rule.attributes['operator'] ?? 'between', bound(rule.formula1), bound(rule.formula2));
}

function origin(rule: Validation): { row: number; column: number } {
  return {
    row: Math.min(...rule.areas.map((area) => area.row)),
    column: Math.min(...rule.areas.map((area) => area.column)),
  };
}

function isTrue(value: CellValue): boolean {
  return value === true || (typeof value === 'number' && value !== 0);
}

function same(entry: CellValue, value: CellValue): boolean {
  const shown = (given: CellValue): string => (given instanceof CellError ? given.code : String(given));
  return shown(entry).toLowerCase() === shown(value).toLowerCase();
}

function compare(value: number, operator: string, first: CellValue, second: CellValue): boolean {
  if (typeof first !== 'number') return true;
  const upper = typeof second === 'number' ? second : first;
  switch (operator) {
    case 'between':
      return value >= first && value <= upper;
    case 'notBetween':
      return value < first || value > upper;
    case 'equal':
      return value === first;
    case 'notEqual':
      return value !== first;
    case 'greaterThan':
      return value > first;
    case 'lessThan':
      return value < first;
    case 'greaterThanOrEqual':
      return value >= first;
    default:
      return value <= first;
  }
}

export function listValues(sheet: Sheet, formula: string): CellValue[] {
  const inline = /^"([\s\S]*)"$/.exec(formula);
  if (inline)
    return (inline[1] ?? '')
      .replace(/""/g, '"')
      .split(',')
      .map((entry) => entry.trim());
  const { workbook } = sheet;
  const named = workbook.names.find((name) => name.name.toLowerCase() === formula.toLowerCase());
  const { sheet: sheetName, rest } = splitSheet((named?.formula ?? formula).replace(/\$/g, ''));
  const source = sheetName === null ? sheet : workbook.sheetNamed(sheetName);
  const area = parseArea(rest);
  if (!source || !area) return [];
  const values: CellValue[] = [];
  for (const { row, column } of source.grid.cellsIn(area)) {
    const value = valueAt(source, row, column);
    if (value !== null) values.push(value);
  }
  return values;
}

/** A bound as the file wants it: ISO dates become serials, formulas lose their `=`. */
export function boundFormula(value: unknown, date1904: boolean): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string' || value === '') return null;
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?)?/.exec(value);
  if (!iso) return value.replace(/^=/, '');
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = iso;
  const serial = checkedSerial(Number(year), Number(month), Number(day), date1904);
  if (serial === null) return null;
  return String(serial + (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) / 86_400);
}
