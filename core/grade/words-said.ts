import { foldText } from '../text/fold-text.ts';
import type { MatchedWords } from './assessment.ts';
import { findWord, prepareWord, type Stretch, type Word } from './match-words.ts';
import { findQuantities } from './parse-quantities.ts';
import { isAbsent, isAbsentOrSupposed, isDenied } from './said-otherwise.ts';
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
    const found = words.map((word) => findWord(text.folded, word));
    const denied = new Set(
      found
        .flat()
        .filter((stretch) => isSaidOtherwise(text.folded, stretch, evenIfSupposed))
        .flatMap(positions),
    );
    return found.flatMap((stretches): MatchedWords[] => {
      const said = stretches.find((stretch) => positions(stretch).every((position) => !denied.has(position)));
      return said ? [quoteWords(text, said.start, said.end)] : [];
    });
  });
}

/** Amounts in one of the units that are strictly greater than `over`, where they are said to be so. */
export function amountsOver(texts: readonly SearchableText[], units: readonly string[], over: number): MatchedWords[] {
  const folded = remember(foldedUnits, units, (unit) => foldText(unit).folded);
  return texts.flatMap((text) =>
    findQuantities(text.folded, folded)
      .filter((quantity) => quantity.amount > over && !isAbsentOrSupposed(text.folded, quantity))
      .map(({ start, end }) => quoteWords(text, start, end)),
  );
}

function isSaidOtherwise(folded: string, stretch: Stretch, evenIfSupposed: boolean): boolean {
  const isUnsaid = evenIfSupposed ? isAbsent : isAbsentOrSupposed;
  return isDenied(folded, stretch) || isUnsaid(folded, stretch);
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
