import { NO_TALLY, type QueueTally } from '../../core/queue/queue-tally.ts';
import type { QueueDatabase } from './queue-database.ts';

/** How far what follows from the entries is built, and what of it is counted. One record. */
export interface DerivedState {
  name: 'state';
  /** Rows of another version are built anew. */
  version: number;
  /** All entries from this id on are built; `''`: all. */
  builtFrom: string;
  /** Over the entries that are built. */
  tally: QueueTally;
  /** Records among these that cannot be read: they have no row. */
  unreadable: number;
}

/** Raised whenever rows, words or keys are made otherwise than before. */
export const DERIVED_VERSION = 1;

/** Behind every id. */
const END = '\uffff';

/** Nothing is built yet. */
export function unbuilt(): DerivedState {
  return { name: 'state', version: DERIVED_VERSION, builtFrom: END, tally: NO_TALLY, unreadable: 0 };
}

/** The state as it stands; where none of this version stands, nothing counts as built, unless there is nothing to build. */
export async function readState({ derived, complaints }: QueueDatabase): Promise<DerivedState> {
  const state = await derived.get('state');
  if (state?.version === DERIVED_VERSION) return state;
  const isEmpty = state === undefined && (await complaints.limit(1).primaryKeys()).length === 0;
  return isEmpty ? { ...unbuilt(), builtFrom: '' } : unbuilt();
}

export function isBuilt({ builtFrom }: DerivedState): boolean {
  return builtFrom === '';
}
