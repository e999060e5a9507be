import { describe, expect, it } from 'vitest';
import { proposeMeasures } from '../../core/accountability/propose-measures.ts';
import type { ComplaintEvent } from '../../core/complaint/complaint-event.ts';
import type { ComplaintValues } from '../../core/complaint/complaint-values.ts';
import { replayEvents } from '../../core/complaint/replay-events.ts';
import { computeDeadlines } from '../../core/deadline/compute-deadlines.ts';
import { assessComplaint } from '../../core/grade/assess-complaint.ts';
import type { OwnChoices } from '../../core/grade/own-choices.ts';
import { situationOf } from '../../core/grade/situation.ts';
import { guidanceAtStep } from '../../core/guidance/guidance-at-step.ts';
import type { CompanySettings } from '../../core/policy/company-settings.ts';
import { findPack } from '../../core/policy/packs.ts';
import { proposeRemedies } from '../../core/remedy/propose-remedies.ts';
import { checkReply } from '../../core/reply/check-reply.ts';
import { writeReply } from '../../core/reply/write-reply.ts';
import { firstDepartments } from '../../core/responsibility/first-departments.ts';
import { nextSteps } from '../../core/workflow/next-steps.ts';
import { superiorsOf, whoToTell } from '../../core/workflow/who-to-tell.ts';
import { CHINA_OFFICE } from '../core/working-time/calendars.ts';

const found = findPack('power-supply');
if (!found) throw new Error('the power-supply pack is missing');
const pack = found;

const ZONE = 'Asia/Shanghai';

/** Tuesday 3 March 2026, at the counter: five times the usual bill. */
const BILL: ComplaintValues = {
  receivedAt: '2026-03-03T09:30+08:00',
  channel: '营业厅',
  customerName: '张桂兰',
  contactPhone: '13900002222',
  contactAddress: '柳河村3组',
  receivedBy: '窗口小何',
  description: '本月电费506元，平时才135元，怀疑抄错了，要求查清楚退费。',
};

function take(values: ComplaintValues = BILL, own: OwnChoices = {}) {
  const assessment = assessComplaint(values, pack, own);
  return { assessment, situation: situationOf(values, assessment) };
}

const at = (id: string, time: string) => ({
  ...{ id, occurredAt: `2026-03-${time}+08:00`, recordedAt: `2026-03-${time}+08:00`, by: '窗口小何' },
});
const LOG: ComplaintEvent[] = [
  { kind: 'received', ...at('1', '03T09:30') },
  { kind: 'acknowledged', ...at('2', '03T09:35') },
  { kind: 'assigned', ...at('3', '03T10:00'), department: 'serviceCentre', person: '抄表班老周' },
  { kind: 'investigated', ...at('4', '04T11:00') },
  { kind: 'planFixed', ...at('5', '04T15:00') },
  { kind: 'executed', ...at('6', '05T10:00') },
  { kind: 'resultTold', ...at('7', '05T10:30') },
];

describe('a bill that is five times the usual one', () => {
  it.each([
    ['S1b-1', '催费人员说话难听，在村口大声念名字', 'service_attitude'],
    ['S1b-2', '新房报装三相电超时限，一个月没人联系', 'service_quality'],
    ['S1b-3', '频繁停电，检修没有提前通知', 'power_quality'],
    ['S1b-4', '换表没告诉我，旧表止码、新表起码都不清楚', 'metering_billing'],
    ['S1b-5', '台区整改换表箱，每户要交表箱费300元', 'rectification_charges'],
  ])('%s: “%s” is %s', (clause, description, category) => {
    expect(take({ description }).assessment.category).toMatchObject({ id: category, source: clause });
  });

  it('S1b-10, S1c-7: whoever was asked first stays responsible beside the owner', () => {
    const state = replayEvents(LOG, pack, ZONE);
    expect(state.firstReceiver).toBe('窗口小何');
    expect(state.owner).toEqual({ department: 'serviceCentre', person: '抄表班老周' });
    const steps = nextSteps(take().situation, pack, state).steps;
    expect(steps.find(({ step }) => step === 'listen')).toMatchObject({ by: 'firstReceiver', state: 'done' });
  });

  it('S1b-7: “在规定的时间内” is a blank: no time until the company says one', () => {
    const closing = (company: CompanySettings | null) =>
      computeDeadlines({
        ...{ values: BILL, grade: 'general', pack, company, asOf: '2026-03-03T10:00+08:00', zone: ZONE },
      }).find(({ milestone }) => milestone === 'closing');
    expect(pack.milestones.find(({ id }) => id === 'closing')?.targets['default']).toEqual({
      unit: 'notConfigured',
      blank: '在规定的时间内',
    });
    expect(closing(null)).toMatchObject({ basis: 'notConfigured', dueAt: null });
    const answered: CompanySettings = {
      ...{ schemaVersion: 1, policyId: 'power-supply', calendar: CHINA_OFFICE, firstDay: 'nextDay' },
      targets: { closing: { default: { unit: 'workDays', amount: 5 } } },
    };
    expect(closing(answered)?.dueAt?.slice(0, 10)).toBe('2026-03-10');
  });

  it('S1b-11: goes to the customer service centre, one of three under the leading group', () => {
    expect(firstDepartments(take().situation, pack).flatMap(({ departments }) => departments)).toEqual([
      'serviceCentre',
    ]);
    expect(superiorsOf('serviceCentre', pack)).toEqual(['leadingGroup']);
    expect(pack.teams[0]?.members.map(({ role }) => role)).toEqual([
      'serviceCentre',
      'repairCentre',
      'reportingCentre',
    ]);
  });

  it('S1b-4, S1b-12: what is to be looked up is a list: readings, meter change, tariff', () => {
    const lists = guidanceAtStep('investigation', take().situation, pack).checklists;
    expect(lists.map(({ checklist }) => checklist)).toEqual(['meterRecords']);
    expect(lists[0]?.items).toHaveLength(5);
  });

  it('S1b-6: the cause found is one of the five', () => {
    const { assessment } = take({ ...BILL, cause: '抄表员责任心不强，上月估抄' });
    expect(assessment.axes).toContainEqual(expect.objectContaining({ axis: 'cause', id: 'responsibility' }));
  });

  it('S1b-8: founded, the real loss is made good; more than that needs a reason', () => {
    const { situation } = take(BILL, { axes: { origin: 'staffFault' } });
    const loss = proposeRemedies(situation, pack).find(({ remedy }) => remedy === 'actualLoss');
    expect(loss).toMatchObject({ state: 'proposed', exceptionNeedsReason: true, source: 'S1b-8' });
  });

  it('S1b-9, S1b-14, S1c-6: closes when the cause stands there and the customer was answered with one voice', () => {
    const before = nextSteps(take().situation, pack, replayEvents(LOG.slice(0, 4), pack, ZONE));
    expect(before.steps.find(({ step }) => step === 'tell')?.blockers).toEqual([{ kind: 'step', step: 'oneVoice' }]);
    expect(before.steps.find(({ step }) => step === 'oneVoice')?.by).toBe('middleManager');
    const after = nextSteps(take({ ...BILL, cause: '责任心不强' }).situation, pack, replayEvents(LOG, pack, ZONE));
    expect(after.gates.every(({ isMet }) => isMet)).toBe(true);
    expect(after.mayClose).toBe(true);
  });

  it('S1b-15: zero complaints are rewarded, many criticised or punished; abuse of power strictly; sums stay open', () => {
    const rewards = proposeMeasures({ kind: 'reward', of: 'department' }, pack).measures;
    expect(rewards[0]?.label['zh-CN']).toContain('零投诉');
    const penalties = proposeMeasures(
      { kind: 'penalty', of: 'person', severity: 3, verdict: 'founded' },
      pack,
    ).measures;
    expect(penalties.filter(({ isProposed }) => isProposed).map(({ measure }) => measure)).toEqual(['strict']);
    expect([...rewards, ...penalties].map(({ measure, amount }) => [measure, amount])).toEqual([
      ['rewardDept', null],
      ['criticisePerson', undefined],
      ['punishPerson', null],
      ['strict', undefined],
    ]);
    const bribe = take({ description: '装表的人吃拿卡要，不给红包不接电' }).situation;
    expect(whoToTell(bribe, pack)[0]?.tell).toEqual(['leadingGroup', 'reportingCentre']);
  });
});

describe('the customer misunderstood', () => {
  const own: OwnChoices = { axes: { origin: 'misunderstanding' } };

  it('S1c-2: misunderstanding is an outcome of its own, unfounded and still answered', () => {
    expect(pack.verdicts.find(({ id }) => id === 'misunderstanding')).toMatchObject({
      founded: false,
      replyDuty: true,
    });
    const { situation } = take(BILL, own);
    const proposed = proposeRemedies(situation, pack).filter(({ state }) => state === 'proposed');
    expect(proposed.map(({ kind }) => kind)).toEqual(['explanation']);
    const progress = { ...replayEvents(LOG.slice(0, 4), pack, ZONE), verdict: 'misunderstanding' };
    const { gates } = nextSteps(situation, pack, progress);
    expect(gates.find(({ gate }) => gate === 'replyDuty')).toMatchObject({ isMet: false, source: 'S1c-2' });
    expect(proposeMeasures({ kind: 'penalty', of: 'person', verdict: 'misunderstanding' }, pack).none).toBe(
      'unfounded',
    );
  });

  it('S1b-9, S1c-2: the explanation names what was found and the rule; both stand as gaps until somebody fills them', () => {
    const reply = pack.replies.find(({ id }) => id === 'misunderstandingReply');
    if (!reply) throw new Error('the explanation is missing');
    const values = { ...BILL, complaintId: 'GD-31' };
    const { text } = writeReply(
      reply,
      { values, deadline: null, companyName: null, handler: '小何', zone: ZONE },
      'zh-CN',
    );
    expect(checkReply(text, reply, pack).gaps.map(({ quote }) => quote)).toEqual(['【查证情况】', '【政策依据】']);
  });
});

describe('conduct', () => {
  it('S1c-4: a new complaint within the complaint is flagged, and keeps the complaint open until it is handled', () => {
    const { assessment, situation } = take({ description: '停电打95598投诉，接线员很不耐烦，电到现在没来' });
    expect(assessment.axes).toContainEqual(expect.objectContaining({ axis: 'secondaryComplaint', id: 'raised' }));
    const { gates } = nextSteps(situation, pack, replayEvents(LOG, pack, ZONE));
    expect(gates.find(({ gate }) => gate === 'secondaryHandled')).toMatchObject({ isMet: false, source: 'S1c-4' });
    expect(take().assessment.axes.some(({ axis }) => axis === 'secondaryComplaint')).toBe(false);
  });

  it('S1c-5: “我不知道,你找领导去” is found in a draft; the right answer guides on and stays reachable', () => {
    const reply = pack.replies.find(({ id }) => id === 'outOfScopeReply');
    if (!reply) throw new Error('the guiding reply is missing');
    const { avoid } = checkReply('我不知道，你找领导去。', reply, pack);
    expect(avoid.map(({ phrase }) => phrase)).toContain('askTheBoss');
    expect(avoid[0]?.instead?.['zh-CN']).toContain('我现在联系他们');
    expect(pack.verdicts.map(({ id }) => id)).toContain('outOfScope');
  });

  it('S1c-3, S1b-13, S1b-16, S1c-1: notes, supervisors, training and statistics stand at their steps', () => {
    const { situation } = take();
    const clauses = (step: Parameters<typeof guidanceAtStep>[0]) =>
      guidanceAtStep(step, situation, pack).guidance.map(({ source }) => source);
    expect(clauses('receipt')).toContain('S1c-3');
    expect(clauses('review')).toEqual(['S1b-13', 'S1b-15', 'S1c-1']);
    expect(clauses('organisation')).toContain('S1b-16');
    expect(pack.measures.find(({ id }) => id === 'complaints')?.by).toEqual(['month', 'category', 'cause']);
  });
});
