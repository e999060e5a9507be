import { describe, expect, it } from 'vitest';
import { planRegister } from '../../../../core/register/plan-register.ts';
import type { CellValue } from '../../../../core/register/sheet-reading.ts';
import { makeLedger, makeSheet } from '../../../support/make-sheet.ts';
import { SMALL_PACK } from '../../../support/small-pack.ts';
import { AS_OF, cellOf, HEADER, refreshed, refreshPlan, standing, withCell, ZONE } from './standing-register.ts';

const JANUARY = 46_040;
const MARCH = 46_084;
const ROWS: CellValue[][] = [
  ['', JANUARY, '宏远建材', '粉煤灰结块', '', '', '', ''],
  ['', JANUARY, '华南混凝土', '送货延迟', '', '', '', '处理中'],
  ['', JANUARY, '城建集团', '司机态度差', '', '', JANUARY + 2, ''],
  ['', MARCH, '二建公司', '粉煤灰结块', '', '', '', ''],
  ['', '', '三建公司', '日期不明', '', '', '', ''],
];

describe('complaints of which nothing tells whether they are closed', () => {
  const closed = standing(ROWS, { closedBefore: '2026-03-01' });
  const statuses = (of: typeof closed) => ROWS.map((_, row) => cellOf(of, row, 'status'));

  it('are counted where they came in an earlier month', () => {
    const sheet = makeSheet([HEADER, ...ROWS]);
    const ledger = makeLedger(sheet, [[], ['receivedAt'], [], ['description'], [], [], ['closedAt'], ['status']]);
    const plan = planRegister({
      ...{ sheet, ledger, pack: SMALL_PACK, company: null, asOf: AS_OF, zone: ZONE },
      ...{ locale: 'zh-CN', sheetNames: [], tableNames: [] },
    });
    expect(plan.statusUnsaid).toBe(1);
  });

  it('are open unless a person says that those before a day are closed', () => {
    expect(statuses(standing(ROWS))).toEqual(['处理中', '处理中', '已结案', '处理中', '处理中']);
    expect(statuses(closed)).toEqual(['已结案', '处理中', '已结案', '处理中', '处理中']);
    expect(cellOf(closed, 0, 'nextStep')).toBe('');
  });

  it('stay as the person said, without a word against it', () => {
    const plan = refreshPlan(closed);
    expect(plan.changes).toEqual([]);
    expect(plan.findings.map(({ code }) => code)).not.toContain('decidedOtherwise');
  });

  it('are open again when the cell is emptied', () => {
    const status = closed.memory.columns.findIndex(({ role }) => role === 'status');
    expect(cellOf(refreshed(withCell(closed, 0, status, '')), 0, 'status')).toBe('处理中');
  });
});
