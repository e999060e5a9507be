import type { LedgerReading, OtherRow } from './ledger-reading.ts';
import type { PlacementReason, RegisterPlan } from './register-plan.ts';

/** A register plan in numbers, for the preview. */
export interface PlanSummary {
  placement: RegisterPlan['placement']['kind'];
  /** Sheet on which the register will stand. */
  sheet: string;
  /** Why not in place; empty when it is. Words: `register.summary.reason.<code>`. */
  reasons: PlacementReason[];
  /** Sheet that keeps a copy of the original; null when the original is not touched. */
  backup: string | null;
  takesOverTable: boolean;
  /** Complaints. */
  rows: number;
  otherRows: { count: number; byKind: Partial<Record<OtherRow['kind'], number>> };
  columns: { mapped: number; unmapped: number; added: number };
  findings: { error: number; warning: number; info: number };
}

/** Counts what a plan will do, so that a clerk can judge it before anything is written. */
export function summarizePlan(plan: RegisterPlan, ledger: LedgerReading): PlanSummary {
  const { placement } = plan;
  const mapped = ledger.columns.filter(({ fields }) => fields.length > 0).length;
  const byKind: PlanSummary['otherRows']['byKind'] = {};
  for (const { kind } of ledger.otherRows) byKind[kind] = (byKind[kind] ?? 0) + 1;
  const findings = { error: 0, warning: 0, info: 0 };
  for (const { level } of plan.findings) findings[level]++;
  return {
    placement: placement.kind,
    sheet: placement.sheet,
    reasons: placement.kind === 'newSheet' ? placement.why : [],
    backup: plan.backup?.name ?? null,
    takesOverTable: plan.table.exists,
    rows: ledger.dataRows.length,
    otherRows: { count: ledger.otherRows.length, byKind },
    columns: { mapped, unmapped: ledger.columns.length - mapped, added: plan.columns.length - plan.firstAdded },
    findings,
  };
}
