import { describe, expect, it } from 'vitest';
import type { HandoffEnvelope } from '../../../core/handoff/handoff-envelope.ts';
import { planAppend } from '../../../core/register/plan-append.ts';
import { planRegister } from '../../../core/register/plan-register.ts';
import type { RegisterPlan } from '../../../core/register/register-plan.ts';
import type { CellValue } from '../../../core/register/sheet-reading.ts';
import { summarizePlan } from '../../../core/register/summarize-plan.ts';
import { makeLedger, makeSheet } from '../../support/make-sheet.ts';
import { SMALL_COMPANY, SMALL_PACK } from '../../support/small-pack.ts';

const HEADER = ['序号', '投诉日期', '客户', '联系人电话', '投诉内容', '是否结案'];
const ROWS: CellValue[][] = [
  [1, '2026.3.1', '宏远建材', '李工 13800000001', '粉煤灰结块', '是'],
  [2, '2026.3.2', '华南混凝土', '王工 13800000002', '送货延迟', '否'],
];
const ENVELOPE: HandoffEnvelope = {
  format: 'redress.handoff',
  version: 1,
  producedAt: '2026-03-05T10:20:00+08:00',
  count: 1,
  complaints: [
    {
      id: '01JD0000000000000000000009',
      savedAt: '2026-03-05T10:15:00+08:00',
      values: {
        receivedAt: '2026-03-05T10:15+08:00',
        customerName: '城建集团',
        contactName: '赵工',
        contactPhone: '13800000003',
        description: '细度超标',
        orderNo: '00123',
      },
      category: 'quality',
      grade: 'general',
      policy: { id: 'small', version: '1.0.0' },
      promised: [],
      source: { url: null, identity: '<7@mail.example>', title: '投诉' },
    },
  ],
};

function make(merges: boolean): { plan: RegisterPlan; summary: ReturnType<typeof summarizePlan> } {
  const sheet = makeSheet([HEADER, ...ROWS]);
  const ledger = makeLedger(
    sheet,
    [['sequenceNo'], ['receivedAt'], ['customerName'], ['contactName', 'contactPhone'], ['description'], ['status']],
    merges ? { obstacles: [{ code: 'mergedCells', where: 'C2:C3' }] } : {},
  );
  const plan = planRegister({
    sheet,
    ledger,
    pack: SMALL_PACK,
    company: SMALL_COMPANY,
    asOf: '2026-03-05T10:30:00+08:00',
    zone: 'Asia/Shanghai',
    locale: 'zh-CN',
    sheetNames: [sheet.name],
    tableNames: [],
  });
  return { plan, summary: summarizePlan(plan, ledger) };
}

/** The table's rows as they would be read after the plan was applied. */
function tableRows({ placement, rows }: RegisterPlan): CellValue[][] {
  return rows.map((row, i) => [
    ...(placement.kind === 'inPlace' ? (ROWS[i] ?? []) : []),
    ...row.map((cell) => (typeof cell === 'object' ? '进行中' : cell)),
  ]);
}

describe.each([
  ['in place', false],
  ['on a new sheet', true],
])('a register made %s takes complaints', (kind, merges) => {
  const { plan, summary } = make(merges);
  const { row, column, rowCount } = plan.table.area;
  const ask = (rows: CellValue[][], memory = plan.memory) =>
    planAppend({
      memory,
      header: plan.columns.map(({ header }) => header),
      rows,
      at: { row: row + rowCount, column },
      envelope: ENVELOPE,
      pack: SMALL_PACK,
      company: SMALL_COMPANY,
      asOf: '2026-03-05T10:30:00+08:00',
      zone: 'Asia/Shanghai',
    });
  const rows = tableRows(plan);
  const outcome = ask(rows);
  if (!outcome.ok) throw new Error(outcome.code);
  const append = outcome.value;

  it('is counted with its reasons', () => {
    expect(summary.placement).toBe(kind === 'in place' ? 'inPlace' : 'newSheet');
    expect(summary.reasons).toEqual(merges ? [{ code: 'mergedCells', where: 'C2:C3' }] : []);
  });

  it('in the ledger’s own manner', () => {
    expect(append.rows[0]?.slice(0, 6)).toEqual([
      3,
      '2026.3.5 10:15',
      '城建集团',
      '赵工 13800000003',
      '细度超标',
      '否',
    ]);
    const number = plan.columns.findIndex(({ role }) => role === 'number');
    expect(append.rows[0]?.[number]).toBe('20260305-001');
    expect(append.rows[0]?.[plan.columns.findIndex(({ role }) => role === 'field:orderNo')]).toBe('00123');
    expect(append.rows[0]).toHaveLength(plan.columns.length);
  });

  it('once only', () => {
    const after = [...rows, ...append.rows.map((cells) => cells.map((cell) => (typeof cell === 'object' ? '' : cell)))];
    const again = ask(after, append.memory);
    expect(again).toMatchObject({
      ok: true,
      value: { rows: [], added: [], alreadyThere: [ENVELOPE.complaints[0]?.id] },
    });
  });
});
