import type { Choice, MatchedWords, SettledFact } from '../../../core/grade/assessment.ts';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import { saySource } from '../../../core/wording/say-source.ts';
import type { Speech } from '../speech.ts';

/** The words that spoke for a choice, what else it follows from, and its source: 提到 “停工” · 依据《…》. */
export function sayReason(
  { words, source, facts = [] }: Pick<Choice, 'source' | 'words' | 'facts'>,
  pack: PolicyPack,
  speech: Speech,
): string {
  const { say } = speech;
  const parts = [
    ...(words.length === 0 ? [] : [say('panel.assessment.words', { words: quoted(words, speech) })]),
    ...facts.map((fact) => sayFact(fact, pack, speech)).filter((fact) => fact !== null),
  ];
  if (source !== null && isClause(source))
    parts.push(say('panel.assessment.clause', { source: saySource(speech.locale, source) }));
  return parts.join(' · ');
}

function quoted(words: readonly MatchedWords[], { say }: Speech): string {
  const each = [...new Set(words.map(({ quote }) => quote))].slice(0, 4);
  return each.map((word) => say('panel.notice.word', { word })).join(' ');
}

function sayFact(fact: SettledFact, pack: PolicyPack, speech: Speech): string | null {
  const { say } = speech;
  if (fact.kind === 'known') return say('rules.reason.known', { field: say(`fields.${fact.field}`) });
  if (fact.kind === 'axis') {
    const axis = pack.axes.find(({ id }) => id === fact.axis);
    const name = labelOf(axis?.values ?? [], fact.id, speech);
    return axis && name !== null ? say('rules.reason.axis', { axis: speech.label(axis.label), name }) : null;
  }
  const list = { category: pack.categories, grade: pack.grades, lane: pack.lanes }[fact.kind];
  const name = labelOf(list, fact.id, speech);
  return name === null ? null : say(`rules.reason.${fact.kind}`, { name });
}

/** The label of an id in a list of the pack; null when the pack does not know it. */
export function labelOf(
  list: readonly { id: string; label: PolicyPack['label'] }[],
  id: string | null,
  speech: Speech,
): string | null {
  const found = list.find((each) => each.id === id);
  return found === undefined ? null : speech.label(found.label);
}

/** Rules of the product itself have no clause to cite. */
export const isClause = (source: string): boolean => !source.startsWith('product');
