import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { findCycles, importsOf, ROOT, sourceFiles } from './support/import-graph.ts';

const core = sourceFiles('core');
const extension = sourceFiles('extension');
const addin = sourceFiles('excel-addin');
const all = [...core, ...extension, ...addin];

/** Which rooms of core a room may use, besides itself. Data runs down the river; nothing upstream learns of downstream. */
const CORE_ROOMS: Record<string, string[]> = {
  complaint: [],
  text: [],
  capture: ['complaint'],
  extract: ['complaint', 'text', 'capture', 'working-time'],
  'working-time': ['complaint'],
  policy: ['complaint', 'text', 'working-time'],
  grade: ['complaint', 'text', 'policy'],
  deadline: ['complaint', 'policy', 'working-time'],
  responsibility: ['complaint', 'policy', 'grade'],
  remedy: ['complaint', 'text', 'policy', 'grade'],
  accountability: ['policy'],
  guidance: ['policy', 'grade'],
  workflow: ['complaint', 'policy', 'grade', 'remedy', 'accountability'],
  reply: ['complaint', 'text', 'policy', 'grade', 'deadline', 'working-time', 'wording'],
  'what-if': ['complaint', 'policy', 'grade', 'responsibility', 'deadline', 'working-time', 'wording'],
  queue: ['complaint', 'text', 'capture', 'extract', 'grade', 'deadline', 'working-time'],
  handoff: ['complaint', 'deadline', 'queue'],
  register: [
    ...['complaint', 'text', 'policy', 'grade', 'responsibility', 'deadline', 'workflow', 'handoff', 'working-time'],
    'wording',
  ],
  forms: ['complaint', 'text', 'policy', 'grade', 'deadline', 'register', 'wording'],
  statistics: [
    ...['complaint', 'text', 'policy', 'grade', 'deadline', 'accountability', 'register', 'forms', 'working-time'],
    'wording',
  ],
  sharing: ['complaint', 'text', 'policy', 'extract', 'register', 'statistics', 'wording'],
  wording: ['policy'],
};
/** Files that lie in core itself and serve every room. */
const CORE_COMMON = ['core/outcome.ts', 'core/steps.ts'];
const CORE_PACKAGES = ['zod', 'temporal-polyfill', 'chinese-days', 'libphonenumber-js'];

const EDGE_ROOMS: Record<string, string[]> = {
  'extension/page': ['core'],
  'extension/messages': ['core'],
  'extension/queue': ['core'],
  'extension/files': ['core', 'extension/page'],
  'extension/teach': ['core', 'extension/page'],
  'extension/handoff': ['core'],
  'extension/ui': ['core'],
  'extension/entrypoints': ['core', 'extension'],
  'excel-addin/workbook': ['core'],
  'excel-addin/bridge': ['core'],
  'excel-addin/sharing': ['core'],
  'excel-addin/actions': [
    ...['core', 'excel-addin/workbook', 'excel-addin/bridge', 'excel-addin/sharing', 'excel-addin/in-slices.ts'],
  ],
  'excel-addin/taskpane': ['core'],
  'excel-addin/commands': ['core', 'excel-addin/actions'],
  'excel-addin/functions': ['core', 'excel-addin/actions'],
};

const room = (file: string) => file.split('/').slice(0, 2).join('/');

describe('the import table', () => {
  it('covers every file that it is about', () => {
    expect(core.length).toBeGreaterThan(20);
    expect(extension.length).toBeGreaterThan(5);
    expect(addin.length).toBeGreaterThan(5);
  });

  it.each(core)('%s imports only what its room may use', (file) => {
    const own = room(file).slice('core/'.length);
    const allowed = CORE_ROOMS[own] ?? [];
    const wrong = importsOf(file).filter(({ to, isOwn }) => {
      if (!isOwn) return !CORE_PACKAGES.includes(to);
      if (!to.startsWith('core/')) return true;
      return !CORE_COMMON.includes(to) && ![own, ...allowed].includes(room(to).slice('core/'.length));
    });
    expect(wrong).toEqual([]);
  });

  it.each([...extension, ...addin])('%s imports only what its room may use', (file) => {
    const edge = file.split('/')[0] ?? '';
    const allowed = EDGE_ROOMS[room(file)] ?? [edge, 'core'];
    const wrong = importsOf(file).filter(
      ({ to, isOwn }) => isOwn && ![...allowed, room(file)].some((place) => to === place || to.startsWith(`${place}/`)),
    );
    expect(wrong).toEqual([]);
  });

  it('has no cycles', () => {
    expect(findCycles(all)).toEqual([]);
  });
});

describe('doors', () => {
  const mentions = (files: string[], pattern: RegExp) =>
    files.filter((file) => pattern.test(readFileSync(join(ROOT, file), 'utf8')));
  const outside = (files: string[], ...doors: string[]) =>
    files.filter((file) => !doors.some((door) => file.startsWith(door)));

  it('keeps the Excel object model in excel-addin/workbook', () => {
    expect(outside(mentions(addin, /\bExcel\.|RequestContext/), 'excel-addin/workbook/')).toEqual([]);
  });

  it('keeps IndexedDB in extension/queue', () => {
    expect(outside(mentions(extension, /\bindexedDB\b|from 'dexie'/), 'extension/queue/')).toEqual([]);
  });

  it('never writes HTML from a string', () => {
    expect(mentions(all, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML/)).toEqual([]);
  });

  it('asks no clock and no dice in core', () => {
    expect(mentions(core, /Date\.now|new Date\(\)|Math\.random|Temporal\.Now|randomUUID/)).toEqual([]);
  });
});

describe('core cannot compile a platform name', () => {
  const names = [
    'document',
    'window',
    'chrome',
    'browser',
    'Office',
    'Excel',
    'fetch',
    'indexedDB',
    'console',
    'setTimeout',
    'process',
    'crypto',
  ];

  it('refuses each of them, beside an import of everything core uses', () => {
    const config = ts.readConfigFile(join(ROOT, 'core/tsconfig.json'), (path) => ts.sys.readFile(path));
    const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, join(ROOT, 'core'));
    const probe = join(ROOT, 'core/platform-probe.ts');
    const source = [...CORE_PACKAGES.map((name) => `import '${name}';`), ...names.map((name) => `void ${name};`)].join(
      '\n',
    );
    const host = ts.createCompilerHost(options);
    const readFromDisk = host.getSourceFile.bind(host);
    host.getSourceFile = (path, ...rest) =>
      path === probe ? ts.createSourceFile(path, source, ts.ScriptTarget.ES2023) : readFromDisk(path, ...rest);
    const program = ts.createProgram([probe], options, host);
    const refused = program
      .getSemanticDiagnostics(program.getSourceFile(probe))
      .map(({ messageText }) => /Cannot find name '(\w+)'/.exec(ts.flattenDiagnosticMessageText(messageText, ''))?.[1])
      .filter((name) => name !== undefined);
    expect([...new Set(refused)].sort()).toEqual([...names].sort());
  });
});
