import { useSpeech } from '../speech.ts';
import { toneOf } from '../tones.ts';
import type { QueueRowView } from './view-queue.ts';

export const STATE_TONES = {
  queued: 'warn',
  handedOver: 'info',
  registered: 'good',
  removed: 'plain',
  duplicate: 'plain',
};

export interface QueueRowProps {
  row: QueueRowView;
  /** Its place in the whole list, from 1, of so many. */
  place: number;
  of: number;
  isChosen: boolean;
  onOpen: () => void;
  onChoose: (isChosen: boolean) => void;
}

/** One complaint of the list, always of the same height. */
export function QueueRow({ row, place, of, isChosen, onOpen, onChoose }: QueueRowProps) {
  const { say } = useSpeech();
  const { id, state, category, grade, step, saved, due, isUrgent, title } = row;
  const customer = row.customer ?? say('panel.queue.noCustomer');
  return (
    <li
      class="queue-row"
      data-id={id}
      data-state={state}
      data-chosen={isChosen}
      data-due={due?.status ?? 'none'}
      aria-setsize={of}
      aria-posinset={place}
    >
      <label class="queue-choose">
        <input
          type="checkbox"
          checked={isChosen}
          aria-label={say('queue.choose', { customer })}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
      </label>
      <button type="button" class="queue-open" data-action="open-entry" onClick={onOpen}>
        <span class="queue-head">
          <bdi class="queue-customer">{customer}</bdi>
          <span class={`badge badge-${STATE_TONES[state]}`}>{say(`queue.state.${state}`)}</span>
        </span>
        <span class="queue-text" dir="auto">
          {title}
        </span>
        <span class="queue-facts">
          <span class="queue-grade" data-step={step}>
            {grade}
          </span>
          {isUrgent && <span class="queue-urgent">{say('queue.urgent')}</span>}
          {due === null ? (
            <span class="queue-rest">
              {category ?? say('panel.queue.noCategory')} · {say('panel.queue.savedAt', { time: saved })}
            </span>
          ) : (
            <>
              <span class="queue-rest">{due.label ?? category ?? ''}</span>
              <span class={`queue-due tone-${toneOf(due.status)}`} title={due.at}>
                {due.rest}
              </span>
            </>
          )}
        </span>
      </button>
    </li>
  );
}
