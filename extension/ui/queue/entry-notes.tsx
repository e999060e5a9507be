import type { EntryNote } from '../../../core/queue/queue-entry.ts';
import { showTime } from '../show-time.ts';
import { useSpeech } from '../speech.ts';
import type { EntryContext } from './view-entry.ts';

export interface EntryNotesProps {
  notes: readonly EntryNote[];
  /** A note that was begun. */
  text: string;
  onText: (text: string) => void;
  context: EntryContext;
  isBusy: boolean;
  onNote: (note: { act: 'add'; text: string } | { act: 'remove'; noteId: string }) => void;
}

/** What colleagues should know and the register need not. */
export function EntryNotes({ notes, text, onText, context, isBusy, onNote }: EntryNotesProps) {
  const speech = useSpeech();
  const { say } = speech;
  const add = () => {
    if (text.trim() === '') return;
    onNote({ act: 'add', text: text.trim() });
    onText('');
  };
  return (
    <section class="card" aria-labelledby="entry-notes">
      <h2 id="entry-notes">{say('queue.notes.title')}</h2>
      <ul class="entry-notes">
        {notes.map((note) => (
          <li key={note.id}>
            <p dir="auto">{note.text}</p>
            <span class="note">
              {showTime(speech, note.at, context.zone, context.asOf)}
              <button
                type="button"
                class="link"
                disabled={isBusy}
                onClick={() => onNote({ act: 'remove', noteId: note.id })}
              >
                {say('queue.notes.remove')}
              </button>
            </span>
          </li>
        ))}
      </ul>
      <div class="note-input">
        <textarea
          rows={1}
          value={text}
          maxLength={10_000}
          aria-label={say('queue.notes.label')}
          placeholder={say('queue.notes.label')}
          onInput={(event) => onText(event.currentTarget.value)}
        />
        <button
          type="button"
          class="button"
          data-action="add-note"
          disabled={isBusy || text.trim() === ''}
          onClick={add}
        >
          {say('queue.notes.add')}
        </button>
      </div>
    </section>
  );
}
