import { describe, expect, it } from 'vitest';
import { translate } from '../../core/wording/translate.ts';
import type { ComplaintEvent } from '../../core/complaint/complaint-event.ts';
import { lookForLedgers } from '../../excel-addin/actions/look-around.ts';
import { makeFindingsSheet } from '../../excel-addin/actions/make-findings-sheet.ts';
import { makeStatistics } from '../../excel-addin/actions/make-statistics.ts';
import { readComplaintBook } from '../../excel-addin/actions/read-complaint.ts';
import { readStatistics } from '../../excel-addin/actions/read-statistics.ts';
import { recordEvents } from '../../excel-addin/actions/record-events.ts';
import { readReview } from '../../excel-addin/actions/review-findings.ts';
import { restoreLines } from '../../excel-addin/taskpane/restore-lines.ts';
import { NO_RESTORE } from '../../excel-addin/taskpane/restore-state.ts';
import { journal } from '../../excel-addin/workbook/change-journal.ts';
import { readOwnSheets } from '../../excel-addin/workbook/own-sheets.ts';
import type { OpenedHost } from '../excel-host/node/open-host.ts';
import { cleanLedger } from './ledger-fixture.ts';
import { AS_OF, build, openWorkbook, resume, standing, valueOf } from './register-on-host.ts';
import { differences, picture, restore, shown } from './restore-on-host.ts';

const t = (code: string, params?: Record<string, string | number>) => translate('zh-CN', code, params);
const namesOf = ({ host }: OpenedHost) => host.workbook.sheets.map(({ name }) => name);

/** The copy, the drop-down lists, the findings and the statistics of a register. */
async function makeAll(): Promise<{ backup: string; lists: string; made: string[] }> {
  valueOf(await build());
  const { memory } = await standing();
  const found = valueOf(await readReview(memory, { asOf: AS_OF }));
  const { sheet: findings } = valueOf(await makeFindingsSheet(found, { at: AS_OF, accepted: [] }));
  const read = valueOf(await readStatistics(memory, { asOf: AS_OF }));
  const { sheet: statistics } = valueOf(await makeStatistics(read, { asOf: AS_OF }));
  const { backup, listsSheet } = (await shown()).plan.build;
  return { backup: backup ?? '', lists: listsSheet ?? '', made: [findings, statistics] };
}

async function edit({ Excel }: OpenedHost, change: (sheets: Excel.WorksheetCollection) => void): Promise<void> {
  await Excel.run(async (context) => {
    change(context.workbook.worksheets);
    await context.sync();
  });
}

function writeIn(sheet: Excel.Worksheet): void {
  sheet.getRange('K3').values = [['已与三车间核对，11月25日前改完']];
}

describe('sheets that were made for a register', () => {
  it('go with it whatever they are called by then, also after the file was closed and its settings were lost', async () => {
    const opened = openWorkbook(cleanLedger(5));
    const before = picture(opened.host.save());
    const { backup, lists, made } = await makeAll();
    await edit(opened, (sheets) =>
      [backup, lists, ...made].forEach((name, at) => (sheets.getItem(name).name = `改名 ${String(at)}`)),
    );
    expect(valueOf(await readOwnSheets())).toEqual(expect.arrayContaining(['改名 0', '改名 1']));
    for (const key of opened.host.workbook.settings.keys()) opened.host.workbook.settings.delete(key);
    const again = openWorkbook(opened.host.save());
    expect((await shown()).plan.build).toMatchObject({ backup: '改名 0', listsSheet: '改名 1' });
    valueOf(await restore());
    expect(differences(before, picture(again.host.save()))).toEqual([]);
  });

  it('are not taken for people’s own that bear their names', async () => {
    const opened = openWorkbook(cleanLedger(5));
    const { backup, lists, made } = await makeAll();
    const names = [backup, lists, ...made];
    for (const name of names) opened.host.userDeletesSheet(name);
    await edit(opened, (sheets) => {
      for (const name of names) sheets.add(name).getRange('A1').values = [['我自己的表']];
    });
    const { plan } = await shown();
    expect(plan.build).toMatchObject({ backup: null, listsSheet: null });
    valueOf(await restore());
    for (const name of names) expect(opened.host.values(name, 'A1')[0], name).toEqual(['我自己的表']);
  });

  it('are told from a copy that somebody has made of one', async () => {
    const opened = openWorkbook(cleanLedger(5));
    const { backup } = await makeAll();
    await edit(opened, (sheets) => (sheets.getItem(backup).copy('End').name = '我留的一份'));
    valueOf(await restore());
    expect(namesOf(opened)).toContain('我留的一份');
    expect(namesOf(opened)).not.toContain(backup);
  });

  it.each<[string, (sheet: Excel.Worksheet) => void]>([
    ['somebody renamed', (sheet) => (sheet.name = '王芳')],
    ['people wrote in', (sheet) => writeIn(sheet)],
    [
      'people wrote in a copy of, and deleted',
      (sheet) => {
        const copy = sheet.copy('End');
        copy.name = '王芳';
        writeIn(copy);
        sheet.delete();
      },
    ],
  ])('stay, told as papers, where they are findings that %s', async (_, change) => {
    const opened = openWorkbook(cleanLedger(5));
    const [findings = ''] = (await makeAll()).made;
    await edit(opened, (sheets) => {
      change(sheets.getItem(findings));
    });
    const stays = namesOf(opened).includes('王芳') ? '王芳' : findings;
    const { plan } = await shown(NO_RESTORE.choices);
    expect(plan.papers).toEqual([stays]);
    expect(plan.deletes).not.toContain(stays);
    valueOf(await restore(NO_RESTORE.choices));
    expect(namesOf(opened)).toContain(stays);
  });

  it('go where they are findings as they were written', async () => {
    openWorkbook(cleanLedger(5));
    const [findings = ''] = (await makeAll()).made;
    const { plan } = await shown(NO_RESTORE.choices);
    expect(plan.papers).toEqual([]);
    expect(plan.deletes).toContain(findings);
  });

  it('stay where they are a copy of the ledger in which a team has gone on, also when the copy is to go', async () => {
    const opened = openWorkbook(cleanLedger(5));
    const { backup } = await makeAll();
    expect((await shown()).plan.deletes).toContain(backup);
    await edit(opened, (sheets) => {
      const own = sheets.getItem(backup);
      own.name = '投诉台账2027';
      own.getRange('A40').values = [['手工续记的投诉']];
    });
    const { plan } = await shown();
    expect(plan.deletes).not.toContain('投诉台账2027');
    expect(restoreLines(plan, t)).toContain(t('restore.line.backupStays', { name: '投诉台账2027' }));
    valueOf(await restore());
    expect(namesOf(opened)).toContain('投诉台账2027');
  });

  it('go also where a run broke off before the lists were marked, and was completed', async () => {
    const opened = openWorkbook(cleanLedger(5));
    const before = picture(opened.host.save());
    // Adding the sheet and marking it are two actions of one request.
    opened.host.faults.failAction(602, 'GeneralException');
    await build();
    await edit(opened, (sheets) => sheets.getItem('选项').names.getItemOrNullObject('Redress_sheet').delete());
    valueOf(await resume());
    valueOf(await restore());
    expect(differences(before, picture(opened.host.save()))).toEqual([]);
  });

  it('are known by name where an older version has noted no marks', async () => {
    const opened = openWorkbook(cleanLedger(5));
    const before = picture(opened.host.save());
    valueOf(await build());
    const { build: note } = (await shown()).plan;
    const { marks, ...older } = note;
    expect(marks).toBeDefined();
    await opened.Excel.run(async (context) => {
      await journal(context, [{ ...older, kind: 'built' }], 'zh-CN');
      for (const name of [note.backup ?? '', note.listsSheet ?? ''])
        context.workbook.worksheets.getItem(name).names.getItem('Redress_sheet').delete();
      await context.sync();
    });
    valueOf(await restore());
    expect(differences(before, picture(opened.host.save()))).toEqual([]);
  });
});

describe('after a register was taken back', () => {
  it('neither the record of what happened nor papers that stay are offered as ledgers', async () => {
    const opened = openWorkbook(cleanLedger(5));
    await makeAll();
    const { memory, sheet } = await standing();
    const { register } = valueOf(await readComplaintBook(memory, AS_OF));
    const at = register.columns.findIndex(({ role }) => role === 'number');
    const number = String(register.cells.values.at(-1)?.[at]);
    const event: ComplaintEvent = {
      ...{ id: 'event-1', kind: 'acknowledged', occurredAt: AS_OF, recordedAt: AS_OF, by: '王芳', note: '已电话告知' },
    };
    valueOf(await recordEvents({ memory, number, events: [event], asOf: AS_OF }));
    const { plan } = await shown(NO_RESTORE.choices);
    expect(plan.logEntries).toBe(1);
    valueOf(await restore(NO_RESTORE.choices));
    const again = openWorkbook(opened.host.save());
    const { choice, ours } = valueOf(await lookForLedgers(null));
    expect(ours).toEqual(expect.arrayContaining(['事件记录', ...plan.papers]));
    expect(choice.ledgers.map((ledger) => ledger.sheet)).toEqual([sheet, plan.build.backup]);
    expect(namesOf(again)).toEqual(expect.arrayContaining(ours));
    valueOf(await build());
    expect((await standing()).sheet).toBe(sheet);
  });
});
