import type { ComponentChildren } from 'preact';
import type { CompanySettings } from '../../../core/policy/company-settings.ts';
import type { Locale } from '../../../core/policy/localized.ts';
import type { PackHead } from '../../../core/policy/packs.ts';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import { progressOf, policyQuestions } from '../../../core/policy/policy-questions.ts';
import { useSpeech } from '../speech.ts';
import { LanguageField, PolicyField } from './choose-fields.tsx';
import { HoursEditor } from './hours-editor.tsx';
import { fitsHoursForm, type HoursForm } from './hours-form.ts';

export interface SettingsModel {
  locale: Locale | null;
  /** Where the staff works. */
  zone: string;
  packs: readonly PackHead[];
  /** The one in use. */
  pack: PolicyPack;
  company: CompanySettings | null;
}

export interface SettingsViewProps {
  model: SettingsModel;
  isSaved: boolean;
  onLocale: (locale: Locale | null) => void;
  onPolicy: (id: string) => void;
  /** False when the form makes no sense; nothing is stored then. */
  onHours: (form: HoursForm | null) => boolean;
  /** Opens the page with all options, at a section of it. */
  onOptions: (section: 'policy' | 'calendar' | 'blanks') => void;
  /** Sections of other parts, after the form. */
  children?: ComponentChildren;
}

/** The short form: hours, policy, language. Everything else stands on the options page. */
export function SettingsView({ model, isSaved, onLocale, onPolicy, onHours, onOptions, children }: SettingsViewProps) {
  const { say } = useSpeech();
  const { packs, pack, company, zone } = model;
  const calendar = company?.calendar ?? null;
  const isSimple = calendar === null || fitsHoursForm(calendar);
  return (
    <div class="scroll" data-view="settings">
      {isSimple && <HoursEditor pack={pack} company={company} zone={zone} onHours={onHours} />}
      {!isSimple && (
        <section class="card hours" aria-labelledby="hours-title" data-set="true">
          <h2 id="hours-title">{say('panel.settings.hours')}</h2>
          <p class="notice notice-good">{say('options.panel.ownWeek')}</p>
          <p>
            <button type="button" class="button" onClick={() => onOptions('calendar')}>
              {say('options.panel.editCalendar')}
            </button>
          </p>
        </section>
      )}
      <section class="group" aria-labelledby="settings-title">
        <h2 id="settings-title">{say('panel.settings.title')}</h2>
        <PolicyField packs={packs} policyId={pack.id} onPolicy={onPolicy} />
        <LanguageField locale={model.locale} onLocale={onLocale} />
        <p role="status" class="note">
          {isSaved && say('panel.settings.saved')}
        </p>
      </section>
      {children}
      <section class="group" aria-labelledby="more-title">
        <h2 id="more-title">{say('options.panel.more')}</h2>
        <BlanksLine pack={pack} company={company} onOpen={() => onOptions('blanks')} />
        <p class="row">
          <button type="button" class="button" data-action="open-options" onClick={() => onOptions('policy')}>
            {say('options.panel.open')}
          </button>
        </p>
        <p class="note">{say('options.panel.what')}</p>
      </section>
      <p class="hint">{say('panel.settings.privacy')}</p>
    </div>
  );
}

function BlanksLine({
  pack,
  company,
  onOpen,
}: {
  pack: PolicyPack;
  company: CompanySettings | null;
  onOpen: () => void;
}) {
  const { say } = useSpeech();
  const { answered, total } = progressOf(policyQuestions(pack, company));
  return (
    <p class="row">
      <span>{say('options.panel.blanks', { answered, count: total })}</span>
      {answered < total && (
        <button type="button" class="link" onClick={onOpen}>
          {say('options.panel.answer')}
        </button>
      )}
    </p>
  );
}
