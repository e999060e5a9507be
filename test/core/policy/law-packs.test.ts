import { describe, expect, it } from 'vitest';
import type { ComplaintValues } from '../../../core/complaint/complaint-values.ts';
import { computeDeadlines } from '../../../core/deadline/compute-deadlines.ts';
import { assessComplaint } from '../../../core/grade/assess-complaint.ts';
import { matchCondition } from '../../../core/grade/match-condition.ts';
import type { OwnChoices } from '../../../core/grade/own-choices.ts';
import { situationOf } from '../../../core/grade/situation.ts';
import type { CompanySettings } from '../../../core/policy/company-settings.ts';
import { findLawPack, LAW_PACKS } from '../../../core/policy/law-packs.ts';
import { layLawOver } from '../../../core/policy/lay-law-over.ts';
import { lintPack } from '../../../core/policy/lint-pack.ts';
import { LOCALES } from '../../../core/policy/localized.ts';
import { findPack, PACKS } from '../../../core/policy/packs.ts';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import { CHINA_OFFICE } from '../working-time/calendars.ts';

const general = findPack('general');
if (!general) throw new Error('the default pack is missing');

const company: CompanySettings = {
  schemaVersion: 1,
  policyId: 'general',
  calendar: CHINA_OFFICE,
  firstDay: 'nextDay',
  targets: {},
};

/** The due times of a law's clocks that apply to a complaint, by milestone. */
function due(id: string, values: ComplaintValues, own: OwnChoices = {}) {
  const law = findLawPack(id);
  if (!law || !general) throw new Error(`no law is called ${id}`);
  const pack = layLawOver(general, law);
  const assessment = assessComplaint(values, pack, own);
  const situation = situationOf(values, assessment);
  const deadlines = computeDeadlines({
    ...{ values, pack, company, grade: assessment.grade.id, asOf: '2026-03-02T10:00:00+08:00', zone: 'Asia/Shanghai' },
    applies: ({ when }) => when === undefined || matchCondition(when, situation) !== null,
  });
  const usual = new Set(general.milestones.map(({ id: milestone }) => milestone));
  return Object.fromEntries(
    deadlines.filter(({ milestone }) => !usual.has(milestone)).map(({ milestone, dueAt }) => [milestone, dueAt]),
  );
}

describe('clocks of law', () => {
  it('are not among the policies, and count for nobody who has not laid them over', () => {
    const ids = new Set(PACKS.map(({ id }) => id));
    expect(LAW_PACKS.filter(({ id }) => ids.has(id))).toEqual([]);
    const milestones = new Set(PACKS.flatMap((pack) => pack.milestones.map(({ id }) => id)));
    expect(LAW_PACKS.flatMap((law) => law.milestones).filter(({ id }) => milestones.has(id))).toEqual([]);
  });

  describe.each(LAW_PACKS)('$id', (law) => {
    it('says in each language to verify the current text, and where it stands', () => {
      const words = { 'zh-CN': '核对现行文本', 'zh-TW': '核對現行條文', en: 'verify the current text' };
      for (const locale of LOCALES) {
        expect(law.verify[locale]).toContain(words[locale]);
        for (const { title } of law.sources) expect(title[locale]).not.toBe('');
      }
    });

    it.each(PACKS)('can be laid over $id without a contradiction, once for all', (pack) => {
      const laid = layLawOver(pack, law);
      const errors = (checked: PolicyPack) => lintPack(checked).filter(({ level }) => level === 'error');
      expect(errors(laid)).toEqual(errors(pack));
      expect(layLawOver(laid, law)).toEqual(laid);
      expect(laid.milestones.slice(0, pack.milestones.length)).toEqual(pack.milestones);
      expect(laid.id).toBe(pack.id);
    });

    it('is bound by the conditions that it names itself', () => {
      const axes = new Set(law.axes.map(({ id }) => id));
      const named = law.milestones.flatMap(({ when }) => Object.keys(when?.axis ?? {}));
      expect(named.filter((axis) => !axes.has(axis))).toEqual([]);
    });
  });

  it('China, consumers: seven days from the day the goods are back', () => {
    const values = { receivedAt: '2026-03-02', description: '网购的水壶要退货退款' };
    expect(due('law-cn-consumer', values)).toEqual({ cnConsumerRefund: null });
    expect(due('law-cn-consumer', { ...values, goodsReturnedAt: '2026-03-05' })).toEqual({
      cnConsumerRefund: '2026-03-12T23:59:59+08:00',
    });
  });

  it('China, banks and insurers: 15 days, 30 when complex, 60 when extended with approval', () => {
    const values = { receivedAt: '2026-03-02', description: '信用卡被重复扣费' };
    const chosen = (value: string) => due('law-cn-banking', values, { axes: { cnBankingCase: value } });
    expect(due('law-cn-banking', values)).toEqual({ cnBankingSimple: '2026-03-17T23:59:59+08:00' });
    expect(chosen('complex')).toEqual({ cnBankingComplex: '2026-04-01T23:59:59+08:00' });
    expect(chosen('special')).toEqual({ cnBankingSpecial: '2026-05-01T23:59:59+08:00' });
  });

  it('China, market regulation: the regulator’s clocks, where the complaint came through it', () => {
    const description = '消费者已向12315投诉，市场监管所来电核实。';
    const values = {
      ...{ receivedAt: '2026-03-01', acceptedAt: '2026-03-01', description },
      ...{ regulatorReceivedAt: '2026-03-02', regulatorAcceptedAt: '2026-03-06' },
    };
    expect(due('law-cn-market-regulation', values)).toEqual({
      cnMarketAccept: '2026-03-11T18:00:00+08:00',
      cnMarketMediate: expect.stringMatching(/^2026-05-/) as string,
      cnMarketTell: null,
    });
    expect(due('law-cn-market-regulation', { ...values, description: '包装破损' })).toEqual({});
    // Our own receipt starts no clock of the regulator's.
    const ours = { receivedAt: '2026-03-02', acceptedAt: '2026-03-06', description };
    expect(Object.values(due('law-cn-market-regulation', ours))).toEqual([null, null, null]);
  });

  it('UK, FCA: eight weeks are calendar days; 15 and 35 business days for payments', () => {
    const values = { receivedAt: '2026-03-02', description: 'I was charged twice.' };
    expect(due('law-uk-fca', values)).toEqual({
      ukFcaAcknowledge: null,
      ukFcaSummary: '2026-03-05T18:00:00+08:00',
      ukFcaFinal: '2026-04-27T23:59:59+08:00',
    });
    const payment = due('law-uk-fca', values, { axes: { ukFcaKind: 'payment' } });
    expect(payment).toMatchObject({ ukFcaPayment: '2026-03-23T18:00:00+08:00' });
    expect(payment).not.toHaveProperty('ukFcaFinal');
  });

  it('US, CFPB: 15 and 60 calendar days', () => {
    expect(due('law-us-cfpb', { receivedAt: '2026-03-02', description: 'A billing error.' })).toEqual({
      usCfpbResponse: '2026-03-17T23:59:59+08:00',
      usCfpbFinal: '2026-05-01T23:59:59+08:00',
    });
  });
});
