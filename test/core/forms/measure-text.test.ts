import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesHeight, linesWithin, wrapLines } from '../../../core/forms/measure-text.ts';
import { sheetName } from '../../../core/forms/sheet-name.ts';

describe('the measuring of texts', () => {
  it('cuts any text into lines that give it again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 10, max: 500 }), (text, width) => {
        expect(wrapLines(text, width, 10).join('')).toBe(text);
      }),
    );
  });

  it.each([
    ['', 100, 1],
    ['甲'.repeat(9), 100, 1],
    ['甲'.repeat(10), 100, 2],
    ['one\ntwo', 100, 2],
    ['two words here', 70, 2],
    ['x'.repeat(100), 60, 10],
  ])('%j in %d points takes %d lines', (text, width, lines) => {
    expect(wrapLines(text, width, 10)).toHaveLength(lines);
  });

  it('keeps a word together where it fits', () => {
    expect(wrapLines('complaint handling', 80, 10)).toEqual(['complaint ', 'handling']);
  });

  it('takes as many lines into a height as it made the height for', () => {
    for (const size of [8, 9, 10.5])
      for (const lines of [1, 2, 7, 25]) expect(linesWithin(linesHeight(lines, size), size)).toBe(lines);
  });
});

describe('the name of a sheet', () => {
  it.each([
    ['20261120-003', '20261120-003'],
    ['TS/2026/11:[3]?', 'TS-2026-11--3--'],
    ["'quoted'", 'quoted'],
    ['x'.repeat(40), 'x'.repeat(31)],
    ['History', 'History_'],
    ['', '_'],
  ])('%j becomes %j', (wanted, name) => {
    expect(sheetName(wanted)).toBe(name);
  });
});
