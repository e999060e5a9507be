import type { ComplaintValues } from '../complaint/complaint-values.ts';
import type { Axis } from '../policy/axis.ts';
import type { Lane } from '../policy/lane.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import type { Choice, InitialAssessment } from './assessment.ts';
import { checkValidity } from './check-validity.ts';
import { choiceFrom, ownChoice } from './choice-from.ts';
import { chooseAxisValue, onAxis } from './choose-axis-value.ts';
import { rankCategories, rivalsOf } from './choose-category.ts';
import { chooseGrade } from './choose-grade.ts';
import { matchCondition } from './match-condition.ts';
import { openSums } from './open-sums.ts';
import { onDemand } from './on-demand.ts';
import type { OwnChoices } from './own-choices.ts';
import { preparePack } from './prepared-pack.ts';
import { textsOf, type Situation } from './situation.ts';

/**
 * The initial assessment (初步判断, S0-20) of a complaint by a pack: category, grade, special lanes, values on the pack's
 * axes and the tests of validity, each with the rule, its clause and the words that speak for it. Offsets count UTF-16
 * units in the value of the words' field. The gravest rule that holds decides the grade; without one it is the pack's
 * mildest. The category is null when no word speaks for any;
 * where others come near it they stand in `nearCategories`, for a person to choose. What a person chose goes before the proposal and rules that
 * build on it follow; an id that the pack does not know counts as no choice. Rules that wait for each other in a circle do
 * not hold. Example: 「生产线停工」 by the general pack → grade `major`, words 生产线停工.
 */
export function assessComplaint(values: ComplaintValues, pack: PolicyPack, own: OwnChoices = {}): InitialAssessment {
  const prepared = preparePack(pack);
  const texts = textsOf(values);
  const ranked = rankCategories(
    texts.told.filter(({ field }) => field === 'description' || field === 'demand'),
    prepared,
  );
  const ownCategory = known(own.category, pack.categories);
  const category = settle(ranked[0]?.choice ?? null, ownCategory);
  const near = ownCategory === null ? rivalsOf(ranked) : [];
  const ownGrade = known(own.grade, pack.grades);
  const ownValues = new Map(pack.axes.map((axis) => [axis.id, known(lookUp(own.axes, axis.id), axis.values)]));
  const grade = onDemand(() => settle(chooseGrade(situation, pack, prepared), ownGrade));
  const axes = new Map(pack.axes.map((axis) => [axis.id, onDemand(() => valueOn(axis))]));
  const lanes = new Map(pack.lanes.map((lane) => [lane.id, onDemand(() => inLane(lane))]));
  const situation: Situation = {
    ...texts,
    category: () => category?.id ?? null,
    grade: () => ownGrade ?? grade()?.id ?? null,
    isInLane: (id) => lanes.has(id) && (lookUp(own.lanes, id) ?? Boolean(lanes.get(id)?.())),
    axis: (id) => ownValues.get(id) ?? axes.get(id)?.()?.id ?? null,
  };

  function valueOn(axis: Axis): Choice | null {
    return settle(chooseAxisValue(axis, situation), ownValues.get(axis.id) ?? null);
  }
  function inLane({ id, when, orWhen, source }: Lane): Choice | null {
    const isWanted = lookUp(own.lanes, id);
    if (isWanted === false) return null;
    const match = matchCondition(when, situation) ?? (orWhen ? matchCondition(orWhen, situation) : null);
    const proposal = match && choiceFrom(match, { id, rule: id, source });
    return isWanted ? ownChoice(id, proposal) : proposal;
  }

  const open = ownGrade === null ? openSums(grade()?.id ?? '', situation, pack, prepared) : [];

  return {
    category,
    ...(near.length > 0 && { nearCategories: near }),
    grade: grade() ?? { id: '', rule: null, source: null, words: [] },
    lanes: pack.lanes.flatMap(({ id }) => lanes.get(id)?.() ?? []),
    axes: pack.axes.flatMap((axis) => {
      const choice = axes.get(axis.id)?.();
      return choice ? [onAxis(axis, choice)] : [];
    }),
    validity: checkValidity(values, pack, own.confirmed),
    ...(open.length > 0 && { openSums: open }),
  };
}

function settle<Proposal extends Choice | null>(proposal: Proposal, own: string | null): Proposal | Choice {
  return own === null ? proposal : ownChoice(own, proposal);
}

function known(id: string | undefined, choices: readonly { id: string }[]): string | null {
  return choices.find((choice) => choice.id === id)?.id ?? null;
}

/** Choices are kept outside the program: `constructor` is no key of ours. */
function lookUp<T>(record: Record<string, T> | undefined, key: string): T | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}
