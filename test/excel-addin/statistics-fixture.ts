import { policyInForce } from '../../core/policy/policy-in-force.ts';
import type { PolicyPack } from '../../core/policy/policy-pack.ts';
import type { RegisterMemory } from '../../core/register/register-plan.ts';
import { ageBandOf } from '../../core/statistics/age-band.ts';
import { DIMENSIONS, type ComplaintFacts, type Dimension } from '../../core/statistics/complaint-facts.ts';
import { daysBetween, periodOf } from '../../core/statistics/periods.ts';
import type { StatisticsRead } from '../../excel-addin/actions/read-statistics.ts';
import { suggestCompany } from '../../excel-addin/actions/suggest-company.ts';

const ZONE = 'Asia/Shanghai';
const TODAY = '2026-11-22';

const bare = policyInForce('general', null);
if (bare === null) throw new Error('no general policy');
export const PACK: PolicyPack = bare.pack;

const WORDS: Partial<Record<Dimension, readonly string[]>> = {
  category: ['产品质量', '交付物流', '服务态度', '计费', ''],
  grade: ['一般', '重要', '重大'],
  status: ['新建', '处理中', '已结案'],
  department: ['质检部', '生产部', '销售部', '物流部', '售后服务中心', ''],
  handler: ['张伟', '李娜', '王强', ''],
  productName: ['F类Ⅱ级粉煤灰', 'S95 矿粉', '=SUM(A1)', ''],
  productModel: ['A-100', 'B*200', ''],
  cause: [
    '原料波动',
    '包装破损',
    '运输延误',
    '操作失误',
    '计量误差',
    '客户误用',
    '设备故障',
    '标识错误',
    '批次混装',
    '>5% 超标',
    '',
  ],
  channel: ['电话', '微信', '邮件', '走访'],
  region: ['华东', '华南', '华北'],
  origin: ['网页', '邮件', '手工登记'],
};

/** Complaints over two and a half years, the same in every run: empty months, missing days, leap day, change of year. */
export function generatedFacts(count: number, first = 0): ComplaintFacts[] {
  let seed = 11 + first;
  const random = (below: number) => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed % below;
  };
  return Array.from({ length: count }, (_, at): ComplaintFacts => {
    const day = receivedDay(random(900), random(40));
    const isOpen = random(4) === 0;
    const dimensions = Object.fromEntries(
      DIMENSIONS.map((id) => [
        id,
        id === 'customer' ? `客户${random(random(60) + 1)}` : one(WORDS[id] ?? [''], random),
      ]),
    ) as Record<Dimension, string>;
    dimensions.month = day === null ? '' : periodOf(day, 'month').id;
    dimensions.quarter = day === null ? '' : periodOf(day, 'quarter').id;
    const clock = (late: number) => {
      const verdict = random(10);
      const isDue = verdict < 8;
      return {
        ...{ isOnTime: isDue ? verdict >= late : null, isDue, lacksStart: false, dueDay: day, stopDay: day },
        ...{ minutesTaken: random(3) === 0 ? null : random(5_000), isProvisional: false },
      };
    };
    const ageDays = isOpen && day !== null ? daysBetween(day, TODAY) : null;
    dimensions.age = ageDays === null ? '' : ageBandOf(ageDays);
    return {
      ...{
        number: `T-${String(first + at + 1).padStart(6, '0')}`,
        row: first + at,
        receivedDay: day,
        followedUpDay: null,
      },
      closedDay: isOpen ? null : day,
      dimensions,
      ids: { category: null, grade: null, status: null, verdict: null },
      ...{ isOpen, isWithdrawn: !isOpen && random(30) === 0, isFounded: [true, false, null][random(3)] ?? null },
      isSatisfied: [true, false, null][random(3)] ?? null,
      unclearAnswer: '',
      ...{ closedBefore: [], timesReopened: random(3), timesUnsatisfied: random(2), isCostUnclear: false, ageDays },
      remedyCost: random(3) === 0 ? random(100_000) / 4 : null,
      clocks: Object.fromEntries(PACK.milestones.map(({ id }, index) => [id, clock(1 + index)])),
    };
  });
}

function receivedDay(back: number, missing: number): string | null {
  if (missing === 0) return null;
  if (missing === 1) return '2024-02-29';
  const date = new Date(Date.UTC(2026, 10, 22 - back)).toISOString().slice(0, 10);
  // Two months without any complaint.
  return /^2026-0[34]/.test(date) ? '2025-12-31' : date;
}

function one(choices: readonly string[], random: (below: number) => number): string {
  return choices[random(choices.length)] ?? '';
}

/** Facts with what statistics need to know of their register. */
export function readOf(facts: ComplaintFacts[], locale: RegisterMemory['locale'] = 'zh-CN'): StatisticsRead {
  const memory = { locale, zone: ZONE, company: suggestCompany(PACK, ZONE), tableName: 'Register', date1904: false };
  return { book: { memory, pack: PACK } as StatisticsRead['book'], facts };
}
