import { describe, expect, it } from 'vitest';
import { quotedCell } from '../../../core/register/quoted-cell.ts';
import type { CellValue } from '../../../core/register/sheet-reading.ts';
import { makeSheet } from '../../support/make-sheet.ts';

const quoted = (value: CellValue, format: string, columnFormat: string | null) =>
  quotedCell({ ...makeSheet([[value]]), numberFormats: [[format]] }, 0, 0, columnFormat);

describe('a quoted cell reads as the cell it was taken from', () => {
  it.each<[string, CellValue, string, string | null, CellValue]>([
    ['a true date', 45_672.5, 'yyyy/m/d', 'yyyy/mm/dd', 45_672.5],
    ['a ROC date typed as a number', 1_130_605, 'General', 'yyyy/mm/dd', '1130605'],
    ['month and day typed as a number', 1.11, 'General', 'yyyy/m/d', '1.11'],
    ['the tenth, as it shows', 1.1, '0.00', 'yyyy/m/d', '1.10'],
    ['a number with more decimals than can be shown', 1.5, `0.${'0'.repeat(120)}`, 'yyyy/m/d', `1.5${'0'.repeat(19)}`],
    ['a date that lost its format gets it back', 45_672, 'General', 'yyyy/m/d', 45_672],
    ['digits that a date format shows as ####', 20_240_305, 'yyyy/m/d', 'yyyy/m/d', '20240305'],
    ['a number among numbers', 1_130_605, 'General', '0', 1_130_605],
    ['a number where the column has no format', 1.5, 'General', null, 1.5],
    ['text, made safe', '=1+1', 'General', 'yyyy/m/d', "'=1+1"],
  ])('%s', (_, value, format, columnFormat, expected) => {
    expect(quoted(value, format, columnFormat)).toBe(expected);
  });
});
