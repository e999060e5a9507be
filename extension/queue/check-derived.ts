import { NO_TALLY, tallyAfter } from '../../core/queue/queue-tally.ts';
import type { DerivedBuilder } from './derived-builder.ts';
import type { RowTable } from './row-table.ts';

export interface CheckedParts {
  builder: DerivedBuilder;
  table: RowTable;
  /** Writes on their way, and those that have been. */
  writes: () => { pending: number; done: number };
  onMore: () => void;
}

const TURNS = 3;
const PAUSE = 1_000;

/**
 * Looks once, when all rows are read, whether they agree with the kept counts and with the entries. Where they do not, all
 * that is derived is built anew from the entries. What is written meanwhile makes the look worthless: then it is taken again.
 */
export function createCheck({ builder, table, writes, onMore }: CheckedParts): () => void {
  let isChecked = false;
  const check = async () => {
    for (let turn = 0; turn < TURNS; turn++) {
      const { pending, done } = { ...writes() };
      const counted = tallyAfter(NO_TALLY, { before: [], after: await table.whole() });
      if (await builder.agrees(counted)) return;
      if (pending === 0 && writes().pending === 0 && writes().done === done) {
        await builder.startAgain();
        table.forget();
        onMore();
        return;
      }
      await new Promise((later) => setTimeout(later, PAUSE));
    }
    isChecked = false;
  };
  return () => {
    if (isChecked) return;
    isChecked = true;
    // A database that fails here fails whoever asks next, and tells them.
    check().catch(() => (isChecked = false));
  };
}
