// How long statistics of a large register take, and what goes over the wire: npx tsx test/bench/statistics.ts [rows]
import { installGlobals } from '../excel-host/node/global-excel.ts';
import { openHost } from '../excel-host/node/open-host.ts';
import { makeStatistics } from '../../excel-addin/actions/make-statistics.ts';
import { allSteps } from '../../core/steps.ts';
import { factsTable } from '../../core/statistics/facts-table.ts';
import { crossTable, pivotPlans } from '../../core/statistics/pivot-plan.ts';
import { cleanLedger } from '../excel-addin/ledger-fixture.ts';
import { generatedFacts, PACK, readOf } from '../excel-addin/statistics-fixture.ts';

const rows = Number(process.argv[2] ?? 50_000);
const asOf = '2026-11-22T10:00:00+08:00';
const facts = generatedFacts(rows);
const opened = openHost(cleanLedger(), { now: () => new Date(asOf) });
installGlobals(opened);
const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

let since = performance.now();
const table = allSteps(factsTable(facts, { pack: PACK, locale: 'zh-CN' }));
console.log(`helper columns of ${String(rows)} complaints: ${seconds(since)}`);

since = performance.now();
const made = await makeStatistics(readOf(facts), { asOf });
console.log(`made: ${seconds(since)}, ${String(opened.host.requests.length)} requests`, made.ok ? '' : made);

const wrong: string[] = [];
for (const plan of pivotPlans(table.columns, PACK, 'zh-CN')) {
  const total = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('统计透视表');
    const range = sheet.pivotTables.getItem(plan.name).layout.getRange().getLastRow().load('values');
    await context.sync();
    return (range.values[0] as unknown[]).slice(plan.rows.length);
  });
  // Columns stand in another order here and there.
  const sorted = (numbers: readonly unknown[]) => numbers.map(Number).sort((a, b) => a - b);
  const worked = sorted(crossTable(plan, table).totals.flat());
  if (sorted(total).some((value, at) => Math.abs(value - (worked[at] ?? NaN)) > 1e-9)) wrong.push(plan.id);
}
console.log(wrong.length === 0 ? 'all totals agree' : `wrong: ${wrong.join(', ')}`);

since = performance.now();
const again = await makeStatistics(readOf([...facts, ...generatedFacts(500, rows)]), { asOf });
console.log(`refreshed after 500 new rows: ${seconds(since)}`, again.ok ? '' : again);
