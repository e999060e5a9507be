import { useSpeech } from '../speech.ts';
import './inputs.css';

/** Over the whole panel while files are held above it. */
export function DropCover({ isShown }: { isShown: boolean }) {
  const { say } = useSpeech();
  return (
    <div class="drop-cover" data-shown={isShown} aria-hidden={!isShown}>
      <p>
        <strong>{say('inputs.drop.here')}</strong>
        <span>{say('inputs.drop.note')}</span>
      </p>
    </div>
  );
}
