import type { ComplaintQueue } from '../../queue/complaint-queue.ts';

/** Writes a reply into the history of its complaint; false when the complaint is not there, or nothing could be written. */
export async function noteReply(queue: ComplaintQueue, id: string, text: string, at: string): Promise<boolean> {
  const result = await queue.change([id], (entry) => ({
    ...entry,
    history: [...entry.history, { at, what: 'replied', after: text }],
  }));
  return result.ok && result.value.length > 0;
}
