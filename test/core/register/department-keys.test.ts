import { describe, expect, it } from 'vitest';
import { departmentKeys, namesUnit } from '../../../core/register/department-keys.ts';
import { giveOneSpelling } from '../../../core/statistics/one-spelling.ts';
import { someFacts } from '../statistics/some-facts.ts';

describe('spellings of one department', () => {
  it.each([
    ['财务', '财务部'],
    ['財務部', '财务'],
    ['品质', '品质部门'],
    ['品质部', '品质部门'],
    ['质检', '质检科'],
    ['质检组', '质检'],
    ['档案', '档案室'],
    ['Finance', 'Finance Department'],
    ['finance dept.', 'Finance department'],
  ])('%s and %s are the same', (one, other) => {
    expect(new Set(departmentKeys([one, other, '生产一部']).values()).size).toBe(2);
  });

  it.each([
    ['生产一部', '生产二部'],
    ['生产', '生产一部'],
    ['品质部', '品保'],
    ['品质部', 'QA'],
    ['质检部', '质检科'],
    ['品质、生产', '品质、生产部'],
    ['一部', '二部'],
    ['财务部', ''],
  ])('%s and %s are two', (one, other) => {
    expect(new Set(departmentKeys([one, other]).values()).size).toBe(2);
  });

  it.each([
    ['财务', '财务部', true],
    ['财务部门', '财务部', true],
    ['财务科', '财务部', false],
    ['总经理室', '总经理', false],
    ['品保', '品质部', false],
  ])('%s for the unit %s: %s', (said, name, isSame) => {
    expect(namesUnit(said, name)).toBe(isSame);
  });

  it('leaves a bare name alone that two units bear', () => {
    expect(new Set(departmentKeys(['质检', '质检部', '质检科']).values()).size).toBe(3);
  });

  it.each([
    [['财务', '财务', '财务部'], '财务'],
    [['财务', '财务部'], '财务部'],
  ])('of %j the more frequent is the name, else the longer', (departments, name) => {
    const facts = departments.map((department, at) => someFacts(String(at), { dimensions: { department } }));
    giveOneSpelling(facts);
    expect(new Set(facts.map(({ dimensions }) => dimensions.department))).toEqual(new Set([name]));
  });
});
