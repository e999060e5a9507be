import type { Locale } from '../../core/policy/localized.ts';
import { SHEET_FUNCTIONS, type SheetFunction } from './function-list.ts';

/** The words of one language's catalogue of functions. */
export type FunctionWords = Record<
  SheetFunction['key'],
  { name: string; description: string; parameter: Record<string, { name: string; text: string }> }
>;

/** The file by language that manifest.xml refers to. */
export const METADATA_FILES = {
  en: 'custom-functions.json',
  'zh-CN': 'custom-functions.zh-CN.json',
  'zh-TW': 'custom-functions.zh-TW.json',
} as const;

/**
 * The metadata of the custom functions as Excel reads it, in one language. The id is the same in all of them; only names
 * and descriptions differ. Arguments are `any`, so that a cell's date arrives as its serial number and a text as it is.
 */
export function functionMetadata(words: FunctionWords, helpAddress: string, locale: Locale): object {
  return {
    functions: SHEET_FUNCTIONS.map(({ id, key, parameters, result }: SheetFunction) => ({
      id,
      name: words[key].name,
      description: words[key].description,
      helpUrl: `${helpAddress}#functions-${locale}`,
      parameters: parameters.map((parameter) => ({
        name: words[key].parameter[parameter.key]?.name ?? parameter.key,
        description: words[key].parameter[parameter.key]?.text ?? '',
        type: 'any',
        dimensionality: 'scalar',
        ...(parameter.isOptional === true ? { optional: true } : {}),
      })),
      result: { type: result, dimensionality: 'scalar' },
    })),
  };
}
