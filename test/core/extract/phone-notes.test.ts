import { describe, expect, it } from 'vitest';
import { captureOfForm } from '../../../core/capture/capture-of-form.ts';
import type { Field } from '../../../core/complaint/field.ts';
import { extractDraft } from '../../../core/extract/extract-draft.ts';

const TYPED = '2026-11-22T10:00:00Z';

function read(text: string): Partial<Record<Field, string | null>> {
  const entry = { channel: '电话', channelLabel: '投诉渠道', text, openedText: '2026年11月22日 18:00' };
  const { values } = extractDraft(captureOfForm(entry, { capturedAt: TYPED, zone: 'Asia/Shanghai' }));
  const first = (field: Field) => values[field]?.[0]?.value ?? null;
  return {
    customerName: first('customerName'),
    contactName: first('contactName'),
    contactPhone: first('contactPhone'),
    occurredAt: first('occurredAt'),
    receivedAt: first('receivedAt'),
  };
}

describe('notes that a clerk typed at the phone and at the counter', () => {
  it.each([
    [
      '上午九点四十接电话：中建八局李工 13700002222，昨天送到的二级灰结块，要求换货',
      '中建八局',
      '李工',
      '13700002222',
      '2026-11-21',
      '09:40',
    ],
    [
      '客户来电：合肥建工王经理 13800002233，说昨天的S95矿粉袋子破了',
      '合肥建工',
      '王经理',
      '13800002233',
      '2026-11-21',
      null,
    ],
    [
      '客户来电：合肥建工 王经理 13800002233，说昨天的S95矿粉袋子破了',
      '合肥建工',
      '王经理',
      '13800002233',
      '2026-11-21',
      null,
    ],
    [
      '下午3点半接到客户电话，滨湖混凝土公司刘主任（13900003344）反映前天到的矿粉不合格',
      '滨湖混凝土公司',
      '刘主任',
      '13900003344',
      '2026-11-20',
      '15:30',
    ],
    ['来电：陈女士，13600001212，11月20日买的净水器漏水', '陈女士', '陈女士', '13600001212', '2026-11-20', null],
    ['接投诉电话：周先生 0551-62345678 反映安装师傅没来', '周先生', '周先生', '0551-62345678', null, null],
    [
      '门店登记：顾客孙女士 13700005566 到店反映，上周六买的电饭煲内胆掉漆',
      '孙女士',
      '孙女士',
      '13700005566',
      '2026-11-14',
      null,
    ],
    [
      '10:20 柜台来访：江北建材商行赵老板，手机13500007788，说水泥结块',
      '江北建材商行',
      '赵老板',
      '13500007788',
      null,
      '10:20',
    ],
    [
      '微信转述：中铁四局张工 13812345678 说昨天下午送的混凝土坍落度不够',
      '中铁四局',
      '张工',
      '13812345678',
      '2026-11-21',
      null,
    ],
    [
      '早上8点20接电话，皖能电厂小吴13955551111：前天发的石膏水分超标',
      '皖能电厂',
      '小吴',
      '13955551111',
      '2026-11-20',
      '08:20',
    ],
    [
      '【电话记录】华润水泥吴工 13711112222，今早卸的粉煤灰里有石块',
      '华润水泥',
      '吴工',
      '13711112222',
      '2026-11-22',
      null,
    ],
    [
      '今天上午十点半客户打来电话：中交二航局黄工，电话13600009999，说昨天到的一级灰细度不合格',
      '中交二航局',
      '黄工',
      '13600009999',
      '2026-11-21',
      '10:30',
    ],
    ['来访：李先生（13900008888）说11月18日修好的热水器又漏了', '李先生', '李先生', '13900008888', '2026-11-18', null],
    ['客戶來電：陳先生 0912-345-678 反映昨天到的奶粉包裝破損', '陳先生', '陳先生', '0912-345-678', '2026-11-21', null],
  ])('%s', (note, customerName, contactName, contactPhone, occurredAt, time) => {
    const receivedAt = time === null ? TYPED : `2026-11-22T${time}:00+08:00`;
    expect(read(note)).toEqual({ customerName, contactName, contactPhone, occurredAt, receivedAt });
  });

  it.each([
    '送货司机王师傅 13900001111 说车坏了',
    '昨天找张经理 13900001111 没人接',
    '上午接电话很多次都没人理，滤网坏了',
  ])('takes no firm from %s', (note) => {
    expect(read(note).customerName).toBe(null);
  });

  it('believes no time of a call that is later than the note', () => {
    expect(read('晚上9点接电话：陈女士 13600001212 净水器漏水').receivedAt).toBe(TYPED);
  });

  it('keeps the grade of the goods with their name', () => {
    const entry = { channel: '', channelLabel: '', text: '昨天送到的二级灰结块', openedText: '' };
    const { values } = extractDraft(captureOfForm(entry, { capturedAt: TYPED, zone: 'Asia/Shanghai' }));
    expect(values.productName?.[0]?.value).toBe('二级灰');
  });
});
