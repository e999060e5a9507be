import type { PolicyPack } from '../policy/policy-pack.ts';
import type { Choice } from './assessment.ts';
import { findWord, type Stretch, type Word } from './match-words.ts';
import { findQuantities } from './parse-quantities.ts';
import type { PreparedPack } from './prepared-pack.ts';
import { isAbsentOrSupposed, isDenied } from './said-otherwise.ts';
import { quoteWords, type SearchableText } from './searchable-text.ts';
import { withoutNested } from './without-nested.ts';

/** What a rule looks at. */
export interface GradeEvidence {
  /** The fields in which the customer's own words stand. */
  told: readonly SearchableText[];
  /** Fields that hold an amount and nothing else. */
  counted: readonly SearchableText[];
  category: string | null;
}

/** The grade of the gravest rule that holds, with the words that made it hold; the pack's mildest grade when none does. */
export function chooseGrade(
  { told, counted, category }: GradeEvidence,
  pack: PolicyPack,
  prepared: PreparedPack,
): Choice {
  for (const { rule, words, units } of prepared.rules) {
    const { category: categories, quantityOver } = rule.when;
    if (categories && (category === null || !categories.includes(category))) continue;
    const said = words && wordsSaid(told, words);
    const amounts = quantityOver && amountsOver([...told, ...counted], units, quantityOver.over);
    if (said?.length === 0 || amounts?.length === 0) continue;
    return {
      id: rule.grade,
      rule: rule.id,
      source: rule.source,
      words: withoutNested([...(said ?? []), ...(amounts ?? [])]),
    };
  }
  return { id: pack.grades[0]?.id ?? '', rule: null, source: null, words: [] };
}

/** The words of a rule that the customer really says, each once in a field. One that overlaps a denied word is denied with it: 没有造成〔生产线停〕〔停工〕. */
function wordsSaid(texts: readonly SearchableText[], words: readonly Word[]): Choice['words'] {
  return texts.flatMap((text) => {
    const found = words.map((word) => findWord(text.folded, word));
    const denied = new Set(
      found
        .flat()
        .filter((stretch) => isSaidOtherwise(text.folded, stretch))
        .flatMap(positions),
    );
    return found.flatMap((stretches): Choice['words'] => {
      const said = stretches.find((stretch) => positions(stretch).every((position) => !denied.has(position)));
      return said ? [quoteWords(text, said.start, said.end)] : [];
    });
  });
}

function positions({ start, end }: Stretch): number[] {
  return Array.from({ length: end - start }, (_, i) => start + i);
}

function isSaidOtherwise(folded: string, stretch: Stretch): boolean {
  return isDenied(folded, stretch) || isAbsentOrSupposed(folded, stretch);
}

function amountsOver(texts: readonly SearchableText[], units: readonly string[], over: number): Choice['words'] {
  return texts.flatMap((text) =>
    findQuantities(text.folded, units)
      .filter((quantity) => quantity.amount > over && !isAbsentOrSupposed(text.folded, quantity))
      .map(({ start, end }) => quoteWords(text, start, end)),
  );
}
