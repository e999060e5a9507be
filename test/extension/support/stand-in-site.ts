import type { Page } from 'puppeteer-core';

/**
 * Lets pages of ours stand at the addresses of real sites, without any network: requests are answered from this table, by
 * address without query and hash. All else is answered with nothing.
 */
export async function standInFor(page: Page): Promise<(pages: Record<string, string>) => void> {
  let answers: Record<string, string> = {};
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    const body = answers[`${origin}${pathname}`];
    void request.respond(
      body === undefined ? { status: 404 } : { status: 200, contentType: 'text/html; charset=utf-8', body },
    );
  });
  return (pages) => {
    answers = pages;
  };
}
