import type { TaughtPartRecipe } from '../../core/capture/taught-recipe.ts';
import { holds, shownParent } from '../page/deep-query.ts';
import { reachableDocuments } from '../page/reachable-documents.ts';
import { documentOf, isElement, nodesIn, viewOf } from '../page/safe-dom.ts';
import { pointAsLabel, pointAt, sourcesOf, stopsIn, type Pointed } from './make-part.ts';
import { createOverlay, type Overlay, type PickerWords } from './overlay.ts';

/** What was pointed at in a page: where it stands, and what it says now. */
export interface Picked {
  label: string | null;
  words: string;
  sources: TaughtPartRecipe['sources'];
  /** Address of the page that recipes are bound to: the outermost one that can look into the place. */
  origin: string;
  pathname: string;
  search: string;
  hash: string;
}

export type PickerKey = 'next' | 'previous' | 'wider' | 'narrower' | 'take' | 'end' | 'asLabel';

export interface Picker {
  steer: (key: PickerKey) => void;
  stop: () => void;
}

const KEYS: Record<string, PickerKey> = {
  Escape: 'end',
  Enter: 'take',
  ArrowUp: 'wider',
  ArrowDown: 'narrower',
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  Tab: 'next',
};
const STOPPED = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'dblclick',
  'auxclick',
  'contextmenu',
  'touchstart',
  'touchend',
];

/**
 * Lets the user point at something in this page and all frames that it can look into, by mouse or by keys. The page does not
 * hear of it. `onPicked` with null: the user ended it.
 */
export function startPicker(document: Document, words: PickerWords, onPicked: (picked: Picked | null) => void): Picker {
  const overlay = createOverlay(document, words, () => finish(null));
  let at: Element | null = null;
  let pointed: Pointed | null = null;
  /** Elements that were left by going wider, to come back to. */
  let inner: Element[] = [];

  const look = (element: Element, found: Pointed | null) => {
    at = element;
    pointed = found;
    overlay.show(pointed, element);
  };
  const lookAt = (element: Element) => look(element, pointAt(element));
  const pick = () => {
    if (pointed === null) return;
    const sources = sourcesOf(pointed, documentOf(pointed.value) !== document);
    if (sources.length === 0) return;
    const { origin, pathname, search, hash } = document.location;
    finish({ label: pointed.label, words: pointed.words.slice(0, 2_000), sources, origin, pathname, search, hash });
  };
  const walk = (step: 1 | -1) => {
    const stops = reachableDocuments(document).flatMap(stopsIn);
    const now = at === null ? -1 : stops.findIndex((each) => each === at || (at !== null && holds(at, each)));
    const next = stops[(now + step + stops.length) % stops.length];
    if (next === undefined) return;
    inner = [];
    next.scrollIntoView({ block: 'nearest' });
    lookAt(next);
  };
  const steer = (key: PickerKey) => {
    if (key === 'end') {
      finish(null);
      return;
    }
    if (key === 'take') {
      pick();
      return;
    }
    if (key === 'next' || key === 'previous') {
      walk(key === 'next' ? 1 : -1);
      return;
    }
    if (at === null) {
      walk(1);
      return;
    }
    if (key === 'asLabel') {
      look(at, pointAsLabel(at));
      return;
    }
    if (key === 'narrower') {
      const back = inner.pop();
      if (back !== undefined) lookAt(back);
      return;
    }
    const wider = shownParent(at);
    if (wider === null || /^(body|html|iframe)$/.test(wider.localName)) return;
    inner.push(at);
    lookAt(wider);
  };

  const onMove = (event: Event) => {
    const element = deepest(event);
    if (element === null || overlay.owns(element)) {
      overlay.hide();
      return;
    }
    if (element === at) {
      overlay.show(pointed, element);
      return;
    }
    inner = [];
    lookAt(element);
  };
  const onClick = (event: Event) => {
    if (overlay.owns(deepest(event))) return;
    stopEvent(event);
    onMove(event);
    pick();
  };
  const onOther = (event: Event) => {
    if (!overlay.owns(deepest(event))) stopEvent(event);
  };
  const onKey = (event: KeyboardEvent) => {
    const key = event.key === 'l' || event.key === 'L' ? 'asLabel' : KEYS[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey || key === undefined) return;
    stopEvent(event);
    steer(key === 'next' && event.shiftKey ? 'previous' : key);
  };
  const views = reachableDocuments(document)
    .map((each) => viewOf(each))
    .filter((view) => view !== null);
  const listening = new AbortController();
  for (const view of views) {
    const options = { capture: true, signal: listening.signal };
    view.addEventListener('mousemove', onMove, options);
    view.addEventListener('click', onClick, options);
    view.addEventListener('keydown', onKey, options);
    for (const type of STOPPED) view.addEventListener(type, onOther, { ...options, passive: false });
    view.addEventListener('scroll', () => again(overlay, pointed, at), options);
  }

  let isOver = false;
  function stop(): void {
    isOver = true;
    listening.abort();
    overlay.remove();
  }
  function finish(picked: Picked | null): void {
    if (isOver) return;
    stop();
    onPicked(picked);
  }
  return { steer, stop };
}

function again(overlay: Overlay, pointed: Pointed | null, at: Element | null): void {
  if (at !== null) overlay.show(pointed, at);
}

function stopEvent(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** The innermost element under the pointer, inside open shadow roots too. */
function deepest(event: Event): Element | null {
  const [first] = event.composedPath();
  if (first === undefined || !('nodeType' in first)) return null;
  const node = first as Node;
  if (!isElement(node)) return null;
  // Of a choice the box, not its items.
  return node.localName === 'option' ? node.closest('select') : onlyWords(node);
}

/** A box without words or parts of its own stands for what it holds. */
function onlyWords(element: Element): Element {
  const nodes = nodesIn(element).filter((node) => isElement(node) || (node.textContent ?? '').trim() !== '');
  const [only] = nodes;
  return nodes.length === 1 &&
    only !== undefined &&
    isElement(only) &&
    /^(span|b|strong|em|input|textarea|select)$/.test(only.localName)
    ? only
    : element;
}
