import { expect, it } from 'vitest';
import { importHandoff } from '../../excel-addin/actions/import-handoff.ts';
import { readRegister } from '../../excel-addin/workbook/read-register.ts';
import { complaint, envelope } from './complaints-fixture.ts';
import { workbookOf } from './ledger-fixture.ts';
import { AS_OF, build, openWorkbook, standing, valueOf } from './register-on-host.ts';

it('leaves a column of numbers that calculates to itself when a complaint comes in', async () => {
  const rows = [1, 2, 3, 4, 5].map((n) => [
    ...[`TS-2026-00${String(n)}`, `2026-11-0${String(n)}`, `第${String(n)}搅拌站`, `1391234567${String(n)}`],
    ...[`第${String(n)}车灰结块，泵送堵管`, '换货'],
  ]);
  const header = ['投诉编号', '投诉日期', '客户名称', '联系电话', '投诉内容', '处理结果'];
  const opened = openWorkbook(workbookOf([{ name: '投诉台账', rows: [header, ...rows] }]));
  const formula = '="TS-2026-"&TEXT(ROW()-1,"000")';
  await opened.Excel.run(async (context) => {
    const numbers = context.workbook.worksheets.getItem('投诉台账').getRange('A2:A6');
    numbers.formulas = rows.map(() => [formula]);
    await context.sync();
  });
  valueOf(await build());
  const { memory } = await standing();
  valueOf(await importHandoff({ envelope: envelope(complaint(1)), rejected: [] }, memory, AS_OF));
  const now = valueOf(await readRegister(memory.tableName));
  const number = now.rows.at(-1)?.[memory.columns.findIndex(({ role }) => role === 'number')];
  expect({ calculates: now.calculating.has(0), number }).toEqual({ calculates: true, number: 'TS-2026-006' });
});
