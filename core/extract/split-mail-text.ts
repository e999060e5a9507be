import { foldText } from '../text/fold-text.ts';

/**
 * One part of a mail's text. `body` is what the writer wrote, `signature` the card below it, `head` the lines
 * From/Sent/To/Subject of an older mail (or of this one, when they stand at the top), `quoted` what that older mail said,
 * `marker` a line such as `-----Original Message-----`.
 */
export interface MailPart {
  kind: 'body' | 'signature' | 'head' | 'quoted' | 'marker';
  start: number;
  end: number;
  /** On markers and heads: these words say that the mail below was forwarded, not answered. */
  isForward: boolean;
}

const HEAD_LABEL =
  /^[\s*>]*(?:发件人|发信人|寄件者|寄件人|from|发送时间|发件时间|寄件日期|传送时间|sent|日期|date|时间|收件人|收件者|to|抄送|副本|cc|主题|主旨|subject|回复|reply-to)\s*\*?\s*:/;
const HEAD_FIRST = /^[\s*>]*(?:发件人|发信人|寄件者|寄件人|from)\s*\*?\s*:/;
const FORWARD_MARK = /(?:forwarded message|begin forwarded|转发的?邮件|转发邮件|转寄的?邮件)/;
const MARK =
  /^[\s>]*(?:[-_=*—]{2,}\s*(?:original message|original appointment|forwarded message|原始邮件|原始信件|原邮件|转发的?邮件|转寄的?邮件|回复的?邮件|邮件原件)\s*[-_=*—]{0,20}|begin forwarded message:?|_{10,})\s*$/;
const WROTE =
  /^[\s>]*(?:on\s.{4,160}|在\s?.{4,160}|于\s?.{4,160}|.{0,60}\d{4}[-/年.]\d{1,2}.{0,120})(?:wrote|写道|写到)\s*[:：]?\s*$/;
const WROTE_OPEN = /^[\s>]*(?:on|在|于)\s?.{6,160}$/;
const WROTE_CLOSE = /^.{0,120}(?:wrote|写道)\s*[:：]\s*$/;
const QUOTE = /^\s{0,3}>/;
const SIGNATURE_MARK = /^(?:-- ?|—{3,}|-{3,}|_{3,}|={3,})$/;
const SENT_FROM = /^(?:发自我的|从我的.{0,20}发送|来自我的|sent from my|get outlook for|从我的 iphone 传送|发送自)/;

/**
 * Tells a mail's text apart: what was written, the signature, and the older mail below with its head lines. The parts
 * follow each other without a gap and cover the whole text. Knows `发件人:`/`From:` heads, `-----Original Message-----`,
 * `On … wrote:`, `>` quotes and `-- ` signatures.
 */
export function splitMailText(text: string): MailPart[] {
  const { folded, toOriginal } = foldText(text);
  const kinds = markLines(folded.split('\n'));
  return joinLines(kinds, folded.length, (offset) => toOriginal(offset), text.length);
}

interface MarkedLine {
  kind: MailPart['kind'];
  length: number;
  isForward: boolean;
}

function markLines(lines: string[]): MarkedLine[] {
  const marked: MarkedLine[] = [];
  let below: 'body' | 'quoted' = 'body';
  let inSignature = false;
  let sawText = false;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const isForward = FORWARD_MARK.test(line.slice(0, 200));
    const push = (kind: MailPart['kind']) => marked.push({ kind, length: line.length, isForward });
    const head = headLength(lines, i);
    if (head > 0) {
      for (let k = 0; k < head; k++)
        marked.push({ kind: 'head', length: (lines[i + k] ?? '').length, isForward: false });
      if (sawText || below === 'quoted') below = 'quoted';
      inSignature = false;
      i += head - 1;
      continue;
    }
    if (isMarker(lines, i)) {
      push('marker');
      if (!WROTE.test(line) && !MARK.test(line)) {
        marked.push({ kind: 'marker', length: (lines[i + 1] ?? '').length, isForward });
        i += 1;
      }
      below = 'quoted';
      inSignature = false;
    } else if (QUOTE.test(line)) {
      push('quoted');
      inSignature = false;
    } else if (
      below === 'body' &&
      sawText &&
      (SIGNATURE_MARK.test(line) || SENT_FROM.test(line)) &&
      isNearEnd(lines, i)
    ) {
      push('signature');
      inSignature = true;
    } else {
      if (line.trim() !== '') sawText = true;
      push(inSignature ? 'signature' : below);
    }
  }
  return marked;
}

/** How many lines from here are a mail head: it starts with From and has a second label within the next lines. */
function headLength(lines: string[], at: number): number {
  if (!HEAD_FIRST.test((lines[at] ?? '').slice(0, 60))) return 0;
  let length = 1;
  let labels = 1;
  while (length < 8) {
    const line = lines[at + length];
    if (line === undefined || !HEAD_LABEL.test(line.slice(0, 60))) break;
    labels += 1;
    length += 1;
  }
  return labels >= 2 ? length : 0;
}

function isMarker(lines: string[], at: number): boolean {
  const line = lines[at] ?? '';
  if (line.length > 300) return false;
  if (MARK.test(line)) return !/^_+\s*$/.test(line) || headLength(lines, at + 1) > 0;
  if (WROTE.test(line)) return true;
  const next = lines[at + 1] ?? '';
  return WROTE_OPEN.test(line) && next.length < 200 && WROTE_CLOSE.test(next);
}

/** A rule of dashes opens a signature only when little text follows it before the end or the older mail. */
function isNearEnd(lines: string[], at: number): boolean {
  let letters = 0;
  for (let i = at + 1; i < lines.length && i < at + 40; i++) {
    const line = lines[i] ?? '';
    if (headLength(lines, i) > 0 || isMarker(lines, i)) return true;
    letters += line.length;
    if (letters > 600) return false;
  }
  return true;
}

function joinLines(
  marked: MarkedLine[],
  foldedLength: number,
  toOriginal: (offset: number) => number,
  length: number,
): MailPart[] {
  const parts: MailPart[] = [];
  let at = 0;
  for (const line of marked) {
    const next = Math.min(at + line.length + 1, foldedLength);
    const last = parts.at(-1);
    const start = last === undefined ? 0 : last.end;
    const end = next >= foldedLength ? length : toOriginal(next);
    if (last !== undefined && last.kind === line.kind && line.kind !== 'marker') {
      last.end = end;
      last.isForward ||= line.isForward && line.kind === 'head';
    } else if (end > start || parts.length === 0)
      parts.push({ kind: line.kind, start, end, isForward: line.isForward });
    at += line.length + 1;
  }
  return parts;
}
