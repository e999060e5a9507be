import { useState } from 'preact/hooks';
import { chooseTarget } from '../../../core/policy/choose-target.ts';
import type { CompanySettings } from '../../../core/policy/company-settings.ts';
import type { Milestone, PolicyPack } from '../../../core/policy/policy-pack.ts';
import type { Target } from '../../../core/policy/target.ts';
import { sayTarget } from '../settings/say-target.ts';
import { saySource } from '../../../core/wording/say-source.ts';
import { useSpeech } from '../speech.ts';
import { targetFormOf, targetOf } from '../../../core/policy/target-form.ts';
import { TargetInput } from './target-input.tsx';

interface TargetsSectionProps {
  pack: PolicyPack;
  company: CompanySettings | null;
  /** Null takes the company's own limit away, so that the policy's holds again. */
  onTarget: (milestone: string, grade: string, target: Target | null) => void;
}

/** Time limits by milestone and grade: who set each, and the company's own over it. */
export function TargetsSection({ pack, company, onTarget }: TargetsSectionProps) {
  const { say, label, locale } = useSpeech();
  return (
    <section class="card" id="targets" aria-labelledby="targets-title" data-section="targets">
      <h2 id="targets-title">{say('options.targets.title')}</h2>
      <p>{say('options.targets.intro')}</p>
      {pack.milestones.map((milestone) => (
        <details key={milestone.id} class="milestone">
          <summary>
            {label(milestone.label)} <span class="note">{saySource(locale, milestone.source)}</span>
          </summary>
          <ul>
            {pack.grades
              .filter(({ id }) => milestone.when?.grade?.includes(id) ?? true)
              .map(({ id }) => (
                <TargetLine key={id} {...{ milestone, pack, company, onTarget }} grade={id} />
              ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

interface TargetLineProps extends TargetsSectionProps {
  milestone: Milestone;
  grade: string;
}

function TargetLine({ milestone, grade, pack, company, onTarget }: TargetLineProps) {
  const speech = useSpeech();
  const { say, label } = speech;
  const { target, hours, setBy } = chooseTarget(milestone, grade, pack, company);
  const [form, setForm] = useState(() => targetFormOf(target));
  const [isOpen, setOpen] = useState(false);
  const typed = targetOf(form);
  const name = label(pack.grades.find(({ id }) => id === grade)?.label ?? milestone.label);
  const shown: Target = hours?.mean === null ? { unit: 'hoursOfUnknownKind', amount: hours.count } : target;
  return (
    <li class="target-line" data-target={`${milestone.id}.${grade}`} data-set-by={setBy}>
      <span class="target-grade">{name}</span>
      <span class="target-now">
        <strong>{sayTarget(shown, speech)}</strong>{' '}
        {shown.unit !== 'notConfigured' && (
          <span class={`badge ${setBy === 'company' ? 'badge-good' : 'badge-info'}`}>
            {say(`options.targets.setBy.${setBy}`)}
          </span>
        )}
      </span>
      <span class="target-acts">
        <button type="button" class="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {say('options.targets.own')}
        </button>
        {setBy === 'company' && (
          <button type="button" class="link" onClick={() => onTarget(milestone.id, grade, null)}>
            {say('options.targets.back')}
          </button>
        )}
      </span>
      {isOpen && (
        <span class="target-edit">
          <TargetInput form={form} name={`${label(milestone.label)} ${name}`} onChange={setForm} />
          <button
            type="button"
            class="button"
            disabled={typed === null}
            onClick={() => {
              if (typed === null) return;
              onTarget(milestone.id, grade, typed);
              setOpen(false);
            }}
          >
            {say('options.save')}
          </button>
        </span>
      )}
    </li>
  );
}
