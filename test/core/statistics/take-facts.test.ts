import { describe, expect, it } from 'vitest';
import type { ComplaintEvent } from '../../../core/complaint/complaint-event.ts';
import type { ComplaintFacts } from '../../../core/statistics/complaint-facts.ts';
import { takeFacts, type FactsRequest } from '../../../core/statistics/take-facts.ts';
import { openRegister } from '../../../core/register/refresh/open-register.ts';
import type { CellValue } from '../../../core/register/sheet-reading.ts';
import { allSteps } from '../../../core/steps.ts';
import { COUNTED_COMPANY, COUNTED_PACK } from './counted-pack.ts';
import { AS_OF, generatedRegister, ZONE } from './generated-register.ts';

const EMPTY = generatedRegister(1);
const HEADER = EMPTY.cells.header;
/** Serials of 2026-03-02 (a Monday). */
const MONDAY = 46_083;
const NINE = 9 / 24;

type Row = Record<string, CellValue>;

function factsOf(rows: Row[], rest: Partial<FactsRequest> & { without?: string[] } = {}): ComplaintFacts[] {
  const { without = [], ...request } = rest;
  const header = HEADER.filter((name) => !without.includes(name));
  const values = rows.map((row) => header.map((name): CellValue => row[name] ?? ''));
  const formats = values.map((row) =>
    row.map((value) =>
      typeof value !== 'number' || value < 9_999
        ? 'General'
        : Number.isInteger(value)
          ? 'yyyy-mm-dd'
          : 'yyyy-mm-dd hh:mm',
    ),
  );
  const area = { ...EMPTY.cells.area, columnCount: header.length, rowCount: rows.length + 1 };
  const cells = { ...EMPTY.cells, header, values, formats, area };
  const rules = { pack: COUNTED_PACK, company: COUNTED_COMPANY, asOf: AS_OF, zone: ZONE };
  const register = openRegister(EMPTY.memory, cells, rules);
  return allSteps(takeFacts({ ...rules, memory: EMPTY.memory, register, ...request }));
}

/** A complaint of Monday 9:00, closed on Tuesday at 9:00. */
const CLOSED: Row = {
  ...{ 登记编号: 'TS-1', 受理时间: MONDAY + NINE, 结案时间: MONDAY + 1 + NINE, 投诉内容: '结块', 办理状态: '已结案' },
  ...{ 投诉分级: '一般', 投诉归类: '产品质量', 承办部门: '质检部' },
};
const only = (row: Row, rest?: Parameters<typeof factsOf>[1]): ComplaintFacts => {
  const [facts] = factsOf([row], rest);
  if (facts === undefined) throw new Error('No facts');
  return facts;
};
let entry = 0;
const event = (kind: ComplaintEvent['kind'], at: string, rest: object = {}) =>
  ({ kind, id: `e${entry++}`, occurredAt: at, recordedAt: at, by: '王五', ...rest }) as unknown as ComplaintEvent;
const march = (day: number, time = '09:00') => `2026-03-${String(day).padStart(2, '0')}T${time}:00+08:00`;

describe('the facts of a complaint', () => {
  it('say when, what and how long, as the register shows it', () => {
    expect(only({ ...CLOSED, 责任人: ' 张三\n ', 客户名称: '宏远建材' })).toMatchObject({
      ...{ number: 'TS-1', row: 0, receivedDay: '2026-03-02', closedDay: '2026-03-03', isOpen: false, ageDays: null },
      dimensions: {
        ...{ month: '2026-03', quarter: '2026-Q1', week: '2026-W10', closedMonth: '2026-03', category: '产品质量' },
        ...{ grade: '一般', status: '已结案', department: '质检部', handler: '张三', customer: '宏远建材', age: '' },
      },
      ids: { category: 'quality', grade: 'general', status: 'closed', verdict: null },
      clocks: { closing: { isOnTime: true, isDue: true, stopDay: '2026-03-03', minutesTaken: 450 } },
    });
  });

  it('are those of people’s decisions, whatever the rules would say', () => {
    const decided = { ...CLOSED, 投诉内容: '停产', 投诉分级: '一般', 承办部门: '老王那边', 投诉归类: '我们自己的词' };
    expect(only(decided)).toMatchObject({
      dimensions: { grade: '一般', department: '老王那边', category: '我们自己的词' },
      ids: { grade: 'general', category: null },
    });
  });

  it('are worked out where the register has lost a column, or its word is none of the policy’s', () => {
    const without = ['投诉分级', '办理状态', '投诉归类'];
    expect(only({ ...CLOSED, 投诉内容: '停产' }, { without })).toMatchObject({
      ...{ dimensions: { grade: '重大', status: '已结案' }, ids: { grade: 'major', status: 'closed' }, isOpen: false },
    });
    const odd = only({ ...CLOSED, 投诉内容: '停产', 投诉分级: '特急' });
    expect([odd.dimensions.grade, odd.ids.grade]).toEqual(['特急', 'major']);
  });

  it('leave out rows without content, and keep two rows of one number', () => {
    expect(factsOf([{ 登记编号: 'TS-9' }, CLOSED, CLOSED]).map(({ row }) => row)).toEqual([1, 2]);
  });

  it.each(['', '2026-02-30', '待定'])('know no day where “%s” stands', (cell) => {
    const facts = only({ ...CLOSED, 受理时间: cell });
    expect(facts).toMatchObject({ receivedDay: null, dimensions: { month: '', week: '' } });
    expect(facts.clocks['closing']).toMatchObject({
      isOnTime: null,
      isDue: false,
      lacksStart: true,
      minutesTaken: null,
    });
  });

  it('know no minutes where only days are written, or no working hours are confirmed', () => {
    expect(only({ ...CLOSED, 结案时间: MONDAY + 1 }).clocks['closing']).toMatchObject({
      isOnTime: true,
      minutesTaken: null,
    });
    expect(only({ ...CLOSED, 受理时间: MONDAY }).clocks['closing']).toMatchObject({ lacksStart: true });
    const company = { ...COUNTED_COMPANY, calendar: null };
    expect(only(CLOSED, { company }).clocks['closing']).toMatchObject({ isOnTime: null, minutesTaken: null });
  });

  it('count age from receipt, in bands', () => {
    const open = { ...CLOSED, 结案时间: '', 办理状态: '处理中' };
    expect(only(open)).toMatchObject({ isOpen: true, ageDays: 18, closedDay: null, dimensions: { age: '③ 16–30 天' } });
    expect(only({ ...open, 结案时间: MONDAY + 1 }).closedDay).toBeNull();
  });
});

describe('a clock', () => {
  const open = { ...CLOSED, 结案时间: '', 办理状态: '处理中' };
  it.each([
    ['overdue and still running is late', open, '首次响应时间', false, true],
    ['closed without the step on record: nobody can say', CLOSED, '', null, true],
    [
      'with a closing time, whatever its status says: nobody can say',
      { ...CLOSED, 办理状态: '处理中' },
      '',
      null,
      true,
    ],
    ['withdrawn: not judged', { ...open, 办理状态: '已撤诉' }, '', null, false],
  ] as const)('%s', (_, row, other, isOnTime, isDue) => {
    // Another complaint shows that the step is written down in this register.
    const rows = [row, { ...CLOSED, ...(other !== '' && { [other]: MONDAY + NINE }) }];
    expect(factsOf(rows)[0]?.clocks['firstResponse']).toMatchObject({ isOnTime, isDue });
  });

  it('of a step that nobody writes down anywhere is not late, but unknown', () => {
    const without = ['首次响应时间'];
    expect(only(open, { without }).clocks['firstResponse']).toMatchObject({ isOnTime: null, isDue: true });
    const eventsOf = (number: string) =>
      number === 'TS-2' ? [event('received', march(2)), event('acknowledged', march(2, '09:30'))] : [];
    const [one, two] = factsOf([open, { ...open, 登记编号: 'TS-2' }], { without, eventsOf });
    expect([one, two].map((facts) => facts?.clocks['firstResponse']?.isOnTime)).toEqual([false, true]);
  });

  it('is unknown for what fell due before anybody began to write it down', () => {
    const later = { ...open, 登记编号: 'TS-2', 受理时间: MONDAY + 7 + NINE };
    const eventsOf = (number: string) =>
      number === 'TS-2' ? [event('received', march(9)), event('acknowledged', march(9, '09:30'))] : [];
    const judged = factsOf([open, later, { ...later, 登记编号: 'TS-3' }], { without: ['首次响应时间'], eventsOf });
    expect(judged.map(({ clocks }) => clocks['firstResponse'])).toMatchObject([
      { isOnTime: null, isDue: true },
      { isOnTime: true, isDue: true },
      { isOnTime: false, isDue: true },
    ]);
  });
});

describe('a cause', () => {
  it.each([
    ['调查中', ''],
    ['待查', ''],
    ['TBC', ''],
    ['搅拌 过热', '搅拌 过热'],
  ])('written as %s counts as %j', (投诉原因, cause) => {
    expect(only({ ...CLOSED, 投诉原因 }).dimensions.cause).toBe(cause);
  });
});

describe('a step in a column that the register added', () => {
  const [report, ...others] = COUNTED_PACK.milestones.toReversed();
  if (report === undefined) throw new Error('No milestone');
  const targets = { default: { unit: 'workMinutes' as const, amount: 60 } };
  const pack = { ...COUNTED_PACK, milestones: [...others, { ...report, targets }] };
  const open = { ...CLOSED, 结案时间: '', 办理状态: '处理中' };

  it('is late only where somebody fills it in', () => {
    const judged = (rows: Row[]) => factsOf(rows, { pack }).map(({ clocks }) => clocks['report']?.isOnTime);
    expect(HEADER).toContain('上报时间');
    expect(judged([open, open])).toEqual([null, null]);
    expect(judged([open, { ...open, 上报时间: MONDAY + NINE }])).toEqual([false, true]);
  });
});

describe('the log of a complaint', () => {
  const told = (row: Row, ...events: ComplaintEvent[]) =>
    only(row, { eventsOf: (number) => (number === 'TS-1' ? events : []) });
  const row = { ...CLOSED, 结案时间: '' };

  it('takes paused time out of what was taken', () => {
    const facts = told(
      row,
      event('received', march(2)),
      event('paused', march(2, '10:00'), { reason: 'waiting' }),
      event('resumed', march(3)),
      event('closed', march(3, '10:00')),
    );
    expect(facts.clocks['closing']?.minutesTaken).toBe(120);
    expect(facts).toMatchObject({ closedDay: '2026-03-03', isOpen: false });
  });

  it.each([
    ['paused', { reason: 'waiting' }],
    ['promised', { milestone: 'closing', dueAt: march(30) }],
  ] as const)('that tells of something else (%s) makes no step late that nobody wrote down', (kind, rest) => {
    const events = [event('received', march(2)), event(kind, march(2, '10:00'), rest)];
    const other = { ...CLOSED, 登记编号: 'TS-2', 首次响应时间: MONDAY + NINE };
    const judged = (...more: ComplaintEvent[]) =>
      factsOf([CLOSED, other], { eventsOf: (number) => (number === 'TS-1' ? [...events, ...more] : []) })[0]?.clocks[
        'firstResponse'
      ];
    expect(judged()).toMatchObject({ isOnTime: null, isDue: true });
    expect(judged(event('withdrawn', march(4)))).toMatchObject({ isOnTime: null, isDue: true });
    const verdicts = [{ milestone: 'firstResponse', dueAt: march(2, '09:30'), status: 'missed' }];
    expect(judged(event('closed', march(3), { verdicts }))).toMatchObject({ isOnTime: false, isDue: true });
  });

  it('judges by a promise that is later than the deadline, in the period of the promise', () => {
    const facts = told(
      ...([row, event('received', march(2)), event('closed', march(16))] as const),
      event('promised', march(3), { milestone: 'closing', dueAt: '2026-04-01T12:00:00+08:00' }),
    );
    expect(facts.clocks['closing']).toMatchObject({ isOnTime: true, isDue: true, dueDay: '2026-04-01' });
  });

  it('keeps the day of the first receipt when a complaint is taken up again, also one that somebody put right', () => {
    const again = [
      ...[event('received', '2026-02-27T09:00:00+08:00'), event('closed', march(2))],
      event('followedUp', march(2), { satisfied: true }),
      event('reopened', march(9), { way: 'newCycle', reason: '又坏了' }),
    ];
    expect(told({ ...row, 受理时间: MONDAY - 30, 办理状态: '处理中' }, ...again).receivedDay).toBe('2026-01-31');
    const facts = told({ ...row, 受理时间: MONDAY - 3 + NINE, 办理状态: '处理中' }, ...again);
    expect(facts).toMatchObject({
      ...{ receivedDay: '2026-02-27', timesReopened: 1, isOpen: true, closedDay: null, isSatisfied: null },
      ...{ followedUpDay: null, ageDays: 21 },
      closedBefore: [{ from: '2026-03-02', to: '2026-03-09' }],
    });
    expect(facts.clocks['closing']?.dueDay).toBe('2026-03-16');
  });

  it('does not know of reopening what was closed before anybody entered closings in it', () => {
    const at = (number: string, day: number) => ({ ...CLOSED, 登记编号: number, 结案时间: MONDAY + day });
    const rows = [at('TS-1', 7), at('TS-2', 1), at('TS-3', 8), { ...at('TS-4', 1), 结案时间: '', 办理状态: '处理中' }];
    const reopened = (...events: ComplaintEvent[]) =>
      factsOf(rows, { eventsOf: (number) => (number === 'TS-1' ? events : []) }).map((each) => each.timesReopened);
    expect(reopened()).toEqual([null, null, null, 0]);
    expect(reopened(event('received', march(2)))).toEqual([null, null, null, 0]);
    expect(reopened(event('received', march(2)), event('closed', march(9)))).toEqual([0, null, 0, 0]);
    const carriedOver = event('closed', march(2), { recordedAt: march(18) });
    const again = event('reopened', march(18), { way: 'continue', reason: '又坏了' });
    expect(reopened(event('received', march(2)), carriedOver, again)).toEqual([1, null, null, 0]);
  });

  it('says how often the customer was not satisfied, and what the last answer was', () => {
    const facts = told(
      ...([row, event('received', march(2)), event('followedUp', march(3), { satisfied: false })] as const),
      event('followedUp', march(4), { satisfied: true }),
      event('closed', march(5), { outcome: 'misunderstood' }),
    );
    expect(facts).toMatchObject({
      ...{ timesUnsatisfied: 1, isSatisfied: true, followedUpDay: '2026-03-04', isFounded: false },
      dimensions: { verdict: '误解', satisfaction: '满意' },
    });
    const sour = told(row, event('received', march(2)), event('followedUp', march(3), { satisfied: false }));
    expect(sour).toMatchObject({ timesUnsatisfied: 1, isSatisfied: false, followedUpDay: '2026-03-03' });
  });

  it('goes before the ledger’s own columns on what was promised and on who has it', () => {
    const facts = told(
      ...([{ ...row, 赔偿金额: 80, 满意度: '不满意', 责任人: '李四' }, event('received', march(2))] as const),
      event('assigned', march(2), { person: '赵六' }),
      event('remedyPromised', march(3), { remedy: 'refund', money: 500 }),
      event('remedyPromised', march(4), { remedy: 'refund', money: 300 }),
      event('followedUp', march(4), { satisfied: null }),
    );
    expect(facts).toMatchObject({
      remedyCost: 300,
      isSatisfied: null,
      dimensions: { handler: '赵六', outcome: '退款' },
    });
  });
});

describe('the ledger’s own words', () => {
  it.each([
    ['基本满意', '基本满意'],
    ['一般', '一般'],
    ['满意', ''],
    ['未回访', ''],
    ['/', ''],
    ['', ''],
  ])('of satisfaction: %s is an answer that says neither yes nor no: %s', (cell, unclearAnswer) => {
    expect(only({ ...CLOSED, 满意度: cell })).toMatchObject({ unclearAnswer });
  });

  it.each([
    [500, 500, false],
    ['1,200.50', 1200.5, false],
    ['￥３００', 300, false],
    ['赔偿1.2万元', 12_000, false],
    ['0', 0, false],
    ['', null, false],
    ['无', 0, false],
    ['USD 200', null, true],
    ['换货一批', null, true],
    ['500元+300元', null, true],
    ['-300元', null, true],
  ])('of compensation: %s is %s', (cell, remedyCost, isCostUnclear) => {
    expect(only({ ...CLOSED, 赔偿金额: cell })).toMatchObject({ remedyCost, isCostUnclear });
  });

  it.each([
    ['满意', true],
    ['客户表示非常满意', true],
    ['Very satisfied', true],
    ['不满意', false],
    ['未满意', false],
    ['基本满意', null],
    ['一般', null],
    ['5', null],
    ['待回访', null],
    ['', null],
  ])('of satisfaction: %s is %s', (cell, isSatisfied) => {
    expect(only({ ...CLOSED, 满意度: cell }).isSatisfied).toBe(isSatisfied);
  });

  it.each([
    ['一般', false],
    ['基本满意', true],
    ['满意', true],
    ['差', false],
    ['还行吧', null],
  ])('of satisfaction by the company’s scale: %s is %s', (cell, isSatisfied) => {
    const step = (id: string) => ({ id, label: { 'zh-CN': id, 'zh-TW': id, en: id } });
    const answers = { satisfactionScale: ['差', '一般', '基本满意', '满意'].map(step), satisfiedFrom: '基本满意' };
    expect(only({ ...CLOSED, 满意度: cell }, { company: { ...COUNTED_COMPANY, answers } }).isSatisfied).toBe(
      isSatisfied,
    );
  });
});
