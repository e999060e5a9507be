/**
 * What the reader of .msg files asks of `iconv-lite`, done by the browser itself: the package would bring half a megabyte of
 * tables and Node's `Buffer`. The build puts this in its place.
 */
export function decode(bytes: Uint8Array, charset: string): string {
  return new TextDecoder(charset).decode(bytes);
}

/** Only writing needs it, and nothing is written. */
export function encode(): never {
  throw new Error('Mail files are only read');
}
