import { describe, expect, it } from 'vitest';
import { lintPack } from '../../../core/policy/lint-pack.ts';
import { findPack } from '../../../core/policy/packs.ts';
import { PolicyPack } from '../../../core/policy/policy-pack.ts';

const sound = findPack('fly-ash');
if (!sound) throw new Error('the fly-ash pack is missing');

const label = { 'zh-CN': '一', 'zh-TW': '一', en: 'one' };
const rule = { id: 'x', grade: 'major', when: { anyWord: ['漏浆'] }, reason: label, source: 'test' };
const [milestone] = sound.milestones;

const findings = (change: object) =>
  lintPack(PolicyPack.parse({ ...sound, ...change })).map(({ level, code, where }) => `${level} ${code} ${where}`);

describe('linting a pack', () => {
  it.each([
    [
      'a rule for a grade that is not there',
      { gradeRules: [{ ...rule, grade: 'a' }], examples: [] },
      'error unknownGrade gradeRules.x.a',
    ],
    [
      'a condition on an unknown category',
      { gradeRules: [{ ...rule, when: { category: ['noise'] } }], examples: [] },
      'error unknownCategory gradeRules.x.noise',
    ],
    [
      'a target for an unknown grade',
      { milestones: [{ ...milestone, targets: { default: { unit: 'notConfigured' }, b: { unit: 'notConfigured' } } }] },
      'error unknownGrade milestones.firstResponse.b',
    ],
    ['the same id twice', { milestones: [milestone, milestone] }, 'error duplicateId milestones.firstResponse'],
    [
      'an example that expects an unknown rule',
      { examples: [{ name: 'e', given: {}, expect: { gradeRule: 'nope' } }] },
      'error unknownRule examples.e.nope',
    ],
    [
      'a condition that always holds',
      { gradeRules: [{ ...rule, when: {} }], examples: [] },
      'error emptyCondition gradeRules.x',
    ],
    [
      'a rule behind one that always holds',
      {
        gradeRules: [
          { ...rule, when: {} },
          { ...rule, id: 'y' },
        ],
        examples: [],
      },
      'error unreachableRule gradeRules.y',
    ],
    [
      'a word that a graver rule takes (S1f-C1)',
      { gradeRules: [{ ...rule, id: 'mild', grade: 'general' }, rule], examples: [] },
      'warning unreachableWord gradeRules.mild.漏浆',
    ],
    [
      'one name for two grades',
      { grades: sound.grades.map((grade) => ({ ...grade, synonyms: ['甲'] })) },
      'error ambiguousSynonym grades.major.甲',
    ],
    [
      'no status that closes',
      { statuses: sound.statuses.filter(({ isOpen }) => isOpen) },
      'error noClosedStatus statuses',
    ],
  ])('finds %s', (_, change, expected) => {
    expect(findings(change)).toContain(expected);
  });

  it('finds nothing in a sound pack', () => {
    expect(findings({})).toEqual([]);
  });
});
