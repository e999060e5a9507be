import { expect, it } from 'vitest';
import { applyRegister } from '../../excel-addin/actions/apply-register.ts';
import { previewRegister } from '../../excel-addin/actions/preview-register.ts';
import { readStatistics } from '../../excel-addin/actions/read-statistics.ts';
import { refreshRegister } from '../../excel-addin/actions/refresh-register.ts';
import { workbookOf } from './ledger-fixture.ts';
import { AS_OF, openWorkbook, preview, standing, valueOf, WORDS } from './register-on-host.ts';

const HEADER = ['序号', '投诉日期', '客户名称', '产品名称', '投诉内容', '备注'];
const ROWS = [46_040, 46_100, 46_345].map((day, index) => [
  ...[index + 1, { value: day, format: 'yyyy-mm-dd' }, `客户${String(index)}公司`, '粉煤灰', '到货细度超标', ''],
]);

it('a ledger without a status column: what a person says of old complaints holds in cells, refresh and statistics', async () => {
  openWorkbook(workbookOf([{ name: '台账', rows: [HEADER, ...ROWS] }]));
  const { preview: asked, choices, sheets } = await preview();
  expect(asked.plan.statusUnsaid).toBe(2);
  const answered = { ...choices, closedBefore: '2026-11-01' };
  const shown = { preview: valueOf(previewRegister(sheets, answered)), choices: answered, sheets };
  valueOf(await applyRegister(shown, { words: WORDS, onProgress: () => undefined }));
  const { memory } = await standing();
  expect(valueOf(await refreshRegister(memory, { asOf: AS_OF })).cellsChanged).toBe(0);
  const { facts } = valueOf(await readStatistics(memory, { asOf: AS_OF }));
  expect(facts.map(({ isOpen }) => isOpen)).toEqual([false, false, true]);
});
