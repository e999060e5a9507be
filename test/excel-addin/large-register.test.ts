import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../core/outcome.ts';
import { columnLetters } from '../../core/register/cell-address.ts';
import { applyRegister } from '../../excel-addin/actions/apply-register.ts';
import { importHandoff, previewHandoff } from '../../excel-addin/actions/import-handoff.ts';
import { makeFindingsSheet } from '../../excel-addin/actions/make-findings-sheet.ts';
import { refreshRegister } from '../../excel-addin/actions/refresh-register.ts';
import { applyRestore, previewRestore } from '../../excel-addin/actions/restore-register.ts';
import { readReview } from '../../excel-addin/actions/review-findings.ts';
import { readRegister } from '../../excel-addin/workbook/read-register.ts';
import { readSheets } from '../../excel-addin/workbook/read-sheets.ts';
import type { OpenedHost } from '../excel-host/node/open-host.ts';
import { complaint, envelope } from './complaints-fixture.ts';
import { cleanLedger } from './ledger-fixture.ts';
import { AS_OF, build, openWorkbook, preview, standing, valueOf, WORDS } from './register-on-host.ts';
import { CONTEXT, differences, picture, REMOVE_ALL } from './restore-on-host.ts';

/**
 * A host that takes and gives no more than so much at once, and a ledger that is many times as large: as 5 MB are to the
 * largest ledgers. A read of ten thousand cells and a write of `CHARACTERS_A_REQUEST` fit.
 */
const LIMIT = 700 * 1024;
const ROWS = 600;

function openLarge(rows = ROWS): OpenedHost {
  const opened = openWorkbook(cleanLedger(rows));
  Object.assign(opened.host, { profile: { ...opened.host.profile, payloadLimit: LIMIT } });
  return opened;
}

type Told = [stage: string, done: number, of: number][];

const table = async () => valueOf(await readRegister((await standing()).memory.tableName));

describe('with a ledger many times as large as one message', () => {
  it('all is done within the limit, and progress is told', { timeout: 120_000 }, async () => {
    const opened = openLarge();
    const before = valueOf(await readSheets());
    const told: Told = [];
    const onProgress = (stage: string, done: number, of: number) => told.push([stage, done, of]);
    const steps = (stage: string) => told.filter(([name, , of]) => name === stage && of > 1).length;

    valueOf(await applyRegister(await preview(), { words: WORDS, onProgress }));
    expect(steps('values')).toBeGreaterThan(1);

    const { memory } = await standing();
    const refreshed = valueOf(await refreshRegister(memory, { asOf: AS_OF, onProgress }));
    expect(refreshed.rowsLooked).toBe(ROWS);
    for (const stage of ['reading', 'checkingRows']) expect(steps(stage)).toBeGreaterThan(1);

    const review = valueOf(await readReview(memory, { asOf: AS_OF, onProgress }));
    expect(steps('comparing')).toBeGreaterThan(0);
    valueOf(await makeFindingsSheet(review, { at: AS_OF, accepted: [] }));

    const input = envelope(...Array.from({ length: 1_000 }, (_, index) => complaint(index + 1)));
    const shown = valueOf(await previewHandoff(input, memory));
    const done = valueOf(
      await importHandoff(shown.reading, memory, AS_OF, { onProgress: (at, of) => onProgress('import', at, of) }),
    );
    expect(done.added).toHaveLength(1_000);
    expect(steps('import')).toBe(4);
    expect((await table()).rows).toHaveLength(ROWS + 1_000);

    const restore = valueOf(await previewRestore(REMOVE_ALL, CONTEXT));
    valueOf(await applyRestore(restore, REMOVE_ALL, CONTEXT, onProgress));
    const after = valueOf(await readSheets());
    const ledger = after.find(({ name }) => name === before[0]?.name);
    expect(JSON.stringify(ledger?.values.slice(0, ROWS)) === JSON.stringify(before[0]?.values.slice(0, ROWS))).toBe(
      true,
    );
    expect(opened.host.requests.filter(({ error }) => error !== null)).toEqual([]);
    expect(opened.host.bugs).toEqual([]);
  });
});

describe('stopped on the way', () => {
  /** Begins, stops at the first sign of a stage, and answers what came of it. */
  async function stopped<T>(
    stage: string,
    work: (stop: { signal: AbortSignal; onProgress: (at: string) => void }) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    const stop = new AbortController();
    return work({ signal: stop.signal, onProgress: (at) => (at === stage ? stop.abort() : undefined) });
  }

  it.each(['reading', 'checkingRows'])('a refresh while %s writes nothing, and the next does it all', async (stage) => {
    const { host } = openLarge(200);
    valueOf(await build());
    const { memory, sheet } = await standing();
    const { area } = await table();
    const column = columnLetters(area.column + memory.columns.findIndex(({ role }) => role === 'gradeReason'));
    const first = area.row + 2;
    host.userEdits(
      sheet,
      `${column}${first}:${column}${first + 199}`,
      Array.from({ length: 200 }, () => ['']),
    );
    const before = picture(host.save());
    const made = await stopped(stage, (stop) => refreshRegister(memory, { asOf: AS_OF, ...stop }));
    expect(made).toMatchObject({ ok: false, code: 'cancelled' });
    expect(differences(before, picture(host.save()))).toEqual([]);
    expect(valueOf(await refreshRegister(memory, { asOf: AS_OF })).cellsChanged).toBe(200);
    expect(valueOf(await refreshRegister(memory, { asOf: AS_OF })).cellsChanged).toBe(0);
  });

  it.each(['reading', 'checkingRows', 'comparing'])('looking for findings while %s writes nothing', async (stage) => {
    const { host } = openLarge(200);
    valueOf(await build());
    const { memory } = await standing();
    const before = picture(host.save());
    const made = await stopped(stage, (stop) => readReview(memory, { asOf: AS_OF, ...stop }));
    expect(made).toMatchObject({ ok: false, code: 'cancelled' });
    expect(differences(before, picture(host.save()))).toEqual([]);
  });

  it('an import holds whole stretches of complaints, and the next takes the rest', async () => {
    openLarge(12);
    valueOf(await build());
    const { memory } = await standing();
    const input = envelope(...Array.from({ length: 1_000 }, (_, index) => complaint(index + 1)));
    const { reading } = valueOf(await previewHandoff(input, memory));
    const stop = new AbortController();
    const onProgress = (at: number) => (at >= 250 ? stop.abort() : undefined);
    const made = valueOf(await importHandoff(reading, memory, AS_OF, { signal: stop.signal, onProgress }));
    expect(made).toMatchObject({ isStopped: true, left: 1_000 - made.added.length });
    expect((await table()).rows).toHaveLength(12 + made.added.length);
    const rest = valueOf(await importHandoff(reading, memory, AS_OF));
    expect(rest.added).toHaveLength(1_000 - made.added.length);
    expect((await table()).rows).toHaveLength(1_012);
  });
});
