import { describe, expect, it } from 'vitest';
import { layOutTarget } from '../../../core/deadline/lay-out-target.ts';
import type { CompanySettings } from '../../../core/policy/company-settings.ts';
import type { Country } from '../../../core/working-time/official-days.ts';
import { WorkingCalendar } from '../../../core/working-time/working-calendar.ts';
import { sayLine } from '../../../core/wording/say-line.ts';
import { CHINA_OFFICE } from '../working-time/calendars.ts';

const ZONES: Record<Country, string> = {
  ...{ CN: 'Asia/Shanghai', TW: 'Asia/Taipei', HK: 'Asia/Hong_Kong', SG: 'Asia/Singapore', MY: 'Asia/Kuala_Lumpur' },
  ...{ JP: 'Asia/Tokyo', GB: 'Europe/London', DE: 'Europe/Berlin', US: 'America/New_York' },
};

/** A target of so many working days from a day of receipt, in the country's own zone. */
function due(
  [country, region]: readonly [Country, string?],
  receivedAt: string,
  amount: number,
  overrides: object[] = [],
) {
  const zone = ZONES[country];
  const place = { zone, country, ...(region && { region }), overrides };
  const calendar = WorkingCalendar.parse({ ...CHINA_OFFICE, ...place });
  const company: CompanySettings = {
    schemaVersion: 1,
    policyId: 'general',
    calendar,
    firstDay: 'nextDay',
    targets: {},
  };
  const choice = { target: { unit: 'workDays' as const, amount }, setBy: 'company' as const, source: '' };
  const found = layOutTarget(choice, { kind: 'known', at: receivedAt }, company, zone);
  return { ...found, said: found.trace.map((line) => sayLine('en', 'deadline.trace', line)) };
}

describe('deadlines over the official days of other countries', () => {
  it.each([
    [['TW'], '2026-02-13', 1, '2026-02-23T18:00:00+08:00'],
    [['TW'], '2026-09-24', 1, '2026-09-29T18:00:00+08:00'],
    [['TW'], '2025-02-07', 1, '2025-02-08T18:00:00+08:00'],
    [['HK'], '2026-04-02', 2, '2026-04-09T18:00:00+08:00'],
    [['SG'], '2026-08-07', 1, '2026-08-11T18:00:00+08:00'],
    [['JP'], '2026-05-01', 1, '2026-05-07T18:00:00+09:00'],
    [['GB'], '2026-12-24', 1, '2026-12-29T18:00:00+00:00'],
    [['GB', 'ENG'], '2026-08-28', 1, '2026-09-01T18:00:00+01:00'],
    [['GB', 'SCT'], '2026-08-28', 1, '2026-08-31T18:00:00+01:00'],
    [['GB', 'SCT'], '2026-07-31', 1, '2026-08-04T18:00:00+01:00'],
    [['DE', 'BY'], '2026-06-03', 1, '2026-06-05T18:00:00+02:00'],
    [['DE', 'HH'], '2026-06-03', 1, '2026-06-04T18:00:00+02:00'],
    [['US', 'FED'], '2026-07-02', 1, '2026-07-06T18:00:00-04:00'],
    [['US', 'FED'], '2027-12-23', 1, '2027-12-27T18:00:00-05:00'],
    [['US'], '2026-07-02', 1, '2026-07-06T18:00:00-04:00'],
  ] as const)('%s: a complaint of %s, %i working days → %s, exact', (place, from, days, dueAt) => {
    expect(due(place, from, days)).toMatchObject({ basis: 'exact', dueAt });
  });

  it.each([
    [['GB'], '2026-08-28', 1, '2026-08-31T18:00:00+01:00', /2026-08-31 \(Summer bank holiday\).*no region/],
    [['GB'], '2026-04-02', 1, '2026-04-06T18:00:00+01:00', /2026-04-06 \(Easter Monday\).*no region/],
    [['DE'], '2026-06-03', 1, '2026-06-04T18:00:00+02:00', /2026-06-04 \(Fronleichnam\).*no region/],
    [
      ['DE', 'BY'],
      '2025-08-14',
      1,
      '2025-08-15T18:00:00+02:00',
      /2025-08-15 \(Mariä Himmelfahrt\).*in the region chosen/,
    ],
    [['US', 'CA'], '2026-11-26', 1, '2026-11-27T18:00:00-05:00', /2026-11-27 \(Day after Thanksgiving.*region chosen/],
    [['MY', '10'], '2026-08-28', 1, '2026-09-01T18:00:00+08:00', /Not all public holidays of 2026 are known/],
    [['SG'], '2026-12-31', 1, '2027-01-04T18:00:00+08:00', /from 2027-01-01 on are not yet published/],
    [['HK'], '2023-03-01', 1, '2023-03-02T18:00:00+08:00', /Not all public holidays of 2023/],
  ] as const)('%s: a complaint of %s, %i working days → %s, provisional, and why', (place, from, days, dueAt, why) => {
    const found = due(place, from, days);
    expect(found).toMatchObject({ basis: 'provisional', dueAt });
    expect(found.said.at(-1)).toMatch(why);
  });

  it('tells each doubt once, with the first date that it befalls', () => {
    const { said } = due(['GB'], '2027-08-27', 100);
    expect(said.filter((line) => line.includes('provisional'))).toEqual([
      expect.stringContaining('2027-08-30 (Summer bank holiday)'),
      'Holidays from 2028-01-01 on are not yet published; the due time is provisional',
    ]);
  });

  it('passes no doubt on where the day is not passed', () => {
    expect(due(['GB'], '2026-08-24', 3).basis).toBe('exact');
  });

  it('is settled by an own entry for the date', () => {
    const closed = [{ date: '2026-08-31', windows: [], note: 'bank holiday' }];
    expect(due(['GB'], '2026-08-28', 1, closed)).toMatchObject({ basis: 'exact', dueAt: '2026-09-01T18:00:00+01:00' });
  });

  it('names the holidays on the way by their own names', () => {
    expect(due(['TW'], '2026-02-13', 1).said).toContain('2026-02-16: 農曆除夕, public holiday');
  });
});
