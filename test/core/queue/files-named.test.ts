import { describe, expect, it } from 'vitest';
import { noteFilesNamed } from '../../../core/queue/files-named.ts';
import { anEntry } from './queue-entries.ts';

const hash = (digit: string) => digit.repeat(64);
const file = (digit: string, size: number) => ({
  ...{ name: 'a.png', type: 'image/png', origin: 'attachment', sourceUrl: null, takenAt: '2026-01-01T00:00:00Z' },
  ...{ sha256: hash(digit), size },
});

describe('the files that entries name', () => {
  it('are counted once by their bytes; an entry of another shape adds what it names, or nothing', () => {
    const sizes = new Map<string, number>();
    const entries = [
      { ...anEntry(), files: [file('a', 10), file('b', 20)] },
      { odd: 1, files: [file('a', 10)] },
    ];
    for (const entry of [...entries, { files: 'x' }, { files: [{ sha256: 'x', size: 1 }] }, null, 'x'])
      noteFilesNamed(entry, sizes);
    expect([...sizes]).toEqual([
      [hash('a'), 10],
      [hash('b'), 20],
    ]);
  });
});
