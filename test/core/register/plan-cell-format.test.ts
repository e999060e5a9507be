import { expect, it } from 'vitest';
import { cellFormat } from '../../../core/register/cell-format.ts';
import type { PlannedCell } from '../../../core/register/register-plan.ts';

it.each<[PlannedCell, string | null, string]>([
  ['13800000000', null, '@'],
  ['2026-03-05', 'yyyy-mm-dd', '@'],
  ["'+86 138", '@', 'General'],
  ["'=cmd", 'yyyy-mm-dd', 'General'],
  [46_086, 'yyyy-mm-dd', 'yyyy-mm-dd'],
  [46_086, null, 'General'],
  ['', '@', '@'],
  ['', null, 'General'],
  [{ formula: '=1' }, '@', 'General'],
  [{ formula: '=1' }, '0.0', '0.0'],
])('%j in a column of %j is written as %s', (cell, planned, format) => {
  expect(cellFormat(cell, planned)).toBe(format);
});
