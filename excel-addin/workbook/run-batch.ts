import { done, refuse, type Outcome } from '../../core/outcome.ts';

/** What can go wrong between the add-in and the workbook. Words: `pane.trouble.<code>`. */
export type WorkbookTrouble =
  | 'accessDenied'
  | 'cellEditMode'
  | 'tooMuchData'
  | 'apiMissing'
  | 'notFound'
  | 'nameTaken'
  | 'filtered'
  | 'merged'
  | 'overPivot'
  | 'noRoom'
  | 'busy'
  | 'interrupted'
  | 'unsupportedSheet'
  | 'hostError';

/** Host error codes (excel-facts 2.4) by what the user can do about them. */
const TROUBLE: Record<string, WorkbookTrouble> = {
  AccessDenied: 'accessDenied',
  InvalidOperationInCellEditMode: 'cellEditMode',
  RequestPayloadSizeLimitExceeded: 'tooMuchData',
  ResponsePayloadSizeLimitExceeded: 'tooMuchData',
  MemoryLimitReached: 'tooMuchData',
  ApiNotFound: 'apiMissing',
  NotImplemented: 'apiMissing',
  ItemNotFound: 'notFound',
  ItemAlreadyExists: 'nameTaken',
  FilteredRangeConflict: 'filtered',
  MergedRangeConflict: 'merged',
  PivotTableRangeConflict: 'overPivot',
  InsertDeleteConflict: 'noRoom',
  NonBlankCellOffSheet: 'noRoom',
  OperationCellsExceedLimit: 'noRoom',
  RangeExceedsLimit: 'noRoom',
  ActivityLimitReached: 'busy',
  ServiceNotAvailable: 'busy',
  Conflict: 'busy',
  InactiveWorkbook: 'busy',
  RequestAborted: 'interrupted',
  UnsupportedSheet: 'unsupportedSheet',
};

/** Thrown inside a batch to leave it with a refusal of our own. */
export class Stop<Code extends string> extends Error {
  readonly code: Code;
  readonly detail: Record<string, string | number>;
  constructor(code: Code, detail: Record<string, string | number> = {}) {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}

/** How far work in stages is: `done` of `of` pieces of a stage. */
export type StageProgress<Stage extends string> = (stage: Stage, done: number, of: number) => void;

/** Tells the progress of work in pieces, before each of them; once the signal is given, the batch is left at the next. */
export function stoppable<Stage extends string>(
  onProgress: StageProgress<Stage>,
  signal: AbortSignal | undefined,
): StageProgress<Stage> {
  return (stage, done, of) => {
    onProgress(stage, done, of);
    if (signal?.aborted === true) throw new Stop('cancelled');
  };
}

/**
 * The only place that runs a batch. The host's errors come back as refusals with the host's own words in `detail.host`;
 * anything else is a bug and is thrown. `patient` waits until the user has left a cell that is being edited.
 */
export async function runBatch<T, Code extends string = never>(
  work: (context: Excel.RequestContext) => Promise<T>,
  { patient = false }: { patient?: boolean } = {},
): Promise<Outcome<T, WorkbookTrouble | Code>> {
  try {
    return done(await (patient ? Excel.run({ delayForCellEdit: true }, work) : Excel.run(work)));
  } catch (error) {
    if (error instanceof Stop) return refuse(error.code as Code, error.detail);
    const host = hostError(error);
    if (host === null) throw error;
    return refuse(TROUBLE[host.code] ?? 'hostError', { host: host.message, hostCode: host.code });
  }
}

/** The code of an error that the host or its client library made; null when it is one of our own bugs. */
export function hostErrorCode(error: unknown): string | null {
  return hostError(error)?.code ?? null;
}

/**
 * Sends what is queued and answers whether the host did it. For what work can do without where a host does not know it or
 * cannot do it (a page without a printer): by itself in its request. All other trouble is thrown as ever.
 */
export async function unlessRefused(context: Excel.RequestContext): Promise<boolean> {
  try {
    await context.sync();
    return true;
  } catch (error) {
    const host = hostError(error);
    const trouble = host === null ? null : (TROUBLE[host.code] ?? 'hostError');
    if (trouble !== 'apiMissing' && trouble !== 'hostError') throw error;
    return false;
  }
}

/** Client-made codes that only wrong code of ours can cause. */
const OUR_FAULT = new Set(['PropertyNotLoaded', 'ValueNotLoaded', 'InvalidRequestContext', 'RunMustReturnPromise']);

function hostError(error: unknown): { code: string; message: string } | null {
  if (typeof error !== 'object' || error === null || !('code' in error) || !('message' in error)) return null;
  const { code, message } = error;
  if (typeof code !== 'string' || typeof message !== 'string' || OUR_FAULT.has(code)) return null;
  return { code, message };
}
