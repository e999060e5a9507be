import { browser } from 'wxt/browser';
import type { SiteRecipe } from '../../../core/capture/site-recipe.ts';
import { refuse } from '../../../core/outcome.ts';
import { cleanName } from '../../files/clean-name.ts';
import type { KeptFile, PageFile } from '../../messages/file-messages.ts';
import { cleanAddress } from '../../page/clean-address.ts';
import { fetchFile, type FetchedFile } from '../../page/fetch-file.ts';
import { LARGEST_FILE, type FileStore } from '../../queue/file-store.ts';
import type { PageFilesHelper } from '../page-files.ts';
import type { PageTrouble } from './page-helper-calls.ts';

interface FilesPage {
  redressFiles?: PageFilesHelper;
}

/** The files that the message of a tab shows, in all its frames. */
export async function listFilesIn(tabId: number, recipes: SiteRecipe[]): Promise<PageFile[] | PageTrouble> {
  return told(async () => {
    await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: ['/page-files.js'] });
    const answers = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: (known: SiteRecipe[]) => (globalThis as FilesPage).redressFiles?.list(known) ?? [],
      args: [recipes],
    });
    return answers.flatMap(({ frameId, result }) => (result ?? []).map((file) => ({ frameId, ...short(file) })));
  });
}

const short = <T extends { name: string; sizeText: string }>(file: T) => ({
  ...file,
  name: file.name.slice(0, 500),
  sizeText: file.sizeText.slice(0, 60),
});

/**
 * Fetches a file of the page: in the page itself when it lies on the page's own site, so that its session counts; from here
 * when the user gave leave for the other site. What is a page where a file should be is not kept: mostly a lost session.
 */
export async function fetchFileIn(store: FileStore, tabId: number, clipId: string, file: PageFile): Promise<KeptFile> {
  const fetched = file.isSameSite ? await fetchInPage(tabId, file) : await fetchFromHere(file);
  if (typeof fetched === 'string') return refuse(fetched);
  if (!fetched.ok) {
    return fetched.code === 'fileTooLarge'
      ? refuse('fileTooLarge', { limit: LARGEST_FILE / 1_000_000 })
      : refuse('notFetched', { status: fetched.status });
  }
  const type = (fetched.type.split(';')[0] ?? '').trim().toLowerCase().slice(0, 200);
  if (type === 'text/html' && !/\.html?$/i.test(file.name)) return refuse('notAFile');
  const bytes = Uint8Array.from(atob(fetched.base64), (char) => char.charCodeAt(0));
  const name = withEnding(cleanName(file.name, file.kind === 'inlinePicture' ? 'picture' : 'attachment'), type);
  return store.keep(clipId, { name, type, origin: file.kind, sourceUrl: cleanAddress(file.url) }, bytes);
}

const ENDINGS: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
};

/** Pictures in a text have no name; their kind gives one an ending. */
function withEnding(name: string, type: string): string {
  const ending = ENDINGS[type];
  return ending === undefined || /\.[a-z0-9]{2,5}$/i.test(name) ? name : `${name}.${ending}`;
}

async function fetchInPage(tabId: number, { frameId, url }: PageFile): Promise<FetchedFile | PageTrouble> {
  return told(async () => {
    const target = { tabId, frameIds: [frameId] };
    await browser.scripting.executeScript({ target, files: ['/page-files.js'] });
    const [answer] = await browser.scripting.executeScript({
      target,
      func: (address: string, most: number) => (globalThis as FilesPage).redressFiles?.fetch(address, most) ?? null,
      args: [url, LARGEST_FILE],
    });
    return answer?.result ?? { ok: false as const, code: 'notFetched' as const, status: 0 };
  });
}

async function fetchFromHere({ url }: PageFile): Promise<FetchedFile | 'otherSite'> {
  if (!/^https?:/.test(url)) return 'otherSite';
  const origins = [`${new URL(url).origin}/*`];
  if (!(await browser.permissions.contains({ origins }))) return 'otherSite';
  return fetchFile(url, LARGEST_FILE, 'include');
}

/** A picture of what the tab shows, as PNG; as JPEG where that would be too heavy. */
export async function takePictureOf(store: FileStore, tabId: number, clipId: string, name: string): Promise<KeptFile> {
  const taken = await told(async () => {
    const tab = await browser.tabs.get(tabId);
    if (!tab.active) await browser.tabs.update(tabId, { active: true });
    const png = await browser.tabs.captureVisibleTab(tab.windowId, { format: 'png' });
    const shot =
      png.length * 0.75 <= LARGEST_PICTURE
        ? png
        : await browser.tabs.captureVisibleTab(tab.windowId, { format: 'jpeg', quality: 80 });
    return { shot, address: tab.url ?? null };
  });
  if (typeof taken === 'string') return refuse(taken);
  const [, type = '', base64 = ''] = /^data:(image\/(?:png|jpeg));base64,(.+)$/.exec(taken.shot) ?? [];
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  if (bytes.length > LARGEST_PICTURE) return refuse('fileTooLarge', { limit: LARGEST_PICTURE / 1_000_000 });
  const file = `${cleanName(name, 'page')}.${type === 'image/png' ? 'png' : 'jpg'}`;
  const sourceUrl = taken.address === null ? null : cleanAddress(taken.address);
  return store.keep(clipId, { name: file, type, origin: 'pagePicture', sourceUrl }, bytes);
}

const LARGEST_PICTURE = 2_000_000;

/** Browsers tell a closed tab and a missing right only by throwing; for the clerk they are two different things to do. */
async function told<T>(work: () => Promise<T>): Promise<T | PageTrouble> {
  try {
    return await work();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return /no tab|invalid tab|tab was closed/i.test(message) ? 'gone' : 'noAccess';
  }
}
