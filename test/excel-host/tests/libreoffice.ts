import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
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
