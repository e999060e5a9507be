import { describe, expect, it } from 'vitest';
import { numberWithUnit } from '../../../core/register/column-habits.ts';
import { oddPhones } from '../../../core/register/odd-phones.ts';
import { misspelling } from '../../../core/register/spelling.ts';
import { isUndecided } from '../../../core/register/unclear-words.ts';

describe('oddPhones', () => {
  const grouped = Array.from({ length: 20 }, (_, at) => `312-555-01${String(at + 10)}`);
  const joined = Array.from({ length: 20 }, (_, at) => `016329600${String(at + 10)}`);

  it.each<[string, string[], string, boolean]>([
    ['a digit short in its last group', grouped, '312-555-010', true],
    ['a digit too many', grouped, '312-5550-0187', true],
    ['like the others', grouped, '920-555-0182', false],
    ['another way of writing', grouped, '(0)20 7946 0182', false],
    ['no number at all', grouped, 'see email', false],
    ['a digit short behind a zero', joined, '0163296034', true],
    ['a lost zero, told elsewhere', joined, '1632960340', false],
    ['a mobile number of a wrong length, told elsewhere', joined, '0770090022', false],
  ])('%s', (_, column, text, wanted) => {
    expect(oddPhones([...column, text])(text)).toBe(wanted);
  });

  it('has no opinion of a short column', () => {
    expect(oddPhones(['312-555-0187', '312-555-010'])('312-555-010')).toBe(false);
  });

  it('takes for the manner of a column what many cells do', () => {
    expect(oddPhones([...grouped, ...Array.from({ length: 10 }, () => '312-555-010')])('312-555-010')).toBe(false);
  });
});

describe('what single cells say', () => {
  it.each([
    ['8 ea', 8],
    ['1,200件', 1200],
    ['３台', 3],
    ['2 months', null],
    ['about 8', null],
  ])('%s is the number %s with a unit', (text, number) => {
    expect(numberWithUnit(text)).toBe(number);
  });

  it.each([
    ['hardwear', 'hardware', 'sure'],
    ['cleanlines', 'cleanliness', 'sure'],
    ['车矿卫生', '车况卫生', 'sure'],
    ['delays', 'delay', null],
    ['leaks', 'leak', null],
  ])('%s for %s: %s', (word, usual, wanted) => {
    expect(misspelling(word, usual)).toBe(wanted);
  });

  it.each(['待核', '待认定', '待商议?', '待修'])('knows whether %s decides anything', (word) => {
    expect(isUndecided(word)).toBe(word === '待核' || word === '待认定');
  });
});
