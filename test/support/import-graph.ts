import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

export const ROOT = resolve(import.meta.dirname, '../..');

/** Where a file imports something: a path relative to the root for our own files, else the package's name. */
export interface Import {
  from: string;
  to: string;
  isOwn: boolean;
}

/** All source files below a folder of the project, as paths relative to its root. */
export function sourceFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .filter((path) => !path.includes('node_modules') && !path.includes('.wxt'))
    .sort();
}

/** Every import, export-from and dynamic import of a file, type imports included. */
export function importsOf(file: string): Import[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(ROOT, file), 'utf8'), true, true);
  return importedFiles.map(({ fileName }) => {
    const isOwn = fileName.startsWith('.');
    const path = isOwn ? relative(ROOT, resolve(ROOT, dirname(file), fileName)) : packageName(fileName);
    return { from: file, to: path, isOwn };
  });
}

function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** The files of each import cycle; empty when there is none. */
export function findCycles(files: string[]): string[][] {
  const state = new Map<string, 'open' | 'done'>();
  const path: string[] = [];
  const cycles: string[][] = [];
  const visit = (file: string) => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      cycles.push([...path.slice(path.indexOf(file)), file]);
      return;
    }
    state.set(file, 'open');
    path.push(file);
    for (const { to, isOwn } of importsOf(file)) if (isOwn && files.includes(to)) visit(to);
    path.pop();
    state.set(file, 'done');
  };
  files.forEach(visit);
  return cycles;
}
