import { describe, expect, it } from 'vitest';
import { chooseLedger } from '../../../core/register/choose-ledger.ts';
import { planRegister } from '../../../core/register/plan-register.ts';
import { RegisterPlan } from '../../../core/register/register-plan.ts';
import type { CellValue } from '../../../core/register/sheet-reading.ts';
import { summarizePlan } from '../../../core/register/summarize-plan.ts';
import { makeSheet } from '../../support/make-sheet.ts';
import { SMALL_COMPANY, SMALL_PACK } from '../../support/small-pack.ts';

const HEADER = ['投诉日期', '客户名称', '联系电话', '投诉内容', '投诉类别'];
const row = (date: CellValue, customer: string, what: string): CellValue[] => [
  date,
  customer,
  '13900001111',
  what,
  '受潮',
];

const sheets = [
  makeSheet([HEADER, row(45672, '和顺', '结块'), row(45673, '', '发黑')], { name: '华东' }),
  makeSheet([HEADER, row(45680, '永安', '结块'), row(45672, '和顺', '结块')], { name: '华南' }),
];

describe('a register of rows from several sheets', () => {
  const choice = chooseLedger(sheets);
  const [sheet] = choice.gathered;
  const [ledger] = choice.ledgers;
  if (sheet === undefined || ledger === undefined) throw new Error('not joined');
  const plan = planRegister({
    sheet,
    ledger,
    pack: SMALL_PACK,
    company: SMALL_COMPANY,
    asOf: '2025-03-05T10:30:00+08:00',
    zone: 'Asia/Shanghai',
    locale: 'zh-CN',
    sheetNames: sheets.map(({ name }) => name),
    tableNames: [],
  });

  it('stands on a new sheet behind the last of them and touches none', () => {
    expect(RegisterPlan.safeParse(plan).success).toBe(true);
    expect(plan.placement).toMatchObject({
      kind: 'newSheet',
      after: '华南',
      why: [{ code: 'severalSheets', where: '华东, 华南' }],
    });
    expect(plan.backup).toBeNull();
    expect(summarizePlan(plan, ledger)).toMatchObject({ placement: 'newSheet', rows: 4 });
  });

  it('quotes each row with its sheet and row', () => {
    const at = (role: string) => plan.columns.findIndex((column) => column.role === role);
    expect(plan.rows.map((cells) => cells[at('originRow')])).toEqual(['华东!2', '华东!3', '华南!2', '华南!3']);
    expect(plan.columns[at('originRow')]?.header).toBe('原表位置');
    expect(plan.rows.map((cells) => cells[at('user:1')])).toEqual(['和顺', '', '永安', '和顺']);
  });

  it('names the cell of a finding on its own sheet', () => {
    expect(plan.findings.map(({ code, sheet: on, row: at, column }) => [code, on, at, column])).toEqual([
      ['missingRequired', '华东', 2, 1],
      ['possibleDuplicateAt', '华南', 2, 3],
    ]);
    const findings = plan.columns.findIndex(({ role }) => role === 'findings');
    expect(plan.rows[3]?.[findings]).toContain('华东!D2');
  });
});
