import { expect, it } from 'vitest';
import { createStore } from '../../excel-addin/pane-store.ts';
import { paneWork } from '../../excel-addin/pane-work.ts';
import { registerScreen } from '../../excel-addin/register-screen.ts';
import { cleanLedger } from './ledger-fixture.ts';
import { AS_OF, openWorkbook, standing, ZONE } from './register-on-host.ts';

async function mapping() {
  openWorkbook(cleanLedger(6));
  const store = createStore('zh-CN');
  const screen = registerScreen({
    ...{ store, work: paneWork(store), words: (code: string) => code, zone: ZONE, now: () => AS_OF },
    onRegister: () => undefined,
  });
  await screen.look();
  screen.callbacks.goToStep('mapping');
  const question = (id: string) => {
    const found = store.get().setup.mapping?.questions.find(({ blank }) => blank.id === id);
    if (found === undefined) throw new Error(`no question ${id}`);
    return found;
  };
  return { ...screen.callbacks, store, question, setup: () => store.get().setup };
}

const CLOSING = 'targets.closing.general';

it('takes answers to the policy’s blanks before the register is made, and builds by them', async () => {
  const { answerBeforehand, goToStep, buildRegister, question, setup, store } = await mapping();
  const target = { unit: 'calendarDays', amount: 40 } as const;
  answerBeforehand(question(CLOSING), { kind: 'target', target });
  expect(question(CLOSING)).toMatchObject({ isAnswered: true, answer: { kind: 'target', target } });
  // What is suggested for the other grades is still on offer, and does not count yet.
  expect(setup().mapping?.company?.targets).toEqual({ closing: { general: target } });
  goToStep('preview');
  await expect.poll(() => setup().step, { timeout: 20_000 }).toBe('preview');
  await expect.poll(() => store.get().busy).toBeNull();
  buildRegister();
  await expect.poll(() => setup().step, { timeout: 30_000 }).toBe('done');
  const { memory } = await standing();
  expect(memory.company?.targets).toEqual({ closing: { general: target } });
}, 60_000);

it('takes an answer back', async () => {
  const { answerBeforehand, question, setup } = await mapping();
  answerBeforehand(question(CLOSING), { kind: 'target', target: { unit: 'calendarDays', amount: 40 } });
  answerBeforehand(question(CLOSING), null);
  expect(question(CLOSING).isAnswered).toBe(false);
  expect(setup().mapping?.company?.targets['closing'] ?? {}).toEqual({});
});
