import { findPack, PACK_HEADS } from '../../../core/policy/packs.ts';
import type { QueueQuestion } from '../../../core/queue/queue-question.ts';
import type { QueueRow } from '../../../core/queue/queue-row.ts';
import { dueState, isOpen } from '../../../core/queue/row-state.ts';
import type { QueueCounts, QueueFacets } from '../../../core/queue/search-rows.ts';
import { showRest, showTime } from '../show-time.ts';
import type { Speech } from '../speech.ts';

export type RowState = QueueRow['state'] | 'removed' | 'duplicate';

/** A row of the list in words. */
export interface QueueRowView {
  id: string;
  state: RowState;
  customer: string | null;
  title: string;
  category: string | null;
  grade: string;
  /** How grave among the policy's grades: 1 to 3. */
  step: number;
  saved: string;
  isUrgent: boolean;
  /** The next promise that is still open. */
  due: { label: string | null; at: string; rest: string; status: 'running' | 'dueSoon' | 'overdue' } | null;
}

/** What the panel knows of the queue: a part of the list, or less while it is being read. */
export interface QueueList {
  rows: QueueRow[];
  /** The place of the first of them in the whole list. */
  from: number;
  total: number;
  counts: QueueCounts | null;
  facets: QueueFacets | null;
  /** How far a large queue is read, where more may be found then; else null. */
  reading: { read: number; of: number } | null;
  unreadable: number;
}

export interface QueueContext {
  speech: Speech;
  zone: string;
  asOf: string;
}

export function viewRow(row: QueueRow, { speech, zone, asOf }: QueueContext): QueueRowView {
  const { name, at, of } = gradeOf(row.grade, row.policy, speech);
  return {
    id: row.id,
    state: stateOf(row),
    customer: row.customer,
    title: row.title,
    category: categoryName(row.category, row.policy, speech),
    grade: name,
    step: stepOf(at, of),
    saved: showTime(speech, new Date(row.savedAt).toISOString(), zone, asOf),
    isUrgent: row.isUrgent,
    due: nextDue(row, { speech, zone, asOf }),
  };
}

/** A grade in the words of its policy, and its place among the policy's grades; its id where no policy here has it. */
export function gradeOf(id: string, policy: string, { label }: Speech): { name: string; at: number; of: number } {
  const grades = findPack(policy)?.grades ?? [];
  const at = grades.findIndex((grade) => grade.id === id);
  const grade = grades[at];
  return { name: grade === undefined ? id : label(grade.label), at, of: grades.length };
}

/** The mildest is 1, the gravest 3, whatever lies between 2. */
export function stepOf(at: number, count: number): number {
  if (at <= 0) return 1;
  return at === count - 1 ? 3 : 2;
}

/** The state in one word: what was put aside or is a duplicate is that first. */
export function stateOf(row: Pick<QueueRow, 'state' | 'isRemoved' | 'links'>): RowState {
  if (row.isRemoved) return 'removed';
  return row.links.some(({ kind }) => kind === 'duplicateOf') ? 'duplicate' : row.state;
}

/** The name of a category in the words of its policy; its id where no policy here has it. */
export function categoryName(id: string | null, policy: string | null, { label }: Speech): string | null {
  if (id === null) return null;
  const packs = policy === null ? everyPack() : everyPack().filter((pack) => pack.id === policy);
  const found = packs.flatMap(({ categories }) => categories).find((each) => each.id === id);
  return found === undefined ? id : label(found.label);
}

/** Read only once a list needs them. */
const everyPack = () => PACK_HEADS.flatMap(({ id }) => findPack(id) ?? []);

function gradeName(id: string, { label }: Speech): string {
  const found = everyPack()
    .flatMap(({ grades }) => grades)
    .find((each) => each.id === id);
  return found === undefined ? id : label(found.label);
}

function nextDue(row: QueueRow, { speech, zone, asOf }: QueueContext): QueueRowView['due'] {
  const [next] = row.dues;
  if (next === undefined || !isOpen(row)) return null;
  const milestone = findPack(row.policy)?.milestones.find(({ id }) => id === next.milestone);
  const at = new Date(next.due).toISOString();
  const state = dueState(row, Date.parse(asOf));
  return {
    label: milestone === undefined ? null : speech.label(milestone.label),
    at: showTime(speech, at, zone, asOf),
    rest: showRest(speech, at, asOf),
    status: state === 'overdue' ? 'overdue' : state === 'soon' ? 'dueSoon' : 'running',
  };
}

export interface Choice {
  value: string;
  label: string;
}

/** The choices of each filter that has more than one; what is chosen stays in the list even when nothing has it any more. */
export function filterChoices(
  facets: QueueFacets | null,
  question: QueueQuestion,
  speech: Speech,
): { filter: 'grade' | 'category' | 'channel' | 'policy'; choices: Choice[] }[] {
  const policyName = (id: string) => {
    const pack = findPack(id);
    return pack === null ? id : speech.label(pack.label);
  };
  const lists = [
    { filter: 'grade' as const, ids: facets?.grades ?? [], name: (id: string) => gradeName(id, speech) },
    {
      filter: 'category' as const,
      ids: facets?.categories ?? [],
      name: (id: string) => categoryName(id, question.policy, speech) ?? id,
    },
    { filter: 'channel' as const, ids: facets?.channels ?? [], name: (id: string) => id },
    { filter: 'policy' as const, ids: facets?.policies ?? [], name: policyName },
  ];
  return lists
    .map(({ filter, ids, name }) => {
      const chosen = question[filter];
      const all = [...new Set([...ids, ...(chosen === null ? [] : [chosen])])];
      return { filter, choices: all.map((value) => ({ value, label: name(value) })) };
    })
    .filter(({ filter, choices }) => choices.length > 1 || question[filter] !== null);
}

/** How many of the filters behind the button are set. */
export function filtersSet({ grade, category, channel, policy, due }: QueueQuestion): number {
  return [grade, category, channel, policy, due].filter((each) => each !== null).length;
}
