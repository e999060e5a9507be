import { shadowOf } from './deep-query.ts';
import { isHiddenElement, isHiddenText, styleOf } from './is-hidden.ts';

const SKIPPED = new Set(
  'script style noscript template head title svg canvas audio video object embed button select textarea input'.split(
    ' ',
  ),
);
/** In these the page and what was read of it may differ: blanks of every kind, line breaks, invisible marks. */
const LOOSE = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
const ALL_LOOSE = new RegExp(LOOSE, 'gu');

interface Piece {
  node: Text;
  /** Where its text begins in the packed text. */
  start: number;
  length: number;
}

/** The shown text of a document without any blanks, with the way back to its text nodes. */
export interface PackedText {
  text: string;
  pieces: Piece[];
}

/** Words without blanks and invisible marks. */
export const pack = (words: string): string => words.replace(ALL_LOOSE, '');

/** Packs what a document shows: nothing hidden, open shadow roots entered, frames left to their own documents. */
export function packDocument(document: Document): PackedText {
  const pieces: Piece[] = [];
  const parts: string[] = [];
  let length = 0;
  const visit = (node: Node): void => {
    if (node.nodeType === 3) {
      const text = pack((node as Text).data);
      if (text === '' || isUnseen(node as Text)) return;
      pieces.push({ node: node as Text, start: length, length: text.length });
      parts.push(text);
      length += text.length;
    } else if (node.nodeType === 1 || node.nodeType === 11) {
      const element = node as Element;
      if (node.nodeType === 1 && (SKIPPED.has(element.localName) || isHiddenElement(element, styleOf(element)))) return;
      for (const child of shownChildren(element)) visit(child);
    }
  };
  if (document.body as Element | null) visit(document.body);
  return { text: parts.join(''), pieces };
}

function isUnseen(node: Text): boolean {
  const parent = node.parentElement;
  return parent !== null && isHiddenText(parent, styleOf(parent));
}

function shownChildren(element: Element): Node[] {
  const shadow = element.nodeType === 1 ? shadowOf(element) : null;
  if (shadow !== null) return [...shadow.childNodes];
  if (element.localName === 'slot') {
    const given = (element as HTMLSlotElement).assignedNodes({ flatten: true });
    if (given.length > 0) return given;
  }
  return [...element.childNodes];
}

/** Ranges over a stretch of the packed text: one for each text node, since no range reaches into a shadow root. */
export function rangesOver({ pieces }: PackedText, from: number, to: number): Range[] {
  return pieces
    .filter(({ start, length }) => start < to && start + length > from)
    .map(({ node, start, length }) => {
      const range = node.ownerDocument.createRange();
      range.setStart(node, offsetOf(node, Math.max(0, from - start)));
      range.setEnd(node, offsetOf(node, Math.min(length, to - start) - 1) + 1);
      return range;
    });
}

/** Where in a node the n-th character stands that is not loose. */
function offsetOf({ data }: Text, nth: number): number {
  let left = nth;
  for (let at = 0; at < data.length; at++) {
    if (LOOSE.test(data.charAt(at))) continue;
    if (left === 0) return at;
    left -= 1;
  }
  return data.length;
}
