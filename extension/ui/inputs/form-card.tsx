import { useEffect, useRef } from 'preact/hooks';
import { useSpeech } from '../speech.ts';
import './inputs.css';
import { WAYS, type Way } from './ways.ts';

export interface FormCardProps {
  way: Way | null;
  text: string;
  onWay: (way: Way) => void;
  onText: (text: string) => void;
}

/** What the clerk heard, reads on paper or pastes from a chat: the fields below fill themselves from it. */
export function FormCard({ way, text, onWay, onText }: FormCardProps) {
  const { say } = useSpeech();
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <section class="card form-card" data-form={way ?? ''}>
      <fieldset class="ways-choice">
        <legend class="visually-hidden">{say('inputs.form.way')}</legend>
        {WAYS.map((each) => (
          <label key={each} class="day way">
            <input type="radio" name="way" value={each} checked={each === way} onChange={() => onWay(each)} />
            <span>{say(`inputs.way.${each}.name`)}</span>
          </label>
        ))}
      </fieldset>
      <label class="stacked" for="form-text">
        {say(`inputs.form.words.${way ?? 'phone'}`)}
      </label>
      <textarea
        id="form-text"
        ref={box}
        value={text}
        rows={4}
        placeholder={say(`inputs.form.hint.${way ?? 'phone'}`)}
        onInput={(event) => onText(event.currentTarget.value)}
      />
      <p class="note">{say('inputs.form.live')}</p>
    </section>
  );
}
