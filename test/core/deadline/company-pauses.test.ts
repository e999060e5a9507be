import { describe, expect, it } from 'vitest';
import type { ComplaintEvent } from '../../../core/complaint/complaint-event.ts';
import { replayEvents } from '../../../core/complaint/replay-events.ts';
import type { CompanySettings } from '../../../core/policy/company-settings.ts';
import { overlayCompany } from '../../../core/policy/overlay-company.ts';
import type { CompanyPause, PolicyAnswers } from '../../../core/policy/policy-answers.ts';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import { LOCALES } from '../../../core/policy/localized.ts';
import { sayLine } from '../../../core/wording/say-line.ts';
import { clock, COMPANY, event, milestone, packWith, told, track } from './tracked-pack.ts';

/** A pack as the seven companies wrote theirs: nothing about pauses, nothing about reopening. */
const PACK: PolicyPack = {
  ...packWith(
    milestone({ id: 'firstResponse', stopsAt: 'firstResponseAt', target: { unit: 'workMinutes', amount: 240 } }),
    milestone({ id: 'plan', stopsAt: 'planSubmittedAt', target: { unit: 'workDays', amount: 2 } }),
    milestone({ id: 'closing', target: { unit: 'workDays', amount: 5 } }),
  ),
  pauseReasons: [],
  reopening: { way: 'notConfigured', source: 'product' },
};
for (const each of PACK.milestones) delete each.pausedBy;

const SAMPLE: CompanyPause = {
  id: 'waitingForSample',
  label: { 'zh-CN': '等客户寄样', 'zh-TW': '等客戶寄樣', en: 'waiting for the sample' },
  capDays: 2,
  noteNeeded: true,
  stops: ['closing'],
};
const answered = (answers: PolicyAnswers): CompanySettings => ({ ...COMPANY, answers });
const OURS = answered({ pauseReasons: [SAMPLE] });

const RECEIVED = event('received', '03-03 09:00');
const paused = (at: string, more = {}) =>
  event('paused', at, { reason: 'waitingForSample', note: '请客户寄回 3 袋', ...more });
const RESUMED = event('resumed', '03-05 09:00');
const dues = (events: ComplaintEvent[], company = OURS, asOf = '03-20 09:00') =>
  Object.fromEntries(
    Object.entries(track(PACK, events, asOf, { company })).map(([id, { dueAt }]) => [id, clock(dueAt)]),
  );
const findings = (events: ComplaintEvent[], company: CompanySettings | null) =>
  replayEvents(events, overlayCompany(PACK, company).pack, 'Asia/Shanghai').findings.map(({ code }) => code);

describe('a pause that the company added to its policy', () => {
  const log = [RECEIVED, paused('03-04 09:00'), RESUMED];

  it('moves the deadline that it stops, and no other', () => {
    expect(dues([RECEIVED])).toEqual({ firstResponse: '03-03 14:30', plan: '03-05 18:00', closing: '03-10 18:00' });
    expect(dues(log)).toEqual({ firstResponse: '03-03 14:30', plan: '03-05 18:00', closing: '03-11 18:00' });
    expect(findings(log, OURS)).toEqual([]);
  });

  it('stands still while it lasts, and says why in the company’s words', () => {
    const { closing, firstResponse } = track(PACK, [RECEIVED, paused('03-04 09:00')], '03-04 15:00', { company: OURS });
    expect([closing?.status, firstResponse?.status]).toEqual(['paused', 'overdue']);
    expect(closing && told(closing, 'zh-CN').find((line) => line.includes('寄样'))).toContain(
      '等客户寄样：请客户寄回 3 袋',
    );
  });

  it('over its cap runs again, and that is told', () => {
    const long = [RECEIVED, paused('03-04 09:00'), event('resumed', '03-12 09:00')];
    // Two days of 24 hours, 03-04 09:00 to 03-06 09:00, are two working days.
    expect(dues(long)['closing']).toBe('03-12 18:00');
    expect(findings(long, OURS)).toEqual(['pauseOverCap']);
    const { closing } = track(PACK, [RECEIVED, paused('03-04 09:00')], '03-09 10:00', { company: OURS });
    expect(closing).toMatchObject({ status: 'running', pauses: [{ isCapped: true }] });
  });

  it('is refused with its reason where the company has not listed it', () => {
    for (const company of [COMPANY, { ...OURS, policyId: 'other' }]) {
      expect(dues(log, company)).toEqual(dues([RECEIVED], company));
      expect(findings(log, company)).toEqual(['unlistedPauseReason', 'resumedWithoutPause']);
    }
    expect(findings(log, null)).toEqual(['unlistedPauseReason', 'resumedWithoutPause']);
  });

  it('is refused without the note that it needs', () => {
    const silent = [RECEIVED, paused('03-04 09:00', { note: undefined }), RESUMED];
    expect(findings(silent, OURS)).toEqual(['pauseNeedsNote', 'resumedWithoutPause']);
    expect(dues(silent)).toEqual(dues([RECEIVED]));
  });

  it('never pauses the first response, whatever the company and the entry say', () => {
    const greedy = answered({ pauseReasons: [{ ...SAMPLE, stops: ['firstResponse', 'closing'] }] });
    const early = [RECEIVED, paused('03-03 09:30', { milestones: ['firstResponse'] })];
    expect(dues(early, greedy)['firstResponse']).toBe('03-03 14:30');
    expect(findings(early, greedy)).toEqual(['firstResponseNeverPaused']);
    expect(track(PACK, [RECEIVED, paused('03-03 09:30')], '03-03 15:00', { company: greedy })).toMatchObject({
      firstResponse: { status: 'overdue', pauses: [] },
      closing: { status: 'paused' },
    });
  });

  it('wants its evidence named: told where it is missing, counted all the same', () => {
    const evidence = { 'zh-CN': '寄样单号', 'zh-TW': '寄樣單號', en: 'the consignment number' };
    const strict = answered({ pauseReasons: [{ ...SAMPLE, evidence }] });
    expect(findings(log, strict)).toEqual(['pauseWithoutEvidence']);
    expect(dues(log, strict)).toEqual(dues(log));
    expect(findings([RECEIVED, paused('03-04 09:00', { evidence: 'SF1029384756' }), RESUMED], strict)).toEqual([]);
    for (const locale of LOCALES)
      expect(sayLine(locale, 'deadline.finding', { code: 'pauseWithoutEvidence', params: {} })).not.toMatch(/[{}]/);
  });

  it('counts the same whether or not the answers were laid over the pack before', () => {
    const before = overlayCompany(PACK, OURS).pack;
    expect(track(before, log, '03-20 09:00', { company: OURS })).toEqual(
      track(PACK, log, '03-20 09:00', { company: OURS }),
    );
    const state = replayEvents(log, before, 'Asia/Shanghai');
    expect(track(PACK, [], '03-20 09:00', { company: OURS, log: { state } })).toEqual(
      track(PACK, log, '03-20 09:00', { company: OURS }),
    );
  });
});

describe('how a company lets a closed complaint go on', () => {
  const reopened = (way: 'continue' | 'newCycle' | 'linkedCase', at = '03-20 09:00') =>
    event('reopened', at, { way, reason: '又坏了' });
  const closed = [RECEIVED, event('acknowledged', '03-03 10:00'), event('closed', '03-05 18:00')];
  const ways = ['continue', 'newCycle', 'linkedCase'] as const;

  it('is asked for where nobody has said so', () => {
    for (const way of ways) expect(findings([...closed, reopened(way)], COMPANY)).toEqual(['reopenWayNotConfigured']);
  });

  it.each(ways)('reaches the log: %s', (way) => {
    const ours = answered({ reopening: { way, cutOffDays: 30 } });
    for (const done of ways)
      expect(findings([...closed, reopened(done)], ours)).toEqual(done === way ? [] : ['reopenedOtherWay']);
  });

  it('has an age from which a linked complaint is better', () => {
    const ours = (cutOffDays: number | null) => answered({ reopening: { way: 'continue', cutOffDays } });
    expect(findings([...closed, reopened('continue')], ours(14))).toEqual(['reopenedAfterCutOff']);
    expect(findings([...closed, reopened('continue')], ours(15))).toEqual([]);
    expect(findings([...closed, reopened('continue')], ours(null))).toEqual([]);
  });

  it('counts on or anew, and leaves the first result beside', () => {
    const ours = answered({ reopening: { way: 'continue', cutOffDays: null } });
    const on = track(PACK, [...closed, reopened('continue')], '03-20 10:00', { company: ours });
    const anew = track(PACK, [...closed, reopened('newCycle')], '03-20 10:00', { company: ours });
    expect([clock(on['closing']?.dueAt ?? null), clock(anew['closing']?.dueAt ?? null)]).toEqual([
      '03-24 18:00',
      '03-27 18:00',
    ]);
    for (const { closing } of [on, anew]) expect(closing?.earlier).toMatchObject([{ cycle: 1, status: 'met' }]);
  });
});
