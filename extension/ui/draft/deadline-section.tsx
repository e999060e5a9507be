import type { Deadline } from '../../../core/deadline/deadline.ts';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import { sayLine } from '../../../core/wording/say-line.ts';
import { showRest, showTime } from '../show-time.ts';
import { useSpeech } from '../speech.ts';
import { toneOf } from '../tones.ts';

export interface DeadlineSectionProps {
  pack: PolicyPack;
  deadlines: Deadline[];
  zone: string;
  asOf: string;
  hasHours: boolean;
  /** The pack leaves time limits open that the product has a suggestion for, and the company has not set them. */
  lacksTargets: boolean;
  onSetHours: () => void;
}

/** Every milestone with its due time, how long is left, and the lines that explain it. */
export function DeadlineSection({
  pack,
  deadlines,
  zone,
  asOf,
  hasHours,
  lacksTargets,
  onSetHours,
}: DeadlineSectionProps) {
  const { say } = useSpeech();
  const isOpen = deadlines.some(({ basis }) => basis === 'notConfigured');
  const lacks = !isOpen ? null : !hasHours ? 'Hours' : lacksTargets ? 'Targets' : null;
  return (
    <section class="group" aria-labelledby="deadlines-title">
      <h2 id="deadlines-title">{say('panel.deadlines.title')}</h2>
      {lacks !== null && (
        <p class="hint">
          {say(`panel.deadlines.no${lacks}`)}
          <button type="button" class="link" onClick={onSetHours}>
            {say(`panel.deadlines.set${lacks}`)}
          </button>
        </p>
      )}
      {deadlines.length === 0 && <p class="note">{say('panel.deadlines.none')}</p>}
      <ul class="deadlines">
        {deadlines.map((deadline) => (
          <DeadlineRow key={deadline.milestone} deadline={deadline} pack={pack} zone={zone} asOf={asOf} />
        ))}
      </ul>
    </section>
  );
}

interface DeadlineRowProps {
  deadline: Deadline;
  pack: PolicyPack;
  zone: string;
  asOf: string;
}

function DeadlineRow({ deadline, pack, zone, asOf }: DeadlineRowProps) {
  const speech = useSpeech();
  const { say, label } = speech;
  const { milestone, basis, dueAt, status, trace } = deadline;
  const found = pack.milestones.find(({ id }) => id === milestone);
  return (
    <li class="deadline" data-milestone={milestone} data-basis={basis} data-status={status}>
      <details>
        <summary>
          <span class="deadline-name">{found === undefined ? milestone : label(found.label)}</span>
          {dueAt === null ? (
            <span class="deadline-due deadline-open">{say(`deadline.basis.${basis}`)}</span>
          ) : (
            <span class="deadline-due">
              <span class="deadline-at">{showTime(speech, dueAt, zone, asOf)}</span>
              <span class={`badge badge-${toneOf(status)}`}>{say(`deadline.status.${status}`)}</span>
              <span class="deadline-rest">{showRest(speech, dueAt, asOf)}</span>
              {basis === 'provisional' && <span class="deadline-rest">{say('deadline.basis.provisional')}</span>}
            </span>
          )}
          <span class="visually-hidden">{say('panel.deadlines.why')}</span>
        </summary>
        <ol class="trace">
          {trace.map((line, index) => (
            <li key={index}>{sayLine(speech.locale, 'deadline.trace', line)}</li>
          ))}
        </ol>
      </details>
    </li>
  );
}
