import type { Locale } from '../../core/policy/localized.ts';
import type { PolicyBlank } from '../../core/policy/policy-blank.ts';
import type { PolicyPack } from '../../core/policy/policy-pack.ts';
import { choiceNames, unitNames } from '../../core/register/settings/choice-names.ts';
import type { Words } from './pane-state.ts';

/** An answer as it is typed: the cells of the settings sheet, so that pane and sheet understand the same. */
export interface TypedAnswer {
  answer: string;
  unit: string;
  /** Only of the way of reopening: after so many days a case of its own. */
  days: string;
}

interface AnswerInputProps {
  blank: PolicyBlank;
  pack: PolicyPack;
  typed: TypedAnswer;
  locale: Locale;
  t: Words;
  onChange: (typed: TypedAnswer) => void;
}

/** The right kind of input for a question. */
export function PolicyAnswerInput({ blank, pack, typed, locale, t, onChange }: AnswerInputProps) {
  const { kind } = blank.answer;
  const choices = choiceNames(blank, pack).map(({ label }) => label[locale]);
  const put = (part: Partial<TypedAnswer>) => onChange({ ...typed, ...part });
  const labelled = { 'aria-labelledby': 'policy-question' };
  if (kind === 'target') {
    const atOnce = unitNames().find(({ id }) => id === 'immediately')?.label[locale];
    return (
      <div class="policy-answer">
        {typed.unit !== atOnce && (
          <input
            type="text"
            inputMode="decimal"
            {...labelled}
            value={typed.answer}
            onInput={(event) => put({ answer: event.currentTarget.value })}
          />
        )}
        <select
          aria-label={t('settings.column.unit')}
          value={typed.unit}
          onChange={(event) => {
            const unit = event.currentTarget.value;
            put({ unit, ...(unit === atOnce && { answer: '' }) });
          }}
        >
          <option value="">{t('settings.choose')}</option>
          {unitNames().map(({ id, label }) => (
            <option key={id} value={label[locale]}>
              {label[locale]}
            </option>
          ))}
        </select>
      </div>
    );
  }
  if (kind === 'choice' || kind === 'role')
    return (
      <>
        <select
          class="wide"
          {...labelled}
          value={typed.answer}
          onChange={(event) => put({ answer: event.currentTarget.value })}
        >
          <option value="">{t('settings.choose')}</option>
          {choices.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
        {blank.code === 'reopening' && (
          <label class="field">
            <span>{t('options.wizard.cutOff')}</span>
            <input
              type="text"
              inputMode="numeric"
              value={typed.days}
              onInput={(event) => put({ days: event.currentTarget.value })}
            />
          </label>
        )}
      </>
    );
  const unit = blank.answer.kind === 'number' ? t(`options.unit.${blank.answer.unit}Alone`) : null;
  if (unit !== null)
    return (
      <div class="policy-answer">
        <input
          type="text"
          inputMode="decimal"
          {...labelled}
          value={typed.answer}
          onInput={(event) => put({ answer: event.currentTarget.value })}
        />
        <span>{unit}</span>
      </div>
    );
  return (
    <>
      <textarea
        class="wide"
        rows={kind === 'text' ? 3 : 2}
        {...labelled}
        value={typed.answer}
        onInput={(event) => put({ answer: event.currentTarget.value })}
      />
      {kind !== 'text' && kind !== 'calendar' && <p class="soft small-text">{t(`settings.note.${kind}`)}</p>}
    </>
  );
}
