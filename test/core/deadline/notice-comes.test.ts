import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ComplaintEvent } from '../../../core/complaint/complaint-event.ts';
import type { TrackedDeadline } from '../../../core/deadline/tracked-deadline.ts';
import type { Target } from '../../../core/policy/policy-pack.ts';
import type { CalendarLayer } from '../../../core/working-time/lay-calendar.ts';
import type { OfficialCalendar } from '../../../core/working-time/official/official-calendar.ts';
import { CHINA } from '../../../core/working-time/official/china.ts';
import { CHINA_OFFICE, OFFICE_HOURS } from '../working-time/calendars.ts';
import { COMPANY, milestone, packWith, told } from './tracked-pack.ts';

/** The product as it was shipped in two autumns: with the notice for 2025 as the last one, and with that for 2026. */
const CHINA_IN_2025: OfficialCalendar = {
  ...CHINA,
  years: { ...CHINA.years, last: 2025 },
  days: Object.fromEntries(Object.entries(CHINA.days).filter(([date]) => date < '2026-01-01')),
};
async function shippedWith(days: OfficialCalendar) {
  vi.resetModules();
  vi.doMock('../../../core/working-time/official/china.ts', () => ({ CHINA: days }));
  const [{ deadlinesOf }, { rulesInForce }, { verdictsAtClosing }] = await Promise.all([
    import('../../../core/deadline/deadlines-of.ts'),
    import('../../../core/deadline/rules-in-force.ts'),
    import('../../../core/deadline/verdicts-at-closing.ts'),
  ]);
  return { deadlinesOf, rulesInForce, verdictsAtClosing };
}
type Product = Awaited<ReturnType<typeof shippedWith>>;

let before: Product;
let after: Product;
beforeAll(async () => {
  before = await shippedWith(CHINA_IN_2025);
  after = await shippedWith(CHINA);
});
afterAll(() => {
  vi.doUnmock('../../../core/working-time/official/china.ts');
});

const at = (clock: string) => (clock.includes(' ') ? `${clock.replace(' ', 'T')}:00+08:00` : clock);
function entry(kind: ComplaintEvent['kind'], clock: string, more: object = {}): ComplaintEvent {
  return {
    id: `${kind} ${clock}`,
    kind,
    occurredAt: at(clock),
    recordedAt: at(clock),
    by: '李敏',
    ...more,
  } as ComplaintEvent;
}

interface Case {
  target: Target;
  company?: typeof COMPANY;
  layers?: CalendarLayer[];
}
function look(
  product: Product,
  { target, company = COMPANY, layers = [] }: Case,
  events: ComplaintEvent[],
  asOf: string,
) {
  const pack = packWith(milestone({ id: 'closing', target }));
  const [found] = product.deadlinesOf({
    ...{ log: { events }, values: {}, grade: 'general', pack, company, layers, asOf: at(asOf), zone: 'Asia/Shanghai' },
  });
  if (!found) throw new Error('no deadline');
  return found;
}
/** What a clerk writes down after telling the customer the time that the product shows. */
function promise(product: Product, given: Case, events: ComplaintEvent[], asOf: string): ComplaintEvent {
  const { company = COMPANY, layers = [] } = given;
  const { dueAt } = look(product, given, events, asOf);
  const pack = packWith(milestone({ id: 'closing', target: given.target }));
  return entry('promised', asOf, { milestone: 'closing', dueAt, ...product.rulesInForce(pack, company, layers) });
}
const lastLines = (deadline: TrackedDeadline) =>
  told(deadline).filter((line) => /promise|changed|provisional/.test(line));

const days = (amount: number): Case => ({ target: { unit: 'workDays', amount } });

describe('an open complaint when the notice for the next year comes', () => {
  const RECEIVED = entry('received', '2025-12-30 10:00');

  it('was provisional, is exact, and is laid out anew', () => {
    expect(look(before, days(3), [RECEIVED], '2025-12-30 11:00')).toMatchObject({
      ...{ basis: 'provisional', dueAt: at('2026-01-02 18:00') },
    });
    expect(look(after, days(3), [RECEIVED], '2025-12-30 11:00')).toMatchObject({
      ...{ basis: 'exact', dueAt: at('2026-01-05 18:00') },
    });
  });

  it('keeps the promise beside: an earlier one warns, the later time now computed blames', () => {
    const log = [RECEIVED, promise(before, days(3), [RECEIVED], '2025-12-30 11:00')];
    expect(lastLines(look(before, days(3), log, '2025-12-30 12:00'))).toEqual([
      'Holidays from 2025-12-31 on are not yet published; the due time is provisional',
      'The customer was promised the same time (2026-01-02 18:00)',
    ]);
    const now = look(after, days(3), log, '2025-12-31 12:00');
    expect(now).toMatchObject({
      ...{ basis: 'exact', promisedAt: at('2026-01-02 18:00'), dueAt: at('2026-01-05 18:00'), status: 'running' },
      ...{ warnedFor: at('2026-01-02 18:00'), blamedAfter: at('2026-01-05 18:00'), warnAt: at('2026-01-02 17:30') },
    });
    expect(lastLines(now)).toEqual([
      'The customer was promised 2026-01-02 18:00, earlier than what is computed now: warned from the promise, overdue only after the computed time',
      'Working hours or holidays have changed since the promise',
    ]);
    expect(look(after, days(3), log, '2026-01-04 12:00').status).toBe('dueSoon');
    expect(look(after, days(3), log, '2026-01-05 18:01').status).toBe('overdue');
    expect(look(after, days(3), [...log, entry('closed', '2026-01-05 17:00')], '2026-01-06 09:00').status).toBe('met');
  });

  it('that is due earlier now is warned for the computed time, and blamed after the promise', () => {
    const received = entry('received', '2026-02-12 10:00');
    const log = [received, promise(before, days(2), [received], '2026-02-12 11:00')];
    const now = look(after, days(2), log, '2026-02-13 12:00');
    expect(now).toMatchObject({
      ...{ promisedAt: at('2026-02-16 18:00'), dueAt: at('2026-02-14 18:00') },
      ...{ warnedFor: at('2026-02-14 18:00'), blamedAfter: at('2026-02-16 18:00') },
    });
    expect(look(after, days(2), log, '2026-02-15 12:00').status).toBe('dueSoon');
    expect(look(after, days(2), log, '2026-02-16 18:01').status).toBe('overdue');
  });

  it('keeps the working time that it has used, and lays out the rest', () => {
    const given: Case = { target: { unit: 'workMinutes', amount: 240 } };
    const received = entry('received', '2025-12-31 17:30');
    const wasUsed = '2025-12-31 17:30–18:00: 30 minutes';
    const [old, now] = [before, after].map((product) => look(product, given, [received], '2026-01-04 09:00'));
    expect([old?.dueAt, old?.basis]).toEqual([at('2026-01-01 14:00'), 'provisional']);
    expect([now?.dueAt, now?.basis]).toEqual([at('2026-01-04 14:00'), 'exact']);
    for (const each of [old, now]) expect(each && told(each)).toContain(wasUsed);
  });

  it('whose days the notice does not touch stays as it is, with nothing to tell', () => {
    const received = entry('received', '2025-11-03 10:00');
    const log = [received, promise(after, days(3), [received], '2025-11-03 11:00')];
    const [old, now] = [before, after].map((product) => look(product, days(3), log, '2025-11-04 11:00'));
    expect([old?.dueAt, old?.basis]).toEqual([now?.dueAt, now?.basis]);
    expect(now && lastLines(now)).toEqual(['The customer was promised the same time (2025-11-06 18:00)']);
  });
});

describe('a complaint that was closed before the notice came', () => {
  const received = entry('received', '2025-12-30 10:00');
  const closedBy = (clock: string) => {
    const closed = entry('closed', clock);
    const verdicts = before.verdictsAtClosing([look(before, days(3), [received, closed], clock)]);
    return [received, { ...closed, verdicts } as ComplaintEvent];
  };

  it.each([
    ['in time', '2026-01-02 17:00', 'met'],
    ['too late, though it would be in time by the notice', '2026-01-04 10:00', 'missed'],
  ])('%s keeps its verdict', (_, clock, status) => {
    const now = look(after, days(3), closedBy(clock), '2026-01-10 09:00');
    expect(now).toMatchObject({ status, dueAt: at('2026-01-02 18:00') });
    expect(told(now).at(-1)).toBe('Judged by 2026-01-02 18:00 when it was closed; later changes do not touch it');
    expect(look(after, days(3), [received, entry('closed', clock)], '2026-01-10 09:00').status).toBe('met');
  });
});

describe('a second notice for a year that was published', () => {
  it('is another calendar, though no further year is known', async () => {
    const extended = { ...CHINA.days, '2026-02-24': { kind: 'holiday' as const, holiday: 'springFestival' as const } };
    const second = await shippedWith({ ...CHINA, days: extended });
    const received = entry('received', '2026-02-14 10:00');
    const log = [received, promise(after, days(1), [received], '2026-02-14 11:00')];
    const now = look(second, days(1), log, '2026-02-14 12:00');
    expect([now.promisedAt, now.dueAt]).toEqual([at('2026-02-24 18:00'), at('2026-02-25 18:00')]);
    expect(lastLines(now)).toContain('Working hours or holidays have changed since the promise');
  });
});

describe('the company’s own changes', () => {
  const received = entry('received', '2026-03-03 09:00');
  const stocktaking: CalendarLayer = {
    level: 'department',
    days: [{ date: '2026-03-04', windows: [], note: '盘点' }],
  };

  it('of hours from a day on leave the time used before, and the promise, as they were', () => {
    const morning = [{ from: '09:00', to: '12:00' }];
    const week = { 1: morning, 2: morning, 3: morning, 4: morning, 5: morning, 6: [], 7: [] };
    const seasons = [{ from: '2026-03-04', to: null, week, makeUpWindows: [] }];
    const given: Case = { target: { unit: 'workMinutes', amount: 12 * 60 } };
    const log = [received, promise(after, given, [received], '2026-03-03 10:00')];
    const changed = look(
      after,
      { ...given, company: { ...COMPANY, calendar: { ...CHINA_OFFICE, seasons } } },
      log,
      '2026-03-04 10:00',
    );
    // 450 minutes on the first day by the old hours, 180 on the second, 90 on the third.
    expect(changed).toMatchObject({ dueAt: at('2026-03-05 10:30'), promisedAt: at('2026-03-04 15:00') });
    expect(lastLines(changed)).toContain('Working hours or holidays have changed since the promise');
  });

  it('are looked for in the calendar with the department’s days, by which the promise was given', () => {
    const given: Case = { ...days(1), layers: [stocktaking] };
    const log = [received, promise(after, given, [received], '2026-03-03 10:00')];
    expect(lastLines(look(after, given, log, '2026-03-03 11:00'))).toEqual([
      'The customer was promised the same time (2026-03-05 18:00)',
    ]);
    expect(lastLines(look(after, days(1), log, '2026-03-03 11:00'))).toContain(
      'Working hours or holidays have changed since the promise',
    );
    const half = { ...stocktaking, days: [{ date: '2026-03-04', windows: OFFICE_HOURS.slice(0, 1), note: '盘点' }] };
    expect(lastLines(look(after, { ...given, layers: [half] }, log, '2026-03-03 11:00'))).toContain(
      'Working hours or holidays have changed since the promise',
    );
  });
});
