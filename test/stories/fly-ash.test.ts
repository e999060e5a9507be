import { describe, expect, it } from 'vitest';
import type { ComplaintEvent } from '../../core/complaint/complaint-event.ts';
import type { ComplaintValues } from '../../core/complaint/complaint-values.ts';
import { replayEvents } from '../../core/complaint/replay-events.ts';
import { computeDeadlines } from '../../core/deadline/compute-deadlines.ts';
import { deadlinesOf } from '../../core/deadline/deadlines-of.ts';
import { assessComplaint } from '../../core/grade/assess-complaint.ts';
import { situationOf } from '../../core/grade/situation.ts';
import { guidanceAtStep } from '../../core/guidance/guidance-at-step.ts';
import type { CompanySettings } from '../../core/policy/company-settings.ts';
import { missingFields } from '../../core/policy/missing-fields.ts';
import { findPack } from '../../core/policy/packs.ts';
import { checkRemedy } from '../../core/remedy/check-remedy.ts';
import { proposeRemedies } from '../../core/remedy/propose-remedies.ts';
import { checkReply } from '../../core/reply/check-reply.ts';
import { writeReply } from '../../core/reply/write-reply.ts';
import { findResponsible } from '../../core/responsibility/find-responsible.ts';
import { firstDepartments } from '../../core/responsibility/first-departments.ts';
import { nextSteps } from '../../core/workflow/next-steps.ts';
import { superiorsOf, teamsCalled, whoToTell } from '../../core/workflow/who-to-tell.ts';
import { CHINA_OFFICE } from '../core/working-time/calendars.ts';

const found = findPack('fly-ash');
if (!found) throw new Error('the fly-ash pack is missing');
const pack = found;

const ZONE = 'Asia/Shanghai';
const company: CompanySettings = {
  ...{ schemaVersion: 1, policyId: 'fly-ash', calendar: CHINA_OFFICE, firstDay: 'nextDay', targets: {} },
};
const template = (id: string) => {
  const reply = pack.replies.find((candidate) => candidate.id === id);
  if (!reply) throw new Error(`no reply is called ${id}`);
  return reply;
};

/** Friday 13 February 2026, half an hour before the office closes; the next day is a make-up workday before the Spring Festival. */
const STOPPED: ComplaintValues = {
  receivedAt: '2026-02-13T17:30:00+08:00',
  complaintId: 'FA-2026-007',
  channel: '电话',
  customerName: '华东建材搅拌站有限公司',
  contactName: '王建国',
  contactPhone: '13800001111',
  productName: 'F类Ⅱ级粉煤灰',
  batchNo: 'FA20260212-3',
  description: '昨天送的这批灰需水量比突然升高，混凝土坍落度损失很快，拌合站停工待料，工地在催。',
  demand: '尽快换货，派技术人员到现场',
  evidence: '照片、检测报告',
};
const MODERATE: ComplaintValues = {
  receivedAt: '2026-03-03T11:40:00+08:00',
  description: '约好早上七点的罐车延误到下午两点才到货，交付延迟。',
};

function take(values: ComplaintValues) {
  const assessment = assessComplaint(values, pack);
  return { assessment, situation: situationOf(values, assessment) };
}

const at = (id: string, time: string) => ({
  ...{ id, occurredAt: `2026-02-${time}:00+08:00`, recordedAt: `2026-02-${time}:00+08:00`, by: '李敏（销售代表）' },
});
const FIRST_HOUR: ComplaintEvent[] = [
  { kind: 'received', ...at('e1', '13T17:30') },
  { kind: 'reported', ...at('e2', '13T17:34'), to: ['部门负责人', '分管领导'] },
  { kind: 'emergencyStarted', ...at('e3', '13T17:40') },
  { kind: 'acknowledged', ...at('e4', '13T17:50') },
];
const SOLVED: ComplaintEvent[] = [
  ...FIRST_HOUR,
  { kind: 'assigned', ...at('e5', '13T17:55'), department: 'production' },
  { kind: 'teamFormed', ...at('e6', '14T09:10'), leader: '质控部 陈工', members: ['技术部', '生产部', '物流部'] },
  { kind: 'planProposed', ...at('e7', '14T11:00') },
  { kind: 'investigated', ...at('e8', '14T15:30') },
  { kind: 'planSubmitted', ...at('e9', '14T16:00') },
  { kind: 'planApproved', ...at('e10', '14T16:40') },
  { kind: 'planFixed', ...at('e11', '14T17:10') },
];

describe('停工待料：an urgent complaint, from the phone call to the archive', () => {
  const { assessment, situation } = take(STOPPED);

  it('S0-8 to S0-16: the record form is complete; without batch, demand and proof it asks for them', () => {
    expect(missingFields(STOPPED, pack).filter(({ mandatory }) => mandatory)).toEqual([]);
    const left: string[] = ['batchNo', 'demand', 'evidence'];
    const bare = Object.fromEntries(Object.entries(STOPPED).filter(([field]) => !left.includes(field)));
    const asked = missingFields(bare, pack).filter(({ mandatory }) => mandatory);
    expect(asked.map(({ field }) => field)).toEqual(left);
    const form = guidanceAtStep('receipt', situation, pack).checklists.find(
      ({ checklist }) => checklist === 'recordForm',
    );
    expect(form?.items).toHaveLength(8);
  });

  it('S0-17: while listening, the two set phrases are at hand', () => {
    expect(guidanceAtStep('receipt', situation, pack).say.map(({ text }) => text['zh-CN'])).toEqual([
      '您反映的情况我们已清楚了解。',
      '我们非常重视您提出的问题。',
    ]);
  });

  it('S0-20, S0-22, S0-23: quality, urgent or major, because the customer’s plant stands still', () => {
    expect(assessment.category?.id).toBe('product_quality');
    expect(assessment.grade).toMatchObject({ id: 'major', rule: 'productionStop', source: 'S0-23' });
    expect(assessment.grade.words.map(({ quote }) => quote).join()).toContain('停工');
  });

  it('S0-21: goes to production and quality control first', () => {
    expect(firstDepartments(situation, pack)).toMatchObject([
      { route: 'qualityRoute', departments: ['production', 'quality'], source: 'S0-21' },
    ]);
  });

  it('S0-24: the department head and the executive are told at once, and nothing is more urgent', () => {
    expect(whoToTell(situation, pack)).toMatchObject([{ tell: ['departmentHead', 'executive'], isAtOnce: true }]);
    expect(superiorsOf('receiver', pack)).toEqual(['departmentHead', 'executive']);
    const { first, steps } = nextSteps(situation, pack, replayEvents(FIRST_HOUR.slice(0, 1), pack, ZONE));
    expect(first.map(({ text }) => text['zh-CN'])).toEqual([
      '立即向部门负责人和分管领导汇报，不等调查结果。',
      '启动紧急处理预案。',
    ]);
    const ready = steps.filter(({ state }) => state === 'ready').map(({ step }) => step);
    expect(ready).toEqual(['report', 'respond', 'route']);
  });

  it('S0-26: calls for a special team of five departments; who leads it is for people to say', () => {
    const [team] = teamsCalled(situation, pack);
    expect(team?.members.map(({ role }) => role)).toEqual(['technical', 'production', 'quality', 'sales', 'logistics']);
    expect(team?.leader).toBeNull();
    const list = guidanceAtStep('investigation', situation, pack).checklists.find(
      ({ checklist }) => checklist === 'team',
    );
    expect(list?.items.map(({ label }) => label['zh-CN'])).toEqual(['明确负责人', '明确每位成员的职责']);
  });

  it('S0-18: one working hour runs over the night into the make-up Saturday', () => {
    const [first, report] = deadlinesOf({
      ...{ log: { events: FIRST_HOUR.slice(0, 1) }, values: STOPPED, grade: 'major', pack, company },
      ...{ asOf: '2026-02-13T17:31:00+08:00', zone: ZONE },
    });
    expect(first).toMatchObject({ milestone: 'firstResponse', dueAt: '2026-02-14T09:30:00+08:00', isSoft: true });
    expect(report).toMatchObject({ milestone: 'report', basis: 'immediately', dueAt: null });
  });

  it('S0-19: the reply says accepted, thank you and when; while the company has not set X it leaves a gap', () => {
    const values = { ...STOPPED, firstResponseAt: '2026-02-13T17:50:00+08:00' };
    const answerBy = (settings: CompanySettings) =>
      computeDeadlines({
        ...{ values, grade: 'major', pack, company: settings, asOf: '2026-02-13T17:50:00+08:00', zone: ZONE },
      }).find(({ milestone }) => milestone === 'preliminaryAnswer') ?? null;
    const facts = { values, companyName: '恒远粉煤灰', handler: '李敏', zone: ZONE };
    const acknowledgement = template('acknowledgement');

    const blank = writeReply(acknowledgement, { ...facts, deadline: answerBy(company) }, 'zh-CN');
    expect(blank.gaps).toMatchObject([{ placeholder: 'dueAt', code: 'noTimeLimit' }]);
    expect(checkReply(blank.text, acknowledgement, pack).isGood).toBe(false);

    const targets = { preliminaryAnswer: { default: { unit: 'workMinutes' as const, amount: 240 } } };
    const deadline = answerBy({ ...company, targets });
    const reply = writeReply(acknowledgement, { ...facts, deadline }, 'zh-CN');
    expect(reply.gaps).toEqual([]);
    expect(reply.text).toContain('感谢您的反馈');
    expect(reply.text).toContain('并会在 2026年2月14日14:20 前给您初步答复');
    expect(checkReply(reply.text, acknowledgement, pack, { deadline, zone: ZONE }).isGood).toBe(true);
    expect(checkReply('收到，我们看看。', acknowledgement, pack).required.map(({ words }) => words.length)).toEqual([
      0, 0, 0,
    ]);
  });

  it('S0-27 to S0-29: the batch’s four records, a sample, the use on site', () => {
    const lists = guidanceAtStep('investigation', situation, pack, ['testReport']).checklists;
    const items = (id: string) =>
      lists.find(({ checklist }) => checklist === id)?.items.map(({ label }) => label['zh-CN']);
    expect(items('internalRecords')).toEqual(['生产记录', '检验报告', '出库单', '运输记录']);
    expect(items('external')?.[1]).toBe('取得实物样本（问题粉煤灰样品）');
    expect(items('onSite')).toEqual(['实际使用情况', '存储条件']);
    expect(lists.flatMap((list) => list.items.filter(({ isDone }) => isDone)).map(({ item }) => item)).toEqual([
      'testReport',
    ]);
  });

  it('S0-30 to S0-33: the solution aims at the cause that was found', () => {
    const proposed = (values: ComplaintValues) =>
      proposeRemedies(take(values).situation, pack)
        .filter(({ state }) => state === 'proposed')
        .map(({ remedy }) => remedy);
    expect(proposed(STOPPED)).toEqual([]);
    expect(proposed({ ...STOPPED, cause: '原材料波动：电厂换煤，需水量比升高' })).toEqual(['replace']);
    expect(proposed({ ...STOPPED, cause: '客户使用方法不当，与外加剂不适应' })).toEqual(['guidance']);
    const catalogue = pack.remedies.map(({ label }) => label['zh-CN']);
    expect(catalogue).toEqual(['产品退换货', '补货', '折价处理', '技术指导', '赔偿损失', '改进措施承诺']);
  });

  it('S0-3: names no liable department, for the guideline has no such table', () => {
    expect(findResponsible(take({ ...STOPPED, cause: '设备故障' }).situation, pack).departments).toEqual([]);
    expect(pack.openQuestions.map(({ id }) => id)).toContain('liability');
  });

  it('S0-32, S0-34: no compensation without approval, and none promised in a letter before it', () => {
    const codes = (granted: string[]) =>
      checkRemedy({ remedy: 'compensation', money: 30_000 }, situation, pack, { granted })
        .filter(({ level }) => level === 'error')
        .map(({ code }) => code);
    expect(new Set(codes([]))).toEqual(new Set(['consentMissing', 'approvalMissing']));
    expect(codes(['compensation', 'spendingApproval', 'compensationApproval'])).toEqual([]);
    const loose = checkReply('您放心，停工损失我们全额赔偿。', template('proposal'), pack);
    expect(loose.avoid).toMatchObject([{ phrase: 'looseCompensation', source: 'S0-32, S0-34' }]);
  });

  it('S0-34 to S0-36: submitted, it waits for approval; then a named negotiator talks to the customer', () => {
    const until = (id: string) => SOLVED.slice(0, SOLVED.findIndex((event) => event.id === id) + 1);
    const states = (events: ComplaintEvent[]) =>
      Object.fromEntries(
        nextSteps(situation, pack, replayEvents(events, pack, ZONE)).steps.map(({ step, state }) => [step, state]),
      );
    expect(states(until('e9'))).toMatchObject({ plan: 'awaitingApproval', agree: 'blocked' });
    expect(states(until('e10'))).toMatchObject({ plan: 'done', agree: 'ready' });
    const { steps } = nextSteps(situation, pack, replayEvents(until('e10'), pack, ZONE));
    expect(steps.find(({ step }) => step === 'agree')).toMatchObject({ by: 'negotiator', source: 'S0-35, S0-36' });
  });

  it('S0-37 to S0-39: carried out and checked; not satisfied, it goes back and is counted', () => {
    const once: ComplaintEvent[] = [
      ...SOLVED,
      { kind: 'executed', ...at('e12', '15T10:00') },
      { kind: 'followedUp', ...at('e13', '15T16:00'), satisfied: false },
    ];
    const back = nextSteps(situation, pack, replayEvents(once, pack, ZONE));
    expect(back.sentBack).toEqual({ times: 1, to: 'production' });
    expect(back.steps.find(({ step }) => step === 'carryOut')).toMatchObject({ state: 'ready', isAgain: true });
    expect(back.mayClose).toBe(false);
  });

  it('S0-5, S0-30, S0-31, S0-39, S0-40: closes only as a closed loop, and is then filed', () => {
    const done: ComplaintEvent[] = [
      ...SOLVED,
      { kind: 'executed', ...at('e12', '15T10:00') },
      { kind: 'followedUp', ...at('e13', '25T10:00'), satisfied: true },
    ];
    const open = nextSteps(situation, pack, replayEvents(done, pack, ZONE));
    const missing = open.gates.filter(({ isMet }) => !isMet).map(({ gate }) => gate);
    expect(missing).toEqual(['causeFound', 'analysisWritten', 'lessonLearnt', 'filed']);
    expect(open.mayClose).toBe(false);

    const learnt = take({
      ...STOPPED,
      cause: '原材料波动',
      correctiveAction: '换煤时逐车检测需水量比，超标不放行',
    }).situation;
    const analysed: ComplaintEvent[] = [
      ...done,
      { kind: 'confirmed', ...at('e14', '25T10:30'), gate: 'analysisWritten' },
    ];
    expect(nextSteps(learnt, pack, replayEvents(analysed, pack, ZONE)).mayClose).toBe(true);

    const closed: ComplaintEvent[] = [...analysed, { kind: 'closed', ...at('e15', '25T11:00') }];
    const state = replayEvents(closed, pack, ZONE);
    expect(state.findings.filter(({ level }) => level === 'error')).toEqual([]);
    const last = nextSteps(learnt, pack, state).steps.filter(({ state: where }) => where === 'ready');
    expect(last.map(({ step }) => step)).toEqual(['archive']);
    expect(pack.papers.map(({ label }) => label['zh-CN'])).toEqual(['客户投诉处理记录表', '调查分析报告']);
  });

  it('S0-7: the contact person stays first responsible after passing it on', () => {
    const [received, ...rest] = SOLVED;
    const events = [{ ...received, receiver: '李敏' } as ComplaintEvent, ...rest];
    expect(replayEvents(events, pack, ZONE)).toMatchObject({
      firstReceiver: '李敏',
      owner: { department: 'production' },
    });
  });
});

describe('交付延迟：a general complaint takes the normal way', () => {
  const { assessment, situation } = take(MODERATE);

  it('S0-21, S0-25: logistics and sales; nobody is told at once, no special team', () => {
    expect(assessment.grade).toMatchObject({ id: 'general', rule: null });
    expect(firstDepartments(situation, pack).flatMap(({ departments }) => departments)).toEqual(['logistics', 'sales']);
    expect(whoToTell(situation, pack)).toEqual([]);
    expect(teamsCalled(situation, pack)).toEqual([]);
    const steps = nextSteps(situation, pack, replayEvents([], pack, ZONE)).steps.map(({ step }) => step);
    expect(steps).not.toContain('report');
    expect(steps.at(-1)).toBe('archive');
  });

  it('S0-18: has the same working hour, and lunch does not count', () => {
    const deadlines = computeDeadlines({
      ...{ values: MODERATE, grade: 'general', pack, company, asOf: '2026-03-03T11:40:00+08:00', zone: ZONE },
    });
    expect(deadlines[0]).toMatchObject({ milestone: 'firstResponse', dueAt: '2026-03-03T14:10:00+08:00' });
    expect(deadlines.map(({ milestone }) => milestone)).not.toContain('report');
  });
});

describe('the guideline as a whole', () => {
  it('S0-1, S0-2, S0-3, S0-4, S0-5: each principle is shown where it is needed', () => {
    const { situation } = take(STOPPED);
    const steps = {
      'S0-1': 'receipt',
      'S0-2': 'acknowledgement',
      'S0-3': 'investigation',
      'S0-4': 'planning',
    } as const;
    for (const [clause, step] of Object.entries(steps)) {
      const sources = guidanceAtStep(step, situation, pack).guidance.map(({ source }) => source);
      expect(sources, clause).toContain(clause);
    }
    expect(guidanceAtStep('closing', situation, pack).guidance.map(({ source }) => source)).toContain('S0-5');
  });

  it('S0-6: the five channels of the guideline, in its order', () => {
    expect(pack.channels.map(({ label }) => label['zh-CN'])).toEqual([
      '电话',
      '电子邮件',
      '即时通讯',
      '书面函件',
      '当面沟通',
    ]);
  });

  it('fills in what its letters need in all three languages', () => {
    const facts = {
      ...{ values: STOPPED, companyName: '恒远', handler: '李敏', zone: ZONE },
      deadline: { milestone: 'preliminaryAnswer', dueAt: '2026-02-14T14:20:00+08:00', basis: 'exact' as const },
    };
    for (const reply of pack.replies) {
      for (const locale of ['zh-CN', 'zh-TW', 'en'] as const) {
        const { text, gaps } = writeReply(reply, facts, locale);
        expect(gaps).toEqual([]);
        const { required, avoid } = checkReply(text, reply, pack);
        expect(
          required.filter(({ words }) => words.length === 0),
          `${reply.id} ${locale}`,
        ).toEqual([]);
        expect(avoid).toEqual([]);
      }
    }
  });
});
