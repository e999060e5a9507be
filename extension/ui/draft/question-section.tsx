import type { MissingField } from '../../../core/policy/missing-fields.ts';
import { questionsForCustomer } from '../../../core/reply/write-questions.ts';
import { ReplyEditor, type ReplyEditorProps } from '../reply/reply-editor.tsx';
import { useSpeech } from '../speech.ts';

export interface QuestionSectionProps {
  missing: MissingField[];
  /** Questions that may be asked as well. */
  optional: MissingField[];
  /** Fields of which the clerk asks although nothing demands it. */
  wanted: readonly string[];
  onWanted: (field: string, isWanted: boolean) => void;
  reply: Omit<ReplyEditorProps, 'name'>;
}

/** What is still missing, as questions to the customer, with a reply that asks them. */
export function QuestionSection({ missing, optional, wanted, onWanted, reply }: QuestionSectionProps) {
  const { say, label } = useSpeech();
  const asked = questionsForCustomer(missing);
  if (asked.length === 0) return null;
  return (
    <section class="group questions" aria-labelledby="questions-title">
      <h2 id="questions-title">{say('panel.questions.title', { count: asked.length })}</h2>
      <ol>
        {asked.map(({ field, question }) => (
          <li key={field}>{label(question)}</li>
        ))}
      </ol>
      {optional.length > 0 && (
        <details class="fold">
          <summary>
            <span>{say('panel.draft.questions.more', { count: optional.length })}</span>
          </summary>
          <div class="fold-body">
            {optional.map(({ field, question }) => (
              <label key={field} class="check">
                <input
                  type="checkbox"
                  checked={wanted.includes(field)}
                  onChange={(event) => onWanted(field, event.currentTarget.checked)}
                />
                <span>{label(question)}</span>
              </label>
            ))}
          </div>
        </details>
      )}
      <details class="fold" data-fold="ask">
        <summary>
          <span>{say('panel.draft.questions.write')}</span>
        </summary>
        <div class="fold-body">
          <ReplyEditor name="ask" {...reply} />
        </div>
      </details>
    </section>
  );
}
