import type { SiteRecipe } from '../../core/capture/site-recipe.ts';
import { deepAll, forgetShadowRoots, holds } from './deep-query.ts';
import { fitsHost } from './fits-host.ts';
import { pack } from './packed-text.ts';
import { documentInside, reachableDocuments } from './reachable-documents.ts';

type Box = HTMLTextAreaElement | HTMLElement;

/** What can be said of a page that a reply was meant for. `refused`: the editor did not take the words. */
export type Insertion = 'inserted' | 'noBox' | 'refused';

/** The open reply box of a page whose site is known: the one with the cursor, else the last that is shown. Null: none is open. */
export function findReplyBox(document: Document, recipes: readonly SiteRecipe[]): Box | null {
  forgetShadowRoots();
  const documents = reachableDocuments(document);
  const ranked = [...recipes].sort((a, b) => Number(b.hosts !== undefined) - Number(a.hosts !== undefined));
  for (const recipe of ranked) {
    for (const each of documents) {
      const boxes = boxesOf(each, recipe);
      const box = boxes.find(hasCursor) ?? boxes.at(-1);
      if (box !== undefined) return box;
    }
  }
  return null;
}

function boxesOf(document: Document, recipe: SiteRecipe): Box[] {
  const selectors = recipe.replyBox ?? [];
  if (selectors.length === 0 || !fitsHost(document, recipe)) return [];
  for (const selector of selectors) {
    const boxes = deepAll(document, selector)
      .map(editableOf)
      .filter((box) => box !== null);
    if (boxes.length > 0) return boxes;
  }
  return [];
}

/** What can be written in: a text box, an editable element, or the editable document inside a frame; null when not shown. */
function editableOf(element: Element): Box | null {
  const { width, height } = element.getBoundingClientRect();
  if (width < 40 || height < 12) return null;
  if (element.localName === 'iframe') {
    const inner = documentInside(element);
    return inner !== null && (inner.designMode === 'on' || inner.body.isContentEditable) ? inner.body : null;
  }
  if (isTextArea(element)) return element.readOnly || element.disabled ? null : element;
  return (element as HTMLElement).isContentEditable ? (element as HTMLElement) : null;
}

const isTextArea = (element: Element): element is HTMLTextAreaElement => element.localName === 'textarea';

function hasCursor(box: Box): boolean {
  const { activeElement, body } = box.ownerDocument;
  return activeElement !== null && (activeElement === box || (box !== body && holds(box, activeElement)));
}

/**
 * Writes a reply above what stands in the box, as plain text and through the editor's own events, as if it were typed: it can
 * be undone there. Nothing is sent.
 */
export function insertReply(document: Document, recipes: readonly SiteRecipe[], text: string): Insertion {
  const box = findReplyBox(document, recipes);
  if (box === null) return 'noBox';
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  if (isTextArea(box)) writeInto(box, lines);
  else typeInto(box, lines);
  return pack(contentOf(box)).includes(pack(text)) ? 'inserted' : 'refused';
}

const contentOf = (box: Box) => (isTextArea(box) ? box.value : box.textContent);

function writeInto(box: HTMLTextAreaElement, lines: string[]): void {
  const text = `${lines.join('\n')}${box.value.trim() === '' ? '' : '\n\n'}`;
  box.focus();
  box.setSelectionRange(0, 0);
  const isTaken = press(box.ownerDocument, 'insertText', text);
  if (isTaken && box.value.startsWith(text)) return;
  box.setRangeText(text, 0, 0, 'end');
  box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
}

/** Line by line: editors take a line break as a key of its own. */
function typeInto(box: HTMLElement, lines: string[]): void {
  const document = box.ownerDocument;
  document.defaultView?.focus();
  box.focus();
  document.getSelection()?.collapse(box, 0);
  const hadText = box.textContent.trim() !== '';
  lines.forEach((line, at) => {
    if (at > 0) breakLine(document);
    if (line !== '') press(document, 'insertText', line);
  });
  if (hadText) breakLine(document);
}

function breakLine(document: Document): void {
  if (!press(document, 'insertLineBreak')) press(document, 'insertParagraph');
}

function press(document: Document, key: 'insertText' | 'insertLineBreak' | 'insertParagraph', text?: string): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else types as the user does: events, undo, and all
  return document.execCommand(key, false, text);
}
