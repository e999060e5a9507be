import type { QueueFigures } from '../../../core/queue/queue-figures.ts';
import { FIRST_QUESTION, type QueueQuestion } from '../../../core/queue/queue-question.ts';
import { showTime } from '../show-time.ts';
import { useSpeech } from '../speech.ts';
import { categoryName, gradeOf } from './view-queue.ts';

export interface FiguresCardProps {
  isOpen: boolean;
  /** Undefined until the first answer. */
  figures: QueueFigures | undefined;
  fault: string | null;
  zone: string;
  asOf: string;
  onToggle: (isOpen: boolean) => void;
  onAsk: (question: QueueQuestion) => void;
}

/** Today's figures over the queue, folded to begin with; a figure of open complaints shows them in the list. */
export function FiguresCard({ isOpen, figures, fault, zone, asOf, onToggle, onAsk }: FiguresCardProps) {
  const { say } = useSpeech();
  return (
    <details
      class="card entry-fold figures"
      data-fold="figures"
      open={isOpen}
      onToggle={({ currentTarget }) => onToggle(currentTarget.open)}
    >
      <summary>{say('queue.figures.title')}</summary>
      {fault !== null ? (
        <p class="notice notice-bad" role="alert">
          {say('queue.trouble.unreachable', { detail: fault })}
        </p>
      ) : figures === undefined ? (
        <p class="note" role="status">
          {say('queue.loading')}
        </p>
      ) : (
        <Figures figures={figures} zone={zone} asOf={asOf} onAsk={onAsk} />
      )}
    </details>
  );
}

const SAVED = ['savedToday', 'savedThisWeek', 'savedThisMonth'] as const;
const OPEN = [
  { figure: 'open', question: { shelf: 'open' } },
  { figure: 'overdue', question: { due: 'overdue' } },
  { figure: 'soon', question: { due: 'soon' } },
] as const;

function Figures({
  figures,
  zone,
  asOf,
  onAsk,
}: Pick<FiguresCardProps, 'zone' | 'asOf' | 'onAsk'> & { figures: QueueFigures }) {
  const speech = useSpeech();
  const { say } = speech;
  const { savedThisMonth, registered, oldestOpen, grades, categories } = figures;
  const share = savedThisMonth === 0 ? 0 : Math.round((100 * registered) / savedThisMonth);
  return (
    <>
      <dl class="figures-tiles">
        {SAVED.map((figure) => (
          <div key={figure} data-figure={figure}>
            <dt>{say(`queue.figures.${figure}`)}</dt>
            <dd>{figures[figure]}</dd>
          </div>
        ))}
        {OPEN.map(({ figure, question }) => (
          <div key={figure} data-figure={figure} data-some={figures[figure] > 0}>
            <dt>{say(`queue.figures.${figure}`)}</dt>
            <dd>
              {figures[figure] === 0 ? (
                0
              ) : (
                <button type="button" class="link" onClick={() => onAsk({ ...FIRST_QUESTION, ...question })}>
                  {figures[figure]}
                </button>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {savedThisMonth > 0 && <p>{say('queue.figures.registered', { registered, of: savedThisMonth, share })}</p>}
      {oldestOpen !== null && (
        <p>{say('queue.figures.oldest', { time: showTime(speech, new Date(oldestOpen).toISOString(), zone, asOf) })}</p>
      )}
      {grades.length > 0 && (
        <>
          <h3>{say('queue.figures.grades')}</h3>
          <ul class="figures-grades">
            {grades.map(({ policy, grade, count }) => {
              const { name } = gradeOf(grade, policy, speech);
              return (
                <li key={`${policy} ${grade}`}>
                  <button
                    type="button"
                    class="link"
                    onClick={() => onAsk({ ...FIRST_QUESTION, shelf: 'open', policy, grade })}
                  >
                    {name}
                  </button>
                  <meter min={0} max={figures.open} value={count} aria-hidden="true" />
                  <span>{count}</span>
                </li>
              );
            })}
          </ul>
        </>
      )}
      {categories.length > 0 && (
        <p>
          {say('queue.figures.categories', {
            list: categories
              .map(({ category, policy, count }) => {
                const name = categoryName(category, policy, speech) ?? say('queue.figures.none');
                return say('queue.figures.category', { name, count });
              })
              .join(' · '),
          })}
        </p>
      )}
    </>
  );
}
