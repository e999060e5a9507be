import { describe, expect, it } from 'vitest';
import { done } from '../../core/outcome.ts';
import { columnLetters } from '../../core/register/cell-address.ts';
import { translate } from '../../core/wording/translate.ts';
import { createStore } from '../../excel-addin/pane-store.ts';
import { paneWork } from '../../excel-addin/pane-work.ts';
import { refreshScreen } from '../../excel-addin/refresh-screen.ts';
import { insertCells } from '../excel-host/model/shift-cells.ts';
import { cleanLedger } from './ledger-fixture.ts';
import { AS_OF, build, openWorkbook, standing, valueOf } from './register-on-host.ts';

/** A register whose pane has just been opened, and a person who edits it while no event is heard. */
async function stage() {
  const opened = openWorkbook(cleanLedger());
  valueOf(await build());
  const register = await standing();
  const store = createStore('zh-CN');
  const screen = refreshScreen({
    ...{ store, work: paneWork(store), now: () => AS_OF },
    words: (code, params) => translate('zh-CN', code, params),
    readEvents: () => Promise.resolve(done(() => [])),
    onChanged: () => undefined,
    onMemory: () => undefined,
  });
  await screen.follow(register);
  await screen.scan();
  store.set({ notice: null });
  const area = opened.host.workbook.tableNamed(register.memory.tableName)?.area;
  if (area === undefined) throw new Error('no table');
  const at = (column: number, row: number) => `${columnLetters(area.column + column)}${String(area.row + 1 + row)}`;
  const state = register.memory.columns.findIndex(({ role }) => role.startsWith('deadlineState:'));
  return {
    ...{ screen, store },
    addColumn: () => {
      const place = { row: 0, column: area.column + 3, rows: 1_048_576, columns: 1 };
      insertCells(opened.host.sheet(register.sheet), place, 'Right', []);
      opened.host.userEdits(register.sheet, at(3, 0), [['满意度']]);
    },
    typeOver: () => opened.host.userEdits(register.sheet, at(state, 1), [['已经回复']]),
    told: () => {
      const { notice } = store.get();
      return notice === null ? '' : translate('zh-CN', notice.code, notice.params);
    },
  };
}

describe('what a refresh tells', () => {
  it.each(['refreshRegister', 'recalculate'] as const)('is all of it, and stays to be read after %s', async (how) => {
    const { screen, store, addColumn, typeOver, told } = await stage();
    typeOver();
    addColumn();
    if (how === 'recalculate') await screen.recalculate();
    else screen.callbacks.refreshRegister();
    await expect.poll(() => store.get().busy, { timeout: 10_000 }).toBe(null);
    expect(told()).toContain('“已经回复”已换回公式');
    expect(told()).toContain('已识别新列：“满意度”');
    expect(store.get().notice?.tone).toBe('warning');
  });

  it('is the success where there is nothing else', async () => {
    const { screen, store, addColumn, told } = await stage();
    await screen.recalculate();
    expect(store.get().notice?.code).toBe('refresh.unchanged');
    addColumn();
    await screen.recalculate();
    expect(told()).toMatch(/^已识别新列/);
  });
});
