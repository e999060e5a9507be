import { describe, expect, it } from 'vitest';
import type { ComplaintEvent } from '../../core/complaint/complaint-event.ts';
import type { ComplaintValues } from '../../core/complaint/complaint-values.ts';
import { replayEvents } from '../../core/complaint/replay-events.ts';
import { deadlinesOf } from '../../core/deadline/deadlines-of.ts';
import { assessComplaint } from '../../core/grade/assess-complaint.ts';
import { fieldsToAsk } from '../../core/grade/fields-to-ask.ts';
import { situationOf } from '../../core/grade/situation.ts';
import { guidanceAtStep } from '../../core/guidance/guidance-at-step.ts';
import type { CompanySettings } from '../../core/policy/company-settings.ts';
import { findPack } from '../../core/policy/packs.ts';
import { proposeRemedies } from '../../core/remedy/propose-remedies.ts';
import { checkReply } from '../../core/reply/check-reply.ts';
import { writeReply } from '../../core/reply/write-reply.ts';
import { firstDepartments } from '../../core/responsibility/first-departments.ts';
import { laneTasks } from '../../core/workflow/lane-tasks.ts';
import { nextSteps } from '../../core/workflow/next-steps.ts';
import { whoToTell } from '../../core/workflow/who-to-tell.ts';
import { CHINA_OFFICE } from '../core/working-time/calendars.ts';

const found = findPack('emergency-plan');
if (!found) throw new Error('the emergency-plan pack is missing');
const pack = found;

const ZONE = 'Asia/Shanghai';

/** Friday 13 February 2026, half an hour before closing; Saturday is a make-up workday, then comes the Spring Festival. */
const SCREEN: ComplaintValues = {
  receivedAt: '2026-02-13T17:30+08:00',
  channel: '在线客服',
  customerName: '华信物业',
  contactName: '孙经理',
  contactPhone: '13700004444',
  productName: '门禁一体机',
  description: '门禁一体机装上第三天黑屏，重启也没用，要求更换一台。',
};

function take(values: ComplaintValues = SCREEN) {
  const assessment = assessComplaint(values, pack);
  return { assessment, situation: situationOf(values, assessment) };
}

const at = (id: string, time: string) => ({
  ...{ id, occurredAt: `2026-02-${time}+08:00`, recordedAt: `2026-02-${time}+08:00`, by: '客服小林' },
});
const TAKEN: ComplaintEvent[] = [
  { kind: 'received', ...at('1', '13T17:30') },
  { kind: 'accepted', ...at('2', '13T17:32') },
];
const DONE: ComplaintEvent[] = [
  ...TAKEN,
  { kind: 'acknowledged', ...at('3', '13T17:50') },
  { kind: 'assigned', ...at('4', '13T17:55'), department: 'qualityDept', person: '质量部老高' },
  { kind: 'investigated', ...at('5', '14T10:30') },
  { kind: 'planProposed', ...at('6', '14T11:00') },
  { kind: 'executed', ...at('7', '24T15:00') },
  { kind: 'resultTold', ...at('8', '24T15:30') },
  { kind: 'followedUp', ...at('9', '25T10:00'), satisfied: true },
];

function settings(hoursMean: CompanySettings['hoursMean']): CompanySettings {
  return {
    ...{ schemaVersion: 1, policyId: 'emergency-plan', calendar: CHINA_OFFICE, firstDay: 'nextDay', targets: {} },
    hoursMean,
  };
}

function deadline(milestone: string, company: CompanySettings | null, log = TAKEN, asOf = '13T17:40') {
  return deadlinesOf({
    ...{ log: { events: log }, values: SCREEN, grade: 'complaint', pack, company },
    ...{ asOf: `2026-02-${asOf}+08:00`, zone: ZONE },
  }).find((one) => one.milestone === milestone);
}

describe('one hour to reply, twenty-four to a preliminary plan', () => {
  it('S3-21, S3-22: count from receipt, and no time is named until the company says which hours are meant', () => {
    for (const milestone of ['reply', 'preliminaryPlan']) {
      const open = deadline(milestone, settings(null));
      expect(open).toMatchObject({ state: 'notConfigured', dueAt: null, startedAt: SCREEN.receivedAt });
    }
  });

  it('S3-21, S3-22: by the clock it is tonight and tomorrow, in working hours tomorrow morning and after the holiday', () => {
    const due = (mean: CompanySettings['hoursMean']) =>
      ['reply', 'preliminaryPlan'].map((milestone) => deadline(milestone, settings(mean))?.dueAt);
    expect(due('clock')).toEqual(['2026-02-13T18:30:00+08:00', '2026-02-14T17:30:00+08:00']);
    expect(due('working')).toEqual(['2026-02-14T09:30:00+08:00', '2026-02-26T10:00:00+08:00']);
  });

  it('S3-21: a reply twenty minutes later meets it either way', () => {
    expect(deadline('reply', settings('clock'), DONE, '25T12:00')?.status).toBe('met');
    expect(deadline('reply', settings('working'), DONE, '25T12:00')?.status).toBe('met');
  });

  it('S3-22: the reply within the hour promises the plan for the computed time and names who is in charge', () => {
    const template = pack.replies.find(({ id }) => id === 'acknowledgement');
    if (!template) throw new Error('the acknowledgement is missing');
    const facts = {
      ...{
        values: { ...SCREEN, complaintId: 'KS-021301' },
        companyName: '安盾科技',
        handler: '质量部老高',
        zone: ZONE,
      },
      deadline: deadline('preliminaryPlan', settings('clock')) ?? null,
    };
    const { text, gaps } = writeReply(template, facts, 'zh-CN');
    expect(text).toContain('由质量部老高专人负责。我们将在2026年2月14日17:30前向您提出初步处理方案');
    expect(gaps).toEqual([]);
    expect(checkReply(text, template, pack, facts).isGood).toBe(true);
    const short = checkReply('收到，谢谢。', template, pack, facts);
    expect(short.required.filter(({ words }) => words.length === 0).map(({ content }) => content)).toEqual([
      ...['person', 'plan'],
    ]);
  });
});

describe('a door terminal that goes black, from receipt to closing', () => {
  it.each([
    ['S3-5', '门锁电机烧坏，质量有问题', 'product_quality', 'qualityDept'],
    ['S3-3', '安装师傅服务态度恶劣', 'service', 'customerService'],
    ['S3-4', '没有远程开门功能，App连不上', 'product_function', 'techDept'],
    ['S3-3', '货还没到，物流延误一周', 'other', 'customerService'],
  ])('S3-7, S3-17, %s: “%s” is %s and goes to %s', (clause, description, category, department) => {
    const { assessment, situation } = take({ description });
    expect(assessment.category?.id).toBe(category);
    expect(firstDepartments(situation, pack)).toMatchObject([{ departments: [department], source: clause }]);
  });

  it('S3-24: knows no grades: every complaint comes first', () => {
    expect(pack.grades).toHaveLength(1);
    expect(take().assessment.grade).toMatchObject({ id: 'complaint', rule: null });
    expect(guidanceAtStep('assessment', take().situation, pack).guidance.map(({ source }) => source)).toContain(
      'S3-24',
    );
  });

  it('S3-6, S3-16: customer service records what it needs to call back within the hour', () => {
    expect(fieldsToAsk(take().situation, pack).filter(({ mandatory }) => mandatory)).toEqual([]);
    const [receive] = nextSteps(take().situation, pack, replayEvents(TAKEN.slice(0, 1), pack, ZONE)).steps;
    expect(receive).toMatchObject({ step: 'receive', by: 'customerService', state: 'ready' });
  });

  it('S3-8, S3-18, S3-23: then reply, name a person, confirm, plan, solve, feed back, sum up', () => {
    const { steps } = nextSteps(take().situation, pack, replayEvents(TAKEN, pack, ZONE));
    expect(steps.map(({ step }) => step)).toEqual([
      ...['receive', 'reply', 'namePerson', 'confirm', 'proposePlan', 'solve', 'feedBack', 'satisfaction', 'close'],
      'archive',
    ]);
    expect(steps.filter(({ state }) => state === 'ready').map(({ step }) => step)).toEqual(['reply', 'namePerson']);
  });

  it('S3-19: repair, exchange and return are on offer; what the customer asks for is proposed', () => {
    const proposals = proposeRemedies(take().situation, pack);
    expect(proposals.map(({ remedy, state }) => [remedy, state])).toEqual([
      ['replacement', 'proposed'],
      ['repair', 'onOffer'],
      ['returnGoods', 'onOffer'],
    ]);
  });

  it('S3-8, S3-15, S3-20: closes with cause, improvement, result told and satisfaction on record', () => {
    const progress = replayEvents(DONE, pack, ZONE);
    const open = nextSteps(take().situation, pack, progress);
    expect(open.gates.filter(({ isMet }) => !isMet).map(({ gate }) => gate)).toEqual([
      ...['causeFound', 'improvement', 'satisfactionRecorded', 'filed'],
    ]);
    expect(open.mayClose).toBe(false);
    const recorded = {
      ...SCREEN,
      cause: '屏幕排线虚焊',
      correctiveAction: '排线改点胶，出厂加振动测试',
      satisfaction: '满意',
    };
    expect(nextSteps(take(recorded).situation, pack, progress).mayClose).toBe(true);
  });

  it('S3-2: somebody hurt is a matter for the emergency group under the general manager', () => {
    const hurt = take({ description: '门禁电源起火，保安手被烧伤送医。' });
    expect(hurt.assessment.lanes.map(({ id }) => id)).toEqual(['safety']);
    expect(whoToTell(hurt.situation, pack)).toMatchObject([{ from: 'lane', tell: ['generalManager'] }]);
    const [first] = laneTasks(hurt.situation, pack, replayEvents(TAKEN, pack, ZONE));
    expect(first?.text['zh-CN']).toContain('客诉应急小组');
    const group = pack.teams.find(({ id }) => id === 'emergencyTeam');
    expect(group).toMatchObject({ leader: 'generalManager', members: [{ role: 'departmentHeads' }] });
  });
});

describe('what the plan asks of the company', () => {
  it('S3-14, S3-15: a handling group and an analysis group of the same four departments', () => {
    const members = (id: string) => pack.teams.find((team) => team.id === id)?.members.map(({ role }) => role);
    expect(members('handlingTeam')).toEqual(['customerService', 'marketingDept', 'techDept', 'qualityDept']);
    expect(members('analysisTeam')).toEqual(members('handlingTeam'));
  });

  it('S3-29: flow chart, analysis report and performance standard are its three attachments', () => {
    const attached = pack.papers.filter(({ source }) => source === 'S3-29').map(({ label }) => label['zh-CN']);
    expect(attached).toEqual(['客诉处理流程图', '客诉分析报告', '客诉处理绩效考核标准']);
  });

  it('S3-9, S3-11, S3-12, S3-27: survey, training, check and review are shown; how often stays open', () => {
    const shown = (['review', 'organisation'] as const)
      .flatMap((step) => guidanceAtStep(step, take().situation, pack).guidance)
      .map(({ source }) => source)
      .join(', ');
    for (const clause of ['S3-9', 'S3-11', 'S3-12', 'S3-26', 'S3-27', 'S3-28']) expect(shown).toContain(clause);
    expect(pack.measures.every(({ period }) => period === 'notConfigured')).toBe(true);
    expect(pack.accountability.performanceShare?.percent).toBeNull();
  });
});
