import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { unzlibSync } from 'fflate';
import { findProgram } from '../../setup/find-program.mjs';

export const libreOffice = findProgram('libreoffice');

/** What LibreOffice makes of a workbook: the files of its conversion by name. */
export async function converted(bytes: Uint8Array, filter: string): Promise<Map<string, Buffer>> {
  const folder = await mkdtemp(join(tmpdir(), 'excel-host-'));
  try {
    await writeFile(join(folder, 'book.xlsx'), bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const source = join(folder, 'book.xlsx');
    await promisify(execFile)(libreOffice ?? '', [
      '--headless',
      profile,
      '--convert-to',
      filter,
      '--outdir',
      folder,
      source,
    ]);
    const names = (await readdir(folder)).filter((name) => name !== 'book.xlsx' && name !== 'profile');
    return new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Every sheet as rows of texts, by its name; values plain, whatever their format. */
export async function calculatedSheets(bytes: Uint8Array): Promise<Map<string, string[][]>> {
  const files = await converted(bytes, 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,false,false,false,false,-1');
  return new Map(
    [...files].map(([name, content]) => [
      name.replace(/^book-|\.csv$/g, ''),
      content
        .toString('utf8')
        .split('\n')
        .map((line) => line.split('\t').map((field) => field.replace(/^"|"$/g, ''))),
    ]),
  );
}

/** What LibreOffice prints: the pages' sizes in points and the drawing instructions of all of them. */
export async function printed(
  bytes: Uint8Array,
): Promise<{ pages: [width: number, height: number][]; drawing: string }> {
  const pdf = (await converted(bytes, 'pdf')).get('book.pdf') ?? Buffer.alloc(0);
  const text = pdf.toString('latin1');
  const boxes = [...text.matchAll(/\/Type\s*\/Page\b[^>]*?\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
  const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body = '']) =>
    inflated(Buffer.from(body, 'latin1')),
  );
  return {
    pages: boxes.map(([, width, height]) => [Math.round(Number(width)), Math.round(Number(height))]),
    drawing: streams.join('\n'),
  };
}

function inflated(stream: Buffer): string {
  try {
    return Buffer.from(unzlibSync(stream)).toString('latin1');
  } catch {
    return ''; // a font or a picture, stored otherwise
  }
}
