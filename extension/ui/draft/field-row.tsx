import type { Field } from '../../../core/complaint/field.ts';
import { withCandidate } from '../../../core/extract/proposed-values.ts';
import { useSpeech } from '../speech.ts';
import { QuoteLine } from './quote-line.tsx';
import { TimeInput } from './time-input.tsx';
import type { WordsWanted } from './quote-context.ts';
import type { FieldView } from './view-draft.ts';

export interface FieldRowProps {
  view: FieldView;
  zone: string;
  asShown: (field: Field, value: string) => string;
  onChange: (field: Field, value: string) => void;
  onShow: ((wanted: WordsWanted) => void) | null;
}

/** One field: its label, its value to edit, the words it came from, doubts, other readings, and the question if it is missing. */
export function FieldRow({ view, zone, asShown, onChange, onShow }: FieldRowProps) {
  const { say, label: inWords } = useSpeech();
  const { field, kind, value, isMandatory, quotes, isDoubtful, doubt, isEdited, others, question } = view;
  const id = `field-${field}`;
  const label = say(`fields.${field}`);
  const change = (next: string) => onChange(field, next);
  const described = `${id}-notes`;
  const state = question !== null ? 'missing' : isDoubtful ? 'doubtful' : 'plain';

  return (
    <div class={`field field-${kind}`} data-field={field} data-state={state}>
      <label for={id}>
        {label}
        {isMandatory && (
          <span class="required" title={say('panel.field.required')}>
            <span aria-hidden="true">*</span>
            <span class="visually-hidden">{say('panel.field.required')}</span>
          </span>
        )}
      </label>
      <div class="control">
        {kind === 'time' && (
          <TimeInput id={id} label={label} value={value} zone={zone} describedBy={described} onChange={change} />
        )}
        {kind === 'line' && (
          <input
            id={id}
            type="text"
            value={value}
            maxLength={40_000}
            autocomplete="off"
            spellcheck={false}
            aria-describedby={described}
            aria-required={isMandatory}
            onInput={(event) => change(event.currentTarget.value)}
          />
        )}
        {kind === 'text' && (
          <textarea
            id={id}
            rows={field === 'description' ? 5 : 2}
            value={value}
            maxLength={40_000}
            aria-describedby={described}
            aria-required={isMandatory}
            onInput={(event) => change(event.currentTarget.value)}
          />
        )}
        <div id={described} class="notes">
          {quotes.map((quote, at) => (
            <QuoteLine key={at} quote={quote} onShow={onShow} />
          ))}
          {isEdited && <p class="note">{say(value.trim() === '' ? 'panel.draft.cleared' : 'panel.field.edited')}</p>}
          {isDoubtful && (
            <p class="note doubt">
              <span class="badge badge-warn">{say('panel.field.check')}</span>
              {say(doubt === null ? 'panel.field.inferred' : `extract.doubt.${doubt}`)}
            </p>
          )}
          {question !== null && (
            <p class="note ask">
              <span class="badge badge-warn">{say('panel.field.ask')}</span>
              {inWords(question)}
            </p>
          )}
          {others.length > 0 && (
            <p class="note others">
              <span>{say('panel.field.others')}</span>
              {others.map((other) => (
                <button
                  key={other}
                  type="button"
                  class="chip"
                  title={say('panel.field.use', { value: asShown(field, other) })}
                  onClick={() => change(withCandidate(field, value, other))}
                >
                  {short(asShown(field, other))}
                </button>
              ))}
            </p>
          )}
        </div>
      </div>
    </div>
  );
}

const short = (text: string) => (text.length > 28 ? `${text.slice(0, 26)}…` : text);
