import { describe, expect, it } from 'vitest';
import { twinRowsInSteps } from '../../core/queue/twin-rows.ts';
import { timeHintsInSteps } from '../../core/register/column-time-hints.ts';
import { findingsReportInSteps } from '../../core/register/findings/findings-sheet.ts';
import { spellingGroupsInSteps } from '../../core/register/findings/spelling-groups.ts';
import { markRows } from '../../core/register/journal/mark-rows.ts';
import type { LedgerReading } from '../../core/register/ledger-reading.ts';
import { readLedger, readLedgerInSteps } from '../../core/register/read-ledger.ts';
import { rowsReader } from '../../core/register/read-rows.ts';
import type { RegisterPlan } from '../../core/register/register-plan.ts';
import type { SheetReading } from '../../core/register/sheet-reading.ts';
import { sameInSteps } from '../../core/same-in-steps.ts';
import { allSteps, asPart, ROWS_A_STEP, type Steps } from '../../core/steps.ts';
import { makeSheet } from '../support/make-sheet.ts';

const ROWS = 20 * ROWS_A_STEP;
const range = Array.from({ length: ROWS }, (_, index) => index);

/** A ledger whose dates name no year and follow one another. */
function sheet(): SheetReading {
  const header = ['序号', '投诉日期', '客户名称', '联系电话', '问题描述', '处理部门', '处理状态'];
  const day = (index: number) => `${1 + (Math.floor(index / 28) % 12)}月${1 + (index % 28)}日`;
  const rows = range.map((index) => [
    ...[index + 1, day(index), `客户${index % 70}`, `1381234${1_000 + (index % 9_000)}`, '到货破损，要求退换'],
    ...['质量部', '已结案'],
  ]);
  return makeSheet([header, ...rows]);
}

function ledgerOf(from: SheetReading): LedgerReading {
  const reading = readLedger(from);
  if (!reading.ok) throw new Error(reading.code);
  return reading.ledger;
}

const CONTEXT = { zone: 'Asia/Shanghai', asOf: '2026-11-22' };
const names = range.map((index) => ({ row: index, text: `产品${index % 500}号` }));
const rows = range.map((row) => ({
  row,
  values: { batchNo: `B${row % 900}`, customerName: '甲', receivedAt: '2026-01-05' },
}));

const findings = range.map((index) => ({
  ...{ level: 'info' as const, number: `T-${index}`, place: null, text: '没有联系电话', proposal: '' },
  decision: 'open' as const,
}));
const REPORT = {
  ...{ sheet: '台账', rows: ROWS, policy: '通用', at: '2026-11-22T10:00:00+08:00', zone: 'Asia/Shanghai' },
  locale: 'zh-CN' as const,
};

/** What marking looks at. */
function planOf(count: number): RegisterPlan {
  const placement = { kind: 'inPlace', sheet: '台账' };
  return {
    placement,
    columns: [{ role: 'number' }],
    firstAdded: 0,
    rows: range.slice(0, count).map(() => ['']),
  } as never;
}

describe('work on a large register gives the page its turn', () => {
  const turnsForAllRows = ROWS / ROWS_A_STEP;
  it.each<[string, number, () => Steps<unknown>]>([
    ['finding the rows of a ledger', 2 * turnsForAllRows, () => readLedgerInSteps(sheet())],
    [
      'learning the dates of a column',
      turnsForAllRows,
      () => timeHintsInSteps(range.map((index) => `2026-01-${index % 28}`)),
    ],
    [
      'learning what the columns of a ledger tell',
      10 * turnsForAllRows,
      () => rowsReader(sheet(), ledgerOf(sheet()), CONTEXT),
    ],
    ['comparing spellings', turnsForAllRows, () => spellingGroupsInSteps(names)],
    ['looking for doubled rows', 1.9 * turnsForAllRows, () => twinRowsInSteps(rows)],
    ['laying out a findings sheet', turnsForAllRows, () => findingsReportInSteps({ ...REPORT, findings })],
    ['marking the rows of a plan', turnsForAllRows, () => markRows(planOf(ROWS))],
    ['comparing what was read', 5, () => sameInSteps(sheet().values, sheet().values)],
  ])('%s', (_, least, work) => {
    const steps = work();
    let turns = 0;
    while (steps.next().done !== true) turns++;
    expect(turns).toBeGreaterThanOrEqual(least);
  });
});

describe('a part of longer work', () => {
  it('answers what it returns, and tells how far the whole is', () => {
    const part = asPart(timeHintsInSteps(['13/05/2024']), { done: 3, of: 9 });
    expect(part.next()).toEqual({ done: false, value: { done: 3, of: 9 } });
    expect(part.next()).toMatchObject({ done: true, value: { orderHint: 'dmy' } });
  });
});

describe('two values', () => {
  it.each([
    [{ a: [1, 'x', null] }, { a: [1, 'x', null] }, true],
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
    [{ a: [1, 'x', null] }, { a: [1, 'x', ''] }, false],
    [{ a: 1 }, { a: 1, b: 2 }, false],
    [{ a: 1 }, { b: 1 }, false],
    [[1, 2], [1, 2, 3], false],
    [[], {}, false],
    ['1', 1, false],
  ])('%j and %j are the same: %s', (left, right, same) => {
    expect(allSteps(sameInSteps(left, right))).toBe(same);
  });
});
