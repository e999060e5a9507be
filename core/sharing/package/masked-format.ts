import type { Masker } from '../masker.ts';

/** Words of a number format: between quotes, behind a backslash, or bare where no Latin letter is among them. */
const WORDS = /(?:"[^"]*"|\\.|\P{ASCII})+/gsu;
/** What stands in brackets is a colour, a condition or a currency with its language. */
const BRACKET = /(\[[^\]]*\])/;

/** A number format for the copy. One that shows a name only by words that stand apart becomes General. */
export function maskedFormat(format: string, masker: Masker): string {
  const [before, after]: [string[], string[]] = [[], []];
  const masked = format
    .split(BRACKET)
    .map((part, at) => {
      if (at % 2 === 1)
        return part.replace(/^(\[\$)([^-\]]+)/, (_, open: string, words: string) => open + masker.text(words));
      return part.replace(WORDS, (written) => {
        const words = written.replace(/"([^"]*)"|\\(.)/gsu, '$1$2');
        const shown = masker.text(words);
        before.push(words);
        after.push(shown);
        return shown === words ? written : `"${shown.replaceAll('"', '')}"`;
      });
    })
    .join('');
  return masker.text(before.join('')) === after.join('') ? masked : 'General';
}
