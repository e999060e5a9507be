import { expect, it } from 'vitest';
import type { ComplaintEvent } from '../../core/complaint/complaint-event.ts';
import { sheetRow } from '../../core/register/refresh/open-register.ts';
import { readComplaintBook } from '../../excel-addin/actions/read-complaint.ts';
import { readStatistics } from '../../excel-addin/actions/read-statistics.ts';
import { recordEvents } from '../../excel-addin/actions/record-events.ts';
import { refreshRegister } from '../../excel-addin/actions/refresh-register.ts';
import { complaintFile } from '../../excel-addin/complaint-file.ts';
import { changeMemory } from '../../excel-addin/workbook/register-memory.ts';
import { workbookOf } from './ledger-fixture.ts';
import { AS_OF, build, openWorkbook, standing, valueOf } from './register-on-host.ts';

const PAUSE = {
  ...{ id: 'customer', label: { 'zh-CN': '等客户', 'zh-TW': '等客戶', en: 'Waiting' }, capDays: null },
  ...{ noteNeeded: false, stops: ['closing'] },
};
const HEADER = ['序号', '投诉日期', '客户名称', '产品名称', '投诉内容', '首次响应时间', '备注', '完成日期', '状态'];
const TEXTS = ['到货细度超标，要求退货', '车辆晚到四小时，现场停工', '产品引起员工受伤，已送医院'];
const STATUSES = ['', '处理中', '已结案', '已撤诉', '已完成', '已关闭'];
const WORDS_TYPED = ['已解决', ' 结案了 ', '等客户回复'];
const KINDS = [
  'acknowledged',
  'closed',
  'withdrawn',
  'paused',
  'reopened',
  'reopened',
  'promised',
  'regraded',
] as const;

/** Judged by the words of the register's own state cell. */
function judgedBy(state: string): boolean | null {
  return state.startsWith('按时完成') ? true : /^(?:超时完成|已逾期)/.test(state) ? false : null;
}

/** Times that a person typed stand beside others of the log, and words of the team's own in the column of the status. */
it('a clock is judged by statistics and pane as by its state cell, whatever log and cells hold', async () => {
  let seed = 7;
  const below = (count: number) => (seed = (seed * 16_807) % 2_147_483_647) % count;
  const time = (value: number) => ({ value, format: 'yyyy-mm-dd hh:mm' });
  const rows = Array.from({ length: 60 }, (_, index) => {
    const received = 46_310 + below(36) + (9 + below(9)) / 24;
    const first = [null, '已回电', Math.floor(received + below(2)), received + below(300) / 1440][below(4)] ?? null;
    const close =
      [null, '2026年11月10日下午3点', Math.ceil(received + below(9)), received + below(20)][below(4)] ?? null;
    const cell = (value: string | number | null) => (typeof value === 'number' ? time(value) : (value ?? ''));
    return [
      ...[index + 1, time(below(7) === 0 ? Math.floor(received) : received), `客户${String(index)}公司`, '粉煤灰'],
      ...[TEXTS[below(3)] ?? '', cell(first), '已处理', cell(close), STATUSES[below(6)] ?? ''],
    ];
  });
  openWorkbook(workbookOf([{ name: '台账', rows: [HEADER, ...rows] }]));
  valueOf(await build());
  const first = (await standing()).memory;
  const { facts: built } = valueOf(await readStatistics(first, { asOf: AS_OF }));
  const memory = valueOf(
    await changeMemory(first, (now) => ({
      ...now,
      company: now.company && { ...now.company, answers: { pauseReasons: [PAUSE] } },
    })),
  );
  const { register } = valueOf(await readComplaintBook(memory, AS_OF));
  const numberAt = register.columns.findIndex(({ role }) => role === 'number');
  const receiptOf = (index: number) =>
    String(register.reader.read(sheetRow(register.cells, index), AS_OF).values.receivedAt);
  for (let i = 0; i < 60; i++) {
    const kind = KINDS[below(KINDS.length)] ?? 'paused';
    const day = `2026-11-${String(2 + below(20)).padStart(2, '0')}`;
    const index = below(60);
    const rest = {
      ...(kind === 'paused' && { reason: PAUSE.id }),
      ...(kind === 'reopened' && { way: below(2) === 0 ? 'continue' : 'newCycle', reason: '又坏了' }),
      ...(kind === 'promised' && { milestone: 'closing', dueAt: `2026-11-${String(10 + below(20))}T10:00:00+08:00` }),
      ...(kind === 'regraded' && { from: 'general', to: 'major', reason: '受伤' }),
    };
    const event = {
      ...{ id: `e${String(i)}`, kind, occurredAt: `${day}T1${String(below(8))}:00:00+08:00`, recordedAt: AS_OF },
      ...{ by: '王芳', ...rest },
    } as unknown as ComplaintEvent;
    const number = String(register.cells.values[index]?.[numberAt]);
    // Half of the complaints brought their receipt along into the log.
    const receipt = {
      ...event,
      id: `receipt ${number}`,
      kind: 'received',
      occurredAt: receiptOf(index),
    } as ComplaintEvent;
    const events = index % 2 === 0 ? [receipt, event] : [event];
    valueOf(await recordEvents({ memory, number, events, asOf: AS_OF }));
  }
  await Excel.run(async (context) => {
    const table = context.workbook.tables.getItem(memory.tableName);
    const own = memory.columns.find(({ role }) => role === 'status')?.header ?? '';
    const cells = table.columns.getItem(own).getDataBodyRange();
    for (const index of [3, 11, 19, 27, 35, 43, 51]) cells.getCell(index, 0).values = [[WORDS_TYPED[below(3)]]];
    // Also of before a reopening, in a column that the reopening had emptied.
    for (const header of ['首次响应时间', '完成日期'] as const) {
      const times = table.columns.getItem(header).getDataBodyRange();
      for (const index of Array.from({ length: 20 }, () => below(60)))
        times.getCell(index, 0).values = [[46_322 + below(26) + below(3) / 3]];
    }
    await context.sync();
  });
  const { log } = valueOf(await readComplaintBook(memory, AS_OF));
  const now = valueOf(await refreshRegister(memory, { asOf: AS_OF, eventsOf: log.eventsOf })).memory;
  const texts = await Excel.run(async (context) => {
    const table = context.workbook.tables.getItem(now.tableName);
    const body = table.getDataBodyRange().load('text');
    const header = table.getHeaderRowRange().load('values');
    await context.sync();
    return { header: header.values[0] as string[], body: body.text };
  });
  const { facts } = valueOf(await readStatistics(now, { asOf: AS_OF }));
  const book = valueOf(await readComplaintBook(now, AS_OF));
  const receivedAt = book.register.columns.findIndex(({ fields }) => fields.join() === 'receivedAt');
  expect(book.register.cells.values.map((cells) => cells[receivedAt])).toEqual(
    register.cells.values.map((cells) => cells[receivedAt]),
  );
  expect(facts.map(({ receivedDay }) => receivedDay)).toEqual(built.map(({ receivedDay }) => receivedDay));
  const seen = new Set<boolean | null>();
  const differ = facts.flatMap(({ row, number, clocks }) =>
    Object.entries(clocks).flatMap(([milestone, { isOnTime }]) => {
      const column = now.columns.find(({ role }) => role === `deadlineState:${milestone}`);
      if (column === undefined) return [];
      const state = texts.body[row]?.[texts.header.indexOf(column.header)] ?? '';
      seen.add(isOnTime);
      const kinds = log.eventsOf(number).map(({ kind }) => kind);
      const shown = valueOf(complaintFile(book, number, AS_OF)).deadlines.find((each) => each.milestone === milestone);
      const inPane = shown?.state === 'met' ? true : /^(?:missed|overdue)$/.test(shown?.state ?? '') ? false : null;
      return judgedBy(state) === isOnTime && inPane === isOnTime
        ? []
        : [[number, milestone, state, isOnTime, inPane, ...kinds].join(' ')];
    }),
  );
  expect(differ).toEqual([]);
  expect(seen).toEqual(new Set([true, false, null]));
});
