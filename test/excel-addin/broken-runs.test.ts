import { beforeAll, describe, expect, it } from 'vitest';
import type { SheetReading } from '../../core/register/sheet-reading.ts';
import { applyRegister } from '../../excel-addin/actions/apply-register.ts';
import { lookForRegister } from '../../excel-addin/actions/look-around.ts';
import { readSheets } from '../../excel-addin/workbook/read-sheets.ts';
import type { OpenedHost } from '../excel-host/node/open-host.ts';
import { brokenUpLedger, cleanLedger } from './ledger-fixture.ts';
import { build, openWorkbook, preview, resume, standing, valueOf, WORDS, ZONE } from './register-on-host.ts';

/** `every`: on a new sheet only every third request is broken off; the stages are the same. */
const LEDGERS = {
  'in place': { ledger: () => cleanLedger(70), every: 1 },
  'on a new sheet': { ledger: brokenUpLedger, every: 3 },
};
const quiet = { words: WORDS, onProgress: () => undefined };

interface Expected {
  sheets: SheetReading[];
  formats: number;
  requests: number;
  actions: number;
}

/** All colour rules over the register: doubled ones would be seen nowhere else. */
async function colourRules({ Excel }: OpenedHost): Promise<number> {
  const { memory } = await standing();
  return Excel.run(async (context) => {
    const count = context.workbook.tables.getItem(memory.tableName).getRange().conditionalFormats.getCount();
    await context.sync();
    return count.value;
  });
}

/** Runs with a fault, then as a user would: what is unfinished is completed, what never began is built. */
async function runBrokenAndComplete(opened: OpenedHost, plan: (host: OpenedHost['host']) => void): Promise<boolean> {
  const shown = await preview();
  plan(opened.host);
  const first = await applyRegister(shown, quiet);
  if (first.ok) return false;
  const { pending, register } = valueOf(await lookForRegister(ZONE));
  if (pending !== null) valueOf(await resume());
  else if (register === null) valueOf(await build());
  return true;
}

describe.each(Object.entries(LEDGERS))('a run %s that breaks off', { timeout: 240_000 }, (_, { ledger, every }) => {
  let expected: Expected;

  beforeAll(async () => {
    const opened = openWorkbook(ledger());
    const shown = await preview();
    const before = opened.host.requests.length;
    valueOf(await applyRegister(shown, quiet));
    const requests = opened.host.requests.slice(before);
    expected = {
      requests: requests.length,
      actions: requests.reduce((sum, { actions }) => sum + actions, 0),
      sheets: valueOf(await readSheets()),
      formats: await colourRules(opened),
    };
  });

  const check = async (opened: OpenedHost) => {
    expect(valueOf(await readSheets())).toEqual(expected.sheets);
    expect(await colourRules(opened)).toBe(expected.formats);
    expect(valueOf(await lookForRegister(ZONE)).pending).toBeNull();
    expect(opened.host.bugs).toEqual([]);
  };

  it('at whichever request is completed by the next run, and nothing comes twice', async () => {
    let broken = 0;
    for (let request = 1; request <= expected.requests; request += every) {
      const opened = openWorkbook(ledger());
      const broke = await runBrokenAndComplete(opened, (host) => host.faults.abortRequest(request));
      if (broke) broken++;
      await check(opened);
    }
    // Only the client's own tidying after a batch may fail unnoticed.
    expect(broken).toBeGreaterThan(expected.requests / every - 4);
  });

  it('in the middle of a request, after some of its actions were done, likewise', async () => {
    const steps = 8;
    for (let step = 1; step <= steps; step++) {
      const action = Math.round((step * expected.actions) / (steps + 1));
      const opened = openWorkbook(ledger());
      // A refusal would not break off the work that a register can do without: the layout of a page.
      await runBrokenAndComplete(opened, (host) => host.faults.failAction(action, 'RequestAborted'));
      await check(opened);
    }
  });

  it('takes few round trips when it does not break off', () => {
    expect(expected.requests).toBeLessThan(40);
  });
});
