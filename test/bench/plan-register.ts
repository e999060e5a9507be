/**
 * How long a large ledger takes to become a register, and a register to be refreshed, and the longest time for which the
 * page is held:
 *   npx tsx test/bench/plan-register.ts [rows]
 * Prints processor time: other programs on the machine do not count.
 */
import { findPack } from '../../core/policy/packs.ts';
import { planRegisterInSteps } from '../../core/register/plan-register.ts';
import { readLedger } from '../../core/register/read-ledger.ts';
import { openRegisterInSteps } from '../../core/register/refresh/open-register.ts';
import { planRefresh } from '../../core/register/refresh/plan-refresh.ts';
import type { PlannedCell } from '../../core/register/register-plan.ts';
import type { CellValue, SheetReading } from '../../core/register/sheet-reading.ts';
import type { Steps } from '../../core/steps.ts';
import { suggestCompany } from '../../excel-addin/actions/suggest-company.ts';

const count = Number(process.argv[2] ?? 20_000);
const zone = 'Asia/Shanghai';
const asOf = '2026-11-22T10:00:00+08:00';
const pack = findPack('general');
if (pack === null) throw new Error('no policy pack');
const company = { ...suggestCompany(pack, zone), firstDay: 'nextDay' as const };

const header = [
  '序号',
  '投诉日期',
  '客户名称',
  '联系电话',
  '产品名称',
  '批号',
  '问题描述',
  '处理部门',
  '处理状态',
  '结案日期',
];
const sheet = ledgerOf(count);
const reading = timed('reading the ledger', () => readLedger(sheet));
if (!reading.ok) throw new Error('no ledger');
const rules = { pack, company, asOf, zone };
const plan = driven('planRegister', () =>
  planRegisterInSteps({
    ...rules,
    sheet,
    ledger: reading.ledger,
    locale: 'zh-CN',
    sheetNames: [sheet.name],
    tableNames: [],
  }),
);

const values = plan.rows.map((row, index) => [
  ...(plan.placement.kind === 'inPlace' ? (sheet.values[index + 1] ?? []) : []),
  ...row.map(shown),
]);
const formats = values.map((row, index) => [
  ...(sheet.numberFormats[index + 1] ?? []),
  ...row.slice(header.length).map(() => 'General'),
]);
const cells = {
  ...{ sheet: sheet.name, area: plan.table.area, header: plan.columns.map((column) => column.header) },
  ...{ values, formats, constants: new Set<string>() },
};
const register = driven('opening the register', () => openRegisterInSteps(plan.memory, cells, rules));
const refreshed = driven('planRefresh', () => planRefresh({ ...rules, memory: plan.memory, register }));
console.log(`  ${refreshed.rowsChanged} rows differ`);
const one = driven('planRefresh of one row', () => planRefresh({ ...rules, memory: plan.memory, register, only: [7] }));
console.log(`  ${one.rowsChanged} rows differ`);

function ledgerOf(rows: number): SheetReading {
  const words = ['破损', '短少', '晚到', '受潮结块', '标签错误'];
  const data = Array.from({ length: rows }, (_, i): CellValue[] => [
    ...[
      i + 1,
      45_000 + (i % 600) + 0.4,
      `客户${i % 800}有限公司`,
      `138${10_000_000 + i}`,
      `产品${i % 30}`,
      `B2024-${i}`,
    ],
    `第${i}批到货后发现${words[i % 5] ?? ''}${i % 13}箱，要求退换货并给出说明，现场停工两小时`,
    ...[
      ['质量部', '物流部', '生产部'][i % 3] ?? '',
      i % 3 === 0 ? '处理中' : '已结案',
      i % 3 === 0 ? '' : 45_003 + (i % 600),
    ],
  ]);
  const all = [header, ...data];
  const own = [
    'General',
    'yyyy/m/d h:mm',
    'General',
    '@',
    'General',
    'General',
    'General',
    'General',
    'General',
    'yyyy/m/d',
  ];
  return {
    ...{ name: '台账', visible: true, values: all, merges: [], tables: [], autoFilter: null },
    ...{ isProtected: false, date1904: false },
    used: { row: 0, column: 0, rowCount: all.length, columnCount: header.length },
    formulas: all.map((row) => row.map(() => '')),
    numberFormats: all.map(() => own),
  };
}

function shown(cell: PlannedCell): CellValue {
  return typeof cell === 'object' ? '进行中' : typeof cell === 'string' ? cell.replace(/^'/, '') : cell;
}

function spent(since?: NodeJS.CpuUsage): number {
  return process.cpuUsage(since).user / 1_000;
}

function timed<T>(name: string, work: () => T): T {
  const start = process.cpuUsage();
  const result = work();
  console.log(`${name}: ${spent(start).toFixed(0)} ms`);
  return result;
}

/** Drives the work to its end; between two steps the page would have had its turn. */
function driven<T>(name: string, begin: () => Steps<T>): T {
  const start = process.cpuUsage();
  const stretches: { ms: number; after: number }[] = [];
  const work = begin();
  for (let steps = 0; ; steps++) {
    const before = process.cpuUsage();
    const step = work.next();
    stretches.push({ ms: spent(before), after: steps });
    if (step.done !== true) continue;
    const longest = stretches.sort((a, b) => b.ms - a.ms).slice(0, 4);
    const told = longest.map(({ ms, after }) => `${ms.toFixed(0)} ms at step ${after}`).join(', ');
    console.log(`${name}: ${spent(start).toFixed(0)} ms in ${steps} steps; longest: ${told}`);
    return step.value;
  }
}
