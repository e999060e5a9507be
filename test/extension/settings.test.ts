import { describe, expect, it } from 'vitest';
import { noAnswers } from '../../core/policy/answer-blank.ts';
import { findPack } from '../../core/policy/packs.ts';
import { liftSettings, Settings, withPolicy, withZone } from '../../extension/settings.ts';
import { CHINA_OFFICE } from '../core/working-time/calendars.ts';

const general = findPack('general');
if (general === null) throw new Error('no general policy');
const company = {
  ...noAnswers(general),
  calendar: CHINA_OFFICE,
  firstDay: 'nextDay' as const,
  answers: { retentionYears: 5 },
};
const FIRST = { schemaVersion: 1, locale: 'zh-TW', zone: 'Asia/Taipei', policyId: 'general', company };

function lifted(): Settings {
  const settings = liftSettings(FIRST);
  if (settings === null) throw new Error('not lifted');
  return settings;
}

describe('stored settings', () => {
  it('of the first version are lifted without losing anything', () => {
    expect(lifted()).toMatchObject({ ...FIRST, schemaVersion: 2 });
    expect(Settings.parse(JSON.parse(JSON.stringify(lifted())))).toEqual(lifted());
  });

  it('of this version stay as they are', () => {
    const own = { ...lifted(), laws: ['law-uk-fca'], notifications: false };
    expect(liftSettings(own)).toEqual(own);
  });

  it.each([[null], [{}], [{ ...FIRST, schemaVersion: 3 }], [{ ...FIRST, company: { policyId: 7 } }]])(
    'that are none are not taken: %j',
    (stored) => {
      expect(liftSettings(stored)).toBeNull();
    },
  );

  it('ask for nothing and clear nothing registered until the user says so', () => {
    expect(lifted()).toMatchObject({ laws: [], ledger: null, retention: { registeredDays: null, fileDays: null } });
  });
});

describe('another policy', () => {
  const moved = withPolicy(lifted(), 'food');

  it('takes the working hours along and none of the answers', () => {
    expect(moved).toMatchObject({ policyId: 'food', company: { policyId: 'food', calendar: CHINA_OFFICE } });
    expect(moved.company?.answers).toBeUndefined();
  });

  it('finds the answers again on the way back', () => {
    expect(withPolicy(moved, 'general').company).toEqual(company);
  });

  it('keeps the hours as they are now, not as they were then', () => {
    const later = { ...CHINA_OFFICE, makeUpWindows: [{ from: '10:00', to: '15:00' }] };
    const changed = { ...moved, company: moved.company && { ...moved.company, calendar: later } };
    expect(withPolicy(changed, 'general').company).toEqual({ ...company, calendar: later });
  });
});

it('reads the calendar on the clocks of the zone that is chosen', () => {
  expect(withZone(lifted(), 'Europe/Berlin').company?.calendar?.zone).toBe('Europe/Berlin');
});
