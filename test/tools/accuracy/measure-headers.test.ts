import { describe, expect, it } from 'vitest';
import { headerFigures, HeaderRecord, isRightField, measureHeaders } from './measure-headers.ts';
import { tellHeaderMisses, tellHeaders } from './tell-headers.ts';

describe('measuring headers', () => {
  it.each([
    ['batchNo', 'batchNo', true],
    ['batchNo', 'orderNo', false],
    ['orderNo', ['batchNo', 'orderNo'], true],
    [null, ['batchNo', null], true],
    [null, 'batchNo', false],
    [null, null, true],
    ['batchNo', null, false],
  ])('%s for %j: %s', (got, gold, isRight) => {
    expect(isRightField(got, gold)).toBe(isRight);
  });

  it('counts labelled columns by language and kind, and leaves labels from software out', () => {
    const lists = [
      {
        id: 1,
        lang: 'zh-CN',
        kind: 'table-header',
        columns: ['批号', '投诉内容', '无标'],
        gold: { 批号: 'batchNo', 投诉内容: 'cause' },
      },
      { id: 2, lang: 'en', kind: 'csv-header', columns: ['Batch No.'], gold: { 'Batch No.': 'batchNo' } },
      { id: 3, lang: 'en', schemaDerived: true, columns: ['batch_no'], gold: { batch_no: 'orderNo' } },
    ];
    const records = lists.map((record, index) => ({ line: index + 1, record: HeaderRecord.parse(record) }));
    const tally = measureHeaders([{ records }], { ids: null, part: null });
    expect(headerFigures(tally)).toEqual({
      top1: 0.6667,
      byLanguage: { 'zh-CN': 0.5, en: 1 },
      byKind: { 'table-header': 0.5, 'csv-header': 1 },
    });
    expect(tally.schemaDerived).toEqual({ right: 0, of: 1, lists: 1 });
    expect(tellHeaderMisses(tally)).toBe('1\t投诉内容\twanted cause\tgot description');
    expect(tellHeaders(tally)).toContain('Left out: 1 lists');
  });
});
