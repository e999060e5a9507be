import type { Moment } from '../complaint/moment.ts';
import type { QueueEntry } from '../queue/queue-entry.ts';
import type { HandoffComplaint, HandoffEnvelope } from './handoff-envelope.ts';

/**
 * The envelope that carries these entries to the register, in their order: what the clerk confirmed and what was promised.
 * The page that was read and the draft stay behind. `readEnvelope` reads it back unchanged.
 */
export function makeEnvelope(entries: readonly QueueEntry[], producedAt: Moment): HandoffEnvelope {
  const complaints = entries.map(
    ({ id, savedAt, values, category, grade, policy, promised, capture }): HandoffComplaint => ({
      id,
      savedAt,
      values,
      category,
      grade,
      policy,
      promised,
      source: { url: capture.url, identity: capture.identity, title: capture.title },
    }),
  );
  return { format: 'redress.handoff', version: 1, producedAt, count: complaints.length, complaints };
}
