import { describe, expect, it } from 'vitest';
import { findPack, PACKS } from '../../../core/policy/packs.ts';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import { sayChange } from '../../../core/what-if/say-change.ts';
import { whatIf, type PastComplaint } from '../../../core/what-if/what-if.ts';
import { axisOf, packWith, text } from '../../support/rules-pack.ts';
import { SMALL_COMPANY, SMALL_PACK } from '../../support/small-pack.ts';

const source = 'test';
const asOf = '2026-03-05T09:00:00+08:00';
const zone = 'Asia/Shanghai';
const receivedAt = '2026-03-03T09:00:00+08:00';
const complaints: PastComplaint[] = [
  { id: 'lumps', values: { receivedAt, description: '粉煤灰结块' } },
  { id: 'stopped', values: { receivedAt, description: '结块，导致停产' } },
  { id: 'late', values: { receivedAt, description: '送货延迟两天' } },
];
const roles = ['lab', 'yard'].map((id) => ({ id, label: text(id), duty: null, reportsTo: null, source }));
const row = (id: string, department: string) => ({
  ...{ id, label: text(id), departments: [department], share: 'main' as const, source: `clause ${id}` },
  when: { axis: { defect: ['lumps'] } },
});
const before = packWith({ roles, axes: [axisOf('defect', { lumps: ['结块'] })], responsibility: [row('r1', 'lab')] });

const ask = (after: PolicyPack, past = complaints) =>
  whatIf({ complaints: past, before, after, company: SMALL_COMPANY, asOf, zone });
const kinds = (after: PolicyPack, past = complaints) =>
  ask(after, past).changed.map(({ id, changes }) => [id, changes.map(({ what }) => what)]);

describe('what a changed policy would have made of past complaints', () => {
  it('is nothing when the policy is the same', () => {
    expect(ask({ ...before })).toEqual({
      changed: [],
      unchanged: 3,
      counts: { category: 0, grade: 0, routes: 0, departments: 0, deadline: 0 },
    });
  });

  it.each(PACKS)('$id: its own examples stay as they are under the same policy', (pack) => {
    const past = pack.examples.map(({ name, given, chosen }) => ({ id: name, values: given, own: chosen ?? {} }));
    const same = whatIf({ complaints: past, before: pack, after: { ...pack }, company: null, asOf, zone });
    expect(same.unchanged).toBe(past.length);
  });

  it('is a graver grade and its earlier deadline, with clause and words', () => {
    const rule = {
      id: 'lumps',
      grade: 'major',
      when: { anyWord: ['结块'] },
      reason: text('lumps'),
      source: 'clause 9',
    };
    const after = { ...before, gradeRules: [...before.gradeRules, rule] };
    const { changed, unchanged, counts } = ask(after);
    expect(changed.map(({ id }) => id)).toEqual(['lumps']);
    expect({ unchanged, counts }).toEqual({
      unchanged: 2,
      counts: { category: 0, grade: 1, routes: 0, departments: 0, deadline: 1 },
    });
    const [grade, deadline] = changed[0]?.changes ?? [];
    expect(grade).toMatchObject({
      before: { ids: ['general'], source: null },
      after: { ids: ['major'], source: 'clause 9', quotes: ['结块'] },
    });
    expect(deadline).toMatchObject({
      milestone: 'closing',
      before: { deadline: { dueAt: '2026-03-06T23:59:59+08:00' } },
      after: { deadline: { dueAt: '2026-03-04T23:59:59+08:00' } },
    });
  });

  it('is another category, and other departments', () => {
    const [quality, delivery] = SMALL_PACK.categories;
    if (!quality || !delivery) throw new Error('the small pack lacks its categories');
    expect(kinds({ ...before, categories: [{ ...quality, words: {} }, delivery] })).toEqual([
      ['lumps', ['category']],
      ['stopped', ['category']],
    ]);
    expect(kinds({ ...before, responsibility: [row('r2', 'yard')] })).toEqual([
      ['lumps', ['departments']],
      ['stopped', ['departments']],
    ]);
  });

  it('is another department to go to first, whether or not there is a matrix', () => {
    const route = (departments: string[]) => [{ id: 'quality', when: {}, departments, source: 'clause 3' }];
    const routed = { ...before, routes: route(['lab']) };
    const { changed, counts } = whatIf({
      ...{
        complaints,
        before: routed,
        after: { ...routed, routes: route(['yard']) },
        company: SMALL_COMPANY,
        asOf,
        zone,
      },
    });
    expect(counts).toEqual({ category: 0, grade: 0, routes: 3, departments: 0, deadline: 0 });
    expect(changed[0]?.changes).toMatchObject([
      { what: 'routes', before: { ids: ['lab'] }, after: { ids: ['yard'], source: 'clause 3' } },
    ]);
    const [change] = changed[0]?.changes ?? [];
    expect(change && sayChange(change, 'zh-CN', zone)[0]).toBe('首先转至：由“lab”变为“yard”');
  });

  it('of the concrete supplier, whose routing alone is changed: every complaint about quality', () => {
    const pack = findPack('fly-ash');
    const [first, ...others] = pack?.routes ?? [];
    if (!pack || !first) throw new Error('the fly-ash pack has no routes');
    const after = { ...pack, routes: [{ ...first, departments: ['sales'] }, ...others] };
    const values = { receivedAt, description: '粉煤灰结块' };
    const found = whatIf({ complaints: [{ id: 'x', values }], before: pack, after, company: null, asOf, zone });
    expect(found.changed).toMatchObject([
      {
        changes: [
          { what: 'routes', before: { ids: ['production', 'quality'], source: 'S0-21' }, after: { ids: ['sales'] } },
        ],
      },
    ]);
  });

  it('is no change where only the order of the departments or the clause is another', () => {
    const both = { ...row('r1', 'lab'), departments: ['lab', 'yard'] };
    const turned = { ...both, departments: ['yard', 'lab'], source: 'another clause' };
    const packs = [both, turned].map((each) => ({ ...before, responsibility: [each] }));
    const [one, other] = packs;
    if (!one || !other) throw new Error('two packs');
    expect(whatIf({ complaints, before: one, after: other, company: null, asOf, zone }).changed).toEqual([]);
  });

  it('is a milestone that would no longer apply, or be blank', () => {
    const [first, ...others] = before.milestones;
    if (!first) throw new Error('the small pack lacks its milestones');
    const onlyMajor = { ...before, milestones: [{ ...first, when: { grade: ['major'] } }, ...others] };
    expect(kinds(onlyMajor)).toEqual([
      ['lumps', ['deadline']],
      ['late', ['deadline']],
    ]);
    const blank = { ...first, targets: { default: { unit: 'notConfigured' as const } } };
    const [change] = ask({ ...before, milestones: [blank, ...others] }).changed[0]?.changes ?? [];
    expect(change && sayChange(change, 'en', zone)[0]).toBe(
      'Time limit: First response: “2026-03-03 10:00” becomes “not set”',
    );
  });

  it('leaves what a person chose', () => {
    const chosen = complaints.map((complaint) => ({ ...complaint, own: { grade: 'general', category: 'delivery' } }));
    const rule = { id: 'all', grade: 'major', when: { anyWord: ['结块'] }, reason: text('all'), source };
    expect(kinds({ ...before, gradeRules: [rule] }, chosen)).toEqual([]);
  });

  it('is said with its reasons in each language', () => {
    const rule = { id: 'lumps', grade: 'major', when: { anyWord: ['结块'] }, reason: text('lumps'), source: 'S0-23' };
    const [grade] = ask({ ...before, gradeRules: [rule] }).changed[0]?.changes ?? [];
    expect(grade && sayChange(grade, 'zh-CN', zone)).toEqual([
      '等级：由“一般”变为“重大”',
      '没有条款适用',
      '按 S0-23 判定，依据“结块”',
    ]);
    expect(grade && sayChange(grade, 'en', zone)).toEqual([
      'Grade: “General” becomes “Major”',
      'No clause applies',
      'By S0-23, because of “结块”',
    ]);
  });

  it('shows a real change of the tofu maker: the batch at more than 10 boxes instead of 20', () => {
    const food = findPack('food');
    if (!food) throw new Error('the food pack is missing');
    const lower = JSON.parse(JSON.stringify(food).replaceAll('"over":20', '"over":10')) as PolicyPack;
    const values = { receivedAt, description: '经销商反映封口机故障，15箱封口开裂，漏汁', quantity: '15箱' };
    const { changed } = whatIf({
      complaints: [{ id: 'seal', values }],
      before: food,
      after: lower,
      company: null,
      asOf,
      zone,
    });
    const grade = changed[0]?.changes.find(({ what }) => what === 'grade');
    expect(grade).toMatchObject({ before: { ids: ['b'] }, after: { ids: ['a'], source: 'S1f-38' } });
  });
});
