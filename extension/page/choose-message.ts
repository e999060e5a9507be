import type { SiteRecipe } from '../../core/capture/site-recipe.ts';
import { deepAll, holds, shownParent } from './deep-query.ts';
import { isShown } from './find-part.ts';
import { bodyOf, documentOf, holdsNode, viewOf } from './safe-dom.ts';

export interface ChosenMessage {
  message: Element;
  /** The other messages that the page shows in the same way, in page order. */
  others: Element[];
}

/**
 * The message that a recipe means: of several that are shown the one with the marked words or the cursor in it, else the
 * last (the newest of a thread) or, where the recipe says so, the first. Null when none is shown.
 */
export function chooseMessage(document: Document, recipe: SiteRecipe): ChosenMessage | null {
  const holdsNeeds = (element: Element) => recipe.needs.every((selector) => deepAll(element, selector).length > 0);
  const found = deepAll(document, recipe.container).filter(isShown);
  const shown = recipe.climbs ? climb(found, holdsNeeds) : found.filter(holdsNeeds);
  const message = shown.find(isMarked) ?? shown.find(hasCursor) ?? (recipe.pick === 'first' ? shown[0] : shown.at(-1));
  return message === undefined ? null : { message, others: shown.filter((each) => each !== message) };
}

/** What is around each match; not what holds several of the messages, which a match without a head of its own climbs to. */
function climb(found: Element[], fits: (element: Element) => boolean): Element[] {
  const around = [...new Set(found.flatMap((element) => nearest(element, fits) ?? []))];
  return around.filter((element) => !around.some((other) => other !== element && holds(element, other)));
}

/** The element itself or the nearest around it, within its document. */
function nearest(element: Element, fits: (element: Element) => boolean): Element | null {
  for (let at: Element | null = element; at !== null; at = shownParent(at)) {
    if (documentOf(at) !== documentOf(element)) return null;
    if (fits(at)) return at;
  }
  return null;
}

function isMarked(element: Element): boolean {
  const selection = viewOf(documentOf(element))?.getSelection() ?? null;
  if (selection === null || selection.isCollapsed || selection.anchorNode === null) return false;
  return holdsNode(element, selection.anchorNode);
}

function hasCursor(element: Element): boolean {
  const { activeElement } = documentOf(element);
  if (viewOf(documentOf(element)) === null || activeElement === null) return false;
  if (activeElement === bodyOf(documentOf(element))) return false;
  return holds(element, activeElement);
}
