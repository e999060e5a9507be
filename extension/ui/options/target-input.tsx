import { useSpeech } from '../speech.ts';
import { TARGET_UNITS, type TargetForm } from '../../../core/policy/target-form.ts';

interface TargetInputProps {
  form: TargetForm;
  /** What it is the time limit of, for whoever hears and does not see it. */
  name: string;
  onChange: (form: TargetForm) => void;
}

/** A length of time: a number and its unit. */
export function TargetInput({ form, name, onChange }: TargetInputProps) {
  const { say } = useSpeech();
  return (
    <span class="target-input">
      {form.unit !== 'immediately' && (
        <input
          type="text"
          inputMode="decimal"
          data-input="amount"
          aria-label={say('options.target.amountOf', { name })}
          value={form.amount}
          onInput={(event) => onChange({ ...form, amount: event.currentTarget.value })}
        />
      )}
      <select
        data-input="unit"
        aria-label={say('options.target.unitOf', { name })}
        value={form.unit}
        onChange={(event) => {
          const unit = TARGET_UNITS.find((each) => each === event.currentTarget.value);
          if (unit) onChange({ ...form, unit });
        }}
      >
        {TARGET_UNITS.map((unit) => (
          <option key={unit} value={unit}>
            {say(`options.target.unit.${unit}`)}
          </option>
        ))}
      </select>
    </span>
  );
}
