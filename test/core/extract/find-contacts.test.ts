import { describe, expect, it } from 'vitest';
import { extractDraft } from '../../../core/extract/extract-draft.ts';
import { captureOf } from './capture-of.ts';

const contact = (body: string, name: string | null = null) => {
  const { values } = extractDraft(
    captureOf({ body, from: name === null ? null : { name, address: 'someone@mail.example' } }),
  );
  return {
    name: values.contactName?.[0]?.value,
    customer: values.customerName?.[0]?.value,
    phones: values.contactPhone?.map((p) => p.value),
  };
};

describe('whose phone it is', () => {
  it.each([
    ['热水器漏水。\n我电话 13800005521 许文静', ['13800005521']],
    ['打你们热线 400-800-1234 没人接，请退款。\n许文静 138 0000 5521', ['138 0000 5521']],
    ['店长赵刚（13900001111）不理我，请退款。\n许文静 13800005521', ['13800005521']],
    ['水壶漏水，请退款。\n许文静\n电话：０５７１－８８００１１２２', ['０５７１－８８００１１２２']],
    ['水壶漏水。\n許文靜\nTEL：04-2208117 #23   FAX：04-2208120', ['04-2208117 #23']],
    ['水壶漏水。\n许文静  0571-8800 1122  /  138 0000 5521', ['138 0000 5521', '0571-8800 1122']],
    ['水壶漏水。\n司机 小吴 18700001111（只管送货）\n许文静 13800005521', ['13800005521']],
    ['订单 4500771203，水壶漏水，价格 13800 元。\n许文静', undefined],
    ['再不解决我就打12315。\n许文静', undefined],
  ])('%s', (body, phones) => {
    expect(contact(body, '许文静').phones?.sort()).toEqual(phones?.sort());
  });

  it('leaves the desk of the company out in English too', () => {
    const { phones } = contact(
      'I called your desk (020 7946 0111) twice, no answer. I want a refund.\n\nTess Calloway\n+44 20 7946 0991',
      'Tess Calloway',
    );
    expect(phones).toEqual(['+44 20 7946 0991']);
  });
});

describe('who complains', () => {
  it.each([
    ['粉末结块，请换货。\n\n许文静\n品质部\n杭州晴川粉体有限公司', '晴川采购', '许文静', '杭州晴川粉体有限公司'],
    ['我叫许文静，上周买的椅子断了，请退款', '随风', '许文静', '许文静'],
    ['椅子斷了，請退款。\n許小姐 0912-000-111', null, '許小姐', '許小姐'],
    [
      'The chair broke. I want a refund.\n\nRegards,\nTess Calloway\nHarbour Bakes Ltd',
      'Tess Calloway',
      'Tess Calloway',
      'Harbour Bakes Ltd',
    ],
    ['椅子断了，请退款', '许文静', '许文静', '许文静'],
  ])('%s', (body, head, name, customer) => {
    expect(contact(body, head)).toMatchObject({ name, customer });
  });

  it('doubts a name that only the mail head gives', () => {
    const { values } = extractDraft(
      captureOf({ body: '椅子断了，请退款', from: { name: '许文静', address: 'x@mail.example' } }),
    );
    expect(values.contactName?.[0]).toMatchObject({
      doubt: 'fromMailHead',
      evidence: { block: null, quote: '许文静' },
    });
  });
});
