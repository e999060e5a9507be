import { describe, expect, it } from 'vitest';
import { tickedOptions } from '../../../core/register/tick-boxes.ts';

describe('tickedOptions', () => {
  it.each<[string, string | null]>([
    ['☑电话  □来访  □微信', '电话'],
    ['□电话 ☑微信 ■来访', '微信、来访'],
    ['电话（  ） 来访（√） 书面（  ）', '来访'],
    ['滿意( ) 普通(V) 不滿意( )', '普通'],
    ['[ ] Phone  [x] E-mail  [ ] Counter', 'E-mail'],
    ['○ refund ● replacement ○ repair', 'replacement'],
    ['满意☑ 不满意□', '满意'],
    ['□是 □否', ''],
    ['□退货 ☑其他：返工', '其他：返工'],
    ['☑ 已回访', '已回访'],
    ['外箱破损，已拍照', null],
    ['货款（未付）', null],
    ['', null],
  ])('%s → %s', (text, ticked) => {
    expect(tickedOptions(text)).toBe(ticked);
  });
});
