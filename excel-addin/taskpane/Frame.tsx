import type { ComponentChildren } from 'preact';
import { LOCALES, Locale } from '../../core/policy/localized.ts';
import { Icon, type IconName } from './Icon.tsx';
import type { PaneState, Words } from './pane-state.ts';

const LANGUAGE_NAMES: Record<Locale, string> = { 'zh-CN': '简体中文', 'zh-TW': '繁體中文', en: 'English' };
const SCREENS: { screen: PaneState['screen']; icon: IconName; label: string }[] = [
  { screen: 'today', icon: 'today', label: 'pane.nav.today' },
  { screen: 'complaint', icon: 'sheet', label: 'complaint.nav' },
  { screen: 'findings', icon: 'findings', label: 'findings.nav' },
  { screen: 'statistics', icon: 'statistics', label: 'overview.nav' },
  { screen: 'import', icon: 'import', label: 'pane.nav.import' },
  { screen: 'register', icon: 'register', label: 'pane.nav.register' },
];

/** Screens that only a register has. */
const OF_REGISTER: PaneState['screen'][] = ['today', 'complaint', 'findings', 'statistics'];

interface FrameProps {
  t: Words;
  locale: Locale;
  screen: PaneState['screen'];
  hasRegister: boolean;
  waiting: number;
  isBusy: boolean;
  onGoTo: (screen: PaneState['screen']) => void;
  onLocale: (locale: Locale) => void;
  children: ComponentChildren;
}

export function Frame({ t, locale, screen, hasRegister, waiting, isBusy, onGoTo, onLocale, children }: FrameProps) {
  const screens = hasRegister ? SCREENS : SCREENS.filter(({ screen: item }) => !OF_REGISTER.includes(item)).reverse();
  return (
    <div class="pane" lang={locale}>
      <header class="top">
        <span class="mark" aria-hidden="true" />
        <h1>{t('pane.app.name')}</h1>
        <select
          class="language"
          aria-label={t('pane.app.language')}
          value={locale}
          onChange={(event) => onLocale(Locale.parse(event.currentTarget.value))}
        >
          {LOCALES.map((item) => (
            <option key={item} value={item} lang={item}>
              {LANGUAGE_NAMES[item]}
            </option>
          ))}
        </select>
      </header>
      <nav class="tabs" aria-label={t('pane.nav.label')}>
        {screens.map((item) => (
          <button
            key={item.screen}
            type="button"
            class="tab"
            aria-current={item.screen === screen ? 'page' : undefined}
            disabled={isBusy}
            onClick={() => onGoTo(item.screen)}
          >
            <Icon name={item.icon} />
            <span>{t(item.label)}</span>
            {item.screen === 'import' && waiting > 0 && (
              <span class="count" aria-label={t('pane.nav.waiting', { count: waiting })}>
                {waiting > 99 ? '99+' : waiting}
              </span>
            )}
          </button>
        ))}
      </nav>
      {children}
    </div>
  );
}
