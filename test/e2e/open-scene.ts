import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { serveExcel, type ExcelSite } from '../demo/serve-excel.ts';
import { readMail } from '../samples/read-mail.ts';
import { serveSamples, type SampleSite } from '../samples/serve.ts';
import { launchChromium, type LaunchedChromium } from '../setup/launch.ts';

const PORT = 4330;
export const LEDGERS = join(import.meta.dirname, '../samples/ledgers');
export const LEDGER = '粉煤灰客户投诉台账.xlsx';

/** A browser with the extension, the sample pages and the Excel host, as one test file needs them. */
export interface Scene {
  chromium: LaunchedChromium;
  site: SampleSite;
  excel: ExcelSite;
  downloads: string;
  page: Page;
  close(): Promise<void>;
}

export async function openScene(
  options: { ownMails?: { fileName: string; text: string }[]; ledgers?: string[] } = {},
): Promise<Scene> {
  const books = await Promise.all((options.ledgers ?? [join(LEDGERS, LEDGER)]).map(readBook));
  const excel = await serveExcel({ port: PORT, books, parts: ['chrome', 'addin', 'excelPage'] });
  const site = await serveSamples({ ownMails: await Promise.all((options.ownMails ?? []).map(readOwn)) });
  const downloads = await mkdtemp(join(tmpdir(), 'redress-e2e-'));
  const chromium = await launchChromium({ extension: excel.build.chrome, downloads });
  const page = (await chromium.browser.pages())[0] ?? (await chromium.browser.newPage());
  return {
    chromium,
    site,
    excel,
    downloads,
    page,
    close: async () => {
      await chromium.close();
      await Promise.all([site.close(), excel.close(), rm(downloads, { recursive: true, force: true })]);
    },
  };
}

async function readBook(path: string) {
  return { fileName: basename(path), bytes: new Uint8Array(await readFile(path)) };
}

async function readOwn({ fileName, text }: { fileName: string; text: string }) {
  const read = await readMail(new TextEncoder().encode(text));
  if (!read.ok) throw new Error(`${fileName}: ${read.code}`);
  return { fileName, mail: read.value };
}
