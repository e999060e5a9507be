import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pasteHtml, pasteText, type PasteCell } from '../../../core/handoff/paste-text.ts';
import { pasteCell } from '../../../core/register/outgoing-rows.ts';

/** What hostile mails put into a cell: formulas in several widths, markup, separators, quotes. */
const nasty = fc.oneof(
  fc.constantFrom(
    '=1+1',
    '+86 138 0000 1234',
    '-2',
    '@SUM(A1)',
    '＝cmd',
    '  =HYPERLINK("http://x")',
    '\t=1',
    '\n=1',
    "'=1",
    '"=1',
    '"a\tb',
    '<img src=x onerror=alert(1)>',
    '</td><td>=1',
    'a\r\nb',
    '\u2028=1',
  ),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '"', "'", '\t', '\n', '\r', '<', '&', 'a', '1', ' ') }),
);
const cellOf = (text: string): PasteCell => pasteCell({ value: text, shows: 'text' }, false);
const table = fc.array(fc.array(nasty, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 });

/** Cells as a spreadsheet takes them from tab-separated text: a cell that begins with a quote goes on to the closing one. */
function readTsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let rest = text;
  for (;;) {
    const quoted = /^"((?:[^"]|"")*)"/.exec(rest);
    const plain = /^[^\t\r\n]*/.exec(rest)?.[0] ?? '';
    rows.at(-1)?.push(quoted ? (quoted[1] ?? '').replaceAll('""', '"') : plain);
    rest = rest.slice((quoted?.[0] ?? plain).length);
    if (rest === '') return rows;
    if (rest.startsWith('\t')) rest = rest.slice(1);
    else if (rest.startsWith('\r\n')) {
      rows.push([]);
      rest = rest.slice(2);
    } else throw new Error(`unexpected ${JSON.stringify(rest.slice(0, 5))}`);
  }
}

const RUNS = /^[\s\u3000\uFEFF]*[=+\-@＝＋－＠]/u;

describe('rows as text', () => {
  it('have as many rows and cells as were given, whatever stands in them', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const read = readTsv(pasteText(rows.map((row) => row.map(cellOf))));
        expect(read.map((row) => row.length)).toEqual(rows.map((row) => row.length));
      }),
    );
  });

  it('hold no cell that a sheet would calculate', () => {
    fc.assert(
      fc.property(table, (rows) => {
        for (const cell of readTsv(pasteText(rows.map((row) => row.map(cellOf)))).flat())
          expect(cell).not.toMatch(RUNS);
      }),
    );
  });

  it('keep harmless words as they are', () => {
    const rows = [
      ['华科混凝土', 'FA-20261112', '12 箱'],
      ['结块', '13800001234', 'a"b'],
    ];
    expect(pasteText(rows.map((row) => row.map(cellOf)))).toBe(
      '华科混凝土\tFA-20261112\t12 箱\r\n结块\t13800001234\ta"b',
    );
  });
});

describe('rows as a table', () => {
  const cellsOf = (html: string) => [...html.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, inner = '']) => inner);

  it('hold no markup but our own, and no cell that a sheet would calculate', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const cells = cellsOf(pasteHtml(rows.map((row) => row.map(cellOf))));
        expect(cells).toHaveLength(rows.flat().length);
        for (const cell of cells) {
          const text = cell.replaceAll('<br style="mso-data-placement:same-cell">', '\n');
          expect(text).not.toMatch(/[<>"']/);
          expect(text.replace(/&#39;/g, "'").replace(/^\n+/, '')).not.toMatch(RUNS);
        }
      }),
    );
  });

  it('write phones and ids as text, and dates and numbers not', () => {
    const html = pasteHtml([
      [
        cellOf('013800001234'),
        pasteCell({ value: 46346.5, shows: 'moment' }, false),
        pasteCell({ value: 3, shows: 'number' }, false),
      ],
    ]);
    expect(html).toContain(`<td style="mso-number-format:'\\@'">013800001234</td>`);
    expect(html).toContain('<td>2026-11-20 12:00</td><td>3</td>');
  });
});

describe('a date', () => {
  it.each([
    [46346, 'day', false, '2026-11-20'],
    [46346 - 1462, 'day', true, '2026-11-20'],
    [46346.999999, 'moment', false, '2026-11-21 00:00'],
    [0.375, 'clock', false, '09:00'],
    [59, 'day', false, '1900-02-28'],
    [61, 'day', false, '1900-03-01'],
  ] as const)('%s as %s is pasted as a reader writes it', (value, shows, date1904, text) => {
    expect(pasteCell({ value, shows }, date1904)).toEqual({ text, isText: false });
  });
});
