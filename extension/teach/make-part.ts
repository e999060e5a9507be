import type { TaughtPartRecipe } from '../../core/capture/taught-recipe.ts';
import { TaughtSelector } from '../../core/capture/taught-recipe.ts';
import { placesBeside, wordsIn, type LabelledPlace } from '../page/beside-label.ts';
import { isControl } from '../page/control-value.ts';
import { deepAll, forgetShadowRoots, holds } from '../page/deep-query.ts';
import { isShown } from '../page/is-shown.ts';
import { bodyOf, documentOf, findAll, hostOf, nameOf, parentOf } from '../page/safe-dom.ts';
import { labelledBy, labelOf, labelWords, looksLikeLabel } from './find-label.ts';
import { namedAround, selectorsIn, wayTo } from './make-selectors.ts';

type Source = TaughtPartRecipe['sources'][number];

/** What the user points at: a value, with or without a label beside it. */
export interface Pointed {
  label: string | null;
  labelElement: Element | null;
  value: Element;
  words: string;
}

/** Whether an element is meant as the label or as the value; null where it shows nothing. */
export function pointAt(element: Element): Pointed | null {
  forgetShadowRoots();
  const asLabel = isControl(element) ? null : labelledBy(element);
  if (asLabel !== null && looksLikeLabel(element)) return pointedBy(asLabel);
  // A title is a value of its own, whatever stands above it.
  const asValue = nameOf(element) === 'h1' ? null : labelOf(element);
  if (asValue !== null) return pointedBy(asValue);
  const words = wordsIn(element);
  return words === '' && !isControl(element) ? null : { label: null, labelElement: null, value: element, words };
}

/** The element taken as a label, whatever it looks like. */
export function pointAsLabel(element: Element): Pointed | null {
  forgetShadowRoots();
  const place = labelledBy(element);
  return place === null ? null : pointedBy(place);
}

function pointedBy({ label, value, words }: LabelledPlace): Pointed | null {
  const text = labelWords(label);
  return text === null ? null : { label: text, labelElement: label, value, words };
}

/**
 * Where what was pointed at stands, in ways that should still hold tomorrow and for the next record: by its label, by names
 * that a person gave, and only where there is neither by its place. Each way was tried: it finds this value and nothing else.
 */
export function sourcesOf(pointed: Pointed, isInFrame: boolean): Source[] {
  forgetShadowRoots();
  const frames = isInFrame ? { inFrames: true as const } : {};
  const bySelector = (selector: string): Source => ({ selector, read: readOf(pointed.value), ...frames });
  // The container of the recipe is the outermost body; a frame's own is asked for by name.
  const byLabel = labelSources(pointed).map((source) =>
    isInFrame && source.selector === ':scope' ? { ...source, ...frames, selector: 'body' } : { ...source, ...frames },
  );
  // Bare text beside a label has no element of its own.
  const hasOwnElement = pointed.labelElement === null || !holds(pointed.value, pointed.labelElement);
  const byName = hasOwnElement ? pierced(pointed.value, (element) => selectorsIn(element, pointed.words)) : [];
  const named = [...byLabel, ...byName.slice(0, 2).map(bySelector)].filter(isAllowed);
  if (named.length > 0) return named.slice(0, 4);
  return hasOwnElement
    ? pierced(pointed.value, (element) => [wayTo(element)])
        .map(bySelector)
        .filter(isAllowed)
        .slice(0, 1)
    : [];
}

const isAllowed = ({ selector }: Source) => TaughtSelector.safeParse(selector).success;

/** What the recipe reads of an element that was pointed at. */
const readOf = (value: Element) => (isControl(value) ? 'value' : 'text');

/** By the label alone, or below a named element around it where the same label stands elsewhere too. */
function labelSources({ label, labelElement, value }: Pointed): Source[] {
  if (label === null || labelElement === null) return [];
  const body = bodyOf(documentOf(value));
  const isOnly = (scope: Element) => {
    const places = placesBeside(scope, [label]);
    return places.length === 1 && places[0]?.label === labelElement;
  };
  const read = { beside: [label] };
  if (isOnly(body)) return [{ selector: ':scope', read }];
  const scopes = namedAround(labelElement, label).map(({ name }) => name);
  const scope = scopes.find((selector) => {
    const found = deepAll(documentOf(value), selector).filter(isShown);
    return found.length === 1 && found[0] !== undefined && isOnly(found[0]);
  });
  if (scope !== undefined) return [{ selector: scope, read }];
  // The label still has to stand there: a page that has changed is told, and not read wrong.
  for (let at = parentOf(labelElement); at !== null && at !== body; at = parentOf(at))
    if (hostOf(at) === null && isOnly(at)) return [{ selector: wayTo(at), read }];
  return [];
}

/** Ways through the shadow roots around an element, host by host; each found alone in its document. */
function pierced(element: Element, waysIn: (element: Element) => string[]): string[] {
  const host = hostOf(element);
  const inside = waysIn(element);
  if (host === null) return inside;
  const outside = pierced(host, (each) => [...selectorsIn(each, ''), wayTo(each)]);
  const [first] = outside;
  if (first === undefined) return [];
  return inside.map((way) => `${first} >>> ${way}`).filter((selector) => findsOnly(selector, element));
}

function findsOnly(selector: string, element: Element): boolean {
  const found = deepAll(documentOf(element), selector);
  return found.length === 1 && found[0] === element;
}

/** Elements that a user can walk through by keys: what shows words of its own, and controls. */
export function stopsIn(document: Document): Element[] {
  forgetShadowRoots();
  return deepAll(bodyOf(document), '*').filter(
    (element) => (isControl(element) || hasOwnWords(element)) && isShown(element),
  );
}

function hasOwnWords(element: Element): boolean {
  if (/^(script|style|noscript|template|option)$/.test(element.localName)) return false;
  return (
    [...element.childNodes].some((node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '') &&
    findAll(element, 'iframe').length === 0
  );
}
