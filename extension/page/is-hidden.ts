import { attributeOf, boxOf, documentOf, innerHeightOf, innerWidthOf, nameOf, parentOf, viewOf } from './safe-dom.ts';

/** What a reader cannot see is not read: hidden text is how orders and tracking words are smuggled into mails. */
export function isHiddenElement(element: Element, style: CSSStyleDeclaration | null): boolean {
  if (attributeOf(element, 'hidden') !== null) return true;
  if (isClosedDetail(element)) return true;
  if (style === null) return false;
  if (style.display === 'none' || style.opacity === '0') return true;
  if (style.display === 'contents') return false;
  return isSqueezed(element, style) || isOffPage(element, style);
}

/** Visibility, size and colour belong to the text itself: a child of a hidden element may show itself again. */
export function isHiddenText(parent: Element, style: CSSStyleDeclaration | null): boolean {
  if (style === null) return false;
  if (style.visibility === 'hidden' || style.visibility === 'collapse') return true;
  if (style.fontSize !== '' && Number.parseFloat(style.fontSize) < 2) return true;
  if (Number.parseFloat(style.textIndent) < -500) return true;
  return isTransparent(style.color) || hasColourOfItsGround(parent, style.color);
}

export function styleOf(element: Element): CSSStyleDeclaration | null {
  const style = viewOf(documentOf(element))?.getComputedStyle(element) ?? null;
  return style === null || style.display === '' ? null : style;
}

function isClosedDetail(element: Element): boolean {
  const parent = parentOf(element);
  if (parent === null || nameOf(parent) !== 'details') return false;
  return attributeOf(parent, 'open') === null && nameOf(element) !== 'summary';
}

/** The ways of `.sr-only` and of preheaders: a box of no size that cuts its content off. */
function isSqueezed(element: Element, style: CSSStyleDeclaration): boolean {
  if (style.display === 'inline') return false;
  const cuts = /hidden|clip/.test(style.overflowX) || /hidden|clip/.test(style.overflowY);
  if (cuts && (innerHeightOf(element) <= 1 || innerWidthOf(element) <= 1)) return true;
  const cut =
    /^inset\((50|100)%/.test(style.clipPath) || /^rect\([01]px(, [01]px){3}\)/.test(style.getPropertyValue('clip'));
  return cut && style.position !== 'static';
}

function isOffPage(element: Element, style: CSSStyleDeclaration): boolean {
  if (style.position !== 'absolute' && style.position !== 'fixed') return false;
  const view = viewOf(documentOf(element));
  const box = boxOf(element);
  if (view === null || box.width === 0 || box.height === 0) return false;
  return box.right + view.scrollX <= 0 || box.bottom + view.scrollY <= 0;
}

const isTransparent = (colour: string) => /^rgba\(.*, ?0\)$/.test(colour) || colour === 'transparent';

function hasColourOfItsGround(element: Element, colour: string): boolean {
  for (let at: Element | null = element; at !== null; at = parentOf(at)) {
    const style = styleOf(at);
    if (style === null || style.backgroundImage !== 'none') return false;
    if (!isTransparent(style.backgroundColor)) return style.backgroundColor === colour;
  }
  return colour === 'rgb(255, 255, 255)' && !isDarkPage(element);
}

function isDarkPage(element: Element): boolean {
  const root = documentOf(element).documentElement;
  return styleOf(root)?.colorScheme.includes('dark') ?? false;
}
