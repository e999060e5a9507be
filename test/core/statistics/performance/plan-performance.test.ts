import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../../core/policy/localized.ts';
import { findPack, PACKS } from '../../../../core/policy/packs.ts';
import type { PolicyPack } from '../../../../core/policy/policy-pack.ts';
import { performanceData } from '../../../../core/statistics/performance/performance-data.ts';
import { planPerformance } from '../../../../core/statistics/performance/plan-performance.ts';
import { complaint, FRAME, OCTOBER, severalMonths } from '../report/facts.ts';

const pack = (id: string) => findPack(id) as PolicyPack;
const grave = { category: null, grade: FRAME.pack.grades.at(-1)?.id ?? null, status: 'closed', verdict: null };
const texts = (plan: ReturnType<typeof planPerformance>) => plan.sheet.cells.map(({ text }) => text.replace(/^'/, ''));

describe('performance and accountability', () => {
  it('counts for departments and people by name, and ranks nobody', () => {
    const { departments, people } = performanceData(severalMonths(), OCTOBER, FRAME);
    expect(departments.map(({ name }) => name)).toEqual(['售后服务部', '物流部', '销售部']);
    expect(people.map(({ name }) => name)).toEqual(['孙倩', '李强', '王敏']);
    const all = departments.reduce((sum, { figures }) => sum + (figures.get('received')?.numerator ?? 0), 0);
    expect(all).toBe(42);
  });

  it.each([
    [
      'a grave complaint solved to the customer’s satisfaction',
      { ids: grave, isSatisfied: true },
      ['reward person S2-31'],
    ],
    ['one that is not known to satisfy', { ids: grave, isSatisfied: null }, []],
    ['a founded one that went well', { isFounded: true, isSatisfied: true }, []],
    ['a founded one that was taken up again', { isFounded: true, timesReopened: 1 }, ['penalty person S2-33']],
    ['an unfounded one that was taken up again', { isFounded: false, timesReopened: 1 }, []],
    ['one that nobody has decided', { isFounded: null, timesReopened: 1, timesUnsatisfied: 2 }, []],
  ])('proposes by %s', (_, what, expected) => {
    const { proposals } = performanceData([complaint('20261005-001', '2026-10-05', what)], OCTOBER, FRAME);
    expect(proposals.map(({ kind, of, source }) => `${kind} ${of} ${source}`)).toEqual(expected);
    for (const { grounds } of proposals) expect(grounds).toEqual(['20261005-001']);
  });

  it.each([
    ['nobody has judged any', [null, null], null],
    ['some are judged', [null, false], 0],
    ['one is founded', [null, true], 1],
  ])('counts founded complaints where %s', (_, verdicts, value) => {
    const facts = verdicts.map((isFounded, at) => complaint(`20261005-00${at}`, '2026-10-05', { isFounded }));
    const { departments } = performanceData(facts, OCTOBER, FRAME);
    expect(departments.map(({ figures }) => figures.get('founded')?.value)).toEqual([value]);
  });

  it('proposes for a department only on figures that are enough to be compared', () => {
    const month = (id: string, count: number, satisfied: number) =>
      Array.from({ length: count }, (_, at) =>
        complaint(`${id.replace('-', '')}01-${String(at).padStart(3, '0')}`, `${id}-05`, {
          isSatisfied: at < satisfied,
          isOpen: at >= satisfied + 3,
          closedDay: at >= satisfied + 3 ? null : `${id}-06`,
        }),
      );
    const better = performanceData([...month('2026-09', 40, 20), ...month('2026-10', 30, 27)], OCTOBER, FRAME);
    expect(better.proposals.map(({ source }) => source)).toEqual(['S2-32']);
    const worse = performanceData([...month('2026-09', 30, 27), ...month('2026-10', 40, 20)], OCTOBER, FRAME);
    expect(worse.proposals.map(({ source }) => source)).toEqual(['S2-34']);
    const few = performanceData([...month('2026-09', 10, 2), ...month('2026-10', 6, 6)], OCTOBER, FRAME);
    expect(few.proposals).toEqual([]);
  });

  it('rewards clean hands where the policy rewards no complaints (S1b-15)', () => {
    const frame = { ...FRAME, pack: pack('power-supply') };
    const one = { isFounded: false, isSatisfied: true };
    const { proposals } = performanceData([complaint('20261005-001', '2026-10-05', one)], OCTOBER, frame);
    expect(proposals.map(({ kind, of }) => `${kind} ${of}`)).toEqual(['reward department', 'reward person']);
  });

  it.each(PACKS.flatMap(({ id }) => LOCALES.map((locale) => [id, locale] as const)))(
    'is whole: %s %s',
    (id, locale) => {
      const plan = planPerformance(severalMonths(), OCTOBER, { ...FRAME, pack: pack(id), locale });
      expect(texts(plan).join('\n')).not.toMatch(/null|undefined|NaN|\{\w+\}|0 \/ 0/);
      for (const { number, jump, text } of plan.sheet.cells) {
        if (number?.format !== '0' || number.value === 0) continue;
        if (jump === undefined || !('list' in jump)) throw new Error(`${text} leads nowhere`);
        expect(plan.lists.places[jump.list]?.rowCount).toBe(number.value);
      }
      for (const { choices } of plan.sheet.cells) expect((choices ?? []).join(',').length).toBeLessThan(256);
    },
  );

  it('says of each figure what parts its complaints', () => {
    const all = texts(planPerformance(severalMonths(), OCTOBER, FRAME)).join('\n');
    expect(all).toMatch(/没有重新受理 \d+ 件：/);
    expect(all).toMatch(/不满意 \d+ 件：/);
    expect(all).not.toContain('未计入分子');
  });

  it('names sums only where the company has set them, and the share that is left blank', () => {
    const all = texts(planPerformance(severalMonths(), OCTOBER, FRAME)).join('\n');
    expect(all).toContain('罚款（金额未设定）');
    expect(all).toContain('“一定比例”');
    expect(all).toContain('公司尚未设定');
  });

  it('keeps decisions and appeals by whom and what, also where the proposal is no more', () => {
    const facts = [complaint('20261005-001', '2026-10-05', { isFounded: true, timesReopened: 1 })];
    const first = planPerformance(facts, OCTOBER, FRAME);
    const key = first.sheet.cells.flatMap(({ blank }) => (blank?.endsWith(':decision') ? [blank] : []))[0] ?? '';
    expect(key).toContain('孙倩');
    const written = new Map([
      [key, '警告一次'],
      [key.replace(/decision$/, 'state'), '申诉中'],
    ]);
    const again = planPerformance(facts, OCTOBER, FRAME, written);
    expect(again.sheet.cells.find(({ blank }) => blank === key)?.text).toBe('警告一次');
    expect(again.sheet.cells.find(({ blank }) => blank?.endsWith(':state'))?.text).toBe('申诉中');
    const cleared = planPerformance(
      facts.map((each) => ({ ...each, isFounded: false })),
      OCTOBER,
      FRAME,
      written,
    );
    expect(texts(cleared)).toContain('警告一次');
    expect(texts(cleared)).toContain('孙倩');
    const untouched = new Map([[key.replace(/decision$/, 'state'), '未申诉']]);
    expect(texts(planPerformance([], OCTOBER, FRAME, untouched)).join()).not.toContain('上一稿');
  });
});
