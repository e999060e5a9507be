import * as z from 'zod';

export const LOCALES = ['zh-CN', 'zh-TW', 'en'] as const;
export const Locale = z.enum(LOCALES);
export type Locale = z.infer<typeof Locale>;

/** A label in all three languages; none may be missing. */
export const Localized = z.strictObject({
  'zh-CN': z.string().min(1),
  'zh-TW': z.string().min(1),
  en: z.string().min(1),
});
export type Localized = z.infer<typeof Localized>;
