import { describe, expect, it } from 'vitest';
import type { ComplaintValues } from '../../../core/complaint/complaint-values.ts';
import { FIELDS, type Field } from '../../../core/complaint/field.ts';
import { COMMON_CHECKS } from '../../../core/policy/common-checks.ts';
import { findPack, PACKS } from '../../../core/policy/packs.ts';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import { rowEvaluator } from '../../../core/register/evaluate-row.ts';
import { findingWords } from '../../../core/register/finding-text.ts';
import { saysUnsatisfied } from '../../../core/register/findings/says-unsatisfied.ts';

const ALL = new Set<Field>(FIELDS);

function rulesTold(
  packId: string,
  values: ComplaintValues,
  {
    grade = null,
    status = null,
    columns = ALL,
  }: { grade?: string | null; status?: string | null; columns?: Set<Field> } = {},
) {
  const pack = findPack(packId) as PolicyPack;
  const rules = { pack, company: null, asOf: '2026-11-22T10:00:00+08:00', zone: 'Asia/Shanghai' };
  const { findings } = rowEvaluator(rules, columns)(values, { category: null, grade, status });
  return findings.filter(({ code }) => code === 'recordRule');
}
const ids = (found: ReturnType<typeof rulesTold>) => found.map(({ rule }) => rule?.id);

describe('the checks of a record', () => {
  it('want the batch of the gravest grade, by the clauses that ask for it (S1f-23, S1f-32)', () => {
    const values = { description: '吃到玻璃', receivedAt: '2026-11-01' };
    const [found] = rulesTold('food', values, { grade: 'a' }).filter(({ rule }) => rule?.id === 'aWithoutBatch');
    expect(found).toMatchObject({ level: 'error', field: 'batchNo', rule: { source: 'S1f-23, S1f-32' } });
    expect(findingWords(found as never, 'zh-CN')).toBe('A类客诉没有生产日期或批号（《客户投诉处理办法》）');
    expect(findingWords(found as never, 'en')).toContain('(“Procedure for Customer Complaints”)');
    expect(ids(rulesTold('food', { ...values, batchNo: '20261101' }, { grade: 'a' }))).not.toContain('aWithoutBatch');
    expect(ids(rulesTold('food', values, { grade: 'c' }))).not.toContain('aWithoutBatch');
  });

  it('miss nothing that the register has no column for', () => {
    const columns = new Set<Field>(['description', 'receivedAt']);
    expect(rulesTold('food', { description: '吃到玻璃' }, { grade: 'a', columns })).toEqual([]);
  });

  it('tell what a closed complaint lacks, each gate by its own clause (S0-30, S0-18)', () => {
    const closed = { description: '结块', receivedAt: '2026-11-01', closedAt: '2026-11-09' };
    const found = rulesTold('fly-ash', closed, { grade: 'general', status: 'closed' });
    expect(ids(found)).toEqual(expect.arrayContaining(['closedWithoutResponse', 'closedWithoutGate.causeFound']));
    expect(found.find(({ rule }) => rule?.id === 'closedWithoutGate.causeFound')).toMatchObject({
      field: 'cause',
      rule: { source: 'S0-30', says: { 'zh-CN': '已结案，但结案条件“已查明根本原因”没有记录' } },
    });
    expect(ids(found)).not.toContain('closedWithoutGate.filed');
    const mended = { ...closed, cause: '受潮', firstResponseAt: '2026-11-01' };
    expect(ids(rulesTold('fly-ash', mended, { status: 'closed' }))).not.toContain('closedWithoutGate.causeFound');
    expect(ids(rulesTold('fly-ash', { description: '结块', receivedAt: '2026-11-01' }))).not.toContain(
      'closedWithoutResponse',
    );
  });

  it.each([
    ['TS-1', '2026-03-05T10:00:00+08:00'],
    ['2026-03-05T10:00:00+08:00', '月初'],
  ])('compare no time that cannot be read: %s, %s', (receivedAt, occurredAt) => {
    expect(ids(rulesTold('general', { description: '结块', receivedAt, occurredAt }))).not.toContain(
      'occurredAfterReceived',
    );
  });

  it('tell a plan that was carried out before its approval, and spending without one (S0-34, S4-16)', () => {
    const values = {
      description: '结块',
      planApprovedAt: '2026-11-05',
      executedAt: '2026-11-03',
      compensation: '2000',
    };
    expect(ids(rulesTold('fly-ash', values))).toContain('carriedOutBeforeApproval');
    expect(ids(rulesTold('fly-ash', { ...values, executedAt: '2026-11-05' }))).not.toContain(
      'carriedOutBeforeApproval',
    );
    expect(ids(rulesTold('fly-ash', { description: '结块', compensation: '2000' }))).toContain('spentWithoutApproval');
    expect(ids(rulesTold('fly-ash', values))).not.toContain('spentWithoutApproval');
  });

  it('tell a complaint that is closed although the customer is not satisfied (S2-21, S2-22)', () => {
    const values = { description: '充电故障', closedAt: '2026-11-09', satisfaction: '不满意' };
    expect(ids(rulesTold('ev-sales', values, { status: 'closed' }))).toContain('closedUnsatisfied');
    expect(ids(rulesTold('ev-sales', { ...values, satisfaction: '满意' }, { status: 'closed' }))).not.toContain(
      'closedUnsatisfied',
    );
  });

  it('tell status and closing time that disagree', () => {
    expect(ids(rulesTold('general', { description: 'x', closedAt: '2026-11-09', status: '处理中' }))).toContain(
      'openWithClosingTime',
    );
    expect(ids(rulesTold('general', { description: 'x' }, { status: 'closed' }))).toContain('closedWithoutTime');
  });
});

it.each([
  ['客户不满意', true],
  ['客户表示很不满', true],
  ['没有不满', false],
  ['满意', false],
  ['客戶不滿意', true],
  ['not satisfied with the refund', true],
  ['satisfied', false],
])('%s: not satisfied %s', (text, expected) => {
  expect(saysUnsatisfied(text)).toBe(expected);
});

describe('the checks of the packs', () => {
  it.each(PACKS.map((pack) => [pack.id, pack] as const))('%s has checks of its own, in three languages', (_, pack) => {
    expect(pack.checks.length).toBeGreaterThan(1);
    for (const { message } of [...pack.checks, ...COMMON_CHECKS]) {
      expect(new Set(Object.values(message)).size).toBeGreaterThanOrEqual(2);
    }
  });
});
