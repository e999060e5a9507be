import { boxOf, findAll } from './safe-dom.ts';

/** The document inside a frame, when the page's origin may look into it; null otherwise. */
export function documentInside(frame: Element): Document | null {
  try {
    return (frame as HTMLIFrameElement).contentDocument ?? null;
  } catch {
    // A frame of another origin answers null in most browsers and throws in some; both mean the same.
    return null;
  }
}

/** The document and those of all its frames that can be looked into, outermost first. */
export function reachableDocuments(document: Document): Document[] {
  const inside = findAll(document, 'iframe, frame')
    .map(documentInside)
    .filter((inner) => inner !== null);
  return [document, ...inside.flatMap(reachableDocuments)];
}

/** True when a document above this one can look into it, and so reads it. */
export function isReadFromAbove(view: Window): boolean {
  if (view.parent === view) return false;
  try {
    return Boolean(view.parent.document);
  } catch {
    // Another origin above: nobody else reads this frame.
    return false;
  }
}

/** Frames big enough to hold a message that cannot be looked into. */
export function closedFrames(document: Document): number {
  return reachableDocuments(document)
    .flatMap((each) => findAll(each, 'iframe, frame'))
    .filter((frame) => documentInside(frame) === null)
    .filter((frame) => {
      const box = boxOf(frame);
      return box.width >= 240 && box.height >= 120;
    }).length;
}
