import { browser } from 'wxt/browser';
import * as z from 'zod';
import { CompanySettings } from '../core/policy/company-settings.ts';
import { Locale } from '../core/policy/localized.ts';

/** What the user chose. `null` follows the browser. Working hours stay unset until the user confirms them. */
export const Settings = z.strictObject({
  schemaVersion: z.literal(1),
  locale: Locale.nullable(),
  zone: z.string().min(1).max(100).nullable(),
  policyId: z.string().min(1).max(100),
  company: CompanySettings.nullable(),
});
export type Settings = z.infer<typeof Settings>;

const KEY = 'settings';
const UNSET: Settings = { schemaVersion: 1, locale: null, zone: null, policyId: 'general', company: null };

/** The stored settings; the unset ones when nothing is stored or what is stored does not fit. */
export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  const settings = Settings.safeParse(stored[KEY]);
  return settings.success ? settings.data : UNSET;
}

/** Stores the settings and gives back what was read back. */
export async function writeSettings(settings: Settings): Promise<Settings> {
  await browser.storage.local.set({ [KEY]: Settings.parse(settings) });
  return readSettings();
}

/** The language of the words: as chosen, else the browser's, else English. */
export function localeOf({ locale }: Settings, browserLanguage: string): Locale {
  if (locale !== null) return locale;
  const language = browserLanguage.toLowerCase();
  if (/^zh\b.*(tw|hk|mo|hant)/.test(language)) return 'zh-TW';
  return language.startsWith('zh') ? 'zh-CN' : 'en';
}

/** The zone in which days and words such as 昨天 are read: as chosen, else the machine's. */
export function zoneOf({ zone }: Settings): string {
  return zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}
