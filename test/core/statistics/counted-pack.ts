import type { CompanySettings } from '../../../core/policy/company-settings.ts';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import type { Computes } from '../../../core/policy/measure.ts';
import { packWith, text } from '../../support/rules-pack.ts';
import { SMALL_PACK } from '../../support/small-pack.ts';

const source = 'test';

const COMPUTED: [id: string, computes: Computes | null, isCount?: boolean][] = [
  ['count', { figure: 'received' }, true],
  ['valid', { figure: 'founded' }, true],
  ['validShare', { figure: 'foundedShare' }],
  ['solved', { figure: 'resolvedSatisfied' }],
  ['rate', { figure: 'complaintRate' }],
  ['rated', { figure: 'satisfaction' }],
  ['asked', { figure: 'satisfiedAtFollowUp' }],
  ['answered', { figure: 'onTime', milestone: 'firstResponse' }],
  ['answeredOfAll', { figure: 'onTimeOfReceived', milestone: 'firstResponse' }],
  ['mistaken', { figure: 'verdictShare', verdicts: ['misunderstood'] }],
  ['scores', null],
];

/** The small pack with all that statistics count: working hours, pauses, verdicts, alarms, and a measure for every figure. */
export const COUNTED_PACK: PolicyPack = packWith({
  statuses: [
    ...SMALL_PACK.statuses,
    { id: 'withdrawn', label: text('已撤诉'), isOpen: false, synonyms: ['撤诉'], source },
  ],
  milestones: [
    {
      ...{ id: 'firstResponse', label: text('首次响应'), startsAt: 'receivedAt', stopsAt: 'firstResponseAt' },
      ...{ targets: { default: { unit: 'workMinutes', amount: 60 } }, warnMinutes: 30, source },
    },
    {
      ...{ id: 'closing', label: text('结案'), startsAt: 'receivedAt', stopsAt: 'closedAt', pausedBy: ['waiting'] },
      ...{ targets: { default: { unit: 'workMinutes', amount: 2400 }, major: { unit: 'workMinutes', amount: 960 } } },
      ...{ warnMinutes: 60, source },
    },
    {
      ...{ id: 'told', label: text('告知'), startsAt: 'receivedAt', stopsAt: 'resultToldAt' },
      ...{ targets: { default: { unit: 'notConfigured' } }, warnMinutes: 60, source },
    },
    {
      ...{ id: 'report', label: text('上报'), startsAt: 'receivedAt', stopsAt: 'reportedAt' },
      ...{ targets: { default: { unit: 'immediately' } }, warnMinutes: 60, source },
    },
  ],
  pauseReasons: [{ id: 'waiting', label: text('等客户'), capDays: null, noteNeeded: false, source }],
  reopening: { way: 'newCycle', source },
  verdicts: [
    { id: 'founded', label: text('属实'), founded: true, replyDuty: true, source },
    { id: 'misunderstood', label: text('误解'), founded: false, replyDuty: true, source },
    { id: 'unfounded', label: text('不属实'), founded: false, replyDuty: true, source },
  ],
  remedies: [
    {
      ...{ id: 'refund', label: text('退款'), kind: 'refund', when: null, ratio: null, consentBy: null, source },
      exceptionNeedsReason: false,
    },
  ],
  trendAlarms: [
    { id: 'batch', label: text('同批号'), same: ['batchNo'], times: 3, withinDays: 30, source: 'test batch' },
    {
      id: 'model',
      label: text('同型号同原因'),
      same: ['productModel', 'cause'],
      times: null,
      withinDays: null,
      source,
    },
  ],
  measures: COMPUTED.map(([id, computes, isCount = false]) => ({
    ...{
      id,
      label: text(`指标${id}`),
      numerator: text('分子'),
      denominator: isCount ? null : text('分母'),
      asks: null,
    },
    ...{ by: [], period: id === 'solved' ? ('quarter' as const) : ('notConfigured' as const), computes, source },
  })),
});

const DAY = [
  { from: '09:00', to: '12:00' },
  { from: '13:30', to: '18:00' },
];

/** Mondays to Fridays, 7.5 hours, two closed days and a half Saturday; no country, so that anybody can reckon it anew. */
export const COUNTED_COMPANY: CompanySettings = {
  ...{ schemaVersion: 1, policyId: 'small', firstDay: 'nextDay', targets: {} },
  calendar: {
    ...{ zone: 'Asia/Shanghai', country: null, makeUpWindows: [] },
    week: { 1: DAY, 2: DAY, 3: DAY, 4: DAY, 5: DAY, 6: [], 7: [] },
    overrides: [
      { date: '2024-02-12', windows: [], note: '' },
      { date: '2025-10-01', windows: [], note: '' },
      { date: '2024-02-17', windows: [{ from: '09:00', to: '12:00' }], note: '' },
    ],
  },
};
