import { describe, expect, it } from 'vitest';
import type { Field } from '../../../core/complaint/field.ts';
import { extractDraft } from '../../../core/extract/extract-draft.ts';
import { captureOf } from './capture-of.ts';

const all = (body: string, field: Field) =>
  extractDraft(captureOf({ body })).values[field]?.map((value) => value.value);
const first = (body: string, field: Field) => all(body, field)?.[0];

describe('batch numbers', () => {
  it.each([
    ['批号是 2604K01 和 2604K02 两种都结块', ['2604K01', '2604K02']],
    ['這批的批號為20260414-07，全部受潮', ['20260414-07']],
    ['The bags of lot no. QT-0410-C were wet', ['QT-0410-C']],
    ['We opened batch #ZX2026-41 and it smelled', ['ZX2026-41']],
    ['品名\t规格\t生产批次\n豆干\t200g\tBD2604-A\n香干\t180g\tCJ2604-C', ['BD2604-A', 'CJ2604-C']],
    ['批次很多，都有问题', undefined],
    ['生产日期 2026-04-01 的都坏', undefined],
  ])('%s', (body, found) => {
    expect(all(body, 'batchNo')).toEqual(found);
  });
});

describe('order numbers', () => {
  it.each([
    ['订单号ZD2604110888，少发一箱', 'ZD2604110888'],
    ['托運單號 8015-2207-3346 的貨壞了', '8015-2207-3346'],
    ['购车合同（编号GC-20260413-02）', 'GC-20260413-02'],
    ['under our PO HBX-2087 we got', 'HBX-2087'],
    ['Booking no.: KLM-AMS-30215', 'KLM-AMS-30215'],
    ['in order to get 2 of them', undefined],
  ])('%s', (body, found) => {
    expect(first(body, 'orderNo')).toBe(found);
  });
});

describe('quantities', () => {
  it.each([
    ['今天到的瓷砖，15箱碎了4箱', '4箱'],
    ['合计42.60公吨，含水率超标', '42.60公吨'],
    ['The carrier delivered 240 boxes and 96 boxes were rejected', '96 boxes'],
    ['等了3个月，打了6个电话，来了2个人', undefined],
    ['附照片12张，赔偿200元', undefined],
  ])('%s', (body, found) => {
    expect(first(body, 'quantity')).toBe(found);
  });
});

describe('products and models', () => {
  it.each([
    ['上个月买的深沟球轴承 6308-ZZ 有异响，请换货', '深沟球轴承', '6308-ZZ'],
    ['去年跟你們買的自走式噴霧機（機型 SP-80K）沒力', '自走式噴霧機', 'SP-80K'],
    ['I bought a Acme R5 e-scooter from your website and it broke', 'acme r5 e-scooter', 'R5'],
    ['昨天到的F类粉煤灰结块', 'F类粉煤灰', 'F类'],
    ['你们水泥公司的态度很差', undefined, undefined],
  ])('%s', (body, product, model) => {
    expect(first(body, 'productName')?.toLowerCase()).toBe(product?.toLowerCase());
    expect(first(body, 'productModel')).toBe(model);
  });
});

describe('the remedy sought', () => {
  it.each([
    ['机器坏了。要求退车退款，再不处理我就打12315。', ['退车退款']],
    ['我要求：1.退还维修费；2.当面道歉；3.书面说明。', ['退还维修费', '当面道歉', '书面说明']],
    ['机器坏了。\n煩請：\n(1) 派員檢修；\n(2) 負擔運費。\n\n謝謝', ['派員檢修', '負擔運費']],
    [
      'It broke.\n\nWhat we need from you:\na) collect the rest\nb) credit note for the lot\n\nRegards',
      ['collect the rest', 'credit note for the lot'],
    ],
    [
      'It broke. Please cancel the plan and refund the premium in full.',
      ['Please cancel the plan and refund the premium in full'],
    ],
    ['甲方要求我们停工，现场很乱。', undefined],
  ])('%s', (body, found) => {
    expect(all(body, 'demand')).toEqual(found);
  });
});

describe('evidence', () => {
  it.each([
    ['门坏了。附件：检验单、现场照片', '检验单、现场照片'],
    ['门坏了。视频我录了两段，你们要看我可以发。', '视频我录了两段'],
    ['It broke. Photos and the receipt are attached.', 'Photos and the receipt'],
    ['门坏了。客人的病历影本我有留一份。', '客人的病历影本'],
    ['门坏了。检测单和录音都在，再不处理我就投诉。', '检测单和录音'],
    ['门坏了。\n附件：1. 试验记录；2. 留样照片；3. 过磅单4份。', '试验记录'],
    ['The bearing failed, see the count sheet signed by your driver.', 'count sheet signed by your driver'],
    ['I want the inspection report and a refund.', undefined],
    ['门坏了，请给我检测报告。', undefined],
  ])('%s', (body, found) => {
    expect(first(body, 'evidence')).toBe(found);
  });
});

describe('when it happened', () => {
  it.each([
    ['今年3月2日购贵公司收割机，4月9日下午主轴断了，4月20日前必须修好。', '2026-04-09'],
    ['生产日期2026/03/20的面包，4月9日晚上吃出虫子。', '2026-04-09'],
    ['请于4月18日前派人来。', undefined],
  ])('%s', (body, found) => {
    expect(first(body, 'occurredAt')).toBe(found);
  });
});
