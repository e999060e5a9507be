import { describe, expect, it } from 'vitest';
import { PACKS } from '../../../../core/policy/packs.ts';
import { rowEvaluator } from '../../../../core/register/evaluate-row.ts';
import { departmentText } from '../../../../core/register/row-department.ts';
import { learnWords, wordTaught } from '../../../../core/register/settings/learned-words.ts';
import { registerPolicy } from '../../../../core/register/settings/register-policy.ts';
import { NO_TEAM, type LearnedWord } from '../../../../core/register/settings/team-settings.ts';

const pack = PACKS.find(({ id }) => id === 'fly-ash') ?? PACKS[0];
if (pack === undefined) throw new Error('no pack');
const [role] = pack.roles;
const [category] = pack.categories;
if (role === undefined || category === undefined) throw new Error('no roles');

describe('a word that a person mapped', () => {
  it.each([
    [
      'a department',
      'responsibleDept',
      '老化验',
      role.label['zh-CN'],
      { of: 'department', word: '老化验', means: role.id },
    ],
    [
      'a category',
      'category',
      '乱七八糟',
      category.label['zh-CN'],
      { of: 'category', word: '乱七八糟', means: category.id },
    ],
    ['a name that the policy has not', 'responsibleDept', '老化验', '某某部', null],
    ['what is read so already', 'category', category.label.en, category.label['zh-CN'], null],
    ['a field without choices', 'customerName', '甲', '乙', null],
    ['an empty cell', 'category', ' ', category.label['zh-CN'], null],
  ] as const)('is learnt as what it stands for: %s', (_, field, word, canonical, expected) => {
    expect(wordTaught(field, { word, canonical }, pack)).toEqual(expected);
  });

  it('has its last meaning, whatever its blanks and width', () => {
    const word = (text: string, means: string): LearnedWord => ({ of: 'department', word: text, means });
    expect(learnWords([word('质检', 'a'), word('物流', 'b')], [word('质 检', 'c')])).toEqual([
      word('质 检', 'c'),
      word('物流', 'b'),
    ]);
  });

  it('is applied to rows: a department of the team’s own words is the policy’s', () => {
    const words: LearnedWord[] = [{ of: 'department', word: '老化验', means: role.id }];
    const department = (team: typeof NO_TEAM) => {
      const inForce = registerPolicy({ policy: { id: pack.id }, company: null, team });
      if (inForce === null) throw new Error('no policy');
      const evaluate = rowEvaluator({
        ...{ pack: inForce.pack, company: null, asOf: '2026-11-22T10:00:00+08:00', zone: 'Asia/Shanghai' },
      });
      return departmentText(evaluate({ responsibleDept: '老 化验' }).department, inForce.pack, 'zh-CN');
    };
    expect(department(NO_TEAM)).toBe('老 化验');
    expect(department({ ...NO_TEAM, words })).toBe(role.label['zh-CN']);
  });
});
