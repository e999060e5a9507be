import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { PACKS } from '../../core/policy/packs.ts';
import { citedByPack, citedByTests, type Citations } from './citations.ts';
import { ROOT, sourceFiles } from './import-graph.ts';

const Requirement = z.strictObject({ id: z.string().regex(/^S\d[a-f]?-C?\d+$/), gist: z.string().min(1) });
export type Requirement = z.infer<typeof Requirement>;

/** All that the source documents ask for, and the contradictions in them, from `docs/requirements.json`. */
export function readRequirements(): Requirement[] {
  const file: unknown = JSON.parse(readFileSync(join(ROOT, 'docs/requirements.json'), 'utf8'));
  return z.array(Requirement).parse(file);
}

/** The test that checks the citations, and its table, prove nothing themselves. */
const NO_PROOF = ['test/requirements.test.ts'];

/** Where each requirement works: the rules and texts of the product's packs, and the tests that name it. */
export function citations(): Citations {
  const found: Citations = new Map();
  for (const pack of PACKS) citedByPack(pack, found);
  const tests = sourceFiles('test').filter((file) => /\.test\.tsx?$/.test(file) && !NO_PROOF.includes(file));
  for (const file of tests) citedByTests(file, found);
  return found;
}
