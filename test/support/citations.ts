import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { clausesOf } from '../../core/policy/lint/clauses.ts';
import type { PolicyPack } from '../../core/policy/policy-pack.ts';
import { ROOT } from './import-graph.ts';

/** Where a clause is cited: `fly-ash: milestones firstResponse`, or the path of a test file. */
export type Citations = Map<string, Set<string>>;

/**
 * What kind of proof a place is. `rule`: the engine acts by it; `text`: shown at the right step; `data`: kept and listed, and as
 * yet nothing of the product reckons with it; `test`: a test that names the clause in a title.
 */
export type PlaceKind = 'rule' | 'text' | 'data' | 'test';

const TEXTS: readonly string[] = ['guidance', 'checklists', 'phrases', 'replies'];
const DATA: readonly string[] = [
  ...['fields', 'roles', 'statuses', 'channels', 'grades', 'papers', 'measures', 'trendAlarms', 'retention'],
  ...['openQuestions', 'satisfactionScale'],
];

/** Of which kind a place is, by its section: `fly-ash: roles receiver` is data. */
export function kindOfPlace(place: string): PlaceKind {
  const section = /^[a-z-]+: (\w+)/.exec(place)?.[1];
  if (section === undefined) return 'test';
  return DATA.includes(section) ? 'data' : TEXTS.includes(section) ? 'text' : 'rule';
}

const CLAUSE = /\bS\d[a-f]?-C?\d+\b/g;
const WHOLE = /^S\d[a-f]?-C?\d+$/;
const SPAN = /\b(S\d[a-f]?-C?)(\d+) to \1(\d+)\b/g;

/** The clauses that a text names; `S0-9 to S0-16` names all eight. */
export function clausesIn(text: string): string[] {
  const spans = [...text.matchAll(SPAN)].flatMap(([, prefix = '', from, to]) =>
    Array.from({ length: Math.max(0, Number(to) - Number(from) + 1) }, (_, i) => `${prefix}${Number(from) + i}`),
  );
  return [...new Set([...spans, ...(text.match(CLAUSE) ?? [])])];
}

/**
 * What the rules, texts and questions of a pack cite in `source`: a list of clauses, each whole. Worked examples prove nothing
 * here: they cite nothing; nor does a clause that is only mentioned in words.
 */
export function citedByPack(pack: PolicyPack, found: Citations = new Map()): Citations {
  const walk = (part: unknown, place: string): void => {
    if (typeof part !== 'object' || part === null) return;
    const named = part as Record<string, unknown>;
    const name = named['id'] ?? named['field'];
    const here = typeof name === 'string' && !Array.isArray(part) ? `${place} ${name}` : place;
    if (typeof named['source'] === 'string')
      cite(
        found,
        clausesOf(named['source']).filter((clause) => WHOLE.test(clause)),
        here,
      );
    for (const child of Object.values(named)) walk(child, here);
  };
  for (const [section, content] of Object.entries(pack)) walk(content, `${pack.id}: ${section}`);
  return found;
}

/** What the titles of a test file cite: a `describe`, an `it`, and the rows of a table that a title is filled from. */
export function citedByTests(file: string, found: Citations = new Map()): Citations {
  const source = ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.ES2023, true);
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /^(describe|it|test)\b/.test(node.expression.getText(source))) {
      const [title] = node.arguments;
      if (title && ts.isStringLiteralLike(title)) cite(found, clausesIn(title.text), file);
      if (ts.isCallExpression(node.expression)) citeStrings(node.expression);
    }
    ts.forEachChild(node, visit);
  };
  const citeStrings = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) cite(found, clausesIn(node.text), file);
    ts.forEachChild(node, citeStrings);
  };
  visit(source);
  return found;
}

function cite(found: Citations, clauses: readonly string[], place: string): void {
  for (const clause of clauses) found.set(clause, (found.get(clause) ?? new Set()).add(place));
}
