import { describe, expect, it } from 'vitest';
import { recordEvents } from '../../excel-addin/actions/record-events.ts';
import { applyRestore, isRestoreBegun } from '../../excel-addin/actions/restore-register.ts';
import { readSheets } from '../../excel-addin/workbook/read-sheets.ts';
import type { OpenedHost } from '../excel-host/node/open-host.ts';
import { brokenUpLedger, cleanLedger } from './ledger-fixture.ts';
import { AS_OF, build, openWorkbook, reopening, standing, valueOf } from './register-on-host.ts';
import { CONTEXT, restore, shown } from './restore-on-host.ts';

const LEDGER = '2026年投诉';
const REGISTER = '投诉登记台账';
import { NO_RESTORE } from '../../excel-addin/taskpane/restore-state.ts';
const NOTHING = NO_RESTORE.choices;
const quiet = () => undefined;

/** A register whose taking back broke off right after it was noted. */
async function brokenOff(ledger: () => Uint8Array): Promise<OpenedHost> {
  for (let request = 1; request < 30; request++) {
    const opened = openWorkbook(ledger());
    valueOf(await build());
    const preview = await shown(NOTHING);
    opened.host.faults.abortRequest(request);
    const broken = await applyRestore(preview, NOTHING, CONTEXT, quiet);
    if (!broken.ok && valueOf(await isRestoreBegun())) return opened;
  }
  throw new Error('no request leaves it begun');
}

const openShort = reopening(() => brokenOff(() => cleanLedger(5)));
const openBrokenUp = reopening(() => brokenOff(brokenUpLedger));

async function record(): Promise<void> {
  const { memory, sheet } = await standing();
  const [values] = valueOf(await readSheets([sheet]));
  const at = memory.columns.findIndex(({ role }) => role === 'number');
  const number = String(values?.values.at(-1)?.[at]);
  const events = [
    { kind: 'closed' as const, id: 'closed-1', occurredAt: AS_OF, recordedAt: AS_OF, by: '王芳', note: '客户书面认可' },
  ];
  valueOf(await recordEvents({ memory, number, events, asOf: AS_OF }));
}

describe('what people did after a restore broke off', { timeout: 240_000 }, () => {
  it('is not lost with the register’s own sheet when it is completed', async () => {
    const opened = await openBrokenUp();
    expect((await shown(NOTHING)).plan.registerSheet).toBe('deleted');
    opened.host.userEdits(REGISTER, 'K3', [['客户已撤诉']]);
    expect((await shown(NOTHING)).plan).toMatchObject({ registerSheet: 'stays', rowsChanged: 1 });
    valueOf(await restore(NOTHING));
    expect(opened.host.values(REGISTER, 'K3')[0]).toEqual(['客户已撤诉']);
    expect(opened.host.bugs).toEqual([]);
  });

  it('is not lost with the log of what happened', async () => {
    const opened = await openBrokenUp();
    await record();
    expect((await shown(NOTHING)).plan).toMatchObject({ logEntries: 1, note: { removeLog: false } });
    valueOf(await restore(NOTHING));
    const logs = opened.host.workbook.sheets.map(({ name }) => name);
    const cells = valueOf(await readSheets(logs)).flatMap(({ values }) => values.flat());
    expect(cells).toContain('closed-1');
  });

  it('is kept on a sheet when it stands in our columns, on one and the same after a second break', async () => {
    for (let request = 1; ; request++) {
      const opened = await openShort();
      const { memory } = await standing();
      const source = memory.columns.findIndex(({ role }) => role === 'source');
      await opened.Excel.run(async (context) => {
        context.workbook.worksheets.getItem(LEDGER).getCell(6, source).values = [['https://crm.example/9']];
        await context.sync();
      });
      const preview = await shown(NOTHING);
      const before = opened.host.requests.length;
      opened.host.faults.abortRequest(request);
      const done = await applyRestore(preview, NOTHING, CONTEXT, quiet);
      // A request may fail without harm, that for the look of the table; the last one is behind us when none was left to fail.
      if (opened.host.requests.length - before < request) break;
      if (!done.ok && done.code !== 'nothingToRestore') await restore(NOTHING);
      const kept = opened.host.workbook.sheets.map(({ name }) => name).filter((name) => name.startsWith('诉清保留'));
      expect(kept, `request ${String(request)}`).toEqual(['诉清保留 2026-11-22']);
      const cells = valueOf(await readSheets(kept)).flatMap(({ values }) => values.flat());
      expect(cells).toContain('https://crm.example/9');
    }
  });

  it('is kept likewise when it came after the second break, once, whatever was kept before', async () => {
    for (let request = 1; ; request++) {
      const opened = await openShort();
      const { memory } = await standing();
      const columnOf = (role: string) => memory.columns.findIndex((column) => column.role === role);
      const type = (row: number, column: number, value: string) =>
        opened.Excel.run(async (context) => {
          context.workbook.worksheets.getItem(LEDGER).getCell(row, column).values = [[value]];
          await context.sync();
        });
      await type(6, columnOf('source'), 'https://crm.example/9');
      const preview = await shown(NOTHING);
      const before = opened.host.requests.length;
      opened.host.faults.abortRequest(request);
      const done = await applyRestore(preview, NOTHING, CONTEXT, quiet);
      // A request may fail without harm, that for the look of the table; the last one is behind us when none was left to fail.
      if (opened.host.requests.length - before < request) break;
      const header = valueOf(await readSheets([LEDGER]))[0]?.values[3] ?? [];
      const stands = header.includes(memory.columns[columnOf('source')]?.header ?? '');
      if (!done.ok && stands) {
        // The same cell anew, or another row.
        const row = request % 2 === 0 ? 6 : 5;
        await type(row, columnOf('source'), 'https://crm.example/8');
        valueOf(await restore(NOTHING));
        const [kept] = valueOf(await readSheets(['诉清保留 2026-11-22']));
        const texts = kept?.values.map((cells) => cells.map(String)) ?? [];
        const rowsWith = (text: string) => texts.filter((cells) => cells.includes(text)).length;
        const place = `request ${String(request)}`;
        expect(rowsWith('https://crm.example/8'), place).toBe(1);
        if (row === 5) expect(rowsWith('https://crm.example/9'), place).toBe(1);
        expect(texts.length, place).toBeLessThanOrEqual(3);
      }
    }
  });

  it('is shown before it is completed: what came since the preview is looked at anew', async () => {
    const opened = await openBrokenUp();
    const preview = await shown(NOTHING);
    opened.host.userEdits(REGISTER, 'K3', [['客户已撤诉']]);
    expect(await applyRestore(preview, NOTHING, CONTEXT, quiet)).toMatchObject({ ok: false, code: 'changedMeanwhile' });
  });
});
