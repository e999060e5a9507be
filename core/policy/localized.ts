import * as z from 'zod';

export const LOCALES = ['zh-CN', 'zh-TW', 'en'] as const;
export const Locale = z.enum(LOCALES);
export type Locale = z.infer<typeof Locale>;

/** Something that can be read: blanks alone are no label. */
const Text = z.string().regex(/\S/u);

/** A label in all three languages; none may be missing. */
export const Localized = z.strictObject({
  'zh-CN': Text,
  'zh-TW': Text,
  en: Text,
});
export type Localized = z.infer<typeof Localized>;
