import { describe, expect, it } from 'vitest';
import { flowChartSheet } from '../../core/forms/flow-chart.ts';
import { findPack } from '../../core/policy/packs.ts';
import type { PolicyPack } from '../../core/policy/policy-pack.ts';
import type { OtherThing } from '../../core/register/journal/plan-restore.ts';
import { makeStatistics } from '../../excel-addin/actions/make-statistics.ts';
import { readStatistics } from '../../excel-addin/actions/read-statistics.ts';
import { createSettingsSheet } from '../../excel-addin/actions/register-settings.ts';
import { NO_RESTORE } from '../../excel-addin/taskpane/restore-state.ts';
import { journalMade } from '../../excel-addin/workbook/change-journal.ts';
import { writeForms } from '../../excel-addin/workbook/form-sheet.ts';
import { brokenUpLedger, cleanLedger } from './ledger-fixture.ts';
import { AS_OF, build, openWorkbook, standing, valueOf, ZONE } from './register-on-host.ts';
import { picture, REMOVE_ALL, restore, shown } from './restore-on-host.ts';

const REGISTER = '投诉登记台账';
const { choices: DEFAULT } = NO_RESTORE;

const THINGS: Record<OtherThing, ((sheet: Excel.Worksheet) => void) | null> = {
  cells: (sheet) => {
    sheet.getRange('BA3').values = [['本月重点']];
  },
  charts: (sheet) => {
    sheet.charts.add('ColumnClustered', sheet.getRange('A1:B4'), 'Columns');
  },
  pivots: (sheet) => {
    sheet.pivotTables.add('我的透视表', sheet.tables.getItemAt(0), sheet.getRange('BA3'));
  },
  comments: (sheet) => {
    sheet.comments.add(sheet.getRange('B2'), '找王经理确认');
  },
  // The host keeps pictures of a file and lets none be added.
  pictures: null,
};

describe('what people put beside a register on its own sheet', () => {
  it.each(Object.entries(THINGS).flatMap(([thing, add]) => (add === null ? [] : [{ thing, add }])))(
    '($thing) keeps the sheet, told, unless it is to go',
    async ({ thing, add }) => {
      for (const choices of [DEFAULT, REMOVE_ALL]) {
        const opened = openWorkbook(brokenUpLedger());
        valueOf(await build());
        expect((await shown(choices)).plan).toMatchObject({ others: [], registerSheet: 'deleted' });
        await opened.Excel.run(async (context) => {
          add(context.workbook.worksheets.getItem(REGISTER));
          await context.sync();
        });
        const stays = choices === DEFAULT;
        expect((await shown(choices)).plan).toMatchObject({ registerSheet: stays ? 'stays' : 'deleted' });
        expect((await shown(choices)).plan.others).toContain(thing);
        valueOf(await restore(choices));
        const names = opened.host.workbook.sheets.map(({ name }) => name);
        expect(names.includes(REGISTER)).toBe(stays);
        if (thing === 'cells' && stays) expect(opened.host.values(REGISTER, 'BA3')[0]).toEqual(['本月重点']);
        if (stays) expect(opened.host.sheet(REGISTER).tables).toEqual([]);
      }
    },
  );

  it('is not taken for the register when its sheet was deleted and another one has its name', async () => {
    const opened = openWorkbook(brokenUpLedger());
    valueOf(await build());
    opened.host.userDeletesSheet(REGISTER);
    await opened.Excel.run(async (context) => {
      context.workbook.worksheets.add(REGISTER).getRange('B2').values = [['我自己的表']];
      await context.sync();
    });
    valueOf(await restore());
    expect(opened.host.values(REGISTER, 'B2')[0]).toEqual(['我自己的表']);
  });
});

describe('sheets that were made along with the register', () => {
  it('are not taken for those that people have made under their names since', async () => {
    const opened = openWorkbook(cleanLedger());
    valueOf(await build());
    const { memory } = await standing();
    const { sheet } = valueOf(
      await makeStatistics(valueOf(await readStatistics(memory, { asOf: AS_OF })), { asOf: AS_OF }),
    );
    opened.host.userDeletesSheet(sheet);
    await opened.Excel.run(async (context) => {
      context.workbook.worksheets.add(sheet).getRange('A1').values = [['我自己的统计']];
      await journalMade(context, { sheet: '分析报告', what: 'report', at: AS_OF });
      context.workbook.worksheets.add('分析报告').getRange('A1').values = [['我手写的报告']];
      await context.sync();
    });
    const { plan } = await shown(REMOVE_ALL);
    expect(plan.papers).toEqual([]);
    expect(plan.deletes.length).toBeGreaterThan(2);
    valueOf(await restore(REMOVE_ALL));
    expect(opened.host.values(sheet, 'A1')[0]).toEqual(['我自己的统计']);
    expect(opened.host.values('分析报告', 'A1')[0]).toEqual(['我手写的报告']);
    const names = opened.host.workbook.sheets.map(({ name }) => name);
    expect(names.filter((name) => plan.deletes.includes(name))).toEqual([]);
  });

  it('go when they can be made anew; those that people write in stay and are told, unless they are to go', async () => {
    for (const choices of [DEFAULT, REMOVE_ALL]) {
      const opened = openWorkbook(cleanLedger());
      const before = picture(opened.host.save());
      valueOf(await build());
      const { memory } = await standing();
      const settings = valueOf(await createSettingsSheet(memory));
      const pack = findPack('general') as PolicyPack;
      const frame = { pack, locale: 'zh-CN' as const, zone: ZONE, asOf: AS_OF, companyName: null };
      const [form = ''] = valueOf(await writeForms([flowChartSheet(frame)], { replace: false })).sheets;
      await opened.Excel.run(async (context) => {
        for (const [sheet, what] of [
          ['检查结果', 'findings'],
          ['分析报告', 'report'],
        ] as const) {
          await journalMade(context, { sheet, what, at: AS_OF });
          context.workbook.worksheets.add(sheet);
          await context.sync();
        }
      });
      const { plan } = await shown(choices);
      expect(plan).toMatchObject({ papers: ['分析报告', form], settings });
      valueOf(await restore(choices));
      const after = picture(opened.host.save());
      if (choices === DEFAULT) {
        const names = opened.host.workbook.sheets.map(({ name }) => name);
        expect(names).toEqual(expect.arrayContaining([settings, form, '分析报告']));
        expect(names).not.toContain('检查结果');
      } else expect(after).toEqual(before);
    }
  });
});
