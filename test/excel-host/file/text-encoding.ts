/** Common characters of Chinese business text, simplified and traditional: the encoding that yields more of them is the right one. */
const COMMON = new Set(
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日月号单位客户投诉电话地址编号日期受理处理结果状态类别部门姓名内容时间問題客戶投訴電話編號處理狀態類別部門姓名內容時間這個們來為國說時會對後過發現當沒動開從實單號產品品質質量送货退换貨換廠經理員工滿意已未否是先生女士小姐'.split(
    '',
  ),
);

export interface DecodedText {
  text: string;
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';
}

/** Byte order marks first, then valid UTF-8, then the better of GB18030 and Big5; null for bytes that are no text. */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decode(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return decode(bytes, 'utf-16be');
  if (bytes.subarray(0, 65_536).some((byte) => byte < 9 || (byte > 13 && byte < 27))) return null;
  const utf8 = decode(bytes, 'utf-8');
  if (utf8) return utf8;
  const candidates = [decode(bytes, 'gb18030'), decode(bytes, 'big5')].filter((candidate) => candidate !== null);
  return candidates.sort((a, b) => score(b.text) - score(a.text))[0] ?? null;
}

function decode(bytes: Uint8Array, encoding: DecodedText['encoding']): DecodedText | null {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return null; // not this encoding
  }
}

function score(text: string): number {
  let points = 0;
  for (const letter of text.slice(0, 20_000)) {
    const code = letter.codePointAt(0) ?? 0;
    if (COMMON.has(letter)) points += 3;
    else if (code >= 0xe000 && code <= 0xf8ff) points -= 5;
    else if (code > 0x9fa5 && code < 0xac00) points -= 2;
  }
  return points;
}
