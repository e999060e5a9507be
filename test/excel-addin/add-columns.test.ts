import { describe, expect, it } from 'vitest';
import { cellAddress } from '../../core/register/cell-address.ts';
import { addMissingColumns, columnsToAdd } from '../../excel-addin/actions/add-columns.ts';
import { refreshRegister } from '../../excel-addin/actions/refresh-register.ts';
import { changeMemory } from '../../excel-addin/workbook/register-memory.ts';
import { brokenUpLedger, cleanLedger } from './ledger-fixture.ts';
import { AS_OF, build, openWorkbook, standing, valueOf, WORDS } from './register-on-host.ts';
import { differences, picture, restoreToTheEnd } from './restore-on-host.ts';

const TEAM = { laws: ['law-cn-consumer'], numberPattern: null, words: [], headers: [] };

/** A register whose team switches a law on afterwards. */
async function withLaw(ledger = cleanLedger()) {
  const opened = openWorkbook(ledger);
  const before = picture(opened.host.save());
  valueOf(await build());
  const { memory } = await standing();
  const { open } = valueOf(await refreshRegister(memory, { asOf: AS_OF }));
  const changed = valueOf(await changeMemory(memory, (own) => ({ ...own, team: TEAM })));
  return { opened, before, memory, changed, open };
}

async function refreshed() {
  return valueOf(await refreshRegister((await standing()).memory, { asOf: AS_OF }));
}

describe('columns that a register lacks', () => {
  it('are none of a register just made, and those of a law that was switched on', async () => {
    const { memory, changed, open } = await withLaw();
    expect(columnsToAdd(memory, open)).toEqual([]);
    const roles = columnsToAdd(changed, open).map(({ role }) => role);
    expect(roles).toContain('deadline:cnConsumerRefund');
    expect(roles.every((role) => /^(deadline|deadlineState):cnConsumer|^field:/.test(role))).toBe(true);
  });

  it.each([
    ['in place', cleanLedger],
    ['on a sheet of its own', brokenUpLedger],
  ])('are added at the right edge with consent, filled, and taken back with all else (%s)', async (_, ledger) => {
    const { opened, before, changed, open } = await withLaw(ledger());
    const wanted = columnsToAdd(changed, open);
    const header = open.cells.header;
    valueOf(await addMissingColumns(changed, open, WORDS));
    const { open: now, memory } = await refreshed();
    expect(now.cells.header).toEqual([...header, ...wanted.map((column) => column.header)]);
    expect(columnsToAdd(memory, now)).toEqual([]);
    const state = now.columns.findIndex(({ role }) => role.startsWith('deadlineState:cnConsumer'));
    expect(now.cells.values.every((row) => String(row[state]) !== '')).toBe(true);
    await restoreToTheEnd();
    expect(differences(before, picture(opened.host.save()))).toEqual([]);
    expect(opened.host.bugs).toEqual([]);
  });

  it('are not laid over what somebody has put there', async () => {
    const { opened, changed, open } = await withLaw();
    const { sheet, area } = open.cells;
    const { host } = opened;
    host.userEdits(sheet, cellAddress(area.row + 3, area.column + area.columnCount + 1), [['mine']]);
    const untouched = picture(host.save());
    expect(await addMissingColumns(changed, open, WORDS)).toMatchObject({ ok: false, code: 'placeTaken' });
    expect(picture(host.save())).toEqual(untouched);
  });

  it('come once, wherever the first try broke off, and are taken back', async () => {
    const whole = await withLaw();
    const first = whole.opened.host.requests.length;
    valueOf(await addMissingColumns(whole.changed, whole.open, WORDS));
    const actions = whole.opened.host.requests.slice(first).reduce((sum, request) => sum + request.actions, 0);
    const header = (await refreshed()).open.cells.header;
    for (let action = 1; action <= actions; action += Math.ceil(actions / 9)) {
      const { opened, before, changed, open } = await withLaw();
      opened.host.faults.failAction(action, 'GeneralException');
      await addMissingColumns(changed, open, WORDS);
      const again = await refreshed();
      valueOf(await addMissingColumns(again.memory, again.open, WORDS));
      expect((await refreshed()).open.cells.header, `broken off at ${action}`).toEqual(header);
      await restoreToTheEnd();
      expect(differences(before, picture(opened.host.save())), `broken off at ${action}`).toEqual([]);
    }
  }, 120_000);
});
