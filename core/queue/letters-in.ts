import type { PageCapture } from '../capture/page-capture.ts';
import { splitMailText } from '../extract/split-mail-text.ts';

/** The words of a capture, told apart by who wrote them. */
export interface LettersIn {
  /** What the writer wrote: without subject, fields, older mail and card, where there is anything else. */
  own: string;
  /** What older mails below said, each without its head and quote marks, the nearest first. */
  older: string[];
  /** Message-IDs that stand in the text, as in a pasted head; without their angle brackets. */
  messageIds: string[];
}

/** Of very long texts the beginning decides. */
const MOST_TEXT = 20_000;
const MOST_OLDER = 3;
const MESSAGE_ID = /message-id\s*[:：]\s*<?([^\s<>]{3,300}@[^\s<>]{1,300})>?/giu;

/**
 * The letters in a capture. A ticket system shows a mail with its head and quote marks as one text, a webmail tells them
 * apart: both give the same here.
 */
export function lettersIn({ blocks }: PageCapture): LettersIn {
  const texts = (roles: readonly string[]) =>
    blocks.filter(({ role }) => roles.includes(role)).map(({ text }) => text.slice(0, MOST_TEXT));
  const written = texts(['body', 'selection']);
  const parts = written.map(partsOf);
  const own = parts.flatMap((part) => part.own).join('\n');
  const older = [...parts.flatMap((part) => part.older), ...texts(['quoted']).flatMap(olderOf)];
  const rest = own.trim() !== '' ? own : [...written, ...texts(['field'])].join('\n');
  return {
    own: rest.trim() !== '' ? rest : texts(['subject', 'signature', 'quoted']).join('\n'),
    older: older.slice(0, MOST_OLDER),
    messageIds: [...blocks.flatMap(({ text }) => [...text.slice(0, MOST_TEXT).matchAll(MESSAGE_ID)])].flatMap(
      ([, id]) => id ?? [],
    ),
  };
}

/** What one text says itself, and what older mails in it say. */
function partsOf(text: string): { own: string[]; older: string[] } {
  const own: string[] = [];
  const older: string[] = [];
  let isNew = true;
  for (const { kind, start, end } of splitMailText(text)) {
    const part = text.slice(start, end);
    if (kind === 'body') own.push(part);
    if (kind === 'quoted') {
      const plain = part.replace(/^[ \t]*(?:>[ \t]?)+/gm, '');
      if (isNew || older.length === 0) older.push(plain);
      else older.push(`${older.pop() ?? ''}\n${plain}`);
    }
    isNew = kind === 'head' || kind === 'marker' || (isNew && kind !== 'quoted');
  }
  return { own, older: older.filter((each) => each.trim() !== '') };
}

/** A block that the page itself shows as older mail: all of it is, whatever its first lines look like. */
function olderOf(text: string): string[] {
  const plain = text.replace(/^[ \t]*(?:>[ \t]?)+/gm, '');
  const { own, older } = partsOf(plain);
  return [own.join('\n'), ...older].filter((each) => each.trim() !== '');
}
