import { describe, expect, it } from 'vitest';
import { findLawPack } from '../../../../core/policy/law-packs.ts';
import { layLawOver } from '../../../../core/policy/lay-law-over.ts';
import { lintPack } from '../../../../core/policy/lint-pack.ts';
import { LOCALES } from '../../../../core/policy/localized.ts';
import { findPack } from '../../../../core/policy/packs.ts';
import { sayLine } from '../../../../core/wording/say-line.ts';
import { packWith, text } from '../../../support/rules-pack.ts';
import { SMALL_PACK } from '../../../support/small-pack.ts';

type Sections = Parameters<typeof packWith>[0];
type Milestone = (typeof SMALL_PACK.milestones)[number];

const source = 'test';
const [first, closing] = SMALL_PACK.milestones;
const [general, major] = SMALL_PACK.grades;
if (!first || !closing || !general || !major) throw new Error('the small pack lacks its parts');
const clock = (over: Partial<Milestone>): Milestone => ({ ...closing, warnMinutes: 1, ...over });
const step = {
  ...{ id: 'look', label: text('look'), by: 'boss', after: [], done: 'investigatedAt' as const },
  ...{ when: null, approvedBy: null, source },
};
const boss = { id: 'boss', label: text('boss'), duty: null, reportsTo: null, source };
const approval = {
  ...{ id: 'spend', label: text('spend'), of: 'spending' as const, when: {}, over: 1000, by: 'boss', source },
};
const gate = (id: string) => ({ id, label: text(id), when: {}, needs: { kind: 'confirmed' as const }, source });
const rule = (when: object) => ({ id: 'x', grade: 'major', when, reason: text('x'), source });
const say = (words: string) => ({ id: 'calm', step: 'talking' as const, when: {}, text: text(words), source });
const reply = (body: string, words: string[]) => ({
  ...{ id: 'ack', step: 'acknowledgement' as const, label: text('a'), source },
  body: { ...text(body), en: `By the clock ${body}` },
  mustHave: [{ id: 'term', label: text('term'), words, source }],
});
const minutes = (amount: number) => ({ unit: 'clockMinutes' as const, amount });
const days = (amount: number) => ({ unit: 'calendarDays' as const, amount });
const work = (amount: number) => ({ unit: 'workDays' as const, amount });

const found = (sections: Sections) =>
  lintPack(packWith(sections))
    .filter(({ code }) => code !== 'blank')
    .map(({ level, code, where }) => `${level} ${code} ${where}`);

describe('a pack with a slip', () => {
  it.each<[string, Sections, string]>([
    [
      'a clause that its document does not have',
      { documents: [{ prefix: 'Q-', clauses: 40 }], guidance: [{ ...say('x'), source: 'Q-99' }] },
      'error unknownClause guidance.calm',
    ],
    [
      'a clause of another document',
      { documents: [{ prefix: 'Q-', clauses: 40 }], guidance: [{ ...say('x'), source: 'Q-4, R-9' }] },
      'error unknownClause guidance.calm',
    ],
    [
      'a source that is none',
      { documents: [{ prefix: 'Q-', clauses: 40 }], guidance: [{ ...say('x'), source: 'zzz' }] },
      'error unknownClause guidance.calm',
    ],
    ['a blank in guidance', { guidance: [say('在X时间内答复')] }, 'warning blankInText guidance.calm'],
    ['a blank in a reply', { replies: [reply('【X】天内答复', ['答复'])] }, 'warning blankInText replies.ack'],
    ['English that is Chinese', { guidance: [say('请耐心')] }, 'warning notTranslated guidance.calm'],
    [
      'clocks in a circle',
      {
        milestones: [
          clock({ id: 'c1', startsAt: 'planFixedAt', stopsAt: 'executedAt' }),
          clock({ id: 'c2', startsAt: 'executedAt', stopsAt: 'planFixedAt' }),
        ],
      },
      'error circle milestones.planFixedAt',
    ],
    [
      'a clock whose start no step brings',
      {
        roles: [boss],
        workflow: { default: [step] },
        milestones: [clock({ id: 'late', startsAt: 'expertReviewedAt' })],
      },
      'warning neverStarts milestones.late',
    ],
    [
      'two clocks with one start and stop',
      {
        milestones: [
          clock({ id: 'a', targets: { default: days(3) } }),
          clock({ id: 'b', targets: { default: days(5) } }),
        ],
      },
      'warning clocksClash milestones.b',
    ],
    [
      'more time for the graver grade',
      { milestones: [clock({ targets: { default: days(3), major: days(5) } })] },
      'warning graverSlower milestones.closing.major',
    ],
    [
      'more time for the graver grade, hours against days',
      { milestones: [clock({ targets: { default: minutes(600), major: days(1) } })] },
      'warning graverSlower milestones.closing.major',
    ],
    [
      'working minutes beside working days',
      { milestones: [clock({ targets: { default: work(2), major: { unit: 'workMinutes', amount: 60 } } })] },
      'note unitsByGrade milestones.closing',
    ],
    [
      'a warning longer than its time limit',
      { milestones: [clock({ targets: { default: minutes(30) }, warnMinutes: 31 })] },
      'warning warnedTooEarly milestones.closing',
    ],
    [
      'boxes and kilograms in one threshold',
      { gradeRules: [rule({ quantityOver: { units: ['箱', '公斤'], over: 20 } })] },
      'warning unlikeUnits gradeRules.x',
    ],
    ['a grade that no rule gives', { gradeRules: [] }, 'warning gradeNeverGiven grades.major'],
    [
      'a word that is forbidden with a gap',
      { gradeRules: [rule({ anyWord: ['刹车失灵'], noWord: ['刹车…失灵'] })] },
      'error neverHolds gradeRules.x',
    ],
    [
      'a reply that does not say what it asks for',
      { replies: [reply('您好', ['前答复', 'within'])] },
      'warning mustHaveNotSaid replies.ack.term',
    ],
    [
      'two limits for one approval',
      { roles: [boss], approvals: [approval, { ...approval, id: 'more', over: 5000 }] },
      'warning limitsClash approvals.more',
    ],
    [
      'a gate and a test of one id',
      {
        closingGates: [gate('proof')],
        validity: [{ id: 'proof', label: text('p'), needs: { kind: 'confirmed' }, source }],
      },
      'error confirmedTwice validity.proof',
    ],
  ])('is found out: %s', (_, sections, expected) => {
    expect(found(sections)).toContain(expected);
  });

  it.each<[string, Sections]>([
    [
      'clauses of its documents, laws, defaults of ours',
      {
        documents: [
          { prefix: 'Q-', clauses: 40 },
          { prefix: 'ISO 10002', clauses: null },
        ],
        ...{
          fields: [],
          categories: [],
          gradeRules: [rule({ anyWord: ['停产'] })].map((each) => ({ ...each, source: 'Q-1' })),
        },
        grades: [general, major].map((grade) => ({ ...grade, source: 'Q-40' })),
        statuses: SMALL_PACK.statuses.map((status) => ({ ...status, source: 'product' })),
        milestones: [{ ...closing, source: 'ISO 10002 closing, Q-2' }],
      },
    ],
    ['a blank that an open question quotes', { openQuestions: [{ id: 'q', question: text('[X]个工作日？'), source }] }],
    [
      'clocks in a row',
      {
        milestones: [
          clock({ id: 'c1', startsAt: 'planFixedAt', stopsAt: 'executedAt' }),
          clock({ id: 'c2', startsAt: 'executedAt', stopsAt: 'closedAt' }),
        ],
      },
    ],
    [
      'a clock that starts with an approval',
      {
        roles: [boss],
        workflow: { default: [step] },
        approvals: [{ ...approval, of: 'plan', over: null }],
        milestones: [clock({ startsAt: 'planApprovedAt' })],
      },
    ],
    [
      'two clocks for two grades',
      {
        milestones: [
          clock({ id: 'a', when: { grade: ['general'] }, targets: { default: days(3) } }),
          clock({ id: 'b', when: { grade: ['major'] }, targets: { default: days(5) } }),
        ],
      },
    ],
    [
      'the same time for both grades, and a blank',
      {
        milestones: [
          clock({ targets: { default: days(3), major: { unit: 'notConfigured' } } }),
          clock({ id: 'b', stopsAt: 'executedAt' }),
        ],
      },
    ],
    [
      'a warning as long as its time limit',
      { milestones: [clock({ targets: { default: days(1) }, warnMinutes: 1440 })] },
    ],
    [
      'boxes by many names',
      {
        gradeRules: [rule({ quantityOver: { units: ['箱', '件', 'boxes', '大箱'], over: 20 } })],
        fields: [{ field: 'quantity', mandatory: false, question: text('q'), source }],
      },
    ],
    [
      'a word forbidden only with a denial in the gap',
      { gradeRules: [rule({ anyWord: ['刹车没有失灵'], noWord: ['刹车…失灵'] })] },
    ],
    ['a reply that says it by a word with a gap', { replies: [reply('将在今天前答复', ['在…前答复'])] }],
    [
      'two limits of two roles',
      {
        roles: [boss, { ...boss, id: 'chief' }],
        approvals: [approval, { ...approval, id: 'more', over: 5000, by: 'chief' }],
      },
    ],
  ])('is not made of what is in order: %s', (_, sections) => {
    expect(found(sections)).toEqual([]);
  });

  it.each(['', ' ', '　', '…', '​', '——', '……'])(
    'with a word that would stand in every text is refused: “%s”',
    (word) => {
      expect(() => packWith({ gradeRules: [rule({ anyWord: [word] })] })).toThrow();
      expect(() => packWith({ gradeRules: [rule({ anyWord: ['停产'], noWord: [word] })] })).toThrow();
      expect(() =>
        packWith({
          phrases: [{ id: 'p', step: 'talking', use: false, text: text('p'), words: [word], instead: null, source }],
        }),
      ).toThrow();
    },
  );

  it.each(['Q-1;Q-2', 'Q-1,Q-2', ' Q-1', 'Q-1, ', 'Q-1， Q-2', ''])(
    'with a source that is no list of clauses is refused: “%s”',
    (bad) => {
      expect(() => packWith({ guidance: [{ ...say('x'), source: bad }] })).toThrow();
    },
  );

  it('with an empty label is refused', () => {
    expect(() => packWith({ guidance: [say('  ')] })).toThrow();
  });
});

describe('a law laid over a policy', () => {
  it('brings the names of its clauses along', () => {
    const [pack, law] = [findPack('fly-ash'), findLawPack('law-cn-banking')];
    if (!pack || !law) throw new Error('missing');
    const laid = layLawOver(pack, law);
    const unknown = (checked: typeof pack) => lintPack(checked).filter(({ code }) => code === 'unknownClause');
    expect(unknown(laid)).toEqual([]);
    expect(unknown({ ...laid, documents: pack.documents })).not.toEqual([]);
  });
});

describe('what the linter says of these slips', () => {
  it('has words in each language with no gap left', () => {
    const pack = packWith({
      documents: [{ prefix: 'Q-', clauses: 1 }],
      guidance: [say('X时间')],
      roles: [boss],
      workflow: { default: [step] },
      gradeRules: [{ ...rule({ quantityOver: { units: ['箱', '公斤'], over: 20 } }), grade: 'general' }],
      approvals: [approval, { ...approval, id: 'more', over: 5000 }],
      closingGates: [gate('proof')],
      validity: [{ id: 'proof', label: text('p'), needs: { kind: 'confirmed' }, source }],
      replies: [reply('您好', ['前答复'])],
      milestones: [
        clock({
          id: 'a',
          startsAt: 'expertReviewedAt',
          targets: { default: minutes(60), major: days(2) },
          warnMinutes: 99,
        }),
        clock({ id: 'b', startsAt: 'expertReviewedAt', targets: { default: work(2), major: minutes(5) } }),
      ],
    });
    const findings = lintPack(pack);
    const codes = new Set(findings.map(({ code }) => code));
    for (const code of [
      'unknownClause',
      'blankInText',
      'notTranslated',
      'neverStarts',
      'clocksClash',
      'graverSlower',
      'unitsByGrade',
      'warnedTooEarly',
      'unlikeUnits',
      'gradeNeverGiven',
      'limitsClash',
      'confirmedTwice',
      'mustHaveNotSaid',
    ]) {
      expect(codes).toContain(code);
    }
    for (const finding of findings) {
      for (const locale of LOCALES) expect(sayLine(locale, 'policy.lint', finding)).not.toMatch(/[{}]|policy\./);
    }
  });
});
