import { browser } from 'wxt/browser';
import * as z from 'zod';
import { CompanySettings } from '../core/policy/company-settings.ts';
import { Locale } from '../core/policy/localized.ts';
import { moveCompany } from '../core/policy/move-company.ts';
import { OutgoingLedger } from '../core/register/outgoing-ledger.ts';

const shared = {
  locale: Locale.nullable(),
  zone: z.string().min(1).max(100).nullable(),
  policyId: z.string().min(1).max(100),
  company: CompanySettings.nullable(),
};
const SettingsV1 = z.strictObject({ schemaVersion: z.literal(1), ...shared });

/** Null: kept until the user clears it. */
const DaysKept = z.int().min(1).max(3_650).nullable();

/** After how many days the browser clears away what was put aside, what the register has acknowledged, and the files of the latter. */
const Retention = z.strictObject({ removedDays: DaysKept, registeredDays: DaysKept, fileDays: DaysKept });

/** What the user chose. `null` follows the browser. Working hours stay unset until the user confirms them. */
export const Settings = z.strictObject({
  schemaVersion: z.literal(2),
  ...shared,
  /** Answers that were given to other policies, by policy: whoever comes back to one finds them. */
  otherAnswers: z.record(z.string().max(100), CompanySettings),
  /** Clocks of law laid over the policy, by id. */
  laws: z.array(z.string().min(1).max(100)).max(50),
  /** Whether the browser tells of deadlines that are near or past. */
  notifications: z.boolean(),
  retention: Retention,
  /** The columns of the user's own ledger, in which rows are copied; null: none was opened yet. */
  ledger: OutgoingLedger.nullable(),
});
export type Settings = z.infer<typeof Settings>;

const KEY = 'settings';
const ADDED = {
  schemaVersion: 2,
  otherAnswers: {},
  laws: [],
  notifications: true,
  retention: { removedDays: 30, registeredDays: null, fileDays: null },
  ledger: null,
} as const satisfies Partial<Settings>;
const UNSET: Settings = { ...ADDED, laws: [], locale: null, zone: null, policyId: 'general', company: null };

/** Settings of any version, lifted to the present one; null when it is none. */
export function liftSettings(stored: unknown): Settings | null {
  const present = Settings.safeParse(stored);
  if (present.success) return present.data;
  const first = SettingsV1.safeParse(stored);
  return first.success ? { ...first.data, ...ADDED, laws: [] } : null;
}

/** The stored settings; the unset ones when nothing is stored or what is stored does not fit. */
export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  return liftSettings(stored[KEY]) ?? UNSET;
}

/** Stores the settings and gives back what was read back. */
export async function writeSettings(settings: Settings): Promise<Settings> {
  await browser.storage.local.set({ [KEY]: Settings.parse(settings) });
  return readSettings();
}

/** Tells of every change, from whichever page it came; gives back how to stop. */
export function watchSettings(listener: (settings: Settings) => void): () => void {
  const heard = (changes: Record<string, { newValue?: unknown } | undefined>, area: string) => {
    const change = changes[KEY];
    if (area === 'local' && change !== undefined) listener(liftSettings(change.newValue) ?? UNSET);
  };
  browser.storage.onChanged.addListener(heard);
  return () => browser.storage.onChanged.removeListener(heard);
}

/**
 * Another policy: the answers given to the present one are put by, those given to the other one before come back. Working
 * hours and own days are the company's and go with it.
 */
export function withPolicy(settings: Settings, policyId: string): Settings {
  const { company, otherAnswers } = settings;
  if (policyId === settings.policyId) return settings;
  if (company === null) return { ...settings, policyId, company: otherAnswers[policyId] ?? null };
  const before = otherAnswers[policyId];
  const moved = moveCompany(company, policyId);
  return {
    ...settings,
    policyId,
    otherAnswers: { ...otherAnswers, [company.policyId]: company },
    company: before ? { ...moved, ...answersOf(before) } : moved,
  };
}

function answersOf({ targets, answers, policyVersion }: CompanySettings): Partial<CompanySettings> {
  return { targets, ...(answers && { answers }), ...(policyVersion !== undefined && { policyVersion }) };
}

/** The calendar speaks of hours in the chosen zone. */
export function withZone(settings: Settings, zone: string | null): Settings {
  const { company } = settings;
  if (!company?.calendar) return { ...settings, zone };
  const calendar = { ...company.calendar, zone: zoneOf({ zone }) };
  return { ...settings, zone, company: { ...company, calendar } };
}

/** The language of the words: as chosen, else the browser's, else English. */
export function localeOf({ locale }: Pick<Settings, 'locale'>, browserLanguage: string): Locale {
  if (locale !== null) return locale;
  const language = browserLanguage.toLowerCase();
  if (/^zh\b.*(tw|hk|mo|hant)/.test(language)) return 'zh-TW';
  return language.startsWith('zh') ? 'zh-CN' : 'en';
}

/** The zone in which days and words such as 昨天 are read: as chosen, else the machine's. */
export function zoneOf({ zone }: Pick<Settings, 'zone'>): string {
  return zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}
