import { useSpeech } from '../speech.ts';
import './teach.css';

export interface TeachHintProps {
  /** The recipe that should have fitted; null where there is none for the page. */
  misfit: string | null;
  onTeach: () => void;
  onDismiss: () => void;
}

/** A page was read without a recipe of its own: it can be taught. */
export function TeachHint({ misfit, onTeach, onDismiss }: TeachHintProps) {
  const { say } = useSpeech();
  return (
    <div class="teach-hint" data-notice="teach-hint">
      <p>{misfit === null ? say('teach.hint.text') : say('teach.hint.misfit', { name: misfit })}</p>
      <p class="row">
        <button type="button" class="button" data-action="teach" onClick={onTeach}>
          {say('teach.here')}
        </button>
        <button type="button" class="link" data-action="dismiss-teach" onClick={onDismiss}>
          {say('teach.hint.dismiss')}
        </button>
      </p>
    </div>
  );
}
