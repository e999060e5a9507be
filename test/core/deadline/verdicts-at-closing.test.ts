import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ClosingVerdict } from '../../../core/complaint/complaint-event.ts';
import { TrackedStatus } from '../../../core/deadline/deadline-state.ts';
import { verdictsAtClosing } from '../../../core/deadline/verdicts-at-closing.ts';
import type { TrackedDeadline } from '../../../core/deadline/tracked-deadline.ts';
import { event, milestone, only, packWith, shanghai, track } from './tracked-pack.ts';

const RECEIVED = event('received', '03-03 09:00');
const SAMPLE = only(track(packWith(milestone({ id: 'closing' })), [RECEIVED], '03-03 10:00'));
const deadline = (change: Partial<TrackedDeadline>): TrackedDeadline => ({ ...SAMPLE, ...change });

describe('what is written down when a complaint is closed', () => {
  it.each(TrackedStatus.options)('a deadline that is %s is a verdict only when it was met or missed', (status) => {
    const verdicts = verdictsAtClosing([deadline({ status, blamedAfter: shanghai('03-04 09:30') })]);
    expect(verdicts).toEqual(
      status === 'met' || status === 'missed' ? [{ milestone: 'closing', dueAt: shanghai('03-04 09:30'), status }] : [],
    );
  });

  it('the time is the one after which somebody is blamed, which may be the promise', () => {
    const promised = { dueAt: shanghai('03-04 09:30'), blamedAfter: shanghai('03-04 17:00'), status: 'met' as const };
    expect(verdictsAtClosing([deadline(promised)])).toMatchObject([{ dueAt: shanghai('03-04 17:00') }]);
  });

  it('nothing of what had no time to be measured by', () => {
    expect(verdictsAtClosing([deadline({ status: 'met', blamedAfter: null })])).toEqual([]);
    expect(verdictsAtClosing([])).toEqual([]);
  });

  it('fits the entry of closing, one for each milestone, in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...TrackedStatus.options), { maxLength: 5 }), (statuses) => {
        const given = statuses.map((status, i) =>
          deadline({ milestone: `m${String(i)}`, status, blamedAfter: shanghai('03-04 09:30') }),
        );
        const verdicts = verdictsAtClosing(given).map((verdict) => ClosingVerdict.parse(verdict));
        const over = given.filter(({ status }) => status === 'met' || status === 'missed');
        expect(verdicts.map((verdict) => verdict.milestone)).toEqual(over.map((each) => each.milestone));
      }),
    );
  });
});

describe('a verdict that was written down', () => {
  const pack = packWith(milestone({ id: 'closing', target: { unit: 'clockMinutes', amount: 1440 } }));
  const closed = (at: string, verdicts: ClosingVerdict[]) => [RECEIVED, event('closed', at, { verdicts })];
  const verdict = (dueAt: string, status: 'met' | 'missed'): ClosingVerdict[] => [
    { milestone: 'closing', dueAt: shanghai(dueAt), status },
  ];

  it('is what one reads back, however late one looks', () => {
    const before = track(pack, [RECEIVED, event('closed', '03-04 08:00')], '03-04 08:00');
    const verdicts = verdictsAtClosing(Object.values(before));
    const after = only(track(pack, closed('03-04 08:00', verdicts), '12-31 08:00'));
    expect([after.status, after.dueAt]).toEqual(['met', shanghai('03-04 09:00')]);
    // The time is the same as computed now: nothing to explain.
    expect(after.trace.map(({ code }) => code)).not.toContain('verdictKept');
  });

  it('goes before a target that was tightened or loosened later', () => {
    const tightened = packWith(milestone({ id: 'closing', target: { unit: 'clockMinutes', amount: 60 } }));
    const kept = only(track(tightened, closed('03-04 08:00', verdict('03-04 09:00', 'met')), '03-20 09:00'));
    expect(kept).toMatchObject({ status: 'met', dueAt: shanghai('03-04 09:00'), blamedAfter: shanghai('03-04 09:00') });
    expect(kept.trace.at(-1)).toEqual({ code: 'verdictKept', params: { at: '2026-03-04 09:00' } });
    const loosened = packWith(milestone({ id: 'closing', target: { unit: 'clockMinutes', amount: 9000 } }));
    expect(only(track(loosened, closed('03-05 08:00', verdict('03-04 09:00', 'missed')), '03-20 09:00')).status).toBe(
      'missed',
    );
  });

  it('is kept where the policy has no time any more', () => {
    const blank = packWith(milestone({ id: 'closing', target: { unit: 'notConfigured' } }));
    const kept = only(track(blank, closed('03-04 08:00', verdict('03-04 09:00', 'met')), '03-20 09:00'));
    expect(kept).toMatchObject({ basis: 'notConfigured', status: 'met', dueAt: shanghai('03-04 09:00') });
  });

  it('of a milestone that the policy dropped is no trouble', () => {
    const other: ClosingVerdict[] = [{ milestone: 'gone', dueAt: shanghai('03-04 09:00'), status: 'missed' }];
    expect(only(track(pack, closed('03-04 08:00', other), '03-20 09:00')).status).toBe('met');
  });

  it('does not hold for the cycle after, and stays beside as the result of the one before', () => {
    const events = [
      ...closed('03-05 08:00', verdict('03-04 09:00', 'missed')),
      event('reopened', '03-10 09:00', { way: 'newCycle', reason: '又漏水' }),
    ];
    expect(only(track(pack, events, '03-10 10:00'))).toMatchObject({
      status: 'running',
      dueAt: shanghai('03-11 09:00'),
      earlier: [{ cycle: 1, status: 'missed', dueAt: shanghai('03-04 09:00') }],
    });
  });
});
