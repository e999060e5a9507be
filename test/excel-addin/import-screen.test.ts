import { expect, it } from 'vitest';
import { importScreen } from '../../excel-addin/import-screen.ts';
import { createStore } from '../../excel-addin/pane-store.ts';
import { paneWork } from '../../excel-addin/pane-work.ts';
import { importTally } from '../../excel-addin/taskpane/import-tally.ts';
import type { TwinChoice } from '../../excel-addin/taskpane/pane-state.ts';
import { refuse } from '../../core/outcome.ts';
import { complaint, envelope } from './complaints-fixture.ts';
import { cleanLedger } from './ledger-fixture.ts';
import { AS_OF, build, openWorkbook, standing, valueOf } from './register-on-host.ts';

const fileOf = (name: string, ...numbers: number[]) => {
  const complaints = numbers.map((number) => complaint(number, { values: complaint(1).values }));
  return new File([JSON.stringify(envelope(...complaints))], name);
};

async function opened() {
  openWorkbook(cleanLedger());
  valueOf(await build());
  const register = await standing();
  const store = createStore('zh-CN');
  const nobody = () => Promise.resolve(refuse('bridgeSilent'));
  const { callbacks } = importScreen({
    ...{ store, work: paneWork(store), now: () => AS_OF, register: () => register },
    bridge: { greet: () => undefined, askQueue: nobody, acknowledge: nobody, stop: () => undefined },
    onImported: () => Promise.resolve(),
    onWritten: () => undefined,
  });
  callbacks.readFiles([fileOf('a.redress.json', 1, 2), fileOf('b.redress.json', 2)]);
  await expect.poll(() => store.get().importing.preview, { timeout: 20_000 }).not.toBeNull();
  const preview = () => {
    const shown = store.get().importing.preview;
    if (shown === null) throw new Error('no preview');
    return shown;
  };
  return { store, callbacks, preview };
}

it('what several files repeat is told and taken once', async () => {
  const { preview } = await opened();
  expect(preview()).toMatchObject({ files: ['a.redress.json', 'b.redress.json'], added: 2, repeated: 1 });
});

it.each<[TwinChoice, object, object]>([
  ['import', { toAdd: 2, skipped: 0 }, { added: 2, skipped: 0 }],
  ['skip', { toAdd: 1, skipped: 1 }, { added: 1, skipped: 1, left: 0 }],
])('a look-alike counts as what is chosen for it: %s', async (choice, tally, result) => {
  const { store, callbacks, preview } = await opened();
  callbacks.chooseTwin(complaint(2).id, choice);
  expect(importTally(preview())).toMatchObject({ ...tally, linked: 0, isNone: false });
  callbacks.confirmImport();
  await expect.poll(() => store.get().importing.result, { timeout: 20_000 }).toMatchObject(result);
});

it('says so when everything is left out', async () => {
  const { preview } = await opened();
  const complaints = preview().complaints.flatMap((each) =>
    each.twin === null ? [] : [{ ...each, twin: { ...each.twin, choice: 'skip' as const } }],
  );
  expect(importTally({ ...preview(), complaints, added: 1 })).toMatchObject({ toAdd: 0, skipped: 1, isNone: true });
});
