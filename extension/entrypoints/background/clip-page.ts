import { browser } from 'wxt/browser';
import { PageCapture } from '../../../core/capture/page-capture.ts';
import { done, refuse, type Outcome } from '../../../core/outcome.ts';
import type { ReadRequest } from '../../page/read-page.ts';
import type { ReaderAnswer } from '../../page/reader-answer.ts';
import { withSentMoment } from './sent-moment.ts';

export type ClipTrouble = 'restrictedPage' | 'unreadablePage' | 'nothingToRead';

/** Reads the page of a tab: all frames that the click gave, best reading first. */
export async function clipPage(
  tabId: number,
  request: ReadRequest,
  edge: { capturedAt: string; zone: string },
): Promise<Outcome<PageCapture, ClipTrouble>> {
  const answers = await injectReader(tabId, request);
  if (!Array.isArray(answers)) return answers;
  const readings = answers.flatMap(({ reading }) => (reading === null ? [] : [reading]));
  const best = WAYS.flatMap((way) => readings.filter((reading) => reading.readBy.way === way))[0];
  const fault = answers.find((answer) => answer.fault !== null)?.fault ?? null;
  if (best === undefined) return fault === null ? refuse('nothingToRead') : refuse('unreadablePage', { detail: fault });
  const capture = PageCapture.safeParse({ schemaVersion: 1, ...edge, ...best });
  return capture.success
    ? done(withSentMoment(capture.data))
    : refuse('unreadablePage', { detail: capture.error.message.slice(0, 500) });
}

const WAYS = ['recipe', 'selection', 'page'];

async function injectReader(tabId: number, request: ReadRequest) {
  const target = { tabId, allFrames: true };
  try {
    await browser.scripting.executeScript({ target, files: ['/page-reader.js'] });
    const results = await browser.scripting.executeScript({
      target,
      func: (wanted: ReadRequest) =>
        (globalThis as { redressReadPage?: (wanted: ReadRequest) => ReaderAnswer }).redressReadPage?.(wanted) ?? null,
      args: [request],
    });
    return results
      .sort((one, other) => one.frameId - other.frameId)
      .flatMap(({ result }) => (result === null || result === undefined ? [] : [result]));
  } catch (error) {
    // Browsers close their own pages, their stores and policy-blocked sites to every extension, and say so only by throwing.
    const message = error instanceof Error ? error.message : String(error);
    const isRestricted = /cannot access|cannot be scripted|missing host permission|extensions gallery|policy/i.test(
      message,
    );
    return refuse(isRestricted ? ('restrictedPage' as const) : ('unreadablePage' as const), {
      detail: message.slice(0, 500),
    });
  }
}
