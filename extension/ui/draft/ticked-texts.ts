import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import type { Speech } from '../speech.ts';
import type { DraftView } from './view-draft.ts';

/** The words of the ticked points, for a note that outlives the draft: tasks of lanes, then items of checklists. */
export function tickedTexts(
  pack: PolicyPack,
  { calls: { tasks } }: Pick<DraftView, 'calls'>,
  ticked: readonly string[],
  { label }: Pick<Speech, 'label'>,
): string[] {
  const isTicked = ({ id }: { id: string }) => ticked.includes(id);
  const items = pack.checklists.flatMap((list) =>
    list.items
      .filter((item) => isTicked({ id: `${list.id}.${item.id}` }))
      .map((item) => `${label(list.label)}: ${label(item.label)}`),
  );
  return [...tasks.filter(isTicked).map(({ text }) => label(text)), ...items];
}
