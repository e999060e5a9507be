import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { ROOT } from './ensure-packages.mjs';

/** Where a build for one local address lies. */
export interface LocalBuild {
  /** `http://localhost:PORT/`; the add-in is below `addin/`, the Excel host page below `excel/`. */
  base: string;
  chrome: string;
  firefox: string;
  addin: string;
  excelPage: string;
  office: string;
}

export type LocalPart = 'chrome' | 'firefox' | 'addin' | 'excelPage';

const SOURCES = [
  'core',
  'extension',
  'excel-addin',
  'test/excel-host',
  'test/demo',
  'wxt.config.ts',
  'package-lock.json',
];
const Stamp = z.partialRecord(z.enum(['chrome', 'firefox', 'addin', 'excelPage']), z.number());

/** Builds the parts that are absent or older than their sources, for a port of this machine. */
export async function buildLocal(port: number, parts: LocalPart[]): Promise<LocalBuild> {
  const out = join(ROOT, 'dist', 'local', String(port));
  const build: LocalBuild = {
    base: `http://localhost:${port}/`,
    chrome: join(out, 'extension', 'chrome-mv3'),
    firefox: join(out, 'extension', 'firefox-mv3'),
    addin: join(out, 'excel-addin'),
    excelPage: join(out, 'excel-page'),
    office: join(out, 'office'),
  };
  await mkdir(out, { recursive: true });
  const stampFile = join(out, 'built.json');
  const built = await readStamp(stampFile);
  const newest = await newestSource();
  const stale = parts.filter((part) => (built[part] ?? 0) < newest);
  const product = stale.filter((part) => part !== 'excelPage');
  if (product.length > 0) {
    const addresses = ['--base', `${build.base}addin/`, '--office-js', `${build.base}office/office.js`];
    await run([join(ROOT, 'test/setup/build.mjs'), ...addresses, '--out', out, '--only', product.join(',')], {});
  }
  if (stale.includes('excelPage')) {
    const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
    const targets = { REDRESS_OUT: build.excelPage, REDRESS_OFFICE_OUT: build.office };
    await run([vite, 'build', '-c', 'test/demo/excel-page/vite.config.ts'], targets);
    await run([vite, 'build', '-c', 'test/demo/excel-page/vite.office.config.ts'], targets);
  }
  await writeFile(stampFile, JSON.stringify({ ...built, ...Object.fromEntries(stale.map((part) => [part, newest])) }));
  return build;
}

async function readStamp(path: string): Promise<z.infer<typeof Stamp>> {
  const text = await readFile(path, 'utf8').catch(() => '{}'); // Not built yet.
  return Stamp.parse(JSON.parse(text));
}

/** When the youngest of all sources was changed, in milliseconds. */
async function newestSource(): Promise<number> {
  const times = await Promise.all(SOURCES.map((path) => newestIn(join(ROOT, path))));
  return Math.max(...times);
}

async function newestIn(path: string): Promise<number> {
  const own = await stat(path);
  if (!own.isDirectory()) return own.mtimeMs;
  const entries = await readdir(path);
  const inside = await Promise.all(
    entries
      .filter((name) => name !== 'node_modules' && !name.startsWith('.'))
      .map((name) => newestIn(join(path, name))),
  );
  return Math.max(0, ...inside);
}

function run(args: string[], environment: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`The build failed (exit code ${code ?? '?'}).\n${output}`)),
    );
  });
}
