import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { PACK_HEADS } from '../../../core/policy/packs.ts';
import { policyWithLaws } from '../../../core/policy/policy-with-laws.ts';
import { localeOf, withPolicy, zoneOf, type Settings } from '../../settings.ts';
import { AnswersNotice } from '../../ui/draft/answers-notice.tsx';
import { speechIn, SpeechContext } from '../../ui/speech.ts';
import { companyOf } from '../../ui/settings/hours-form.ts';
import { SettingsView } from '../../ui/settings/settings-view.tsx';
import { TopBar, type TabId } from '../../ui/top-bar.tsx';
import { ClipTab } from './clip-tab.tsx';
import { AddInputs } from './inputs/add-inputs.tsx';
import { InputsProvider } from './inputs/inputs-provider.tsx';
import { openOptions } from './open-options.ts';
import type { PanelEvents } from './panel-events.ts';
import { QueueTab } from './queue-tab.tsx';
import { TaughtSettings } from './teach/taught-settings.tsx';
import { TeachProvider } from './teach/teach-provider.tsx';
import { useNow } from './use-now.ts';
import { useQueue } from './use-queue.ts';
import { useSettings } from './use-settings.ts';

export interface PanelAppProps {
  windowId: number;
  events: PanelEvents;
  browserLanguage: string;
  shortcut: string;
}

/** The panel: three tabs over one queue and one set of settings. */
export function PanelApp({ windowId, events, browserLanguage, shortcut }: PanelAppProps) {
  const { settings, isSaved, change } = useSettings();
  const [tab, setTab] = useState<TabId>('clip');
  const toQueue = useCallback(() => setTab('queue'), []);
  const queue = useQueue(events, tab === 'queue', toQueue);
  const asOf = useNow(15_000);
  const locale = settings === null ? null : localeOf(settings, browserLanguage);
  const speech = useMemo(() => speechIn(locale ?? 'zh-CN'), [locale]);
  const policy = useMemo(() => policyOf(settings), [settings?.policyId, settings?.laws, settings?.company]);

  useEffect(() => {
    if (locale !== null) document.documentElement.lang = locale;
    document.title = speech.say('panel.brand');
  }, [locale, speech]);
  useEffect(() => events.onClip(windowId, () => setTab('clip')), [events, windowId]);

  if (settings === null || policy === null) return null;
  const zone = settings.company?.calendar?.zone ?? zoneOf(settings);
  const { pack } = policy;

  return (
    <SpeechContext.Provider value={speech}>
      <InputsProvider windowId={windowId} zone={zone} onOpened={() => setTab('clip')}>
        <TopBar tab={tab} waiting={queue.waiting} onTab={setTab} add={<AddInputs />} />
        <AnswersNotice findings={policy.findings} />
        <div id="content" role="tabpanel" aria-labelledby={`tab-${tab}`}>
          <TeachProvider windowId={windowId} events={events} tab={tab}>
            <div class="tab-body" hidden={tab !== 'clip'}>
              <ClipTab
                windowId={windowId}
                events={events}
                pack={pack}
                company={settings.company}
                zone={zone}
                asOf={asOf}
                shortcut={shortcut}
                onQueue={(id) => {
                  queue.open(id);
                  setTab('queue');
                }}
                onSetHours={() => setTab('settings')}
              />
            </div>
            {tab === 'queue' && (
              <QueueTab queue={queue} company={settings.company} laws={settings.laws} zone={zone} asOf={asOf} />
            )}
            {tab === 'settings' && (
              <SettingsView
                key={`${pack.id} ${settings.company?.calendar ? 'set' : 'unset'}`}
                model={{
                  locale: settings.locale,
                  zone: zoneOf(settings),
                  packs: PACK_HEADS,
                  pack,
                  company: settings.company,
                }}
                isSaved={isSaved}
                onLocale={(chosen) => change({ locale: chosen })}
                onPolicy={(policyId) => change(withPolicy(settings, policyId))}
                onOptions={(section) => void openOptions(section)}
                onHours={(form) => {
                  const before = settings.company;
                  if (form === null) change({ company: before && { ...before, calendar: null } });
                  const company = form && companyOf(form, { pack, zone: zoneOf(settings), before });
                  if (company === null) return form === null;
                  change({ company });
                  return true;
                }}
              >
                <TaughtSettings windowId={windowId} />
              </SettingsView>
            )}
          </TeachProvider>
        </div>
      </InputsProvider>
    </SpeechContext.Provider>
  );
}

/** The chosen policy with the laws beside it and the company's answers; the default one where this version does not have it. */
function policyOf(settings: Settings | null) {
  if (settings === null) return null;
  const { policyId, laws, company } = settings;
  return policyWithLaws(policyId, laws, company) ?? policyWithLaws('general', laws, company);
}
