import { shownParent } from './deep-query.ts';
import { isHiddenElement, styleOf } from './is-hidden.ts';

export function isShown(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = shownParent(at)) {
    if (isHiddenElement(at, styleOf(at))) return false;
  }
  return true;
}
