import { expect, it, vi } from 'vitest';
import { createStore } from '../../excel-addin/pane-store.ts';
import { paneWork } from '../../excel-addin/pane-work.ts';
import { statisticsScreen } from '../../excel-addin/statistics-screen.ts';
import { cleanLedger } from './ledger-fixture.ts';
import { AS_OF, build, openWorkbook, standing, valueOf } from './register-on-host.ts';

vi.mock('../../excel-addin/workbook/register-place.ts', async (original) => ({
  ...(await original<object>()),
  followRegister: () => Promise.resolve({ ok: false, code: 'sheetProtected', detail: {} }),
}));

it('figures are shown, and the trouble told, though the links of a paper cannot be put right', async () => {
  openWorkbook(cleanLedger());
  valueOf(await build());
  const register = await standing();
  const store = createStore('zh-CN');
  const statistics = statisticsScreen({
    store,
    work: paneWork(store),
    now: () => AS_OF,
    register: () => register,
    open: () => undefined,
  });
  await statistics.enter();
  expect(store.get().statistics.shown).not.toBeNull();
  expect(store.get().notice?.code).toBe('pane.trouble.sheetProtected');
}, 60_000);
