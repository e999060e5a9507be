import { describe, expect, it } from 'vitest';
import { everythingHead, everythingTail, readEntries, readEverything } from '../../../core/queue/everything-file.ts';
import { anEntry, idOf, SAVED } from './queue-entries.ts';

const fileOf = (entries: unknown[], parts = {}) =>
  everythingHead(SAVED, parts) +
  entries.map((entry) => JSON.stringify(entry)).join(',\n') +
  everythingTail(entries.length);

describe('a file of everything', () => {
  it('is read back as it was written', () => {
    const entries = [anEntry(), { odd: true }];
    const parts = { settings: { schemaVersion: 2 }, knowledge: null };
    expect(readEverything(`\uFEFF${fileOf(entries, parts)}\n`)).toEqual({
      ok: true,
      value: {
        format: 'redress.everything',
        version: 1,
        producedAt: SAVED,
        parts,
        entries: JSON.parse(JSON.stringify(entries)) as unknown,
        count: 2,
      },
    });
    expect(readEverything(fileOf([]))).toMatchObject({ ok: true, value: { entries: [], count: 0 } });
  });

  it.each<[string, string, object]>([
    ['words', '客户名称：华科', { code: 'notJson' }],
    ['another file', '{"format":"redress.handoff","version":1}', { code: 'wrongFormat' }],
    ['a newer one', fileOf([]).replace('"version":1', '"version":2'), { code: 'newerVersion', detail: { version: 2 } }],
    ['one that breaks off', fileOf([anEntry()]).slice(0, 400), { code: 'cut' }],
    [
      'one of which a part was cut out',
      fileOf([]).replace('"count":0', '"count":3'),
      { code: 'cut', detail: { expected: 3, found: 0 } },
    ],
    ['one with more in it', fileOf([]).replace('"count"', '"more":1,"count"'), { code: 'wrongFormat' }],
  ])('that is %s is refused with its reason', (_, text, expected) => {
    expect(readEverything(text)).toMatchObject({ ok: false, ...expected });
  });
});

describe('entries of a file', () => {
  it('are taken one by one; bad ones are named by place, id and part', () => {
    const good = anEntry();
    const { entries, bad } = readEntries(
      [good, { ...good, id: idOf(2), grade: 7 }, 'x', { ...good, extra: 1 }, null],
      10,
    );
    expect(entries).toEqual([good]);
    expect(bad).toEqual([
      { index: 11, id: idOf(2), part: 'grade' },
      { index: 12, id: null, part: '' },
      { index: 13, id: good.id, part: 'extra' },
      { index: 14, id: null, part: '' },
    ]);
  });
});
