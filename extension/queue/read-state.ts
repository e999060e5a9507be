import { DERIVED_VERSION, unbuilt, type DerivedState } from './derived-state.ts';
import type { QueueDatabase } from './queue-database.ts';

/** The state as it stands; where none of this version stands, nothing counts as built, unless there is nothing to build. */
export async function readState({ derived, complaints }: QueueDatabase): Promise<DerivedState> {
  const state = await derived.get('state');
  if (state?.version === DERIVED_VERSION) return state;
  const isEmpty = state === undefined && (await complaints.limit(1).primaryKeys()).length === 0;
  return isEmpty ? { ...unbuilt(), builtFrom: '' } : unbuilt();
}
