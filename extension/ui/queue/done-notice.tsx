import { useSpeech } from '../speech.ts';

export interface Done {
  isGood: boolean;
  text: string;
  undo: (() => void) | null;
}

/** What was just done, and the way to take it back. */
export function DoneNotice({ done, onClose }: { done: Done; onClose: () => void }) {
  const { say } = useSpeech();
  return (
    <div
      class={`done-notice ${done.isGood ? '' : 'done-bad'}`}
      role={done.isGood ? 'status' : 'alert'}
      data-notice="done"
    >
      <span>{done.text}</span>
      {done.undo !== null && (
        <button type="button" class="link" data-action="undo" onClick={done.undo}>
          {say('queue.undo')}
        </button>
      )}
      <button type="button" class="link done-close" aria-label={say('queue.close')} onClick={onClose}>
        ×
      </button>
    </div>
  );
}
