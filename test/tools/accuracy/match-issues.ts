import type { Finding } from '../../../core/register/finding.ts';
import { readCellName } from './cell-name.ts';
import { isOfFamily } from './issue-families.ts';
import type { GoldIssue } from './workbook-gold.ts';

export interface IssueMatch {
  found: GoldIssue[];
  missed: GoldIssue[];
  /** Findings at a cell where the gold has no issue of their family. */
  falseAlarms: Finding[];
}

/** An issue is found when a finding of its family stands at its cell; a finding about a whole row stands at all its cells. */
export function matchIssues(issues: readonly GoldIssue[], findings: readonly Finding[]): IssueMatch {
  const byRow = new Map<number, Finding[]>();
  for (const finding of findings) byRow.set(finding.row, [...(byRow.get(finding.row) ?? []), finding]);
  const right = new Set<Finding>();
  const match: IssueMatch = { found: [], missed: [], falseAlarms: [] };
  for (const issue of issues) {
    const telling = findingsAt(byRow, issue.cell).filter(({ code }) => isOfFamily(issue.kind, code));
    (telling.length > 0 ? match.found : match.missed).push(issue);
    for (const finding of telling) right.add(finding);
  }
  match.falseAlarms = findings.filter((finding) => !right.has(finding));
  return match;
}

function findingsAt(byRow: ReadonlyMap<number, Finding[]>, cell: string): Finding[] {
  const place = readCellName(cell);
  if (place === null) return [];
  return (byRow.get(place.row) ?? []).filter(({ column }) => column === null || column === place.column);
}
