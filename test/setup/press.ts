import type { ElementHandle, Frame, Page } from 'puppeteer-core';

/** A page or a frame in it: both are driven alike. */
export type Surface = Page | Frame;

const PATIENCE = 30_000;

/** Clicks the enabled button (or link) that shows these words, as a user does; waits for it to come. */
export async function press(surface: Surface, words: string): Promise<void> {
  const button = await surface.waitForFunction(
    // No function may be declared within: a bundler would name it with a helper that the page lacks.
    (wanted) => {
      return [...document.querySelectorAll<HTMLElement>('button:not([disabled]), a[href], summary')].find(
        (element) =>
          element.offsetParent !== null &&
          !element.closest('[inert]') &&
          element.innerText.replace(/\s+/g, ' ').trim().startsWith(wanted),
      );
    },
    { timeout: PATIENCE, polling: 50 },
    words,
  );
  const element = button.asElement() as ElementHandle<HTMLElement> | null;
  if (element === null) throw new Error(`No button shows “${words}”`);
  await clickInView(element);
}

/** Clicks the first element that answers a selector; waits for it to be there, to be seen and enabled. */
export async function pressAt(surface: Surface, selector: string): Promise<void> {
  const element = await surface.waitForSelector(`${selector}:not([disabled])`, { visible: true, timeout: PATIENCE });
  if (element === null) throw new Error(`Nothing answers ${selector}`);
  await clickInView(element);
}

/**
 * Bars that stick to an edge may cover an element that only just came into view: it is brought to the middle. While a page
 * still lays itself out, a click would land beside it: it is pressed when it has stood still for a moment.
 */
async function clickInView(element: ElementHandle): Promise<void> {
  await element.evaluate(async (target) => {
    target.scrollIntoView({ block: 'center' });
    for (let stood = 0, last = '', look = 0; stood < 2 && look < 60; look += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      const { x, y } = target.getBoundingClientRect();
      stood = last === `${String(x)} ${String(y)}` ? stood + 1 : 0;
      last = `${String(x)} ${String(y)}`;
    }
  });
  await element.click();
}

/** The text of each element that answers a selector, as it is seen. */
export function textsOf(surface: Surface, selector: string): Promise<string[]> {
  return surface.$$eval(selector, (elements) =>
    elements.map((element) => (element instanceof HTMLElement ? element.innerText : element.textContent).trim()),
  );
}

/** The text of one element, or null. */
export async function textOf(surface: Surface, selector: string): Promise<string | null> {
  return (await textsOf(surface, selector))[0] ?? null;
}
