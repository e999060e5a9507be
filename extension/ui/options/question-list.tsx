import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import type { BlankCode } from '../../../core/policy/policy-blank.ts';
import type { PolicyQuestion } from '../../../core/policy/policy-questions.ts';
import { useSpeech } from '../speech.ts';
import { sayAnswer } from './say-answer.ts';

/** What the questions are about, in the order in which they are asked. */
const GROUPS: [name: string, codes: BlankCode[]][] = [
  ['times', ['calendar', 'hoursMean', 'target', 'firstDay', 'dayEnds', 'notification']],
  ['rules', ['approvalLimit', 'baseUnit', 'ownPause', 'pauseCap', 'reopening']],
  ['satisfaction', ['satisfactionScale', 'satisfiedFrom', 'satisfactionAskedBy']],
  ['accountability', ['rewardAmount', 'penaltyAmount', 'performanceShare']],
  ['statistics', ['measurePeriod', 'measureNumber', 'trendAlarm', 'retention']],
  ['open', ['open']],
  ['warnings', ['warnings', 'escalation']],
];

interface QuestionListProps {
  questions: readonly PolicyQuestion[];
  current: string | null;
  pack: PolicyPack;
  ask: (question: PolicyQuestion) => string;
  onChoose: (question: PolicyQuestion) => void;
}

/** All questions with their answers, to come back to any of them. */
export function QuestionList({ questions, current, pack, ask, onChoose }: QuestionListProps) {
  const speech = useSpeech();
  const { say } = speech;
  return (
    <details class="all-questions">
      <summary>{say('options.wizard.all', { count: questions.length })}</summary>
      {GROUPS.map(([name, codes]) => {
        const own = questions.filter(({ blank }) => codes.includes(blank.code));
        if (own.length === 0) return null;
        return (
          <div key={name}>
            <h3>{say(`options.wizard.group.${name}`)}</h3>
            <ul>
              {own.map((question) => {
                const { blank, answer, isAnswered } = question;
                const state = isAnswered ? 'answered' : blank.isOptional ? 'optional' : 'open';
                return (
                  <li key={blank.id}>
                    <button
                      type="button"
                      class="question-row"
                      data-state={state}
                      aria-current={blank.id === current}
                      onClick={() => onChoose(question)}
                    >
                      <span>{ask(question)}</span>
                      <span class="question-answer">
                        {answer === null
                          ? say(`options.wizard.state.${state}`)
                          : sayAnswer(answer, blank, pack, speech)}
                      </span>
                    </button>
                  </li>
                );
              })}
            </ul>
          </div>
        );
      })}
    </details>
  );
}
