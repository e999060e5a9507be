import { useSpeech } from '../speech.ts';
import { HandoffCard, type HandoffCardProps } from './handoff-card.tsx';
import { QueueRow } from './queue-row.tsx';
import type { QueueView as QueueModel } from './view-queue.ts';

export interface QueueViewProps extends Omit<HandoffCardProps, 'waiting'> {
  model: QueueModel;
}

/** All saved complaints by state, and the ways to hand them over. */
export function QueueView({ model, ...handoff }: QueueViewProps) {
  const { say } = useSpeech();
  const { waiting, registered, counts, unreadable } = model;
  const isEmpty = waiting.length + registered.length === 0;
  return (
    <div class="scroll" data-view="queue">
      <HandoffCard waiting={waiting.length} {...handoff} />
      {unreadable > 0 && <p class="notice notice-bad">{say('panel.queue.unreadable', { count: unreadable })}</p>}
      {isEmpty ? (
        <p class="hint">{say('panel.queue.empty')}</p>
      ) : (
        <section class="group" aria-labelledby="queue-title">
          <h2 id="queue-title">{say('panel.queue.title')}</h2>
          <p class="note" data-counts>
            {say('panel.queue.counts', counts)}
          </p>
          <ul class="queue-list">
            {waiting.map((row) => (
              <QueueRow key={row.id} row={row} />
            ))}
          </ul>
          {registered.length > 0 && (
            <details class="registered">
              <summary>{say('panel.queue.registered', { count: registered.length })}</summary>
              <ul class="queue-list">
                {registered.map((row) => (
                  <QueueRow key={row.id} row={row} />
                ))}
              </ul>
            </details>
          )}
        </section>
      )}
    </div>
  );
}
