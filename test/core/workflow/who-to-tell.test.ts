import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepersOf } from '../../../core/workflow/keepers.ts';
import { NO_PROGRESS } from '../../../core/workflow/progress.ts';
import { superiorsOf, teamsCalled, whoToTell } from '../../../core/workflow/who-to-tell.ts';
import { packWith, situationIn, text } from '../../support/rules-pack.ts';

const role = (id: string, reportsTo: string | null) => ({ id, label: text(id), duty: null, reportsTo, source: 'test' });
const hour = { unit: 'clockMinutes', amount: 60 } as const;

const PACK = packWith({
  roles: [role('clerk', 'head'), role('head', 'leader'), role('leader', null), role('a', 'b'), role('b', 'a')],
  lanes: [
    {
      ...{ id: 'media', label: text('媒体'), when: { anyWord: ['记者'] }, tell: ['spokesman'], tasks: [] },
      source: 'S1f-47',
    },
    { id: 'quiet', label: text('法律'), when: { anyWord: ['律师'] }, tell: [], tasks: [], source: 'S1f-45' },
  ],
  notifications: [
    {
      id: 'quality',
      label: text('质检'),
      when: { category: ['quality'] },
      tell: ['qc'],
      within: hour,
      source: 'S1f-4',
    },
    {
      ...{ id: 'urgent', label: text('上报'), when: { grade: ['major'] }, tell: ['head', 'leader'] },
      ...{ within: { unit: 'immediately' }, source: 'S0-24' },
    },
    {
      ...{
        id: 'blank',
        label: text('周知'),
        when: {},
        tell: ['all'],
        within: { unit: 'notConfigured', blank: '及时' },
      },
      source: 'S1d-13',
    },
  ],
  teams: [
    {
      ...{
        id: 'special',
        label: text('专项小组'),
        when: { grade: ['major'] },
        leader: 'leader',
        duty: text('查明原因'),
      },
      members: [
        { role: 'qc', duty: text('取样检测') },
        { role: 'logistics', duty: null },
      ],
      source: 'S0-26',
    },
    {
      ...{ id: 'intake', label: text('受理小组'), when: null, leader: 'head', duty: null },
      ...{ members: [{ role: 'clerk', duty: null }], source: 'S2-5' },
    },
  ],
});
const told = (description: string) => whoToTell(situationIn(PACK, { description }), PACK);

describe('who must be told', () => {
  it.each([
    ['S0-25: an ordinary complaint', '结块', ['quality', 'blank']],
    ['S0-24: a line that stopped, at once', '结块,生产线停产', ['urgent', 'quality', 'blank']],
    ['S1f-47: a journalist', '结块,记者来了', ['media', 'quality', 'blank']],
    ['a lane that tells nobody', '请律师', ['blank']],
  ])('%s', (_, description, rules) => {
    expect(told(description).map(({ rule }) => rule)).toEqual(rules);
  });

  it('says who, how soon, by which clause and why', () => {
    const [urgent, media] = told('记者看到停产');
    expect(urgent).toEqual({
      ...{ rule: 'urgent', from: 'notification', tell: ['head', 'leader'], within: { unit: 'immediately' } },
      ...{ isAtOnce: true, source: 'S0-24', match: { words: [], facts: [{ kind: 'grade', id: 'major' }] } },
    });
    expect(media).toMatchObject({ from: 'lane', tell: ['spokesman'], within: null, isAtOnce: false });
  });

  it('leaves a blank a blank', () => {
    expect(told('你好')[0]?.within).toEqual({ unit: 'notConfigured', blank: '及时' });
  });
});

describe('teams', () => {
  it('S0-26: are called with leader and duties; standing ones are there already', () => {
    const teams = teamsCalled(situationIn(PACK, { description: '停产' }), PACK);
    expect(teams.map(({ team }) => team)).toEqual(['special']);
    expect(teams[0]).toMatchObject({
      leader: 'leader',
      duty: { en: '查明原因' },
      members: [
        { role: 'qc', duty: { en: '取样检测' } },
        { role: 'logistics', duty: null },
      ],
      source: 'S0-26',
    });
    expect(teamsCalled(situationIn(PACK, { description: '结块' }), PACK)).toEqual([]);
  });
});

describe('the ladder', () => {
  it.each([
    ['clerk', ['head', 'leader']],
    ['leader', []],
    ['nobody', []],
    ['a', ['b']],
  ])('S1f-13: from %s up: %o', (from, expected) => {
    expect(superiorsOf(from, PACK)).toEqual(expected);
  });

  it('ends, whoever reports to whom', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const chain = fc.tuple(...ids.map(() => fc.constantFrom(null, 'nowhere', ...ids)));
    fc.assert(
      fc.property(chain, (superiors) => {
        const pack = packWith({ roles: ids.map((id, at) => role(id, superiors[at] ?? null)) });
        for (const id of ids) {
          const ladder = superiorsOf(id, pack);
          expect(new Set(ladder).size).toBe(ladder.length);
          expect(ladder).not.toContain(id);
        }
      }),
    );
  });
});

describe('who stands for a complaint (S1b-10)', () => {
  const values = { receivedBy: '小李', responsibleDept: '生产部', responsiblePerson: '老王' };

  it.each([
    ['the register', {}, { firstReceiver: '小李', owner: { department: '生产部', person: '老王' } }],
    [
      'the log',
      { firstReceiver: '小张', owner: { department: '质检部', person: '赵工' } },
      { firstReceiver: '小张', owner: { department: '质检部', person: '赵工' } },
    ],
    [
      'both',
      { firstReceiver: null, owner: { department: '质检部', person: null } },
      { firstReceiver: '小李', owner: { department: '质检部', person: '老王' } },
    ],
  ])('as %s says', (_, change, expected) => {
    expect(keepersOf(values, { ...NO_PROGRESS, ...change })).toEqual(expected);
  });

  it('may be nobody yet', () => {
    expect(keepersOf({}, NO_PROGRESS)).toEqual({ firstReceiver: null, owner: { department: null, person: null } });
  });
});
