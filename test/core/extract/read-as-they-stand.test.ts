import { describe, expect, it } from 'vitest';
import { extractDraft } from '../../../core/extract/extract-draft.ts';
import { proposedValues } from '../../../core/extract/proposed-values.ts';
import { captureOf } from './capture-of.ts';

const proposed = (body: string) => proposedValues(extractDraft(captureOf({ body })));

describe('tables, sums and headings', () => {
  it('tells every row of a table of defects', () => {
    const { description } = proposed(`附表是上周收到的货，有三项与订单不符：

序号\t产品\t型号\t订购数量\t实收数量\t问题
1\t散热片\tHS-40\t1,000\t980\t短少 20 件
2\t导热硅脂\tTG-7.5W\t200\t200\t过期（生产日期 2023-01）
3\t风扇\tFN-8025\t500\t500\t电压错发为 24V，应为 12V

要求：补发或换货。`);
    expect(description).toBe('短少 20 件\n过期（生产日期 2023-01）\n电压错发为 24V，应为 12V');
  });

  it.each([
    ['合同号：HT-339102 金额 ¥ 36,000', 'HT-339102'],
    ['合同号：HT-339102，货款 36,000 元', 'HT-339102'],
    ['订单号：HT-339102、HT-339103', 'HT-339102、HT-339103'],
  ])('takes no part of a sum for a number: %s', (body, orderNo) => {
    expect(proposed(body).orderNo).toBe(orderNo);
  });

  it.each([
    '反映情况\n昨天收到的粉煤灰结块，无法使用\n炉批：A2026-11\n联系人：张伟',
    '投诉单\n\n客户：华科公司\n炉批：A2026-11\n\n反映情况\n\n昨天收到的粉煤灰结块，无法使用\n\n张伟\n13900001111',
  ])('tells what stands below a heading: %s', (body) => {
    const { description, batchNo } = proposed(body);
    expect(description).toContain('昨天收到的粉煤灰结块，无法使用');
    expect(batchNo).toBe('A2026-11');
  });
});
