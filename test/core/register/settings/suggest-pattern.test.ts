import { describe, expect, it } from 'vitest';
import { suggestPattern } from '../../../../core/register/settings/suggest-pattern.ts';

/** `2025-01-03 TS-2025-001`: a day, and the number given on it. */
const numbered = (lines: string[]) =>
  lines.map((line) => ({ day: line.slice(0, 10), own: line.length > 11 ? line.slice(11) : undefined }));

describe('the pattern of a ledger’s own numbers', () => {
  it.each<[string | null, string[]]>([
    ['TS-{yyyy}-{nnn}', ['2024-11-03 TS-2024-021', '2025-01-03 TS-2025-001', '2025-02-11 ts-2025-002']],
    ['KS{yyyy}{mm}{dd}-{nn}', ['2025-01-03 KS20250103-01', '2025-01-03 KS20250103-02', '2025-02-11 KS20250211-01']],
    ['{yyyy}投字第{n}号', ['2025-01-03 2025投字第9号', '2025-01-13 2025投字第10号', '2025-02-11 2025投字第12号']],
    ['PQ{yy}{nnnn}', ['2024-01-03 PQ240001', '2024-01-13 PQ240002', '2024-02-11 PQ240003']],
    // The year changes, and the number does not begin anew.
    ['MZ{yyyy}-{nnn+}', ['2023-12-03 MZ2023-071', '2024-01-13 MZ2024-072', '2024-02-11 MZ2024-073']],
    ['SW{yyyy}{mm}{nnnn+}', ['2025-01-03 SW2025010001', '2025-01-13 SW2025010002', '2025-06-11 SW2025060007']],
    ['CS{roc}{mm}{nnn+}', ['2023-09-03 CS11209001', '2023-09-13 CS11209002', '2024-02-11 CS11302003']],
    ['{yyyy}{nnnn+}', ['2023-09-03 20230001', '2023-09-13 20230002', '2025-02-11 20250012']],
    ['S1-{yy}-{nnnn+}', ['2024-09-03 S1-24-0201', '2024-09-13 S1-24-0202', '2025-02-11 S1-25-0203']],
    ['C-{nnn}', ['2024-09-03 C-001', '2024-09-13 C-002', '2025-02-11 C-003']],
    // Received on the last day of a month, numbered on the first of the next.
    ['T{yy}{mm}-{nn}', ['2024-09-03 T2409-01', '2024-09-13 T2409-02', '2024-09-30 T2410-01', '2024-10-02 T2410-02']],
    // The daily pattern is there anyway.
    [null, ['2025-01-03 20250103-001', '2025-01-03 20250103-002', '2025-02-11 20250211-001']],
    // A system's own ids do not run.
    [null, ['2025-06-17 GD2025061796880', '2025-06-17 GD2025061709406', '2025-06-17 GD2025061718017']],
    [null, ['2025-01-03 2397100', '2025-01-13 2441777', '2025-02-11 2397947']],
    // Signs that neither a file nor a sheet can be called by.
    [null, ['2025-01-03 N25/001', '2025-01-13 N25/002', '2025-02-11 N25/003']],
    // One number on all rows, several makes, too few, words.
    [null, ['2025-01-03 KF-07', '2025-01-13 KF-07', '2025-02-11 KF-07']],
    [null, ['2025-01-03 A-1', '2025-01-13 B2-1', '2025-02-11 1/2', '2025-02-12 X']],
    [null, ['2025-01-03 TS-001', '2025-01-13', '2025-02-11']],
    [null, ['2025-01-03 一号', '2025-01-13 二号', '2025-02-11 三号']],
    // A year that is not that of the days would never end.
    [null, ['2025-01-03 TS-2024-001', '2025-01-13 TS-2024-002', '2025-02-11 TS-2024-003']],
  ])('%s', (pattern, lines) => {
    expect(suggestPattern(numbered(lines))).toBe(pattern);
  });
});
