import { describe, expect, it } from 'vitest';
import {
  importHandoff,
  previewHandoff,
  type HandoffDone,
  type RowTwin,
} from '../../excel-addin/actions/import-handoff.ts';
import { cellAddress } from '../../core/register/cell-address.ts';
import { readFiles } from '../../excel-addin/import-files.ts';
import type { Outcome } from '../../core/outcome.ts';
import type { RegisterMemory } from '../../core/register/register-plan.ts';
import { linkOrigins } from '../../excel-addin/workbook/link-origin.ts';
import { readRegister } from '../../excel-addin/workbook/read-register.ts';
import { readSheets } from '../../excel-addin/workbook/read-sheets.ts';
import type { OpenedHost } from '../excel-host/node/open-host.ts';
import { complaint, envelope } from './complaints-fixture.ts';
import { cleanLedger } from './ledger-fixture.ts';
import { AS_OF, build, openWorkbook, reopening, standing, valueOf } from './register-on-host.ts';

const SHEET = '2026年投诉';

const registered = reopening(async () => {
  const opened = openWorkbook(cleanLedger());
  valueOf(await build());
  return opened;
});

/** What the pane does with an envelope, from preview to the answer that lets it acknowledge. */
async function take(input: unknown, known?: RegisterMemory): Promise<Outcome<HandoffDone>> {
  const memory = known ?? (await standing()).memory;
  const shown = await previewHandoff(input, memory);
  return shown.ok ? importHandoff(shown.value.reading, memory, AS_OF) : shown;
}

async function table() {
  const { memory } = await standing();
  return { memory, ...valueOf(await readRegister(memory.tableName)) };
}

const ids = (count: number, first = 1) => Array.from({ length: count }, (_, index) => complaint(first + index));

describe('complaints handed over', () => {
  it('stand below the ledger’s own rows, inside the table, each value in its column', async () => {
    const { host } = await registered();
    const done = valueOf(await take(envelope(complaint(1), complaint(2))));
    expect(done).toMatchObject({ added: [complaint(1).id, complaint(2).id], alreadyThere: [], rejected: [] });
    const { rows, header, memory } = await table();
    expect(rows).toHaveLength(14);
    const of = (row: number, name: string) => rows[row]?.[header.indexOf(name)];
    expect(of(12, '客户名称')).toBe('苏州恒基搅拌站');
    expect(of(12, '批号')).toBe('00731');
    expect(of(12, '联系电话')).toBe('13912345678');
    expect(rows[13]?.[memory.columns.findIndex(({ role }) => role === 'origin')]).toBe(complaint(2).id);
    expect(host.bugs).toEqual([]);
  });

  it('look like the row above them', async () => {
    const { Excel } = await registered();
    const { memory } = await standing();
    await Excel.run(async (context) => {
      const { format } = context.workbook.tables.getItem(memory.tableName).getDataBodyRange().getLastRow();
      format.wrapText = true;
      format.verticalAlignment = 'Center';
      format.font.size = 9;
      format.borders.getItem('EdgeBottom').style = 'Continuous';
      await context.sync();
    });
    valueOf(await take(envelope(complaint(1), complaint(2))));
    await Excel.run(async (context) => {
      const body = context.workbook.tables.getItem(memory.tableName).getDataBodyRange().load('rowCount');
      await context.sync();
      const [above, below] = [body.rowCount - 3, body.rowCount - 1].map((row) => {
        const format = body.getCell(row, 1).format.load('horizontalAlignment,verticalAlignment,wrapText');
        return {
          format,
          font: format.font.load('name,size,bold'),
          edge: format.borders.getItem('EdgeBottom').load('style,color'),
        };
      });
      await context.sync();
      const look = (cell: typeof above) => [cell?.format.toJSON(), cell?.font.toJSON(), cell?.edge.toJSON()];
      expect(look(below)).toEqual(look(above));
      expect(above?.edge.style).toBe('Continuous');
    });
  });

  it('never come as a formula, whatever the page said', async () => {
    await registered();
    valueOf(await take(envelope(complaint(1))));
    const [sheet] = valueOf(await readSheets([SHEET]));
    const row = sheet?.formulas[16] ?? [];
    const text = sheet?.values[16]?.find((value) => String(value).includes('HYPERLINK'));
    expect(text).toContain('泵送堵管');
    expect(row.filter((formula) => formula.includes('HYPERLINK'))).toEqual([]);
  });

  it('come once however often they are sent, also twice in one envelope', async () => {
    await registered();
    valueOf(await take(envelope(complaint(1), complaint(1), complaint(2))));
    const before = await table();
    const again = valueOf(await take(JSON.stringify(envelope(complaint(2), complaint(1)))));
    expect(again.added).toEqual([]);
    expect([...again.alreadyThere].sort()).toEqual([complaint(1).id, complaint(2).id]);
    expect((await table()).rows).toEqual(before.rows);
  });

  it('have the drop-downs and colours of the rows above', async () => {
    const { Excel } = await registered();
    valueOf(await take(envelope(...ids(3))));
    const { memory, area } = await table();
    await Excel.run(async (context) => {
      const body = context.workbook.tables.getItem(memory.tableName).getDataBodyRange();
      const grade = body.getLastRow().getColumn(memory.columns.findIndex(({ role }) => role === 'grade'));
      const rule = grade.dataValidation.load('type');
      const state = memory.columns.findIndex(({ role }) => role.startsWith('deadlineState:'));
      const first = body.getRow(0).getColumn(state).conditionalFormats.getCount();
      const last = body.getLastRow().getColumn(state).conditionalFormats.getCount();
      const all = body.conditionalFormats.getCount();
      await context.sync();
      expect(rule.type).toBe('List');
      expect(last.value).toBe(first.value);
      expect(all.value).toBeLessThan(20);
      expect(area.rowCount).toBe(16);
    });
  });

  it('come in blocks that the host does not cut, and land inside the table', async () => {
    const { host } = await registered();
    valueOf(await take(envelope(...ids(160))));
    expect((await table()).rows).toHaveLength(172);
    expect(host.bugs).toEqual([]);
  });

  it('push down what stands below the table', async () => {
    const { host } = await registered();
    host.userEdits(SHEET, 'A18', [['复核人：张伟']]);
    valueOf(await take(envelope(...ids(3))));
    const [sheet] = valueOf(await readSheets([SHEET]));
    expect((await table()).rows).toHaveLength(15);
    expect(sheet?.values.map((row) => row[0]).filter((value) => value === '复核人：张伟')).toHaveLength(1);
  });

  it('reach a filtered table whole, and the filter stands again afterwards', async () => {
    const { Excel, host } = await registered();
    const { memory, header } = await table();
    const column = header.indexOf('客户名称');
    const before = (await table()).rows[0]?.[column];
    const criteria = { filterOn: 'Values', values: [String(before)] } as const;
    await Excel.run(async (context) => {
      context.workbook.tables
        .getItem(memory.tableName)
        .columns.getItemAt(column)
        .filter.apply({ ...criteria, values: [...criteria.values] });
      await context.sync();
    });
    const old = (await table()).rows;
    valueOf(await take(envelope(complaint(1), complaint(2))));
    const { rows } = await table();
    expect(rows.slice(0, 12)).toEqual(old);
    expect(rows.slice(12).map((row) => row[column])).toEqual(['苏州恒基搅拌站', '苏州恒基搅拌站']);
    await Excel.run(async (context) => {
      const found = context.workbook.tables.getItem(memory.tableName);
      const shown = found.getDataBodyRange().getVisibleView().load('values');
      found.autoFilter.load('criteria');
      await context.sync();
      expect(found.autoFilter.criteria[column]).toMatchObject(criteria);
      expect(new Set(shown.values.map((row) => String(row[column])))).toEqual(new Set([before]));
    });
    expect(host.bugs).toEqual([]);
  });

  it('keep a total row below them', async () => {
    const { Excel } = await registered();
    const { memory } = await standing();
    await Excel.run(async (context) => {
      context.workbook.tables.getItem(memory.tableName).showTotals = true;
      await context.sync();
    });
    valueOf(await take(envelope(...ids(2))));
    expect((await table()).rows).toHaveLength(14);
    await Excel.run(async (context) => {
      const found = context.workbook.tables.getItem(memory.tableName).load('showTotals');
      await context.sync();
      expect(found.showTotals).toBe(true);
    });
  });

  it('are found again after saving and opening: the same file sent twice adds nothing', async () => {
    const { host } = await registered();
    valueOf(await take(envelope(...ids(2))));
    openWorkbook(host.save());
    expect(valueOf(await take(envelope(...ids(3))))).toMatchObject({ added: [complaint(3).id] });
    expect((await table()).rows).toHaveLength(15);
  });

  it('stand where their columns are by then, when a column was moved or renamed', async () => {
    const { host } = await registered();
    const { header, area } = await table();
    const at = header.indexOf('客户名称');
    host.userEdits(SHEET, `${String.fromCharCode(65 + area.column + at)}${area.row + 1}`, [['客户']]);
    valueOf(await take(envelope(complaint(1))));
    expect((await table()).rows.at(-1)?.[at]).toBe('苏州恒基搅拌站');
  });
});

describe('complaints that look like a row that is there', () => {
  const hers = (number: number) => complaint(number, { values: { ...complaint(number).values, batchNo: 'PH-0731' } });
  /** The clean register with one row written by hand: the customer and batch of the fixture, the day before. */
  let opened: OpenedHost;
  async function withTwin() {
    opened = await registered();
    const { host } = opened;
    const { header, area } = await table();
    const write = (name: string, value: string | number) => {
      host.userEdits(SHEET, cellAddress(area.row + 3, area.column + header.indexOf(name)), [[value]]);
    };
    write('客户名称', '苏州恒基搅拌站');
    write('批号', 'PH-0731');
    const { memory } = await standing();
    const at = memory.columns.findIndex(({ fields }) => fields.includes('receivedAt'));
    host.userEdits(SHEET, cellAddress(area.row + 3, area.column + at), [['2026-11-21']]);
    return memory;
  }

  const numberOf = (twin: RowTwin | null | undefined) => (twin?.kind === 'row' ? twin.number : '');

  it('are told with their row, and others are not', async () => {
    const memory = await withTwin();
    const other = complaint(2, { values: { ...complaint(2).values, batchNo: '99999' } });
    const shown = valueOf(await previewHandoff(envelope(hers(1), other), memory));
    expect(shown.complaints.map(({ twin }) => twin)).toMatchObject([
      { kind: 'row', row: 2, value: 'PH-0731', canLink: true },
      null,
    ]);
  });

  it('are told with another one of the same import, and both are written unless told otherwise', async () => {
    await registered();
    const { memory } = await standing();
    const doubled = complaint(2, { values: complaint(1).values });
    const shown = valueOf(await previewHandoff(envelope(complaint(1), doubled), memory));
    expect(shown.complaints.map(({ twin }) => twin)).toMatchObject([null, { kind: 'incoming', id: complaint(1).id }]);
    const made = valueOf(await importHandoff(shown.reading, memory, AS_OF));
    expect(made.added).toEqual([complaint(1).id, doubled.id]);
  });

  it('are linked without a new row, and are registered from then on', async () => {
    const memory = await withTwin();
    const shown = valueOf(await previewHandoff(envelope(hers(1), hers(2)), memory));
    const links = [{ id: hers(1).id, number: numberOf(shown.complaints[0]?.twin) }];
    const made = valueOf(await importHandoff(shown.reading, memory, AS_OF, { links, skipped: [complaint(2).id] }));
    expect(made).toMatchObject({ added: [], alreadyThere: [hers(1).id], left: 0 });
    const { rows, memory: after } = await table();
    expect(rows).toHaveLength(12);
    expect(rows[2]?.[after.columns.findIndex(({ role }) => role === 'origin')]).toBe(hers(1).id);
    expect(valueOf(await take(envelope(hers(1)))).added).toEqual([]);
    // The row has an identity now: no other complaint may take it.
    const next = valueOf(await previewHandoff(envelope(hers(2)), after));
    expect(next.complaints[0]?.twin).toMatchObject({ row: 2, canLink: false });
    expect(
      await importHandoff(next.reading, after, AS_OF, {
        links: [{ id: complaint(2).id, number: links[0]?.number ?? '' }],
      }),
    ).toMatchObject({ ok: false, code: 'changedMeanwhile' });
  });

  it('are not linked while their number stands in two rows', async () => {
    const memory = await withTwin();
    const { host } = opened;
    const { header, area, rows } = await table();
    const at = header.indexOf(memory.columns.find(({ role }) => role === 'number')?.header ?? '');
    const number = String(rows[2]?.[at]);
    host.userEdits(SHEET, cellAddress(area.row + 2, area.column + at), [[number]]);
    const before = await table();
    expect(await linkOrigins([{ id: hers(1).id, number }], memory)).toMatchObject({
      ok: false,
      code: 'numberDoubled',
      detail: { number, rows: `${area.row + 3}, ${area.row + 4}` },
    });
    expect((await table()).rows).toEqual(before.rows);
  });

  it.each([
    ['origin', 'originColumnMissing'],
    ['number', 'numberColumnMissing'],
  ])('are not linked when the column “%s” is gone', async (role, code) => {
    const memory = await withTwin();
    const { rows } = await table();
    const at = memory.columns.findIndex((column) => column.role === 'number');
    const number = String(rows[2]?.[at]);
    const name = memory.columns.find((column) => column.role === role)?.header ?? '';
    await opened.Excel.run(async (context) => {
      context.workbook.tables.getItem(memory.tableName).columns.getItem(name).delete();
      await context.sync();
    });
    const before = valueOf(await readSheets());
    expect(await linkOrigins([{ id: hers(1).id, number }], memory)).toMatchObject({ ok: false, code });
    expect(valueOf(await readSheets())).toEqual(before);
  });
});

describe('a long import', () => {
  it('is done in stretches with progress; a stop keeps what is written, and the next try brings the rest', async () => {
    const { host } = await registered();
    const { memory } = await standing();
    const stop = new AbortController();
    const told: number[] = [];
    const reading = { envelope: envelope(...ids(520)), rejected: [] };
    const onProgress = (done: number) => {
      told.push(done);
      if (done > 0) stop.abort();
    };
    const first = valueOf(await importHandoff(reading, memory, AS_OF, { onProgress, signal: stop.signal }));
    expect(told).toEqual([0, 250]);
    expect(first).toMatchObject({ isStopped: true, left: 20 });
    expect(first.added).toHaveLength(500);
    expect(first.written.area?.rowCount).toBe(500);
    const second = valueOf(await take(envelope(...ids(520))));
    expect(second.added).toHaveLength(20);
    const { rows, memory: after } = await table();
    expect(rows).toHaveLength(532);
    const numbers = rows.map((row) => row[after.columns.findIndex(({ role }) => role === 'number')]);
    expect(new Set(numbers).size).toBe(532);
    expect(host.bugs).toEqual([]);
  });
});

describe('several files', () => {
  const file = (name: string, text: string) => new File([text], name);

  it('are read together; one that gives nothing is told and keeps no other back', async () => {
    const read = valueOf(
      await readFiles([
        file('a.json', JSON.stringify(envelope(complaint(1)))),
        file('brief.eml', 'Subject: x'),
        file('b.json', JSON.stringify(envelope(complaint(2), complaint(3)))),
        file('c.json', '{}'),
      ]),
    );
    expect(read.reading.envelope).toMatchObject({ count: 3 });
    expect(read.aside.map(({ name, code }) => [name, code])).toEqual([
      ['brief.eml', 'pane.trouble.mailFile'],
      ['c.json', 'pane.trouble.wrongFormat'],
    ]);
  });

  it('of which none gives anything are refused by the first', async () => {
    expect(await readFiles([file('Brief.MSG', ''), file('c.json', '{}')])).toMatchObject({
      ok: false,
      code: 'mailFile',
    });
  });
});

describe('trouble on the way', () => {
  it('leaves rows below the table that are taken in also when the column of identities was renamed', async () => {
    const { host, Excel } = await registered();
    valueOf(await take(envelope(complaint(1))));
    const { memory, area, header } = await table();
    const at = memory.columns.findIndex(({ role }) => role === 'origin');
    expect(header[at]).toBe(memory.columns[at]?.header);
    await Excel.run(async (context) => {
      const found = context.workbook.tables.getItem(memory.tableName);
      found.resize(found.getRange().getResizedRange(-1, 0));
      await context.sync();
    });
    host.userEdits(SHEET, cellAddress(area.row, area.column + at), [['来历']]);
    expect(valueOf(await take(envelope(complaint(1)), memory)).added).toEqual([]);
    expect((await table()).rows).toHaveLength(13);
  });

  it('at whichever request leaves a register that the next try completes, nothing doubled', async () => {
    const opened = await registered();
    const start = opened.host.save();
    const { memory: known } = await standing();
    const before = opened.host.requests.length;
    valueOf(await take(envelope(...ids(70)), known));
    const requests = opened.host.requests.length - before;
    const expected = (await table()).rows;
    for (let request = 1; request <= requests; request += 2) {
      const { host } = openWorkbook(start);
      const { memory } = await standing();
      host.faults.abortRequest(request);
      const first = await take(envelope(...ids(70)), memory);
      const second = valueOf(await take(envelope(...ids(70))));
      if (first.ok) expect(second.added, `request ${request}`).toEqual([]);
      expect((await table()).rows, `request ${request}`).toEqual(expected);
      expect(host.bugs).toEqual([]);
    }
  });

  it('is refused by its own code, and nothing is acknowledged', async () => {
    const { Excel } = await registered();
    expect(await take('not json')).toMatchObject({ ok: false, code: 'notJson' });
    expect(await take(JSON.stringify(envelope(complaint(1))).slice(0, -40))).toMatchObject({ ok: false, code: 'cut' });
    expect(await take({ format: 'something else' })).toMatchObject({ ok: false, code: 'wrongFormat' });
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(SHEET).protection.protect();
      await context.sync();
    });
    expect(await take(envelope(complaint(1)))).toMatchObject({ ok: false, code: 'sheetProtected' });
  });

  it('of one complaint keeps the others', async () => {
    await registered();
    const bad = { ...complaint(2), grade: 7 };
    const done = valueOf(await take({ ...envelope(), count: 3, complaints: [complaint(1), bad, complaint(3)] }));
    expect(done.added).toEqual([complaint(1).id, complaint(3).id]);
    expect(done.rejected).toEqual([{ index: 1, id: complaint(2).id, part: 'grade' }]);
  });

  it('is told when the register’s table is gone', async () => {
    const { Excel } = await registered();
    const { memory } = await standing();
    await Excel.run(async (context) => {
      context.workbook.tables.getItem(memory.tableName).convertToRange();
      await context.sync();
    });
    expect(await importHandoff({ envelope: envelope(complaint(1)), rejected: [] }, memory, AS_OF)).toMatchObject({
      ok: false,
      code: 'registerGone',
    });
  });

  it('does not forget a register whose memory the file has lost', async () => {
    const { Excel } = await registered();
    await Excel.run(async (context) => {
      context.workbook.settings.getItem('redress.register').delete();
      await context.sync();
    });
    const found = await standing();
    expect(found.restored).toBe(true);
    expect(found.memory).toMatchObject({ tableName: 'ComplaintRegister', locale: 'zh-CN', policy: { id: 'general' } });
    valueOf(await take(envelope(complaint(1))));
    expect((await standing()).restored).toBe(false);
    expect((await table()).rows).toHaveLength(13);
  });
});
