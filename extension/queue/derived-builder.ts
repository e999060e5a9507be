import type { PackLimit } from '../../core/queue/packed-rows.ts';
import type { SearchableRow } from '../../core/queue/queue-row.ts';
import { isSameTally, totalOf, type QueueTally } from '../../core/queue/queue-tally.ts';
import { buildSlice } from './build-derived.ts';
import { isBuilt, unbuilt } from './derived-state.ts';
import { readState } from './read-state.ts';
import type { QueueDatabase } from './queue-database.ts';
import { writing } from './write-entries.ts';

/** Builds what follows from the entries, beside whatever else is asked. */
export interface DerivedBuilder {
  /** Resolves when all is built; begins or goes on with it where it is not. */
  whole(): Promise<void>;
  /** Whether the kept counts agree with these, and with the number of entries and rows. */
  agrees(counted: QueueTally): Promise<boolean>;
  /** Nothing counts as built any more. */
  startAgain(): Promise<void>;
}

export function createBuilder(
  open: () => Promise<QueueDatabase>,
  limit: PackLimit,
  onRows: (rows: readonly SearchableRow[]) => void,
): DerivedBuilder {
  let building: Promise<void> | null = null;

  const build = async () => {
    const database = await open();
    if (isBuilt(await readState(database))) return;
    for (;;) {
      const rows = await buildSlice(database, limit);
      if (rows === null) return;
      onRows(rows);
      await new Promise((others) => setTimeout(others, 0));
    }
  };

  return {
    whole() {
      building ??= build().catch((error: unknown) => {
        // Whoever waits is told; the next one who asks tries again.
        building = null;
        throw error;
      });
      return building;
    },
    async agrees(counted) {
      const database = await open();
      const { complaints, rows, derived } = database;
      return database.transaction('r', [complaints, rows, derived], async () => {
        const state = await readState(database);
        const total = totalOf(state.tally);
        return (
          isSameTally(state.tally, counted) &&
          (await rows.count()) === total &&
          (await complaints.count()) === total + state.unreadable
        );
      });
    },
    async startAgain() {
      const database = await open();
      await writing(database, async () => {
        await database.packs.clear();
        await database.derived.put(unbuilt());
      });
      building = null;
    },
  };
}
