import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page, type Target } from 'puppeteer-core';
import { ensureChromium } from './ensure-browser.mjs';

export interface LaunchedChromium {
  browser: Browser;
  extensionId: string;
  close: () => Promise<void>;
}

export interface ChromiumOptions {
  /** Folder of the built extension. */
  extension: string;
  headed?: boolean;
  language?: 'zh-CN' | 'zh-TW' | 'en-US';
  zone?: string;
  /** Folder of a profile that is kept; without it a new one is made and thrown away. */
  profile?: string;
  /** Where downloads go; a folder of the caller. */
  downloads?: string;
}

/**
 * Chromium with the built extension, in a profile of its own. `triggerAction` needs the pipe and `enableExtensions`; the
 * sandbox is off because it cannot run for root, which is who runs CI.
 */
export async function launchChromium(options: ChromiumOptions): Promise<LaunchedChromium> {
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'redress-chromium-')));
  const language = options.language ?? 'zh-CN';
  const browser = await puppeteer.launch({
    executablePath: ensureChromium(),
    headless: options.headed !== true,
    pipe: true,
    enableExtensions: true,
    userDataDir: profile,
    defaultViewport: options.headed === true ? null : { width: 1280, height: 900 },
    // A UTF-8 locale that every Linux has: with another, or one that is not installed, Chinese names of downloads are lost.
    env: {
      ...process.env,
      TZ: options.zone ?? 'Asia/Shanghai',
      LANGUAGE: language.replace('-', '_'),
      LC_ALL: 'C.UTF-8',
    },
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--lang=${language}`,
      // Debian's Chromium brings English alone; pages and panels follow the languages that are asked for.
      `--accept-lang=${language},${language.slice(0, 2)}`,
      '--window-size=1360,940',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--disable-dev-shm-usage',
      '--no-first-run',
    ],
    ...(options.downloads ? { downloadBehavior: { policy: 'allow' as const, downloadPath: options.downloads } } : {}),
  });
  const close = async (): Promise<void> => {
    await browser.close();
    if (options.profile === undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    return { browser, extensionId: await browser.installExtension(options.extension), close };
  } catch (cause) {
    await close();
    throw cause;
  }
}

/** Clicks the extension's button in the toolbar, as a user does, while `page` is the tab in front. */
export async function clickToolbar({ browser, extensionId }: LaunchedChromium, page: Page): Promise<void> {
  await page.bringToFront();
  const extension = (await browser.extensions()).get(extensionId);
  if (extension === undefined) throw new Error(`The extension ${extensionId} is not loaded`);
  await extension.triggerAction(page);
}

/** The side panel as a page, once it has opened. */
export async function sidePanelOf({ browser, extensionId }: LaunchedChromium, timeout = 20_000): Promise<Page> {
  const isPanel = (target: Target): boolean =>
    target.url().startsWith(`chrome-extension://${extensionId}/sidepanel.html`);
  const target = await browser.waitForTarget(isPanel, { timeout });
  return target.asPage();
}
