/** How sums of a currency are written, folded: names and signs before the sum, names behind it. */
interface CurrencyNames {
  before: readonly string[];
  after: readonly string[];
}

/** By ISO 4217 code. A bare `$` and “dollars” may be several currencies and stand under `dollars`. */
export const CURRENCIES: Readonly<Record<string, CurrencyNames>> = {
  CNY: { before: ['人民币', 'rmb', 'cny', 'cn¥', '¥'], after: ['人民币', 'rmb', 'cny', 'yuan', '元', '块钱'] },
  USD: { before: ['us$', 'usd', '美元', '美金'], after: ['美元', '美金', 'usd', 'us dollar', 'u.s. dollar'] },
  TWD: {
    before: ['nt$', 'ntd', 'twd', '新台币', '台币'],
    after: ['新台币', '台币', 'twd', 'ntd', 'nt dollar'],
  },
  HKD: { before: ['hk$', 'hkd', '港币', '港元'], after: ['港币', '港元', 'hkd', 'hk dollar', 'hong kong dollar'] },
  MYR: { before: ['rm', 'myr', '马币', '令吉'], after: ['马币', '令吉', '林吉特', 'myr', 'ringgit'] },
  SGD: { before: ['s$', 'sgd', '新币', '坡币'], after: ['新加坡元', '新币', '坡币', 'sgd', 'singapore dollar'] },
  EUR: { before: ['€', 'eur', '欧元'], after: ['欧元', 'eur', 'euro'] },
  GBP: { before: ['£', 'gbp', '英镑'], after: ['英镑', 'gbp'] },
  JPY: { before: ['jp¥', 'jpy', '日元', '日币'], after: ['日元', '日币', '日圆', '円', 'jpy', 'yen'] },
  KRW: { before: ['₩', 'krw', '韩元'], after: ['韩元', '韩币', 'krw'] },
  THB: { before: ['฿', 'thb', '泰铢'], after: ['泰铢', 'thb', 'baht'] },
  AUD: { before: ['a$', 'au$', 'aud', '澳元'], after: ['澳元', '澳币', 'aud', 'australian dollar'] },
  NZD: { before: ['nz$', 'nzd', '纽元'], after: ['纽元', '新西兰元', 'nzd', 'new zealand dollar'] },
  MOP: { before: ['mop$', '澳门元'], after: ['澳门元', '澳门币', 'pataca'] },
  PHP: { before: ['₱'], after: ['菲律宾比索'] },
  CAD: { before: ['c$', 'ca$', 'cad', '加元'], after: ['加元', '加币', 'cad', 'canadian dollar'] },
  INR: { before: ['₹', 'inr', 'rs.'], after: ['卢比', 'inr', 'rupee'] },
  VND: { before: ['₫', 'vnd'], after: ['越南盾', 'vnd'] },
  dollars: { before: ['$'], after: ['dollar'] },
};

/** The currency that a folded name or sign stands for; null when it names none. `元` → CNY, `nt$` → TWD, `箱` → null. */
export function currencyOf(name: string): string | null {
  const singular = name.replace(/s$/, '');
  const found = Object.entries(CURRENCIES).find(([, { before, after }]) =>
    [...before, ...after].some((known) => known === name || known === singular),
  );
  return found?.[0] ?? null;
}
