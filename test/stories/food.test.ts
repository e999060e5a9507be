import { describe, expect, it } from 'vitest';
import type { ComplaintEvent } from '../../core/complaint/complaint-event.ts';
import type { ComplaintValues } from '../../core/complaint/complaint-values.ts';
import { replayEvents } from '../../core/complaint/replay-events.ts';
import { computeDeadlines } from '../../core/deadline/compute-deadlines.ts';
import { deadlinesOf } from '../../core/deadline/deadlines-of.ts';
import { assessComplaint } from '../../core/grade/assess-complaint.ts';
import { fieldsToAsk } from '../../core/grade/fields-to-ask.ts';
import type { OwnChoices } from '../../core/grade/own-choices.ts';
import { situationOf } from '../../core/grade/situation.ts';
import { guidanceAtStep } from '../../core/guidance/guidance-at-step.ts';
import type { CompanySettings } from '../../core/policy/company-settings.ts';
import { LOCALES } from '../../core/policy/localized.ts';
import { findPack } from '../../core/policy/packs.ts';
import { checkRemedy } from '../../core/remedy/check-remedy.ts';
import { proposeRemedies } from '../../core/remedy/propose-remedies.ts';
import { checkReply } from '../../core/reply/check-reply.ts';
import { promisedDeadline } from '../../core/reply/promised-deadline.ts';
import { writeReply } from '../../core/reply/write-reply.ts';
import { findResponsible } from '../../core/responsibility/find-responsible.ts';
import { firstDepartments } from '../../core/responsibility/first-departments.ts';
import { nextSteps } from '../../core/workflow/next-steps.ts';
import { NO_PROGRESS } from '../../core/workflow/progress.ts';
import { superiorsOf, whoToTell } from '../../core/workflow/who-to-tell.ts';
import { CHINA_OFFICE } from '../core/working-time/calendars.ts';

const found = findPack('food');
if (!found) throw new Error('the food pack is missing');
const pack = found;

const ZONE = 'Asia/Shanghai';
const company: CompanySettings = {
  schemaVersion: 1,
  policyId: 'food',
  calendar: CHINA_OFFICE,
  firstDay: 'nextDay',
  hoursMean: 'working',
  targets: {
    firstResponse: { default: { unit: 'workMinutes', amount: 60 } },
    closing: { default: { unit: 'workDays', amount: 3 } },
  },
};

function take(values: ComplaintValues, own: OwnChoices = {}) {
  const assessment = assessComplaint(values, pack, own);
  return { assessment, situation: situationOf(values, assessment) };
}

/** Tuesday 3 March 2026, 09:20: a consumer calls about three boxes of mouldy tofu. */
const MOULD: ComplaintValues = {
  receivedAt: '2026-03-03T09:20+08:00',
  channel: '电话',
  customerName: '王女士',
  contactPhone: '138 0000 1234',
  productName: '嫩豆腐',
  quantity: '3盒',
  purchasePlace: '城东菜场李记',
  description: '顾客在菜场买的嫩豆腐三盒都发霉了，包装打开过一盒，没有吃，人没事。',
  demand: '给个说法',
};

describe('a consumer finds mouldy tofu (消费客诉 A类)', () => {
  const { assessment, situation } = take(MOULD);

  it('S1f-24, S1f-32: is an A complaint, 重大, by the words that stand in it', () => {
    expect(assessment.grade).toMatchObject({ id: 'a', rule: 'spoilt', source: 'S1f-24' });
    expect(assessment.grade.words.map(({ quote }) => quote)).toEqual(['发霉']);
    expect(Object.fromEntries(assessment.axes.map(({ axis, id }) => [axis, id]))).toEqual({
      origin: 'consumer',
      defect: 'spoilt',
      harm: 'none',
      weight: 'major',
    });
  });

  it('S1f-6: lacks two of the four tests of a valid complaint, the department and the verification', () => {
    expect(assessment.validity.map(({ test, state }) => `${test} ${state}`)).toEqual([
      'department missing',
      'facts met',
      'verified toConfirm',
      'contact met',
    ]);
  });

  it('S1f-23: the batch number is asked for, in the words of the procedure', () => {
    const mandatory = fieldsToAsk(situation, pack).filter((field) => field.mandatory);
    expect(mandatory.map(({ field }) => field)).toEqual(['batchNo']);
    expect(mandatory[0]?.question['zh-CN']).toContain('以便我们内部落实责任');
  });

  it('S1f-13: the direct superior is told fast; who that is goes up to the general manager', () => {
    expect(whoToTell(situation, pack)).toMatchObject([{ rule: 'superior', tell: ['superior'], isAtOnce: false }]);
    expect(superiorsOf('receiver', pack)).toEqual(['superior', 'generalManager']);
  });

  it('S1f-4, S1f-34: goes to quality control first; soy-milk cookers and the shift answer for it', () => {
    expect(firstDepartments(situation, pack).flatMap(({ departments }) => departments)).toEqual(['qc']);
    const { departments, rows, conflicts, open } = findResponsible(situation, pack);
    expect(departments.map(({ department }) => department)).toEqual(['cookers', 'productTeam']);
    expect(rows.map(({ source }) => source)).toEqual(['S1f-34']);
    expect([conflicts, open]).toEqual([[], []]);
  });

  it('S1f-10: within one hour after approval the form is with the department; approval starts the clock', () => {
    const ask = (values: ComplaintValues, hoursMean: CompanySettings['hoursMean'] = 'working') =>
      computeDeadlines({
        ...{ values, grade: 'a', pack, company: { ...company, hoursMean: hoursMean ?? null } },
        ...{ asOf: '2026-03-03T11:45+08:00', zone: ZONE },
      }).find(({ milestone }) => milestone === 'transfer');
    expect(ask(MOULD)).toMatchObject({ dueAt: null, basis: 'notStarted' });
    const approved = { ...MOULD, transferApprovedAt: '2026-03-03T11:40+08:00' };
    expect(ask(approved)?.dueAt).toBe('2026-03-03T14:10:00+08:00');
    expect(ask(approved, 'clock')?.dueAt).toBe('2026-03-03T12:40:00+08:00');
    expect(ask(approved, null)).toMatchObject({ dueAt: null, basis: 'notConfigured' });
  });

  it('S1f-10: the form is not passed on before it is approved', () => {
    const received = { ...NO_PROGRESS, times: { receivedAt: '2026-03-03T09:20+08:00' } };
    const transfer = nextSteps(situation, pack, received).steps.find(({ step }) => step === 'transfer');
    expect(transfer).toMatchObject({ state: 'blocked' });
    const approved = { ...received, times: { ...received.times, transferApprovedAt: '2026-03-03T11:40+08:00' } };
    expect(nextSteps(situation, pack, approved).steps.find(({ step }) => step === 'transfer')?.state).toBe('ready');
  });

  it('S1f-29: an apology by phone and letter and 1:10; of what, is asked', () => {
    const proposed = proposeRemedies(situation, pack).filter(({ state }) => state === 'proposed');
    expect(proposed.map(({ remedy }) => remedy)).toEqual(['apologyA', 'giftA']);
    expect(proposed[1]?.amount).toEqual({ kind: 'open', asks: ['baseUnit', 'affected'], unit: null });
    const answered = proposeRemedies(situation, pack, { baseUnit: '盒' }).find(({ remedy }) => remedy === 'giftA');
    expect(answered?.amount).toMatchObject({ kind: 'settled', count: 30, unit: '盒', affected: 3 });
  });

  it('S1f-29: something else than 1:10 is possible (机动考虑), with a reason', () => {
    const less = { remedy: 'giftA', count: 6 };
    const answers = { answers: { baseUnit: '盒' } };
    const errors = (intended: Parameters<typeof checkRemedy>[0]) =>
      checkRemedy(intended, situation, pack, answers)
        .filter(({ level }) => level === 'error')
        .map(({ code }) => code);
    expect(errors(less)).toEqual(['exceptionNeedsReason']);
    expect(errors({ ...less, reason: '顾客只要求换货' })).toEqual([]);
    expect(errors({ remedy: 'giftA', count: 30 })).toEqual([]);
  });

  it('S1f-12, S1f-20: the answer thanks, cares, gives unit and name, and states when the result will be there', () => {
    const template = pack.replies.find(({ id }) => id === 'acknowledgement');
    if (!template) throw new Error('the acknowledgement is missing');
    const deadlines = computeDeadlines({
      ...{ values: MOULD, grade: 'a', pack, company, asOf: '2026-03-03T09:25+08:00', zone: ZONE },
    });
    const deadline = promisedDeadline(template, deadlines);
    expect(deadline?.milestone).toBe('closing');
    const values = { ...MOULD, contactName: '王女士' };
    const facts = { values, deadline, companyName: '青石豆制品', handler: '质检部陈敏', zone: ZONE };
    const { text, gaps } = writeReply(template, facts, 'zh-CN');
    expect(gaps).toEqual([]);
    expect(text).toContain('青石豆制品的质检部陈敏');
    expect(text).toContain('2026年3月6日18:00前把处理结果告诉您');
    expect(checkReply(text, template, pack, facts).isGood).toBe(true);
  });

  it('S1f-18: “不管,不解决” in a draft is found, with what to say instead', () => {
    const [template] = pack.replies;
    if (!template) throw new Error('no template');
    const { avoid } = checkReply('这个解决不了，您找经销商吧。', template, pack);
    expect(avoid).toMatchObject([{ phrase: 'weDoNotCare', words: { quote: '解决不了' }, source: 'S1f-18' }]);
    expect(avoid[0]?.instead?.['zh-CN']).toContain('我来协调');
  });
});

describe('the way of that complaint from receipt to closing', () => {
  const at = (id: string, time: string) => ({
    ...{ id, occurredAt: `2026-03-${time}+08:00`, recordedAt: `2026-03-${time}+08:00`, by: '陈敏' },
  });
  const log: ComplaintEvent[] = [
    { kind: 'received', ...at('1', '03T09:20'), recordedAt: '2026-03-03T10:05+08:00', receiver: '前台小赵' },
    { kind: 'acknowledged', ...at('2', '03T09:40') },
    { kind: 'reported', ...at('3', '03T09:50'), to: ['质检主管'] },
    { kind: 'emergencyStarted', ...at('4', '03T10:30') },
    { kind: 'transferApproved', ...at('5', '03T11:40') },
    { kind: 'transferred', ...at('6', '03T13:50'), department: 'cookers' },
    { kind: 'investigated', ...at('7', '04T10:00') },
    { kind: 'planFixed', ...at('8', '04T15:00') },
    { kind: 'assigned', ...at('9', '04T15:10'), department: 'cookers' },
    { kind: 'executed', ...at('10', '05T10:00') },
    { kind: 'followedUp', ...at('11', '06T10:00'), satisfied: true },
    { kind: 'confirmed', ...at('12', '06T10:10'), gate: 'form' },
  ];
  const state = replayEvents(log, pack, ZONE);
  const written = {
    ...MOULD,
    cause: '制造品质不良：冷却不足',
    correctiveAction: '加装冷却水温报警',
    satisfaction: '9',
  };

  it('S1f-14: the form that was filled in afterwards (补写) is seen as such', () => {
    expect(state.lateEntries).toMatchObject([{ id: '1', kind: 'received', minutesLate: 45 }]);
    expect(state.firstReceiver).toBe('前台小赵');
  });

  it('S1f-10: the hour was kept: approved 11:40, lunch, passed on 13:50', () => {
    const transfer = deadlinesOf({
      ...{ log: { state }, values: MOULD, grade: 'a', pack, company, asOf: '2026-03-06T12:00+08:00', zone: ZONE },
    }).find(({ milestone }) => milestone === 'transfer');
    expect(transfer).toMatchObject({ state: 'met', dueAt: '2026-03-03T14:10:00+08:00' });
  });

  it('S1f-12, S1f-15, S1f-16: closes only with cause, corrective measure and the score on the form', () => {
    const { situation } = take(MOULD);
    const before = nextSteps(situation, pack, state);
    expect(before.mayClose).toBe(false);
    expect(before.gates.filter(({ isMet }) => !isMet).map(({ gate }) => gate)).toEqual([
      'cause',
      'correctiveAction',
      'satisfaction',
    ]);
    const after = nextSteps(take(written).situation, pack, state);
    expect(after.gates.every(({ isMet }) => isMet)).toBe(true);
    expect(after.mayClose).toBe(true);
  });

  it('S1f-11: the cause that was found is one of the six of the procedure', () => {
    const { assessment } = take(written);
    expect(assessment.axes.find(({ axis }) => axis === 'cause')).toMatchObject({ id: 'manufacture', source: 'S1f-11' });
  });
});

describe('somebody was harmed (A类赔付)', () => {
  const values = { description: '孩子吃豆干时咬到一颗螺丝，牙断了一块，去医院看过。批号20260301，实物还在。' };

  it('S1f-27, S1f-28: visit and medical cost; the consolation gift only for serious harm; consent first', () => {
    const of = (own: OwnChoices) =>
      proposeRemedies(take(values, own).situation, pack)
        .filter(({ state }) => state === 'proposed')
        .map(({ remedy, consentBy }) => `${remedy} ${consentBy ?? '-'}`);
    expect(of({})).toEqual(['visit -', 'medicalCost company']);
    expect(of({ axes: { harm: 'serious' } })).toEqual(['visit -', 'medicalCost company', 'consolationGift company']);
  });

  it('S1f-28: medical cost without the consent of the company is stopped', () => {
    const { situation } = take(values);
    const intended = [{ remedy: 'medicalCost', money: 800 }];
    const times = { receivedAt: '2026-03-03T09:20+08:00', transferredAt: '2026-03-03T10:00+08:00' };
    const progress = { ...NO_PROGRESS, times: { ...times, investigatedAt: '2026-03-03T11:00+08:00' }, intended };
    const solution = nextSteps(situation, pack, progress).steps.find(({ step }) => step === 'solution');
    expect(solution?.state).toBe('blocked');
    expect(solution?.blockers).toContainEqual(
      expect.objectContaining({ kind: 'approval', approval: 'medicalCost', by: 'company' }),
    );
  });

  it('S1f-32: the object, the batch number and where it was found are to be secured; facilities answer as well', () => {
    const { situation } = take(values);
    const lists = guidanceAtStep('receipt', situation, pack).checklists;
    expect(lists.map(({ checklist }) => checklist)).toEqual(['foreignBodyEvidence']);
    expect(lists[0]?.items.map(({ item }) => item)).toEqual(['batchNo', 'object', 'where', 'opened']);
    expect(findResponsible(situation, pack).departments.map(({ department }) => department)).toEqual([
      'productTeam',
      'facilities',
    ]);
  });
});

describe('batches and origins', () => {
  it('S1f-38: more than 20 boxes by the machine is a batch; 20 are none', () => {
    const grade = (boxes: number) =>
      take({ description: '封口机故障造成封口不严', quantity: `${boxes}箱` }).assessment.grade.id;
    expect([20, 21].map(grade)).toEqual(['b', 'a']);
  });

  it('S1f-C3: for the same damaged packing the shift or the marketing department answers, by origin; open, nobody', () => {
    const description = '包装破损三包';
    const answering = (origin?: string) =>
      findResponsible(take({ description }, origin ? { axes: { origin } } : {}).situation, pack);
    expect(answering('consumer').departments.map(({ department }) => department)).toEqual(['productTeam']);
    expect(answering('channel').departments.map(({ department }) => department)).toEqual(['marketing']);
    expect(answering().departments).toEqual([]);
    expect(answering().asks.map(({ axis }) => axis)).toEqual(['origin']);
  });

  it('S1f-31: and the gift is 1:1 whoever caused it', () => {
    const { situation } = take({ description: '包装破损三包' });
    const gift = proposeRemedies(situation, pack, { baseUnit: '包', affected: 3 }).find(
      ({ remedy }) => remedy === 'giftC',
    );
    expect(gift).toMatchObject({ state: 'proposed', amount: { count: 3 } });
  });
});

describe('special complaints (特殊客诉)', () => {
  const { situation } = take({ description: '市场监督管理局来函，抽检你厂豆干有异物，要求说明。' });

  it('S1f-45, S1f-47: sales manager and salesman are told at once', () => {
    expect(whoToTell(situation, pack)[0]).toMatchObject({
      rule: 'specialComplaint',
      tell: ['salesManager', 'salesman'],
      isAtOnce: true,
      source: 'S1f-47',
    });
  });

  it('S1f-46 to S1f-50: the five tasks come before the ordinary steps, the proofs as a list to tick off', () => {
    const { first } = nextSteps(situation, pack, NO_PROGRESS);
    expect(first.map(({ source }) => source)).toEqual(['S1f-46', 'S1f-47', 'S1f-48', 'S1f-49', 'S1f-50']);
    const [proofs] = guidanceAtStep('investigation', situation, pack).checklists;
    expect(proofs?.items.map(({ item }) => item)).toEqual(['authorityReports', 'siteRecords']);
  });

  it('S1f-46, S1f-50: nothing in the tool suggests influencing an authority', () => {
    const texts = JSON.stringify(pack);
    for (const word of ['公关', '关系网', '打点', '疏通', '私下', 'lobby']) expect(texts).not.toContain(word);
  });

  it('S1f-51: for extortion nothing is made up: no task, an open question, and word that the text is missing', () => {
    const extortion = take({ description: '对方敲诈，不给钱就闹。' }).situation;
    expect(nextSteps(extortion, pack, NO_PROGRESS).first).toEqual([]);
    expect(pack.openQuestions.map(({ source }) => source)).toContain('S1f-51');
    const told = guidanceAtStep('assessment', extortion, pack).guidance.map(({ id }) => id);
    expect(told).toContain('extortionGap');
  });
});

describe('conduct at the right step', () => {
  const { situation } = take(MOULD);

  it('S1f-18 to S1f-23: attitudes, calls, agreement, concessions and phrases stand where they are needed', () => {
    const talking = guidanceAtStep('talking', situation, pack);
    const count = (clause: string) => talking.guidance.filter(({ source }) => source === clause).length;
    expect(['S1f-18', 'S1f-19', 'S1f-21', 'S1f-22'].map(count)).toEqual([8, 5, 8, 5]);
    expect(guidanceAtStep('acknowledgement', situation, pack).guidance).toHaveLength(7);
    expect(talking.say.map(({ id }) => id)).toEqual(['topUp', 'betterControl']);
  });

  it('is there in all three languages, none left empty', () => {
    for (const { text } of pack.guidance) for (const locale of LOCALES) expect(text[locale].trim()).not.toBe('');
  });
});
