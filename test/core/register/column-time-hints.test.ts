import { describe, expect, it } from 'vitest';
import { columnTimeHints } from '../../../core/register/column-time-hints.ts';
import type { CellValue } from '../../../core/register/sheet-reading.ts';

describe('columnTimeHints', () => {
  it.each<[string, CellValue[], string[], string | null, number | null]>([
    ['a day above 12 proves day first', ['03/04/2024', '25/04/2024', ''], [], 'dmy', 2024],
    ['a second part above 12 proves month first', ['03/04/2024', '04/25/2024'], [], 'mdy', 2024],
    ['the majority wins', ['25/04/2024', '26/04/2024', '04/25/2024'], [], 'dmy', 2024],
    ['nothing is proved by low numbers', ['03/04/2024', '05/06/2024'], [], null, null],
    ['true dates shown day first speak', [45356, '03/04/2024'], ['dd/mm/yy', '@'], 'dmy', null],
    ['the format of the system language does not', [45356, '03/04/2024'], ['m/d/yy', '@'], null, null],
    ['named months stand after the day', ['5 Mar 2024', '03/04/2024'], [], 'dmy', 2024],
    ['year first where the others are', ['2024.3.5', '3.7'], [], 'ymd', 2024],
    ['months and days in Chinese', ['3月5日', '3.7'], [], 'ymd', null],
    ['several years give no year', ['2023-12-30', '2024-01-02'], [], 'ymd', null],
    ['ROC years count as years', ['113.3.5', '113/04/05'], [], 'ymd', 2024],
    ['an empty column says nothing', ['', ''], [], null, null],
  ])('%s', (_, values, formats, orderHint, yearHint) => {
    expect(columnTimeHints(values, formats)).toEqual({ orderHint, yearHint });
  });
});
