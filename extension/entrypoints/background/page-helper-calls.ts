import { browser } from 'wxt/browser';
import type { PageHelper } from '../page-helper.ts';

/** Why a page cannot be helped with: its tab is closed, or the right that the click gave has run out. */
export type PageTrouble = 'gone' | 'noAccess';

type Helped<R> = { frameId: number; result: R }[];

/**
 * Runs one of the helper's functions in frames of a tab; all frames unless some are named. The helper is put there first:
 * pages come and go. `work` runs in the page and must not use anything from around it.
 */
export async function helpIn<A extends unknown[], R>(
  tab: { tabId: number; frameIds?: number[] },
  work: (...args: A) => R,
  args: A,
): Promise<Helped<R> | PageTrouble> {
  const target =
    tab.frameIds === undefined ? { tabId: tab.tabId, allFrames: true } : { tabId: tab.tabId, frameIds: tab.frameIds };
  try {
    await browser.scripting.executeScript({ target, files: ['/page-helper.js'] });
    const answers = await browser.scripting.executeScript({ target, func: work, args });
    return answers.flatMap(({ frameId, result }) =>
      result === null || result === undefined ? [] : [{ frameId, result }],
    );
  } catch (error) {
    // Browsers tell a closed tab and a missing right only by throwing; for the clerk they are two different things to do.
    const message = error instanceof Error ? error.message : String(error);
    return /no tab|invalid tab|tab was closed/i.test(message) ? 'gone' : 'noAccess';
  }
}

export interface HelpedPage {
  redressHelper?: PageHelper;
}
