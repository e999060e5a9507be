import { describe, expect, it } from 'vitest';
import { lintPack } from '../../../core/policy/lint-pack.ts';
import { PLACEHOLDERS } from '../../../core/policy/lint/wording-clashes.ts';
import { LOCALES } from '../../../core/policy/localized.ts';
import { findPack, PACKS } from '../../../core/policy/packs.ts';
import { writeReply } from '../../../core/reply/write-reply.ts';
import { sayLine } from '../../../core/wording/say-line.ts';
import { axisOf, packWith, text } from '../../support/rules-pack.ts';
import { SMALL_PACK } from '../../support/small-pack.ts';

type Sections = Parameters<typeof packWith>[0];

const source = 'test';
const when = {};
const rule = { id: 'x', grade: 'major', when: { anyWord: ['漏浆'] }, reason: text('x'), source };
const role = { id: 'boss', label: text('boss'), duty: null, reportsTo: null, source };
const step = {
  ...{ id: 'look', label: text('look'), by: 'boss', after: [], done: 'investigatedAt' as const },
  ...{ when: null, approvedBy: null, source },
};
const row = { id: 'r', label: text('r'), when, departments: ['boss'], share: 'main' as const, source };
const gift = {
  ...{ id: 'gift', label: text('gift'), kind: 'gift' as const, when, consentBy: null, exceptionNeedsReason: true },
  ...{ ratio: { give: 10, per: 1, baseUnit: null }, source },
};
const [milestone, closing] = SMALL_PACK.milestones;
if (!milestone || !closing) throw new Error('the small pack lacks its milestones');
const [status] = SMALL_PACK.statuses;
const leak = axisOf('defect', { leak: ['漏'], other: null });

const found = (sections: Sections) =>
  lintPack(packWith(sections))
    .filter(({ code }) => code !== 'blank')
    .map(({ level, code, where }) => `${level} ${code} ${where}`);

describe('names that lead nowhere', () => {
  it.each<[string, Sections, string]>([
    ['a grade', { gradeRules: [{ ...rule, grade: 'a' }] }, 'gradeRules.x.a'],
    ['a category', { gradeRules: [{ ...rule, when: { category: ['noise'] } }] }, 'gradeRules.x.noise'],
    [
      'a lane',
      { guidance: [{ id: 'g', step: 'talking', when: { lane: ['media'] }, text: text('g'), source }] },
      'guidance.g.media',
    ],
    [
      'an axis',
      { responsibility: [{ ...row, when: { axis: { harm: ['none'] } } }], roles: [role] },
      'responsibility.r.harm',
    ],
    [
      'a value on an axis',
      { axes: [leak], roles: [role], responsibility: [{ ...row, when: { axis: { defect: ['crack'] } } }] },
      'responsibility.r.defect.crack',
    ],
    ['a department', { responsibility: [row] }, 'responsibility.r.boss'],
    ['who a role reports to', { roles: [{ ...role, reportsTo: 'king' }] }, 'roles.boss.king'],
    ['who consents', { remedies: [{ ...gift, consentBy: 'boss' }] }, 'remedies.gift.boss'],
    [
      'who is told in a lane',
      { lanes: [{ id: 'media', label: text('m'), when: { anyWord: ['报社'] }, tell: ['boss'], tasks: [], source }] },
      'lanes.media.boss',
    ],
    [
      'a member of a team',
      {
        roles: [role],
        teams: [
          {
            id: 't',
            label: text('t'),
            when: null,
            leader: 'boss',
            members: [{ role: 'cook', duty: null }],
            duty: null,
            source,
          },
        ],
      },
      'teams.t.cook',
    ],
    ['who does a step', { workflow: { default: [step] } }, 'workflow.default.look.boss'],
    [
      'a step that comes before',
      { roles: [role], workflow: { default: [{ ...step, after: ['think'] }] } },
      'workflow.default.look.think',
    ],
    ['a way for a grade', { roles: [role], workflow: { minor: [step] } }, 'workflow.minor'],
    [
      'a target for a grade',
      { milestones: [{ ...milestone, targets: { ...milestone.targets, b: { unit: 'immediately' } } }] },
      'milestones.firstResponse.b',
    ],
    ['a reason to pause', { milestones: [{ ...closing, pausedBy: ['rain'] }] }, 'milestones.closing.rain'],
    [
      'who hears of it late',
      { milestones: [{ ...closing, escalation: [{ minutes: 0, tell: 'boss' }] }] },
      'milestones.closing.boss',
    ],
    [
      'where to appeal',
      {
        accountability: {
          measures: [],
          noLetOffs: [],
          appeal: { to: 'boss', label: text('a'), source },
          performanceShare: null,
        },
      },
      'accountability.appeal.boss',
    ],
    [
      'a rule in an example',
      { examples: [{ name: 'e', given: {}, expect: { gradeRule: 'nope' } }] },
      'examples.e.nope',
    ],
    [
      'a remedy in an example',
      { examples: [{ name: 'e', given: {}, expect: { remedies: ['cake'] } }] },
      'examples.e.cake',
    ],
  ])('are found: %s', (_, sections, where) => {
    const finding = `error unknownName ${where}`;
    const hits = found(sections);
    expect(hits.some((hit) => hit === finding || hit.startsWith(`${finding}.`))).toBe(true);
  });

  it('are not found where the name leads somewhere', () => {
    const sections = { roles: [role], responsibility: [row], workflow: { default: [step] }, axes: [leak] };
    expect(found(sections)).toEqual([]);
  });
});

describe('names that lead to two things', () => {
  it('are found in every list, nested ones too', () => {
    expect(found({ milestones: [milestone, milestone] })).toContain('error duplicateId milestones.firstResponse');
    const twice = { ...leak, values: [...leak.values, ...leak.values] };
    expect(found({ axes: [twice] })).toContain('error duplicateId axes.defect.values.leak');
    const [field] = SMALL_PACK.fields;
    const fields = field ? [field, field] : [];
    expect(found({ fields })).toContain('error duplicateId fields.customerName');
    const onlySome = field ? [field, { ...field, when: { grade: ['major'] } }] : [];
    expect(found({ fields: onlySome })).not.toContain('error duplicateId fields.customerName');
  });

  it('are found among the words that a ledger uses', () => {
    const grades = SMALL_PACK.grades.map((grade) => ({ ...grade, synonyms: ['甲'] }));
    expect(found({ grades })).toContain('error ambiguousSynonym grades.major.甲');
  });
});

describe('rules that never work', () => {
  const mild = { ...rule, id: 'mild', grade: 'general' };
  it.each<[string, Sections, string]>([
    ['one that always holds', { gradeRules: [{ ...rule, when }] }, 'error emptyCondition gradeRules.x'],
    [
      'one behind one that always holds',
      {
        gradeRules: [
          { ...rule, when },
          { ...rule, id: 'y' },
        ],
      },
      'error unreachableRule gradeRules.y',
    ],
    ['one whose words a graver rule takes', { gradeRules: [mild, rule] }, 'warning unreachableRule gradeRules.mild'],
    [
      'one that asks for what it forbids',
      { gradeRules: [{ ...rule, when: { anyWord: ['严重漏浆'], noWord: ['漏浆'] } }] },
      'error neverHolds gradeRules.x',
    ],
    [
      'a value behind a wider one',
      { axes: [axisOf('defect', { leak: ['漏'], seal: ['封口漏'] })] },
      'warning unreachableValue axes.defect.seal',
    ],
    [
      'a step for another grade',
      { roles: [role], workflow: { major: [{ ...step, when: { grade: ['general'] } }] } },
      'error unreachableStep workflow.major.look',
    ],
    [
      'statuses without an end',
      { statuses: [status, status].flatMap((each) => each ?? []) },
      'error noClosedStatus statuses',
    ],
    [
      'a row for a grade that its value never gets',
      {
        axes: [leak],
        roles: [role],
        gradeRules: [{ ...rule, when: { anyWord: ['漏'] } }],
        responsibility: [{ ...row, when: { grade: ['general'], axis: { defect: ['leak'] } } }],
      },
      'warning gradeRefusesRow responsibility.r',
    ],
  ])('are found: %s', (_, sections, expected) => {
    expect(found(sections)).toContain(expected);
  });

  it('are not taken for dead when the graver rule asks for more, or denies the word', () => {
    const graver = { ...rule, when: { anyWord: ['漏浆'], category: ['quality'] } };
    expect(found({ gradeRules: [graver, mild] })).not.toContain('warning unreachableRule gradeRules.mild');
    const opened = { ...rule, when: { anyWord: ['开封'] } };
    expect(found({ gradeRules: [opened, { ...mild, when: { anyWord: ['没开封'] } }] })).toEqual([]);
  });
});

describe('circles', () => {
  it.each<[string, Sections, string]>([
    [
      'roles that report to each other',
      {
        roles: [
          { ...role, reportsTo: 'chief' },
          { ...role, id: 'chief', reportsTo: 'boss' },
        ],
      },
      'error circle roles.boss',
    ],
    [
      'steps that wait for each other',
      {
        roles: [role],
        workflow: {
          default: [
            { ...step, after: ['act'] },
            { ...step, id: 'act', after: ['look'] },
          ],
        },
      },
      'error circle workflow.default.look',
    ],
    [
      'a grade that hangs on an axis that hangs on the grade',
      {
        axes: [
          { ...leak, values: [{ id: 'leak', label: text('l'), synonyms: [], when: { grade: ['major'] }, source }] },
        ],
        gradeRules: [{ ...rule, when: { axis: { defect: ['leak'] } } }],
      },
      'error circle conditions.grade',
    ],
  ])('are found: %s', (_, sections, expected) => {
    expect(found(sections)).toContain(expected);
  });
});

describe('units', () => {
  const hours = { ...milestone, id: 'reply', targets: { default: { unit: 'hoursOfUnknownKind' as const, amount: 1 } } };
  const working = { ...milestone, targets: { default: { unit: 'workMinutes' as const, amount: 60 } } };
  const days = { ...closing, id: 'done', targets: { default: { unit: 'workDays' as const, amount: 3 } } };
  const many = (units: string[], over: number) => ({
    ...rule,
    id: `n${over}`,
    when: { quantityOver: { units, over } },
  });
  it.each<[string, Sections, string]>([
    ['工作小时 beside 小时', { milestones: [working, hours] }, 'note mixedHours milestones.reply'],
    ['workdays beside calendar days', { milestones: [days, closing] }, 'note mixedDays milestones.closing'],
    [
      'thresholds in boxes and in packs',
      { gradeRules: [many(['箱'], 20), many(['包'], 7)] },
      'warning mixedThresholdUnits gradeRules.n7',
    ],
    ['an amount that no field holds', { gradeRules: [many(['箱'], 20)] }, 'warning amountNotAskedFor gradeRules.n20'],
    [
      'a clock that stops where it starts',
      { milestones: [{ ...milestone, stopsAt: 'receivedAt' }] },
      'error startsWhereItStops milestones.firstResponse',
    ],
  ])('that do not fit are found: %s', (_, sections, expected) => {
    expect(found(sections)).toContain(expected);
  });
});

describe('wording', () => {
  const avoid = {
    id: 'no',
    step: 'talking' as const,
    use: false,
    text: text('n'),
    words: ['不可能'],
    instead: null,
    source,
  };
  const reply = {
    id: 'ack',
    step: 'acknowledgement' as const,
    label: text('a'),
    body: { ...text('这不可能，{boss}'), en: 'Never, {boss}' },
    mustHave: [],
    source,
  };
  it('that the policy itself wants avoided is found in its replies, and gaps that nothing fills', () => {
    expect(found({ phrases: [avoid], replies: [reply] })).toEqual([
      'error unknownPlaceholder replies.ack',
      'warning avoidedWordUsed replies.ack',
    ]);
  });
});

describe('the gaps that a reply may have', () => {
  it('are just those that the writing of replies knows', () => {
    const facts = { values: {}, deadline: null, companyName: null, handler: null, zone: 'UTC' };
    const template = (name: string) => ({
      ...{ id: 'ack', step: 'acknowledgement' as const, label: text('a'), body: text(`{${name}}`), mustHave: [] },
      source,
    });
    const unknown = [...PLACEHOLDERS, 'boss'].filter((name) =>
      writeReply(template(name), facts, 'en').gaps.some(({ code }) => code === 'unknownPlaceholder'),
    );
    expect(unknown).toEqual(['boss']);
  });
});

describe('clauses that clash', () => {
  it('two rows of the matrix that hold together and name different departments; two ratios', () => {
    const cook = { ...role, id: 'cook' };
    const narrow = { ...row, id: 's', when: { category: ['quality'] }, departments: ['cook'] };
    expect(found({ roles: [role, cook], responsibility: [row, narrow] })).toEqual([
      'warning departmentsClash responsibility.s',
    ]);
    const more = { ...gift, id: 'more', ratio: { give: 2, per: 1, baseUnit: null } };
    expect(found({ remedies: [gift, more] })).toEqual(['warning ratiosClash remedies.more']);
  });
});

describe('the contradictions of the tofu maker’s procedure', () => {
  const food = findPack('food');
  if (!food) throw new Error('the food pack is missing');
  /** Without the marks that its authors left: the linter must see it by itself. */
  const unmarked = JSON.parse(
    JSON.stringify(food)
      .replace(/, S1f-C\d/g, '')
      .replace(/"S1f-C\d(, )?/g, '"'),
  ) as typeof food;
  const findings = lintPack(unmarked);

  it.each([
    ['S1f-C1: no production date is B, and C', 'gradedTwice', ['S1f-25', 'S1f-41'], 'gradeRules.rowC'],
    ['S1f-C2: underweight is C, a batch A', 'gradedByMore', ['S1f-37', 'S1f-26'], 'gradeRules.batchUnderweight'],
    [
      'S1f-C2: the number of a batch stands elsewhere',
      'numberElsewhere',
      ['S1f-37', 'S1f-38'],
      'gradeRules.batchUnderweight',
    ],
    ['S1f-C3: pack damage, paid alike', 'liabilityByAxis', ['S1f-26', 'S1f-44', 'S1f-41'], 'axes.defect.packDamage'],
    ['S1f-C4: B and C are both ordinary', 'axisFoldsGrades', ['S1f-40', 'S1f-41'], 'axes.weight.ordinary'],
    ['S1f-C5: 严重破碎 contains 破碎', 'wordInsideWord', ['S1f-44', 'S1f-26'], 'gradeRules.badlyBroken'],
  ])('%s', (_, code, clauses, where) => {
    const finding = findings.find((each) => each.code === code && each.where === where);
    expect(finding?.clauses).toEqual(expect.arrayContaining(clauses));
  });

  it('says which clauses clash, in three languages', () => {
    const date = findings.find(({ code, where }) => code === 'gradedTwice' && where === 'gradeRules.rowC');
    const said = LOCALES.map((locale) => (date ? sayLine(locale, 'policy.lint', date) : ''));
    for (const words of said) {
      expect(words).toContain('S1f-25');
      expect(words).toContain('S1f-41');
    }
    expect(said[0]).toContain('按 S1f-25 属于“B类（一般）”，按 S1f-41 却属于“C类（一般）”');
  });
});

describe('all findings of the packs of the product', () => {
  it.each(PACKS)('$id: have words in each language with no gap left', (pack) => {
    for (const finding of lintPack(pack)) {
      for (const locale of LOCALES) expect(sayLine(locale, 'policy.lint', finding)).not.toMatch(/[{}]/);
    }
  });
});
