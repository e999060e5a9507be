import { useEffect, useRef, useState } from 'preact/hooks';
import type { BlankAnswer } from '../../../core/policy/blank-answer.ts';
import type { CompanySettings } from '../../../core/policy/company-settings.ts';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import { policyQuestions, progressOf, type PolicyQuestion } from '../../../core/policy/policy-questions.ts';
import { sayLine } from '../../../core/wording/say-line.ts';
import { useSpeech } from '../speech.ts';
import { QuestionCard } from './question-card.tsx';
import { QuestionList } from './question-list.tsx';

export interface WizardSectionProps {
  pack: PolicyPack;
  company: CompanySettings | null;
  /** False when the answer does not fit; nothing is stored then. */
  onAnswer: (question: PolicyQuestion, answer: BlankAnswer) => boolean;
  onClear: (question: PolicyQuestion) => void;
}

/** The blanks of the policy, one question after the other. What is skipped stays open and is asked again later. */
export function WizardSection({ pack, company, onAnswer, onClear }: WizardSectionProps) {
  const { say, locale } = useSpeech();
  const questions = policyQuestions(pack, company);
  const { answered, total } = progressOf(questions);
  const optional = questions.length - total;
  const [chosen, setChosen] = useState<string | null>(null);
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  const isMoved = useRef(false);
  const ask = ({ blank }: PolicyQuestion) => sayLine(locale, 'policy.blank', blank);

  const next = questions.find(
    ({ blank, isAnswered }) => !isAnswered && !blank.isOptional && !skipped.includes(blank.id),
  );
  const current = questions.find(({ blank }) => blank.id === chosen) ?? next ?? null;
  useEffect(() => {
    if (isMoved.current) heading.current?.focus();
    isMoved.current = false;
  }, [current?.blank.id]);
  const goOn = (to: string | null) => {
    isMoved.current = true;
    setChosen(to);
  };

  return (
    <section class="card" id="blanks" aria-labelledby="blanks-title" data-section="blanks">
      <h2 id="blanks-title">{say('options.wizard.title')}</h2>
      <p>{say('options.wizard.intro')}</p>
      <div class="progress-line">
        <progress max={Math.max(1, total)} value={answered} aria-labelledby="progress-text" />
        <span id="progress-text" data-progress={`${answered}/${total}`}>
          {say('options.wizard.progress', { answered, count: total })}
          {optional > 0 && ` ${say('options.wizard.optional', { count: optional })}`}
        </span>
      </div>
      {current === null ? (
        <div class="notice notice-good" data-wizard="done">
          <p>
            {say(answered === total ? 'options.wizard.done' : 'options.wizard.doneButSkipped', {
              count: total - answered,
            })}
          </p>
          {skipped.length > 0 && answered < total && (
            <p class="row">
              <button type="button" class="button" onClick={() => setSkipped([])}>
                {say('options.wizard.askSkipped')}
              </button>
            </p>
          )}
        </div>
      ) : (
        <QuestionCard
          key={`${pack.id} ${current.blank.id} ${current.isAnswered ? 'answered' : 'open'}`}
          question={current}
          words={ask(current)}
          pack={pack}
          heading={heading}
          onSave={(answer) => {
            const isTaken = onAnswer(current, answer);
            if (isTaken) goOn(null);
            return isTaken;
          }}
          onSkip={() => {
            setSkipped([...skipped, current.blank.id]);
            goOn(null);
          }}
          onClear={() => {
            onClear(current);
            goOn(current.blank.id);
          }}
        />
      )}
      <QuestionList
        questions={questions}
        current={current?.blank.id ?? null}
        pack={pack}
        ask={ask}
        onChoose={({ blank }) => goOn(blank.id)}
      />
    </section>
  );
}
