import { useState } from 'preact/hooks';
import type { Locale } from '../../core/policy/localized.ts';
import { DAILY_PATTERN, numberPattern } from '../../core/register/settings/number-pattern.ts';
import { Icon } from './Icon.tsx';
import { OwnDaysCard } from './OwnDaysCard.tsx';
import type { PaneCallbacks, Words } from './pane-state.ts';
import { PausesCard } from './PausesCard.tsx';
import { PolicyWizard } from './PolicyWizard.tsx';
import type { SettingsCallbacks, ShownEffects, ShownSettings } from './settings-state.ts';
import { WorkingHours } from './WorkingHours.tsx';

interface SettingsProps {
  shown: ShownSettings;
  locale: Locale;
  t: Words;
  callbacks: SettingsCallbacks & Pick<PaneCallbacks, 'showCell'>;
}

/** The policy's blanks, working hours, laws and numbers of a register, and the sheet where people edit them. */
export function SettingsView({ shown, locale, t, callbacks }: SettingsProps) {
  const { effects, company, suggestion, team, today } = shown;
  if (effects !== null) return <WhatIfCard effects={effects} t={t} callbacks={callbacks} />;
  return (
    <>
      <div class="settings-head">
        <h2>{t('settings.title')}</h2>
        <button type="button" class="button subtle small" onClick={callbacks.closeSettings}>
          {t('settings.back')}
        </button>
      </div>
      <PolicyWizard {...{ shown, locale, t }} onAnswer={callbacks.answerQuestion} />
      <WorkingHours company={company} suggestion={suggestion} t={t} onCompany={callbacks.changeCompany} />
      <OwnDaysCard {...{ shown, locale, t, callbacks }} />
      <PausesCard {...{ shown, locale, t, callbacks }} />
      <SheetCard shown={shown} t={t} callbacks={callbacks} />
      <NumberCard
        key={team.numberPattern ?? ''}
        pattern={team.numberPattern}
        today={today}
        t={t}
        onPattern={(pattern) => callbacks.changeTeam({ numberPattern: pattern })}
      />
      <section class="card">
        <h3>{t('settings.laws.title')}</h3>
        {shown.laws.map(({ id, label, verify }) => (
          <label key={id} class="settings-law">
            <input
              type="checkbox"
              checked={team.laws.includes(id)}
              onChange={(event) => {
                const on = event.currentTarget.checked;
                callbacks.changeTeam({ laws: on ? [...team.laws, id] : team.laws.filter((each) => each !== id) });
              }}
            />
            <span>
              {label}
              <span class="soft small-text">{verify}</span>
            </span>
          </label>
        ))}
        <p class="soft small-text">{t('settings.laws.column')}</p>
      </section>
    </>
  );
}

function SheetCard({ shown: { sheet }, t, callbacks }: Pick<SettingsProps, 'shown' | 't' | 'callbacks'>) {
  const problems = sheet?.problems ?? [];
  return (
    <section class={problems.length > 0 ? 'card attention' : 'card'}>
      <h3>
        <Icon name={problems.length > 0 ? 'warning' : 'sheet'} size={18} />
        <span>{t('settings.sheet.title')}</span>
      </h3>
      <p>{sheet === null ? t('settings.sheet.none') : t('settings.sheet.there', { sheet: sheet.name })}</p>
      {sheet !== null && problems.length === 0 && <p class="soft small-text">{t('settings.sheet.sound')}</p>}
      {sheet !== null && problems.length > 0 && (
        <>
          <p>{t('settings.sheet.wrong', { count: problems.length })}</p>
          <ul class="rows">
            {problems.map(({ text, place }, index) => (
              <li key={index}>
                <span class="grow">{text}</span>
                {place !== null && (
                  <button
                    type="button"
                    class="button small"
                    aria-label={t('pane.common.showCell', { address: place.address })}
                    onClick={() => callbacks.showCell(sheet.name, place.row, place.column)}
                  >
                    {place.address}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <div class="actions">
        {sheet === null ? (
          <button type="button" class="button" onClick={callbacks.makeSettingsSheet}>
            {t('settings.sheet.create')}
          </button>
        ) : (
          <>
            <button type="button" class="button" onClick={() => callbacks.showCell(sheet.name, 0, 0)}>
              {t('settings.sheet.show')}
            </button>
            <button type="button" class="button subtle" onClick={callbacks.readSettingsSheet}>
              {t('settings.sheet.read')}
            </button>
          </>
        )}
      </div>
    </section>
  );
}

interface NumberCardProps {
  pattern: string | null;
  today: string;
  t: Words;
  onPattern: (pattern: string | null) => void;
}

function NumberCard({ pattern, today, t, onPattern }: NumberCardProps) {
  const [typed, setTyped] = useState(pattern ?? '');
  const text = typed.trim();
  const read = numberPattern(text === '' ? DAILY_PATTERN : text);
  return (
    <section class="card">
      <h3>{t('settings.pattern.title')}</h3>
      <input
        type="text"
        class="wide"
        aria-label={t('settings.general.numberPattern.question')}
        placeholder={DAILY_PATTERN}
        maxLength={60}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      {read.ok ? (
        <p>{t('settings.pattern.example', { number: read.value.write(today, 1) })}</p>
      ) : (
        <p class="wrong" role="alert">
          {t(`settings.wrong.pattern.${read.code}`, { text })}
        </p>
      )}
      <p class="soft small-text">{t('settings.general.numberPattern.note', { daily: DAILY_PATTERN })}</p>
      <p class="soft small-text">{t('settings.pattern.why')}</p>
      <div class="actions">
        <button
          type="button"
          class="button"
          disabled={!read.ok || text === (pattern ?? '')}
          onClick={() => onPattern(text === '' ? null : text)}
        >
          {t('settings.save')}
        </button>
      </div>
    </section>
  );
}

function WhatIfCard({ effects, t, callbacks }: { effects: ShownEffects; t: Words; callbacks: SettingsCallbacks }) {
  return (
    <section class="card attention">
      <h2>
        <Icon name="warning" size={18} />
        <span>{t('settings.whatIf.title')}</span>
      </h2>
      <p>{t('settings.whatIf.text', { count: effects.count })}</p>
      <ul class="rows">
        {effects.first.map(({ number, customer, changes }) => (
          <li key={number}>
            <span class="grow">
              <span class="name">{number}</span> {customer}
              {changes.map((change) => (
                <span key={change.column} class="soft effect">
                  {t('settings.whatIf.line', { ...change })}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
      {effects.count > effects.first.length && (
        <p class="soft">{t('settings.whatIf.more', { count: effects.count - effects.first.length })}</p>
      )}
      <div class="actions">
        <button type="button" class="button primary" onClick={callbacks.takeEffects}>
          {t('settings.whatIf.take')}
        </button>
        <button type="button" class="button" onClick={callbacks.dropEffects}>
          {t('settings.whatIf.drop')}
        </button>
      </div>
    </section>
  );
}
