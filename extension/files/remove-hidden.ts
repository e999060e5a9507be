import { colourOf, lookOf, rulesOf, type Look } from './style-words.ts';

/** What words take over from the elements around them. */
interface Inherited {
  visibility: string;
  fontSize: number;
  color: string;
  ground: string | null;
}

/**
 * Takes out of an inert document what nobody would see if it were shown: the same that the page reader leaves out, told from
 * the styles as written, because nothing is laid out here. When in doubt it stays.
 */
export function removeHidden(document: Document): void {
  const looks = looksBySheets(document);
  // `body` is missing where the mail was empty.
  const body = document.body as HTMLElement | null;
  if (body !== null) visit(body, { visibility: '', fontSize: 16, color: '#000000', ground: '#ffffff' }, looks);
}

function looksBySheets(document: Document): Map<Element, Look> {
  const looks = new Map<Element, Look>();
  for (const style of document.querySelectorAll('style')) {
    for (const { selector, look } of rulesOf(style.textContent)) {
      for (const element of elementsBy(document, selector)) looks.set(element, { ...looks.get(element), ...look });
    }
  }
  return looks;
}

function elementsBy(document: Document, selector: string): Element[] {
  try {
    return [...document.querySelectorAll(selector)];
  } catch (error) {
    // Selectors of mails are full of hacks for one program; browsers say only by throwing that they are none.
    if (error instanceof Error) return [];
    throw error;
  }
}

function visit(element: Element, outer: Inherited, looks: ReadonlyMap<Element, Look>): void {
  const look = { ...attributeLook(element), ...looks.get(element), ...lookOf(element.getAttribute('style') ?? '') };
  if (element.hasAttribute('hidden') || isHidden(look)) {
    element.remove();
    return;
  }
  const own = inherit(outer, look);
  for (const child of [...element.childNodes]) {
    if (child.nodeType === 1) visit(child as Element, own, looks);
    else if (child.nodeType === 3 && isUnseen(own)) child.parentNode?.removeChild(child);
    else if (child.nodeType === 8) child.parentNode?.removeChild(child);
  }
}

/** The old ways of colouring, without styles. */
function attributeLook(element: Element): Look {
  const [color, background] = [element.getAttribute('color'), element.getAttribute('bgcolor')];
  return {
    ...(color === null ? {} : { color: color.toLowerCase() }),
    ...(background === null ? {} : { background: background.toLowerCase() }),
  };
}

function isHidden(look: Look): boolean {
  if (look.display === 'none' || (look.opacity !== undefined && Number.parseFloat(look.opacity) === 0)) return true;
  const cuts = look.overflow === 'hidden' || look.overflow === 'clip';
  if (cuts && (isTiny(look.height) || isTiny(look.width))) return true;
  const isLifted = look.position === 'absolute' || look.position === 'fixed';
  return isLifted && look.offset !== undefined && Number.parseFloat(look.offset) <= -500;
}

const isTiny = (size: string | undefined) => size !== undefined && !size.endsWith('%') && Number.parseFloat(size) <= 1;

function inherit(outer: Inherited, look: Look): Inherited {
  return {
    visibility: look.visibility ?? outer.visibility,
    fontSize: sizeOf(look, outer.fontSize),
    color: look.color === undefined || look.color === 'inherit' ? outer.color : (colourOf(look.color) ?? outer.color),
    ground: groundOf(look.background, outer.ground),
  };
}

function sizeOf({ fontSize, textIndent }: Look, outer: number): number {
  if (textIndent !== undefined && Number.parseFloat(textIndent) < -500) return 0;
  const size = Number.parseFloat(fontSize ?? '');
  if (Number.isNaN(size)) return outer;
  if (/(em|%)$/.test(fontSize ?? '')) return (fontSize ?? '').endsWith('%') ? (outer * size) / 100 : outer * size;
  return size;
}

function groundOf(background: string | undefined, outer: string | null): string | null {
  if (background === undefined) return outer;
  if (background.includes('url(') || background.includes('gradient(')) return null;
  const colour = colourOf(background.split(/\s+(?![^(]*\))/)[0] ?? '');
  return colour === null || colour === 'transparent' || colour === 'none' || colour === 'inherit' ? outer : colour;
}

function isUnseen({ visibility, fontSize, color, ground }: Inherited): boolean {
  if (visibility === 'hidden' || visibility === 'collapse') return true;
  return fontSize < 2 || color === 'transparent' || color === ground;
}
