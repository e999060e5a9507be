import { describe, expect, it } from 'vitest';
import type { Finding } from '../../core/register/finding.ts';
import { planFindings } from '../../core/register/plan-findings.ts';
import { previewGroups } from '../../excel-addin/findings-model.ts';

const says = { 'zh-CN': '甲', 'zh-TW': '甲', en: 'A' };
const rule = (row: number): Finding => ({
  ...{ level: 'warning', code: 'recordRule', row, column: 1, field: 'closedAt', params: {} },
  rule: { id: 'closedUnsatisfied', says, source: 'product' },
});

describe('a rule that many rows of a ledger break', () => {
  const told = planFindings([], [rule(3), rule(4), rule(7)]);

  it('is listed once, with the number of its rows, and stands in each of them', () => {
    expect(told.list).toEqual([{ ...rule(3), params: { inRows: 3 } }]);
    expect(told.inRows).toEqual([rule(3), rule(4), rule(7)]);
  });

  it('is the way in which a ledger was kept where more than one row in twenty breaks it, and no finding', () => {
    const often = planFindings([], [rule(3), rule(4), rule(7)], 40);
    expect(often).toEqual({ list: [], habits: told.list, inRows: told.inRows });
    expect([planFindings([], [rule(3), rule(4), rule(7)], 80), planFindings([], [rule(3), rule(4)], 12)]).toMatchObject(
      [
        { habits: [], list: [{ params: { inRows: 3 } }] },
        { habits: [], list: [{ params: { inRows: 2 } }] },
      ],
    );
  });

  it('counts in the preview as it will once the register stands', () => {
    const place = { sheet: '台账', firstColumn: 0, locale: 'zh-CN' as const };
    const counts = (findings: Finding[]) =>
      previewGroups(findings, place).map(({ count, rowsTouched }) => ({ count, rowsTouched }));
    expect(counts(told.list)).toEqual([{ count: 3, rowsTouched: 3 }]);
    expect(counts(told.list)).toEqual(counts(told.inRows));
  });
});
