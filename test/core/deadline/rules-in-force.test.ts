import { describe, expect, it } from 'vitest';
import { layersOf, rulesInForce } from '../../../core/deadline/rules-in-force.ts';
import { calendarVersion } from '../../../core/working-time/calendar-version.ts';
import { layCalendar } from '../../../core/working-time/lay-calendar.ts';
import { CHINA_OFFICE } from '../working-time/calendars.ts';
import { COMPANY, packWith } from './tracked-pack.ts';

const PACK = packWith();
const shut = (date: string) => [{ date, windows: [], note: '' }];

describe('the rules that are written beside a promise', () => {
  it('are the policy’s version and that of the calendar with all its layers', () => {
    const layers = layersOf({ departmentDays: { lab: shut('2026-03-04') } }, { department: 'lab' });
    const laid = calendarVersion(layCalendar(CHINA_OFFICE, layers));
    expect(rulesInForce(PACK, COMPANY, layers)).toEqual({ policyVersion: '1.0.0', calendarVersion: laid });
    expect(rulesInForce(PACK, COMPANY, [])).not.toEqual(rulesInForce(PACK, COMPANY, layers));
  });

  it('name no calendar where there is none', () => {
    expect(rulesInForce(PACK, { ...COMPANY, calendar: null }, [])).toEqual({ policyVersion: '1.0.0' });
    expect(rulesInForce(PACK, null, [])).toEqual({ policyVersion: '1.0.0' });
  });
});

describe('the layers of a complaint', () => {
  const company = { departmentDays: { lab: shut('2026-03-04') } };

  it('are its department’s days and its own', () => {
    expect(layersOf(company, { department: 'lab', caseDays: shut('2026-03-05') })).toEqual([
      { level: 'department', days: shut('2026-03-04') },
      { level: 'case', days: shut('2026-03-05') },
    ]);
  });

  it.each([
    ['no department', company, null],
    ['a department without days', company, 'sales'],
    ['a name that every object has', company, 'constructor'],
    ['no company', null, 'lab'],
    ['a company without departments', {}, 'lab'],
  ])('lay nothing for %s', (_, of, department) => {
    expect(layCalendar(CHINA_OFFICE, layersOf(of, { department }))).toBe(CHINA_OFFICE);
  });
});
