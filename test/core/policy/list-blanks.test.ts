import { describe, expect, it } from 'vitest';
import type { CompanySettings } from '../../../core/policy/company-settings.ts';
import { listBlanks } from '../../../core/policy/list-blanks.ts';
import { lintPack } from '../../../core/policy/lint-pack.ts';
import { LOCALES } from '../../../core/policy/localized.ts';
import { findPack, PACKS } from '../../../core/policy/packs.ts';
import type { PolicyAnswers } from '../../../core/policy/policy-answers.ts';
import type { PolicyBlank } from '../../../core/policy/policy-blank.ts';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import { sayLine } from '../../../core/wording/say-line.ts';
import { translate } from '../../../core/wording/translate.ts';
import { packWith, text } from '../../support/rules-pack.ts';
import { SMALL_COMPANY } from '../../support/small-pack.ts';
import { CHINA_OFFICE } from '../working-time/calendars.ts';
import { suggestedPauses } from '../../../core/policy/suggested-pauses.ts';

const source = 'test';
/** When to warn, and whom to tell then, is asked of every clock: it has tests of its own. */
const isWarning = (id: string) => /^(?:warnings|escalation)\./.test(id);
const ids = (pack: PolicyPack, company: CompanySettings | null = null) =>
  listBlanks(pack, company).flatMap(({ id }) => (isWarning(id) ? [] : [id]));
const answered = (answers: PolicyAnswers): CompanySettings => ({ ...SMALL_COMPANY, answers });

/** What stands open in the small pack before anything is added. */
const PAUSES = ['waitingForPapers', 'waitingForConsent', 'waitingForTest'].map((name) => `ownPauses.${name}`);
/** Of the questions that may stay without an answer only those on pauses stand among these. */
const ALWAYS = [...PAUSES, 'reopening', 'satisfactionScale', 'satisfiedFrom', 'satisfactionAskedBy', 'retention'];

const approval = { id: 'pay', label: text('pay'), of: 'spending' as const, when: {}, over: null, by: 'boss', source };
const gift = {
  ...{ id: 'gift', label: text('gift'), kind: 'gift' as const, when: {}, consentBy: null, exceptionNeedsReason: true },
  ...{ ratio: { give: 10, per: 1, baseUnit: null }, source },
};
const measure = {
  ...{ id: 'rate', label: text('rate'), numerator: text('n'), denominator: text('d'), asks: text('how many sold?') },
  ...{ by: [], period: 'notConfigured' as const, source },
};
const prize = {
  ...{ id: 'prize', label: text('prize'), kind: 'reward' as const, of: 'person' as const },
  ...{ severity: null, when: null, amount: null, source },
};

describe('what a pack leaves to the company', () => {
  it('is there from the start: targets that no document sets, and what no document ever says', () => {
    const times = ['firstDay', 'targets.resolving.general', 'targets.resolving.major', 'dayEnds'];
    expect(ids(packWith({}))).toEqual([...times, ...ALWAYS]);
  });

  it.each<[string, Parameters<typeof packWith>[0], string[], PolicyAnswers]>([
    ['a limit for money', { approvals: [approval] }, ['approvals.pay'], { approvalLimits: { pay: 500 } }],
    ['the unit of a ratio', { remedies: [gift] }, ['remedies.gift'], { baseUnits: { gift: '包' } }],
    [
      'the longest pause',
      { pauseReasons: [{ id: 'sample', label: text('s'), capDays: null, noteNeeded: true, source }] },
      ['pauseReasons.sample'],
      { pauseCapDays: { sample: 5 } },
    ],
    [
      'how soon somebody is told',
      {
        notifications: [
          { id: 'up', label: text('u'), when: {}, tell: ['boss'], within: { unit: 'notConfigured' }, source },
        ],
      },
      ['notifications.up'],
      { notifications: { up: { unit: 'clockMinutes', amount: 30 } } },
    ],
    [
      'how much a reward is, and a share of performance',
      {
        accountability: { measures: [prize], noLetOffs: [], appeal: null, performanceShare: { percent: null, source } },
      },
      ['accountability.prize', 'performanceShare'],
      { amounts: { prize: 200 }, performancePercent: 10 },
    ],
    [
      'how often something is counted, and by what it is divided',
      { measures: [measure] },
      ['measurePeriods.rate', 'measureNumbers.rate'],
      { measurePeriods: { rate: 'month' }, measureNumbers: { rate: 1200 } },
    ],
    [
      'when like complaints raise an alarm',
      { trendAlarms: [{ id: 'batch', label: text('b'), same: ['batchNo'], times: null, withinDays: 30, source }] },
      ['trendAlarms.batch'],
      { trendAlarms: { batch: { times: 3, withinDays: 30 } } },
    ],
    [
      'a question in words',
      { openQuestions: [{ id: 'who', question: text('Who approves?'), source }] },
      ['openQuestions.who'],
      { openQuestions: { who: '厂长' } },
    ],
  ])('is asked, and not asked again once answered: %s', (_, sections, blanks, answers) => {
    const pack = packWith(sections);
    const open = ids(pack);
    expect(open).toEqual(expect.arrayContaining(blanks));
    expect(ids(pack, answered(answers))).toEqual(open.filter((id) => !blanks.includes(id) && id !== 'firstDay'));
  });

  it('asks no single number for a rate whose volumes stand in a table of their own', () => {
    expect(ids(packWith({ measures: [{ ...measure, computes: { figure: 'complaintRate' } }] }))).not.toContain(
      'measureNumbers.rate',
    );
  });

  it('asks how days end where days are counted, as a question that has a default', () => {
    const pack = packWith({});
    const optional = (company: CompanySettings | null) =>
      listBlanks(pack, company).flatMap(({ id, isOptional }) => (isOptional && !isWarning(id) ? [id] : []));
    expect(optional(null)).toEqual(['dayEnds', ...PAUSES]);
    expect(optional({ ...SMALL_COMPANY, dayEnds: null })).toEqual(['dayEnds', ...PAUSES]);
    expect(optional({ ...SMALL_COMPANY, dayEnds: 'lastWindow' })).toEqual(PAUSES);
    const inHours = pack.milestones.map((milestone) => ({
      ...{ ...milestone, targets: { default: { unit: 'clockMinutes' as const, amount: 60 } } },
    }));
    expect(ids(packWith({ milestones: inHours }))).toEqual(ALWAYS);
    expect(lintPack(pack).filter(({ code, where }) => code === 'blank' && where.includes('dayEnds'))).toEqual([]);
  });

  it('asks last when each clock warns and whom it tells, with a default that the question states', () => {
    const boss = { id: 'boss', label: text('boss'), duty: null, reportsTo: null, source };
    const pack = packWith({ roles: [boss] });
    const asked = (company: CompanySettings | null) => listBlanks(pack, company).filter(({ id }) => isWarning(id));
    const both = pack.milestones.flatMap(({ id }) => [`warnings.${id}`, `escalation.${id}`]);
    expect(listBlanks(pack, null).slice(-both.length)).toEqual(asked(null));
    expect(asked(null).map(({ id }) => id)).toEqual(both);
    expect(asked(null).every(({ isOptional }) => isOptional)).toBe(true);
    expect(asked(null)[0]?.params).toEqual({ count: 30 });
    const company = answered({
      warnings: { closing: { major: [{ share: 0.5 }] } },
      escalation: { closing: [{ minutes: 0, tell: 'boss' }] },
    });
    expect(asked(company).map(({ id }) => id)).toEqual(both.filter((id) => !id.endsWith('.closing')));
    expect(listBlanks(packWith({}), null).some(({ id }) => id.startsWith('escalation.'))).toBe(false);
  });

  it('never asks for money where the approval is not about money', () => {
    expect(ids(packWith({ approvals: [{ ...approval, of: 'plan' }] }))).not.toContain('approvals.pay');
  });

  it('asks once what “hours” means, instead of a target for each grade', () => {
    const milestone = packWith({}).milestones.find(({ id }) => id === 'closing');
    if (!milestone) throw new Error('the small pack lacks its milestones');
    const pack = packWith({
      milestones: [{ ...milestone, targets: { default: { unit: 'hoursOfUnknownKind', amount: 1 } } }],
    });
    expect(ids(pack)).toEqual(['hoursMean', ...ALWAYS]);
    expect(ids(pack, { ...SMALL_COMPANY, hoursMean: 'clock' })).toEqual(ALWAYS);
    expect(ids(pack, { ...SMALL_COMPANY, hoursMean: 'working' })).toEqual(['calendar', ...ALWAYS]);
  });

  it('is not answered by settings for another pack', () => {
    const pack = packWith({ approvals: [approval] });
    const foreign = { ...answered({ approvalLimits: { pay: 500 } }), policyId: 'other' };
    expect(ids(pack, foreign)).toEqual(ids(pack));
  });
});

/** Answers a blank as a wizard would, whatever it asks. */
function answerAll(pack: PolicyPack): CompanySettings {
  let company: CompanySettings = { ...SMALL_COMPANY, policyId: pack.id, firstDay: null };
  for (let round = 0; round < 4; round++)
    company = listBlanks(pack, company).reduce((so, each) => answer(so, each, pack), company);
  return company;
}

function answer(company: CompanySettings, { id, code }: PolicyBlank, pack: PolicyPack): CompanySettings {
  const role = pack.roles[0]?.id ?? '';
  const [, rule = '', grade = ''] = id.split('.');
  const { answers = {} } = company;
  const put = (more: PolicyAnswers): CompanySettings => ({ ...company, answers: { ...answers, ...more } });
  const target = { unit: 'workDays' as const, amount: 2 };
  switch (code) {
    case 'calendar':
      return { ...company, calendar: CHINA_OFFICE };
    case 'firstDay':
      return { ...company, firstDay: 'nextDay' };
    case 'dayEnds':
      return { ...company, dayEnds: 'sameClockTime' };
    case 'hoursMean':
      return { ...company, hoursMean: 'working' };
    case 'target':
      return { ...company, targets: { ...company.targets, [rule]: { ...company.targets[rule], [grade]: target } } };
    case 'warnings':
      return put({ warnings: { ...answers.warnings, [rule]: { default: [{ minutes: 60 }, { share: 0.5 }] } } });
    case 'escalation':
      return put({ escalation: { ...answers.escalation, [rule]: [{ minutes: -30, tell: role }] } });
    case 'notification':
      return put({ notifications: { ...answers.notifications, [rule]: target } });
    case 'approvalLimit':
      return put({ approvalLimits: { ...answers.approvalLimits, [rule]: 100 } });
    case 'baseUnit':
      return put({ baseUnits: { ...answers.baseUnits, [rule]: '包' } });
    case 'ownPause': {
      const reason = suggestedPauses(pack).filter((each) => each.id === rule);
      return put({
        pauseReasons: [...(answers.pauseReasons ?? []), ...reason.map((each) => ({ ...each, capDays: 5 }))],
      });
    }
    case 'pauseCap':
      return put({ pauseCapDays: { ...answers.pauseCapDays, [rule]: 5 } });
    case 'reopening':
      return put({ reopening: { way: 'continue', cutOffDays: null } });
    case 'satisfactionScale':
      return put({ satisfactionScale: ['no', 'yes'].map((step) => ({ id: step, label: text(step) })) });
    case 'satisfiedFrom':
      return put({ satisfiedFrom: 'yes' });
    case 'satisfactionAskedBy':
      return put({ satisfactionAskedBy: 'boss' });
    case 'rewardAmount':
    case 'penaltyAmount':
      return put({ amounts: { ...answers.amounts, [rule]: 100 } });
    case 'performanceShare':
      return put({ performancePercent: 5 });
    case 'retention':
      return put({ retentionYears: 3 });
    case 'measureNumber':
      return put({ measureNumbers: { ...answers.measureNumbers, [rule]: 1000 } });
    case 'measurePeriod':
      return put({ measurePeriods: { ...answers.measurePeriods, [rule]: 'month' } });
    case 'trendAlarm':
      return put({ trendAlarms: { ...answers.trendAlarms, [rule]: { times: 3, withinDays: 30 } } });
    case 'open':
      return put({ openQuestions: { ...answers.openQuestions, [rule]: '…' } });
  }
}

describe.each(PACKS)('the blanks of $id', (pack) => {
  it('have an id of their own each, and a question in each language with no gap left', () => {
    const blanks = listBlanks(pack, null);
    expect(new Set(blanks.map(({ id }) => id)).size).toBe(blanks.length);
    for (const blank of blanks) {
      for (const locale of LOCALES) {
        const question = sayLine(locale, 'policy.blank', blank);
        expect(question).not.toMatch(/[{}]/);
        const options = blank.answer.kind === 'choice' ? blank.answer.options : [];
        if (blank.code !== 'satisfiedFrom')
          for (const option of options) expect(translate(locale, `policy.answer.${option}`)).not.toBe('');
      }
    }
  });

  it('are none when a wizard has asked all of them', () => {
    expect(listBlanks(pack, answerAll(pack))).toEqual([]);
  });
});

describe('the blanks that the documents leave in so many words', () => {
  it('S4-24 to S4-32: nine time limits [X], and S2-35: a share of performance', () => {
    const farm = findPack('farm-machinery');
    const sales = findPack('ev-sales');
    if (!farm || !sales) throw new Error('the packs of the product are missing');
    const limits = listBlanks(farm, null).filter(({ code }) => code === 'target');
    const clauses = new Set(limits.flatMap((blank) => blank.source.split(', ')));
    for (let clause = 24; clause <= 32; clause++) expect(clauses).toContain(`S4-${clause}`);
    expect(listBlanks(sales, null).find(({ id }) => id === 'performanceShare')?.source).toContain('S2-35');
  });

  it('S1f-10, S3-21, S3-22: whether hours are working hours', () => {
    for (const id of ['food', 'emergency-plan']) {
      const pack = findPack(id);
      expect(pack && ids(pack)).toContain('hoursMean');
    }
  });
});
