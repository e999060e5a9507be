import { describe, expect, it } from 'vitest';
import { checkNoLetOffs } from '../../../core/accountability/check-no-let-offs.ts';
import { proposeMeasures } from '../../../core/accountability/propose-measures.ts';
import { packWith, text } from '../../support/rules-pack.ts';

const measure = (
  id: string,
  kind: 'reward' | 'penalty',
  of: 'person' | 'department',
  severity: number | null,
  amount: number | null = null,
) => ({
  ...{ id, label: text(id), kind, of, severity, when: null, amount },
  source: kind === 'reward' ? 'S2-31' : 'S2-33',
});

/** What the EV seller's rules know (S2-31 to S2-34). */
const PACK = packWith({
  verdicts: [
    { id: 'founded', label: text('属实'), founded: true, replyDuty: true, source: 'S1e-4' },
    { id: 'unfounded', label: text('不实'), founded: false, replyDuty: true, source: 'S1e-3' },
  ],
  accountability: {
    measures: [
      measure('dismissal', 'penalty', 'person', 5),
      measure('talk', 'penalty', 'person', null),
      measure('warning', 'penalty', 'person', 1),
      measure('fine', 'penalty', 'person', 2, 200),
      measure('headWarned', 'penalty', 'department', 1),
      measure('bonus', 'reward', 'person', null),
    ],
    noLetOffs: ['cause', 'person', 'measures', 'taught'].map((id) => ({ id, label: text(id), source: 'S1e-5' })),
    appeal: { to: 'supervision', label: text('申诉'), source: 'S2-24' },
    performanceShare: { percent: null, source: 'S2-35' },
  },
});

describe('rewards and penalties', () => {
  it.each([
    ['penalty', 'person', ['warning', 'fine', 'dismissal', 'talk']],
    ['penalty', 'department', ['headWarned']],
    ['reward', 'person', ['bonus']],
  ] as const)('S2-31 to S2-34: %s of a %s, mildest first: %o', (kind, of, expected) => {
    const { measures, none } = proposeMeasures({ kind, of }, PACK);
    expect(measures.map(({ measure: id }) => id)).toEqual(expected);
    expect(measures.every(({ source }) => source === (kind === 'reward' ? 'S2-31' : 'S2-33'))).toBe(true);
    expect(none).toBeNull();
  });

  it('proposes those of the judged severity and none before it is judged', () => {
    const proposed = (severity: number | null) =>
      proposeMeasures({ kind: 'penalty', of: 'person', severity }, PACK)
        .measures.filter(({ isProposed }) => isProposed)
        .map(({ measure: id }) => id);
    expect(proposed(2)).toEqual(['fine']);
    expect(proposed(4)).toEqual([]);
    expect(proposed(null)).toEqual([]);
  });

  it('leaves an amount that nobody configured open', () => {
    const { measures } = proposeMeasures({ kind: 'penalty', of: 'person' }, PACK);
    expect(measures.map(({ amount }) => amount)).toEqual([null, 200, null, null]);
  });

  it('S2-24: names where to appeal', () => {
    expect(proposeMeasures({ kind: 'penalty', of: 'person' }, PACK).appeal).toMatchObject({ to: 'supervision' });
    expect(proposeMeasures({ kind: 'penalty', of: 'person' }, packWith({})).appeal).toBeNull();
  });

  it.each([
    ['penalty', 'unfounded', 0, 'unfounded'],
    ['penalty', 'founded', 4, null],
    ['reward', 'unfounded', 1, null],
    ['penalty', 'neverHeardOf', 4, null],
  ] as const)('S1e-3: a %s after the verdict %s', (kind, verdict, count, none) => {
    const found = proposeMeasures({ kind, of: 'person', verdict }, PACK);
    expect([found.measures.length, found.none]).toEqual([count, none]);
  });

  it('says when the pack knows none', () => {
    expect(proposeMeasures({ kind: 'reward', of: 'department' }, PACK)).toMatchObject({
      measures: [],
      none: 'notInPack',
    });
  });
});

describe('四不放过 (S1e-5)', () => {
  it.each([
    [[], [false, false, false, false]],
    [
      ['cause', 'taught'],
      [true, false, false, true],
    ],
    [
      ['cause', 'person', 'measures', 'taught', 'more'],
      [true, true, true, true],
    ],
  ])('confirmed %o', (confirmed, expected) => {
    expect(checkNoLetOffs(PACK, confirmed).map(({ isMet }) => isMet)).toEqual(expected);
  });

  it('is the list of the pack, whatever stands in it', () => {
    expect(checkNoLetOffs(PACK, [])[0]).toEqual({ item: 'cause', label: text('cause'), isMet: false, source: 'S1e-5' });
    expect(checkNoLetOffs(packWith({}), ['cause'])).toEqual([]);
  });
});
