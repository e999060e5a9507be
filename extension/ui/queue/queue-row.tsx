import { useSpeech } from '../speech.ts';
import { toneOf } from '../tones.ts';
import type { QueueRowView } from './view-queue.ts';

const STATE_TONES = { queued: 'warn', handedOver: 'info', registered: 'good' };

export function QueueRow({ row }: { row: QueueRowView }) {
  const { say } = useSpeech();
  const { id, state, customer, title, category, grade, saved, due, values } = row;
  return (
    <li class="queue-row" data-id={id} data-state={state}>
      <details>
        <summary>
          <span class="queue-head">
            <bdi class="queue-customer">{customer ?? say('panel.queue.noCustomer')}</bdi>
            <span class={`badge badge-${STATE_TONES[state]}`}>{say(`panel.queue.state.${state}`)}</span>
          </span>
          <span class="queue-text" dir="auto">
            {title}
          </span>
          <span class="queue-facts">
            <span>{category ?? say('panel.queue.noCategory')}</span>
            <span>{grade}</span>
            <span>{say('panel.queue.savedAt', { time: saved })}</span>
          </span>
          {due !== null && state !== 'registered' && (
            <span class="queue-facts" data-due={due.status}>
              <span>
                {due.label} {due.at}
              </span>
              <span class={`badge badge-${toneOf(due.status)}`}>{say(`deadline.status.${due.status}`)}</span>
              <span>{due.rest}</span>
            </span>
          )}
          <span class="visually-hidden">{say('panel.queue.details')}</span>
        </summary>
        <dl>
          {values.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
        <p class="note number">{say('panel.saved.number', { id })}</p>
      </details>
    </li>
  );
}
