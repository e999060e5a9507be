const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  参: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
};
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 拾: 10, 佰: 100, 仟: 1000 };

/**
 * A whole number up to the thousands as written in Chinese or in digits; null when it is none.
 * `十二` → 12, `一千二百三十` → 1230, `两百五` → 250, `二〇二六` and `二0二六` → 2026;
 * `廿一` → 21 and, in the capitals of bills, `贰拾壹` → 21.
 */
export function chineseNumber(text: string): number | null {
  const signs = Array.from(text.replaceAll('廿', '二十').replaceAll('卅', '三十'));
  if (signs.length === 0) return null;
  if (!signs.some((sign) => sign in PLACES)) return byDigits(signs);
  let total = 0;
  let digit: number | null = null;
  let lastPlace = 0;
  for (const sign of signs) {
    const place = PLACES[sign];
    if (place === undefined) {
      const read = DIGITS[sign];
      if (read === undefined) return null;
      digit = read;
      if (digit === 0) lastPlace = 0;
    } else {
      total += (digit ?? 1) * place;
      digit = null;
      lastPlace = place;
    }
  }
  const isShort = lastPlace >= 100;
  return total + (digit ?? 0) * (isShort ? lastPlace / 10 : 1);
}

/** Sign by sign: `二〇二六`, `2026`. */
function byDigits(signs: readonly string[]): number | null {
  const digits = signs.map((sign) => (/\d/.test(sign) ? Number(sign) : DIGITS[sign]));
  return digits.some((digit) => digit === undefined) ? null : Number(digits.join(''));
}
