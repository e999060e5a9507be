import { decodeText } from './guess-charset.ts';

/** The words of a compressed RTF body, for mails that carry no other. After [MS-OXRTFCP] and [MS-OXRTFEX]. */
export function rtfText(compressed: Uint8Array): string {
  const rtf = decompress(compressed);
  return rtf === null ? '' : wordsOf(rtf);
}

/** What the packing of every RTF body begins with, so that short ones pack well too. */
const DICTIONARY =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';
const LONGEST = 20_000_000;

function decompress(bytes: Uint8Array): string | null {
  if (bytes.length < 16) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [size, kind] = [view.getUint32(4, true), view.getUint32(8, true)];
  if (size > LONGEST) return null;
  if (kind === 0x414c454d) return latin1(bytes.subarray(16, 16 + size));
  if (kind !== 0x75465a4c) return null;
  const window = new Uint8Array(4096);
  for (let at = 0; at < DICTIONARY.length; at++) window[at] = DICTIONARY.charCodeAt(at);
  const out: number[] = [];
  let write = DICTIONARY.length;
  const put = (byte: number) => {
    out.push(byte);
    window[write] = byte;
    write = (write + 1) % 4096;
  };
  for (let at = 16; at < bytes.length && out.length < size;) {
    const flags = bytes[at++] ?? 0;
    for (let bit = 0; bit < 8 && at < bytes.length && out.length < size; bit++) {
      if ((flags & (1 << bit)) === 0) {
        put(bytes[at++] ?? 0);
        continue;
      }
      const reference = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
      at += 2;
      const from = reference >> 4;
      if (from === write) return latin1(Uint8Array.from(out));
      for (let step = 0; step < (reference & 15) + 2; step++) put(window[(from + step) % 4096] ?? 0);
    }
  }
  return latin1(Uint8Array.from(out));
}

const TOKEN = /\\'([0-9a-f]{2})|\\([a-z]+)(-?\d+)? ?|\\([^a-z'])|([{}])|([^\\{}\r\n]+)|[\r\n]+/gi;
const SILENT = new Set([
  'fonttbl',
  'colortbl',
  'stylesheet',
  'info',
  'pict',
  'header',
  'footer',
  'themedata',
  'object',
]);
const BREAKS: Record<string, string> = { par: '\n', line: '\n', row: '\n', tab: '\t', cell: '\t' };
const MARKS: Record<string, string> = {
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emdash: '—',
  endash: '–',
  bullet: '•',
};

function wordsOf(rtf: string): string {
  const page = /\\ansicpg(\d+)/.exec(rtf)?.[1] ?? '';
  const charset =
    { '936': 'gb18030', '950': 'big5', '932': 'shift_jis', '949': 'euc-kr', '65001': 'utf-8' }[page] ?? null;
  const words: string[] = [];
  let bytes: number[] = [];
  const groups: { isSilent: boolean }[] = [{ isSilent: false }];
  let skip = 0;
  const flush = () => {
    if (bytes.length > 0) words.push(decodeText(Uint8Array.from(bytes), charset));
    bytes = [];
  };
  const isSilent = () => groups.at(-1)?.isSilent === true;
  const write = (text: string) => {
    flush();
    if (!isSilent()) words.push(text);
  };
  for (const [, hex, word, number, symbol, brace, text] of rtf.matchAll(TOKEN)) {
    if (hex !== undefined) {
      if (skip > 0) skip -= 1;
      else if (!isSilent()) bytes.push(Number.parseInt(hex, 16));
    } else if (brace === '{') groups.push({ isSilent: isSilent() });
    else if (brace === '}') {
      flush();
      if (groups.length > 1) groups.pop();
    } else if (word === 'u' && number !== undefined) {
      write(String.fromCharCode((Number(number) + 65_536) % 65_536));
      skip = 1;
    } else if (word !== undefined) {
      const shown = BREAKS[word] ?? MARKS[word];
      if (SILENT.has(word)) silence(groups);
      else if (shown !== undefined) write(shown);
    } else if (symbol === '*') silence(groups);
    else if (symbol !== undefined) write(symbol === '~' ? ' ' : /[\\{}]/.test(symbol) ? symbol : '');
    else if (text !== undefined) {
      write(text.slice(Math.min(skip, text.length)));
      skip = 0;
    }
  }
  flush();
  return words
    .join('')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function silence(groups: { isSilent: boolean }[]): void {
  const last = groups.at(-1);
  if (last !== undefined) last.isSilent = true;
}

const latin1 = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);
