import { useState } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import type { ComplaintModel, Offer, OfferField, RecordForm } from './complaint-state.ts';
import type { Words } from './pane-state.ts';

interface FormProps {
  offer: Offer;
  model: ComplaintModel;
  t: Words;
  onCancel: () => void;
  onRecord: (form: RecordForm) => Promise<void>;
}

/** The short form of one entry: what it asks for, when it happened (now, unless said), who writes it down, a note. */
export function ComplaintForm({ offer, model, t, onCancel, onRecord }: FormProps) {
  const [fields, setFields] = useState<Record<string, string>>(
    Object.fromEntries(offer.fields.map(({ name, value }) => [name, value])),
  );
  const [when, setWhen] = useState('');
  const [note, setNote] = useState('');
  const [who, setWho] = useState(model.who);
  const isHeldUp = offer.blockers.some(({ isHard }) => isHard);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void onRecord({ offer: offer.id, when, note, who, fields });
  };
  return (
    <form class="record-form" onSubmit={submit} aria-label={offer.label}>
      {offer.blockers.map(({ text, isHard }) => (
        <p key={text} class={isHard ? 'bad-line' : 'soft small-text'}>
          {text}
        </p>
      ))}
      {!isHeldUp && (
        <>
          {offer.hint !== '' && <p class="soft small-text">{offer.hint}</p>}
          {offer.fields.map((field) => (
            <Field
              key={field.name}
              field={field}
              value={fields[field.name] ?? ''}
              t={t}
              onChange={(value) => setFields({ ...fields, [field.name]: value })}
            />
          ))}
          <label class="field">
            <span>{t('complaint.form.when')}</span>
            <input
              type="datetime-local"
              name="when"
              value={when}
              onInput={(event) => setWhen(event.currentTarget.value)}
            />
            <span class="soft small-text">{t('complaint.form.whenHint')}</span>
          </label>
          <label class="field">
            <span>
              {t('complaint.form.note')}
              {t('complaint.form.optional')}
            </span>
            <textarea
              class="words"
              name="note"
              rows={2}
              maxLength={2000}
              value={note}
              onInput={(event) => setNote(event.currentTarget.value)}
            />
          </label>
          <label class="field">
            <span>{t('complaint.form.who')}</span>
            <input
              name="who"
              required
              maxLength={200}
              list="complaint-names"
              value={who}
              onInput={(event) => setWho(event.currentTarget.value)}
            />
            <datalist id="complaint-names">
              {model.names.map((name) => (
                <option key={name} value={name} />
              ))}
            </datalist>
          </label>
        </>
      )}
      <div class="actions">
        {!isHeldUp && (
          <button type="submit" class="button primary">
            <Icon name="sure" size={14} />
            {t('complaint.form.save')}
          </button>
        )}
        <button type="button" class="button" onClick={onCancel}>
          {t('complaint.form.cancel')}
        </button>
      </div>
    </form>
  );
}

interface FieldProps {
  field: OfferField;
  value: string;
  t: Words;
  onChange: (value: string) => void;
}

function Field({ field, value, t, onChange }: FieldProps) {
  const { name, kind, label, required, options, suggestions } = field;
  const title = required ? label : label + t('complaint.form.optional');
  if (kind === 'choice') {
    const hint = options.find(({ id }) => id === value)?.hint ?? '';
    return (
      <label class="field">
        <span>{title}</span>
        <select name={name} required={required} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          <option value="">{t('complaint.form.choose')}</option>
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.label}
            </option>
          ))}
        </select>
        {hint !== '' && <span class="soft small-text">{hint}</span>}
      </label>
    );
  }
  const common = {
    ...{ name, required, value },
    onInput: (event: { currentTarget: HTMLInputElement }) => onChange(event.currentTarget.value),
  };
  return (
    <label class="field">
      <span>{title}</span>
      {kind === 'time' && <input type="datetime-local" {...common} />}
      {kind === 'number' && <input type="number" min="0" step="any" {...common} />}
      {kind === 'text' && <input type="text" maxLength={200} list={`complaint-${name}`} {...common} />}
      {suggestions.length > 0 && (
        <datalist id={`complaint-${name}`}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </label>
  );
}
