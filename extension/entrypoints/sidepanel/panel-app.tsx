import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { moveCompany } from '../../../core/policy/move-company.ts';
import { PACKS } from '../../../core/policy/packs.ts';
import { policyInForce } from '../../../core/policy/policy-in-force.ts';
import { localeOf, zoneOf, type Settings } from '../../settings.ts';
import { AnswersNotice } from '../../ui/draft/answers-notice.tsx';
import { speechIn, SpeechContext } from '../../ui/speech.ts';
import { companyOf } from '../../ui/settings/hours-form.ts';
import { SettingsView } from '../../ui/settings/settings-view.tsx';
import { TopBar, type TabId } from '../../ui/top-bar.tsx';
import { ClipTab } from './clip-tab.tsx';
import type { PanelEvents } from './panel-events.ts';
import { QueueTab } from './queue-tab.tsx';
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
  const policy = useMemo(() => policyOf(settings), [settings?.policyId, settings?.company]);

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
      <TopBar tab={tab} waiting={queue.waiting} onTab={setTab} />
      <AnswersNotice findings={policy.findings} />
      <div id="content" role="tabpanel" aria-labelledby={`tab-${tab}`}>
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
        {tab === 'queue' && <QueueTab queue={queue} company={settings.company} zone={zone} asOf={asOf} />}
        {tab === 'settings' && (
          <SettingsView
            key={`${pack.id} ${settings.company === null ? 'unset' : 'set'}`}
            model={{
              locale: settings.locale,
              zone: settings.zone,
              machineZone: zoneOf({ ...settings, zone: null }),
              zones: Intl.supportedValuesOf('timeZone'),
              policyId: pack.id,
              packs: PACKS,
              company: settings.company,
            }}
            isSaved={isSaved}
            onLocale={(chosen) => change({ locale: chosen })}
            onZone={(chosen) => change(withZone(settings, chosen))}
            onPolicy={(policyId) =>
              change({ policyId, company: settings.company && moveCompany(settings.company, policyId) })
            }
            onHours={(form) => {
              const company = form && companyOf(form, { pack, zone: zoneOf(settings), before: settings.company });
              if (form !== null && company === null) return false;
              change({ company });
              return true;
            }}
          />
        )}
      </div>
    </SpeechContext.Provider>
  );
}

/** The chosen policy with the company's answers; the default one where this version does not have it. */
function policyOf(settings: Settings | null) {
  if (settings === null) return null;
  const { policyId, company } = settings;
  return policyInForce(policyId, company) ?? policyInForce(PACKS[0]?.id ?? '', company);
}

/** The calendar speaks of hours in the chosen zone. */
function withZone(settings: Settings, zone: string | null): Partial<Settings> {
  const { company } = settings;
  if (!company?.calendar) return { zone };
  return { zone, company: { ...company, calendar: { ...company.calendar, zone: zoneOf({ ...settings, zone }) } } };
}
