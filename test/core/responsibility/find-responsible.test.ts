import { describe, expect, it } from 'vitest';
import { findConflicts } from '../../../core/responsibility/find-conflicts.ts';
import { findResponsible } from '../../../core/responsibility/find-responsible.ts';
import { firstDepartments } from '../../../core/responsibility/first-departments.ts';
import { axisOf, packWith, situationIn, text } from '../../support/rules-pack.ts';

/** A few rows of the tofu maker's matrix (S1f §10), as the document has them. */
const PACK = packWith({
  axes: [
    axisOf('origin', { consumer: ['吃到', '买回家'], channel: ['经销商仓库', '收货时'] }),
    axisOf('defect', {
      machinePart: ['螺丝', '机器零件'],
      insect: ['虫'],
      sealLeak: ['漏气'],
      packDamage: ['包装破损'],
    }),
  ],
  gradeRules: [
    {
      id: 'foreign',
      grade: 'major',
      when: { anyWord: ['螺丝', '虫'] },
      reason: text('foreign'),
      source: 'S1f-24',
    },
  ],
  responsibility: [
    row('machinePart', ['team', 'facilities'], 'S1f-32', 'consumer', 'machinePart', 'major'),
    row('insect', ['team'], 'S1f-36', 'consumer', 'insect', 'major'),
    row('sealLeak', ['team'], 'S1f-40', 'consumer', 'sealLeak'),
    row('packDamageInChannel', ['marketing'], 'S1f-44', 'channel', 'packDamage'),
    row('packDamageAtHome', ['team'], 'S1f-41, S1f-C3', 'consumer', 'packDamage'),
  ],
  routes: [
    { id: 'quality', when: { category: ['quality'] }, departments: ['production', 'qualityControl'], source: 'S0-21' },
    { id: 'delivery', when: { category: ['delivery'] }, departments: ['logistics', 'sales'], source: 'S0-21' },
  ],
});

function row(id: string, departments: string[], source: string, origin: string, defect: string, grade?: string) {
  const when = { axis: { origin: [origin], defect: [defect] }, ...(grade && { grade: [grade] }) };
  return { id, label: text(id), when, departments, share: 'joint' as const, source };
}

const responsible = (description: string, pack = PACK) => findResponsible(situationIn(pack, { description }), pack);

describe('who answers for a complaint', () => {
  it.each([
    ['吃到一颗螺丝', ['team', 'facilities'], 'S1f-32'],
    ['吃到虫', ['team'], 'S1f-36'],
    ['买回家才发现漏气', ['team'], 'S1f-40'],
    ['经销商仓库里包装破损', ['marketing'], 'S1f-44'],
    ['买回家包装破损', ['team'], 'S1f-41, S1f-C3'],
  ])('%s: %o by %s', (description, departments, source) => {
    const found = responsible(description);
    expect(found.departments.map(({ department }) => department)).toEqual(departments);
    expect(found.rows.map((held) => held.source)).toEqual([source]);
    expect(found.conflicts).toEqual([]);
  });

  it('gives the facts for which a row holds', () => {
    expect(responsible('吃到一颗螺丝').rows[0]?.match).toEqual({
      words: [],
      facts: [
        { kind: 'grade', id: 'major' },
        { kind: 'axis', axis: 'origin', id: 'consumer' },
        { kind: 'axis', axis: 'defect', id: 'machinePart' },
      ],
    });
  });

  it('S1f-C3: names nobody for packing damage while its origin is open, and asks for the origin', () => {
    const found = responsible('包装破损三袋');
    expect(found.departments).toEqual([]);
    expect(found.open.map(({ rule, axes }) => ({ rule, axes }))).toEqual([
      { rule: 'packDamageInChannel', axes: [{ axis: 'origin', values: ['channel'] }] },
      { rule: 'packDamageAtHome', axes: [{ axis: 'origin', values: ['consumer'] }] },
    ]);
    expect(found.asks).toEqual([{ axis: 'origin', rules: ['packDamageInChannel', 'packDamageAtHome'] }]);
  });

  it('does not ask for what would change nothing', () => {
    expect(responsible('颜色不好看,吃到一半').asks).toEqual([
      { axis: 'defect', rules: ['sealLeak', 'packDamageAtHome'] },
    ]);
    expect(responsible('吃到一颗螺丝').open).toEqual([]);
  });

  it('follows what a person settled', () => {
    const settled = situationIn(PACK, { description: '包装破损三袋' }, { axes: { origin: 'channel' } });
    expect(findResponsible(settled, PACK).departments).toEqual([
      { department: 'marketing', shares: ['joint'], rules: ['packDamageInChannel'], source: 'S1f-44' },
    ]);
  });

  it('S4-33, S4-34: keeps main and corresponding shares apart, one line for each department', () => {
    const pack = packWith({
      responsibility: [
        { ...row('made', ['production'], 'S4-33', '', ''), share: 'main', when: { anyWord: ['制造缺陷'] } },
        { ...row('late', ['afterSales'], 'S4-34', '', ''), share: 'corresponding', when: { anyWord: ['维修不及时'] } },
        { ...row('rude', ['afterSales'], 'S4-34', '', ''), share: 'corresponding', when: { anyWord: ['态度'] } },
      ],
    });
    const found = responsible('制造缺陷,而且维修不及时,态度也差', pack);
    expect(found.departments).toEqual([
      { department: 'production', shares: ['main'], rules: ['made'], source: 'S4-33' },
      { department: 'afterSales', shares: ['corresponding'], rules: ['late', 'rude'], source: 'S4-34' },
    ]);
    expect(found.conflicts).toEqual([]);
    expect(found.rows.map(({ match }) => match.words.map(({ quote }) => quote))).toEqual([
      ['制造缺陷'],
      ['维修不及时'],
      ['态度'],
    ]);
  });
});

describe('rows that disagree', () => {
  const said = (rule: string, departments: string[], share: 'main' | 'corresponding' | 'joint' = 'main') => ({
    ...{ rule, departments, share, source: `clause ${rule}` },
  });

  it.each([
    ['different departments', said('a', ['x']), said('b', ['y']), [['departments', ['x', 'y']]]],
    ['overlapping departments', said('a', ['x', 'y']), said('b', ['y', 'z']), [['departments', ['x', 'z']]]],
    ['one that says more', said('a', ['x', 'y']), said('b', ['x']), []],
    ['the same', said('a', ['x']), said('b', ['x']), []],
    ['different shares', said('a', ['x']), said('b', ['x'], 'corresponding'), [['share', ['x']]]],
    ['an added corresponding share', said('a', ['x']), said('b', ['y'], 'corresponding'), []],
    ['joint rows that differ', said('a', ['x'], 'joint'), said('b', ['y'], 'joint'), [['departments', ['x', 'y']]]],
  ])('%s', (_, first, second, expected) => {
    const found = findConflicts([first, second]);
    expect(found.map(({ code, departments }) => [code, departments])).toEqual(expected);
    for (const { rules, sources } of found) {
      expect({ rules, sources }).toEqual({ rules: ['a', 'b'], sources: ['clause a', 'clause b'] });
    }
  });

  it('are shown for every pair, and nothing is taken away from the answer', () => {
    const pack = packWith({
      responsibility: ['x', 'y', 'z'].map((department) => ({
        ...{ id: department, label: text(department), when: {}, departments: [department] },
        ...{ share: 'main' as const, source: department },
      })),
    });
    const found = responsible('任何事', pack);
    expect(found.conflicts.map(({ rules }) => rules.join('-'))).toEqual(['x-y', 'x-z', 'y-z']);
    expect(found.departments).toHaveLength(3);
  });
});

describe('where a complaint goes first', () => {
  it.each([
    ['细度不达标,有结块', ['production', 'qualityControl']],
    ['交货延迟两天', ['logistics', 'sales']],
    ['你好', []],
  ])('S0-21: %s → %o', (description, departments) => {
    const routes = firstDepartments(situationIn(PACK, { description }), PACK);
    expect(routes.flatMap((route) => route.departments)).toEqual(departments);
    for (const { source, match } of routes) {
      expect(source).toBe('S0-21');
      expect(match.facts).toHaveLength(1);
    }
  });
});
