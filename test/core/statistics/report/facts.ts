import type { ComplaintFacts, Dimension } from '../../../../core/statistics/complaint-facts.ts';
import { DIMENSIONS } from '../../../../core/statistics/complaint-facts.ts';
import { periodOf } from '../../../../core/statistics/periods.ts';
import { findPack } from '../../../../core/policy/packs.ts';
import type { PolicyPack } from '../../../../core/policy/policy-pack.ts';
import type { ReportFrame } from '../../../../core/statistics/report/report-data.ts';

export const OCTOBER = periodOf('2026-10-01', 'month');
const pack = (id: string) => findPack(id) as PolicyPack;

export const FRAME: ReportFrame = {
  pack: pack('ev-sales'),
  company: null,
  locale: 'zh-CN',
  zone: 'Asia/Shanghai',
  asOf: '2026-11-22T10:00:00+08:00',
  companyName: '绿驰电动车销售有限公司',
  volumes: [],
};

/** A complaint as counted, closed a week after it came unless said otherwise. */
export function complaint(
  number: string,
  receivedDay: string | null,
  {
    dimensions,
    ...more
  }: Partial<Omit<ComplaintFacts, 'dimensions'>> & { dimensions?: Partial<Record<Dimension, string>> } = {},
): ComplaintFacts {
  const base = Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, ''])) as Record<Dimension, string>;
  return {
    ...{ number, row: Number(number.slice(-3)) || 0, receivedDay, closedDay: receivedDay, followedUpDay: null },
    dimensions: {
      ...{ ...base, category: '售后类', grade: '一般', status: '已结案', department: '售后服务部', handler: '孙倩' },
      ...{ productModel: 'E3', cause: '电池衰减', productName: '电动车' },
      ...dimensions,
    },
    ids: { category: null, grade: 'normal', status: 'closed', verdict: null },
    ...{ isOpen: false, isWithdrawn: false, isFounded: null, isSatisfied: null, unclearAnswer: '' },
    ...{
      closedBefore: [],
      timesReopened: 0,
      timesUnsatisfied: 0,
      remedyCost: null,
      isCostUnclear: false,
      clocks: {},
      ageDays: null,
    },
    ...more,
  };
}

/** A month with something of everything, the month before and the same month of the year before. */
export function severalMonths(): ComplaintFacts[] {
  const of = (month: string, count: number) =>
    Array.from({ length: count }, (_, at) =>
      complaint(
        `${month.replace('-', '')}${String((at % 28) + 1).padStart(2, '0')}-${String(at + 1).padStart(3, '0')}`,
        `${month}-${String((at % 28) + 1).padStart(2, '0')}`,
        {
          dimensions: {
            productModel: ['E3', 'E3', 'E3', 'S1', 'S1', 'M7', 'X9', 'K2', 'K4'][at % 9] ?? '',
            category: ['售后类', '销售类', '物流类', '售后类'][at % 4] ?? '',
            cause: ['电池衰减', '电池衰减', '刹车异响', '交车延迟', '', '宣传不符'][at % 6] ?? '',
            department: ['售后服务部', '售后服务部', '销售部', '物流部'][at % 4] ?? '',
            handler: ['孙倩', '李强', '王敏', ''][at % 4] ?? '',
            batchNo: at % 7 === 0 ? 'B-2026-08' : '',
          },
          isFounded: [true, false, null, true, true][at % 5] ?? null,
          isSatisfied: [true, true, false, null][at % 4] ?? null,
          timesReopened: at % 11 === 3 ? 1 : 0,
          remedyCost: at % 3 === 0 ? 120 : null,
          isOpen: at % 10 === 9,
          closedDay: at % 10 === 9 ? null : `${month}-28`,
          ageDays: at % 10 === 9 ? 40 : null,
        },
      ),
    );
  return [...of('2025-10', 31), ...of('2026-09', 18), ...of('2026-10', 42)];
}
