import type { ComplaintValues } from '../complaint/complaint-values.ts';
import type { MatchedWords } from '../grade/assessment.ts';
import { findQuantities } from '../grade/parse-quantities.ts';
import { quoteWords, searchableTexts } from '../grade/searchable-text.ts';
import type { Remedy } from '../policy/remedy.ts';
import { foldText } from '../text/fold-text.ts';

/** What a person answered about a remedy by ratio. */
export interface RatioAnswers {
  /** The unit that the ratio counts, where the document leaves it open: 包, 袋, 箱. */
  baseUnit?: string;
  /** How many of these are affected. */
  affected?: number;
}

/** How much a ratio comes to; or what must be asked before anybody can say. */
export type RemedyAmount =
  | { kind: 'settled'; count: number; unit: string; affected: number; words: MatchedWords[] }
  | { kind: 'open'; asks: ('baseUnit' | 'affected')[]; unit: string | null };

/**
 * What a ratio comes to: 1:10 for three packs is thirty. The unit that is counted is asked for where the pack leaves it
 * open, and so is the number affected, unless the quantity on record is given in just that unit: a question, not a guess.
 * The count is exact, not rounded: no document says which way. Null for remedies without a ratio.
 */
export function remedyAmount(
  { ratio }: Pick<Remedy, 'ratio'>,
  values: ComplaintValues,
  answers: RatioAnswers = {},
): RemedyAmount | null {
  if (ratio === null) return null;
  const unit = ratio.baseUnit ?? answers.baseUnit ?? null;
  if (unit === null) {
    return { kind: 'open', asks: answers.affected === undefined ? ['baseUnit', 'affected'] : ['baseUnit'], unit };
  }
  const affected =
    answers.affected === undefined ? quantityOnRecord(values, unit) : { amount: answers.affected, words: [] };
  if (affected === null) return { kind: 'open', asks: ['affected'], unit };
  return {
    kind: 'settled',
    count: (affected.amount * ratio.give) / ratio.per,
    unit,
    affected: affected.amount,
    words: affected.words,
  };
}

/** The quantity field says it once and in this unit; two amounts, or another unit, say nothing sure. */
function quantityOnRecord(values: ComplaintValues, unit: string): { amount: number; words: MatchedWords[] } | null {
  const [text] = searchableTexts(values, ['quantity']);
  const [first, second] = text ? findQuantities(text.folded, [foldText(unit).folded]) : [];
  return text && first && !second ? { amount: first.amount, words: [quoteWords(text, first.start, first.end)] } : null;
}
