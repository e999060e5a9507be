import {
  documentOf,
  findAll,
  holdsNode,
  hostOf,
  nameOf,
  openShadow,
  parentOf,
  slotOf,
  typeOf,
  viewOf,
} from './safe-dom.ts';

/** Elements that may carry a shadow root; on others the browser's own roots would be found. */
const MAY_HOST = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '),
);

type OpenRoot = (element: HTMLElement) => ShadowRoot | null;

/** The shadow root of an element: an open one, and a closed one where the browser shows it to extensions. */
export function shadowOf(element: Element): ShadowRoot | null {
  const open = openShadow(element);
  if (open) return open;
  const name = nameOf(element);
  if (!name.includes('-') && !MAY_HOST.has(name)) return null;
  const chrome = (globalThis as { chrome?: { dom?: { openOrClosedShadowRoot?: OpenRoot } } }).chrome;
  if (chrome?.dom?.openOrClosedShadowRoot) return chrome.dom.openOrClosedShadowRoot(element as HTMLElement);
  return (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot ?? null;
}

/** The element around this one as it is shown: out of slots and shadow roots, and out of the frame that holds the document. */
export function shownParent(element: Element): Element | null {
  const around = slotOf(element) ?? parentOf(element) ?? hostOf(element);
  if (around) return around;
  try {
    return viewOf(documentOf(element))?.frameElement ?? null;
  } catch {
    // A frame of another origin above: what is around this document cannot be known from here.
    return null;
  }
}

let known = new WeakMap<Document, ShadowRoot[]>();

/** A page changes between two readings; within one, its shadow roots are looked for once. */
export function forgetShadowRoots(): void {
  known = new WeakMap();
}

/** All elements that answer a selector below a scope, shadow roots entered; `a >>> b` goes on inside of `a`. */
export function deepAll(scope: Element | Document, selector: string): Element[] {
  const [first = '', ...rest] = selector.split('>>>').map((part) => part.trim());
  return rest.reduce(
    (scopes, part) => [...new Set(scopes.flatMap((each) => findBelow(each, part)))],
    findBelow(scope, first),
  );
}

function findBelow(scope: Element | Document, selector: string): Element[] {
  const roots = shadowRootsBelow(scope);
  return [scope, ...roots].flatMap((root) => findAll(root, selector));
}

function shadowRootsBelow(scope: Element | Document): ShadowRoot[] {
  const document = typeOf(scope) === 9 ? (scope as Document) : documentOf(scope);
  let roots = known.get(document);
  if (roots === undefined) {
    roots = shadowRootsIn(document);
    known.set(document, roots);
  }
  return scope === document ? roots : roots.filter(({ host }) => holds(scope as Element, host));
}

function shadowRootsIn(root: Document | ShadowRoot): ShadowRoot[] {
  return findAll(root, '*').flatMap((element) => {
    const inner = shadowOf(element);
    return inner === null ? [] : [inner, ...shadowRootsIn(inner)];
  });
}

/** Whether an element stands inside another, shadow roots between them or not. */
export function holds(outer: Element, inner: Element): boolean {
  for (let at: Element | null = inner; at !== null; at = hostOf(at)) {
    if (holdsNode(outer, at)) return true;
  }
  return false;
}
