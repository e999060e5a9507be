import { describe, expect, it } from 'vitest';
import { isChosen, readPart } from './in-part.ts';

const ids = Array.from({ length: 300 }, (_, index) => `d${String(index).padStart(3, '0')}`);
const partOf = (text: string) => ids.filter((id) => isChosen(id, { ids: null, part: readPart(text) }));

describe('parts of a set', () => {
  it.each([
    ['1/3', { numbers: [1], of: 3 }],
    ['1,2/3', { numbers: [1, 2], of: 3 }],
    ['0/3', null],
    ['4/3', null],
    ['1/0', null],
    ['third', null],
  ])('%s', (text, part) => {
    expect(readPart(text)).toEqual(part);
  });

  it('do not overlap, leave nothing out and are about equal', () => {
    const parts = ['1/3', '2/3', '3/3'].map(partOf);
    expect(parts.flat().sort()).toEqual(ids);
    for (const part of parts) expect(part.length).toBeGreaterThan(75);
    expect(partOf('1,2/3').sort()).toEqual([...(parts[0] ?? []), ...(parts[1] ?? [])].sort());
  });

  it('hold the same ids in every run', () => {
    expect(partOf('1/3').slice(0, 4)).toEqual(['d000', 'd003', 'd004', 'd006']);
  });

  it('are cut out of the named ids', () => {
    const named = { ids: new Set(['d001', 'd002']), part: null };
    expect(ids.filter((id) => isChosen(id, named))).toEqual(['d001', 'd002']);
  });
});
