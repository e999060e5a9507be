import type { WordsFound } from './find-words.ts';
import { reachableDocuments } from './reachable-documents.ts';

/** The name under which the words light up; the extension brings the colour as a style sheet of its own. */
export const HIGHLIGHT = 'redress-words';

/**
 * Lights words up and brings them into view. The page itself is not changed: a custom highlight where the browser has them,
 * else the page's selection. Escape in the page puts the light out.
 */
export function showWords(document: Document, { ranges, field }: WordsFound): void {
  hideWords(document);
  if (field !== null) {
    field.scrollIntoView({ block: 'center', inline: 'nearest' });
    field.select();
  }
  const [first] = ranges;
  if (first === undefined) return;
  bringIntoView(first);
  const inside = first.startContainer.ownerDocument;
  if (inside !== null && !highlight(inside, ranges)) select(inside, ranges);
  for (const each of reachableDocuments(document)) each.addEventListener('keydown', onEscape, true);
}

/** Puts the light out. */
export function hideWords(document: Document): void {
  for (const each of reachableDocuments(document)) {
    highlightsOf(each)?.delete(HIGHLIGHT);
    each.removeEventListener('keydown', onEscape, true);
  }
}

function onEscape(event: KeyboardEvent): void {
  const view = (event.currentTarget as Document).defaultView;
  if (event.key === 'Escape' && view !== null) hideWords(outermost(view).document);
}

/** The outermost document above a frame that can be looked into. */
function outermost(view: Window): Window {
  try {
    return view.parent !== view && (view.parent.document as Document | null) !== null ? outermost(view.parent) : view;
  } catch {
    // Another origin above: this is as far as one can see.
    return view;
  }
}

/** Undefined in browsers that have none. */
function highlightsOf({ defaultView }: Document): HighlightRegistry | undefined {
  return (defaultView as { CSS?: { highlights?: HighlightRegistry } } | null)?.CSS?.highlights;
}

function highlight(document: Document, ranges: Range[]): boolean {
  const { Highlight } = (document.defaultView ?? {}) as { Highlight?: new (...ranges: Range[]) => Highlight };
  const highlights = highlightsOf(document);
  if (Highlight === undefined || highlights === undefined) return false;
  try {
    highlights.set(HIGHLIGHT, new Highlight(...ranges));
    return true;
  } catch {
    // A browser that keeps the registry from an extension's world says so by throwing; the selection does as well.
    return false;
  }
}

function select(document: Document, ranges: Range[]): void {
  const [first, last] = [ranges[0], ranges.at(-1)];
  const selection = document.getSelection();
  if (first === undefined || last === undefined || selection === null) return;
  const isOneRoot = first.startContainer.getRootNode() === last.endContainer.getRootNode();
  const end = isOneRoot ? last : first;
  selection.setBaseAndExtent(first.startContainer, first.startOffset, end.endContainer, end.endOffset);
}

/** The words' own lines, not only the paragraph that holds them, which may be longer than the window. */
function bringIntoView(range: Range): void {
  const holder = range.startContainer.parentElement;
  const view = holder?.ownerDocument.defaultView;
  if (!holder || !view) return;
  holder.scrollIntoView({ block: 'center', inline: 'nearest' });
  const box = range.getBoundingClientRect();
  if (box.top < 0 || box.bottom > view.innerHeight) {
    const scrolled = scrollerOf(holder);
    const middle = view.innerHeight / 2;
    (scrolled ?? view).scrollBy({ top: box.top - middle });
  }
}

function scrollerOf(element: Element): Element | null {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const style = at.ownerDocument.defaultView?.getComputedStyle(at);
    if (style && /auto|scroll/.test(style.overflowY) && at.scrollHeight > at.clientHeight) return at;
  }
  return null;
}
