import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read, utils, type CellObject, type WorkBook } from 'xlsx';
import { HEADER, ROWS } from './ledgers/ledger-rows.ts';

const open = (name: string): WorkBook =>
  read(readFileSync(join(import.meta.dirname, 'ledgers', name)), { cellFormula: true, cellNF: true });
const rows = (book: WorkBook, sheet: string): unknown[][] =>
  utils.sheet_to_json(book.Sheets[sheet] ?? {}, { header: 1, raw: true, defval: null });

describe('the sample ledger', () => {
  const book = open('粉煤灰客户投诉台账.xlsx');
  const ledger = book.Sheets['客户投诉台账'] ?? {};

  it('has its header in row 4 below merged title rows, and one complaint a row', () => {
    const sheet = rows(book, '客户投诉台账');
    expect(sheet[3]).toEqual(HEADER);
    expect(sheet).toHaveLength(ROWS.length + 4);
    expect(ledger['!merges']?.every(({ e }) => e.r < 3)).toBe(true);
    expect(ledger['!autofilter']).toBeUndefined();
  });

  it('holds dates as serials and as text', () => {
    const dates = Array.from(ROWS, (_row, index) => (ledger[`B${index + 5}`] as CellObject).v);
    expect(dates[0]).toBeCloseTo(46085 + (9 * 60 + 10) / 1440, 8);
    expect(dates).toContain('2026年9月3日 14:20');
    expect(dates).toContain('2026.9.15 9:05');
    expect(dates).toContain('2026年3月18日');
  });

  it('counts over the ledger on another sheet', () => {
    expect(book.SheetNames).toEqual(['客户投诉台账', '填写说明', '统计']);
    expect((book.Sheets['统计']?.['B2'] as { f?: string }).f).toBe('COUNTIF(客户投诉台账!$K$5:$K$28,A2)');
  });
});

describe('the sample ledger by year', () => {
  it('has year rows, totals and a filter, so that only a new sheet can hold its register', () => {
    const book = open('粉煤灰客户投诉台账（分年）.xlsx');
    const first = rows(book, '客户投诉台账').map((row) => row[0]);
    expect(first.filter((cell) => typeof cell === 'string')).toEqual(
      expect.arrayContaining(['2025年', '2026年', '合计']) as unknown,
    );
    expect(book.Sheets['客户投诉台账']?.['!autofilter']).toBeDefined();
  });
});
