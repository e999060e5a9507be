import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComplaintValues } from '../../../core/complaint/complaint-values.ts';
import type { OwnChoices } from '../../../core/grade/own-choices.ts';
import { checkRemedy, type IntendedRemedy } from '../../../core/remedy/check-remedy.ts';
import { neededApprovals, subjectsOf } from '../../../core/remedy/needed-approvals.ts';
import { proposeRemedies } from '../../../core/remedy/propose-remedies.ts';
import { remedyAmount } from '../../../core/remedy/remedy-amount.ts';
import { axisOf, packWith, situationIn, text } from '../../support/rules-pack.ts';

const remedy = (
  id: string,
  kind: 'apology' | 'gift' | 'visit' | 'medicalCost' | 'refund' | 'promise',
  rest: object,
) => ({
  ...{ id, label: text(id), kind, when: null, ratio: null, consentBy: null, exceptionNeedsReason: false },
  ...{ source: 'test', ...rest },
});
const ratio = (give: number, baseUnit: string | null = null, per = 1) => ({ give, per, baseUnit });

/** The tofu maker's ladder (S1f §9.2). */
const TOFU = packWith({
  grades: ['c', 'b', 'a'].map((id) => ({ id, label: text(id), synonyms: [], source: 'S1f' })),
  gradeRules: [
    { id: 'mould', grade: 'a', when: { anyWord: ['发霉'] }, reason: text('mould'), source: 'S1f-24' },
    { id: 'empty', grade: 'b', when: { anyWord: ['空袋'] }, reason: text('empty'), source: 'S1f-25' },
  ],
  axes: [axisOf('harm', { serious: ['住院'], light: ['拉肚子'], none: ['没有吃'] })],
  remedies: [
    remedy('gift1', 'gift', { when: { grade: ['c'] }, ratio: ratio(1), exceptionNeedsReason: true, source: 'S1f-31' }),
    remedy('gift2', 'gift', { when: { grade: ['b'] }, ratio: ratio(2), exceptionNeedsReason: true, source: 'S1f-30' }),
    remedy('gift10', 'gift', {
      when: { grade: ['a'], axis: { harm: ['none'] } },
      ...{ ratio: ratio(10), exceptionNeedsReason: true, source: 'S1f-29' },
    }),
    remedy('visit', 'visit', {
      when: { grade: ['a'], axis: { harm: ['serious', 'light'] } },
      source: 'S1f-27, S1f-28',
    }),
    remedy('medical', 'medicalCost', {
      when: { grade: ['a'], axis: { harm: ['serious', 'light'] } },
      ...{ consentBy: 'company', source: 'S1f-27, S1f-28' },
    }),
    remedy('consolation', 'gift', {
      when: { grade: ['a'], axis: { harm: ['serious'] } },
      ...{ consentBy: 'company', source: 'S1f-27' },
    }),
    remedy('refund', 'refund', {}),
  ],
  approvals: [
    { id: 'money', label: text('money'), of: 'spending', when: {}, over: 500, by: 'head', source: 'S0-34' },
    { id: 'promise', label: text('promise'), of: 'majorPromise', when: {}, over: null, by: 'leader', source: 'S0-34' },
    {
      id: 'gifts',
      label: text('gifts'),
      of: 'consolationGift',
      when: { grade: ['a'] },
      over: null,
      by: 'company',
      source: 'S1f-27',
    },
  ],
});

const situation = (description: string, rest: ComplaintValues = {}, own: OwnChoices = {}) =>
  situationIn(TOFU, { description, ...rest }, own);
const propose = (...given: Parameters<typeof situation>) => proposeRemedies(situation(...given), TOFU);
const inState = (state: string, ...given: Parameters<typeof situation>) =>
  propose(...given)
    .filter((proposal) => proposal.state === state)
    .map((proposal) => proposal.remedy);

describe('what is proposed', () => {
  it.each([
    ['S1f-31', '包装旧了', ['gift1']],
    ['S1f-30', '有一包是空袋', ['gift2']],
    ['S1f-29', '发霉了,没有吃', ['gift10']],
    ['S1f-28', '发霉,吃了拉肚子', ['visit', 'medical']],
    ['S1f-27', '发霉,吃了住院', ['visit', 'medical', 'consolation']],
  ])('%s: %s → %o', (_, description, remedies) => {
    expect(inState('proposed', description)).toEqual(remedies);
  });

  it('hangs on the harm while nobody knows it, and asks for it', () => {
    expect(inState('proposed', '发霉')).toEqual([]);
    expect(inState('open', '发霉')).toEqual(['gift10', 'visit', 'medical', 'consolation']);
    expect(propose('发霉').find((proposal) => proposal.remedy === 'gift10')?.axes).toEqual([
      { axis: 'harm', values: ['none'] },
    ]);
    expect(inState('proposed', '发霉', {}, { axes: { harm: 'none' } })).toEqual(['gift10']);
  });

  it('stands before what is only on offer; the whole catalogue is there', () => {
    const proposals = propose('有一包是空袋');
    expect(proposals.map((proposal) => proposal.remedy)).toEqual([
      'gift2',
      ...['gift1', 'gift10', 'visit', 'medical', 'consolation', 'refund'],
    ]);
    expect(proposals.at(-1)).toMatchObject({
      state: 'onOffer',
      match: null,
      amount: null,
      approvals: [{ by: 'head' }],
    });
  });

  it('bears its clause, its reasons and whose consent comes first', () => {
    expect(propose('发霉,吃了住院')[1]).toMatchObject({
      remedy: 'medical',
      source: 'S1f-27, S1f-28',
      consentBy: 'company',
      match: {
        facts: [
          { kind: 'grade', id: 'a' },
          { kind: 'axis', axis: 'harm', id: 'serious' },
        ],
      },
    });
  });
});

describe('what a ratio comes to', () => {
  const three = { quantity: '3包' };

  it.each([
    ['1:10 of three packs', ratio(10, '包'), three, {}, 30],
    ['1:2', ratio(2, '包'), three, {}, 6],
    ['1:1', ratio(1, '包'), three, {}, 3],
    ['in Chinese figures', ratio(10, '包'), { quantity: '二十三包' }, {}, 230],
    ['the unit answered', ratio(10), three, { baseUnit: '包' }, 30],
    ['both answered', ratio(10), {}, { baseUnit: '袋', affected: 4 }, 40],
    ['the answer before the record', ratio(10, '包'), three, { affected: 5 }, 50],
    ['none affected', ratio(10, '包'), {}, { affected: 0 }, 0],
    ['one for three, not rounded', ratio(1, '包', 3), { quantity: '4 包' }, {}, 4 / 3],
  ])('%s', (_, asked, values, answers, count) => {
    expect(remedyAmount({ ratio: asked }, values, answers)).toMatchObject({ kind: 'settled', count });
  });

  it.each([
    ['the unit is open in the document', ratio(10), three, {}, ['baseUnit', 'affected']],
    ['only the number is answered', ratio(10), three, { affected: 3 }, ['baseUnit']],
    ['the record counts in another unit', ratio(10, '包'), { quantity: '2箱' }, {}, ['affected']],
    ['the record names two amounts', ratio(10, '包'), { quantity: '3包,另有2包' }, {}, ['affected']],
    ['there is no record', ratio(10, '包'), {}, {}, ['affected']],
  ])('is asked, not guessed: %s', (_, asked, values, answers, asks) => {
    expect(remedyAmount({ ratio: asked }, values, answers)).toMatchObject({ kind: 'open', asks });
  });

  it('shows the amount it was reckoned from', () => {
    expect(remedyAmount({ ratio: ratio(2, '包') }, { quantity: '共 ３ 包' })).toMatchObject({
      affected: 3,
      unit: '包',
      words: [{ field: 'quantity', start: 2, end: 5, quote: '３ 包' }],
    });
  });

  it('is null without a ratio', () => {
    expect(remedyAmount({ ratio: null }, three)).toBeNull();
  });

  it('grows with what is affected', () => {
    fc.assert(
      fc.property(fc.nat(9999), fc.integer({ min: 1, max: 20 }), (affected, give) => {
        const amount = remedyAmount({ ratio: ratio(give, '包') }, { quantity: `${affected}包` });
        expect(amount).toMatchObject({ kind: 'settled', count: affected * give });
      }),
    );
  });
});

describe('approval before money and promises', () => {
  const needed = (kind: Parameters<typeof subjectsOf>[0], money: number | null, description = '空袋') =>
    neededApprovals(subjectsOf(kind), money, situation(description), TOFU);

  it.each([
    ['refund', 501, ['money']],
    ['refund', 500, []],
    ['compensation', 10_000, ['money']],
    ['promise', null, ['promise']],
    ['apology', null, []],
    ['visit', null, []],
  ] as const)('S0-34: %s of %s yuan needs %o', (kind, money, approvals) => {
    expect(needed(kind, money).map(({ approval }) => approval)).toEqual(approvals);
  });

  it('asks for the sum where there is a limit', () => {
    expect(needed('refund', null)).toEqual([
      { approval: 'money', of: 'spending', by: 'head', source: 'S0-34', isAmountUnknown: true },
    ]);
  });

  it('is asked for only where its condition holds', () => {
    expect(needed('gift', 10, '发霉').map(({ approval }) => approval)).toEqual(['gifts']);
    expect(needed('gift', 10, '空袋')).toEqual([]);
  });
});

describe('a remedy that somebody means to give', () => {
  const check = (intended: IntendedRemedy, description: string, granted: string[] = [], affected = 3) =>
    checkRemedy(intended, situation(description), TOFU, { answers: { baseUnit: '包', affected }, granted });
  const codes = (...given: Parameters<typeof check>) => check(...given).map(({ code }) => code);

  it('by the rule, with approval, is fine', () => {
    expect(check({ remedy: 'gift2', count: 6, money: 40 }, '空袋')).toEqual([]);
  });

  it('S1f-30: may depart from the rule, with a reason', () => {
    const generous = { remedy: 'gift2', count: 20, money: 100 };
    expect(codes(generous, '空袋')).toEqual(['countDeparts', 'exceptionNeedsReason']);
    expect(codes({ ...generous, reason: ' ' }, '空袋')).toContain('exceptionNeedsReason');
    expect(check({ ...generous, reason: '老客户' }, '空袋')).toEqual([
      {
        ...{ code: 'countDeparts', level: 'info', source: 'S1f-30' },
        params: { remedy: 'gift2', count: 20, rule: 6, unit: '包' },
      },
    ]);
  });

  it('that is not the one proposed is told, and needs the reason of the rule it replaces', () => {
    expect(codes({ remedy: 'refund', money: 20 }, '空袋')).toEqual(['notProposed', 'exceptionNeedsReason']);
    expect(codes({ remedy: 'refund', money: 20, reason: '客户只要退款' }, '空袋')).toEqual(['notProposed']);
  });

  it('S1f-27: waits for the consent of the company', () => {
    expect(codes({ remedy: 'medical', money: 100 }, '发霉,吃了住院')).toEqual(['consentMissing']);
    expect(codes({ remedy: 'medical', money: 100 }, '发霉,吃了住院', ['medical'])).toEqual([]);
  });

  it('waits for approval, or for the sum that decides whether it is needed', () => {
    expect(codes({ remedy: 'gift1', count: 3, money: 600 }, '旧了')).toEqual(['approvalMissing']);
    expect(codes({ remedy: 'gift1', count: 3 }, '旧了')).toEqual(['sumUnknown']);
    expect(codes({ remedy: 'gift1', count: 3, money: 600 }, '旧了', ['money'])).toEqual([]);
  });

  it.each([
    ['a negative count', { count: -5 }, ['countImpossible', 'sumUnknown']],
    ['no pieces', { count: 0 }, ['countImpossible', 'sumUnknown']],
    ['a count that is no number', { count: Number.NaN }, ['countImpossible', 'sumUnknown']],
    ['a negative sum, which is within no limit', { count: 3, money: -100 }, ['moneyImpossible', 'sumUnknown']],
    ['a sum without end', { count: 3, money: Infinity }, ['moneyImpossible', 'approvalMissing']],
    ['nothing to pay', { count: 3, money: 0 }, []],
  ])('with %s', (_, numbers, expected) => {
    expect(codes({ remedy: 'gift1', ...numbers }, '旧了')).toEqual(expected);
  });

  it('cannot be reckoned before its questions are answered', () => {
    const findings = checkRemedy({ remedy: 'gift1', money: 5 }, situation('旧了'), TOFU);
    expect(findings).toMatchObject([{ code: 'countOpen', params: { asks: 'baseUnit, affected' } }]);
  });

  it('must be in the catalogue', () => {
    expect(codes({ remedy: 'holiday' }, '旧了')).toEqual(['unknownRemedy']);
  });
});
