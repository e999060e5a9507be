import { openHostDoor } from '../../browser/host-page.ts';
import { newWorkbook } from '../../file/new-workbook.ts';
import { ExcelHost } from '../../protocol/excel-host.ts';

/** The top page of the Chromium test: one small workbook, and two functions for the test to call. */
const host = new ExcelHost(newWorkbook(['台账']));
host.userEdits('台账', 'A1:B1', [['编号', '数']]);
openHostDoor(window as unknown as Parameters<typeof openHostDoor>[0], { host: () => host });
Object.assign(window, {
  savedWorkbook: () => host.save(),
  editAsUser: (value: string) => host.userEdits('台账', 'A2', [[value]]),
});
