/** Frequent characters that are written only this way in the mainland, and only that way in Taiwan. */
const SIMPLIFIED = new Set(
  '这们为个发时说对会来过没问题货单产损坏数质请电话联系处理赔偿员于应给还开让认识严东门现样经里',
);
const TRADITIONAL = new Set(
  '這們為個發時說對會來過沒問題貨單產損壞數質請電話聯繫處理賠償員於應給還開讓認識嚴東門現樣經裡',
);
/** As frequent in both. */
const COMMON = new Set('的是我你他不在有了一人和就到也要上下中大小日月年本公司品出生方可好用之以及但');

/**
 * The charset of bytes that name none: UTF-8 when they are that, else whichever of GB18030 and Big5 gives the more frequent
 * characters; `windows-1252` when neither gives any.
 */
export function guessCharset(bytes: Uint8Array): 'utf-8' | 'gb18030' | 'big5' | 'windows-1252' {
  if (decodes(bytes, 'utf-8') !== null) return 'utf-8';
  const [gb, big5] = [likeness(bytes, 'gb18030', SIMPLIFIED), likeness(bytes, 'big5', TRADITIONAL)];
  if (gb === 0 && big5 === 0) return 'windows-1252';
  return big5 > gb ? 'big5' : 'gb18030';
}

/** True when the bytes are plain ASCII: any charset in use reads them alike. */
export function isAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80);
}

/** Text in a named charset; what is not known is guessed. */
export function decodeText(bytes: Uint8Array, charset: string | null): string {
  const known = charset === null ? null : decoderOf(charset);
  return (known ?? new TextDecoder(guessCharset(bytes))).decode(bytes);
}

function decoderOf(charset: string): TextDecoder | null {
  try {
    return new TextDecoder(charset);
  } catch (error) {
    // A label that no standard knows is said only by throwing.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function decodes(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch (error) {
    // Bytes that do not fit are said only by throwing.
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Share of frequent characters among those that are not ASCII; a little less where some do not fit at all. */
function likeness(bytes: Uint8Array, charset: string, own: ReadonlySet<string>): number {
  const text = new TextDecoder(charset).decode(bytes.subarray(0, 200_000));
  const wide = Array.from(text).filter((char) => char > '\u007f');
  const hits = wide.filter((char) => own.has(char) || COMMON.has(char)).length;
  const misfits = wide.filter((char) => char === '\ufffd').length;
  return wide.length === 0 ? 0 : (hits - 2 * misfits) / wide.length > 0 ? (hits - 2 * misfits) / wide.length : 0;
}
