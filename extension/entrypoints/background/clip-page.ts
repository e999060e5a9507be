import { browser } from 'wxt/browser';
import { PageCapture } from '../../../core/capture/page-capture.ts';
import { done, refuse, type Outcome } from '../../../core/outcome.ts';
import { combineReadings } from '../../page/combine-readings.ts';
import type { PageReading } from '../../page/page-reading.ts';
import type { ReadRequest } from '../../page/read-page.ts';
import type { ReaderAnswer } from '../../page/reader-answer.ts';
import { withSentMoment } from './sent-moment.ts';

export type ClipTrouble = 'restrictedPage' | 'unreadablePage' | 'nothingToRead';

/** Reads the page of a tab: all frames that the click gave, best reading first. */
export async function clipPage(
  tabId: number,
  request: ReadRequest,
  edge: { capturedAt: string; zone: string },
  markedText = '',
): Promise<Outcome<PageCapture, ClipTrouble>> {
  const answers = await readFrames(tabId, request);
  if (!Array.isArray(answers)) return answers;
  const readings = answers.flatMap(({ reading }) => (reading === null ? [] : [reading]));
  const best = combineReadings(readings, { prefersSelection: request.prefersSelection, markedText });
  const fault = answers.find((answer) => answer.fault !== null)?.fault ?? null;
  if (best === null) return fault === null ? refuse('nothingToRead') : refuse('unreadablePage', { detail: fault });
  const capture = PageCapture.safeParse({ schemaVersion: 1, ...edge, ...best });
  return capture.success
    ? done(withSentMoment(capture.data))
    : refuse('unreadablePage', { detail: capture.error.message.slice(0, 500) });
}

/** Frames that leave or come while they are read are passed over; what the browser forbids is told. */
async function readFrames(tabId: number, request: ReadRequest) {
  try {
    await load(tabId, '/page-reader.js');
    const answers = await askReader(tabId, request);
    if (!answers.some(({ reading }) => reading !== null && wasGuessed(reading))) return answers;
    await load(tabId, '/article-reader.js');
    return await askReader(tabId, request);
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

/** General reading chose the words: then the reader library is worth its weight. */
const wasGuessed = ({ partsFrom }: PageReading) => partsFrom?.body === 'page';

async function load(tabId: number, file: '/page-reader.js' | '/article-reader.js'): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [file] });
}

/** The answers of all frames, outermost first. */
async function askReader(tabId: number, request: ReadRequest): Promise<ReaderAnswer[]> {
  const results = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: (wanted: ReadRequest) =>
      (globalThis as { redressReadPage?: (wanted: ReadRequest) => ReaderAnswer }).redressReadPage?.(wanted) ?? null,
    args: [request],
  });
  return results
    .sort((one, other) => one.frameId - other.frameId)
    .flatMap(({ result }) => (result === null || result === undefined ? [] : [result]));
}
