import { useState } from 'preact/hooks';
import type { BlankAnswer } from '../../core/policy/blank-answer.ts';
import type { Locale } from '../../core/policy/localized.ts';
import type { PolicyPack } from '../../core/policy/policy-pack.ts';
import type { PolicyQuestion } from '../../core/policy/policy-questions.ts';
import { sayAnswerCells } from '../../core/register/settings/answer-cell.ts';
import { readAnswerCells } from '../../core/register/settings/read-answer-cells.ts';
import { sayLine } from '../../core/wording/say-line.ts';
import { saySource } from '../../core/wording/say-source.ts';
import { sayTarget } from '../../core/wording/say-target.ts';
import type { Words } from './pane-state.ts';
import { PolicyAnswerInput, type TypedAnswer } from './PolicyAnswerInput.tsx';
import { SettingForm } from './SettingForm.tsx';

interface QuestionCardProps {
  question: PolicyQuestion;
  pack: PolicyPack;
  locale: Locale;
  t: Words;
  onAnswer: (answer: BlankAnswer | null) => void;
  onSkip: () => void;
}

/** One question: what the document says, why it matters, the input, and what is suggested – as a suggestion. */
export function PolicyQuestionCard({ question, pack, locale, t, onAnswer, onSkip }: QuestionCardProps) {
  const { blank, documentSays, suggestion, isAnswered } = question;
  const [typed, setTyped] = useState(() => typedOf(question, pack, locale));
  const [wrong, setWrong] = useState<string | null>(null);
  const source = saySource(locale, blank.source);
  const save = () => {
    const read = readAnswerCells({ answer: typed.answer, unit: typed.unit }, blank, pack);
    const days = typed.days.normalize('NFKC').trim();
    const kind = read.ok ? blank.answer.kind : read.code;
    if (!read.ok || read.value === null || (days !== '' && !/^[1-9]\d{0,3}$/.test(days))) {
      setWrong(kind === 'unit' ? t('settings.wrong.unit') : t(`options.wizard.bad.${kind}`));
      return;
    }
    if (read.value.kind === 'choice' && days !== '') onAnswer({ ...read.value, cutOffDays: Number(days) });
    else onAnswer(read.value);
  };
  return (
    <SettingForm
      {...{ t, wrong }}
      onSave={save}
      others={
        <button type="button" class="button subtle" onClick={isAnswered ? () => onAnswer(null) : onSkip}>
          {t(isAnswered ? 'settings.clear' : 'settings.leaveBlank')}
        </button>
      }
    >
      <h3 id="policy-question">{sayLine(locale, 'policy.blank', blank)}</h3>
      {documentSays === null ? (
        <p class="soft small-text">
          {blank.source.startsWith('product')
            ? t('options.wizard.noDocument')
            : t('options.wizard.leftOpen', { source })}
        </p>
      ) : (
        <blockquote>
          {documentSays} <span class="soft small-text">{t('options.wizard.documentSays', { source })}</span>
        </blockquote>
      )}
      <p class="soft small-text">
        {t('options.wizard.why')} {t(`options.why.${blank.code}`)}
      </p>
      <PolicyAnswerInput
        {...{ blank, pack, typed, locale, t }}
        onChange={(next) => {
          setTyped(next);
          setWrong(null);
        }}
      />
      {suggestion !== null && suggestion.unit !== 'notConfigured' && (
        <p class="policy-suggestion">
          <span>
            {t('options.wizard.suggestion')}: {sayTarget(suggestion, locale)}
          </span>
          <button
            type="button"
            class="button subtle small"
            onClick={() =>
              setTyped(typedOf({ ...question, answer: { kind: 'target', target: suggestion } }, pack, locale))
            }
          >
            {t('options.wizard.takeSuggestion')}
          </button>
        </p>
      )}
    </SettingForm>
  );
}

function typedOf({ answer, blank }: PolicyQuestion, pack: PolicyPack, locale: Locale): TypedAnswer {
  const cells = sayAnswerCells(answer, blank, pack, locale);
  const days = answer?.kind === 'choice' ? (answer.cutOffDays ?? '') : '';
  return { answer: String(cells.answer), unit: cells.unit, days: String(days) };
}
