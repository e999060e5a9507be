import type { PolicyPack } from '../policy-pack.ts';
import type { SourceDocument } from '../source-document.ts';
import { clausesOf } from './clauses.ts';
import { finding, type PackFinding } from './pack-finding.ts';

/** Not of a paper: a default of the product, an answer of the company. */
const OURS: readonly string[] = ['product', 'company'];

/** Sources that name a clause which no document of the policy has: S0-99 of forty clauses, S4-9 in a policy after S0. */
export function unknownClauses(pack: PolicyPack): PackFinding[] {
  const { documents } = pack;
  if (documents.length === 0) return [];
  const found: PackFinding[] = [];
  const walk = (part: unknown, place: string): void => {
    if (typeof part !== 'object' || part === null) return;
    const { id, field, source } = part as Record<string, unknown>;
    const name = [id, field].find((each) => typeof each === 'string');
    const here = name === undefined ? place : `${place}.${name}`;
    if (typeof source === 'string') {
      for (const clause of clausesOf(source).filter((each) => !isKnown(each, documents))) {
        found.push(finding('error', 'unknownClause', here, { sources: [clause], params: { clause } }));
      }
    }
    for (const child of Object.values(part)) walk(child, here);
  };
  for (const [section, content] of Object.entries(pack)) {
    if (section !== 'examples') walk(content, section);
  }
  return found;
}

function isKnown(clause: string, documents: readonly SourceDocument[]): boolean {
  if (OURS.includes(clause)) return true;
  return documents.some(({ prefix, clauses }) => {
    if (!clause.startsWith(prefix)) return false;
    const rest = clause.slice(prefix.length);
    return clauses === null || (/^[1-9]\d*$/.test(rest) && Number(rest) <= clauses);
  });
}
