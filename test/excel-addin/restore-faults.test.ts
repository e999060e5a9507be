import { describe, expect, it } from 'vitest';
import { applyRegister } from '../../excel-addin/actions/apply-register.ts';
import { applyRestore } from '../../excel-addin/actions/restore-register.ts';
import { journalEdits } from '../../excel-addin/workbook/change-journal.ts';
import type { OpenedHost } from '../excel-host/node/open-host.ts';
import { brokenUpLedger, cleanLedger } from './ledger-fixture.ts';
import { AS_OF, build, openWorkbook, preview, reopening, standing, valueOf, WORDS } from './register-on-host.ts';
import { CONTEXT, picture, REMOVE_ALL, restore, restoreToTheEnd, shown } from './restore-on-host.ts';

const LEDGERS = { 'in place': () => cleanLedger(5), 'on a new sheet': brokenUpLedger };
const quiet = () => undefined;

/** A register with one accepted fix and, in place, a row that came since; ready to be taken back. */
async function prepare(ledger: () => Uint8Array): Promise<OpenedHost> {
  const opened = openWorkbook(ledger());
  valueOf(await build());
  const { memory, sheet } = await standing();
  if (sheet !== '2026年投诉') return opened;
  const number = memory.columns.findIndex(({ role }) => role === 'number');
  const source = memory.columns.findIndex(({ role }) => role === 'source');
  await opened.Excel.run(async (context) => {
    const fixed = context.workbook.worksheets.getItem(sheet).getCell(4, 6);
    const cell = context.workbook.worksheets.getItem(sheet).getCell(4, number).load('values');
    await context.sync();
    const complaint = String(cell.values[0]?.[0]);
    const place = { sheet, complaint, header: '批号', address: 'G5' };
    const change = { before: '001', beforeFormat: 'General', after: 'B-001', at: AS_OF, why: '写法统一' };
    await journalEdits(context, [{ ...place, ...change }]);
    fixed.values = [['B-001']];
    context.workbook.worksheets.getItem(sheet).getCell(6, source).values = [['https://crm.example/9']];
    await context.sync();
  });
  return opened;
}

describe.each(Object.entries(LEDGERS))('taking back a register %s', { timeout: 240_000 }, (_, ledger) => {
  const open = reopening(() => prepare(ledger));

  it('that breaks off at whichever request is completed by the next run, exactly', async () => {
    const whole = await open();
    const first = await shown();
    const before = whole.host.requests.length;
    valueOf(await applyRestore(first, REMOVE_ALL, CONTEXT, quiet));
    const count = whole.host.requests.length - before;
    const expected = picture(whole.host.save());
    expect(count).toBeLessThan(70);
    for (let request = 1; request <= count; request++) {
      const opened = await open();
      const plan = await shown();
      opened.host.faults.abortRequest(request);
      const broken = await applyRestore(plan, REMOVE_ALL, CONTEXT, quiet);
      if (!broken.ok) await restoreToTheEnd();
      expect(picture(opened.host.save()), `request ${String(request)}`).toEqual(expected);
      expect(opened.host.bugs).toEqual([]);
    }
  });

  it('that breaks off in the middle of a request likewise', async () => {
    const whole = await open();
    const first = await shown();
    const before = whole.host.requests.length;
    valueOf(await applyRestore(first, REMOVE_ALL, CONTEXT, quiet));
    const actions = whole.host.requests.slice(before).reduce((sum, request) => sum + request.actions, 0);
    const expected = picture(whole.host.save());
    for (let step = 1; step <= 40; step++) {
      const action = Math.ceil((step * actions) / 41);
      const opened = await open();
      const plan = await shown();
      opened.host.faults.failAction(action, 'GeneralException');
      const broken = await applyRestore(plan, REMOVE_ALL, CONTEXT, quiet);
      if (!broken.ok) await restoreToTheEnd();
      expect(picture(opened.host.save()), `action ${String(action)} of ${String(actions)}`).toEqual(expected);
      expect(opened.host.bugs).toEqual([]);
    }
  });
});

describe('a register that was never finished', { timeout: 240_000 }, () => {
  it.each(Object.entries(LEDGERS))(
    'is taken back exactly from wherever its building %s broke off',
    async (_, ledger) => {
      const { host } = openWorkbook(ledger());
      const ready = await preview();
      const before = host.requests.length;
      valueOf(await applyRegister(ready, { words: WORDS, onProgress: quiet }));
      const count = host.requests.length - before;
      for (let request = 1; request <= count; request++) {
        const opened = openWorkbook(ledger());
        const untouched = picture(opened.host.save());
        const plan = await preview();
        opened.host.faults.abortRequest(request);
        const broken = await applyRegister(plan, { words: WORDS, onProgress: quiet });
        expect(broken.ok || broken.code === 'interrupted').toBe(true);
        await restoreToTheEnd();
        const where = `request ${String(request)} of ${String(count)}`;
        expect(picture(opened.host.save()), where).toEqual(untouched);
      }
    },
  );
});

describe('trouble before a register is taken back', () => {
  it('is told, and nothing is half done: protected sheet, a colleague’s edit meanwhile, a cell being edited, no register', async () => {
    const opened = await prepare(LEDGERS['in place']);
    const plan = await shown();
    opened.host.remoteEdits('2026年投诉', 'C10', [['新客户']]);
    const before = picture(opened.host.save());
    expect(await applyRestore(plan, REMOVE_ALL, CONTEXT, quiet)).toMatchObject({ ok: false, code: 'changedMeanwhile' });
    await opened.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('2026年投诉').protection.protect();
      await context.sync();
    });
    expect(await restore()).toMatchObject({ ok: false, code: 'sheetProtected', detail: { sheet: '2026年投诉' } });
    await opened.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('2026年投诉').protection.unprotect();
      await context.sync();
    });
    expect(picture(opened.host.save())).toEqual(before);
    opened.host.workbook.readOnly = true;
    expect(await restore()).toMatchObject({ ok: false, code: 'accessDenied' });
    opened.host.workbook.readOnly = false;
    expect(picture(opened.host.save())).toEqual(before);
    openWorkbook(cleanLedger());
    expect(await restore()).toMatchObject({ ok: false, code: 'nothingToRestore' });
  });

  it('works on the oldest host that the manifest allows', async () => {
    const opened = openWorkbook(cleanLedger(), { profile: 'ltsc2021' });
    const before = picture(opened.host.save());
    valueOf(await build());
    valueOf(await restore());
    expect(picture(opened.host.save())).toEqual(before);
  });

  it('goes on without a table that somebody has turned into plain cells', async () => {
    const opened = openWorkbook(cleanLedger());
    const before = picture(opened.host.save());
    valueOf(await build());
    const { memory } = await standing();
    await opened.Excel.run(async (context) => {
      context.workbook.tables.getItem(memory.tableName).convertToRange();
      await context.sync();
    });
    valueOf(await restore());
    expect(picture(opened.host.save())).toEqual(before);
  });

  it('takes back what is left when the register’s sheet was deleted', async () => {
    const opened = openWorkbook(brokenUpLedger());
    const before = picture(opened.host.save());
    valueOf(await build());
    opened.host.userDeletesSheet('投诉登记台账');
    valueOf(await restore());
    expect(picture(opened.host.save())).toEqual(before);
  });
});
