import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { ROOT, sourceFiles } from '../support/import-graph.ts';

/** The floor that manifest.xml asks for, as a number that can be compared. */
const FLOOR = comparable(
  /Name="ExcelApi" MinVersion="([\d.]+)"/.exec(readFileSync(join(ROOT, 'manifest.xml'), 'utf8'))?.[1] ?? '',
);

/**
 * Members of the host's object model that a source uses although they came after the floor, read from the
 * `[Api set: ExcelApi 1.x]` marks in the type declarations. Allowed only below an `if` or `?` that asks
 * `isSetSupported('ExcelApi', '1.x')` for at least that set.
 */
function aboveFloor(files: string[], extra?: { path: string; text: string }): string[] {
  const config = ts.readConfigFile(join(ROOT, 'excel-addin/tsconfig.json'), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, join(ROOT, 'excel-addin'));
  const host = ts.createCompilerHost(options);
  const readFromDisk = host.getSourceFile.bind(host);
  host.getSourceFile = (path, ...rest) =>
    path === extra?.path
      ? ts.createSourceFile(path, extra.text, ts.ScriptTarget.ES2023, true)
      : readFromDisk(path, ...rest);
  const paths = [...files.map((file) => join(ROOT, file)), ...(extra === undefined ? [] : [extra.path])];
  const program = ts.createProgram(paths, options, host);
  const checker = program.getTypeChecker();
  const found: string[] = [];
  for (const path of paths) {
    const source = program.getSourceFile(path);
    if (source === undefined) throw new Error(`${path} could not be read`);
    const look = (node: ts.Node): void => {
      if (ts.isPropertyAccessExpression(node)) {
        const set = newestSet(checker.getSymbolAtLocation(node.name));
        if (set > FLOOR && guard(node) < set) found.push(`${node.name.text} (${set})`);
      }
      ts.forEachChild(node, look);
    };
    look(source);
  }
  return found;
}

/** The requirement set of a member, or of the class that it belongs to; 0 when it is no member of the object model. */
function newestSet(symbol: ts.Symbol | undefined): number {
  const sets = (symbol?.declarations ?? [])
    .filter((declaration) => isOfTheObjectModel(declaration))
    .map((declaration) => Math.max(setIn(declaration), setIn(declaration.parent)));
  return sets.length === 0 ? 0 : Math.min(...sets);
}

/** Declared in the namespace of the object model; what belongs to the add-in itself (`Office`) has sets of its own. */
function isOfTheObjectModel(node: ts.Node): boolean {
  if (!node.getSourceFile().fileName.includes('@types/office-js/')) return false;
  for (let at = node; !ts.isSourceFile(at); at = at.parent)
    if (ts.isModuleDeclaration(at) && at.name.text === 'Excel') return true;
  return false;
}

function setIn(node: ts.Node): number {
  const comments = ts.getLeadingCommentRanges(node.getSourceFile().text, node.getFullStart()) ?? [];
  const text = comments.map(({ pos, end }) => node.getSourceFile().text.slice(pos, end)).at(-1) ?? '';
  const mark = /\[Api set: (\w+)(?: (\d+\.\d+))?/.exec(text);
  if (mark === null) return 0;
  return mark[1] === 'ExcelApi' && mark[2] !== undefined ? comparable(mark[2]) : Infinity;
}

/** `1.9` comes before `1.14`: 1.14 → 1014. */
function comparable(version: string): number {
  const [major = '0', minor = '0'] = version.split('.');
  return Number(major) * 1_000 + Number(minor);
}

function guard(node: ts.Node): number {
  let highest = 0;
  for (let at: ts.Node = node; !ts.isSourceFile(at); at = at.parent) {
    const { parent } = at;
    const condition =
      ts.isIfStatement(parent) && at === parent.thenStatement
        ? parent.expression
        : ts.isConditionalExpression(parent) && at === parent.whenTrue
          ? parent.condition
          : null;
    const asked = /isSetSupported\('ExcelApi', '(\d+\.\d+)'\)/.exec(condition?.getText() ?? '')?.[1];
    if (asked !== undefined && !condition?.getText().includes('!')) highest = Math.max(highest, comparable(asked));
  }
  return highest;
}

const probe = (text: string) => aboveFloor([], { path: join(ROOT, 'excel-addin/floor-probe.ts'), text });

describe('the floor of the object model', () => {
  it('is Excel 2021', () => {
    expect(FLOOR).toBe(1_014);
  });

  it('is respected by every file of the add-in', () => {
    const files = sourceFiles('excel-addin');
    expect(files.length).toBeGreaterThan(10);
    expect(aboveFloor(files)).toEqual([]);
  });

  it('would notice a member that came later, a whole class that did, and a web-only one', () => {
    const start = 'export function probe(context: Excel.RequestContext) {';
    expect(probe(`${start} context.workbook.notes.add('A1', 'x'); }`)).toEqual(['add (1018)', 'notes (1018)']);
    expect(probe(`${start} return context.workbook.worksheets.getItem('x').getRange('A1').values; }`)).toEqual([]);
    expect(probe(`${start} context.workbook.worksheets.getItem('x').protection.canPauseProtection; }`)).toHaveLength(1);
  });

  it('lets a member pass where its set was asked for, and not where an older one was', () => {
    const use = "context.workbook.notes.add('A1', 'x')";
    const when = (condition: string) =>
      probe(`export function probe(context: Excel.RequestContext) { if (${condition}) ${use}; }`);
    expect(when("Office.context.requirements.isSetSupported('ExcelApi', '1.18')")).toEqual([]);
    expect(when("Office.context.requirements.isSetSupported('ExcelApi', '1.15')")).toHaveLength(2);
    expect(when("!Office.context.requirements.isSetSupported('ExcelApi', '1.18')")).toHaveLength(2);
  });
});
