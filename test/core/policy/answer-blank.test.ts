import { describe, expect, it } from 'vitest';
import { answerBlank, answerTo, clearAnswer, noAnswers } from '../../../core/policy/answer-blank.ts';
import type { BlankAnswer } from '../../../core/policy/blank-answer.ts';
import { CompanySettings } from '../../../core/policy/company-settings.ts';
import { LAW_PACKS } from '../../../core/policy/law-packs.ts';
import { listBlanks } from '../../../core/policy/list-blanks.ts';
import { overlayCompany } from '../../../core/policy/overlay-company.ts';
import { PACKS } from '../../../core/policy/packs.ts';
import type { PolicyBlank } from '../../../core/policy/policy-blank.ts';
import { policyQuestions, progressOf } from '../../../core/policy/policy-questions.ts';
import { packWithLaws } from '../../../core/policy/policy-with-laws.ts';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import { CHINA_OFFICE } from '../working-time/calendars.ts';

const words = (word: string) => ({ 'zh-CN': word, 'zh-TW': word, en: word });

/** Some answer of the kind that a blank takes. */
function someAnswer(pack: PolicyPack, { answer }: PolicyBlank): BlankAnswer {
  const role = pack.roles[0]?.id ?? 'boss';
  switch (answer.kind) {
    case 'calendar':
      return { kind: 'calendar', calendar: CHINA_OFFICE };
    case 'target':
      return { kind: 'target', target: { unit: 'workDays', amount: 3 } };
    case 'choice':
      return { kind: 'choice', option: answer.options[0] ?? '' };
    case 'role':
      return { kind: 'role', role };
    case 'number':
      return { kind: 'number', number: 5 };
    case 'timesWithinDays':
      return { kind: 'timesWithinDays', times: 3, withinDays: 30 };
    case 'warnPoints':
      return { kind: 'warnPoints', points: { default: [{ minutes: 60 }, { share: 0.5 }] } };
    case 'ladder':
      return { kind: 'ladder', steps: [{ minutes: -60, tell: role }] };
    case 'scale':
      return {
        kind: 'scale',
        steps: [
          { id: 'bad', label: words('不满意') },
          { id: 'good', label: words('满意') },
        ],
      };
    case 'text':
      return { kind: 'text', text: '由厂长决定' };
  }
}

/** Answers the first open blank again and again. */
function answerAll(pack: PolicyPack): { company: CompanySettings; asked: string[] } {
  let company = noAnswers(pack);
  const asked: string[] = [];
  for (let [next] = listBlanks(pack, company); next && asked.length < 300; [next] = listBlanks(pack, company)) {
    const answered = answerBlank(pack, company, next, someAnswer(pack, next));
    if (!answered.ok) throw new Error(`${next.id}: ${answered.code}`);
    company = answered.value;
    asked.push(next.id);
  }
  return { company, asked };
}

const everyLaw = PACKS.map(({ id }) =>
  packWithLaws(
    id,
    LAW_PACKS.map((law) => law.id),
  ),
);
const packs = [
  ...PACKS.map((pack) => [pack.id, pack] as const),
  ...everyLaw.flatMap((pack) => (pack ? [[`${pack.id} with all laws`, pack] as const] : [])),
];

describe.each(packs)('the blanks of %s', (_, pack) => {
  const { company, asked } = answerAll(pack);

  it('are all answered in the end, each asked once', () => {
    expect(listBlanks(pack, company)).toEqual([]);
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.length).toBeGreaterThan(10);
  });

  it('give settings that JSON keeps, and no answer that does not count', () => {
    expect(CompanySettings.parse(JSON.parse(JSON.stringify(company)))).toEqual(company);
    expect(overlayCompany(pack, company).findings).toEqual([]);
  });

  it('stay on the list with their answers once they are answered', () => {
    const questions = policyQuestions(pack, company);
    expect(new Set(questions.map(({ blank }) => blank.id))).toEqual(new Set(asked));
    expect(
      questions.filter(({ isAnswered, answer }) => !isAnswered || answer === null).map(({ blank }) => blank.id),
    ).toEqual([]);
    expect(progressOf(questions)).toEqual({ answered: asked.length, total: asked.length });
    for (const { blank, answer } of questions)
      expect(answer, blank.id).toEqual(withCutOff(blank, someAnswer(pack, blank)));
  });

  it('are asked again, one by one, when an answer is taken back', () => {
    for (const { blank } of policyQuestions(pack, company)) {
      const cleared = clearAnswer(pack, company, blank.id);
      expect(answerTo(cleared, blank), blank.id).toBeNull();
      expect(policyQuestions(pack, cleared).find((each) => each.blank.id === blank.id)?.isAnswered, blank.id).toBe(
        false,
      );
      const others = policyQuestions(pack, cleared).filter((each) => each.blank.id !== blank.id);
      expect(
        others.filter(({ isAnswered }) => !isAnswered).map((each) => each.blank.id),
        blank.id,
      ).toEqual([]);
    }
  });
});

/** The way of reopening always says whether there is a cut-off. */
function withCutOff({ id }: PolicyBlank, answer: BlankAnswer): BlankAnswer {
  return id === 'reopening' && answer.kind === 'choice' ? { ...answer, cutOffDays: null } : answer;
}

describe('an answer', () => {
  const [pack] = PACKS;
  if (pack === undefined) throw new Error('no pack');
  const blankOf = (id: string) => {
    const found = policyQuestions(pack, null).find(({ blank }) => blank.id === id)?.blank;
    if (found === undefined) throw new Error(id);
    return found;
  };
  const target = listBlanks(pack, null).find(({ code }) => code === 'target')?.id ?? '';

  it.each<[string, string, BlankAnswer, string]>([
    ['of another kind', 'retention', { kind: 'text', text: 'five' }, 'wrongKind'],
    ['that is not offered', 'reopening', { kind: 'choice', option: 'forget' }, 'badAnswer'],
    ['that leaves it open', target, { kind: 'target', target: { unit: 'notConfigured' } }, 'badAnswer'],
    ['that is no whole number of years', 'retention', { kind: 'number', number: 2.5 }, 'badAnswer'],
    ['that is none', 'retention', { kind: 'number', number: 0 }, 'badAnswer'],
  ])('%s is refused', (_, id, answer, code) => {
    expect(answerBlank(pack, null, blankOf(id), answer)).toMatchObject({ ok: false, code });
  });

  it('to one grade stands when the one for all grades is taken back for another', () => {
    const [, milestone = '', grade = ''] = target.split('.');
    const company = {
      ...noAnswers(pack),
      targets: { [milestone]: { default: { unit: 'workDays' as const, amount: 3 } } },
    };
    const cleared = clearAnswer(pack, company, target);
    expect(cleared.targets[milestone]?.[grade]).toBeUndefined();
    expect(Object.keys(cleared.targets[milestone] ?? {})).toHaveLength(pack.grades.length - 1);
  });

  it('for another policy answers nothing and is not built upon', () => {
    const other = { ...noAnswers(pack), policyId: 'other', answers: { retentionYears: 3 } };
    expect(policyQuestions(pack, other)).toEqual(policyQuestions(pack, null));
    const answered = answerBlank(pack, other, blankOf('retention'), { kind: 'number', number: 5 });
    expect(answered.ok && answered.value).toEqual({ ...noAnswers(pack), answers: { retentionYears: 5 } });
  });

  it('is proposed only as a proposal, beside the words of the document', () => {
    const farm = PACKS.find(({ id }) => id === 'farm-machinery');
    const words = farm ? policyQuestions(farm, null).flatMap(({ documentSays }) => documentSays ?? []) : [];
    expect(words).toContain('[X]个工作日内完成处理并回访客户');
    expect(policyQuestions(pack, null).filter(({ suggestion, isAnswered }) => suggestion && isAnswered)).toEqual([]);
  });
});
