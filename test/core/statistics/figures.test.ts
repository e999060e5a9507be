import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../core/policy/localized.ts';
import { PACKS } from '../../../core/policy/packs.ts';
import type { ClockFacts, ComplaintFacts } from '../../../core/statistics/complaint-facts.ts';
import { sayFigure, sayMissing, sayUnclear } from '../../../core/statistics/figure-words.ts';
import type { Figure } from '../../../core/statistics/figure.ts';
import { figuresFor, type FiguresFrame } from '../../../core/statistics/figures.ts';
import type { Period } from '../../../core/statistics/period.ts';
import { periodOf, periodsBetween } from '../../../core/statistics/periods.ts';
import { SMALL_SAMPLE } from '../../../core/statistics/small-sample.ts';
import { takeFacts } from '../../../core/statistics/take-facts.ts';
import { allSteps } from '../../../core/steps.ts';
import { COUNTED_COMPANY, COUNTED_PACK } from './counted-pack.ts';
import { AS_OF, factsRequest, generatedRegister } from './generated-register.ts';
import { CLOCK, someFacts } from './some-facts.ts';

const FRAME: FiguresFrame = { pack: COUNTED_PACK, company: COUNTED_COMPANY, asOf: AS_OF.slice(0, 10), volumes: [] };
const FEBRUARY = periodOf('2026-02-01', 'month');
const figure = (
  id: string,
  facts: ComplaintFacts[],
  period: Period = FEBRUARY,
  frame: Partial<FiguresFrame> = {},
): Figure => {
  const found = figuresFor(facts, period, { ...FRAME, ...frame }).find((each) => each.id === id);
  if (found === undefined) throw new Error(`No figure ${id}`);
  return found;
};
const clock = (given: Partial<ComplaintFacts['clocks'][string]>) => ({ clocks: { closing: { ...CLOCK, ...given } } });
const registers = fc
  .integer({ min: 1, max: 1e6 })
  .map((seed) => generatedRegister(60, seed))
  .map((register) => ({ facts: allSteps(takeFacts(factsRequest(register))), volumes: register.volumes }));

describe('every figure', () => {
  const plain = (figures: Figure[]) =>
    figures.map(({ id, value, undecided, counted }) => [id, value, [...undecided].sort(), [...counted].sort()]);

  it('keeps to its laws over any register', () => {
    fc.assert(
      fc.property(registers, ({ facts, volumes }) => {
        for (const { id, value, unit, denominator, numerator, counted, among } of figuresFor(facts, FEBRUARY, {
          ...FRAME,
          volumes,
        })) {
          if (denominator !== null && unit !== 'perThousand') {
            expect(
              counted.every((number) => among.includes(number)),
              id,
            ).toBe(true);
            expect(denominator, id).toBe(among.length);
          }
          if (unit === 'share' && value !== null) expect(value >= 0 && value <= 1, id).toBe(true);
          if (unit === 'share' && value !== null) expect(value, id).toBe(numerator / (denominator ?? 0));
          expect(new Set(counted).size, id).toBe(counted.length);
        }
      }),
      { numRuns: 10 },
    );
  }, 60_000);

  it('does not depend on the order of rows, nor on months in which nothing came in', () => {
    fc.assert(
      fc.property(registers, ({ facts, volumes }) => {
        const frame = { ...FRAME, volumes };
        const figures = figuresFor(facts, FEBRUARY, frame);
        expect(plain(figuresFor(facts.toReversed(), FEBRUARY, frame))).toEqual(plain(figures));
        const more = [...facts, someFacts('later', { receivedDay: '2026-06-01' })];
        expect(plain(figuresFor(more, FEBRUARY, frame))).toEqual(plain(figures));
      }),
      { numRuns: 8 },
    );
  }, 60_000);

  it('counts every complaint in one month, or tells that it has no day', () => {
    fc.assert(
      fc.property(registers, ({ facts }) => {
        const months = periodsBetween('2023-11-01', '2026-03-31', 'month').map((month) =>
          figure('received', facts, month),
        );
        const counted = months.flatMap((each) => each.counted);
        expect([...counted, ...(months[0]?.undecided ?? [])].sort()).toEqual(facts.map(({ number }) => number).sort());
        const year = ['2024', '2025'].map(
          (id) => figure('received', facts, periodOf(`${id}-05-01`, 'year')).value ?? 0,
        );
        const inYears = counted.filter((number) => {
          const day = facts.find((each) => each.number === number)?.receivedDay ?? '';
          return day.startsWith('2024') || day.startsWith('2025');
        });
        expect((year[0] ?? 0) + (year[1] ?? 0)).toBe(inYears.length);
        const end = figure('openAtEnd', facts, periodOf('2026-03-20', 'month'));
        const bands = ['to7', 'to15', 'to30', 'to60', 'over60'].map((id) =>
          figure(`backlog:${id}`, facts, periodOf('2026-03-20', 'month')),
        );
        expect(bands.reduce((sum, { numerator }) => sum + numerator, 0)).toBe(end.numerator);
      }),
      { numRuns: 5 },
    );
  }, 60_000);
});

describe('a figure', () => {
  it('counts as open at the end of a month what was then, whatever became of it since', () => {
    const facts = [
      someFacts('closed since', { receivedDay: '2026-01-10', closedDay: '2026-02-05', isOpen: false }),
      someFacts('closed by then', { receivedDay: '2026-01-10', closedDay: '2026-01-31', isOpen: false }),
      someFacts('taken up since', {
        receivedDay: '2026-01-10',
        closedBefore: [{ from: '2026-01-20', to: '2026-02-02' }],
      }),
      someFacts('taken up by then', {
        receivedDay: '2026-01-10',
        closedBefore: [{ from: '2026-01-20', to: '2026-01-31' }],
      }),
      someFacts('came later', { receivedDay: '2026-02-01' }),
      someFacts('closed nobody knows when', { receivedDay: '2026-01-10', isOpen: false }),
    ];
    expect(figure('openAtEnd', facts, periodOf('2026-01-15', 'month'))).toMatchObject({
      ...{ value: 2, counted: ['closed since', 'taken up by then'], undecided: ['closed nobody knows when'] },
    });
  });

  it('judges a clock in the period in which it was due, not of receipt', () => {
    const met = someFacts('1', {
      receivedDay: '2026-01-30',
      ...clock({ isOnTime: true, isDue: true, dueDay: '2026-02-02' }),
    });
    const late = someFacts('2', {
      receivedDay: '2026-02-27',
      ...clock({ isOnTime: false, isDue: true, dueDay: '2026-03-02' }),
    });
    const gone = someFacts('3', { receivedDay: '2026-02-03', ...clock({ isDue: true, dueDay: '2026-02-09' }) });
    expect(figure('onTime:closing', [met, late, gone])).toMatchObject({
      ...{ value: 1, counted: ['1'], among: ['1'], undecided: ['3'] },
    });
  });

  it('takes a median and 90 % by the nearest rank, from complaints that can be looked at', () => {
    const took = [50, 10, 40, 30, 20].map((minutesTaken, at) =>
      someFacts(String(at), clock({ stopDay: '2026-02-10', minutesTaken })),
    );
    const unknown = someFacts('x', clock({ stopDay: '2026-02-10' }));
    expect(figure('median:closing', [...took, unknown])).toMatchObject({
      ...{ value: 30, numerator: 3, denominator: 5, counted: ['1', '4', '3'], undecided: ['x'], unit: 'minutes' },
    });
    expect(figure('ninety:closing', took)).toMatchObject({ value: 50, numerator: 5 });
    expect(figure('median:closing', took.slice(0, 2))).toMatchObject({ value: 10, numerator: 1 });
    expect(figure('median:closing', [])).toMatchObject({ value: null, numerator: 0, missing: 'nothingToCount' });
    const received = { ...unknown, receivedDay: '2026-02-10' };
    const lacking = figure('median:closing', [received]);
    expect(lacking).toMatchObject({ value: null, missing: 'unrecorded', undecided: ['x'] });
    const frame = { pack: COUNTED_PACK, company: null };
    expect(sayMissing(lacking, frame, 'zh-CN')).toBe('缺起止时刻、算不出用时的投诉 1 件');
    const late = { ...lacking, id: 'onTime:firstResponse' };
    expect(sayMissing(late, frame, 'zh-CN')).toBe('没有记录“首次响应时间”、无法判定的投诉 1 件');
    expect(sayMissing(figure('onTime:firstResponse', []), frame, 'zh-CN')).toBe('本期没有到期的投诉');
  });

  it('has no complaint rate without the company’s own volume of every month', () => {
    const facts = [someFacts('1', { receivedDay: '2026-02-03' }), someFacts('2', { receivedDay: '2026-02-03' })];
    const volumes = [{ month: '2026-02', product: null, units: 500 }];
    expect(figure('complaintRate', facts)).toMatchObject({
      value: null,
      missing: 'volume',
      numerator: 2,
      denominator: null,
    });
    expect(figure('complaintRate', facts, FEBRUARY, { volumes })).toMatchObject({
      value: 4,
      denominator: 500,
      isSmall: true,
    });
    const quarter = periodOf('2026-02-01', 'quarter');
    expect(figure('complaintRate', facts, quarter, { volumes })).toMatchObject({ value: null, missing: 'volume' });
    const none = [{ month: '2026-02', product: null, units: 0 }];
    expect(figure('complaintRate', facts, FEBRUARY, { volumes: none })).toMatchObject({
      value: null,
      missing: 'nothingToCount',
    });
  });

  it('says that a time limit is not set, and tells nothing of what must be done at once', () => {
    expect(figure('onTime:told', [])).toMatchObject({ value: null, missing: 'target' });
    expect(figuresFor([], FEBRUARY, FRAME).some(({ id }) => id === 'onTime:report')).toBe(false);
  });

  it('is marked where there are too few to compare', () => {
    const received = (count: number) =>
      Array.from({ length: count }, (_, at) => someFacts(String(at), { receivedDay: '2026-02-03' }));
    expect(figure('resolutionRate', received(SMALL_SAMPLE - 1)).isSmall).toBe(true);
    expect(figure('resolutionRate', received(SMALL_SAMPLE)).isSmall).toBe(false);
    expect(figure('received', received(1)).isSmall).toBe(false);
  });

  it('of the policy is given for the period that the policy wants, and by hand where nothing counts it', () => {
    const facts = [
      someFacts('1', { receivedDay: '2026-01-05', isOpen: false, isSatisfied: true, closedDay: '2026-01-06' }),
    ];
    expect(figure('policy:solved', facts)).toMatchObject({
      ...{ value: 1, counted: ['1'], label: { 'zh-CN': '指标solved' }, source: 'test', period: { id: '2026-Q1' } },
    });
    expect(figure('policy:solved', facts, periodOf('2026-01-01', 'year')).period.id).toBe('2026');
    expect(figure('policy:scores', facts)).toMatchObject({ value: null, missing: 'byHand' });
    const company = { ...COUNTED_COMPANY, answers: { measurePeriods: { count: 'year' as const } } };
    expect(figure('policy:count', facts, FEBRUARY, { company })).toMatchObject({ value: 1, period: { id: '2026' } });
  });

  it('counts what the policy has in its denominator, also what cannot be judged', () => {
    const facts = [
      someFacts('1', { receivedDay: '2026-02-01', isOpen: false, closedDay: '2026-02-02', isSatisfied: true }),
      someFacts('2', { receivedDay: '2026-02-01', isOpen: false, closedDay: '2026-02-02' }),
      someFacts('3', { receivedDay: '2026-02-01' }),
    ];
    const quarter = periodOf('2026-02-01', 'quarter');
    expect(figure('policy:solved', facts, quarter)).toMatchObject({ numerator: 1, denominator: 3, undecided: ['2'] });
    expect(figure('satisfaction', facts)).toMatchObject({ numerator: 1, denominator: 1, undecided: ['2'] });
  });

  it('says nothing where a judgement is wanted and nobody has made one', () => {
    const closed = { receivedDay: '2026-02-01', isOpen: false, closedDay: '2026-02-02', followedUpDay: '2026-02-03' };
    const unjudged = [someFacts('1', closed), someFacts('2', closed)];
    const judged = { ...closed, isFounded: false, isSatisfied: false, ids: { verdict: 'unfounded' } };
    const ids = ['policy:valid', 'policy:validShare', 'policy:mistaken', 'policy:asked'];
    for (const id of ids) {
      const none = figure(id, unjudged);
      expect(none, id).toMatchObject({ value: null, missing: 'unrecorded', undecided: ['1', '2'] });
      expect(sayMissing(none, FRAME, 'zh-CN'), id).toMatch(/^没有(?:记录认定结果|明确答复是否满意)的投诉 2 件$/);
      expect(figure(id, [...unjudged, someFacts('3', judged)]), id).toMatchObject({ value: 0, missing: null });
    }
    expect(figure('policy:valid', [])).toMatchObject({ value: 0, missing: null });
    const quarter = periodOf('2026-02-01', 'quarter');
    expect(figure('policy:solved', unjudged, quarter)).toMatchObject({ value: null, missing: 'unrecorded' });
    expect(figure('policy:solved', [someFacts('4', { receivedDay: '2026-02-01' })], quarter)).toMatchObject({
      value: 0,
    });
  });

  it('is unknown where nobody writes down what it counts', () => {
    const closed = { receivedDay: '2026-02-01', isOpen: false, closedDay: '2026-02-02' };
    const bare = ['1', '2'].map((number) => someFacts(number, { ...closed, timesReopened: null }));
    for (const id of ['remedyCost', 'reopened', 'timesUnsatisfied', 'recurring']) {
      const none = figure(id, bare);
      expect(none, id).toMatchObject({ value: null, missing: 'unrecorded', undecided: ['1', '2'] });
      for (const locale of LOCALES) expect(sayMissing(none, FRAME, locale), id).toMatch(/2/);
    }
    const one = (more: Parameters<typeof someFacts>[1]) => [...bare, someFacts('3', { ...closed, ...more })];
    expect(figure('remedyCost', one({ remedyCost: 0 }))).toMatchObject({ value: 0, counted: ['3'], undecided: [] });
    expect(figure('reopened', one({ timesReopened: 0 }))).toMatchObject({ value: 0, denominator: 3 });
    expect(figure('reopened', one({ timesReopened: 2 }))).toMatchObject({ numerator: 1, undecided: ['1', '2'] });
    expect(figure('timesUnsatisfied', one({ isSatisfied: true }))).toMatchObject({ value: 0, undecided: [] });
    expect(figure('recurring', one({ dimensions: { batchNo: 'B7' } }))).toMatchObject({ value: 0, undecided: [] });
    expect(figure('remedyCost', [])).toMatchObject({ value: null, missing: 'nothingToCount' });
  });

  it('of all received is not 0 while none of them is due', () => {
    const of = (number: string, clock: Partial<ClockFacts>) =>
      someFacts(number, { receivedDay: '2026-02-27', clocks: { firstResponse: { ...CLOCK, ...clock } } });
    const pending = figure('policy:answeredOfAll', [of('1', { dueDay: '2026-03-02' })]);
    expect(pending).toMatchObject({ value: null, missing: 'notYetDue', denominator: 1 });
    expect(sayMissing(pending, FRAME, 'zh-CN')).toBe('本期收到的投诉都还没有到期');
    const unknown = { isDue: true, dueDay: '2026-02-27' };
    expect(figure('policy:answeredOfAll', [of('1', {}), of('2', unknown)])).toMatchObject({ missing: 'unrecorded' });
    const late = of('3', { ...unknown, isOnTime: false });
    expect(figure('policy:answeredOfAll', [of('1', {}), late])).toMatchObject({ value: 0, denominator: 2 });
  });

  it('names the answers about satisfaction that say neither yes nor no', () => {
    const said = (number: string, unclearAnswer: string) =>
      someFacts(number, { receivedDay: '2026-02-01', isOpen: false, closedDay: '2026-02-02', unclearAnswer });
    const facts = ['基本满意', '一般', '', '基本满意', '还行', '尚可', '凑合'].map((text, at) =>
      said(String(at), text),
    );
    const satisfaction = figure('satisfaction', facts);
    expect(satisfaction).toMatchObject({ missing: 'unrecorded', denominator: 0 });
    const [basic, ...others] = ['“基本满意”2 件', '“一般”1 件', '“凑合”1 件', '其他答复 2 件'];
    expect(sayUnclear(satisfaction, 'zh-CN')).toContain(`没有计入：${[basic, ...others].join('、')}，`);
    expect(sayUnclear(figure('satisfaction', [said('1', '')]), 'zh-CN')).toBeNull();
  });

  it('takes the window of recurrence from the policy’s alarm, or says its own', () => {
    const again = (day: string) => [
      someFacts('1', { receivedDay: '2026-01-01', dimensions: { batchNo: 'B7' } }),
      someFacts('2', { receivedDay: day, dimensions: { batchNo: 'b 7' } }),
    ];
    expect(figure('recurring', again('2026-02-01')).counted).toEqual([]);
    expect(figure('recurring', again('2026-01-31'), periodOf('2026-01-01', 'month'))).toMatchObject({
      ...{ counted: ['2'], source: 'test batch' },
    });
    const pack = { ...COUNTED_PACK, trendAlarms: [] };
    expect(figure('recurring', again('2026-02-01'), FEBRUARY, { pack })).toMatchObject({
      counted: ['2'],
      source: null,
    });
    expect(sayFigure(figure('recurring', []), { pack, company: null }, 'zh-CN').counted).toContain('前 90 天');
    expect(sayFigure(figure('recurring', []), FRAME, 'zh-CN').counted).toContain('前 30 天');
  });
});

describe('the words of figures', () => {
  it.each([COUNTED_PACK, ...PACKS].map((pack) => [pack.id, pack] as const))('are there for all of %s', (_, pack) => {
    for (const each of figuresFor([], FEBRUARY, { ...FRAME, pack, company: null })) {
      for (const locale of LOCALES) {
        const words = sayFigure(each, { pack, company: null }, locale);
        expect(Object.values(words).join(), each.id).not.toMatch(/[{}]|undefined/);
        expect(words.label).toBe(each.label?.[locale]);
        expect([words.label, words.formula, words.counted, words.leftOut]).not.toContain('');
      }
    }
  });

  it('give a measure the formula of the policy', () => {
    const pack = PACKS.find(({ id }) => id === 'ev-sales');
    const measure = pack?.measures.find(({ id }) => id === 'resolutionRate');
    if (pack === undefined || measure === undefined) throw new Error('No such measure');
    const words = sayFigure({ id: 'policy:resolutionRate', label: measure.label }, { pack, company: null }, 'zh-CN');
    expect(words.formula).toBe('当月收到的投诉中已结案（客户满意）的件数 ÷ 当月收到的投诉件数');
  });
});
