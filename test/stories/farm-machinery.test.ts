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
import { laneTasks } from '../../core/workflow/lane-tasks.ts';
import { nextSteps } from '../../core/workflow/next-steps.ts';
import { superiorsOf, teamsCalled, whoToTell } from '../../core/workflow/who-to-tell.ts';
import { CHINA_OFFICE } from '../core/working-time/calendars.ts';

const found = findPack('farm-machinery');
if (!found) throw new Error('the farm-machinery pack is missing');
const pack = found;

const ZONE = 'Asia/Shanghai';

/** What this maker wrote over the nine [X]. */
const COMPANY: CompanySettings = {
  ...{ schemaVersion: 1, policyId: 'farm-machinery', calendar: CHINA_OFFICE, firstDay: 'nextDay' },
  targets: {
    generalFirstAnswer: { general: { unit: 'workDays', amount: 1 } },
    generalDone: { general: { unit: 'workDays', amount: 5 } },
    importantTeam: { important: { unit: 'workDays', amount: 1 } },
    importantPlan: { important: { unit: 'workDays', amount: 3 } },
    importantDone: { important: { unit: 'workDays', amount: 3 } },
    majorEmergency: { major: { unit: 'clockMinutes', amount: 120 } },
    majorInformation: { major: { unit: 'workDays', amount: 1 } },
    majorPlan: { major: { unit: 'workDays', amount: 3 } },
    majorDone: { major: { unit: 'workDays', amount: 5 } },
    progressReport: { important: { unit: 'workDays', amount: 1 } },
  },
};

const FARMER: ComplaintValues = {
  ...{ contactName: '赵大山', contactPhone: '13600005555', productModel: '4LZ-8.0', purchaseDate: '2026-04-18' },
  ...{ purchasePlace: '周口农机市场', channel: '客服热线', receivedBy: '受理员小吕' },
};
const NOISE: ComplaintValues = {
  ...{ ...FARMER, receivedAt: '2026-06-01T09:10+08:00' },
  description: '收割机割台有异响，螺丝松动，不影响干活。',
  demand: '派人来看看。',
};
const GEARBOX: ComplaintValues = {
  ...{ ...FARMER, receivedAt: '2026-06-11T10:00+08:00' },
  description: '变速箱挂不上档，机器趴窝两天，修了三次还是老毛病。',
  demand: '换变速箱。',
};
const LOST_HARVEST: ComplaintValues = {
  ...{ ...FARMER, receivedAt: '2026-06-05T16:20+08:00' },
  description: '合作社三台收割机发动机接连拉缸，两百亩麦子倒伏收不上来，烂在地里，社员要找电视台曝光。',
  demand: '赔偿损失，马上调机器来。',
};

function take(values: ComplaintValues, own: OwnChoices = {}) {
  const assessment = assessComplaint(values, pack, own);
  return { assessment, situation: situationOf(values, assessment) };
}

const at = (id: string, time: string) => ({
  ...{ id, occurredAt: `2026-06-${time}+08:00`, recordedAt: `2026-06-${time}+08:00`, by: '受理员小吕' },
});

/** Due times by milestone; the state where there is none. */
function dueTimes(
  values: ComplaintValues,
  log: ComplaintEvent[],
  asOf: string,
  company: CompanySettings | null = COMPANY,
) {
  const { assessment } = take(values);
  const deadlines = deadlinesOf({
    ...{ log: { events: log }, values, grade: assessment.grade.id, pack, company },
    ...{ asOf: `2026-06-${asOf}+08:00`, zone: ZONE },
  });
  return Object.fromEntries(deadlines.map(({ milestone, dueAt, state }) => [milestone, dueAt ?? state]));
}

const steps = (values: ComplaintValues, log: ComplaintEvent[]) =>
  nextSteps(take(values).situation, pack, replayEvents(log, pack, ZONE));
const stateOf = (way: ReturnType<typeof steps>, step: string) => way.steps.find((one) => one.step === step)?.state;

describe('what is asked and how it is graded', () => {
  it('S4-5: seven things are on record; the receiver asks for what is missing', () => {
    expect(fieldsToAsk(take(NOISE).situation, pack).map(({ field }) => field)).toEqual([
      'customerName',
      'productName',
      'evidence',
    ]);
    const bare = take({ receivedAt: '2026-06-01T09:10+08:00', description: '机器坏了' }).situation;
    const asked = fieldsToAsk(bare, pack).filter(({ mandatory }) => mandatory);
    expect(asked.map(({ field }) => field)).toEqual([
      ...['contactName', 'contactPhone', 'productModel', 'purchaseDate', 'purchasePlace', 'demand'],
    ]);
  });

  it.each([
    ['质量缺陷，割台轴断裂', 'product_quality'],
    ['配件供应不上，师傅态度恶劣', 'after_sales'],
    ['不会调株距，说明书看不懂', 'usage'],
  ])('S4-6: “%s” is %s', (description, category) => {
    expect(take({ description }).assessment.category).toMatchObject({ id: category, source: 'S4-6' });
  });

  it.each([
    ['S4-7', NOISE, 'general', null],
    ['S4-8', GEARBOX, 'important', 'S4-8'],
    ['S4-9', LOST_HARVEST, 'major', 'S4-9'],
  ] as const)(
    '%s: grades by effect on production, work needed and public attention',
    (clause, values, grade, source) => {
      expect(take(values).assessment.grade).toMatchObject({ id: grade, source });
      expect(pack.grades.find(({ id }) => id === grade)?.source).toBe(clause);
    },
  );

  it('S4-24 to S4-32: all nine limits are blank in the rules, each quoted with its [X], and only its grade waits for it', () => {
    const blanks = pack.milestones.filter(({ targets }) => JSON.stringify(targets).includes('[X]'));
    expect(blanks.map(({ source }) => source)).toEqual([24, 25, 26, 27, 28, 29, 30, 31, 32].map((n) => `S4-${n}`));
    expect(dueTimes(NOISE, [], '01T10:00', null)).toEqual({
      ...{ generalFirstAnswer: 'notConfigured', generalDone: 'notConfigured' },
    });
    expect(Object.keys(dueTimes(LOST_HARVEST, [], '05T17:00', null))).toEqual([
      ...['majorEmergency', 'majorInformation', 'majorPlan', 'majorDone'],
    ]);
  });
});

describe('一般投诉: a noise at the header', () => {
  const TAKEN: ComplaintEvent[] = [
    { kind: 'received', ...at('1', '01T09:10') },
    { kind: 'accepted', ...at('2', '01T09:20') },
  ];
  const DONE: ComplaintEvent[] = [
    ...TAKEN,
    { kind: 'investigated', ...at('3', '01T09:30') },
    { kind: 'acknowledged', ...at('4', '01T09:40') },
    { kind: 'planFixed', ...at('5', '01T10:00') },
    { kind: 'executed', ...at('6', '02T15:00') },
    { kind: 'resultTold', ...at('7', '02T16:00') },
  ];

  it('S4-10 to S4-13: the receiver verifies by phone, after-sales repairs on site, the receiver revisits', () => {
    expect(steps(NOISE, TAKEN).steps.map(({ step, by }) => [step, by])).toEqual([
      ['accept', 'receiver'],
      ['verify', 'receiver'],
      ['firstAnswer', 'receiver'],
      ['plan', 'afterSalesStaff'],
      ['carryOut', 'afterSalesStaff'],
      ['result', 'afterSalesStaff'],
      ['revisit', 'receiver'],
      ['close', 'receiver'],
    ]);
    const [list] = guidanceAtStep('investigation', take(NOISE).situation, pack).checklists;
    expect(list?.items.map(({ label }) => label['zh-CN'])).toEqual(['电话指导客户检查设备', '查看产品使用记录']);
    const [first] = proposeRemedies(take(NOISE).situation, pack);
    expect(first).toMatchObject({ remedy: 'homeRepair', state: 'proposed', source: 'S4-12' });
  });

  it('S4-24, S4-25: first answer and revisit count in working days from acceptance', () => {
    expect(dueTimes(NOISE, TAKEN, '01T10:00')).toEqual({
      ...{ generalFirstAnswer: '2026-06-02T18:00:00+08:00', generalDone: '2026-06-08T18:00:00+08:00' },
    });
    expect(dueTimes(NOISE, TAKEN.slice(0, 1), '01T10:00')).toEqual({
      ...{ generalFirstAnswer: 'notStarted', generalDone: 'notStarted' },
    });
  });

  it('S4-13: not satisfied, it is analysed again; satisfied, with cause and result on record, it may close', () => {
    const unhappy: ComplaintEvent[] = [...DONE, { kind: 'followedUp', ...at('8', '03T10:00'), satisfied: false }];
    expect(steps(NOISE, unhappy)).toMatchObject({ sentBack: { times: 1 }, mayClose: false });
    expect(guidanceAtStep('followUp', take(NOISE).situation, pack).guidance.map(({ source }) => source)).toContain(
      'S4-13',
    );
    const again: ComplaintEvent[] = [
      ...unhappy,
      { kind: 'executed', ...at('9', '04T11:00') },
      { kind: 'resultTold', ...at('10', '04T11:30') },
      { kind: 'followedUp', ...at('11', '05T10:00'), satisfied: true },
    ];
    expect(steps(NOISE, again).mayClose).toBe(false);
    const recorded = { ...NOISE, cause: '割台螺栓未按扭矩拧紧', solution: '上门紧固并换防松螺母' };
    expect(steps(recorded, again).mayClose).toBe(true);
  });
});

describe('重要投诉: a gearbox that came back three times', () => {
  const TAKEN: ComplaintEvent[] = [
    { kind: 'received', ...at('1', '11T10:00') },
    { kind: 'accepted', ...at('2', '11T10:15') },
    { kind: 'acknowledged', ...at('3', '11T11:00') },
  ];
  const SUBMITTED: ComplaintEvent[] = [
    ...TAKEN,
    { kind: 'teamFormed', ...at('4', '12T09:00'), leader: '售后服务部王部长' },
    { kind: 'investigated', ...at('5', '15T17:00') },
    { kind: 'planSubmitted', ...at('6', '16T15:00') },
  ];
  const APPROVED: ComplaintEvent[] = [...SUBMITTED, { kind: 'planApproved', ...at('7', '17T11:00') }];

  it('S4-14: after-sales leads a team of engineering, production and sales', () => {
    const [team, ...others] = teamsCalled(take(GEARBOX).situation, pack);
    expect(team).toMatchObject({ team: 'handlingTeam', leader: 'afterSalesDept', source: 'S4-14' });
    expect(team?.members.map(({ role }) => role)).toEqual(['techDept', 'productionDept', 'salesDept']);
    expect(others).toEqual([]);
  });

  it('S4-15, S4-16: on-site inspection, tests, production records; the plan names measure, department and date', () => {
    const { situation } = take(GEARBOX);
    const items = (step: 'investigation' | 'planning') =>
      guidanceAtStep(step, situation, pack).checklists.flatMap((list) => list.items.map(({ label }) => label['zh-CN']));
    expect(items('investigation')).toEqual(['现场勘查', '产品检测', '查阅生产记录', '证据已收集']);
    expect(items('planning')).toEqual(['问题解决措施', '责任部门', '完成时间']);
  });

  it('S4-16: nothing is carried out before the executive in charge has approved the plan', () => {
    const before = steps(GEARBOX, SUBMITTED);
    expect(stateOf(before, 'submitPlan')).toBe('awaitingApproval');
    expect(stateOf(before, 'carryOut')).toBe('blocked');
    const waits = before.steps.find(({ step }) => step === 'submitPlan')?.blockers;
    expect(waits).toMatchObject([{ kind: 'approval', by: 'executive', source: 'S4-16, S4-27' }]);
    expect(stateOf(steps(GEARBOX, APPROVED), 'carryOut')).toBe('ready');
    expect(superiorsOf('executive', pack)).toEqual(['generalManager']);
  });

  it('S4-26 to S4-28: team and plan count from acceptance, the rest from approval, over the Dragon Boat holiday', () => {
    expect(dueTimes(GEARBOX, SUBMITTED, '16T16:00')).toMatchObject({
      ...{ importantTeam: '2026-06-12T18:00:00+08:00', importantPlan: '2026-06-16T18:00:00+08:00' },
      importantDone: 'notStarted',
    });
    // Approved on Wednesday 17 June: Thursday is day 1, 19 to 21 June are off, Tuesday is day 3.
    expect(dueTimes(GEARBOX, APPROVED, '17T12:00')['importantDone']).toBe('2026-06-23T18:00:00+08:00');
  });

  it('S4-17: from approval on, progress is reported to the customer again and again', () => {
    expect(dueTimes(GEARBOX, APPROVED, '17T12:00')['progressReport']).toBe('2026-06-18T18:00:00+08:00');
    const told: ComplaintEvent[] = [...APPROVED, { kind: 'progressTold', ...at('8', '18T16:00') }];
    expect(dueTimes(GEARBOX, told, '18T17:00')['progressReport']).toBe('2026-06-22T18:00:00+08:00');
  });

  it('S4-33: made in manufacture, production answers in the main; S4-34: for late repair after-sales correspondingly', () => {
    const liable = (own: OwnChoices, values = GEARBOX) =>
      findResponsible(take(values, own).situation, pack).departments.map(({ department, shares }) => [
        department,
        shares,
      ]);
    expect(liable({})).toEqual([]);
    expect(findResponsible(take(GEARBOX).situation, pack).asks.map(({ axis }) => axis)).toEqual(['cause']);
    expect(liable({ axes: { cause: 'manufacture' } })).toEqual([['productionDept', ['main']]]);
    expect(liable({}, { ...GEARBOX, cause: '装配时拨叉装反，属制造缺陷' })).toEqual([['productionDept', ['main']]]);
    expect(liable({}, { description: '报修后维修不及时，师傅态度差' })).toEqual([
      ['afterSalesDept', ['corresponding']],
    ]);
  });

  it('S4-18: closes when evaluated against its goal, told and revisited; the customer’s suggestions are studied', () => {
    const revisited: ComplaintEvent[] = [
      ...APPROVED,
      { kind: 'executed', ...at('9', '22T16:00') },
      { kind: 'resultTold', ...at('10', '22T17:00') },
      { kind: 'followedUp', ...at('11', '23T09:30'), satisfied: true },
    ];
    const recorded = { ...GEARBOX, cause: '拨叉装反', solution: '更换变速箱总成', satisfaction: '满意' };
    const open = steps(recorded, revisited);
    expect(open.gates.filter(({ isMet }) => !isMet).map(({ gate }) => gate)).toEqual(['goalReached']);
    const evaluated: ComplaintEvent[] = [
      ...revisited,
      { kind: 'confirmed', ...at('12', '23T09:40'), gate: 'goalReached' },
    ];
    expect(steps(recorded, evaluated).mayClose).toBe(true);
    const { guidance } = guidanceAtStep('followUp', take(GEARBOX).situation, pack);
    expect(guidance.map(({ source }) => source)).toEqual(['S4-18']);
  });
});

describe('重大投诉: three combines and a lost harvest', () => {
  const TAKEN: ComplaintEvent[] = [
    { kind: 'received', ...at('1', '05T16:20') },
    { kind: 'accepted', ...at('2', '05T16:30') },
  ];
  const PLANNED: ComplaintEvent[] = [
    ...TAKEN,
    { kind: 'emergencyStarted', ...at('3', '05T16:45') },
    { kind: 'teamFormed', ...at('4', '05T17:30'), leader: '总经理' },
    { kind: 'informationPublished', ...at('5', '08T11:00') },
    { kind: 'expertReviewed', ...at('6', '09T17:00') },
    { kind: 'planFixed', ...at('7', '10T10:00') },
  ];
  const DONE: ComplaintEvent[] = [
    ...PLANNED,
    { kind: 'executed', ...at('8', '15T17:00') },
    { kind: 'resultTold', ...at('9', '16T09:00') },
    { kind: 'followedUp', ...at('10', '17T10:00'), satisfied: true },
  ];

  it('S4-19: the mechanism starts at once and the general manager leads in person', () => {
    const { situation } = take(LOST_HARVEST);
    const notices = whoToTell(situation, pack).filter(({ isAtOnce }) => isAtOnce);
    expect(notices).toMatchObject([{ tell: ['generalManager'], source: 'S4-19' }]);
    expect(teamsCalled(situation, pack)).toMatchObject([{ team: 'leadingGroup', leader: 'generalManager' }]);
    const ready = steps(LOST_HARVEST, TAKEN).steps.filter(({ state }) => state === 'ready');
    expect(ready).toMatchObject([{ step: 'emergency', by: 'generalManager' }]);
  });

  it('S4-20, S4-23: public attention brings its own tasks, before the ordinary ones', () => {
    expect(take(LOST_HARVEST).assessment.lanes.map(({ id }) => id)).toEqual(['media']);
    const tasks = laneTasks(take(LOST_HARVEST).situation, pack, replayEvents(TAKEN, pack, ZONE));
    expect(tasks.map(({ source }) => source)).toEqual(['S4-20', 'S4-20', 'S4-23']);
    expect(steps(LOST_HARVEST, TAKEN).first).toEqual(tasks);
  });

  it('S4-21, S4-22: no plan without the experts’ review; their written report is needed to close', () => {
    expect(stateOf(steps(LOST_HARVEST, PLANNED.slice(0, 5)), 'plan')).toBe('blocked');
    expect(stateOf(steps(LOST_HARVEST, PLANNED.slice(0, 6)), 'plan')).toBe('ready');
    expect(steps(LOST_HARVEST, DONE).gates.find(({ gate }) => gate === 'expertReport')).toMatchObject({ isMet: false });
  });

  it('S4-29 to S4-32: hours to the mechanism, days to information and plan, and the last from the plan on', () => {
    expect(dueTimes(LOST_HARVEST, TAKEN, '05T16:40')).toEqual({
      majorEmergency: '2026-06-05T18:30:00+08:00',
      majorInformation: '2026-06-08T18:00:00+08:00',
      majorPlan: '2026-06-10T18:00:00+08:00',
      majorDone: 'notStarted',
    });
    expect(dueTimes(LOST_HARVEST, PLANNED, '10T12:00')['majorDone']).toBe('2026-06-17T18:00:00+08:00');
  });

  it('S4-23: consolation and compensation are proposed, and the aftermath is a gate before closing', () => {
    const proposed = proposeRemedies(take(LOST_HARVEST).situation, pack).filter(({ state }) => state === 'proposed');
    expect(proposed.map(({ remedy }) => remedy)).toEqual(['homeRepair', 'consolation', 'compensation']);
    const recorded = { ...LOST_HARVEST, cause: '缸套材料批次不合格', solution: '调机抢收，换发动机，补偿损失' };
    const open = steps(recorded, DONE).gates.filter(({ isMet }) => !isMet);
    expect(open.map(({ gate }) => gate)).toEqual(['expertReport', 'aftermath', 'internalReview']);
    const confirmed = open.map(({ gate }, i): ComplaintEvent => ({
      ...{ kind: 'confirmed', ...at(`${20 + i}`, '17T11:00'), gate },
    }));
    expect(steps(recorded, [...DONE, ...confirmed]).first).not.toEqual([]);
    expect(steps(recorded, [...DONE, ...confirmed]).mayClose).toBe(true);
  });
});

describe('answers, accountability and figures', () => {
  it('S4-24: the acknowledgement promises the computed time; blaming the farmer is held up', () => {
    const template = pack.replies.find(({ id }) => id === 'acknowledgement');
    if (!template) throw new Error('the acknowledgement is missing');
    const deadline = { milestone: 'generalFirstAnswer', dueAt: '2026-06-02T18:00:00+08:00', basis: 'exact' as const };
    const facts = {
      ...{ values: { ...NOISE, productName: '收割机', complaintId: 'NJ-0601-02' }, companyName: '丰收农机' },
      ...{ handler: '小吕', zone: ZONE, deadline },
    };
    const { text } = writeReply(template, facts, 'zh-CN');
    expect(text).toContain('我们将在2026年6月2日18:00前给您初步答复');
    expect(checkReply(text, template, pack, facts).isGood).toBe(true);
    const { avoid } = checkReply(`${text}\n估计是你自己不会用。`, template, pack, facts);
    expect(avoid).toMatchObject([{ phrase: 'yourFault', source: 'S4-2, S4-6' }]);
  });

  it('S4-24, S4-26, S4-31: each grade is promised what its own clock says', () => {
    const offered = (grade: string) =>
      guidanceAtStep('acknowledgement', situationOf(NOISE, assessComplaint(NOISE, pack, { grade })), pack).replies.map(
        ({ milestone, body }) => [milestone, /在\{dueAt\}前[^，]+/.exec(body['zh-CN'])?.[0]],
      );
    expect(offered('general')).toEqual([['generalFirstAnswer', '在{dueAt}前给您初步答复']]);
    expect(offered('important')).toEqual([['importantTeam', '在{dueAt}前成立处理小组并与您沟通']]);
    expect(offered('major')).toEqual([['majorPlan', '在{dueAt}前完成专家论证、定出解决方案']]);
  });

  it('S4-35, S4-36: criticism, points and fines by gravity; the law only for grave dereliction', () => {
    const { measures, appeal } = proposeMeasures({ kind: 'penalty', of: 'person', severity: 4 }, pack);
    expect(measures.map(({ label, amount }) => [label['zh-CN'], amount])).toEqual([
      ['批评教育', undefined],
      ['绩效扣分', undefined],
      ['经济处罚', null],
      ['依法依规追究法律责任', undefined],
    ]);
    expect(measures.find(({ isProposed }) => isProposed)?.when?.['zh-CN']).toBe('严重失职，造成重大损失或恶劣影响');
    expect(appeal).toBeNull();
    expect(proposeMeasures({ kind: 'penalty', of: 'department' }, pack).measures).toHaveLength(3);
  });

  it('S4-37, S4-38: number, type, cause and result, every month, by model; how many make a cluster stays open', () => {
    expect(pack.measures.map(({ label, period }) => [label['zh-CN'], period])).toEqual([
      ['投诉数量', 'month'],
      ['投诉原因', 'month'],
      ['处理结果', 'month'],
    ]);
    expect(pack.measures[0]?.by).toEqual(['month', 'category', 'productModel']);
    expect(pack.trendAlarms.map(({ times, withinDays }) => [times, withinDays])).toEqual([
      [null, null],
      [null, null],
    ]);
  });
});
