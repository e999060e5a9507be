import type { CompanySettings } from '../../../core/policy/company-settings.ts';
import { LOCALES, type Locale } from '../../../core/policy/localized.ts';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import { useSpeech } from '../speech.ts';
import { HoursEditor } from './hours-editor.tsx';
import type { HoursForm } from './hours-form.ts';

export interface SettingsModel {
  locale: Locale | null;
  zone: string | null;
  machineZone: string;
  zones: string[];
  policyId: string;
  packs: readonly PolicyPack[];
  company: CompanySettings | null;
}

export interface SettingsViewProps {
  model: SettingsModel;
  isSaved: boolean;
  onLocale: (locale: Locale | null) => void;
  onZone: (zone: string | null) => void;
  onPolicy: (id: string) => void;
  /** False when the form makes no sense; nothing is stored then. */
  onHours: (form: HoursForm | null) => boolean;
}

/** A language is named in itself, so that whoever needs it can find it. */
const LANGUAGE_NAMES: Record<Locale, string> = { 'zh-CN': '简体中文', 'zh-TW': '繁體中文', en: 'English' };

export function SettingsView({ model, isSaved, onLocale, onZone, onPolicy, onHours }: SettingsViewProps) {
  const { say, label } = useSpeech();
  const pack = model.packs.find(({ id }) => id === model.policyId);
  return (
    <div class="scroll" data-view="settings">
      {pack !== undefined && (
        <HoursEditor pack={pack} company={model.company} zone={model.zone ?? model.machineZone} onHours={onHours} />
      )}
      <section class="group" aria-labelledby="settings-title">
        <h2 id="settings-title">{say('panel.settings.title')}</h2>
        <div class="field">
          <label for="choose-policy">{say('panel.settings.policy')}</label>
          <div class="control">
            <select id="choose-policy" value={model.policyId} onChange={(event) => onPolicy(event.currentTarget.value)}>
              {model.packs.map((each) => (
                <option key={each.id} value={each.id}>
                  {label(each.label)}
                </option>
              ))}
            </select>
            {pack !== undefined && <p class="note">{label(pack.description)}</p>}
          </div>
        </div>
        <div class="field">
          <label for="choose-zone">{say('panel.settings.zone')}</label>
          <div class="control">
            <select
              id="choose-zone"
              value={model.zone ?? ''}
              onChange={(event) => onZone(event.currentTarget.value === '' ? null : event.currentTarget.value)}
            >
              <option value="">{say('panel.settings.zoneAuto', { zone: model.machineZone })}</option>
              {model.zones.map((zone) => (
                <option key={zone} value={zone}>
                  {zone}
                </option>
              ))}
            </select>
          </div>
        </div>
        <div class="field">
          <label for="choose-language">{say('panel.settings.language')}</label>
          <div class="control">
            <select
              id="choose-language"
              value={model.locale ?? ''}
              onChange={(event) => onLocale(LOCALES.find((each) => each === event.currentTarget.value) ?? null)}
            >
              <option value="">{say('panel.settings.followBrowser')}</option>
              {LOCALES.map((locale) => (
                <option key={locale} value={locale} lang={locale}>
                  {LANGUAGE_NAMES[locale]}
                </option>
              ))}
            </select>
          </div>
        </div>
        <p role="status" class="note">
          {isSaved && say('panel.settings.saved')}
        </p>
      </section>
      <p class="hint">{say('panel.settings.privacy')}</p>
    </div>
  );
}
