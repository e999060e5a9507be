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
import { findPack } from '../../core/policy/packs.ts';
import { proposeRemedies } from '../../core/remedy/propose-remedies.ts';
import { checkReply } from '../../core/reply/check-reply.ts';
import { writeReply } from '../../core/reply/write-reply.ts';
import { nextSteps } from '../../core/workflow/next-steps.ts';

const found = findPack('auto-repair');
if (!found) throw new Error('the auto-repair pack is missing');
const pack = found;

const ZONE = 'Asia/Shanghai';
const FOUNDED: OwnChoices = { axes: { finding: 'founded' } };
const UNFOUNDED: OwnChoices = { axes: { finding: 'unfounded' } };

/** Tuesday 3 March 2026: the customer comes back with a noise that was repaired the week before. */
const NOISE: ComplaintValues = {
  receivedAt: '2026-03-03T08:40+08:00',
  channel: '到店',
  customerName: '刘先生',
  contactName: '刘先生',
  contactPhone: '13800001111',
  productName: '冀F·A1234 朗逸',
  orderNo: 'WX20260224-07',
  description: '上周刚修完的左前轮异响，开了两天又响了，没修好。',
};

function take(own: OwnChoices = {}, values = NOISE) {
  const assessment = assessComplaint(values, pack, own);
  return { assessment, situation: situationOf(values, assessment) };
}

const at = (id: string, time: string) => ({
  ...{ id, occurredAt: `2026-03-${time}+08:00`, recordedAt: `2026-03-${time}+08:00`, by: '前台小吴' },
});
const RECEIVED: ComplaintEvent[] = [
  { kind: 'received', ...at('1', '03T08:40') },
  { kind: 'accepted', ...at('2', '03T08:41') },
  { kind: 'investigated', ...at('3', '03T08:55') },
];

describe('a repair that did not hold (维修质量投诉)', () => {
  it('S1e-1: is one of two types, and is accepted and recorded at once, not within a number of minutes', () => {
    const { assessment } = take();
    expect(pack.categories.filter(({ id }) => id !== 'other').map(({ label }) => label['zh-CN'])).toEqual([
      '维修质量',
      '服务质量',
    ]);
    expect(assessment.category).toMatchObject({ id: 'repair_quality', source: 'S1e-1' });
    const [acceptance] = deadlinesOf({
      ...{ log: { events: RECEIVED.slice(0, 1) }, values: NOISE, grade: 'general', pack, company: null },
      ...{ asOf: '2026-03-03T08:40+08:00', zone: ZONE },
    });
    expect(acceptance).toMatchObject({ milestone: 'acceptance', state: 'immediately', dueAt: null });
  });

  it('S1e-2: the records are looked up at once, by what leads to them', () => {
    expect(fieldsToAsk(take().situation, pack).filter(({ mandatory }) => mandatory)).toEqual([]);
    const records = guidanceAtStep('investigation', take().situation, pack).checklists[0];
    expect(records?.items.map(({ label }) => label['zh-CN'])).toContain('维修工单、派工单');
    const steps = nextSteps(take().situation, pack, replayEvents(RECEIVED.slice(0, 2), pack, ZONE)).steps;
    expect(steps.find(({ step }) => step === 'lookUp')?.state).toBe('ready');
  });

  it('S1e-4: founded, it gets an answer soon; “尽快” stays a blank and no time is made up', () => {
    const { situation, assessment } = take(FOUNDED);
    const proposed = proposeRemedies(situation, pack).filter(({ state }) => state === 'proposed');
    expect(proposed.map(({ remedy }) => remedy)).toEqual(['agreedSolution']);
    const deadlines = deadlinesOf({
      ...{ log: { events: RECEIVED }, values: NOISE, grade: 'general', pack, company: null },
      ...{ asOf: '2026-03-03T09:00+08:00', zone: ZONE },
      facts: { axes: Object.fromEntries(assessment.axes.map(({ axis, id }) => [axis, id])) },
    });
    expect(deadlines.find(({ milestone }) => milestone === 'answer')).toMatchObject({
      state: 'notConfigured',
      dueAt: null,
    });
    expect(pack.milestones.find(({ id }) => id === 'answer')?.targets['default']).toEqual({
      unit: 'notConfigured',
      blank: '尽快',
    });
  });

  it('S1e-5: closes only when the four no-let-offs are met; who is liable is handled under the shop rules', () => {
    const done: ComplaintEvent[] = [
      ...RECEIVED,
      { kind: 'planFixed', ...at('4', '03T10:00') },
      { kind: 'executed', ...at('5', '04T16:00') },
      { kind: 'resultTold', ...at('6', '05T09:00') },
    ];
    const { situation } = take(FOUNDED);
    const before = nextSteps(situation, pack, replayEvents(done, pack, ZONE));
    expect(before.gates.filter(({ kind }) => kind === 'noLetOff').map(({ gate }) => gate)).toEqual([
      'cause',
      'person',
      'measures',
      'education',
    ]);
    expect(before.mayClose).toBe(false);
    const confirmed = ['cause', 'person', 'measures', 'education'].map((gate, i): ComplaintEvent => ({
      kind: 'confirmed',
      ...at(`${7 + i}`, '05T10:00'),
      gate,
    }));
    const after = nextSteps(situation, pack, replayEvents([...done, ...confirmed], pack, ZONE));
    expect(after.mayClose).toBe(true);
    const { measures } = proposeMeasures({ kind: 'penalty', of: 'person', verdict: 'founded' }, pack);
    expect(measures).toMatchObject([{ measure: 'shopRules', source: 'S1e-5' }]);
    expect(measures[0]).not.toHaveProperty('amount');
  });

  it('S1e-6: the customer is told what happened to the liable person; without it the complaint stays open', () => {
    const untold: ComplaintEvent[] = [
      ...RECEIVED,
      { kind: 'planFixed', ...at('4', '03T10:00') },
      { kind: 'executed', ...at('5', '04T16:00') },
    ];
    const { gates } = nextSteps(take(FOUNDED).situation, pack, replayEvents(untold, pack, ZONE));
    expect(gates.find(({ gate }) => gate === 'outcomeTold')).toMatchObject({ isMet: false, source: 'S1e-6' });
    const reply = pack.replies.find(({ id }) => id === 'outcomeReply');
    if (!reply) throw new Error('the reply on the outcome is missing');
    const facts = { values: NOISE, deadline: null, companyName: '顺达修理厂', handler: '周厂长', zone: ZONE };
    const { text } = writeReply(reply, facts, 'zh-CN');
    expect(checkReply(text, reply, pack).gaps.map(({ quote }) => quote)).toEqual(['【处理结果】']);
    expect(checkReply(text.replace('【处理结果】', '重新培训并扣当月绩效'), reply, pack).isGood).toBe(true);
    expect(checkReply('已经给您修好了。', reply, pack).required.filter(({ words }) => words.length === 0)).toHaveLength(
      2,
    );
  });

  it('S1e-7: the result is filed as warning education, after closing', () => {
    const file = nextSteps(take(FOUNDED).situation, pack, replayEvents(RECEIVED, pack, ZONE)).steps.at(-1);
    expect(file).toMatchObject({ step: 'file', by: 'management', stamps: 'archivedAt', source: 'S1e-7' });
    expect(guidanceAtStep('prevention', take().situation, pack).guidance.map(({ id }) => id)).toContain(
      'warningEducation',
    );
  });
});

describe('a complaint that is not true (投诉不实)', () => {
  const progress = { ...replayEvents(RECEIVED, pack, ZONE), verdict: 'unfounded' };

  it('S1e-3: is still explained, patiently and kindly, before it is closed', () => {
    const { situation } = take(UNFOUNDED);
    const { steps, mayClose } = nextSteps(situation, pack, progress);
    expect(steps.filter(({ state }) => state === 'ready').map(({ step }) => step)).toEqual(['explain']);
    expect(mayClose).toBe(false);
    expect(guidanceAtStep('talking', situation, pack).guidance.map(({ source }) => source)).toEqual(['S1e-3']);
    const told = { ...progress, times: { ...progress.times, resultToldAt: '2026-03-03T10:00+08:00' } };
    expect(nextSteps(situation, pack, told).mayClose).toBe(true);
  });

  it('S1e-3, S1e-5: nobody is held liable for it: no no-let-offs, no penalty', () => {
    const { gates } = nextSteps(take(UNFOUNDED).situation, pack, progress);
    expect(gates.filter(({ kind }) => kind === 'noLetOff')).toEqual([]);
    expect(proposeMeasures({ kind: 'penalty', of: 'person', verdict: 'unfounded' }, pack).none).toBe('unfounded');
  });
});
