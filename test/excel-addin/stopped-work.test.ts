import { describe, expect, it } from 'vitest';
import { columnLetters } from '../../core/register/cell-address.ts';
import { applyRegister } from '../../excel-addin/actions/apply-register.ts';
import { refreshRegister } from '../../excel-addin/actions/refresh-register.ts';
import { lookForRegister } from '../../excel-addin/actions/look-around.ts';
import { applyRestore, isRestoreBegun } from '../../excel-addin/actions/restore-register.ts';
import { createStore } from '../../excel-addin/pane-store.ts';
import { paneWork } from '../../excel-addin/pane-work.ts';
import { registerScreen } from '../../excel-addin/register-screen.ts';
import { restoreScreen } from '../../excel-addin/restore-screen.ts';
import { APPLY_STAGES } from '../../excel-addin/workbook/apply-plan.ts';
import { journalEdits, type JournalEdit } from '../../excel-addin/workbook/change-journal.ts';
import { RESTORE_STAGES } from '../../excel-addin/workbook/restore-register.ts';
import { brokenUpLedger, cleanLedger } from './ledger-fixture.ts';
import { AS_OF, build, openWorkbook, preview, resume, standing, valueOf, WORDS, ZONE } from './register-on-host.ts';
import { CONTEXT, differences, picture, REMOVE_ALL, restore, restoreToTheEnd, shown } from './restore-on-host.ts';

const LEDGERS = { 'in place': () => cleanLedger(12), 'on a new sheet': brokenUpLedger };

/** Stops when a stage has told its n-th piece. */
function stopAt(stage: string, piece = 1) {
  const stop = new AbortController();
  let told = 0;
  const onProgress = (at: string) => {
    if (at === stage && ++told === piece) stop.abort();
  };
  return { signal: stop.signal, onProgress };
}

const CANCELLED = { ok: false, code: 'cancelled' };
const pending = async () => valueOf(await lookForRegister(ZONE)).pending;

const AT_EACH_STAGE = APPLY_STAGES.slice(1).map((stage): [string, number] => [stage, 1]);

describe.each([
  ['in place', LEDGERS['in place'], AT_EACH_STAGE],
  ['on a new sheet', LEDGERS['on a new sheet'], AT_EACH_STAGE],
  ['between two requests', () => cleanLedger(400), [['values', 2]] as [string, number][]],
])('a build that is stopped %s', (_, ledger, stops) => {
  it('before its first write has written nothing', async () => {
    const { host } = openWorkbook(ledger());
    const before = picture(host.save());
    const made = await applyRegister(await preview(), { words: WORDS, ...stopAt('check') });
    expect(made).toMatchObject(CANCELLED);
    expect(await pending()).toBeNull();
    expect(differences(before, picture(host.save()))).toEqual([]);
  });

  it('is completed to the register that a run without a stop makes', async () => {
    const whole = openWorkbook(ledger());
    valueOf(await build());
    const expected = picture(whole.host.save());
    for (const [stage, piece] of stops) {
      const { host } = openWorkbook(ledger());
      const made = await applyRegister(await preview(), { words: WORDS, ...stopAt(stage, piece) });
      expect(made, stage).toMatchObject(CANCELLED);
      expect(await pending(), stage).not.toBeNull();
      valueOf(await resume());
      expect(differences(expected, picture(host.save())), stage).toEqual([]);
      expect(host.bugs).toEqual([]);
    }
  }, 120_000);

  it('is taken back to exactly what was', async () => {
    for (const [stage, piece] of stops) {
      const { host } = openWorkbook(ledger());
      const before = picture(host.save());
      await applyRegister(await preview(), { words: WORDS, ...stopAt(stage, piece) });
      valueOf(await restore());
      expect(differences(before, picture(host.save())), stage).toEqual([]);
      expect(host.bugs).toEqual([]);
    }
  }, 120_000);
});

describe.each(Object.entries(LEDGERS))('a restore that is stopped, built %s', (_, ledger) => {
  it('can be completed to exactly what was', async () => {
    for (const stage of RESTORE_STAGES) {
      const { host } = openWorkbook(ledger());
      const before = picture(host.save());
      valueOf(await build());
      const { signal, onProgress } = stopAt(stage);
      const made = await applyRestore(await shown(), REMOVE_ALL, CONTEXT, onProgress, signal);
      expect(made, stage).toMatchObject(CANCELLED);
      expect(valueOf(await isRestoreBegun()), stage).toBe(stage !== 'check');
      await restoreToTheEnd();
      expect(differences(before, picture(host.save())), stage).toEqual([]);
      expect(host.bugs).toEqual([]);
    }
  }, 120_000);
});

it.each([1, 2])(
  'a restore that is stopped while it undoes (%i) leaves the filters on, and is completed',
  async (piece) => {
    const sheet = '2026年投诉';
    const { host, Excel } = openWorkbook(cleanLedger(12));
    const before = picture(host.save());
    valueOf(await build());
    const { memory } = await standing();
    const numberAt = memory.columns.findIndex(({ role }) => role === 'number');
    const complaint = String(host.values(sheet, `${columnLetters(numberAt)}5`)[0]?.[0]);
    const edits = ['客户名称', '产品名称'].map((header): JournalEdit => {
      const address = `${columnLetters(memory.columns.findIndex((column) => column.header === header))}5`;
      const stood = String(host.values(sheet, address)[0]?.[0]);
      return {
        ...{ sheet, header, address, complaint, before: stood, after: `${stood}（改）` },
        ...{ beforeFormat: 'General', at: AS_OF, why: '写法统一' },
      };
    });
    await Excel.run(async (context) => {
      await journalEdits(context, edits);
      for (const { address, after } of edits)
        context.workbook.worksheets.getItem(sheet).getRange(address).values = [
          [typeof after === 'string' ? after : ''],
        ];
      context.workbook.tables
        .getItem(memory.tableName)
        .columns.getItemAt(numberAt)
        .filter.applyValuesFilter([complaint]);
      await context.sync();
    });
    const { signal, onProgress } = stopAt('undo', piece);
    expect(await applyRestore(await shown(), REMOVE_ALL, CONTEXT, onProgress, signal)).toMatchObject(CANCELLED);
    const isFiltered = await Excel.run(async (context) => {
      const { autoFilter } = context.workbook.tables.getItem(memory.tableName);
      autoFilter.load('isDataFiltered');
      await context.sync();
      return autoFilter.isDataFiltered;
    });
    expect(isFiltered).toBe(true);
    await restoreToTheEnd();
    expect(differences(before, picture(host.save()))).toEqual([]);
    expect(host.bugs).toEqual([]);
  },
);

describe('in the pane', () => {
  function pane() {
    const store = createStore('zh-CN');
    const work = paneWork(store);
    const register = registerScreen({
      ...{ store, work, zone: ZONE, words: (code) => code, now: () => AS_OF },
      onRegister: () => undefined,
    });
    const restoring = restoreScreen({
      ...{ store, work, now: () => AS_OF, register: register.register, onRestored: register.look },
    });
    const idle = async () => {
      await expect.poll(() => store.get().busy, { timeout: 20_000 }).toBeNull();
      await expect.poll(() => store.get().busy, { interval: 20 }).toBeNull();
    };
    /** Presses stop as soon as the button for it is there while this is being done. */
    const stopDuring = (code: string) => {
      let isPressed = false;
      store.listen(({ busy }) => {
        if (isPressed || busy?.code !== code || busy.canCancel !== true) return;
        isPressed = true;
        work.stop();
      });
    };
    return { store, register, restoring, idle, stopDuring };
  }

  async function previewed() {
    const opened = openWorkbook(cleanLedger(12));
    const made = pane();
    await made.register.look();
    made.register.callbacks.goToStep('preview');
    await made.idle();
    return { ...opened, ...made };
  }

  it('a build is stopped by its button; it is told at once, and completed', async () => {
    const { store, register, idle, stopDuring } = await previewed();
    stopDuring('pane.busy.values');
    register.callbacks.buildRegister();
    await idle();
    await expect.poll(() => store.get().notice).toMatchObject({ tone: 'info', code: 'pane.unfinished.stopped' });
    expect(store.get().setup).toMatchObject({ step: 'found', found: { unfinished: { sheet: '2026年投诉' } } });
    stopDuring('pane.busy.table');
    register.callbacks.resume();
    await idle();
    expect(store.get().notice).toMatchObject({ tone: 'info', code: 'pane.unfinished.stopped' });
    register.callbacks.resume();
    await idle();
    expect(store.get().setup.step).toBe('done');
    const { memory } = await standing();
    expect(valueOf(await refreshRegister(memory, { asOf: AS_OF })).cellsChanged).toBe(0);
  }, 60_000);

  it('a build that was stopped before it wrote leaves the preview as it is', async () => {
    const { store, register, idle, stopDuring, host } = await previewed();
    const before = picture(host.save());
    stopDuring('pane.busy.reading');
    register.callbacks.buildRegister();
    await idle();
    expect(store.get()).toMatchObject({
      notice: { tone: 'info', code: 'pane.notice.stopped' },
      setup: { step: 'preview' },
    });
    expect(differences(before, picture(host.save()))).toEqual([]);
  }, 60_000);

  it('a restore is stopped by its button; it is told at once, and completed', async () => {
    const { host } = openWorkbook(cleanLedger(12));
    const before = picture(host.save());
    valueOf(await build());
    const { store, register, restoring, idle, stopDuring } = pane();
    await register.look();
    restoring.callbacks.chooseRestore(REMOVE_ALL);
    await idle();
    stopDuring('restore.busy.columns');
    restoring.callbacks.confirmRestore();
    await idle();
    await expect.poll(() => store.get().notice).toMatchObject({ tone: 'info', code: 'restore.begun.stopped' });
    expect(store.get().restore).toMatchObject({ begun: true, plan: null });
    restoring.callbacks.previewRestore();
    await idle();
    restoring.callbacks.confirmRestore();
    await idle();
    expect(store.get().notice).toMatchObject({ tone: 'success' });
    expect(differences(before, picture(host.save()))).toEqual([]);
  }, 60_000);
});
