import type { LawPack } from '../../../core/policy/law-pack.ts';
import { sayTarget } from '../settings/say-target.ts';
import { useSpeech } from '../speech.ts';

interface LawsSectionProps {
  laws: readonly LawPack[];
  chosen: readonly string[];
  onLaws: (ids: string[]) => void;
}

/** Clocks of laws that may run beside the policy's own, each with where it stands and the call to verify it. */
export function LawsSection({ laws, chosen, onLaws }: LawsSectionProps) {
  const speech = useSpeech();
  const { say, label } = speech;
  const warnings = new Set(laws.map(({ verify }) => label(verify)));
  // What every law says alike is said once.
  const shared = warnings.size === 1 ? ([...warnings][0] ?? null) : null;
  return (
    <section class="card" id="laws" aria-labelledby="laws-title" data-section="laws">
      <h2 id="laws-title">{say('options.laws.title')}</h2>
      <p>{say('options.laws.intro')}</p>
      {shared !== null && <p class="note">{shared}</p>}
      {laws.map((law) => (
        <div key={law.id} class="law" data-law={law.id}>
          <label class="check">
            <input
              type="checkbox"
              checked={chosen.includes(law.id)}
              onChange={(event) =>
                onLaws(event.currentTarget.checked ? [...chosen, law.id] : chosen.filter((id) => id !== law.id))
              }
            />
            <span>
              <strong>{label(law.label)}</strong> {label(law.description)}
            </span>
          </label>
          <p class="verify">
            <span class="badge badge-warn">{say('options.laws.verify')}</span> {shared === null && label(law.verify)}
          </p>
          <details>
            <summary>{say('options.laws.clocks', { count: law.milestones.length })}</summary>
            <ul class="lines">
              {law.milestones.map(({ id, label: name, targets }) => (
                <li key={id}>
                  {label(name)}{' '}
                  <span class="note">
                    {[...new Set(Object.values(targets).map((target) => sayTarget(target, speech)))].join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
            <p class="note">{say('options.laws.sources')}</p>
            <ul class="lines">
              {law.sources.map(({ title, address, kind }) => (
                <li key={title.en}>
                  {label(title)}{' '}
                  {address !== null && (
                    <a href={`https://${address}`} target="_blank" rel="noreferrer noopener">
                      {address.split('/')[0]}
                    </a>
                  )}{' '}
                  <span class="note">{say(`options.laws.kind.${kind}`)}</span>
                </li>
              ))}
            </ul>
          </details>
        </div>
      ))}
    </section>
  );
}
