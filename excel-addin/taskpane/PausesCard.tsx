import { useEffect, useRef, useState } from 'preact/hooks';
import type { Locale } from '../../core/policy/localized.ts';
import { CompanyPause } from '../../core/policy/policy-answers.ts';
import { clocksToPause, suggestedPauses } from '../../core/policy/suggested-pauses.ts';
import { amountOf } from '../../core/policy/target-form.ts';
import { withoutKey } from '../../core/policy/without-key.ts';
import { saySource } from '../../core/wording/say-source.ts';
import type { Words } from './pane-state.ts';
import { LeaveOrRemove, SettingForm } from './SettingForm.tsx';
import type { SettingsCallbacks, ShownSettings } from './settings-state.ts';

interface PausesProps {
  shown: Pick<ShownSettings, 'pack' | 'company'>;
  locale: Locale;
  t: Words;
  callbacks: Pick<SettingsCallbacks, 'putPause' | 'dropPause'>;
}

/** A reason as the form begins with it; `id` null: one that nobody has named yet. */
type Draft = Omit<CompanyPause, 'id'> & { id: string | null };

/** For what a clock may stand still: the policy's reasons, the company's own, and those it has given up. */
export function PausesCard({ shown: { pack, company }, locale, t, callbacks }: PausesProps) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const clocks = new Set(clocksToPause(pack).map(({ id }) => id));
  const { pauseReasons: own = [], retiredPauses = [] } = company?.answers ?? {};
  const known = new Set([...own, ...retiredPauses].map(({ id }) => id));
  const ideas = suggestedPauses(pack).filter(({ id }) => !known.has(id));
  const ofPolicy = pack.pauseReasons.filter(({ source }) => source !== 'company');
  const named = (id: string) => pack.milestones.find((each) => each.id === id)?.label[locale] ?? id;
  return (
    <section class="card">
      <h3>{t('settings.pauses.title')}</h3>
      <p class="soft small-text">{t('settings.pauses.intro')}</p>
      {own.length + ofPolicy.length === 0 && <p>{t('settings.pauses.none')}</p>}
      <ul class="rows">
        {ofPolicy.map((reason) => (
          <li key={reason.id}>
            <span class="grow">
              {reason.label[locale]}
              <span class="soft">{saySource(locale, reason.source)}</span>
            </span>
          </li>
        ))}
        {own.map((reason) => (
          <li key={reason.id}>
            <span class="grow">
              {reason.label[locale]}
              <span class="soft">
                {reason.capDays === null
                  ? t('settings.pauses.noCap')
                  : t('settings.pauses.days', { count: reason.capDays })}
                {' · '}
                {reason.stops.map(named).join(t('options.answer.comma'))}
              </span>
            </span>
            <button type="button" class="button small" onClick={() => setDraft(reason)}>
              {t('settings.edit')}
            </button>
          </li>
        ))}
        {retiredPauses.map(({ id, ...reason }) => (
          <li key={id}>
            <span class="grow">
              {reason.label[locale]}
              <span class="soft">{t('settings.pauses.retired')}</span>
            </span>
            <button type="button" class="button subtle small" onClick={() => callbacks.putPause(reason, id)}>
              {t('settings.pauses.restore')}
            </button>
          </li>
        ))}
      </ul>
      {draft !== null ? (
        <PauseForm
          key={draft.id ?? ''}
          {...{ draft, locale, t }}
          clocks={pack.milestones.filter(({ id }) => clocks.has(id) || draft.stops.includes(id))}
          onCancel={() => setDraft(null)}
          onSave={(pause) => {
            setDraft(null);
            callbacks.putPause(pause, draft.id);
          }}
          onRetire={
            own.some(({ id }) => id === draft.id)
              ? () => {
                  setDraft(null);
                  callbacks.dropPause(draft.id ?? '');
                }
              : null
          }
        />
      ) : (
        <>
          {ideas.length > 0 && <p class="soft small-text">{t('settings.pauses.ideas')}</p>}
          <div class="actions">
            {ideas.map((idea) => (
              <button
                key={idea.id}
                type="button"
                class="button small"
                onClick={() => setDraft({ ...idea, capDays: null })}
              >
                {idea.label[locale]}
              </button>
            ))}
            <button
              type="button"
              class="button subtle small"
              onClick={() =>
                setDraft({
                  ...{ id: null, label: { 'zh-CN': '', 'zh-TW': '', en: '' }, capDays: null, noteNeeded: false },
                  stops: [...clocks],
                })
              }
            >
              {t('options.pauses.add')}
            </button>
          </div>
        </>
      )}
    </section>
  );
}

interface PauseFormProps {
  draft: Draft;
  clocks: ShownSettings['pack']['milestones'];
  locale: Locale;
  t: Words;
  onSave: (pause: Omit<CompanyPause, 'id'>) => void;
  onCancel: () => void;
  /** Null: not one of the company's reasons yet. */
  onRetire: (() => void) | null;
}

/** Where a reason is new its id is given when it is kept. */
const AnyPause = CompanyPause.omit({ id: true });

function PauseForm({ draft, clocks, locale, t, onSave, onCancel, onRetire }: PauseFormProps) {
  const [name, setName] = useState(draft.label[locale]);
  const [days, setDays] = useState(String(draft.capDays ?? ''));
  const [stops, setStops] = useState<readonly string[]>(draft.stops);
  const [noteNeeded, setNoteNeeded] = useState(draft.noteNeeded);
  const [isWrong, setWrong] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const save = () => {
    const text = name.trim();
    // Its names in other languages stay as long as it is called the same.
    const label = text === draft.label[locale] ? draft.label : { 'zh-CN': text, 'zh-TW': text, en: text };
    const capDays = days.trim() === '' ? null : amountOf(days);
    const read = AnyPause.safeParse({ ...withoutKey(draft, 'id'), label, capDays, noteNeeded, stops });
    const isWhole = text !== '' && (days.trim() === '' || capDays !== null);
    if (read.success && isWhole) onSave(read.data);
    else setWrong(true);
  };
  return (
    <SettingForm
      t={t}
      wrong={isWrong ? t('settings.pauses.wrong') : null}
      onSave={save}
      others={<LeaveOrRemove {...{ t, onCancel }} onRemove={onRetire} remove={t('settings.pauses.retire')} />}
    >
      <label class="field">
        <span>{t('options.pauses.name')}</span>
        <input
          ref={first}
          type="text"
          maxLength={100}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <label class="field">
        <span>{t('settings.pauses.cap')}</span>
        <input
          type="text"
          inputMode="numeric"
          maxLength={4}
          value={days}
          onInput={(event) => setDays(event.currentTarget.value)}
        />
      </label>
      <fieldset>
        <legend>{t('options.pauses.stops')}</legend>
        {clocks.map(({ id, label }) => (
          <label key={id} class="settings-law">
            <input
              type="checkbox"
              checked={stops.includes(id)}
              onChange={() => setStops(stops.includes(id) ? stops.filter((each) => each !== id) : [...stops, id])}
            />
            <span>{label[locale]}</span>
          </label>
        ))}
      </fieldset>
      <label class="settings-law">
        <input type="checkbox" checked={noteNeeded} onChange={(event) => setNoteNeeded(event.currentTarget.checked)} />
        <span>{t('options.pauses.note')}</span>
      </label>
    </SettingForm>
  );
}
