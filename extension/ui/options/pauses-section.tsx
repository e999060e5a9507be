import { useState } from 'preact/hooks';
import type { CompanySettings } from '../../../core/policy/company-settings.ts';
import { freePauseId } from '../../../core/policy/own-pauses.ts';
import type { CompanyPause } from '../../../core/policy/policy-answers.ts';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import { clocksToPause } from '../../../core/policy/suggested-pauses.ts';
import { saySource } from '../../../core/wording/say-source.ts';
import { useSpeech } from '../speech.ts';
import { amountOf } from '../../../core/policy/target-form.ts';

interface PausesSectionProps {
  pack: PolicyPack;
  company: CompanySettings | null;
  onPauses: (pauses: CompanyPause[]) => void;
}

/** Reasons to pause a clock: the policy's as they are, and the company's own. */
export function PausesSection({ pack, company, onPauses }: PausesSectionProps) {
  const { say, label, locale } = useSpeech();
  const own = company?.answers?.pauseReasons ?? [];
  const [name, setName] = useState('');
  const [days, setDays] = useState('');
  const [noteNeeded, setNoteNeeded] = useState(true);
  const [stops, setStops] = useState<string[]>([]);
  const clocks = clocksToPause(pack);
  const capDays = days.trim() === '' ? null : amountOf(days);
  const isWhole = name.trim() !== '' && stops.length > 0 && (days.trim() === '' || Number.isInteger(capDays));
  const named = (id: string) => {
    const found = pack.milestones.find((each) => each.id === id);
    return found ? label(found.label) : id;
  };
  return (
    <section class="card" id="pauses" aria-labelledby="pauses-title" data-section="pauses">
      <h2 id="pauses-title">{say('options.pauses.title')}</h2>
      <p>{say('options.pauses.intro')}</p>
      <ul class="lines">
        {pack.pauseReasons.map((reason) => (
          <li key={reason.id}>
            {label(reason.label)} <span class="note">{saySource(locale, reason.source)}</span>
          </li>
        ))}
        {own.map((reason) => (
          <li key={reason.id} data-pause={reason.id}>
            {label(reason.label)}{' '}
            <span class="note">
              {[
                reason.stops.map(named).join(say('options.answer.comma')),
                ...(reason.capDays === null
                  ? []
                  : [say('options.unit.days', { count: reason.capDays, number: reason.capDays })]),
              ].join(' · ')}
            </span>{' '}
            <button type="button" class="link" onClick={() => onPauses(own.filter((each) => each !== reason))}>
              {say('options.rows.remove')}
            </button>
          </li>
        ))}
      </ul>
      <details>
        <summary>{say('options.pauses.add')}</summary>
        <div class="form">
          <label class="stack">
            <span>{say('options.pauses.name')}</span>
            <input type="text" maxLength={100} value={name} onInput={(event) => setName(event.currentTarget.value)} />
          </label>
          <fieldset>
            <legend>{say('options.pauses.stops')}</legend>
            {clocks.map(({ id, label: clock }) => (
              <label key={id} class="check">
                <input
                  type="checkbox"
                  checked={stops.includes(id)}
                  onChange={() => setStops(stops.includes(id) ? stops.filter((each) => each !== id) : [...stops, id])}
                />
                <span>{label(clock)}</span>
              </label>
            ))}
          </fieldset>
          <label class="number-input">
            <span>{say('options.pauses.cap')}</span>
            <input
              type="text"
              inputMode="numeric"
              value={days}
              onInput={(event) => setDays(event.currentTarget.value)}
            />
            <span>{say('options.unit.daysAlone')}</span>
          </label>
          <label class="check">
            <input
              type="checkbox"
              checked={noteNeeded}
              onChange={(event) => setNoteNeeded(event.currentTarget.checked)}
            />
            <span>{say('options.pauses.note')}</span>
          </label>
          <p class="row">
            <button
              type="button"
              class="button"
              data-action="add-pause"
              disabled={!isWhole}
              onClick={() => {
                const text = name.trim();
                const words = { 'zh-CN': text, 'zh-TW': text, en: text };
                onPauses([...own, { id: freePauseId(company?.answers), label: words, capDays, noteNeeded, stops }]);
                setName('');
                setDays('');
                setStops([]);
              }}
            >
              {say('options.pauses.addButton')}
            </button>
          </p>
        </div>
      </details>
    </section>
  );
}
