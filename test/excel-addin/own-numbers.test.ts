import { describe, expect, it } from 'vitest';
import { importHandoff } from '../../excel-addin/actions/import-handoff.ts';
import { createStore } from '../../excel-addin/pane-store.ts';
import { paneWork } from '../../excel-addin/pane-work.ts';
import { registerScreen } from '../../excel-addin/register-screen.ts';
import { readRegister } from '../../excel-addin/workbook/read-register.ts';
import { complaint, envelope } from './complaints-fixture.ts';
import { workbookOf } from './ledger-fixture.ts';
import { AS_OF, openWorkbook, standing, valueOf, ZONE } from './register-on-host.ts';

const LEDGER = workbookOf([
  {
    name: '投诉台账',
    rows: [
      ['投诉编号', '投诉日期', '客户名称', '联系电话', '批号', '投诉内容', '处理结果'],
      ...[1, 2, 3, 4, 5].map((count) => [
        count === 4 ? null : `TS-2026-${String(count).padStart(3, '0')}`,
        `2026-11-0${String(count)}`,
        `第${String(count)}搅拌站`,
        `1391234567${String(count)}`,
        `0${String(count)}`,
        `第${String(count)}车灰结块，泵送堵管`,
        '换货',
      ]),
    ],
  },
]);

async function previewed() {
  openWorkbook(LEDGER);
  const store = createStore('zh-CN');
  const { look, callbacks } = registerScreen({
    ...{ store, work: paneWork(store), words: (code: string) => code, zone: ZONE, now: () => AS_OF },
    onRegister: () => undefined,
  });
  await look();
  callbacks.goToStep('mapping');
  callbacks.goToStep('preview');
  const numbers = () => store.get().setup.preview?.numbers;
  await expect.poll(numbers, { timeout: 20_000 }).toBeDefined();
  const built = async () => {
    callbacks.buildRegister();
    await expect.poll(() => store.get().setup.step, { timeout: 30_000 }).toBe('done');
    const { memory } = await standing();
    valueOf(await importHandoff({ envelope: envelope(complaint(1)), rejected: [] }, memory, AS_OF));
    const { rows } = valueOf(await readRegister(memory.tableName));
    const of = (role: string) => rows.map((row) => row[memory.columns.findIndex((column) => column.role === role)]);
    return { numbers: of('number'), own: of('user:0') };
  };
  return { callbacks, numbers, built };
}

describe('a ledger that numbers its complaints itself', () => {
  const own = ['TS-2026-001', 'TS-2026-002', 'TS-2026-003'];

  it('goes on behind its greatest number, after the preview has said so', async () => {
    const { numbers, built } = await previewed();
    expect(numbers()).toEqual({
      ...{ last: 'TS-2026-005', next: 'TS-2026-007', daily: '20261122-001', anew: 'yearly', goesOn: true },
    });
    // The row without a number gets one as well.
    expect(await built()).toEqual({
      numbers: [...own, 'TS-2026-006', 'TS-2026-005', 'TS-2026-007'],
      // Of the team's own cells none is changed; the new row has its number there as well.
      own: [...own, '', 'TS-2026-005', 'TS-2026-007'],
    });
    expect((await standing()).memory.team?.numberPattern).toBe('TS-{yyyy}-{nnn}');
  });

  it('is numbered by the day where somebody chooses so', async () => {
    const { callbacks, numbers, built } = await previewed();
    callbacks.chooseNumbers(false);
    await expect.poll(() => numbers()?.goesOn, { timeout: 20_000 }).toBe(false);
    expect(await built()).toEqual({
      numbers: [...own, '20261104-001', 'TS-2026-005', '20261122-001'],
      own: [...own, '', 'TS-2026-005', ''],
    });
    expect((await standing()).memory.team?.numberPattern ?? null).toBeNull();
  });
});
