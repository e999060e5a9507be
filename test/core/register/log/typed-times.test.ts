import { describe, expect, it } from 'vitest';
import { ComplaintEvent } from '../../../../core/complaint/complaint-event.ts';
import { replayEvents } from '../../../../core/complaint/replay-events.ts';
import type { CompanySettings } from '../../../../core/policy/company-settings.ts';
import { rowHistory } from '../../../../core/register/evaluate-row.ts';
import { pastTimes, typedTimes, withTypedTimes } from '../../../../core/register/log/typed-times.ts';
import { SMALL_COMPANY, SMALL_PACK } from '../../../support/small-pack.ts';

const ZONE = 'Asia/Shanghai';
let count = 0;
const event = (kind: string, occurredAt: string, rest = {}) =>
  ComplaintEvent.parse({ id: `e${String(++count)}`, kind, occurredAt, recordedAt: occurredAt, by: '王芳', ...rest });
const closedOn = (day: string, verdict = false) =>
  event('closed', `2026-11-${day}T10:00:00+08:00`, {
    ...(verdict && {
      verdicts: [{ milestone: 'closing', dueAt: '2026-11-06T10:00:00+08:00', status: 'missed' }],
    }),
  });
const reopenedOn = (day: string) =>
  event('reopened', `2026-11-${day}T10:00:00+08:00`, { way: 'continue', reason: '又坏了' });

function timesOf(closedAt: string, events: ComplaintEvent[]) {
  const log = replayEvents(events, SMALL_PACK, ZONE);
  const row = { closedAt };
  const now = withTypedTimes(log, row, events, { pack: SMALL_PACK, zone: ZONE });
  const past = pastTimes(log, row, events, ZONE).map(({ field }) => field);
  return { closedAt: now.times.closedAt, typed: typedTimes(log, row, events, ZONE), past, cycle: now.cycles.at(-1) };
}

describe('a time in a row beside another of the log', () => {
  it('counts, for a person typed it there, and takes its verdict along', () => {
    const { closedAt, typed, cycle } = timesOf('2026-11-05T16:00:00+08:00', [closedOn('08', true)]);
    expect(closedAt).toBe('2026-11-05T16:00:00+08:00');
    expect(typed).toEqual([
      { field: 'closedAt', at: '2026-11-05T16:00:00+08:00', logged: '2026-11-08T10:00:00+08:00' },
    ]);
    expect(cycle).toMatchObject({ times: { closedAt }, verdicts: [] });
  });

  it.each([
    ['the same minute', '2026-11-08T10:00:40+08:00'],
    ['the day alone', '2026-11-08'],
    ['nothing that can be read', '早就结了'],
  ])('is the time of the log where it is %s', (_, written) => {
    const { closedAt, typed, cycle } = timesOf(written, [closedOn('08', true)]);
    expect({ closedAt, typed }).toEqual({ closedAt: '2026-11-08T10:00:00+08:00', typed: [] });
    expect(cycle?.verdicts).toHaveLength(1);
  });

  it('belongs to what was before where the complaint was reopened later', () => {
    const events = [closedOn('08'), reopenedOn('12')];
    expect(timesOf('2026-11-05', events)).toMatchObject({ closedAt: undefined, typed: [], past: ['closedAt'] });
    expect(timesOf('2026-11-14', events)).toMatchObject({ closedAt: '2026-11-14', past: [] });
  });

  it('is judged by no reopening that the log leaves out', () => {
    expect(timesOf('2026-11-05', [reopenedOn('12')])).toMatchObject({ past: [] });
  });

  it.each([
    ['struck out', null],
    ['moved to before it', '2026-11-10T10:00:00+08:00'],
  ])('is of the present where the reopening after it was %s', (_, to) => {
    const reopened = reopenedOn('20');
    const corrected = event('corrected', '2026-11-21T10:00:00+08:00', { corrects: reopened.id, to, reason: '误点' });
    const events = [closedOn('08'), reopened];
    expect(timesOf('2026-11-12', events)).toMatchObject({ closedAt: undefined, past: ['closedAt'] });
    expect(timesOf('2026-11-12', [...events, corrected])).toMatchObject({ closedAt: '2026-11-12', past: [] });
  });
});

it('a day of a row is one of the register’s zone, also where the hours are kept in another', () => {
  const event = closedOn('08');
  const calendar = { ...SMALL_COMPANY.calendar, zone: 'America/New_York' } as NonNullable<CompanySettings['calendar']>;
  const company: CompanySettings = { ...SMALL_COMPANY, calendar };
  // Ten in the morning is the evening before in New York.
  const { log } = rowHistory({ closedAt: '2026-11-08' }, [event], { pack: SMALL_PACK, company, zone: ZONE });
  expect(log?.times.closedAt).toBe(event.occurredAt);
});
