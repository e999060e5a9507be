import { describe, expect, it } from 'vitest';
import { CHINA } from '../../../core/working-time/official/china.ts';
import { OfficialCalendar } from '../../../core/working-time/official/official-calendar.ts';
import { dayIn, LAST_PUBLISHED_YEAR, officialDay, UNPUBLISHED_FROM } from '../../../core/working-time/official-days.ts';

describe('official days of China', () => {
  it.each([
    ['2026-01-04', { kind: 'makeUp', holiday: 'newYear' }],
    ['2026-02-14', { kind: 'makeUp', holiday: 'springFestival' }],
    ['2026-02-28', { kind: 'makeUp', holiday: 'springFestival' }],
    ['2026-05-09', { kind: 'makeUp', holiday: 'labourDay' }],
    ['2026-09-20', { kind: 'makeUp', holiday: 'nationalDay' }],
    ['2026-10-10', { kind: 'makeUp', holiday: 'nationalDay' }],
    ['2026-10-01', { kind: 'holiday', holiday: 'nationalDay' }],
    ['2026-06-19', { kind: 'holiday', holiday: 'dragonBoat' }],
    ['2026-03-03', { kind: 'ordinary' }],
    ['2015-09-03', { kind: 'holiday', holiday: 'victoryDay' }],
    ['2022-12-31', { kind: 'holiday', holiday: 'newYear' }],
    ['1999-10-01', { kind: 'unknown', doubt: 'incomplete' }],
  ])('%s is %o', (date, expected) => {
    expect(officialDay(date)).toEqual(expected);
  });

  it('knows nothing of a year after the last published one', () => {
    expect(LAST_PUBLISHED_YEAR).toBeGreaterThanOrEqual(2026);
    expect(officialDay(`${LAST_PUBLISHED_YEAR + 1}-03-03`)).toEqual({ kind: 'unknown', doubt: 'notPublished' });
    expect(officialDay(`${LAST_PUBLISHED_YEAR + 1}-10-01`)).toEqual({ kind: 'unknown', doubt: 'notPublished' });
  });

  it('leaves the last days of the last year open, since the next notice may move them, and those of earlier years not', () => {
    expect(officialDay(`${LAST_PUBLISHED_YEAR}-12-31`)).toEqual({ kind: 'unknown', doubt: 'notPublished' });
    expect(officialDay(`${LAST_PUBLISHED_YEAR}-12-15`)).toEqual({ kind: 'ordinary' });
    expect(officialDay(`${LAST_PUBLISHED_YEAR - 1}-12-31`).kind).not.toBe('unknown');
    expect(UNPUBLISHED_FROM).toBe(`${LAST_PUBLISHED_YEAR}-12-29`);
  });
});

describe('a country as data', () => {
  const calendar = OfficialCalendar.parse({
    country: 'TW',
    source: 'made for this test',
    licence: 'none',
    years: { first: 2025, last: 2026 },
    openFrom: null,
    days: {
      '2026-02-27': { kind: 'holiday', holiday: { name: '和平紀念日（補假）' } },
      '2026-10-09': { kind: 'holiday', holiday: 'nationalDay' },
      '2025-02-08': { kind: 'makeUp', holiday: 'springFestival' },
    },
  });

  it.each([
    ['2026-02-27', { kind: 'holiday', holiday: { name: '和平紀念日（補假）' } }],
    ['2025-02-08', { kind: 'makeUp', holiday: 'springFestival' }],
    ['2025-01-02', { kind: 'ordinary' }],
    ['2026-12-31', { kind: 'ordinary' }],
    ['2027-01-01', { kind: 'unknown', doubt: 'notPublished' }],
    ['2024-12-31', { kind: 'unknown', doubt: 'incomplete' }],
  ])('%s is %o', (date, expected) => {
    expect(dayIn(calendar, date)).toEqual(expected);
  });

  it('is refused when it is not what it says', () => {
    const accepts = (change: object) => OfficialCalendar.safeParse({ ...calendar, ...change }).success;
    expect(accepts({})).toBe(true);
    expect(accepts({ country: 'Taiwan' })).toBe(false);
    expect(accepts({ days: { '2026-02-30': { kind: 'holiday', holiday: 'newYear' } } })).toBe(false);
    expect(accepts({ days: { '2026-02-27': { kind: 'holiday', holiday: 'unheardOf' } } })).toBe(false);
  });

  it('China is one of them', () => {
    expect(OfficialCalendar.parse(CHINA)).toEqual(CHINA);
    expect(officialDay('2026-02-17', 'CN')).toEqual(officialDay('2026-02-17'));
  });
});
