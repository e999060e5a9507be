import type { SiteRecipe } from '../../core/capture/site-recipe.ts';
import { chooseMessage } from './choose-message.ts';
import { deepAll } from './deep-query.ts';
import { asSource, isShown, readSource, sourceElements } from './find-part.ts';
import { fitsHost } from './fits-host.ts';
import { reachableDocuments } from './reachable-documents.ts';
import { visibleText } from './visible-text.ts';

export interface ListedFile {
  url: string;
  name: string;
  kind: 'attachment' | 'inlinePicture';
  sizeText: string;
  isSameSite: boolean;
}

/** Narrower or lower than this are lines, marks and trackers. */
const SMALLEST_PICTURE = 48;
const MOST = 100;

/** The files that the open message shows, attachments first: those with an address of their own. Nothing is fetched. */
export function listFiles(document: Document, recipes: readonly SiteRecipe[]): ListedFile[] {
  const found = reachableDocuments(document).flatMap((each) => filesIn(each, recipes));
  return found.filter((file, at) => found.findIndex(({ url }) => url === file.url) === at).slice(0, MOST);
}

function filesIn(document: Document, recipes: readonly SiteRecipe[]): ListedFile[] {
  for (const recipe of recipes) {
    const message = fitsHost(document, recipe) ? (chooseMessage(document, recipe)?.message ?? null) : null;
    if (message === null) continue;
    const attachments = (recipe.parts.attachments ?? [])
      .flatMap((source) => sourceElements(message, source).map((element) => ({ element, source })))
      .flatMap(({ element, source }) => attachmentOf(element, readSource(element, source)) ?? []);
    const bodies = recipe.parts.body.map(asSource).flatMap((source) => sourceElements(message, source));
    return [...attachments, ...bodies.flatMap(picturesIn)];
  }
  return [];
}

const SIZE = /(?:\d+(?:[.,]\d+)?)\s?(?:[KMG]i?B|bytes?|B|字节|字節)(?![a-z])/i;

/** The link of an attachment stands around its name, in it, or beside it; one that says it downloads is the file itself. */
function attachmentOf(element: Element, shownName: string): ListedFile | null {
  const gmail = element.closest('[download_url]')?.getAttribute('download_url')?.split(':').slice(2).join(':');
  const item =
    element.closest('li, tr, md-card, .msg-attachment-link, [role="listitem"]') ?? element.parentElement ?? element;
  const around = [element.closest('a[href]'), ...item.querySelectorAll('a[href]')].filter((link) => link !== null);
  const link = around.find(isDownload) ?? around[0] ?? null;
  const url = addressOf(gmail ?? link?.getAttribute('href') ?? null, element.ownerDocument);
  if (url === null) return null;
  const words = shownName.replace(/\s+/g, ' ').trim();
  const text = visibleText(item).replace(/\s+/g, ' ');
  const size = SIZE.exec(text.replace(words, ''))?.[0] ?? SIZE.exec(words)?.[0] ?? '';
  const name = words.replace(new RegExp(`\\s*[(（]?~?\\s*${escaped(size)}[)）]?$`), '').trim();
  return {
    url: asDownload(url),
    name: name || fileName(url),
    kind: 'attachment',
    sizeText: size,
    isSameSite: isSameSite(url, element),
  };
}

const isDownload = (link: Element) =>
  link.hasAttribute('download') || /download/i.test(link.getAttribute('href') ?? '');

/** Roundcube's link leads to a page around the file; the same address with other parameters gives the file itself. */
function asDownload(url: URL): string {
  const asked = url.searchParams;
  if (asked.get('_task') !== 'mail' || asked.get('_action') !== 'get') return url.href;
  for (const key of ['_frame', '_extwin', '_framed', '_preload']) asked.delete(key);
  asked.set('_download', '1');
  return url.href;
}

const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function picturesIn(body: Element): ListedFile[] {
  const frames = deepAll(body, 'iframe, frame').flatMap((frame) => innerBody(frame) ?? []);
  const own = body.localName === 'iframe' || body.localName === 'frame' ? (innerBody(body) ?? []) : [];
  return [body, ...frames, ...own].flatMap((root) =>
    deepAll(root, 'img[src]').flatMap((element) => pictureOf(element as HTMLImageElement) ?? []),
  );
}

function innerBody(frame: Element): Element[] | null {
  try {
    const body = (frame as HTMLIFrameElement).contentDocument?.body;
    return body ? [body] : null;
  } catch {
    // A frame of another origin answers null in most browsers and throws in some; both mean the same.
    return null;
  }
}

function pictureOf(image: HTMLImageElement): ListedFile | null {
  if (image.naturalWidth < SMALLEST_PICTURE || image.naturalHeight < SMALLEST_PICTURE || !isShown(image)) return null;
  const url = addressOf(image.currentSrc || image.src, image.ownerDocument);
  if (url === null) return null;
  const name = image.alt.trim().slice(0, 100) || fileName(url);
  return { url: url.href, name, kind: 'inlinePicture', sizeText: '', isSameSite: isSameSite(url, image) };
}

/** What can be fetched: pages, their own blobs and data; never a script or a file of the disk. */
function addressOf(href: string | null, document: Document): URL | null {
  if (href === null || !URL.canParse(href, document.baseURI)) return null;
  const url = new URL(href, document.baseURI);
  const isFile = /^(https?|blob|data):$/.test(url.protocol) && url.href.length <= 8_000;
  return isFile && !(url.href.split('#')[0] === document.location.href.split('#')[0]) ? url : null;
}

function isSameSite(url: URL, element: Element): boolean {
  if (url.protocol === 'data:') return true;
  // The frame of a mail's text has no address of its own: it is its page's.
  const view = element.ownerDocument.defaultView;
  return url.origin === (view?.origin === 'null' ? view.parent.origin : view?.origin);
}

function fileName(url: URL): string {
  if (url.protocol === 'data:' || url.protocol === 'blob:') return '';
  const last = url.pathname.split('/').at(-1) ?? '';
  return URL.canParse(`x:${last}`) ? safeDecode(last) : last;
}

function safeDecode(words: string): string {
  return /%(?![0-9a-f]{2})/i.test(words) ? words : new TextDecoder().decode(percentBytes(words));
}

function percentBytes(words: string): Uint8Array {
  const bytes = new TextEncoder().encode(words);
  const out: number[] = [];
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] === 0x25) {
      out.push(Number.parseInt(words.slice(at + 1, at + 3), 16));
      at += 2;
    } else out.push(bytes[at] ?? 0);
  }
  return Uint8Array.from(out);
}
