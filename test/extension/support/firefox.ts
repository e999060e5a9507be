import puppeteer, { TimeoutError, type Browser, type Page } from 'puppeteer-core';
import * as z from 'zod';

const EXTENSION = 'redress@redress.example';

export interface LaunchedFirefox {
  browser: Browser;
  /** Presses the extension's button in the toolbar while `page` is in front, as a user does. */
  clickToolbar(page: Page): Promise<void>;
  /** Whether the extension's sidebar is open. */
  isSidebarOpen(): Promise<boolean>;
  /** The panel's page in a tab: the sidebar itself cannot be driven from outside. */
  openPanel(): Promise<Page>;
  close(): Promise<void>;
}

/** Firefox with the built extension. System access is needed to press a button of the browser's own window. */
export async function launchFirefox(
  executablePath: string,
  folder: string,
  downloads?: string,
): Promise<LaunchedFirefox> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    args: ['--remote-allow-system-access'],
    ...(downloads === undefined
      ? {}
      : { extraPrefsFirefox: { 'browser.download.folderList': 2, 'browser.download.dir': downloads } }),
  });
  await browser.installExtension(folder);
  const connection = Connection.parse(browser);
  const Tree = z.object({ result: z.object({ contexts: z.array(z.object({ context: z.string() })).min(1) }) });
  const tree = Tree.parse(await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' }));
  const context = tree.result.contexts[0]?.context;
  const inWindow = async (expression: string): Promise<unknown> => {
    const answer = await connection.send('script.evaluate', { expression, target: { context }, awaitPromise: true });
    const Answer = z.object({
      result: z.object({ type: z.literal('success'), result: z.object({ value: z.unknown() }) }),
    });
    return Answer.parse(answer).result.result.value;
  };
  return {
    browser,
    async clickToolbar(page) {
      await page.bringToFront();
      await inWindow(`(() => {
        const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
        const { extension } = WebExtensionPolicy.getByID('${EXTENSION}');
        ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
        return true;
      })()`);
    },
    isSidebarOpen: async () => (await inWindow('SidebarController.isOpen')) === true,
    async openPanel() {
      const host = z.string().parse(await inWindow(`WebExtensionPolicy.getByID('${EXTENSION}').mozExtensionHostname`));
      const page = await browser.newPage();
      try {
        await page.goto(`moz-extension://${host}/sidepanel.html`, { timeout: 2_000 });
      } catch (error) {
        // Firefox reports no load of an extension's page; that it is there is seen by its content.
        if (!(error instanceof TimeoutError)) throw error;
      }
      return page;
    },
    close: () => browser.close(),
  };
}

/** The WebDriver BiDi connection, which Puppeteer uses and does not offer. */
const Connection = z
  .object({ connection: z.custom<{ send(method: string, params: object): Promise<unknown> }>((each) => Boolean(each)) })
  .transform(({ connection }) => connection);
