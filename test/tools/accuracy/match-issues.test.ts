import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../core/register/finding.ts';
import words from '../../../core/wording/en/register.json' with { type: 'json' };
import { cellName, readCellName, readColumnName } from './cell-name.ts';
import { ISSUE_FAMILIES } from './issue-families.ts';
import { matchIssues } from './match-issues.ts';

const finding = (code: string, row: number, column: number | null): Finding => ({
  level: 'warning',
  code,
  row,
  column,
  field: null,
  params: {},
});

describe('issues of a workbook', () => {
  it.each([
    ['the cell and the family agree', 'bad-date', 'C11', finding('impossibleTime', 10, 2), true],
    ['another family', 'bad-date', 'C11', finding('badPhone', 10, 2), false],
    ['another column', 'bad-date', 'C11', finding('impossibleTime', 10, 3), false],
    ['another row', 'bad-date', 'C11', finding('impossibleTime', 11, 2), false],
    ['a finding about the row', 'duplicate', 'O73', finding('possibleDuplicate', 72, null), true],
    ['a kind that nobody knows', 'odd', 'C11', finding('impossibleTime', 10, 2), false],
    ['a cell that is none', 'bad-date', 'row 11', finding('impossibleTime', 10, 2), false],
  ])('%s', (_, kind, cell, said, isFound) => {
    const match = matchIssues([{ cell, kind }], [said]);
    expect(match.found).toHaveLength(isFound ? 1 : 0);
    expect(match.missed).toHaveLength(isFound ? 0 : 1);
    expect(match.falseAlarms).toHaveLength(isFound ? 0 : 1);
  });

  it('may tell two issues of one cell by one finding', () => {
    const issues = [
      { cell: 'B3', kind: 'duplicate' },
      { cell: 'B3', kind: 'duplicate-id' },
    ];
    expect(matchIssues(issues, [finding('duplicateId', 2, 1)])).toMatchObject({ missed: [], falseAlarms: [] });
  });

  it.each(Object.entries(ISSUE_FAMILIES))('%s is told by findings that the product has', (_, codes) => {
    expect(codes.filter((code) => !(code in words.finding))).toEqual([]);
  });
});

describe('names of cells', () => {
  it.each([
    ['A1', 0, 0],
    ['Z9', 8, 25],
    ['AA10', 9, 26],
    ['AB104', 103, 27],
  ])('%s', (name, row, column) => {
    expect(readCellName(name)).toEqual({ row, column });
    expect(cellName(row, column)).toBe(name);
  });

  it('of columns, and of rows alone', () => {
    expect(readColumnName('AZ')).toBe(51);
    expect(cellName(4, null)).toBe('5');
    expect(readCellName('4B')).toBeNull();
  });
});
