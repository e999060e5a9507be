import { useState } from 'preact/hooks';
import type { MissingField } from '../../../core/policy/missing-fields.ts';
import { useSpeech } from '../speech.ts';

export interface QuestionSectionProps {
  missing: MissingField[];
  onCopy: (text: string) => Promise<boolean>;
}

/** What is still missing, as questions that can be sent to the customer as they stand. */
export function QuestionSection({ missing, onCopy }: QuestionSectionProps) {
  const { say, label } = useSpeech();
  const [copied, setCopied] = useState<boolean | null>(null);
  if (missing.length === 0) return null;
  const questions = missing.map(({ question }) => label(question));
  const text = [say('panel.questions.lead'), ...questions.map((question, index) => `${index + 1}. ${question}`)].join(
    '\n',
  );
  return (
    <section class="group questions" aria-labelledby="questions-title">
      <h2 id="questions-title">{say('panel.questions.title', { count: missing.length })}</h2>
      <ol>
        {questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ol>
      <p class="row">
        <button type="button" class="button" onClick={() => void onCopy(text).then(setCopied)}>
          {say('panel.questions.copy')}
        </button>
        <span role="status">
          {copied !== null && say(copied ? 'panel.questions.copied' : 'panel.questions.copyFailed')}
        </span>
      </p>
    </section>
  );
}
