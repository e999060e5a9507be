import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnLetters } from '../../core/register/cell-address.ts';
import { recordEvents } from '../../excel-addin/actions/record-events.ts';
import { brokenUpLedger, cleanLedger } from './ledger-fixture.ts';
import { liveOn, type Living } from './living-on-host.ts';
import { AS_OF, build, openWorkbook, standing, valueOf } from './register-on-host.ts';
import { picture, restore, unmarked } from './restore-on-host.ts';

const LEDGERS = { 'in place': () => cleanLedger(8), 'on a new sheet': brokenUpLedger };

/** A register in use: what people do to it, each thing on a row. */
async function inUse(opened: ReturnType<typeof openWorkbook>) {
  const living: Living = await liveOn(opened);
  const { memory, sheet } = await standing();
  const area = opened.host.workbook.tableNamed(memory.tableName)?.area;
  if (area === undefined) throw new Error('no table');
  const cell = (role: string, row: number) => {
    const at = memory.columns.findIndex((column) => column.role === role || column.fields.join() === role);
    return columnLetters(area.column + at) + String(area.row + 2 + row);
  };
  const valueAt = (address: string) => opened.host.values(sheet, address)[0]?.[0] ?? '';
  const undo: (() => void)[] = [];
  const type = (address: string, value: string | number | boolean) => {
    opened.host.userEdits(sheet, address, [[value]]);
  };
  const deeds = {
    decide: (row: number) => {
      type(cell('grade', row), '重大');
    },
    typeOverState: (row: number) => {
      const at = memory.columns.find(({ role }) => role.startsWith('deadlineState:'))?.role ?? '';
      type(cell(at, row), '好了');
    },
    rewrite: (row: number) => {
      const address = cell('description', row);
      const before = valueAt(address);
      type(address, '员工受伤，已送医院');
      undo.unshift(() => {
        type(address, before);
      });
    },
    record: async (row: number) => {
      const number = String(valueAt(cell('number', row)));
      const common = { occurredAt: AS_OF, recordedAt: AS_OF, by: '王芳' };
      const events = [{ kind: 'acknowledged' as const, id: `ack-${String(row)}`, ...common }];
      const known = (await standing()).memory;
      valueOf(await recordEvents({ memory: known, number, events, asOf: AS_OF }));
    },
    refresh: async () => {
      valueOf((await living.register.refresh()) ?? { ok: false, code: 'none', detail: {} });
    },
  };
  return { ...living, deeds, undo };
}

const DEEDS = ['decide', 'typeOverState', 'rewrite', 'record', 'refresh'] as const;

function sameSheets(seen: Record<string, unknown>, like: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.keys(like).map((name) => [name, seen[name]]));
}

describe.each(Object.entries(LEDGERS))('a register %s', (_, ledger) => {
  it('that was worked with is taken back to what people wrote, and made again as at first', async () => {
    const anyLife = fc.array(fc.tuple(fc.constantFrom(...DEEDS), fc.integer({ min: 0, max: 3 })), {
      minLength: 2,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(anyLife, async (life) => {
        const opened = openWorkbook(ledger());
        // A sheet that is kept bears its mark.
        const pictured = () => {
          const { names, ...sheets } = picture(opened.host.save());
          return { ...sheets, names: unmarked(names) };
        };
        const before = pictured();
        valueOf(await build());
        const built = pictured();
        const { deeds, settle, undo, register } = await inUse(opened);
        for (const [deed, row] of life) {
          await deeds[deed](row);
          await settle();
        }
        for (const act of undo) act();
        await settle();
        await register.leave();
        valueOf(await restore());
        const restored = pictured();
        expect(sameSheets(restored, before)).toEqual(before);
        // What people decided or recorded in our columns has no other place than a sheet of its own.
        const isDecided = life.some(([deed]) => deed === 'decide' || deed === 'record');
        expect(Object.keys(restored).length - Object.keys(before).length).toBeLessThanOrEqual(isDecided ? 1 : 0);
        valueOf(await build());
        expect(sameSheets(pictured(), built)).toEqual(built);
        expect(opened.host.bugs).toEqual([]);
      }),
      { numRuns: 5 },
    );
  });
});
