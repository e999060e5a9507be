import { describe, expect, it } from 'vitest';
import { numberWithUnit } from '../../../core/register/column-habits.ts';
import { phoneHabits } from '../../../core/register/phone-habits.ts';
import { checkPhone } from '../../../core/register/read-phone.ts';
import { misspelling } from '../../../core/register/spelling.ts';
import { isUndecided } from '../../../core/register/unclear-words.ts';

describe('phoneHabits', () => {
  const grouped = Array.from({ length: 20 }, (_, at) => `312-555-01${String(at + 10)}`);
  const joined = Array.from({ length: 20 }, (_, at) => `016329600${String(at + 10)}`);

  it.each<[string, string[], string, boolean]>([
    ['a digit short in its last group', grouped, '312-555-010', true],
    ['a digit too many', grouped, '312-5550-0187', true],
    ['like the others', grouped, '920-555-0182', false],
    ['another way of writing', grouped, '(0)20 7946 0182', false],
    ['no number at all', grouped, 'see email', false],
    ['a digit short behind a zero', joined, '0163296034', true],
    ['another area, where numbers may be shorter', joined, '0204960182', false],
    ['a lost zero, told elsewhere', joined, '1632960340', false],
    ['a hotline', [...grouped, '8001234567'], '800123456', false],
  ])('%s', (_, column, text, wanted) => {
    expect(phoneHabits([...column, text]).isOdd(text)).toBe(wanted);
  });

  it('has no opinion of a short column', () => {
    expect(phoneHabits(['312-555-0187', '312-555-010']).isOdd('312-555-010')).toBe(false);
  });

  it('takes for the manner of a column what many cells do', () => {
    const many = Array.from({ length: 10 }, () => '312-555-010');
    expect(phoneHabits([...grouped, ...many]).isOdd('312-555-010')).toBe(false);
  });
});

describe('checkPhone, by the habits of a column', () => {
  const times = (count: number, text: (at: string) => string | number) =>
    Array.from({ length: count }, (_, at) => text(String(10 + at)));
  const COLUMNS: Record<string, (string | number)[]> = {
    hongKong: [...times(12, (at) => `9555 45${at}`), ...times(8, (at) => Number(`655544${at}`))],
    hongKongAbroad: [...times(9, (at) => `+852 9555 45${at}`), ...times(9, (at) => `139000011${at}`)],
    extensions: times(12, (at) => `80${at}`),
    mainland: [...times(14, (at) => `139000011${at}`), '0731-5555425', '5555425'],
    taiwan: [...times(12, (at) => `0922-000-4${at}`), '02-2712-3456'],
    australia: [...times(12, (at) => `0491 570 4${at}`), ...times(5, (at) => `(02) 5550 07${at}`)],
    britain: [...times(12, (at) => `07700 9001${at}`), ...times(8, (at) => `0161 496 01${at}`)],
    americanNumbers: times(12, (at) => Number(`${at.endsWith('1') ? '713' : '312'}55501${at}`)),
    india: [...times(8, (at) => `98765 432${at}`), ...times(4, (at) => Number(`79765432${at}`))],
    malaysia: times(12, (at) => `012-345 67${at}`),
    newZealand: times(12, (at) => `021 555 1${at}`),
    philippines: times(12, (at) => `091712345${at}`),
    indiaWithSlips: [...times(36, (at) => `98765432${at}`), ...times(5, (at) => `9876543${at}`)],
    americaWithSlips: [...times(36, (at) => `312-555-01${at}`), ...times(5, (at) => `312-555-0${at}`)],
    singapore: [...times(30, (at) => `9123 45${at}`), ...times(3, (at) => `9123 4${at}`)],
    areas: [...times(12, (at) => `139000011${at}`), ...times(30, (at) => `888888${at}`), '5555123', '5555124'],
  };

  it.each<[column: string, cell: string | number, code: string | null]>([
    ['hongKong', '9555 8782', null],
    ['hongKong', 65557209, null],
    ['hongKong', '9555859', 'badPhone'],
    ['hongKong', '955587821', 'badPhone'],
    ['hongKong', '6555 7209 / 9555 4076', 'twoPhones'],
    ['hongKongAbroad', '95554582', null],
    ['extensions', '8021', null],
    ['mainland', '5555425', 'phoneWithoutArea'],
    ['mainland', '136-0000-972', 'badPhone'],
    ['mainland', 1390000692, 'badPhone'],
    ['mainland', '4008001234', null],
    ['taiwan', 910000021, 'lostZero'],
    ['taiwan', '091000002', 'badPhone'],
    ['australia', 491570356, 'lostZero'],
    ['australia', 255500759, 'lostZero'],
    ['australia', '07 5550 1234', null],
    ['australia', '5550 9189', 'phoneWithoutArea'],
    ['australia', '1800 555 123', null],
    ['malaysia', '011-1234 5678', null],
    ['malaysia', '1-300-88-2525', null],
    ['malaysia', '012-345 678', 'badPhone'],
    ['newZealand', '027 555 1234', null],
    ['britain', '0800 1111', null],
    ['britain', 1614960123, 'lostZero'],
    ['britain', '0770090012', 'badPhone'],
    ['americanNumbers', 7135550188, null],
    ['india', 7976543210, null],
    ['philippines', '09171234567', null],
    ['philippines', '0917123456', 'badPhone'],
    ['indiaWithSlips', '987654321', 'badPhone'],
    ['americaWithSlips', '312-555-018', 'badPhone'],
    ['singapore', '9123 458', 'badPhone'],
    ['areas', '5555125', 'phoneWithoutArea'],
    ['australia', '0491 570 158 0491 570 159', 'twoPhones'],
    ['australia', '0491 570 158\n(02) 5550 0712', 'twoPhones'],
    ['australia', '13 11 14', null],
    ['taiwan', 'jane@example.com', null],
    ['taiwan', '不留', 'badPhone'],
  ])('%s: %s is %s', (column, cell, code) => {
    const habits = phoneHabits([...(COLUMNS[column] ?? []), cell]);
    const { findings } = checkPhone(String(cell), { isNumber: typeof cell === 'number', habits });
    expect(findings.map((finding) => finding.code)).toEqual(code === null ? [] : [code]);
  });
});

it('puts a lost 0 back where the user agrees', () => {
  const told = (text: string) => checkPhone(text, { isNumber: true, habits: null }).findings;
  expect(told('491570356')).toMatchObject([{ code: 'lostZero', fix: { value: '0491570356' } }]);
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
    ['opne', 'open', 'likely'],
    ['oven', 'open', null],
    ['生产不', '生产部', 'sure'],
    ['漏烟', '漏水', null],
    ['delays', 'delay', null],
    ['leaks', 'leak', null],
  ])('%s for %s: %s', (word, usual, wanted) => {
    expect(misspelling(word, usual)).toBe(wanted);
  });

  it.each(['待核', '待认定', '待商议?', '待修'])('knows whether %s decides anything', (word) => {
    expect(isUndecided(word)).toBe(word !== '待修');
  });
});
