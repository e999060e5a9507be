import { describe, expect, it } from 'vitest';
import type { CompanySettings } from '../../../core/policy/company-settings.ts';
import { findPack, PACKS } from '../../../core/policy/packs.ts';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import { deadlineColumns } from '../../../core/register/deadline-columns.ts';
import { planRegister } from '../../../core/register/plan-register.ts';
import { makeLedger, makeSheet } from '../../support/make-sheet.ts';

const packOf = (id: string): PolicyPack => {
  const pack = findPack(id);
  if (pack === null) throw new Error(`no pack ${id}`);
  return pack;
};
const settings = (policyId: string, more: Partial<CompanySettings> = {}): CompanySettings => ({
  schemaVersion: 1,
  policyId,
  calendar: null,
  firstDay: null,
  targets: {},
  ...more,
});
const inDays = (amount: number) => ({ default: { unit: 'calendarDays' as const, amount } });

/** The register that a small ledger becomes: two ordinary complaints. */
function planOf(
  pack: PolicyPack,
  company: CompanySettings | null,
  description = '包装有点旧',
  locale = 'zh-CN' as const,
) {
  const sheet = makeSheet([
    ['投诉日期', '客户名称', '投诉内容'],
    ['2026-03-02 10:30', '甲公司', description],
    ['2026-03-03 09:00', '乙公司', '希望送货再快一些'],
  ]);
  const ledger = makeLedger(sheet, [['receivedAt'], ['customerName'], ['description']]);
  const rules = { pack, company, asOf: '2026-03-20T10:30:00+08:00' as const, zone: 'Asia/Shanghai' };
  return planRegister({ sheet, ledger, ...rules, locale, sheetNames: [sheet.name], tableNames: [] });
}
const idsOf = ({ columns }: ReturnType<typeof planOf>) =>
  columns.flatMap(({ role }) => (role.startsWith('deadline:') ? [role.slice('deadline:'.length)] : []));

describe('the deadlines that a small ledger’s register shows', () => {
  it.each([
    ['general', ['首次响应', '办结']],
    ['fly-ash', ['首次响应', '立即上报', '办结']],
    ['food', ['首次响应', '客诉单传递到责任部门', '特殊客诉通知销售经理、业务员', '办结']],
    ['auto-repair', ['受理并记录', '查找有关资料记录', '办结']],
    ['power-supply', ['首次响应', '妥善解决']],
    ['ev-sales', ['启动紧急处理程序', '向上级汇报', '首次响应', '责任部门安排专人', '结案']],
    ['emergency-plan', ['回复客户', '提出初步处理方案', '问题解决并反馈']],
    ['farm-machinery', ['初步答复', '完成处理并回访（一般）', '完成处理并回访（重要）', '完成处理并回访（重大）']],
  ])('%s: %s', (id, labels) => {
    const pack = packOf(id);
    const plan = planOf(pack, null);
    const shown = idsOf(plan).map((milestone) => pack.milestones.find((each) => each.id === milestone)?.label['zh-CN']);
    expect(shown).toEqual(labels);
    for (const milestone of idsOf(plan))
      expect(plan.columns.map(({ role }) => role)).toContain(`deadlineState:${milestone}`);
  });

  it.each(PACKS.map((pack) => pack.id))('%s: at most five by default, whatever grades its rows have', (id) => {
    const pack = packOf(id);
    const anyGrade = new Set(pack.grades.map((grade) => grade.id));
    for (const grades of [new Set<string>(), anyGrade]) {
      expect(deadlineColumns(pack, null, grades).length).toBeLessThanOrEqual(5);
      expect(deadlineColumns(pack, settings(id), grades)).toEqual(deadlineColumns(pack, null, grades));
    }
  });

  it('are those of the grades that stand in it, once the company has set times', () => {
    const pack = packOf('farm-machinery');
    const targets = Object.fromEntries(pack.milestones.map(({ id }) => [id, inDays(2)]));
    const own = settings('farm-machinery', { targets });
    const always = ['generalFirstAnswer', 'generalDone', 'importantDone', 'majorDone'];
    expect(deadlineColumns(pack, own, new Set(['general']))).toEqual(always);
    expect(deadlineColumns(pack, own, new Set(['general', 'important'])).toSorted()).toEqual(
      [...always, 'importantTeam', 'importantPlan'].toSorted(),
    );
    expect(deadlineColumns(pack, own, new Set())).toEqual(
      pack.milestones.filter(({ recurs }) => recurs !== true).map(({ id }) => id),
    );
  });

  it('never has what comes again and again, even with a time set for it', () => {
    const pack = packOf('ev-sales');
    const own = settings('ev-sales', { targets: { progressReport: inDays(3), handling: inDays(5) } });
    const shown = deadlineColumns(pack, own, new Set(['general']));
    expect(shown).toContain('handling');
    expect(shown).not.toContain('progressReport');
  });

  it('counts no settings that were made for another pack', () => {
    const pack = packOf('ev-sales');
    const foreign = settings('general', { targets: { handling: inDays(5) } });
    expect(deadlineColumns(pack, foreign, new Set(['general']))).not.toContain('handling');
  });

  it('carries no field that only a milestone without columns needs, and notes nothing of it', () => {
    const pack = packOf('farm-machinery');
    const plan = planOf(pack, null);
    const roles = plan.columns.map(({ role }) => role);
    expect(roles).not.toContain('field:teamFormedAt');
    expect(roles).toContain('field:followedUpAt');
    const basis = roles.indexOf('basis') - (plan.placement.kind === 'inPlace' ? plan.firstAdded : 0);
    expect(plan.rows[0]?.[basis]).not.toContain('成立处理小组');
  });

  it('stays as it was begun when a broken run is completed', () => {
    const pack = packOf('general');
    const sheet = makeSheet([['投诉内容'], ['慢']]);
    const rules = { pack, company: null, asOf: '2026-03-20T10:30:00+08:00' as const, zone: 'Asia/Shanghai' };
    const plan = planRegister({
      ...rules,
      sheet,
      ledger: makeLedger(sheet, [['description']]),
      locale: 'zh-CN',
      sheetNames: [],
      tableNames: [],
      milestones: ['closing'],
    });
    expect(idsOf(plan)).toEqual(['closing']);
  });
});
