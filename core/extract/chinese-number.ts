const DIGITS: Record<string, number> = {
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
};

/** `12`, `十二`, `二十三`, `二〇二六`, `二0一九` → a number; null when it is none. */
export function chineseNumber(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const tens = /^([一二两三四五六七八九])?十([一二三四五六七八九])?$/.exec(text);
  if (tens !== null) return (DIGITS[tens[1] ?? '一'] ?? 0) * 10 + (DIGITS[tens[2] ?? '零'] ?? 0);
  const digits = Array.from(text, (char) => (/\d/.test(char) ? Number(char) : DIGITS[char]));
  if (digits.length === 0 || digits.some((digit) => digit === undefined)) return null;
  return Number(digits.join(''));
}
