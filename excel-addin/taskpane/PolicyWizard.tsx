import { useState } from 'preact/hooks';
import type { Locale } from '../../core/policy/localized.ts';
import { canBeAsked, progressOf, type PolicyQuestion } from '../../core/policy/policy-questions.ts';
import { sayAnswerCells } from '../../core/register/settings/answer-cell.ts';
import { sayLine } from '../../core/wording/say-line.ts';
import type { Words } from './pane-state.ts';
import { PolicyQuestionCard } from './PolicyQuestionCard.tsx';
import type { SettingsCallbacks, ShownSettings } from './settings-state.ts';

interface WizardProps {
  shown: Pick<ShownSettings, 'policy' | 'pack' | 'questions'>;
  locale: Locale;
  t: Words;
  onAnswer: SettingsCallbacks['answerQuestion'];
}

/** The blanks of the policy, one question after the other. Each answer is kept at once; what is left blank is asked again later. */
export function PolicyWizard({ shown, locale, t, onAnswer }: WizardProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  // Working hours are asked for below, in a form of their own.
  const questions = shown.questions.filter(
    (question) => question.blank.answer.kind !== 'calendar' && canBeAsked(question),
  );
  const { answered, total } = progressOf(questions);
  const [first] = useState(total);
  const optional = questions.length - total;
  const next = questions.find(
    ({ blank, isAnswered }) => !isAnswered && !blank.isOptional && !skipped.includes(blank.id),
  );
  const current = questions.find(({ blank }) => blank.id === chosen) ?? next ?? null;
  return (
    <section class="card">
      <p class="eyebrow">{shown.policy}</p>
      <p class="policy-progress">
        <progress max={Math.max(1, total)} value={answered} aria-labelledby="policy-progress" />
        <span id="policy-progress">{t('settings.progress', { answered, count: total })}</span>
      </p>
      {total > first && (
        <p class="soft small-text" role="status">
          {t('settings.grown', { count: total - first })}
        </p>
      )}
      {optional > 0 && <p class="soft small-text">{t('settings.optional', { count: optional })}</p>}
      {current === null ? (
        <>
          <p>{answered === total ? t('settings.done') : t('settings.allSkipped', { count: total - answered })}</p>
          {answered < total && (
            <div class="actions">
              <button type="button" class="button" onClick={() => setSkipped([])}>
                {t('settings.askAgain')}
              </button>
            </div>
          )}
        </>
      ) : (
        <PolicyQuestionCard
          key={`${current.blank.id} ${String(current.isAnswered)} ${locale}`}
          {...{ question: current, pack: shown.pack, locale, t }}
          onAnswer={(answer) => {
            setChosen(null);
            onAnswer(current, answer);
          }}
          onSkip={() => {
            setChosen(null);
            setSkipped([...skipped, current.blank.id]);
          }}
        />
      )}
      <details class="policy-all">
        <summary>{t('settings.allQuestions', { count: questions.length })}</summary>
        <ul class="rows">
          {questions.map((question) => (
            <li key={question.blank.id}>
              <button type="button" class="policy-line" onClick={() => setChosen(question.blank.id)}>
                <span>{sayLine(locale, 'policy.blank', question.blank)}</span>
                <span class={question.isAnswered ? 'policy-said' : 'soft'}>{said(question, shown, locale, t)}</span>
              </button>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function said({ answer, blank }: PolicyQuestion, { pack }: WizardProps['shown'], locale: Locale, t: Words): string {
  if (answer === null) return t('settings.openState');
  const { answer: text, unit } = sayAnswerCells(answer, blank, pack, locale);
  return `${text} ${unit}`.trim();
}
