import { describe, expect, it } from 'vitest';
import type { JournalEdit } from '../../core/register/journal/journal-entry.ts';
import { journalEdits, readChangeJournal, type Journal } from '../../excel-addin/workbook/change-journal.ts';
import type { OpenedHost } from '../excel-host/node/open-host.ts';
import { cleanLedger } from './ledger-fixture.ts';
import { openWorkbook } from './register-on-host.ts';

const edit = (complaint: string, rest: Partial<JournalEdit> = {}): JournalEdit => ({
  sheet: '2026年投诉',
  complaint,
  header: '客户名称',
  address: 'C5',
  before: '江苏宏盛',
  beforeFormat: 'General',
  after: '江苏宏盛建材有限公司',
  at: '2026-11-22T10:00:00+08:00',
  why: '统一写法',
  ...rest,
});

async function write({ Excel }: OpenedHost, edits: JournalEdit[]): Promise<void> {
  await Excel.run(async (context) => {
    await journalEdits(context, edits);
    await context.sync();
  });
}

const read = ({ Excel }: OpenedHost): Promise<Journal> => Excel.run(readChangeJournal);

describe('the change journal', () => {
  it('keeps what stood in a cell on a hidden sheet that people can read, newest first, through saving', async () => {
    const opened = openWorkbook(cleanLedger());
    await write(opened, [edit('T-1'), edit('T-2', { before: '=A1&"x"', after: { formula: '=1+1' } })]);
    await write(opened, [edit('T-3', { before: 12.5, after: true, beforeFormat: '0.00' })]);
    const again = openWorkbook(opened.host.save());
    const journal = await read(again);
    expect(journal).toMatchObject({ sheet: '诉清记录', unreadable: 0 });
    expect(journal.entries.map((entry) => (entry.kind === 'edit' ? entry.complaint : ''))).toEqual([
      'T-3',
      'T-2',
      'T-1',
    ]);
    expect(journal.entries[0]).toMatchObject({ before: 12.5, after: true, beforeFormat: '0.00' });
    expect(journal.entries[1]).toMatchObject({ before: '=A1&"x"', after: { formula: '=1+1' } });
    expect(again.host.sheet('诉清记录').visibility).toBe('Hidden');
    expect(again.host.texts('诉清记录', 'A4:I4')[0]).toEqual([
      ...['2026-11-22 10:00', '经同意改动单元格', '2026年投诉', 'T-1', '客户名称', 'C5'],
      ...['江苏宏盛', '江苏宏盛建材有限公司', '统一写法'],
    ]);
    expect(again.host.bugs).toEqual([]);
  });

  it('is found by its headings when its sheet was renamed, and lines that were broken are counted', async () => {
    const opened = openWorkbook(cleanLedger());
    await write(opened, [edit('T-1'), edit('T-2')]);
    opened.host.userEdits('诉清记录', 'K2', [['{']]);
    await opened.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('诉清记录').name = '别动';
      await context.sync();
    });
    await write(opened, [edit('T-3')]);
    const journal = await read(opened);
    expect(journal).toMatchObject({ sheet: '别动', unreadable: 1 });
    expect(journal.entries).toHaveLength(2);
  });

  it('holds the longest text that a cell can hold', async () => {
    const opened = openWorkbook(cleanLedger());
    const long = '细'.repeat(32_767);
    await write(opened, [edit('T-1', { before: long, after: '短' })]);
    expect((await read(opened)).entries[0]).toMatchObject({ before: long, after: '短' });
  });

  it('loses nothing and doubles nothing when a request is broken off in its middle', async () => {
    for (let action = 1; action < 24; action++) {
      const opened = openWorkbook(cleanLedger());
      opened.host.faults.failAction(action, 'GeneralException');
      const isWritten = await write(opened, [edit('T-1')]).then(
        () => true,
        () => false,
      );
      if (!isWritten) await write(opened, [edit('T-1')]);
      const { entries, unreadable } = await read(opened);
      expect(unreadable).toBe(0);
      expect(entries.length).toBe(1);
      expect([...opened.host.workbook.sheets].filter(({ name }) => name.startsWith('诉清记录'))).toHaveLength(1);
      expect(opened.host.bugs).toEqual([]);
    }
  });
});
