import { describe, expect, it } from 'vitest';
import { columnLetters } from '../../core/register/cell-address.ts';
import { openRegister, sheetRow } from '../../core/register/refresh/open-register.ts';
import { refreshRegister } from '../../excel-addin/actions/refresh-register.ts';
import { readRegisterCells } from '../../excel-addin/workbook/read-register-cells.ts';
import { workbookOf, type FixtureSheet } from './ledger-fixture.ts';
import { build, openWorkbook, standing, valueOf, ZONE } from './register-on-host.ts';

const NEXT_YEAR = '2027-02-03T09:00:00+08:00';
const HEADER = ['日期', '客户名称', '联系电话', '问题描述', '处理结果'];

/** A ledger whose dates lack the year, which stands in its title alone. */
function ledger(name: string, title: string, rows: readonly string[], merges: readonly string[] = []): FixtureSheet {
  const dated = rows.map((text, at) =>
    text.endsWith('年')
      ? [text, '', '', '', '']
      : [text, `${name}客户${at}`, `139000011${10 + at}`, `第${at}箱漏液`, '换货'],
  );
  return { name, rows: [[title], HEADER, ...dated], merges: ['A1:E1', ...merges] };
}

/** When the complaints were received, by what stands in the register now, and its deadlines. */
async function standingDates(asOf: string) {
  const { memory } = await standing();
  const { cells } = valueOf(await readRegisterCells(memory));
  const { reader, columns } = openRegister(memory, cells, { zone: ZONE, asOf });
  return {
    received: cells.values.map((_, index) => reader.read(sheetRow(cells, index)).values.receivedAt ?? ''),
    deadlines: cells.values.map((row) => row.filter((_, at) => columns[at]?.role.startsWith('deadline:'))),
  };
}

const YEAR_2023 = ['2023-03-05', '2023-11-30'];

describe('the year of dates that name none', () => {
  it.each<[string, FixtureSheet[], string[]]>([
    ['stands in a title above the table', [ledger('台账', '2023年客诉台账', ['3月5日', '11月30日'])], YEAR_2023],
    ['stands in the name of the sheet', [ledger('2023年', '客诉台账', ['3月5日', '11月30日'])], YEAR_2023],
    [
      'stands in a title that a new sheet does not quote',
      [ledger('台账', '2023年客诉台账', ['3月5日', '11月30日'], ['E3:E4'])],
      YEAR_2023,
    ],
    [
      'changes between its rows',
      [ledger('台账', '客诉台账', ['2023年', '12月30日', '2024年', '1月2日'])],
      ['2023-12-30', '2024-01-02'],
    ],
    [
      'stands on the sheets of months that were gathered',
      [ledger('12月', '2023年12月', ['12月30日']), ledger('1月', '2024年1月', ['1月2日'])],
      ['2023-12-30', '2024-01-02'],
    ],
    ['stands nowhere and is that of making the register', [ledger('台账', '客诉台账', ['3月5日'])], ['2026-03-05']],
  ])('%s: it stays next year, without the memory, and when a row above has gone', async (_, sheets, received) => {
    const { host } = openWorkbook(workbookOf(sheets));
    valueOf(await build());
    const { memory, sheet } = await standing();
    const built = await standingDates(NEXT_YEAR);
    expect(built.received).toEqual(received);
    const refreshed = valueOf(await refreshRegister(memory, { asOf: NEXT_YEAR }));
    expect(refreshed.findings.filter(({ code }) => code === 'futureTime')).toEqual([]);
    expect(await standingDates(NEXT_YEAR)).toEqual(built);
    const area = host.workbook.tableNamed(memory.tableName)?.area;
    if (area === undefined) throw new Error('no table');
    if (area.row > 0) host.userEdits(sheet, 'A1', [['客诉台账']]);
    for (const key of [...host.workbook.settings.keys()]) host.workbook.settings.delete(key);
    expect((await standingDates(NEXT_YEAR)).received).toEqual(received);
    expect(host.bugs).toEqual([]);
  });

  it.each([
    ['behind December', ['12月20日', '12月28日'], '1月3日', '2027-01-03'],
    ['late in the register', ['12月20日', '12月28日'], '11月30日', '2026-11-30'],
    ['forgotten until January', ['2027-01-02', '2027-01-04'], '12月30日', '2026-12-30'],
  ])('of a row typed below the others, %s, is told by them', async (_, dates, typed, received) => {
    const { host } = openWorkbook(workbookOf([ledger('2026年', '客诉台账', dates)]));
    valueOf(await build());
    const { memory, sheet } = await standing();
    const area = host.workbook.tableNamed(memory.tableName)?.area;
    if (area === undefined) throw new Error('no table');
    const below = `A${area.row + area.rows + 1}:D${area.row + area.rows + 1}`;
    host.userEdits(sheet, below, [[typed, '新客户', '13900002222', '少一箱']]);
    valueOf(await refreshRegister(memory, { asOf: NEXT_YEAR }));
    expect((await standingDates('2029-06-01T09:00:00+08:00')).received.at(-1)).toBe(received);
  });

  it('of a copied row that gets another day is no longer that of its model', async () => {
    const { host } = openWorkbook(workbookOf([ledger('2026年', '客诉台账', ['11月9日', '12月28日'])]));
    valueOf(await build());
    const { memory, sheet } = await standing();
    const { cells } = valueOf(await readRegisterCells(memory));
    const [model = []] = cells.values.slice(-1);
    const row = cells.area.row + cells.values.length + 2;
    host.userEdits(sheet, `A${row}:${columnLetters(model.length - 1)}${row}`, [model.with(0, '1月3日')]);
    valueOf(await refreshRegister(memory, { asOf: NEXT_YEAR }));
    const { received } = await standingDates('2029-06-01T09:00:00+08:00');
    expect(received).toEqual(['2026-11-09', '2026-12-28', '2027-01-03']);
  });

  it('of a step behind the turn of the year is the next one', async () => {
    const rows = [
      ['投诉日期', '客户名称', '问题描述', '结案日期'],
      ['12月28日', '客户', '漏液', '1月3日'],
    ];
    openWorkbook(workbookOf([{ name: '2023年', rows }]));
    valueOf(await build());
    const { memory } = await standing();
    const { cells } = valueOf(await readRegisterCells(memory));
    const { reader } = openRegister(memory, cells, { zone: ZONE, asOf: NEXT_YEAR });
    const { values, findings } = reader.read(sheetRow(cells, 0));
    expect(values).toMatchObject({ receivedAt: '2023-12-28', closedAt: '2024-01-03' });
    expect(findings.map(({ code }) => code)).toEqual(['yearAssumed', 'yearAssumed']);
  });

  it('follows the date when somebody writes it out', async () => {
    const { host } = openWorkbook(workbookOf([ledger('台账', '2023年客诉台账', ['3月5日', '11月30日'])]));
    valueOf(await build());
    const { memory, sheet } = await standing();
    host.userEdits(sheet, 'A3', [['2024年3月5日']]);
    valueOf(await refreshRegister(memory, { asOf: NEXT_YEAR }));
    expect((await standingDates(NEXT_YEAR)).received).toEqual(['2024-03-05', '2023-11-30']);
  });
});
