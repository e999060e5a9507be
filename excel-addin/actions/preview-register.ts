import type { Day, Moment } from '../../core/complaint/moment.ts';
import { done, refuse, type Outcome } from '../../core/outcome.ts';
import type { CompanySettings } from '../../core/policy/company-settings.ts';
import type { Locale } from '../../core/policy/localized.ts';
import type { OverlayFinding } from '../../core/policy/overlay-company.ts';
import { policyInForce } from '../../core/policy/policy-in-force.ts';
import { gatheredFrom, type GatheredFrom } from '../../core/register/gathered-from.ts';
import { gatherSheets } from '../../core/register/gather-sheets.ts';
import type { LedgerColumn, LedgerReading } from '../../core/register/ledger-reading.ts';
import { listedWords } from '../../core/register/listed-words.ts';
import { planRegisterInSteps } from '../../core/register/plan-register.ts';
import type { RegisterPlan } from '../../core/register/register-plan.ts';
import { summarizePlan, type PlanSummary } from '../../core/register/summarize-plan.ts';
import { readLedgerInSteps } from '../../core/register/read-ledger.ts';
import { allSteps, type Steps } from '../../core/steps.ts';
import type { SheetReading } from '../../core/register/sheet-reading.ts';
import { NO_FORMER, type FormerRegister } from '../workbook/former-numbers.ts';
import type { PendingPlan } from '../workbook/register-memory.ts';
import { withoutOurTraces } from './without-our-traces.ts';

/** What the user has decided about a register to be made. */
export interface RegisterChoices {
  ledgerSheet: string;
  /** Sheets of our own, from which nothing is gathered. */
  ours?: readonly string[];
  /** The mapping as confirmed. */
  columns: LedgerColumn[];
  /** Complaints received before this day count as closed where nothing tells how they stand; null: as open. */
  closedBefore?: Day | null;
  /** How new complaints are numbered; null: by the day. Absent: as the ledger's own numbers go on. */
  numberPattern?: string | null;
  /** What a register that was taken back has left. */
  former?: FormerRegister;
  policyId: string;
  company: CompanySettings | null;
  locale: Locale;
  zone: string;
  asOf: Moment;
}

export interface RegisterPreview {
  ledger: LedgerReading;
  /** Where its rows come from, when it does not stand on one sheet. */
  gathered: GatheredFrom | null;
  plan: RegisterPlan;
  summary: PlanSummary;
  pending: PendingPlan;
  /** Sheets that a register which was taken back has left, and whether its numbers are known. */
  left: { sheets: string[]; keepsNumbers: boolean };
  /** What of the company's answers does not count. */
  answersAside: OverlayFinding[];
}

export type PreviewTrouble = 'sheetGone' | 'changedMeanwhile';

/**
 * Makes the plan of a register from sheets that were just read. With `pending`, the traces of the run that broke off are
 * left out first, so that the same plan comes out again.
 */
export function previewRegister(
  read: SheetReading[],
  choices: RegisterChoices,
  pending: PendingPlan | null = null,
): Outcome<RegisterPreview, PreviewTrouble> {
  return allSteps(previewSteps(read, choices, pending));
}

/** As `previewRegister`, to be driven in slices: the pane stays usable while a large ledger is worked out. */
export function* previewSteps(
  read: SheetReading[],
  choices: RegisterChoices,
  pending: PendingPlan | null = null,
): Steps<Outcome<RegisterPreview, PreviewTrouble>> {
  const sheets = pending === null ? read : withoutOurTraces(read, pending);
  const isChosen = ({ name }: SheetReading) => name === choices.ledgerSheet;
  const offered = sheets.filter(({ visible, name }) => visible && !(choices.ours ?? []).includes(name));
  const sheet = sheets.find(isChosen) ?? (yield* gatherSheets(offered)).gathered.find(isChosen);
  if (sheet === undefined) return refuse('sheetGone', { sheet: choices.ledgerSheet });
  const reading = yield* readLedgerInSteps(sheet);
  if (!reading.ok || !sameColumns(reading.ledger.columns, choices.columns)) return refuse('changedMeanwhile');
  const ledger: LedgerReading = { ...reading.ledger, columns: choices.columns };
  const policy = policyInForce(choices.policyId, choices.company);
  if (policy === null) throw new Error(`No policy pack ${choices.policyId}`);
  const { sheets: left, numbers: former } = choices.former ?? NO_FORMER;
  const plan = yield* planRegisterInSteps({
    sheet,
    ledger,
    lists: listedWords(sheets, sheet, ledger),
    pack: policy.pack,
    company: choices.company,
    closedBefore: choices.closedBefore ?? null,
    ...(choices.numberPattern === undefined ? {} : { numberPattern: choices.numberPattern }),
    former,
    asOf: choices.asOf,
    zone: choices.zone,
    locale: choices.locale,
    sheetNames: sheets.map(({ name }) => name),
    tableNames: sheets.flatMap(({ tables }) => tables.map(({ name }) => name)),
    ...(pending === null ? {} : { milestones: milestonesOf(pending.plan) }),
  });
  return done({
    ledger,
    gathered: gatheredFrom(sheet),
    plan,
    summary: summarizePlan(plan, ledger),
    pending: pending ?? begin(plan, choices, sheets),
    left: { sheets: left, keepsNumbers: former !== null },
    answersAside: policy.findings,
  });
}

/** A plan that was begun keeps the deadlines it began with. */
function milestonesOf({ columns }: PendingPlan['plan']): string[] {
  return columns.flatMap(({ role }) => (role.startsWith('deadline:') ? [role.slice('deadline:'.length)] : []));
}

/** The mapping belongs to the columns that were shown: same places, same headers. */
function sameColumns(now: LedgerColumn[], confirmed: LedgerColumn[]): boolean {
  return (
    now.length === confirmed.length &&
    now.every(({ column, header }, index) => column === confirmed[index]?.column && header === confirmed[index].header)
  );
}

function begin(plan: RegisterPlan, choices: RegisterChoices, sheets: SheetReading[]): PendingPlan {
  return {
    schemaVersion: 1,
    asOf: choices.asOf,
    ledgerSheet: choices.ledgerSheet,
    ledgerColumns: choices.columns,
    closedBefore: choices.closedBefore ?? null,
    sheetsBefore: sheets.map(({ name }) => name),
    plan: skeletonOf(plan),
  };
}

/** A plan without what can be worked out again, and would not fit into the workbook's settings. */
function skeletonOf(plan: RegisterPlan): PendingPlan['plan'] {
  const { schemaVersion, placement, backup, table, columns, firstAdded, headers } = plan;
  const { lists, listsSheet, formats, freezeRows, memory } = plan;
  return {
    schemaVersion,
    placement,
    backup,
    table,
    columns,
    firstAdded,
    headers,
    lists,
    listsSheet,
    formats,
    freezeRows,
    memory,
  };
}
