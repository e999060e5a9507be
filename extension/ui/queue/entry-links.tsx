import type { QueueEntry, EntryLink } from '../../../core/queue/queue-entry.ts';
import type { TwinReason } from '../../../core/queue/find-twins.ts';
import type { QueueRow } from '../../../core/queue/queue-row.ts';
import { useSpeech } from '../speech.ts';

export interface EntryLinksProps {
  entry: QueueEntry;
  related: QueueRow[];
  twins: { id: string; customer: string | null; title: string; reasons: TwinReason[] }[] | null;
  isBusy: boolean;
  onLink: (link: EntryLink) => void;
  onUnlink: (id: string) => void;
  onFindTwins: () => void;
  onOpen: (id: string) => void;
}

/** What belongs together: duplicates, other complaints of the same matter, and those that look like it. */
export function EntryLinks({ entry, related, twins, isBusy, onLink, onUnlink, onFindTwins, onOpen }: EntryLinksProps) {
  const { say } = useSpeech();
  const linked = new Set(related.map(({ id }) => id));
  const others = (twins ?? []).filter(({ id }) => id !== entry.id && !linked.has(id));
  const kindOf = (row: QueueRow) => {
    const own = entry.links.find(({ to }) => to === row.id)?.kind;
    if (own !== undefined) return own;
    return row.links.some(({ to, kind }) => to === entry.id && kind === 'duplicateOf') ? 'hasDuplicate' : 'sameMatter';
  };
  const name = (customer: string | null) => customer ?? say('panel.queue.noCustomer');
  return (
    <section class="card" aria-labelledby="entry-links">
      <h2 id="entry-links">{say('queue.links.title')}</h2>
      {related.length > 0 && (
        <ul class="entry-links">
          {related.map((row) => (
            <li key={row.id}>
              <button type="button" class="linked" onClick={() => onOpen(row.id)}>
                <strong dir="auto">{name(row.customer)}</strong>
                <span dir="auto">{row.title}</span>
              </button>
              <span class="note">
                {say(`queue.links.${kindOf(row)}`)}
                <button type="button" class="link" disabled={isBusy} onClick={() => onUnlink(row.id)}>
                  {say('queue.links.remove')}
                </button>
              </span>
            </li>
          ))}
        </ul>
      )}
      {twins === null ? (
        <button type="button" class="button" data-action="find-twins" disabled={isBusy} onClick={onFindTwins}>
          {say('queue.links.find')}
        </button>
      ) : others.length === 0 ? (
        <p class="note" role="status">
          {say('queue.links.noneFound')}
        </p>
      ) : (
        <ul class="entry-links" data-twins>
          {others.map((twin) => (
            <li key={twin.id}>
              <button type="button" class="linked" onClick={() => onOpen(twin.id)}>
                <strong dir="auto">{name(twin.customer)}</strong>
                <span dir="auto">{twin.title}</span>
              </button>
              <span class="note">{twin.reasons.map((reason) => sayReason(reason, say)).join(' · ')}</span>
              <span class="row">
                <button
                  type="button"
                  class="button"
                  data-action="link-duplicate"
                  disabled={isBusy}
                  onClick={() => onLink({ to: twin.id, kind: 'duplicateOf' })}
                >
                  {say('queue.links.asDuplicate')}
                </button>
                <button
                  type="button"
                  class="button"
                  data-action="link-matter"
                  disabled={isBusy}
                  onClick={() => onLink({ to: twin.id, kind: 'sameMatter' })}
                >
                  {say('queue.links.asMatter')}
                </button>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Why two complaints may be one, in words. */
export function sayReason(
  reason: TwinReason,
  say: (code: string, params?: Record<string, string | number>) => string,
): string {
  if (reason.kind === 'sameGoods')
    return say('queue.twin.sameGoods', { field: say(`fields.${reason.field}`), value: reason.value });
  if (reason.kind === 'similarText') return say('queue.twin.similarText', { percent: Math.round(reason.share * 100) });
  return say(`queue.twin.${reason.kind}`);
}
