import { guessCharset, isAscii } from './guess-charset.ts';

/** Charsets that say nothing about what the bytes beyond ASCII are. */
const SAYS_NOTHING = /^(us-ascii|ascii|unknown-8bit|x-unknown|unknown|default|none|8bit|binary)$/i;

/**
 * A mail in which every part of text names its charset. Programs in China and Taiwan leave it out, in the head of a part or in
 * the lines above; what is not named is guessed from the part's own bytes. A mail that names all comes back as it was.
 */
export function withNamedCharsets(bytes: Uint8Array): Uint8Array {
  const text = latin1(bytes);
  const parts = [...text.matchAll(/^content-type:[ \t]*text\/(?:plain|html)[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*/gim)];
  const edits = parts.flatMap((match) => editOf(text, match) ?? []);
  const named = edits.reduceRight(
    (all, { at, length, line }) => all.slice(0, at) + line + all.slice(at + length),
    text,
  );
  return withReadableHeads(edits.length === 0 ? text : named, parts.length > 0);
}

/** Raw bytes in head lines, and a mail without any type: read as what they look like, and written again as UTF-8. */
function withReadableHeads(text: string, namesParts: boolean): Uint8Array {
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length;
  const head = text.slice(0, end);
  const headBytes = fromLatin1(head);
  const isPlain = isAscii(headBytes);
  if (isPlain && (namesParts || isAscii(fromLatin1(text)))) return fromLatin1(text);
  const body = text.slice(end);
  const readHead = isPlain ? head : latin1Of(new TextDecoder(guessCharset(headBytes)).decode(headBytes));
  const holdsTypes = /^content-type:/im.test(head);
  const readBody =
    namesParts || holdsTypes
      ? body
      : latin1Of(new TextDecoder(guessCharset(fromLatin1(body))).decode(fromLatin1(body)));
  return fromLatin1(readHead + readBody);
}

interface Edit {
  at: number;
  length: number;
  line: string;
}

function editOf(text: string, match: RegExpExecArray): Edit | null {
  const line = match[0];
  const named = /;\s*charset\s*=\s*"?([^\s;"]+)"?/i.exec(line);
  if (named !== null && !SAYS_NOTHING.test(named[1] ?? '')) return null;
  const bytes = contentOf(text, match.index);
  if (bytes === null || isAscii(bytes)) return null;
  const bare = named === null ? line : line.replace(named[0], '');
  return {
    at: match.index,
    length: line.length,
    line: `${bare.replace(/[\s;]+$/, '')}; charset="${guessCharset(bytes)}"`,
  };
}

/** The bytes of the part whose head holds this place: as sent, or decoded from base64 or quoted-printable. */
function contentOf(text: string, place: number): Uint8Array | null {
  const blank = /\r?\n\r?\n/g;
  blank.lastIndex = place;
  const end = blank.exec(text);
  if (end === null) return null;
  const from = end.index + end[0].length;
  const boundary = text.slice(from).search(/\r?\n--[^\r\n]{1,100}(?:--)?\r?\n/);
  const content = text.slice(from, boundary < 0 ? undefined : from + boundary);
  const head = text.slice(Math.max(text.lastIndexOf('\n\n', place), text.lastIndexOf('\r\n\r\n', place), 0), end.index);
  const coding = /^content-transfer-encoding:\s*(\S+)/im.exec(head)?.[1]?.toLowerCase();
  if (coding === 'base64') return fromBase64(content);
  if (coding === 'quoted-printable') return fromQuotedPrintable(content);
  return fromLatin1(content);
}

function fromBase64(content: string): Uint8Array {
  const clean = content.replace(/[^A-Za-z0-9+/]/g, '');
  return fromLatin1(atob(clean.slice(0, clean.length - (clean.length % 4 === 1 ? 1 : 0))));
}

function fromQuotedPrintable(content: string): Uint8Array {
  const joined = content.replace(/=[ \t]*\r?\n/g, '');
  return fromLatin1(
    joined.replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
  );
}

/** One character for each byte, so that places in the text are places in the bytes. */
function latin1(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 32_768) parts.push(String.fromCharCode(...bytes.subarray(at, at + 32_768)));
  return parts.join('');
}

const latin1Of = (text: string) => latin1(new TextEncoder().encode(text));

function fromLatin1(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
