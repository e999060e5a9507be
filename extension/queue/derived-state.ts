import { NO_TALLY, type QueueTally } from '../../core/queue/queue-tally.ts';

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
export const DERIVED_VERSION = 4;

/** Behind every id. */
const END = '\uffff';

/** Nothing is built yet. */
export function unbuilt(): DerivedState {
  return { name: 'state', version: DERIVED_VERSION, builtFrom: END, tally: NO_TALLY, unreadable: 0 };
}

export function isBuilt({ builtFrom }: DerivedState): boolean {
  return builtFrom === '';
}
