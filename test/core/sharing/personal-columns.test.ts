import { describe, expect, it } from 'vitest';
import { masker } from '../../../core/sharing/masker.ts';
import { careOfHeading } from '../../../core/sharing/personal-columns.ts';
import { pseudonyms } from '../../../core/sharing/pseudonyms.ts';

describe('what a heading says of its column', () => {
  it.each(
    '单位 公司 供应商 门店 法定代表人 法人 姓 名 农户 客户名称 Company Requester Reporter Farmer Supplier Store'.split(
      ' ',
    ),
  )('%s: names, masked whole', (heading) => {
    expect(careOfHeading(heading, true)).toEqual({ whole: 'person' });
  });

  it.each([
    ...['Reg', 'Reg no.', 'Registration', 'Number plate', '车牌号', '送货车号', '車號'].map((heading) => [
      heading,
      'plate',
    ]),
    ...['VIN', '車身號碼\n(VIN)', '车架号'].map((heading) => [heading, 'vin']),
    ...['户号', '用电户号', '客戶戶號', '電號', '客户信息 户号'].map((heading) => [heading, 'account']),
    ...['证件后四位', '身份证号后6位', '身分證末四碼'].map((heading) => [heading, 'idNo']),
  ])('%s: masked whole as %s, though a register may keep a model or a batch there', (heading, kind) => {
    expect(careOfHeading(heading, true)).toEqual({ whole: kind });
  });

  it.each('司机 送货司机 司机姓名 驾驶员 销售员 技术员 销售 經辦人 被投诉人 被投訴員工'.split(' '))(
    '%s: staff, who may stay',
    (heading) => {
      expect(careOfHeading(heading, false)).toEqual({ whole: 'staff' });
      expect(careOfHeading(heading, true)).toBe('free');
    },
  );

  it.each(['客户编号', '会员号', 'Customer ID', 'customer_no', 'Username'])('%s: stands for a person', (heading) => {
    expect(careOfHeading(heading, true)).toEqual({ whole: 'account' });
  });

  it.each(['出生日期', '生日', 'DOB', 'Date of birth'])('%s: emptied', (heading) => {
    expect(careOfHeading(heading, true)).toBe('empty');
  });

  it.each([
    ['投诉内容', 'free'],
    ['责任部门', 'free'],
    ['计量单位', 'free'],
    ['产品名称', 'kept'],
    ['规格型号', 'kept'],
    ['投诉编号', 'number'],
  ])('%s: %s, as before', (heading, care) => {
    expect(careOfHeading(heading, false)).toBe(care);
  });

  it.each(['来源', '投诉来源', '投訴來源', '信息来源', '投诉渠道', 'Source'])(
    '%s: a way in which complaints come, whose texts tell whether it is a person',
    (heading) => {
      expect(careOfHeading(heading, true)).toBe('free');
    },
  );

  it('leaves the measures of a column 单位 that heads no customers', () => {
    const mask = masker(pseudonyms('5e'.repeat(32), 'zh-CN'));
    mask.learn('person', '公斤');
    expect(mask.whole('person', '公斤')).toBe('公斤');
    expect(mask.text('少了三公斤')).toBe('少了三公斤');
    expect(mask.whole('person', '宁德泓峤建设')).toMatch(/^客户-/);
  });
});
