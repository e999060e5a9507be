import { foldText } from '../text/fold-text.ts';
import type { MatchedWords } from './assessment.ts';
import { currencyOfUnits, findSums } from './find-sums.ts';
import { findWord, prepareWord, type FoundWord, type Stretch, type Word } from './match-words.ts';
import { findQuantities } from './parse-quantities.ts';
import { isAbsent, isAbsentOrSupposed, isDenied, isDeniedInGap } from './said-otherwise.ts';
import { affectedAmounts, isSaidOver } from './said-amount.ts';
import { quoteWords, type SearchableText } from './searchable-text.ts';

const preparedWords = new WeakMap<readonly string[], Word[]>();
const foldedUnits = new WeakMap<readonly string[], string[]>();

/**
 * The words of a rule that the texts really say, each once in a field. One that overlaps a denied word is denied with it:
 * 没有造成〔生产线停〕〔停工〕. What is only supposed is not said, unless it counts `evenIfSupposed`.
 */
export function wordsSaid(
  texts: readonly SearchableText[],
  list: readonly string[],
  evenIfSupposed = false,
): MatchedWords[] {
  const words = remember(preparedWords, list, prepareWord);
  return texts.flatMap((text) => {
    const candidates = words.filter(({ head }) => text.heads.has(head));
    if (candidates.length === 0) return [];
    const found = candidates.map((word) => findWord(text.folded, word));
    const denied = new Set(
      found
        .flat()
        .filter((stretch) => isSaidOtherwise(text.folded, stretch, evenIfSupposed))
        .flatMap((stretch) => positions(deniedPart(text.folded, stretch))),
    );
    return found.flatMap((stretches): MatchedWords[] => {
      const said = stretches.find((stretch) => positions(stretch).every((position) => !denied.has(position)));
      return said ? [quoteWords(text, said.start, said.end)] : [];
    });
  });
}

/**
 * Amounts in one of the units that are said to be affected and to be strictly greater than `over`. Where the units are those of
 * a currency, only sums in that currency count: 20,000 of another one are neither more nor less.
 */
export function amountsOver(texts: readonly SearchableText[], units: readonly string[], over: number): MatchedWords[] {
  const folded = remember(foldedUnits, units, (unit) => foldText(unit).folded);
  return texts.flatMap((text) =>
    affectedAmounts(text.folded, amountsIn(text.folded, folded))
      .filter((quantity) => isSaidOver(text.folded, quantity, over) && !isAbsentOrSupposed(text.folded, quantity))
      .map(({ start, end }) => quoteWords(text, start, end)),
  );
}

/** The sums in other currencies than the units', as written; null where the units count no money. */
export function sumsElsewhere(
  texts: readonly SearchableText[],
  units: readonly string[],
): { currency: string; words: MatchedWords[] } | null {
  const folded = remember(foldedUnits, units, (unit) => foldText(unit).folded);
  const currency = currencyOfUnits(folded);
  if (currency === null) return null;
  const words = texts.flatMap((text) =>
    findSums(text.folded, currency, folded)
      .filter((sum) => sum.currency !== currency && !isAbsentOrSupposed(text.folded, sum))
      .map(({ start, end }) => quoteWords(text, start, end)),
  );
  return { currency, words };
}

function amountsIn(folded: string, units: readonly string[]): (Stretch & { amount: number })[] {
  const currency = currencyOfUnits(units);
  if (currency === null) return findQuantities(folded, units);
  return findSums(folded, currency, units).filter((sum) => sum.currency === currency);
}

function isSaidOtherwise(folded: string, stretch: FoundWord, evenIfSupposed: boolean): boolean {
  const isUnsaid = evenIfSupposed ? isAbsent : isAbsentOrSupposed;
  return isDenied(folded, stretch) || isUnsaid(folded, stretch);
}

/** 车把和〔刹车失灵〕没断 denies only 断, not what else its gap says. */
function deniedPart(folded: string, stretch: FoundWord): Stretch {
  const last = stretch.gaps?.at(-1);
  return last && isDeniedInGap(folded, stretch) ? { start: last.end, end: stretch.end } : stretch;
}

function positions({ start, end }: Stretch): number[] {
  return Array.from({ length: end - start }, (_, i) => start + i);
}

/** A list of a pack is made ready once; packs are never changed after they were read. */
function remember<T>(known: WeakMap<readonly string[], T[]>, list: readonly string[], make: (item: string) => T): T[] {
  const ready = known.get(list) ?? list.map((item) => make(item));
  known.set(list, ready);
  return ready;
}
