import { guidanceAtStep, type OpenChecklist } from '../../../core/guidance/guidance-at-step.ts';
import type { Situation } from '../../../core/grade/situation.ts';
import type { HandlingStep } from '../../../core/policy/guidance.ts';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import { saySource } from '../../../core/wording/say-source.ts';
import { useSpeech } from '../speech.ts';
import { isClause } from './say-reason.ts';
import type { CallsView } from './view-calls.ts';

export interface GuidanceSectionProps {
  pack: PolicyPack;
  situation: Situation;
  calls: CallsView;
  ticked: readonly string[];
  onTick: (id: string, isDone: boolean) => void;
}

/** Steps at which a complaint is received and registered. */
const NOW: readonly HandlingStep[] = ['receipt', 'assessment'];

/** What the policy says to whoever receives a complaint of this kind: folded, one line each, with its clause. */
export function GuidanceSection({ pack, situation, calls, ticked, onTick }: GuidanceSectionProps) {
  const { say, label } = useSpeech();
  const steps = NOW.map((step) => ({ step, ...guidanceAtStep(step, situation, pack, ticked) }));
  const evidence = guidanceAtStep('investigation', situation, pack, ticked).checklists;
  const lists = [...steps.flatMap(({ checklists }) => checklists), ...evidence];
  const advice = steps.filter(({ guidance, avoid, say: use }) => guidance.length + avoid.length + use.length > 0);
  const { tasks } = calls;
  if (advice.length + lists.length + tasks.length === 0) return null;
  return (
    <section class="group guidance" aria-labelledby="guidance-title">
      <h2 id="guidance-title">{say('panel.draft.guidance.title')}</h2>
      {tasks.length > 0 && (
        <Fold title={say('panel.draft.guidance.tasks')} count={countOf(tasks, ticked)} isOpen>
          {tasks.map(({ id, text, source }) => (
            <Tick key={id} id={id} text={label(text)} source={source} isDone={ticked.includes(id)} onTick={onTick} />
          ))}
        </Fold>
      )}
      {advice.length > 0 && (
        <Fold title={say('panel.draft.guidance.open')} count={null}>
          {advice.map(({ step, guidance, say: use, avoid }) => (
            <div key={step} class="advice">
              <ul>
                {guidance.map(({ id, text, source }) => (
                  <Line key={id} text={label(text)} source={source} />
                ))}
                {use.map(({ id, text, source }) => (
                  <Line key={id} kind={say('panel.draft.guidance.say')} text={label(text)} source={source} />
                ))}
                {avoid.map(({ id, text, source }) => (
                  <Line key={id} kind={say('panel.draft.guidance.avoid')} text={label(text)} source={source} />
                ))}
              </ul>
            </div>
          ))}
        </Fold>
      )}
      {lists.map((list) => (
        <Fold key={list.checklist} title={label(list.label)} count={doneOf(list)}>
          {list.items.map(({ item, label: text, isDone, source }) => (
            <Tick
              key={item}
              id={`${list.checklist}.${item}`}
              text={label(text)}
              source={source}
              isDone={isDone}
              onTick={onTick}
            />
          ))}
        </Fold>
      ))}
    </section>
  );
}

interface Count {
  done: number;
  all: number;
}

const countOf = (tasks: readonly { id: string }[], ticked: readonly string[]): Count => ({
  done: tasks.filter(({ id }) => ticked.includes(id)).length,
  all: tasks.length,
});
const doneOf = ({ items }: OpenChecklist): Count => ({
  done: items.filter(({ isDone }) => isDone).length,
  all: items.length,
});

interface FoldProps {
  title: string;
  count: Count | null;
  isOpen?: boolean;
  children: preact.ComponentChildren;
}

function Fold({ title, count, isOpen = false, children }: FoldProps) {
  const { say } = useSpeech();
  return (
    <details class="fold" open={isOpen}>
      <summary>
        <span>{title}</span>
        {count !== null && (
          <span class={count.done === count.all ? 'badge badge-good' : 'badge'}>
            <span aria-hidden="true">{`${count.done}/${count.all}`}</span>
            <span class="visually-hidden">{say('panel.draft.guidance.done', { ...count })}</span>
          </span>
        )}
      </summary>
      <div class="fold-body">{children}</div>
    </details>
  );
}

interface TickProps {
  id: string;
  text: string;
  source: string;
  isDone: boolean;
  onTick: (id: string, isDone: boolean) => void;
}

function Tick({ id, text, source, isDone, onTick }: TickProps) {
  return (
    <label class="check">
      <input type="checkbox" checked={isDone} onChange={(event) => onTick(id, event.currentTarget.checked)} />
      <span>
        {text}
        <Clause source={source} />
      </span>
    </label>
  );
}

function Line({ kind, text, source }: { kind?: string; text: string; source: string }) {
  return (
    <li>
      {kind !== undefined && <span class="badge">{kind}</span>} {text}
      <Clause source={source} />
    </li>
  );
}

function Clause({ source }: { source: string }) {
  const { locale } = useSpeech();
  if (!isClause(source)) return null;
  return <span class="clause"> {saySource(locale, source)}</span>;
}
