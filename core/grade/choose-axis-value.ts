import type { Axis } from '../policy/axis.ts';
import type { AxisChoice, Choice } from './assessment.ts';
import { choiceFrom } from './choice-from.ts';
import { matchCondition } from './match-condition.ts';
import { findWord, prepareWord, type Word } from './match-words.ts';
import { isDenied } from './said-otherwise.ts';
import { quoteWords, searchableTexts } from './searchable-text.ts';
import type { Situation } from './situation.ts';

/**
 * The value proposed on an axis, with its reasons: the one that the axis' own field names (a cause that a person wrote
 * down), else the first listed whose condition holds. Null when nothing speaks for any; values without a condition are
 * only ever named by a person.
 */
export function chooseAxisValue(axis: Axis, situation: Situation): Choice | null {
  const named = valueNamed(axis, situation);
  if (named) return named;
  for (const { id, when, source } of axis.values) {
    const match = when && matchCondition(when, situation);
    if (match) return choiceFrom(match, { id, rule: id, source });
  }
  return null;
}

/** The value whose longest name stands in the axis' own field; of equals the first listed. */
function valueNamed(axis: Axis, { values }: Situation): Choice | null {
  const [text] = axis.field ? searchableTexts(values, [axis.field]) : [];
  if (!text) return null;
  let best: { length: number; choice: Choice } | null = null;
  for (const value of axis.values) {
    for (const name of namesOf(value)) {
      const said = findWord(text.folded, name).find((stretch) => !isDenied(text.folded, stretch));
      const length = said ? said.end - said.start : 0;
      if (said && length > (best?.length ?? 0)) {
        best = {
          length,
          choice: {
            id: value.id,
            rule: value.id,
            source: value.source,
            words: [quoteWords(text, said.start, said.end)],
          },
        };
      }
    }
  }
  return best?.choice ?? null;
}

const names = new WeakMap<Axis['values'][number], Word[]>();

function namesOf(value: Axis['values'][number]): Word[] {
  const ready = names.get(value) ?? [...Object.values(value.label), ...value.synonyms].map(prepareWord);
  names.set(value, ready);
  return ready;
}

/** The choice as a value on its axis. */
export function onAxis(axis: Axis, choice: Choice): AxisChoice {
  return { axis: axis.id, ...choice };
}
