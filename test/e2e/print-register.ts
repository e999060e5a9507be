import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** One page as LibreOffice prints it: three bytes a pixel, row by row. */
export interface PrintedPage {
  width: number;
  height: number;
  pixels: Uint8Array;
}

/** Prints the first page of a workbook through PDF. Throws when LibreOffice cannot load the file. */
export async function printFirstPage(workbook: Uint8Array, libreOffice: string): Promise<PrintedPage> {
  const folder = await mkdtemp(join(tmpdir(), 'redress-print-'));
  try {
    await writeFile(join(folder, 'register.xlsx'), workbook);
    // A profile of its own: another LibreOffice that runs would take the order and answer nothing.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    await run(
      libreOffice,
      [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'register.xlsx')],
      {
        timeout: 120_000,
      },
    );
    await run('pdftoppm', [
      '-r',
      '100',
      '-f',
      '1',
      '-l',
      '1',
      '-singlefile',
      join(folder, 'register.pdf'),
      join(folder, 'page'),
    ]);
    return readPpm(await readFile(join(folder, 'page.ppm')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Reads a binary PPM (`P6`, the simplest of picture formats). */
function readPpm(bytes: Buffer): PrintedPage {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1'));
  if (head === null) throw new Error('pdftoppm made no PPM picture');
  const [whole, width, height] = head;
  return { width: Number(width), height: Number(height), pixels: bytes.subarray(whole.length) };
}

/** How many pixels are of a strong red, as the fill of an overdue deadline is. */
export function countRed({ pixels }: PrintedPage): number {
  let count = 0;
  for (let at = 0; at + 2 < pixels.length; at += 3) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(at, at + 3);
    if (red > 140 && green < 80 && blue < 80) count += 1;
  }
  return count;
}
