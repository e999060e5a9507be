import { describe, expect, it } from 'vitest';
import type { PlacedFinding } from '../../core/register/findings/review.ts';
import type { RegisterColumn } from '../../core/register/register-plan.ts';
import { readReview, type ReviewRead } from '../../excel-addin/actions/review-findings.ts';
import { refreshRegister } from '../../excel-addin/actions/refresh-register.ts';
import { readChangeJournal } from '../../excel-addin/workbook/change-journal.ts';
import { keepDecision, readDecisions, takeDecisionBack } from '../../excel-addin/workbook/finding-decisions.ts';
import { readSheets } from '../../excel-addin/workbook/read-sheets.ts';
import { writeFixes, type CellFix, type WrittenFix } from '../../excel-addin/workbook/write-fixes.ts';
import { insertCells } from '../excel-host/model/shift-cells.ts';
import { cleanLedger } from './ledger-fixture.ts';
import { AS_OF, build, openWorkbook, reopening, standing, valueOf } from './register-on-host.ts';
import { ledgerWithSlips } from './slips-fixture.ts';

const openBuilt = reopening(async () => {
  const opened = openWorkbook(ledgerWithSlips());
  valueOf(await build());
  return opened;
});

async function slips() {
  const opened = await openBuilt();
  const { memory, sheet } = await standing();
  const read = () => readReview(memory, { asOf: AS_OF }).then(valueOf);
  const review = await read();
  const fixes = fixesOf(review);
  const write = (chosen: readonly CellFix[]) =>
    writeFixes({ memory, columns: review.columns, fixes: chosen, at: AS_OF });
  /** All cells of all sheets but the change journal, values, formulas and formats alike. */
  const cells = async () => {
    const sheets = valueOf(await readSheets());
    return Object.fromEntries(
      sheets
        .filter(({ name }) => !name.includes('记录') && !name.includes('日志'))
        .map(({ name, values, formulas, numberFormats }) => [name, { values, formulas, numberFormats }]),
    );
  };
  return { opened, memory, sheet, read, review, fixes, write, cells };
}

function fixesOf({ review }: ReviewRead): CellFix[] {
  return review.items.flatMap((item) => (item.fix === null || item.header === null ? [] : [fixOf(item, item.fix)]));
}

function fixOf({ key, number, header, value }: PlacedFinding, fix: string | number): CellFix {
  return { id: key, number, header: header ?? '', before: value, to: { fix }, why: 'test' };
}

function backOf({ id, number, header, before: value, beforeFormat: format, after }: WrittenFix): CellFix {
  return { id, number, header, before: after, to: { value, format }, why: 'undo' };
}

type Cells = Record<string, { values: unknown[][]; formulas: unknown[][]; numberFormats: string[][] }>;

/** The places in which two workbooks differ. */
function differences(before: Cells, after: Cells): string[] {
  return Object.keys({ ...before, ...after }).flatMap((name) => {
    const [one, other] = [before[name]?.values ?? [], after[name]?.values ?? []];
    return Array.from({ length: Math.max(one.length, other.length) }, (_, row) =>
      Array.from({ length: Math.max(one[row]?.length ?? 0, other[row]?.length ?? 0) }, (_, column) =>
        one[row]?.[column] === other[row]?.[column] ? [] : [`${name} ${row},${column}`],
      ).flat(),
    ).flat();
  });
}

describe('the review of a register', () => {
  it('places what was found, with what each cell would become', async () => {
    const { review, opened } = await slips();
    const byKind = new Map(review.review.items.map((item) => [item.kind, item]));
    expect(byKind.get('ditto')).toMatchObject({ header: '责任部门', value: '同上', fix: '质检部' });
    expect(byKind.get('strayBlanks')).toMatchObject({ header: '客户名称', fix: '浙江金桥混凝土有限公司' });
    expect(byKind.get('closedBeforeReceived')).toMatchObject({ header: '完成日期', fix: null });
    expect(review.review.items.every(({ number }) => number !== '')).toBe(true);
    expect(review.review.spellings.map(({ header, spellings }) => [header, spellings.map(({ text }) => text)])).toEqual(
      [['责任部门', ['质检部', '質檢部', '质 检部']]],
    );
    expect(review.review.twins).toMatchObject([{ field: 'batchNo', value: 'FA20261012', daysApart: 3 }]);
    expect(opened.host.bugs).toEqual([]);
  });

  it('asks about a word once: as a slip, and no more among the spellings', async () => {
    const { opened, sheet, read } = await slips();
    for (const address of ['G20', 'G21']) opened.host.userEdits(sheet, address, [['质捡部']]);
    const { items, spellings } = (await read()).review;
    expect(items.filter(({ kind }) => kind === 'misspelled').map(({ value, fix }) => [value, fix])).toEqual([
      ['质捡部', '质检部'],
      ['质捡部', '质检部'],
    ]);
    expect(spellings.map((group) => group.spellings.map(({ text }) => text))).toEqual([
      ['质检部', '質檢部', '质 检部'],
    ]);
  });

  it('changes nothing', async () => {
    const { cells, read } = await slips();
    const before = await cells();
    await read();
    expect(await cells()).toEqual(before);
  });
});

describe('an accepted fix', () => {
  it('changes its cell and no other, keeps formats, and is a finding no more', async () => {
    const { memory, fixes, write, cells, read } = await slips();
    const before = await cells();
    const [blank] = fixes.filter(({ to }) => 'fix' in to && to.fix === '浙江金桥混凝土有限公司');
    if (blank === undefined) throw new Error('no fix');
    const done = valueOf(await write([blank]));
    expect(done).toMatchObject({ written: [{ id: blank.id, after: '浙江金桥混凝土有限公司' }], left: [] });
    const after = await cells();
    expect(differences(before, after)).toEqual([`${done.sheet} 3,1`]);
    expect(after[done.sheet]?.numberFormats).toEqual(before[done.sheet]?.numberFormats);
    expect((await read()).review.items.filter(({ key }) => key === blank.id)).toEqual([]);
    valueOf(await refreshRegister(memory, { asOf: AS_OF }));
  });

  it('makes a number of a number kept as text, in the format that the column has', async () => {
    const { fixes, write, opened, sheet } = await slips();
    const numbers = fixes.filter(({ to }) => 'fix' in to && typeof to.fix === 'number');
    expect(numbers.length).toBeGreaterThan(0);
    valueOf(await write(numbers));
    expect(opened.host.values(sheet, 'H13')).toEqual([[21]]);
  });

  it('all together change their cells only; taken back, every cell is as before', async () => {
    const { fixes, write, cells } = await slips();
    const before = await cells();
    const done = valueOf(await write(fixes));
    const unique = new Set(fixes.map(({ number, header }) => `${number} ${header}`));
    expect(done.written).toHaveLength(unique.size);
    expect(done.left.every(({ because }) => because === 'changed')).toBe(true);
    expect(valueOf(await write(done.written.map(backOf))).left).toEqual([]);
    expect(await cells()).toEqual(before);
  });

  it('broken off at whichever action leaves each cell as it was or as agreed, and can be accepted again', async () => {
    const { opened, fixes, write, cells } = await slips();
    const chosen = fixes.slice(0, 3);
    const before = await cells();
    const start = opened.host.requests.length;
    const whole = valueOf(await write(chosen));
    const actions = opened.host.requests.slice(start).reduce((sum, request) => sum + request.actions, 0);
    expect(actions).toBeGreaterThan(20);
    const agreed = await cells();
    const places = differences(before, agreed);
    const undo = whole.written.map(backOf);
    valueOf(await write(undo));
    let broken = 0;
    for (let action = 1; action <= actions; action++) {
      opened.host.faults.failAction(action, 'GeneralException');
      if (!(await write(chosen)).ok) broken++;
      const now = await cells();
      const strange = differences(agreed, now).filter((place) => !places.includes(place));
      expect(strange, `action ${action}`).toEqual([]);
      const again = valueOf(await write(chosen));
      expect(again.left.every(({ because }) => because === 'changed')).toBe(true);
      expect(differences(agreed, await cells()), `action ${action}`).toEqual([]);
      valueOf(await write(undo));
      expect(await cells(), `action ${action}`).toEqual(before);
    }
    expect(broken).toBeGreaterThan(actions / 2);
  }, 300_000);

  it('leaves a cell that somebody changed meanwhile, and one that holds a formula', async () => {
    const { fixes, write, opened, sheet } = await slips();
    const [blank] = fixes.filter(({ header }) => header === '客户名称');
    if (!blank) throw new Error('no fix');
    opened.host.userEdits(sheet, 'B4', [['上海建工']]);
    expect(valueOf(await write([blank])).left).toEqual([{ id: blank.id, because: 'changed' }]);
    opened.host.userEdits(sheet, 'B4', [['="浙江金桥混凝土有限公司  "']]);
    expect(valueOf(await write([blank])).left).toEqual([{ id: blank.id, because: 'formula' }]);
  });

  it('finds its row by the number after rows were moved, and says when it is gone', async () => {
    const { fixes, write, opened, sheet, memory } = await slips();
    const [blank] = fixes.filter(({ header }) => header === '客户名称');
    if (!blank) throw new Error('no fix');
    await opened.Excel.run(async (context) => {
      context.workbook.worksheets.getItem(sheet).getRange('3:3').insert('Down');
      await context.sync();
    });
    expect(valueOf(await write([blank])).written[0]?.address).toBe('B5');
    expect(valueOf(await write([{ ...blank, number: 'KS-0' }])).left).toEqual([{ id: blank.id, because: 'rowGone' }]);
    const numberAt = memory.columns.findIndex(({ role }: RegisterColumn) => role === 'number');
    expect(numberAt).toBeGreaterThan(0);
  });

  it('changes no cell of another complaint when a row is put in between, be it within a round or between two', async () => {
    const clean = await slips();
    const chosen = clean.fixes.filter(({ header }) => header === '客户名称' || header === '责任部门');
    const start = clean.opened.host.requests.length;
    const whole = valueOf(await clean.write(chosen));
    const requests = clean.opened.host.requests.length - start;
    expect(whole.written.length).toBeGreaterThan(1);
    const rows = (cells: Cells) => cells[whole.sheet]?.values.filter(([named]) => named !== '');
    const agreed = rows(await clean.cells());
    for (let request = 1; request < requests; request++) {
      const { opened, sheet, write, cells } = await slips();
      opened.host.faults.afterRequest(request, () => {
        const place = { row: 2, column: 0, rows: 1, columns: 16_384 };
        opened.host.actAs({ kind: 'remote' }, () => insertCells(opened.host.sheet(sheet), place, 'Down', []));
      });
      const { written } = valueOf(await write(chosen));
      expect(rows(await cells()), `after request ${request}`).toEqual(agreed);
      const { entries } = await opened.Excel.run(readChangeJournal);
      const edits = entries.flatMap((entry) => (entry.kind === 'edit' ? [entry.address] : []));
      expect(edits.toSorted()).toEqual(written.map(({ address }) => address).toSorted());
    }
  }, 300_000);

  it('finds its rows anew when a row is put in between two rounds', async () => {
    const opened = openWorkbook(cleanLedger(500));
    valueOf(await build());
    const { memory, sheet } = await standing();
    const top = (opened.host.workbook.tableNamed(memory.tableName)?.area.row ?? 0) + 1;
    const [header, ...before] = opened.host.values(sheet, `A${top}:AZ${top + 500}`);
    const at = (wanted: (column: RegisterColumn) => boolean) =>
      header?.indexOf(memory.columns.find(wanted)?.header ?? '') ?? -1;
    const product = at(({ fields }) => fields.includes('productName'));
    const number = at(({ role }) => role === 'number');
    const chosen = before.filter((_, index) => index % 2 === 0);
    const fixes = chosen.map((row, index) => ({
      ...{ id: String(index), number: String(row[number]), header: String(header?.[product]) },
      ...{ before: row[product] ?? '', to: { fix: '粉煤灰二级' }, why: 'test' },
    }));
    const onProgress = (done: number) => {
      if (done === 0) return;
      const place = { row: top, column: 0, rows: 1, columns: 16_384 };
      opened.host.actAs({ kind: 'remote' }, () => insertCells(opened.host.sheet(sheet), place, 'Down', []));
    };
    valueOf(await writeFixes({ memory, columns: memory.columns, fixes, at: AS_OF, onProgress }));
    const after = opened.host.values(sheet, `A${top + 1}:AZ${top + 501}`).filter(([named]) => named !== '');
    const changed = after.filter((row) => row[product] === '粉煤灰二级').map((row) => row[number]);
    expect(changed).toEqual(chosen.map((row) => row[number]));
  }, 120_000);

  it('on a protected sheet says so', async () => {
    const { fixes, write, opened, sheet } = await slips();
    await opened.Excel.run(async (context) => {
      context.workbook.worksheets.getItem(sheet).protection.protect();
      await context.sync();
    });
    expect(await write(fixes)).toMatchObject({ ok: false, code: 'sheetProtected' });
  });
});

it('what was said to be right so is kept in the workbook, and can be taken back', async () => {
  const { review } = await slips();
  const [first, second] = review.review.items;
  if (!first || !second) throw new Error('no findings');
  for (const { key } of [first, second]) valueOf(await keepDecision({ key, at: AS_OF }));
  expect(valueOf(await readDecisions()).map(({ key }) => key)).toEqual([first.key, second.key]);
  valueOf(await takeDecisionBack(first.key));
  expect(valueOf(await readDecisions()).map(({ key }) => key)).toEqual([second.key]);
});
