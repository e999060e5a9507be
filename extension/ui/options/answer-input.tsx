import type { PolicyBlank } from '../../../core/policy/policy-blank.ts';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import { useSpeech } from '../speech.ts';
import type { AnswerForm } from '../../../core/policy/answer-form.ts';
import { LadderInput, WarnInput } from './rows-input.tsx';
import { sayOption } from './say-answer.ts';
import { TargetInput } from './target-input.tsx';

export interface AnswerInputProps {
  blank: PolicyBlank;
  pack: PolicyPack;
  form: AnswerForm;
  /** The id of the element that holds the question. */
  labelledBy: string;
  question: string;
  onChange: (part: Partial<AnswerForm>) => void;
}

/** The right kind of input for a question. */
export function AnswerInput({ blank, pack, form, labelledBy, question, onChange }: AnswerInputProps) {
  const speech = useSpeech();
  const { say, label } = speech;
  const number = (part: 'number' | 'within', unit: string, name?: string) => (
    <label class="number-input">
      {name !== undefined && <span>{name}</span>}
      <input
        type="text"
        inputMode="decimal"
        data-input={part}
        {...(name === undefined && { 'aria-labelledby': labelledBy })}
        value={form[part]}
        onInput={(event) => onChange({ [part]: event.currentTarget.value })}
      />
      <span>{unit}</span>
    </label>
  );
  switch (blank.answer.kind) {
    case 'calendar':
      return (
        <p>
          <a class="button" href="#calendar">
            {say('options.wizard.toCalendar')}
          </a>
        </p>
      );
    case 'target':
      return <TargetInput form={form.target} name={question} onChange={(target) => onChange({ target })} />;
    case 'choice':
      return (
        <>
          <Options
            name={blank.id}
            labelledBy={labelledBy}
            options={blank.answer.options.map((id) => ({ id, text: sayOption(id, blank, pack, speech) }))}
            chosen={form.option}
            empty={say('options.wizard.noSteps')}
            onChoose={(option) => onChange({ option })}
          />
          {blank.code === 'reopening' && number('number', say('options.unit.daysAlone'), say('options.wizard.cutOff'))}
        </>
      );
    case 'role':
      return (
        <Options
          name={blank.id}
          labelledBy={labelledBy}
          options={pack.roles.map((role) => ({ id: role.id, text: label(role.label) }))}
          chosen={form.option}
          empty={say('options.wizard.noRoles')}
          onChoose={(option) => onChange({ option })}
        />
      );
    case 'number':
      return number('number', say(`options.unit.${blank.answer.unit}Alone`));
    case 'timesWithinDays':
      return (
        <>
          {number('number', say('options.unit.timesAlone'), say('options.wizard.times'))}
          {number('within', say('options.unit.daysAlone'), say('options.wizard.within'))}
        </>
      );
    case 'text':
      return (
        <textarea
          data-input="text"
          rows={3}
          aria-labelledby={labelledBy}
          value={form.text}
          onInput={(event) => onChange({ text: event.currentTarget.value })}
        />
      );
    case 'scale':
      return (
        <>
          <textarea
            data-input="scale"
            rows={4}
            aria-labelledby={labelledBy}
            aria-describedby="scale-hint"
            value={form.scale}
            onInput={(event) => onChange({ scale: event.currentTarget.value })}
          />
          <p class="hint" id="scale-hint">
            {say('options.wizard.scaleHint')}
          </p>
        </>
      );
    case 'warnPoints':
      return <WarnInput rows={form.warnings} pack={pack} onChange={(warnings) => onChange({ warnings })} />;
    case 'ladder':
      return <LadderInput rows={form.ladder} pack={pack} onChange={(ladder) => onChange({ ladder })} />;
  }
}

interface OptionsProps {
  name: string;
  labelledBy: string;
  options: { id: string; text: string }[];
  chosen: string;
  empty: string;
  onChoose: (id: string) => void;
}

/** A few options as radio buttons, many as a list. */
function Options({ name, labelledBy, options, chosen, empty, onChoose }: OptionsProps) {
  const { say } = useSpeech();
  if (options.length === 0) return <p class="hint">{empty}</p>;
  if (options.length > 6) {
    return (
      <select
        data-input="option"
        aria-labelledby={labelledBy}
        value={chosen}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        <option value="">{say('options.wizard.choose')}</option>
        {options.map(({ id, text }) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    );
  }
  return (
    <div class="radios" role="radiogroup" aria-labelledby={labelledBy}>
      {options.map(({ id, text }) => (
        <label key={id} class="check">
          <input type="radio" name={name} value={id} checked={chosen === id} onChange={() => onChoose(id)} />
          <span>{text}</span>
        </label>
      ))}
    </div>
  );
}
