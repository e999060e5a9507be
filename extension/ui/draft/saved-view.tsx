import { ReplyEditor, type ReplyEditorProps } from '../reply/reply-editor.tsx';
import { useSpeech } from '../speech.ts';

export interface SavedViewProps {
  id: string;
  fieldCount: number;
  waiting: number;
  /** False when a link, note or reply beside it could not be written. */
  isWhole: boolean;
  /** Mandatory fields without a value. */
  missing: number;
  customer: string | null;
  subject: string;
  /** The first deadline, in words; null when none can be given. */
  due: string | null;
  /** Null where the policy has no reply for this moment. */
  reply: Omit<ReplyEditorProps, 'name'> | null;
  /** Whether the reply that was taken stands in the history; null: none was taken. */
  isNoted: boolean | null;
  onQueue: () => void;
}

/** Saved, read back and counted; and what comes next. */
export function SavedView(props: SavedViewProps) {
  const { id, fieldCount, waiting, isWhole, missing, customer, subject, due, reply, isNoted, onQueue } = props;
  const { say } = useSpeech();
  return (
    <div class="scroll saved" data-view="saved">
      <header class="saved-head">
        <span class="tick" aria-hidden="true">
          <svg viewBox="0 0 24 24" width="30" height="30">
            <circle cx="12" cy="12" r="11" />
            <path d="M7 12.500l3.500 3.500 7-7.500" />
          </svg>
        </span>
        <div role="status">
          <h1>{say('panel.saved.title')}</h1>
          <p>{say('panel.saved.body', { fields: fieldCount, waiting })}</p>
        </div>
      </header>
      {!isWhole && (
        <p class="notice notice-warn" role="alert">
          {say('panel.draft.saved.notWhole')}
        </p>
      )}
      <div class="saved-facts">
        {customer !== null && <strong dir="auto">{customer}</strong>}
        <p dir="auto">{subject}</p>
        {due !== null && <p>{due}</p>}
        {missing > 0 && <p class="save-missing">{say('panel.draft.saved.incomplete', { count: missing })}</p>}
        <p class="note number">{say('panel.saved.number', { id })}</p>
      </div>
      {reply !== null && (
        <section class="group" aria-labelledby="saved-reply">
          <h2 id="saved-reply">{say('panel.draft.saved.reply')}</h2>
          <ReplyEditor name="saved" {...reply} />
          {isNoted !== null && (
            <p class={isNoted ? 'note' : 'note save-missing'} role="status" data-noted={isNoted}>
              {say(isNoted ? 'reply.noted' : 'reply.notNoted')}
            </p>
          )}
        </section>
      )}
      <section class="group" aria-labelledby="saved-next">
        <h2 id="saved-next">{say('panel.saved.next')}</h2>
        <p class="row">
          <button type="button" class="button" data-action="to-queue" onClick={onQueue}>
            {say('panel.saved.toQueue')}
          </button>
          <span class="note">{say('panel.saved.done')}</span>
        </p>
      </section>
    </div>
  );
}
