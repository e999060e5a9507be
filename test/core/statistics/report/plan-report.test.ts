import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../../core/policy/localized.ts';
import { findPack, PACKS } from '../../../../core/policy/packs.ts';
import type { PolicyPack } from '../../../../core/policy/policy-pack.ts';
import { figuresFor } from '../../../../core/statistics/figures.ts';
import { isSigned, planReport, type ReportPlan } from '../../../../core/statistics/report/plan-report.ts';
import { periodOf } from '../../../../core/statistics/periods.ts';
import { CLOCK } from '../some-facts.ts';
import { complaint, FRAME, OCTOBER, severalMonths } from './facts.ts';

const texts = ({ sheet }: ReportPlan) => sheet.cells.map(({ text }) => text.replace(/^'/, ''));
const said = (plan: ReportPlan) => texts(plan).join('\n');

/** A list of a plan: the numbers that stand in it, with their marks. */
function listed({ lists }: ReportPlan, id: string): { number: string; mark: string }[] {
  const place = lists.places[id];
  if (place === undefined) throw new Error(`no list ${id}`);
  return lists.rows
    .slice(place.row - 2, place.row - 2 + place.rowCount)
    .map((row) => ({ number: row[1] ?? '', mark: row[2] ?? '' }));
}

describe('the analysis report', () => {
  it('draws the same numbers as its table tells, also of a complaint without a day of receipt', () => {
    const facts = [...severalMonths(), complaint('20261009-900', null, { closedDay: '2026-10-20' })];
    const { charts } = planReport(facts, OCTOBER, FRAME);
    const figures = figuresFor(facts, OCTOBER, { ...FRAME, asOf: '2026-11-22' });
    const valueOf = (id: string) => figures.find((figure) => figure.id === id)?.value;
    const trend = charts.find(({ chart }) => chart.id === 'trend')?.chart;
    expect(trend?.rows.at(-1)?.slice(1, 3)).toEqual([valueOf('received'), valueOf('closed')]);
  });

  it('shows the figures of core, each with the complaints behind it', () => {
    const facts = severalMonths();
    const plan = planReport(facts, OCTOBER, FRAME);
    const figures = figuresFor(facts, OCTOBER, { ...FRAME, asOf: '2026-11-22' });
    const shown = plan.sheet.cells.filter(({ jump }) => jump !== undefined && 'list' in jump);
    for (const { id, value, unit, counted, among, undecided } of figures) {
      const cell = shown.find(
        ({ jump, number }) => jump && 'list' in jump && jump.list === `${id} 2026-10` && number !== undefined,
      );
      if (cell === undefined) continue;
      expect(cell.number?.value, id).toBe(unit === 'minutes' ? (value ?? 0) / 60 : value);
      const rows = listed(plan, `${id} 2026-10`);
      expect(rows.slice(0, counted.length).map(({ number }) => number)).toEqual(counted);
      expect(new Set(rows.slice(0, counted.length).map(({ mark }) => mark)).size).toBeLessThan(2);
      expect(rows.length).toBe(new Set([...counted, ...among, ...undecided]).size);
    }
    for (const id of ['received', 'closed', 'openAtEnd', 'resolutionRate', 'satisfaction', 'recurring'])
      expect(plan.lists.places[`${id} 2026-10`], id).toBeDefined();
  });

  it.each(PACKS.map(({ id }) => id))('every count that is not nought leads to as many complaints: %s', (id) => {
    const plan = planReport(severalMonths(), OCTOBER, { ...FRAME, pack: findPack(id) as PolicyPack });
    const counts = plan.sheet.cells.filter(({ number }) => number?.format === '0' && number.value > 0);
    expect(counts.length).toBeGreaterThan(20);
    for (const { number, jump, text } of counts) {
      if (jump === undefined || !('list' in jump)) throw new Error(`${text} leads nowhere`);
      const rows = listed(plan, jump.list);
      expect(rows.filter(({ mark }) => mark === '计入').length, jump.list).toBe(number?.value);
    }
  });

  it('sets the month against the month before and the year before', () => {
    const summary = said(planReport(severalMonths(), OCTOBER, FRAME));
    expect(summary).toContain('2026年10月共收到投诉 42 件，比上月的 18 件多 24 件，比上年同月的 31 件多 11 件。');
  });

  it('says nothing of months before the register begins', () => {
    const facts = severalMonths().filter(({ receivedDay }) => receivedDay?.startsWith('2026-10'));
    const plan = said(planReport(facts, OCTOBER, FRAME));
    expect(plan).toContain('2026年10月共收到投诉 42 件。');
    expect(plan).toContain('本月是台账有记录的第一个月');
    expect(plan).not.toContain('比上月');
  });

  it.each(LOCALES)('is whole for a month without complaints: %s', (locale) => {
    const plan = planReport(
      severalMonths(),
      { ...OCTOBER, id: '2026-08', first: '2026-08-01', last: '2026-08-31' },
      { ...FRAME, locale },
    );
    const all = said(plan);
    expect(all).not.toMatch(/null|undefined|NaN|Infinity|0 \/ 0|\{\w+\}/);
    expect(plan.sheet.cells.some(({ blank }) => blank === 'signature:approved')).toBe(true);
  });

  it.each(LOCALES)('is whole for a register without a single complaint: %s', (locale) => {
    expect(said(planReport([], OCTOBER, { ...FRAME, locale }))).not.toMatch(/null|undefined|NaN|0 \/ 0|\{\w+\}/);
  });

  it.each(LOCALES)('speaks one language: %s', (locale) => {
    const all = said(planReport(severalMonths(), OCTOBER, { ...FRAME, locale }));
    expect(all).not.toMatch(/null|undefined|NaN|\{\w+\}/);
    expect(all).toContain(
      { 'zh-CN': '投诉处理月度评估报告', 'zh-TW': '客訴處理月度評估報告', en: 'Monthly assessment report' }[locale],
    );
  });

  it.each(['week', 'quarter', 'year'] as const)('is written for a %s as well', (kind) => {
    const plan = planReport(severalMonths(), periodOf('2026-10-05', kind), FRAME);
    expect(said(plan)).not.toMatch(/null|undefined|NaN|\{\w+\}/);
    const labels = texts(plan).filter((text) => /^上(?:年|季|周|年同季|年同周)$/.test(text));
    expect(new Set(labels)).toEqual(
      new Set({ week: ['上周', '上年同周'], quarter: ['上季', '上年同季'], year: ['上年'] }[kind]),
    );
  });

  it('lists no more than a workbook bears, and says so', () => {
    const many = Array.from({ length: 9_000 }, (_, at) => complaint(`20261001-${String(at)}`, '2026-10-01'));
    const plan = planReport(many, OCTOBER, FRAME);
    expect(plan.lists.rows.length).toBeLessThanOrEqual(20_000);
    expect(said(plan)).toContain('明细最多列 20000 行');
    expect(said(planReport(severalMonths(), OCTOBER, FRAME))).not.toContain('明细最多列');
  });

  it('calls few complaints few, and compares no rates of them', () => {
    const facts = severalMonths().slice(-8);
    const all = said(planReport(facts, OCTOBER, FRAME));
    expect(all).toContain('不作比较和排名');
    expect(all).not.toContain('个百分点');
  });

  it('calls no share of judgements 0 where none was made, and says of how many there is none', () => {
    const frame = { ...FRAME, pack: findPack('power-supply') as PolicyPack };
    const facts = ['1', '2', '3'].map((number) => complaint(number, '2026-10-05'));
    const lines = (...more: Parameters<typeof complaint>[]) => {
      const { sheet } = planReport([...facts, ...more.map((given) => complaint(...given))], OCTOBER, frame);
      const row = (start: string) => sheet.cells.find(({ text }) => text.startsWith(start))?.row;
      const rowOf = (start: string) => sheet.cells.filter((cell) => cell.row === row(start)).map(({ text }) => text);
      return [rowOf('误会占比'), rowOf('各单位、个人投诉件数')].map((cells) => cells.slice(0, 3));
    };
    expect(lines()).toEqual([
      ['误会占比（制度口径）', '未记录', '均未认定'],
      ['各单位、个人投诉件数（零投诉）：属实的投诉件数（制度口径）', '未记录', '均未认定'],
    ]);
    const ids = { category: null, grade: 'normal', status: 'closed', verdict: 'founded' };
    expect(lines(['4', '2026-10-06', { isFounded: true, ids }]).map(([, , counted]) => counted)).toEqual([
      '0 / 4，其中 3 件未认定',
      '另有 3 件未认定',
    ]);
  });

  it('says what nobody writes down, and not 0', () => {
    const facts = ['1', '2'].map((number) =>
      complaint(number, '2026-10-05', {
        dimensions: { productModel: number },
        ...{ timesReopened: null, unclearAnswer: '基本满意' },
      }),
    );
    const { sheet } = planReport(facts, OCTOBER, FRAME);
    const rowOf = (start: string) => {
      const row = sheet.cells.find(({ text }) => text === start)?.row;
      return sheet.cells.filter((cell) => cell.row === row).map(({ text }) => text);
    };
    expect(rowOf('补救费用（元）').slice(1, 3)).toEqual(['未记录', '均未写明金额']);
    expect(rowOf('重新受理率').slice(1, 3)).toEqual(['未记录', '结案、重开均未登记']);
    expect(rowOf('客户满意率').slice(1, 3)).toEqual(['未记录', '均无明确答复']);
    expect(said(planReport(facts, OCTOBER, FRAME))).toContain('客户满意率：没有计入：“基本满意”2 件');
    const all = said(planReport(facts, OCTOBER, FRAME));
    expect(all).toContain('在有记录的方面没有发现薄弱环节。\n客户是否满意、是否重新受理没有明确记录，无法判断。');
    expect(all).not.toContain('未发现超期');
    expect(all).not.toContain('没有发现超期');
    const heard = [...facts, complaint('3', '2026-10-06', { isSatisfied: true })];
    expect(texts(planReport(heard, OCTOBER, FRAME))).toContain('1 / 1\n另 2 件不明确');
  });

  it('tells apart, and once, of complaints without a day of receipt', () => {
    const plan = planReport([...severalMonths(), complaint('20261009-900', null)], OCTOBER, FRAME);
    expect(plan.lists.rows.filter(([, number]) => number === '20261009-900')).toHaveLength(1);
    const links = plan.sheet.cells.filter(({ jump }) => jump && 'list' in jump && jump.list === 'undecided:undated');
    expect(links.map(({ text }) => text)).toEqual(['1']);
    expect(texts(plan)).toContain('不属于任何一期');
  });

  it('gives no number twice, and says which of the policy’s stand there already', () => {
    const frame = { ...FRAME, pack: findPack('general') as PolicyPack };
    const facts = severalMonths().map((each) => {
      const clock = { ...CLOCK, isOnTime: true, isDue: true, dueDay: each.receivedDay };
      return { ...each, clocks: { closing: clock }, followedUpDay: each.closedDay };
    });
    const plan = planReport(facts, OCTOBER, frame);
    expect(texts(plan)).not.toContain('按时办结率（制度口径）');
    expect(said(plan)).toContain('“按时办结率”即上表的“');
    expect(texts(plan)).toContain('回访满意率（制度口径）');
    // One that bears the same name says nothing new.
    expect(said(planReport(facts, OCTOBER, FRAME))).not.toContain('即上表的');
  });

  it('never lets a text of a customer become a formula', () => {
    const facts = [
      complaint('20261001-001', '2026-10-01', {
        dimensions: { cause: '=HYPERLINK("http://x")', productModel: '+1', category: '@x' },
      }),
    ];
    const plan = planReport(facts, OCTOBER, FRAME);
    for (const { text, number } of plan.sheet.cells) if (number === undefined) expect(text).not.toMatch(/^[=+@]/);
    for (const row of plan.lists.rows) for (const text of row) expect(text).not.toMatch(/^[=+@-]/);
  });

  it('gives what people wrote its place again, and a line of its own where the idea is gone', () => {
    const facts = severalMonths();
    const first = planReport(facts, OCTOBER, FRAME);
    const blanks = first.sheet.cells.flatMap(({ blank }) => (blank?.endsWith(':owner') ? [blank] : []));
    const idea = blanks.find((key) => key.startsWith('measure:unsatisfied')) ?? '';
    expect(idea).not.toBe('');
    const written = new Map([
      [idea, '赵磊'],
      ['measure:own1:measure', '增加一名回访人员'],
      ['signature:approved', '陈总'],
    ]);
    const again = planReport(facts, OCTOBER, FRAME, written);
    expect(again.sheet.cells.find(({ blank }) => blank === idea)?.text).toBe('赵磊');
    expect(texts(again)).toContain('增加一名回访人员');
    expect(texts(again)).not.toContain('陈总');
    const content = facts.map((each) => ({ ...each, isSatisfied: true }));
    expect(texts(planReport(content, OCTOBER, FRAME, written))).toContain('赵磊');
    expect(isSigned(written)).toBe(true);
    expect(isSigned(new Map([[idea, '赵磊']]))).toBe(false);
  });

  it('cuts no row, ends no page with a heading, and repeats the head of a table on the next', () => {
    const { sheet } = planReport(severalMonths(), OCTOBER, FRAME);
    const headings = new Set(sheet.cells.flatMap(({ row, look }) => (look.fill === '#E4E7EB' ? [row] : [])));
    for (const at of sheet.page.breaks) expect(headings.has(at - 1)).toBe(false);
    const bounds = [0, ...sheet.page.breaks, sheet.rowHeights.length];
    for (const [at, from] of bounds.slice(0, -1).entries()) {
      const height = sheet.rowHeights.slice(from, bounds[at + 1]).reduce((sum, own) => sum + own, 0);
      expect(height).toBeLessThan(760);
    }
  });
});
