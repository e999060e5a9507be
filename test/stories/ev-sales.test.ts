import { describe, expect, it } from 'vitest';
import { proposeMeasures } from '../../core/accountability/propose-measures.ts';
import type { ComplaintEvent } from '../../core/complaint/complaint-event.ts';
import type { ComplaintValues } from '../../core/complaint/complaint-values.ts';
import { replayEvents } from '../../core/complaint/replay-events.ts';
import { deadlinesOf } from '../../core/deadline/deadlines-of.ts';
import { assessComplaint } from '../../core/grade/assess-complaint.ts';
import { fieldsToAsk } from '../../core/grade/fields-to-ask.ts';
import type { OwnChoices } from '../../core/grade/own-choices.ts';
import { situationOf } from '../../core/grade/situation.ts';
import { guidanceAtStep } from '../../core/guidance/guidance-at-step.ts';
import type { CompanySettings } from '../../core/policy/company-settings.ts';
import { findPack } from '../../core/policy/packs.ts';
import { proposeRemedies } from '../../core/remedy/propose-remedies.ts';
import { checkReply } from '../../core/reply/check-reply.ts';
import { writeReply } from '../../core/reply/write-reply.ts';
import { findResponsible } from '../../core/responsibility/find-responsible.ts';
import { firstDepartments } from '../../core/responsibility/first-departments.ts';
import { nextSteps } from '../../core/workflow/next-steps.ts';
import { superiorsOf, whoToTell } from '../../core/workflow/who-to-tell.ts';
import type { WorkingCalendar } from '../../core/working-time/working-calendar.ts';

const found = findPack('ev-sales');
if (!found) throw new Error('the ev-sales pack is missing');
const pack = found;

const ZONE = 'Asia/Shanghai';
const DAY = [{ from: '09:00', to: '18:00' }];
/** The shops are open all week. */
const SHOP: WorkingCalendar = {
  ...{ zone: ZONE, country: null, makeUpWindows: DAY, overrides: [] },
  week: { 1: DAY, 2: DAY, 3: DAY, 4: DAY, 5: DAY, 6: DAY, 7: DAY },
};
/** What this dealer filled in where the rules are blank. */
const COMPANY: CompanySettings = {
  ...{ schemaVersion: 1, policyId: 'ev-sales', calendar: SHOP, firstDay: 'nextDay' },
  targets: {
    firstResponse: { default: { unit: 'workMinutes', amount: 30 } },
    handling: { default: { unit: 'workDays', amount: 3 } },
    progressReport: { default: { unit: 'workDays', amount: 1 } },
  },
};

/** Saturday 7 March 2026, on the phone: a battery that swells and smokes. */
const BATTERY: ComplaintValues = {
  receivedAt: '2026-03-07T10:20+08:00',
  channel: '电话',
  customerName: '陈志强',
  contactName: '陈先生',
  contactPhone: '13900003333',
  productName: '追风 T60',
  description: '买了三个月，电池鼓包，昨晚充电时冒烟，外壳都变形了，不敢再骑。',
  demand: '换电池，并赔偿烧坏的插座。',
};

function take(values: ComplaintValues = BATTERY, own: OwnChoices = {}) {
  const assessment = assessComplaint(values, pack, own);
  return { assessment, situation: situationOf(values, assessment) };
}

const at = (id: string, time: string) => ({
  ...{ id, occurredAt: `2026-03-${time}+08:00`, recordedAt: `2026-03-${time}+08:00`, by: '客服小周' },
});
const TAKEN: ComplaintEvent[] = [
  { kind: 'received', ...at('1', '07T10:20') },
  { kind: 'accepted', ...at('2', '07T10:24') },
];
const ASSIGNED: ComplaintEvent[] = [
  ...TAKEN,
  { kind: 'emergencyStarted', ...at('3', '07T10:26') },
  { kind: 'reported', ...at('4', '07T10:27'), to: ['superior'] },
  { kind: 'acknowledged', ...at('5', '07T10:30') },
  { kind: 'transferred', ...at('6', '07T10:32'), department: 'afterSalesDept' },
  { kind: 'assigned', ...at('7', '07T10:35'), department: 'afterSalesDept', person: '维修主管老马' },
];
const DONE: ComplaintEvent[] = [
  ...ASSIGNED,
  { kind: 'investigated', ...at('8', '07T15:00') },
  { kind: 'planFixed', ...at('9', '07T16:00') },
  { kind: 'progressTold', ...at('10', '08T11:00') },
  { kind: 'executed', ...at('11', '09T14:00') },
  { kind: 'resultTold', ...at('12', '09T15:00') },
];

function deadline(milestone: string, log: ComplaintEvent[], company: CompanySettings | null, asOf: string) {
  const { assessment } = take();
  return deadlinesOf({
    ...{ log: { events: log }, values: BATTERY, grade: assessment.grade.id, pack, company },
    ...{ asOf: `2026-03-${asOf}+08:00`, zone: ZONE },
  }).find((one) => one.milestone === milestone);
}

describe('a battery that swells and smokes (紧急投诉)', () => {
  it('S2-12, S2-16: the customer, the time, the content, a way to reach them and the demand are on record', () => {
    expect(fieldsToAsk(take().situation, pack).filter(({ mandatory }) => mandatory)).toEqual([]);
    const said = take({ receivedAt: '2026-03-07T10:20+08:00', description: '电池鼓包' }).situation;
    const asked = fieldsToAsk(said, pack).filter(({ mandatory }) => mandatory);
    expect(asked.map(({ field }) => field)).toEqual(['customerName', 'contactPhone', 'demand']);
  });

  it('S2-13, S2-14: is an after-sales complaint and urgent, because product safety is concerned', () => {
    const { category, grade } = take().assessment;
    expect(category).toMatchObject({ id: 'after_sales', source: 'S2-7, S2-13' });
    expect(grade).toMatchObject({ id: 'urgent', rule: 'productSafety', source: 'S2-14' });
    expect(grade.words.map(({ quote }) => quote)).toEqual(expect.arrayContaining(['电池鼓包', '冒烟']));
  });

  it('S2-14: the emergency procedure and the report upward are due at once, not within a number of minutes', () => {
    expect(deadline('emergencyStart', TAKEN, COMPANY, '07T10:25')).toMatchObject({ state: 'immediately', dueAt: null });
    expect(deadline('reportUpward', TAKEN, COMPANY, '07T10:25')).toMatchObject({ state: 'immediately', dueAt: null });
    const [report] = whoToTell(take().situation, pack);
    expect(report).toMatchObject({ tell: ['superior'], isAtOnce: true, source: 'S2-14' });
    const { steps } = nextSteps(take().situation, pack, replayEvents(TAKEN, pack, ZONE));
    const ready = steps.filter(({ state }) => state === 'ready').map(({ step }) => step);
    expect(ready).toEqual(['startEmergency', 'reportUpward', 'respond']);
    expect(steps.find(({ step }) => step === 'assign')?.state).toBe('blocked');
  });

  it('S2-5, S2-10, S2-16: the intake group assigns it straight to after-sales, with facts, demand and time', () => {
    expect(firstDepartments(take().situation, pack)).toMatchObject([{ departments: ['afterSalesDept'] }]);
    const { steps } = nextSteps(take().situation, pack, replayEvents(ASSIGNED.slice(0, 5), pack, ZONE));
    expect(steps.find(({ step }) => step === 'assign')).toMatchObject({ state: 'ready', by: 'intakeGroup' });
    const [list] = guidanceAtStep('assessment', take().situation, pack).checklists;
    expect(list?.items.map(({ label }) => label['zh-CN'])).toEqual(['投诉的基本情况', '客户要求', '处理的时间节点']);
    expect(superiorsOf('afterSalesDept', pack)).toEqual(['supervisionGroup', 'management']);
  });

  it('S2-17: the department names a person at once', () => {
    const state = replayEvents(ASSIGNED, pack, ZONE);
    expect(state.owner).toEqual({ department: 'afterSalesDept', person: '维修主管老马' });
    const untilThen = deadline('personNamed', ASSIGNED.slice(0, 6), COMPANY, '07T10:33');
    expect(untilThen).toMatchObject({ state: 'immediately', startedAt: '2026-03-07T10:32+08:00' });
  });
});

describe('times that the rules leave blank', () => {
  it('S2-25, S2-9: no number stands in the rules, so none is computed until the dealer sets one', () => {
    const numbers = pack.milestones.flatMap(({ targets }) => Object.values(targets)).filter((one) => 'amount' in one);
    expect(numbers).toEqual([]);
    expect(deadline('firstResponse', TAKEN, null, '07T10:25')).toMatchObject({ state: 'notConfigured', dueAt: null });
    const unset = deadlinesOf({
      ...{ log: { events: TAKEN }, values: BATTERY, grade: 'general', pack, company: null },
      ...{ asOf: '2026-03-07T10:25+08:00', zone: ZONE },
    });
    expect(unset.map(({ milestone, state }) => [milestone, state])).toEqual([
      ['firstResponse', 'notConfigured'],
      ['assignment', 'notConfigured'],
      ['personNamed', 'immediately'],
      ['handling', 'notConfigured'],
      ['progressReport', 'notConfigured'],
      ['resultFeedback', 'notConfigured'],
      ['closing', 'notConfigured'],
    ]);
  });

  it('S2-16, S2-18: with the dealer’s own numbers, first response by 10:50 and the repair by Tuesday evening', () => {
    expect(deadline('firstResponse', TAKEN, COMPANY, '07T10:25')).toMatchObject({ dueAt: '2026-03-07T10:50:00+08:00' });
    expect(deadline('handling', ASSIGNED, COMPANY, '07T11:00')).toMatchObject({ dueAt: '2026-03-10T18:00:00+08:00' });
    expect(deadline('handling', DONE, COMPANY, '09T16:00')?.status).toBe('met');
  });

  it('S2-5: the customer hears of the progress again and again until it is closed', () => {
    expect(deadline('progressReport', ASSIGNED, COMPANY, '07T11:00')).toMatchObject({
      dueAt: '2026-03-08T18:00:00+08:00',
    });
    const next = deadline('progressReport', DONE, COMPANY, '08T12:00');
    expect(next).toMatchObject({ dueAt: '2026-03-09T18:00:00+08:00' });
    expect(next?.rounds.map(({ status }) => status)[0]).toBe('met');
  });

  it('S2-18: the acknowledgement states the agreed term; with none set it shows a gap instead of a promise', () => {
    const template = pack.replies.find(({ id }) => id === 'acknowledgement');
    if (!template) throw new Error('the acknowledgement is missing');
    const facts = {
      ...{ values: { ...BATTERY, complaintId: 'DDC-0307-01' }, companyName: '绿行电动车', handler: '小周', zone: ZONE },
      deadline: deadline('handling', ASSIGNED, COMPANY, '07T11:00') ?? null,
    };
    const { text, gaps } = writeReply(template, facts, 'zh-CN');
    expect(text).toContain('预计在2026年3月10日18:00前处理完毕');
    expect(gaps).toEqual([]);
    expect(checkReply(text, template, pack, facts).isGood).toBe(true);
    const unset = writeReply(
      template,
      { ...facts, deadline: { milestone: 'handling', dueAt: null, basis: 'notConfigured' } },
      'zh-CN',
    );
    expect(unset.gaps).toMatchObject([{ placeholder: 'dueAt', code: 'noTimeLimit' }]);
  });

  it('S2-3: a reply that passes the customer on is held up, with what to say instead', () => {
    const template = pack.replies.find(({ id }) => id === 'result');
    if (!template) throw new Error('the result reply is missing');
    const { avoid } = checkReply('电池的事不归我们管，您找厂家吧。', template, pack);
    expect(avoid.map(({ phrase }) => phrase)).toEqual(['notOurs', 'notOurs']);
    expect(avoid[0]?.instead?.['zh-CN']).toContain('我来跟到底');
  });
});

describe('from the remedy to the archive', () => {
  const FOUND: OwnChoices = { axes: { cause: 'company' } };

  it('S2-26: redress is due once it is the company’s doing; before that it stays open', () => {
    const states = (own: OwnChoices) =>
      Object.fromEntries(
        proposeRemedies(take(BATTERY, own).situation, pack).map(({ remedy, state }) => [remedy, state]),
      );
    expect(states({})).toMatchObject({ repair: 'open', replacement: 'open', compensation: 'open', refund: 'onOffer' });
    expect(states(FOUND)).toMatchObject({ repair: 'proposed', replacement: 'proposed', compensation: 'proposed' });
    expect(states({ axes: { cause: 'notCompany' } })).toMatchObject({
      replacement: 'onOffer',
      compensation: 'onOffer',
    });
  });

  it.each([
    ['S2-6', '宣传续航120公里，属虚假宣传，销售态度恶劣', 'salesDept'],
    ['S2-7', '保养后刹车异响，维修点修不好，要求退换货', 'afterSalesDept'],
    ['S2-8', '运输途中货物损坏，还延迟交付一周', 'logisticsDept'],
  ])('%s: “%s” is for %3$s', (clause, description, department) => {
    const { departments } = findResponsible(take({ description }).situation, pack);
    expect(departments).toMatchObject([{ department, source: clause }]);
  });

  it('S2-20, S2-21: a customer who is not satisfied goes back to the department, counted, and it may not be closed', () => {
    const log: ComplaintEvent[] = [...DONE, { kind: 'followedUp', ...at('13', '10T10:00'), satisfied: false }];
    const { sentBack, mayClose, steps } = nextSteps(take().situation, pack, replayEvents(log, pack, ZONE));
    expect(sentBack).toEqual({ times: 1, to: 'afterSalesDept' });
    expect(mayClose).toBe(false);
    expect(steps.find(({ step }) => step === 'carryOut')).toMatchObject({ state: 'ready', isAgain: true });
    const told = guidanceAtStep('followUp', take().situation, pack).guidance.map(({ source }) => source);
    expect(told).toContain('S2-21');
  });

  it('S2-19, S2-22: closes only with a satisfied customer and everything on record; the papers are filed after', () => {
    const recorded = { ...BATTERY, solution: '更换电池一组，赔付插座80元', feedback: '换好了，没有意见' };
    const log: ComplaintEvent[] = [...DONE, { kind: 'followedUp', ...at('13', '10T10:00'), satisfied: true }];
    const progress = replayEvents(log, pack, ZONE);
    const bare = nextSteps(take().situation, pack, progress);
    expect(bare.gates.filter(({ isMet }) => !isMet).map(({ gate }) => gate)).toEqual([
      ...['resultRecorded', 'feedbackRecorded', 'filed'],
    ]);
    expect(bare.mayClose).toBe(false);
    expect(nextSteps(take(recorded).situation, pack, progress).mayClose).toBe(true);
    const closed: ComplaintEvent[] = [...log, { kind: 'closed', ...at('14', '10T10:10') }];
    const last = nextSteps(take(recorded).situation, pack, replayEvents(closed, pack, ZONE)).steps.at(-1);
    expect(last).toMatchObject({ step: 'archive', state: 'ready', source: 'S2-22' });
    const archive = guidanceAtStep('closing', take().situation, pack).checklists.find(
      (one) => one.checklist === 'archive',
    );
    expect(archive?.items.map(({ label }) => label['zh-CN'])).toEqual(['投诉登记表', '调查处理记录', '客户反馈']);
  });
});

describe('accountability and figures', () => {
  it('S2-31, S2-32: rewards for people and departments, without a sum, which the rules do not name', () => {
    const rewards = (of: 'person' | 'department') => proposeMeasures({ kind: 'reward', of }, pack).measures;
    expect(rewards('person').map(({ label }) => label['zh-CN'])).toEqual([
      ...['奖金', '奖品', '绩效考核优先考虑', '晋升优先考虑', '评优优先考虑'],
    ]);
    expect(rewards('department').map(({ label }) => label['zh-CN'])).toEqual(['团队活动经费', '荣誉证书']);
    const unset = [...rewards('person'), ...rewards('department')].filter(({ amount }) => amount === null);
    expect(unset.map(({ label }) => label['zh-CN'])).toEqual(['奖金', '奖品', '团队活动经费']);
  });

  it('S2-24, S2-33, S2-34: penalties by gravity; whoever disagrees may appeal to the supervision group', () => {
    const { measures, appeal } = proposeMeasures({ kind: 'penalty', of: 'person', severity: 3 }, pack);
    expect(measures.map(({ label }) => label['zh-CN'])).toEqual(['警告', '罚款', '绩效扣分', '降职降薪', '辞退']);
    expect(measures.filter(({ isProposed }) => isProposed).map(({ measure }) => measure)).toEqual(['pointsOff']);
    expect(appeal).toMatchObject({ to: 'supervisionGroup', source: 'S2-24' });
    const ofDepartment = proposeMeasures({ kind: 'penalty', of: 'department' }, pack).measures;
    expect(ofDepartment.map(({ label }) => label['zh-CN'])).toEqual(['部门负责人警告', '部门绩效扣分', '扣减部门奖金']);
    const innocent = proposeMeasures({ kind: 'penalty', of: 'person', verdict: 'companyNotAtFault' }, pack);
    expect(innocent.none).toBe('unfounded');
  });

  it('S2-29, S2-35: three rates every month, asking for the denominator; the “certain share” stays blank', () => {
    expect(pack.measures.map(({ label, period }) => [label['zh-CN'], period])).toEqual([
      ['投诉率', 'month'],
      ['投诉解决率', 'month'],
      ['客户满意度', 'month'],
    ]);
    expect(pack.measures.find(({ id }) => id === 'complaintRate')?.asks).not.toBeNull();
    expect(pack.accountability.performanceShare).toEqual({ percent: null, source: 'S2-35' });
  });
});
