import { describe, expect, it } from 'vitest';
import { done } from '../../core/outcome.ts';
import { answerBlank } from '../../core/policy/answer-blank.ts';
import { findPack } from '../../core/policy/packs.ts';
import type { PolicyPack } from '../../core/policy/policy-pack.ts';
import type { RegisterMemory } from '../../core/register/register-plan.ts';
import { readRegisterSettings, rememberedSettings, withSettings } from '../../excel-addin/actions/register-settings.ts';
import { suggestedPauses } from '../../core/policy/suggested-pauses.ts';
import { cellAddress } from '../../core/register/cell-address.ts';
import { refreshRegister } from '../../excel-addin/actions/refresh-register.ts';
import { settingsWhatIf } from '../../excel-addin/actions/settings-what-if.ts';
import { createStore } from '../../excel-addin/pane-store.ts';
import { paneWork } from '../../excel-addin/pane-work.ts';
import { settingsScreen } from '../../excel-addin/settings-screen.ts';
import { readSheets } from '../../excel-addin/workbook/read-sheets.ts';
import { changeMemory } from '../../excel-addin/workbook/register-memory.ts';
import { cleanLedger } from './ledger-fixture.ts';
import { AS_OF, build, openWorkbook, standing, valueOf } from './register-on-host.ts';

const PACK = findPack('general') as PolicyPack;

/** The memory with another limit for closing ordinary complaints. */
function closingIn(memory: RegisterMemory, amount: number): RegisterMemory {
  const blank = { id: 'targets.closing.general', answer: { kind: 'target' as const } };
  const target = { unit: 'calendarDays' as const, amount };
  const company = valueOf(answerBlank(PACK, memory.company, blank, { kind: 'target', target }));
  return withSettings(memory, { ...rememberedSettings(memory), company });
}

async function screen(now = AS_OF) {
  const opened = openWorkbook(cleanLedger(8));
  valueOf(await build());
  let register = await standing();
  const store = createStore('zh-CN');
  const recalculated: boolean[] = [];
  const made = settingsScreen({
    ...{ store, work: paneWork(store), now: () => now, register: () => register },
    readEvents: () => Promise.resolve(done(() => [])),
    onSettings: async (memory, isRecalculated) => {
      register = { ...register, memory };
      recalculated.push(isRecalculated);
      if (isRecalculated) valueOf(await refreshRegister(memory, { asOf: AS_OF }));
    },
  });
  /** Waits until nothing is under way. */
  const settle = async () => {
    for (let quiet = 0; quiet < 20;) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      quiet = store.get().busy === null ? quiet + 1 : 0;
    }
  };
  const shown = () => {
    const found = store.get().settings.shown;
    if (found === null) throw new Error('not open');
    return found;
  };
  return { opened, store, recalculated, settle, shown, ...made, register: () => register };
}

describe('the settings', () => {
  it('have today’s date by the register’s clock, wherever the pane runs', async () => {
    const { callbacks, settle, shown, store } = await screen('2026-11-22T17:30:00Z');
    callbacks.openSettings();
    await settle();
    expect(store.get().settings.shown).not.toBeNull();
    expect(shown().today).toBe('2026-11-23');
  });
});

describe('what the company sets for itself', () => {
  const [, second] = suggestedPauses(PACK);
  const stops = second?.stops ?? [];
  const named = (name: string) => ({ 'zh-CN': name, 'zh-TW': name, en: name });
  const pause = (name: string, capDays: number | null = 5) => ({
    ...{ label: named(name), capDays, noteNeeded: false, stops },
  });

  it('a reason to pause is added, renamed, given up and taken up again, and the sheet says the same', async () => {
    const { callbacks, settle, shown, register, store, opened } = await screen();
    callbacks.openSettings();
    await settle();
    callbacks.makeSettingsSheet();
    await settle();
    const reasons = () => shown().company?.answers;
    const onSheet = () => opened.host.values('设置', 'A1:AZ300').flat();
    callbacks.putPause(pause('等客户寄样'), null);
    await settle();
    callbacks.putPause(pause('等专家', null), null);
    await settle();
    callbacks.putPause(pause('等客户寄回样品', 9), 'own1');
    await settle();
    expect(reasons()?.pauseReasons).toEqual([
      { ...pause('等客户寄回样品', 9), id: 'own1' },
      { ...pause('等专家', null), id: 'own2' },
    ]);
    expect(onSheet()).toEqual(expect.arrayContaining(['等客户寄回样品', '等专家']));
    callbacks.dropPause('own1');
    await settle();
    expect(reasons()).toEqual({
      pauseReasons: [{ ...pause('等专家', null), id: 'own2' }],
      retiredPauses: [{ ...pause('等客户寄回样品', 9), id: 'own1' }],
    });
    expect(onSheet()).not.toContain('等客户寄回样品');
    callbacks.putPause(pause('等现场'), null);
    await settle();
    callbacks.putPause(pause('等客户寄回样品', 9), 'own1');
    await settle();
    expect(reasons()?.pauseReasons?.map(({ id }) => id)).toEqual(['own2', 'own3', 'own1']);
    expect(reasons()?.retiredPauses).toBeUndefined();
    const now = valueOf(await readRegisterSettings(register().memory));
    expect(now).toMatchObject({ problems: [], isChanged: false });
    // What makes no sense is not kept.
    callbacks.putPause(pause('永远', -1), null);
    await settle();
    expect(reasons()?.pauseReasons).toHaveLength(3);
    expect(store.get().notice).toMatchObject({ tone: 'error' });
  });

  it('a day of its own moves deadlines once that was agreed to, and is on the sheet', async () => {
    const { callbacks, settle, shown, register, recalculated } = await screen();
    callbacks.openSettings();
    await settle();
    callbacks.makeSettingsSheet();
    await settle();
    callbacks.answerQuestion(shown().questions.find(({ blank }) => blank.id === 'targets.closing.general') ?? never(), {
      kind: 'target',
      target: { unit: 'workDays', amount: 90 },
    });
    await settle();
    callbacks.takeEffects();
    await settle();
    const day = { date: '2026-12-08', windows: [], note: '厂庆' };
    callbacks.putDay(day);
    await settle();
    expect(shown().effects?.count).toBeGreaterThan(0);
    callbacks.takeEffects();
    await settle();
    expect(shown().company?.calendar?.overrides).toEqual([day]);
    expect(recalculated).toEqual([true, true]);
    callbacks.putDay({ ...day, note: '停电' });
    await settle();
    expect(shown().company?.calendar?.overrides).toEqual([{ ...day, note: '停电' }]);
    expect(valueOf(await readRegisterSettings(register().memory))).toMatchObject({ problems: [], isChanged: false });
    callbacks.dropDay(day.date);
    await settle();
    callbacks.takeEffects();
    await settle();
    expect(shown().company?.calendar?.overrides).toEqual([]);
    expect(valueOf(await readRegisterSettings(register().memory))).toMatchObject({ problems: [], isChanged: false });
  });
});

function never(): never {
  throw new Error('no question');
}

describe('a change of settings', () => {
  it('tells beforehand exactly the cells that the refresh then changes, and writes nothing', async () => {
    openWorkbook(cleanLedger(12));
    valueOf(await build());
    const { memory } = await standing();
    const before = valueOf(await readSheets());
    const after = closingIn(memory, 40);
    const effects = valueOf(await settingsWhatIf(memory, after, { asOf: AS_OF }));
    expect(valueOf(await readSheets())).toEqual(before);
    expect(effects.changed.length).toBeGreaterThan(0);
    valueOf(await changeMemory(memory, () => after));
    valueOf(await refreshRegister(after, { asOf: AS_OF }));
    const found = valueOf(await settingsWhatIf(memory, after, { asOf: AS_OF }));
    // Once it is done, going back tells the same complaints the other way round.
    const back = valueOf(await settingsWhatIf(after, memory, { asOf: AS_OF }));
    expect(found.changed.map(({ number }) => number)).toEqual(effects.changed.map(({ number }) => number));
    expect(back.changed.map(({ changes }) => changes.map(({ before: from, after: to }) => [to, from]))).toEqual(
      effects.changed.map(({ changes }) => changes.map(({ before: from, after: to }) => [from, to])),
    );
    expect(valueOf(await settingsWhatIf(after, after, { asOf: AS_OF })).changed).toEqual([]);
  });

  it('in the pane is shown, taken, kept on the sheet and worked out; dropped it leaves everything', async () => {
    const { callbacks, settle, shown, recalculated, register, store } = await screen();
    callbacks.openSettings();
    await settle();
    callbacks.makeSettingsSheet();
    await settle();
    expect(shown().sheet).toEqual({ name: '设置', problems: [] });
    const question = () => {
      const found = shown().questions.find(({ blank }) => blank.id === 'targets.closing.general');
      if (found === undefined) throw new Error('no question');
      return found;
    };
    const answer = { kind: 'target', target: { unit: 'calendarDays', amount: 40 } } as const;
    callbacks.answerQuestion(question(), answer);
    await settle();
    expect(shown().effects?.count).toBeGreaterThan(0);
    callbacks.dropEffects();
    expect(shown().effects).toBeNull();
    expect(register().memory.company?.targets['closing']).not.toMatchObject({ general: answer.target });
    expect(recalculated).toEqual([]);

    callbacks.answerQuestion(question(), answer);
    await settle();
    callbacks.takeEffects();
    await settle();
    expect(shown().effects).toBeNull();
    expect(question().answer).toEqual(answer);
    expect(recalculated).toEqual([true]);
    expect((await standing()).memory.company?.targets['closing']).toMatchObject({ general: answer.target });

    callbacks.changeTeam({ numberPattern: 'TS-{yyyy}-{nnn}' });
    await settle();
    expect(store.get().notice?.code).toBe('settings.saved');
    expect(register().memory.team?.numberPattern).toBe('TS-{yyyy}-{nnn}');
  });

  it('made on the sheet reaches the pane; a broken cell is told', async () => {
    const { callbacks, settle, shown, sync, opened, register, store, recalculated } = await screen();
    callbacks.openSettings();
    await settle();
    callbacks.makeSettingsSheet();
    await settle();
    const rows = opened.host.values('设置', 'G1:G200').map(([key]) => key);
    const at = (key: string) => rows.indexOf(key) + 1;
    opened.host.userEdits('设置', `C${at('retention')}`, [['6']]);
    opened.host.userEdits('设置', `C${at('firstDay')}`, [['随便']]);
    await sync();
    await settle();
    expect(register().memory.company).toMatchObject({ firstDay: 'nextDay', answers: { retentionYears: 6 } });
    expect(store.get().notice).toMatchObject({ code: 'settings.wrongOnSheet', params: { count: 1 } });
    expect(shown().sheet?.problems[0]?.place?.address).toBe(`C${at('firstDay')}`);
    // What was taken over once is not news again.
    expect(recalculated).toEqual([false]);
    await sync();
    expect(recalculated).toEqual([false]);
  });
});

it('a word of the team’s own is kept with the register and on its sheet, and rows are read by it', async () => {
  const { callbacks, settle, shown, recalculated, register, learnWords, opened } = await screen();
  callbacks.openSettings();
  await settle();
  callbacks.makeSettingsSheet();
  await settle();
  const [category] = PACK.categories.slice(-1);
  if (category === undefined) throw new Error('no category');
  await learnWords([{ of: 'category', word: '稀奇古怪', means: category.id }]);
  expect(register().memory.team?.words).toEqual([{ of: 'category', word: '稀奇古怪', means: category.id }]);
  expect(shown().team.words).toHaveLength(1);
  expect(recalculated).toEqual([true]);
  const onSheet = opened.host.values('设置', 'A1:AZ1000').flat();
  expect(onSheet).toContain('稀奇古怪');
  const { memory, sheet } = register();
  const table = opened.host.workbook.tableNamed(memory.tableName);
  const at = memory.columns.findIndex(({ role }) => role === 'category');
  const cell = cellAddress((table?.area.row ?? 0) + 1, at);
  opened.host.userEdits(sheet, cell, [['稀奇古怪']]);
  const { findings } = valueOf(await refreshRegister(memory, { asOf: AS_OF }));
  expect(findings.filter(({ code }) => code === 'unknownChoice')).toEqual([]);
});
