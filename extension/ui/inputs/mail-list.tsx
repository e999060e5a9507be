import { useState } from 'preact/hooks';
import { useSpeech } from '../speech.ts';
import './inputs.css';

export interface MailView {
  id: string;
  /** The subject, or the name of a file that could not be read. */
  title: string;
  /** The sender, or why it could not be read. */
  note: string;
  state: 'waiting' | 'done' | 'broken';
  looksLikeComplaint: boolean;
}

export interface MailListProps {
  mails: MailView[];
  /** The one that is before the clerk; null when something else is. */
  current: string | null;
  /** Nothing is before the clerk: the list is what there is to do. */
  isIdle: boolean;
  reading: { done: number; all: number } | null;
  onOpen: (id: string) => void;
  onRemove: (id: string) => void;
  onClear: () => void;
}

/** The mail files that were opened, to be gone through one by one. */
export function MailList({ mails, current, isIdle, reading, onOpen, onRemove, onClear }: MailListProps) {
  const { say } = useSpeech();
  /** Null: as the list itself would have it. */
  const [isOpen, setOpen] = useState<boolean | null>(null);
  if (reading !== null) {
    return (
      <p class="mails mails-reading" role="status">
        {say('inputs.mails.reading', reading)}
      </p>
    );
  }
  if (mails.length === 0) return null;
  const waiting = mails.filter(({ state }) => state === 'waiting');
  const broken = mails.filter(({ state }) => state === 'broken').length;
  const at = mails.findIndex(({ id }) => id === current);
  const next =
    waiting.find(({ id }) => id !== current && mails.findIndex((mail) => mail.id === id) > at) ??
    waiting.find(({ id }) => id !== current);
  const isListed = isOpen ?? (isIdle || broken > 0);
  return (
    <section class="mails" aria-label={say('inputs.mails.title')} data-waiting={waiting.length}>
      <div class="mails-head">
        <button
          type="button"
          class="mails-toggle"
          aria-expanded={isListed}
          data-action="toggle-mails"
          onClick={() => setOpen(!isListed)}
        >
          {current !== null && at >= 0
            ? say('inputs.mails.at', { at: at + 1, all: mails.length })
            : say('inputs.mails.waiting', { count: waiting.length, all: mails.length })}
        </button>
        {next !== undefined && (
          <button type="button" class="button button-small" data-action="next-mail" onClick={() => onOpen(next.id)}>
            {say('inputs.mails.next')}
          </button>
        )}
        {waiting.length === 0 && (
          <button type="button" class="button button-small" data-action="clear-mails" onClick={onClear}>
            {say('inputs.mails.clear')}
          </button>
        )}
      </div>
      {isListed && (
        <ol class="mails-list">
          {mails.map((mail) => (
            <li key={mail.id} data-mail={mail.id} data-state={mail.state} data-current={mail.id === current}>
              <button
                type="button"
                class="mail-open"
                disabled={mail.state === 'broken'}
                aria-current={mail.id === current ? 'true' : undefined}
                onClick={() => onOpen(mail.id)}
              >
                <strong dir="auto">{mail.title}</strong>
                <span class="mail-note" dir="auto">
                  {mail.note}
                </span>
              </button>
              {mail.state === 'done' && <span class="badge badge-good">{say('inputs.mails.done')}</span>}
              {mail.state === 'broken' && <span class="badge badge-bad">{say('inputs.mails.broken')}</span>}
              {mail.state === 'waiting' && !mail.looksLikeComplaint && (
                <span class="badge">{say('inputs.mails.noComplaint')}</span>
              )}
              <button
                type="button"
                class="mail-remove"
                aria-label={say('inputs.mails.remove', { title: mail.title })}
                title={say('inputs.mails.removeShort')}
                data-action="remove-mail"
                onClick={() => onRemove(mail.id)}
              >
                ×
              </button>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
