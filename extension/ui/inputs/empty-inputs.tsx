import { useSpeech } from '../speech.ts';
import './inputs.css';
import { WAYS, type Way } from './ways.ts';

/** Below the first view: the ways in for what is on no page. */
export function EmptyInputs({ onFiles, onForm }: { onFiles: () => void; onForm: (way: Way) => void }) {
  const { say } = useSpeech();
  return (
    <section class="empty-inputs" aria-labelledby="empty-inputs">
      <h2 id="empty-inputs">{say('inputs.empty.title')}</h2>
      <button type="button" class="drop-here" data-action="open-files" onClick={onFiles}>
        <strong>{say('inputs.empty.files')}</strong>
        <span>{say('inputs.empty.drop')}</span>
      </button>
      <p class="note">{say('inputs.empty.byHand')}</p>
      <p class="row ways">
        {WAYS.map((way) => (
          <button key={way} type="button" class="button" data-way={way} onClick={() => onForm(way)}>
            {say(`inputs.way.${way}.name`)}
          </button>
        ))}
      </p>
    </section>
  );
}
