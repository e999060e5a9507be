import type { Outcome } from '../../../core/outcome.ts';
import {
  editEntry,
  filledFrom,
  linkEntry,
  moveEntry,
  noteEntry,
  putAside,
  removeNote,
  unlinkEntry,
} from '../../../core/queue/change-entry.ts';
import type { QueueEntry } from '../../../core/queue/queue-entry.ts';
import type { HandlersOf } from '../../messages/call.ts';
import type { QUEUE_MESSAGES } from '../../messages/queue-messages.ts';
import type { ComplaintQueue } from '../../queue/complaint-queue.ts';
import { learn } from './knowledge.ts';

type EntryMessages = Pick<
  typeof QUEUE_MESSAGES,
  'readEntry' | 'editEntry' | 'noteEntry' | 'linkEntry' | 'unlinkEntry' | 'actOnEntries' | 'putBack' | 'clearRemoved'
>;
type Act = (entry: QueueEntry, at: string) => QueueEntry;

const ACTS: Record<string, Act> = {
  remove: (entry, at) => putAside(entry, true, at),
  restore: (entry, at) => putAside(entry, false, at),
  markHandedOver: (entry, at) => moveEntry(entry, 'handedOver', at),
  markRegistered: (entry, at) => moveEntry(entry, 'registered', at),
  requeue: (entry, at) => moveEntry(entry, 'queued', at),
  align: (entry, at) => ({ ...entry, history: [...entry.history, { at, what: 'aligned' }] }),
};

/** Answers about single entries, and about acts on several. */
export function entryAnswers(
  { queue, now, newId }: { queue: ComplaintQueue; now: () => string; newId: () => string },
  changed: () => Promise<void>,
): HandlersOf<EntryMessages, 'background'> {
  /** Changes one entry and gives it back as it stands now, changed or not. */
  const changeOne = async (id: string, how: (entry: QueueEntry) => QueueEntry) => {
    const result = await queue.change([id], how);
    if (!result.ok) return result;
    if (result.value.length > 0) await changed();
    return given({ entry: result.value[0] ?? (await queue.get(id)) });
  };

  return {
    readEntry: async ({ id }) => ({ entry: await queue.get(id), related: await queue.related(id) }),
    editEntry: async ({ id, edit }) => {
      let before: QueueEntry['values'] | null = null;
      const result = await changeOne(id, (entry) => {
        before = entry.values;
        return editEntry(entry, edit, now());
      });
      if (result.ok && result.value.entry !== null)
        await learn(result.value.entry.values, result.value.entry.draft, before);
      return result;
    },
    noteEntry: ({ id, note }) =>
      changeOne(id, (entry) =>
        note.act === 'add'
          ? noteEntry(entry, { id: newId(), text: note.text }, now())
          : removeNote(entry, note.noteId, now()),
      ),
    linkEntry: async ({ id, link }) => {
      if (link.kind === 'duplicateOf' && (await leadsTo(queue, link.to, id))) return CIRCLE;
      const other = await queue.get(link.to);
      const entry = await queue.get(id);
      if (other === null || entry === null) return given({ entry, valuesBefore: null });
      const result = await changeOne(id, (each) => linkEntry(each, link, now()));
      if (!result.ok || link.kind === 'sameMatter')
        return result.ok ? given({ ...result.value, valuesBefore: null }) : result;
      const filled = await changeOne(link.to, (each) =>
        editEntry(each, { values: filledFrom(each.values, entry.values) }, now()),
      );
      return filled.ok ? given({ entry: result.value.entry, valuesBefore: other.values }) : filled;
    },
    unlinkEntry: async ({ id, to, valuesOfOther }) => {
      const back = await changeOne(to, (entry) => {
        const unlinked = unlinkEntry(entry, id, now());
        return valuesOfOther === null ? unlinked : editEntry(unlinked, { values: valuesOfOther }, now());
      });
      return back.ok ? changeOne(id, (entry) => unlinkEntry(entry, to, now())) : back;
    },
    actOnEntries: async ({ ids, act }) => {
      const how = ACTS[act];
      const before = new Map<string, { id: string; state: QueueEntry['state']; isRemoved: boolean }>();
      const result = await queue.change(ids, (entry) => {
        const after = how?.(entry, now()) ?? entry;
        const { id, state, removedAt } = entry;
        if (after !== entry) before.set(id, { id, state, isRemoved: removedAt !== null });
        return after;
      });
      if (!result.ok) return result;
      await changed();
      return given({ before: [...before.values()] });
    },
    putBack: async ({ before }) => {
      const standing = new Map(before.map((each) => [each.id, each]));
      const result = await queue.change([...standing.keys()], (entry) => {
        const wanted = standing.get(entry.id);
        if (wanted === undefined) return entry;
        return putAside(moveEntry(entry, wanted.state, now()), wanted.isRemoved, now());
      });
      if (!result.ok) return result;
      await changed();
      return given({ changed: result.value.length });
    },
    clearRemoved: async () => {
      const result = await queue.clearRemoved(null);
      if (!result.ok) return result;
      await changed();
      return given({ cleared: result.value });
    },
  };
}

const CIRCLE = { ok: false as const, code: 'circle' as const, detail: {} };
const given = <T>(value: T): Extract<Outcome<T>, { ok: true }> => ({ ok: true, value });

/** Whether an entry counts, by whichever way round, as a duplicate of another one. */
async function leadsTo(queue: ComplaintQueue, from: string, wanted: string): Promise<boolean> {
  const seen = new Set<string>();
  for (let id: string | undefined = from; id !== undefined && !seen.has(id);) {
    if (id === wanted) return true;
    seen.add(id);
    id = (await queue.get(id))?.links.find(({ kind }) => kind === 'duplicateOf')?.to;
  }
  return false;
}
