import { describe, expect, it } from 'vitest';
import { readTimeOfDay } from '../../../core/register/read-time-of-day.ts';
import type { CellValue } from '../../../core/register/sheet-reading.ts';

describe('readTimeOfDay', () => {
  it.each<[CellValue, string | null]>([
    [0.5, '12:00:00'],
    [0.609722222, '14:38:00'],
    ['14:30', '14:30:00'],
    ['14：30', '14:30:00'],
    ['11.38am', '11:38:00'],
    ['3 pm', '15:00:00'],
    ['12 a.m.', '0:00:00'],
    ['下午3点一刻', '15:15:00'],
    ['上午9時30分', '9:30:00'],
    ['凌晨12点', '0:00:00'],
    [1430, '14:30:00'],
    ['0905', '9:05:00'],
    ['2225hrs', '22:25:00'],
    ['14:30 hrs', '14:30:00'],
    ['16h10', '16:10:00'],
    ['24hrs', null],
    ['25:00', null],
    ['午饭后', null],
    ['', null],
    [45356, null],
  ])('%j → %s', (value, expected) => {
    const time = readTimeOfDay(value);
    const pad = (part: number) => String(part).padStart(2, '0');
    expect(time === null ? null : `${time.hour}:${pad(time.minute)}:${pad(time.second)}`).toBe(expected);
  });
});
