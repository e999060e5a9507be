import { expect, it } from 'vitest';
import { groupBySize } from '../../excel-addin/workbook/area.ts';
import { blocksOf, requestsOf, rowsIn } from '../../excel-addin/workbook/planned-cells.ts';

it('gathers items into groups up to a limit, one that is larger alone', () => {
  expect([...groupBySize([3, 3, 4, 9, 1, 20, 2], (item) => item, 10)]).toEqual([[3, 3, 4], [9, 1], [20], [2]]);
  expect([...groupBySize([], () => 1, 10)]).toEqual([]);
});

it('lays rows out as their requests are asked for, each of them once', () => {
  const area = { row: 4, column: 0, rowCount: 4_000, columnCount: 10 };
  const looked = new Set<number>();
  const rows = Array.from({ length: area.rowCount }, (_, index) => {
    const cells = Array.from({ length: area.columnCount }, () => '客户反映水泥结块'.repeat(3));
    return new Proxy(cells, {
      get: (target, key) => {
        looked.add(index);
        return Reflect.get(target, key) as unknown;
      },
    });
  });
  let written = 0;
  for (const request of requestsOf(blocksOf(area, rows, []))) {
    written += rowsIn(request);
    // No more than what the next request begins with.
    expect(looked.size).toBeLessThanOrEqual(written + 150);
  }
  expect(written).toBe(area.rowCount);
});
