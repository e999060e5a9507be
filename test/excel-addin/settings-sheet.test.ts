import { describe, expect, it } from 'vitest';
import { answerBlank } from '../../core/policy/answer-blank.ts';
import { findPack } from '../../core/policy/packs.ts';
import type { BlankAnswer } from '../../core/policy/blank-answer.ts';
import type { PolicyPack } from '../../core/policy/policy-pack.ts';
import { policyQuestions } from '../../core/policy/policy-questions.ts';
import { cellAddress } from '../../core/register/cell-address.ts';
import { settingsQuestions } from '../../core/register/settings/settings-questions.ts';
import type { WorkbookSettings } from '../../core/register/settings/settings-tables.ts';
import {
  createSettingsSheet,
  readRegisterSettings,
  saveRegisterSettings,
} from '../../excel-addin/actions/register-settings.ts';
import { readSettingsSheet } from '../../excel-addin/workbook/settings-sheet.ts';
import { cleanLedger } from './ledger-fixture.ts';
import { build, openWorkbook, reopening, standing, valueOf } from './register-on-host.ts';

const PACK = findPack('general') as PolicyPack;

const openBuilt = reopening(async () => {
  const opened = openWorkbook(cleanLedger(6));
  valueOf(await build());
  return opened;
});

async function withSheet() {
  const opened = await openBuilt();
  const { memory } = await standing();
  const name = valueOf(await createSettingsSheet(memory));
  return { ...opened, memory, name };
}

/** Types into a cell of a settings table, found by its row's key or text, as a person would. */
async function type(
  { host }: Awaited<ReturnType<typeof withSheet>>,
  table: string,
  rowWith: string | number,
  column: string,
  value: string | number,
) {
  const read = valueOf(await readSettingsSheet());
  const found = read?.tables.find(({ id }) => id === table);
  if (!read || !found) throw new Error(`no table ${table}`);
  const row = typeof rowWith === 'number' ? rowWith : found.rows.findIndex((cells) => cells.includes(rowWith));
  const at = cellAddress(found.area.row + 1 + row, found.area.column + found.columns.indexOf(column));
  host.userEdits(read.sheet, at, [[value]]);
}

/** The settings with one answer more, as the pane gives it. */
const answering = (id: string, answer: BlankAnswer) => (settings: WorkbookSettings) => {
  const blank = settingsQuestions(PACK, settings.company).find((each) => each.blank.id === id)?.blank;
  if (blank === undefined) throw new Error(`no question ${id}`);
  return { ...settings, company: valueOf(answerBlank(PACK, settings.company, blank, answer)) };
};

/** The settings with the first reason to pause that the product suggests. */
function withPause(settings: WorkbookSettings): WorkbookSettings {
  const blank = policyQuestions(PACK, settings.company).find((each) => each.blank.code === 'ownPause')?.blank;
  if (blank === undefined) throw new Error('no reason to pause is asked');
  return { ...settings, company: valueOf(answerBlank(PACK, settings.company, blank, { kind: 'number', number: 7 })) };
}

describe('the settings sheet in a workbook', () => {
  it('says what is in force, and nothing else', async () => {
    const { memory, name, host } = await withSheet();
    const now = valueOf(await readRegisterSettings(memory));
    expect(name).toBe('设置');
    expect(now).toMatchObject({ problems: [], isChanged: false });
    expect(now.sheet?.tables.map(({ id }) => id)).toEqual(['answers', 'hours', 'days', 'pauses', 'words', 'headers']);
    // Asked for again, it is the same sheet.
    expect(valueOf(await createSettingsSheet(memory))).toBe(name);
    expect(host.bugs).toEqual([]);
  });

  it('takes over what a person edits there', async () => {
    const opened = await withSheet();
    await type(opened, 'answers', 'targets.closing.general', 'answer', '5');
    await type(opened, 'answers', 'targets.closing.general', 'unit', '天（自然日）');
    await type(opened, 'answers', 'general.numberPattern', 'answer', 'TS-{yyyy}{mm}-{nnn}');
    await type(opened, 'hours', '周六', 'windows', '9:00-12:00');
    await type(opened, 'days', 0, 'date', '2026/10/9');
    await type(opened, 'words', 0, 'of', '状态');
    await type(opened, 'words', 0, 'word', '搞定');
    await type(opened, 'words', 0, 'means', PACK.statuses.at(-1)?.label['zh-CN'] ?? '');
    const { settings, problems, isChanged } = valueOf(await readRegisterSettings(opened.memory));
    expect(problems).toEqual([]);
    expect(isChanged).toBe(true);
    expect(settings.company?.targets['closing']).toMatchObject({ general: { unit: 'calendarDays', amount: 5 } });
    expect(settings.company?.calendar?.week[6]).toEqual([{ from: '09:00', to: '12:00' }]);
    expect(settings.company?.calendar?.overrides).toEqual([{ date: '2026-10-09', windows: [], note: '' }]);
    expect(settings.team).toMatchObject({
      numberPattern: 'TS-{yyyy}{mm}-{nnn}',
      words: [{ of: 'status', word: '搞定', means: PACK.statuses.at(-1)?.id }],
    });
  });

  it('says what is in force, in whatever order things were settled', async () => {
    const { memory } = await withSheet();
    const days = [{ date: '2026-10-10', windows: [], note: '' }];
    const steps = [
      answering('retention', { kind: 'number', number: 3 }),
      withPause,
      (settings: WorkbookSettings) =>
        settings.company && {
          ...settings,
          company: { ...settings.company, departmentDays: { [PACK.roles[0]?.id ?? '']: days } },
        },
    ];
    let kept = memory;
    for (const step of steps) kept = valueOf(await saveRegisterSettings(kept, step));
    expect(kept.company).toMatchObject({ answers: { pauseReasons: [{ capDays: 7 }], retentionYears: 3 } });
    expect(valueOf(await readRegisterSettings(kept))).toMatchObject({ problems: [], isChanged: false });
  });

  it('tells each cell that it cannot read, keeps what was good, and takes the others', async () => {
    const opened = await withSheet();
    await type(opened, 'answers', 'targets.closing.general', 'answer', '很快');
    await type(opened, 'answers', 'firstDay', 'answer', '收到当天算第一天吗');
    await type(opened, 'answers', 'retention', 'answer', '5');
    await type(opened, 'hours', '周一', 'windows', '上午');
    await type(opened, 'hours', '周六', 'windows', '09:00–12:00');
    const { settings, problems, sheet } = valueOf(await readRegisterSettings(opened.memory));
    const company = opened.memory.company;
    expect(problems.map(({ code, place }) => [code, place?.address.replace(/\d+/, '')])).toEqual([
      ['windows', 'J'],
      ['answer.choice', 'C'],
      ['answer.target', 'C'],
    ]);
    expect(settings.company).toMatchObject({
      calendar: company?.calendar,
      targets: company?.targets,
      firstDay: 'nextDay',
      answers: { retentionYears: 5 },
    });
    // A save from the pane leaves the broken cells to their author.
    const kept = valueOf(
      await saveRegisterSettings(opened.memory, answering('reopening', { kind: 'choice', option: 'newCycle' })),
    );
    const again = valueOf(await readRegisterSettings(kept));
    expect(again.problems.map(({ code }) => code)).toEqual(['windows', 'answer.choice', 'answer.target']);
    expect(again.settings.company?.answers).toMatchObject({ retentionYears: 5, reopening: { way: 'newCycle' } });
    expect(sheet?.sheet).toBe('设置');
  });

  it('is written by the pane: an answer, a further question, a list that grows and shrinks', async () => {
    const opened = await withSheet();
    const first = valueOf(
      await saveRegisterSettings(opened.memory, answering('retention', { kind: 'number', number: 3 })),
    );
    const own = (settings: WorkbookSettings): WorkbookSettings => ({
      ...settings,
      team: {
        ...settings.team,
        headers: ['甲', '乙', '丙'].map((header) => ({ header, fields: ['remarks' as const] })),
      },
    });
    const second = valueOf(await saveRegisterSettings(first, own));
    const third = valueOf(
      await saveRegisterSettings(second, (settings) => ({
        ...settings,
        team: { ...settings.team, headers: settings.team.headers.slice(0, 1) },
      })),
    );
    for (const memory of [third, opened.memory]) {
      const now = valueOf(await readRegisterSettings(memory));
      expect(now.problems).toEqual([]);
      expect(now.settings.company?.answers?.retentionYears).toBe(3);
      expect(now.settings.team.headers).toEqual([{ header: '甲', fields: ['remarks'] }]);
    }
    expect((await standing()).memory.company?.answers?.retentionYears).toBe(3);
    expect(opened.host.bugs).toEqual([]);
  });

  it('never grows over what stands below a table, and tells what is in the way; then nothing is written', async () => {
    const opened = await withSheet();
    const read = valueOf(await readSettingsSheet());
    const headers = read?.tables.find(({ id }) => id === 'headers');
    if (!read || !headers) throw new Error('no table of headers');
    const below = cellAddress(headers.area.row + headers.area.rowCount + 1, headers.area.column);
    opened.host.userEdits(read.sheet, below, [['别动：去年的列名']]);
    const growing = (settings: WorkbookSettings): WorkbookSettings => ({
      ...valueOfAnswer(settings),
      team: {
        ...settings.team,
        headers: Array.from({ length: headers.rows.length + 3 }, (_, at) => ({
          header: `列${String(at)}`,
          fields: ['remarks' as const],
        })),
      },
    });
    const valueOfAnswer = answering('retention', { kind: 'number', number: 3 });
    expect(await saveRegisterSettings(opened.memory, growing)).toMatchObject({
      ok: false,
      code: 'settingsNoRoom',
      detail: { sheet: read.sheet, cells: below },
    });
    expect(opened.host.values(read.sheet, below)[0]).toEqual(['别动：去年的列名']);
    expect(valueOf(await readRegisterSettings(opened.memory)).isChanged).toBe(false);
    opened.host.userEdits(read.sheet, below, [['']]);
    valueOf(await saveRegisterSettings(opened.memory, growing));
    expect(valueOf(await readRegisterSettings(opened.memory)).settings.team.headers).toHaveLength(
      headers.rows.length + 3,
    );
  });

  it('is the truth when the workbook has forgotten everything else', async () => {
    const opened = await withSheet();
    await type(opened, 'answers', 'retention', 'answer', 7);
    const { settings, problems } = valueOf(await readRegisterSettings({ ...opened.memory, company: null }));
    expect(problems).toEqual([]);
    expect(settings.company).toMatchObject({
      calendar: opened.memory.company?.calendar,
      firstDay: 'nextDay',
      answers: { retentionYears: 7 },
    });
  });

  it('gives a reason to pause one id, and its key though a row beside it is broken', async () => {
    const opened = await withSheet();
    const closing = PACK.milestones.find(({ stopsAt }) => stopsAt === 'closedAt')?.label['zh-CN'] ?? '';
    await type(opened, 'pauses', 0, 'reason', '等客户寄样');
    await type(opened, 'pauses', 0, 'stops', closing);
    await type(opened, 'pauses', 1, 'reason', '等法务');
    await type(opened, 'pauses', 1, 'stops', '不存在的时限');
    let { memory } = opened;
    const reasons = () => memory.company?.answers?.pauseReasons?.map(({ id, label }) => [id, label['zh-CN']]);
    for (let turn = 0; turn < 2; turn++) {
      memory = valueOf(await saveRegisterSettings(memory, (settings) => settings));
      expect(reasons()).toEqual([['own1', '等客户寄样']]);
      expect(valueOf(await readRegisterSettings(memory))).toMatchObject({ isChanged: false });
    }
    await type(opened, 'pauses', 'own1', 'reason', '等客户寄回样品');
    memory = valueOf(await saveRegisterSettings(memory, (settings) => settings));
    expect(reasons()).toEqual([['own1', '等客户寄回样品']]);
    expect(memory.company?.answers?.retiredPauses).toBeUndefined();
  });

  it('of which the making broke off is made anew', async () => {
    const opened = await openBuilt();
    const { memory } = await standing();
    const before = opened.host.requests.length;
    valueOf(await createSettingsSheet(memory));
    const actions = opened.host.requests.slice(before).reduce((sum, request) => sum + request.actions, 0);
    for (const part of [0.05, 0.2, 0.5, 0.8, 0.97]) {
      const { host } = await openBuilt();
      const { memory: own } = await standing();
      host.faults.failAction(Math.round(actions * part), 'GeneralException');
      expect((await createSettingsSheet(own)).ok).toBe(false);
      valueOf(await createSettingsSheet(own));
      expect(valueOf(await readRegisterSettings(own))).toMatchObject({ problems: [], isChanged: false });
      expect(host.workbook.sheets.filter(({ name }) => name.startsWith('设置'))).toHaveLength(1);
    }
  }, 60_000);
});
