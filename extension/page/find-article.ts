import { Readability } from '@mozilla/readability';
import { shadowOf, shownParent } from './deep-query.ts';
import { isHiddenElement, styleOf } from './is-hidden.ts';
import type { FindArticle } from './read-any-page.ts';
import { documentInside } from './reachable-documents.ts';
import { attributeOf, bodyOf, documentOf, isElement, isText, nameOf, nodesIn, textIn } from './safe-dom.ts';

const MARK = 'data-redress';
/** What the reader library weighs an element by. */
const WEIGHED = ['id', 'class', 'role', 'href', 'itemprop', 'rel'];
const LEFT_OUT = new Set('script style noscript template svg canvas video audio object embed link meta img'.split(' '));
/** Shorter texts are not taken for an article; Chinese says much in few characters. */
const SHORTEST = 120;

/**
 * The article of a page by the reader library of Firefox. It works on a copy, in a document that loads and runs nothing, from
 * which all that a reader cannot see was left out; what it kept is found again in the page, and only the page is read.
 */
export const findArticle: FindArticle = (document) => {
  const originals: Element[] = [];
  const copy = document.implementation.createHTMLDocument('');
  copyInto(copy.body, bodyOf(document), originals);
  const article = new Readability<Node>(copy, {
    serializer: (node) => node,
    disableJSONLD: true,
    keepClasses: true,
    charThreshold: SHORTEST,
  }).parse();
  const content = (article?.content as Element | null | undefined) ?? null;
  if (content === null || (article?.length ?? 0) < SHORTEST) return null;
  const kept = new Set<Element>();
  for (const element of [content, ...content.querySelectorAll(`[${MARK}]`)]) {
    const original = originals[Number(element.getAttribute(MARK) ?? '-1')];
    if (original !== undefined) keepWithAround(original, kept);
  }
  return kept.size === 0 ? null : (element) => !kept.has(element);
};

function copyInto(parent: Element, original: Element, originals: Element[]): void {
  const inner = /^i?frame$/.test(nameOf(original)) ? documentInside(original)?.body : undefined;
  for (const child of nodesIn(inner ?? shadowOf(original) ?? original)) {
    if (isText(child)) parent.append(documentOf(parent).createTextNode(textIn(child)));
    if (!isElement(child)) continue;
    const element = child;
    const own = nameOf(element);
    if (LEFT_OUT.has(own) || isHiddenElement(element, styleOf(element))) continue;
    const isPlain = /^[a-z][a-z0-9]*$/.test(own) && !/^(i?frame|form)$/.test(own);
    const twin = documentOf(parent).createElement(isPlain ? own : 'div');
    for (const attribute of WEIGHED) {
      const value = attributeOf(element, attribute);
      if (value !== null) twin.setAttribute(attribute, value);
    }
    twin.setAttribute(MARK, String(originals.push(element) - 1));
    parent.append(twin);
    copyInto(twin, element, originals);
  }
}

/** The elements on the way to what was kept are walked through, too. */
function keepWithAround(element: Element, kept: Set<Element>): void {
  for (let at: Element | null = element; at !== null && !kept.has(at); at = shownParent(at)) kept.add(at);
}
