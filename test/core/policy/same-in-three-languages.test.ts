import { describe, expect, it } from 'vitest';
import { assessComplaint } from '../../../core/grade/assess-complaint.ts';
import { findPack } from '../../../core/policy/packs.ts';

/** The same complaint as a customer of each language would write it. */
const TWINS = [
  {
    category: 'product_quality',
    zhCN: '水壶用了两周底下就开始漏水，内胆还生锈了。',
    zhTW: '水壺才用兩週底部就開始漏水，內膽還生鏽了。',
    en: 'After two weeks the kettle leaks from the base and the inside is rusty.',
  },
  {
    category: 'delivery_logistics',
    zhCN: '说好周三送到的沙发到现在还没送来，问了也没个准信。',
    zhTW: '說好週三送到的沙發到現在還沒送來，問了也沒個準信。',
    en: 'The sofa was due on Wednesday and has still not arrived, nobody knows which depot it is in.',
  },
  {
    category: 'billing',
    zhCN: '同一笔订单信用卡扣了两次，多扣的钱一直没退。',
    zhTW: '同一筆訂單信用卡扣了兩次，多扣的錢一直沒退。',
    en: 'My card was charged twice for the same order and the extra payment was never refunded.',
  },
  {
    category: 'service',
    zhCN: '前台的小姑娘一边玩手机一边吼我，态度恶劣。',
    zhTW: '櫃檯的小姐一邊玩手機一邊吼我，態度惡劣。',
    en: 'The girl at the front desk was on her phone, shouted at me and was very rude.',
  },
  {
    category: 'after_sales',
    zhCN: '洗衣机修了三次，师傅走了第二天还是同样的毛病。',
    zhTW: '洗衣機修了三次，師傅走了第二天還是同樣的毛病。',
    en: 'The washing machine has been repaired three times and the same fault is back again the day after.',
  },
  {
    category: 'sales',
    zhCN: '买的时候销售说送一年保险，现在说没这回事。',
    zhTW: '買的時候業務說送一年保險，現在說沒這回事。',
    en: 'The salesman promised a year of insurance for free when I signed, now they say there is no such offer.',
  },
  {
    category: 'quantity',
    zhCN: '清点下来少了三箱，送货单写36箱，实收33箱。',
    zhTW: '清點下來少了三箱，送貨單寫36箱，實收33箱。',
    en: 'We counted the cartons and are three short: 36 on the delivery note, 33 on the pallet.',
  },
  {
    category: 'packaging',
    zhCN: '纸箱又湿又烂，里面只垫了一张报纸，封口都开了。',
    zhTW: '紙箱又濕又爛，裡面只墊了一張報紙，封口都開了。',
    en: 'The boxes were wet and crushed, only a single sheet of newspaper for padding, and the seals were open.',
  },
  {
    category: 'usage',
    zhCN: '说明书看不懂，步骤和按键对不上，不知道怎么设置。',
    zhTW: '說明書看不懂，步驟和按鍵對不上，不知道怎麼設定。',
    en: 'I cannot make sense of the manual, the diagrams do not match the buttons and I have no idea how to set it.',
  },
  {
    category: 'other',
    zhCN: '你们的大货车凌晨四点就在居民楼下吵，扬尘把窗台都弄脏了。',
    zhTW: '你們的大貨車凌晨四點就在居民樓下吵，揚塵把窗台都弄髒了。',
    en: 'Your lorries wake the residents at 4 am, and the dust from your yard is all over our windows.',
  },
];

describe('a complaint in three languages', () => {
  it.each(
    TWINS.flatMap(({ category, ...told }) =>
      Object.entries(told).map(([language, text]) => [category, language, text]),
    ),
  )('is %s in %s: %s', (category, _, description) => {
    const pack = findPack('general');
    expect(pack && assessComplaint({ description }, pack).category?.id).toBe(category);
  });
});
