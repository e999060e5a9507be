import { read, type CellObject, type WorkBook } from 'xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { periodOf } from '../../../core/statistics/periods.ts';
import { makeFindingsSheet } from '../../../excel-addin/actions/make-findings-sheet.ts';
import { makeSharingCopy } from '../../../excel-addin/actions/make-sharing-copy.ts';
import { makeStatistics } from '../../../excel-addin/actions/make-statistics.ts';
import { readStatistics } from '../../../excel-addin/actions/read-statistics.ts';
import { readReview } from '../../../excel-addin/actions/review-findings.ts';
import { writePerformance } from '../../../excel-addin/actions/write-performance.ts';
import { writeReport } from '../../../excel-addin/actions/write-report.ts';
import { workbookOf } from '../ledger-fixture.ts';
import { AS_OF, build, openWorkbook, standing, valueOf } from '../register-on-host.ts';
import { KEY } from './copied.ts';

const CUSTOMERS = ['江苏宏盛建材有限公司', '中交二航局第三项目部', '长丰商砼', '沙坪水泥制品厂'];
const CONTACTS = ['赵静/1760000088', '沈文斌 13600000039', '冯站长/17600006769'];
const STAFF = ['唐志远', '刘海波', '贺小丽'];
const PHONES = ['1760000088', '13600000039', '17600006769'];
/** Whom the sharing copy is to hide, and typed by hand into the report. */
const PEOPLE = [...CUSTOMERS, ...STAFF, ...PHONES, '赵静', '沈文斌', '冯站长', '宏盛建材', '周丽珍', '钱卫东'];

function ledger(): Uint8Array {
  const headings =
    '投诉编号 投诉日期 客户名称 联系人/电话 投诉方式 产品等级 投诉类别 投诉具体内容 责任部门 原因分析 责任人 结案日期 办理状态';
  const rows = Array.from({ length: 24 }, (_, at) => [
    ...[`TS-2026-${String(at + 1).padStart(3, '0')}`, { value: 46_266 + at, format: 'yyyy-mm-dd' }],
    ...[CUSTOMERS[at % 4] ?? '', CONTACTS[at % 3] ?? '', '微信', 'F类Ⅱ级', '质量问题', '细度超标，要求退货'],
    ...[['质控部', '生产部'][at % 2] ?? '', ['调查中', '两家电厂灰混仓', ''][at % 3] ?? '', STAFF[at % 4] ?? ''],
    ...[at % 5 === 0 ? '' : { value: 46_270 + at, format: 'yyyy-mm-dd' }, at % 5 === 0 ? '调查中' : '已结案'],
  ]);
  return workbookOf([{ name: '投诉台账', rows: [headings.split(' '), ...rows] }]);
}

/** A register with statistics, report and performance, and names that people wrote into the report. */
async function everythingMade() {
  const opened = openWorkbook(ledger());
  valueOf(await build());
  const { memory } = await standing();
  valueOf(await makeStatistics(valueOf(await readStatistics(memory, { asOf: AS_OF })), { asOf: AS_OF }));
  const review = valueOf(await readReview(memory, { asOf: AS_OF }));
  valueOf(await makeFindingsSheet(review, { at: AS_OF, accepted: [] }));
  const request = { memory, period: periodOf('2026-09-01', 'month'), asOf: AS_OF, companyName: null };
  const { sheet } = valueOf(await writeReport(request));
  valueOf(await writePerformance(request));
  await Excel.run(async (context) => {
    const paper = context.workbook.worksheets.getItem(sheet);
    const used = paper.getUsedRange().load('values');
    await context.sync();
    const values = used.values as unknown[][];
    for (const [label, down, right, name] of [
      ['责任人', 1, 0, '周丽珍'],
      ['编制', 0, 1, '钱卫东'],
    ] as const) {
      const row = values.findIndex((line) => line.includes(label));
      paper.getCell(row + down, (values[row] ?? []).indexOf(label) + right).values = [[name]];
    }
    await context.sync();
  });
  const before = opened.host.save();
  const { file, told } = valueOf(
    await makeSharingCopy(
      {
        what: 'book',
        isMasked: true,
        keepStaff: false,
        keepPictures: false,
        keepPerformance: true,
        keepOriginals: false,
      },
      { key: KEY, locale: 'zh-CN', memory, chosen: null },
      { onProgress: () => undefined, signal: new AbortController().signal },
    ),
  );
  const options = { cellFormula: true } as const;
  return {
    source: read(before, options),
    copy: read(file, options),
    parts: [unzipSync(before), unzipSync(file)],
    told,
  };
}

const cellsOf = (book: WorkBook, sheet: string) =>
  Object.entries(book.Sheets[sheet] ?? {}).filter(([ref]) => !ref.startsWith('!')) as [string, CellObject][];
const PSEUDONYM = /^(?:\S+-[0-9A-Z]{8}\s?)+$/;

describe('a copy of a workbook with statistics, report and performance', () => {
  it('hides people and nothing else', async () => {
    const { source, copy, parts, told } = await everythingMade();
    const shared = copy.SheetNames.filter((name) => source.SheetNames.includes(name));
    expect(shared.filter((name) => /统计|报告|绩效|选项|设置/.test(name)).length).toBeGreaterThanOrEqual(9);
    for (const part of Object.values(parts[1] ?? {}))
      for (const person of PEOPLE) expect(strFromU8(part)).not.toContain(person);
    const whole = new Set<string>();
    for (const sheet of shared) {
      const after = new Map(cellsOf(copy, sheet));
      for (const [ref, { v, f }] of cellsOf(source, sheet)) {
        const now = after.get(ref);
        expect(now?.f, `${sheet}!${ref}`).toBe(f);
        if (typeof v !== 'string' || now === undefined || now.v === v) continue;
        // What was changed held someone.
        if (f === undefined)
          expect(
            PEOPLE.some((person) => v.includes(person)),
            `${sheet}!${ref} ${v}`,
          ).toBe(true);
        if (PSEUDONYM.test(String(now.v))) whole.add(v);
      }
    }
    expect([...whole].filter((text) => !PEOPLE.some((person) => text.includes(person)))).toEqual([]);
    for (const name of ['选项', '设置']) expect(cellsOf(copy, name).length).toBe(cellsOf(source, name).length);
    // Drop-downs and conditional formats test for words that stand in the cells.
    const rules = (files: Record<string, Uint8Array> | undefined) =>
      Object.values(files ?? {}).flatMap((part) => strFromU8(part).match(/<(?:\w+:)?formula\d?>[^<]*/g) ?? []);
    const kept = rules(parts[1]);
    expect(kept.length).toBeGreaterThan(0);
    expect(rules(parts[0])).toEqual(expect.arrayContaining(kept));
    // Sheets of our own are no columns to look through, nor is what only the add-in reads.
    expect(told.openColumns.map(({ sheet }) => sheet)).toEqual(
      shared.filter((name) => !/统计|报告|绩效|选项|设置|事件/.test(name) && cellsOf(copy, name).length > 0),
    );
  });
});
