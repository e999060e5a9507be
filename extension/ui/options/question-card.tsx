import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { BlankAnswer } from '../../../core/policy/blank-answer.ts';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import type { PolicyQuestion } from '../../../core/policy/policy-questions.ts';
import { sayTarget } from '../settings/say-target.ts';
import { saySource } from '../../../core/wording/say-source.ts';
import { useSpeech } from '../speech.ts';
import { answerFormOf, answerOf } from '../../../core/policy/answer-form.ts';
import { AnswerInput } from './answer-input.tsx';
import { targetFormOf } from '../../../core/policy/target-form.ts';

interface QuestionCardProps {
  question: PolicyQuestion;
  words: string;
  pack: PolicyPack;
  heading: RefObject<HTMLHeadingElement | null>;
  onSave: (answer: BlankAnswer) => boolean;
  onSkip: () => void;
  onClear: () => void;
}

/** One question: what the document says, why it matters, the input, and what the product suggests – as a suggestion. */
export function QuestionCard({ question, words, pack, heading, onSave, onSkip, onClear }: QuestionCardProps) {
  const speech = useSpeech();
  const { say } = speech;
  const { blank, documentSays, suggestion, isAnswered } = question;
  const [form, setForm] = useState(() => answerFormOf(question.answer));
  const [isBad, setBad] = useState(false);
  const change = (part: Partial<typeof form>) => {
    setForm({ ...form, ...part });
    setBad(false);
  };
  const save = () => {
    const answer = answerOf(form, blank.answer);
    setBad(answer === null || !onSave(answer));
  };
  const isProduct = blank.source.startsWith('product');
  return (
    <form
      class="question"
      data-question={blank.id}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h3 id="question-title" ref={heading} tabIndex={-1}>
        {words}
      </h3>
      {documentSays !== null && (
        <blockquote class="document-says">
          <p>{documentSays}</p>
          <footer>{say('options.wizard.documentSays', { source: saySource(speech.locale, blank.source) })}</footer>
        </blockquote>
      )}
      {documentSays === null && (
        <p class="note">
          {isProduct
            ? say('options.wizard.noDocument')
            : say('options.wizard.leftOpen', { source: saySource(speech.locale, blank.source) })}
        </p>
      )}
      <p class="note">
        <strong>{say('options.wizard.why')}</strong> {say(`options.why.${blank.code}`)}
      </p>
      <div class="answer">
        <AnswerInput
          blank={blank}
          pack={pack}
          form={form}
          labelledBy="question-title"
          question={words}
          onChange={change}
        />
      </div>
      {suggestion !== null && suggestion.unit !== 'notConfigured' && (
        <p class="suggestion">
          <span class="badge badge-info">{say('options.wizard.suggestion')}</span>
          <span>{sayTarget(suggestion, speech)}</span>
          <button
            type="button"
            class="link"
            data-action="take-suggestion"
            onClick={() => change({ target: targetFormOf(suggestion) })}
          >
            {say('options.wizard.takeSuggestion')}
          </button>
        </p>
      )}
      {isBad && (
        <p class="notice notice-bad" role="alert">
          {say(`options.wizard.bad.${blank.answer.kind}`)}
        </p>
      )}
      <p class="row">
        {blank.answer.kind !== 'calendar' && (
          <button type="submit" class="button button-main" data-action="save-answer">
            {say(isAnswered ? 'options.wizard.change' : 'options.wizard.save')}
          </button>
        )}
        {!isAnswered && (
          <button type="button" class="button" data-action="skip" onClick={onSkip}>
            {say('options.wizard.skip')}
          </button>
        )}
        {isAnswered && blank.answer.kind !== 'calendar' && (
          <button type="button" class="button" data-action="clear-answer" onClick={onClear}>
            {say('options.wizard.clear')}
          </button>
        )}
      </p>
    </form>
  );
}
