import { useEffect, useMemo } from 'preact/hooks';
import { answerBlank, clearAnswer, noAnswers } from '../../../core/policy/answer-blank.ts';
import type { CompanySettings } from '../../../core/policy/company-settings.ts';
import { allLaws } from '../../../core/policy/law-packs.ts';
import { withOwnPauses } from '../../../core/policy/own-pauses.ts';
import { PACK_HEADS } from '../../../core/policy/packs.ts';
import { packWithLaws, policyWithLaws } from '../../../core/policy/policy-with-laws.ts';
import { localeOf, withPolicy, withZone, zoneOf, type Settings } from '../../settings.ts';
import { AnswersNotice } from '../../ui/draft/answers-notice.tsx';
import { CalendarSection } from '../../ui/options/calendar-section.tsx';
import { DataSection, SitesSection } from '../../ui/options/data-section.tsx';
import { GeneralSection } from '../../ui/options/general-section.tsx';
import { LawsSection } from '../../ui/options/laws-section.tsx';
import { LedgerSection } from '../../ui/options/ledger-section.tsx';
import { OptionsFrame } from '../../ui/options/options-frame.tsx';
import { PausesSection } from '../../ui/options/pauses-section.tsx';
import { TargetsSection } from '../../ui/options/targets-section.tsx';
import { WizardSection } from '../../ui/options/wizard-section.tsx';
import { PolicyField } from '../../ui/settings/choose-fields.tsx';
import { speechIn, SpeechContext, useSpeech } from '../../ui/speech.ts';
import { useSettings } from '../sidepanel/use-settings.ts';
import { useEverything } from './use-everything.ts';
import { useLedgerFile } from './use-ledger-file.ts';
import { useSites } from './use-sites.ts';

/** The options page: every setting, section by section. */
export function OptionsApp({ browserLanguage }: { browserLanguage: string }) {
  const { settings, isSaved, change } = useSettings();
  const locale = settings === null ? null : localeOf(settings, browserLanguage);
  const speech = useMemo(() => speechIn(locale ?? 'zh-CN'), [locale]);
  useEffect(() => {
    if (locale !== null) document.documentElement.lang = locale;
    document.title = speech.say('options.title');
  }, [locale, speech]);
  if (settings === null) return null;
  return (
    <SpeechContext.Provider value={speech}>
      <Sections settings={settings} isSaved={isSaved} change={change} />
    </SpeechContext.Provider>
  );
}

interface SectionsProps {
  settings: Settings;
  isSaved: boolean;
  change: (part: Partial<Settings>) => void;
}

function Sections({ settings, isSaved, change }: SectionsProps) {
  const { say } = useSpeech();
  const { company, laws } = settings;
  const pack = packWithLaws(settings.policyId, laws) ?? packWithLaws('general', laws);
  const everything = useEverything();
  const ledgerFile = useLedgerFile((ledger) => change({ ledger }));
  const { sites, removeSite } = useSites();
  if (pack === null) throw new Error('The default policy is missing');
  const findings = policyWithLaws(pack.id, laws, company)?.findings ?? [];
  const base = company ?? noAnswers(pack);
  const set = (next: CompanySettings | null) => change({ company: next });
  return (
    <OptionsFrame isSaved={isSaved}>
      <section class="card" id="policy" aria-labelledby="policy-title" data-section="policy">
        <h2 id="policy-title">{say('panel.settings.policy')}</h2>
        <PolicyField packs={PACK_HEADS} policyId={pack.id} onPolicy={(id) => change(withPolicy(settings, id))} />
        <AnswersNotice findings={findings} />
      </section>
      <WizardSection
        key={`wizard ${pack.id}`}
        pack={pack}
        company={company}
        onAnswer={({ blank }, answer) => {
          const answered = answerBlank(pack, company, blank, answer);
          if (answered.ok) set(answered.value);
          return answered.ok;
        }}
        onClear={({ blank }) => set(clearAnswer(pack, base, blank.id))}
      />
      <CalendarSection
        key={`calendar ${company?.calendar ? 'set' : 'unset'} ${settings.zone ?? ''}`}
        pack={pack}
        company={company}
        zone={zoneOf(settings)}
        onCompany={set}
      />
      <TargetsSection
        key={`targets ${pack.id}`}
        pack={pack}
        company={company}
        onTarget={(milestone, grade, target) => {
          const id = `targets.${milestone}.${grade}`;
          const answered =
            target === null
              ? { ok: true as const, value: clearAnswer(pack, base, id) }
              : answerBlank(pack, company, { id, answer: { kind: 'target' } }, { kind: 'target', target });
          if (answered.ok) set(answered.value);
        }}
      />
      <PausesSection
        key={`pauses ${pack.id}`}
        pack={pack}
        company={company}
        onPauses={(own) => set(withOwnPauses(base, own))}
      />
      <LawsSection laws={allLaws()} chosen={laws} onLaws={(ids) => change({ laws: ids })} />
      <LedgerSection ledger={settings.ledger} {...ledgerFile} onLedger={(ledger) => change({ ledger })} />
      <GeneralSection
        locale={settings.locale}
        zone={settings.zone}
        machineZone={zoneOf({ zone: null })}
        zones={ZONES}
        notifications={settings.notifications}
        retention={settings.retention}
        onLocale={(locale) => change({ locale })}
        onZone={(zone) => change(withZone(settings, zone))}
        onNotifications={(notifications) => change({ notifications })}
        onRetention={(retention) => change({ retention })}
      />
      <SitesSection sites={sites} onRemove={removeSite} />
      <DataSection {...everything} />
    </OptionsFrame>
  );
}

const ZONES = Intl.supportedValuesOf('timeZone');
