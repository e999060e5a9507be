import type { ComplaintValues } from '../complaint/complaint-values.ts';
import type { Field } from '../complaint/field.ts';
import { foldText, type FoldedText } from '../text/fold-text.ts';
import type { MatchedWords } from './assessment.ts';
import { headsIn } from './match-words.ts';

/** A field's text made ready for matching, with the way back to the words as written. */
export interface SearchableText extends FoldedText {
  field: Field;
  original: string;
  /** See `headsIn`. */
  heads: ReadonlySet<string>;
}

/** The values of some fields, folded, in the order asked for; fields without a value are left out. */
export function searchableTexts(values: ComplaintValues, fields: readonly Field[]): SearchableText[] {
  return fields.flatMap((field) => {
    const original = values[field];
    if (original === undefined) return [];
    const folded = foldText(original);
    return [{ field, original, ...folded, heads: headsIn(folded.folded) }];
  });
}

/** A stretch of folded text as the words that stand there in the original. */
export function quoteWords(text: SearchableText, start: number, end: number): MatchedWords {
  const [from, to] = [text.toOriginal(start), text.toOriginal(end)];
  return { field: text.field, start: from, end: to, quote: text.original.slice(from, to) };
}
