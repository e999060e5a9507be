import { describe, expect, it } from 'vitest';
import type { ComplaintEvent } from '../../../core/complaint/complaint-event.ts';
import { replayEvents } from '../../../core/complaint/replay-events.ts';
import { event, milestone, packWith, shanghai } from '../deadline/tracked-pack.ts';

const PACK = { ...packWith(milestone({ id: 'closing' })), reopening: { way: 'continue' as const, cutOffDays: 90 } };
const RECEIVED = event('received', '03-03 09:00');
const replay = (...events: ComplaintEvent[]) => replayEvents([RECEIVED, ...events], PACK, 'Asia/Shanghai');
const reopened = (at: string, way: 'continue' | 'newCycle' | 'linkedCase' = 'continue') =>
  event('reopened', at, { way, reason: '又坏了' });

describe('a complaint that goes on after closing', () => {
  it('keeps the reports that were made before', () => {
    const { cycles } = replay(
      event('progressTold', '03-04 10:00'),
      event('closed', '03-05 18:00'),
      reopened('03-10 09:00'),
      event('progressTold', '03-10 15:00'),
    );
    expect(cycles.map(({ progressTold }) => progressTold)).toEqual([
      [shanghai('03-04 10:00')],
      [shanghai('03-04 10:00'), shanghai('03-10 15:00')],
    ]);
  });

  it('twice was closed for both stretches', () => {
    const { cycles } = replay(
      event('closed', '03-05 18:00'),
      reopened('03-10 09:00'),
      event('closed', '03-11 18:00'),
      reopened('03-13 09:00'),
    );
    expect(cycles.map(({ closedFor }) => closedFor.map(({ from }) => from))).toEqual([
      [],
      [shanghai('03-05 18:00')],
      [shanghai('03-05 18:00'), shanghai('03-11 18:00')],
    ]);
  });

  it('keeps its approvals, and begins without them in a new cycle', () => {
    const approved = [event('approved', '03-04 10:00', { approval: 'spending' }), event('closed', '03-05 18:00')];
    expect(replay(...approved, reopened('03-10 09:00')).approvals).toEqual(['spending']);
    expect(replay(...approved, reopened('03-10 09:00', 'newCycle')).approvals).toEqual([]);
  });

  it('as another complaint may do so at any time', () => {
    const codes = (way: 'continue' | 'linkedCase') =>
      replay(event('closed', '03-05 18:00'), reopened('07-10 09:00', way)).findings.map(({ code }) => code);
    expect(codes('continue')).toContain('reopenedAfterCutOff');
    expect(codes('linkedCase')).not.toContain('reopenedAfterCutOff');
  });
});

describe('what the log says once', () => {
  it('an approval and a confirmation given twice are one each', () => {
    const state = replay(
      event('approved', '03-04 10:00', { approval: 'spending' }),
      event('approved', '03-04 11:00', { approval: 'spending' }),
      event('confirmed', '03-04 12:00', { gate: 'cause' }),
      event('confirmed', '03-04 13:00', { gate: 'cause' }),
    );
    expect([state.approvals, state.confirmed]).toEqual([['spending'], ['cause']]);
  });

  it('a customer who gave no answer is neither satisfied nor sends anything back', () => {
    const asked = replay(event('executed', '03-04 10:00'), event('followedUp', '03-05 10:00', { satisfied: null }));
    expect(asked).toMatchObject({
      ...{ satisfied: null, unsatisfiedCount: 0, backWith: null },
      times: { executedAt: shanghai('03-04 10:00'), followedUpAt: shanghai('03-05 10:00') },
    });
  });

  it('filing a withdrawn complaint leaves it withdrawn', () => {
    expect(replay(event('withdrawn', '03-04 10:00'), event('archived', '03-05 10:00'))).toMatchObject({
      phase: 'withdrawn',
      times: { archivedAt: shanghai('03-05 10:00') },
    });
  });

  it('a grade follows from the one that the log holds, whatever the entry claims', () => {
    const { grades } = replay(
      event('regraded', '03-03 09:10', { from: null, to: 'general', reason: '初判' }),
      event('regraded', '03-03 14:00', { from: 'important', to: 'major', reason: '批量' }),
    );
    expect(grades.map(({ from, to }) => [from, to])).toEqual([
      [null, 'general'],
      ['general', 'major'],
    ]);
  });
});
