import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serveSamples, type SampleSite } from '../samples/serve.ts';
import type { Reply } from '../samples/static-server.ts';
import { isPortTaken, serveExcel } from './serve-excel.ts';
import { startPage, START_STYLE } from './start-page.ts';
import { localeOf, openTerminal } from './terminal.ts';

const LEDGERS = join(import.meta.dirname, '../samples/ledgers');
const BOOKS = [
  { file: '粉煤灰客户投诉台账.xlsx', word: 'start.openExcel' },
  { file: '粉煤灰客户投诉台账（分年）.xlsx', word: 'start.openExcelByYear' },
];

const locale = localeOf(process.env);
const { say, line, step } = openTerminal(locale, (text) => process.stdout.write(text));
const { values } = parseArgs({ options: { port: { type: 'string', default: '4310' } } });

try {
  await start(Number(values.port));
} catch (cause) {
  if (!isPortTaken(cause)) throw cause;
  console.error(say('start.portTaken', { port: values.port }));
  process.exitCode = 2;
}

async function start(port: number): Promise<void> {
  const books = await Promise.all(
    BOOKS.map(async ({ file }) => ({ fileName: file, bytes: new Uint8Array(await readFile(join(LEDGERS, file))) })),
  );
  const samples = await serveSamples({ port: port + 1 });
  const site = await step('build', {}, () =>
    serveExcel({
      port,
      isExact: true,
      books,
      parts: ['chrome', 'firefox', 'addin', 'excelPage'],
      more: ({ chrome }) => [(url) => startRoute(url, samples, chrome)],
    }),
  );
  line('');
  line(say('start.load', { folder: site.build.chrome }));
  line(say('start.serving', { address: `${site.origin}/` }));
  line(say('start.stop'));
}

function startRoute({ pathname }: URL, samples: SampleSite, extensionFolder: string): Reply | null {
  if (pathname === '/start.css') return { type: 'text/css; charset=utf-8', body: START_STYLE };
  if (pathname !== '/') return null;
  const links = {
    mail: `${samples.origin}/mail/`,
    crm: `${samples.origin}/crm/`,
    books: BOOKS.map(({ file, word }) => ({ name: say(word), url: `/excel/?book=${encodeURIComponent(file)}` })),
    extensionFolder,
  };
  return { type: 'text/html; charset=utf-8', body: startPage(locale, links) };
}
