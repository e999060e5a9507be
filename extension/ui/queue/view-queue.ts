import { FIELDS } from '../../../core/complaint/field.ts';
import { deadlineStatus } from '../../../core/deadline/deadline-status.ts';
import type { Deadline } from '../../../core/deadline/deadline.ts';
import { findPack } from '../../../core/policy/packs.ts';
import type { QueueEntry } from '../../../core/queue/queue-entry.ts';
import { toEpoch } from '../../../core/working-time/zoned-time.ts';
import { showRest, showTime } from '../show-time.ts';
import type { Speech } from '../speech.ts';

/** An entry as the list needs it; a queue entry without its page fits. */
export type ListedComplaint = Pick<
  QueueEntry,
  'id' | 'savedAt' | 'state' | 'values' | 'category' | 'grade' | 'policy' | 'promised'
> & { title: string; url: string | null };

export interface QueueRowView {
  id: string;
  state: QueueEntry['state'];
  customer: string | null;
  title: string;
  category: string | null;
  grade: string;
  saved: string;
  /** The next promise that is still open. */
  due: { label: string; at: string; rest: string; status: Deadline['status'] } | null;
  values: { label: string; value: string }[];
}

export interface QueueView {
  waiting: QueueRowView[];
  registered: QueueRowView[];
  counts: { queued: number; handedOver: number; registered: number };
  unreadable: number;
}

export interface QueueContext {
  entries: ListedComplaint[];
  unreadable: number;
  speech: Speech;
  zone: string;
  asOf: string;
}

export function viewQueue({ entries, unreadable, speech, zone, asOf }: QueueContext): QueueView {
  const count = (state: QueueEntry['state']) => entries.filter((entry) => entry.state === state).length;
  const rows = entries.map((entry) => viewRow(entry, speech, zone, asOf));
  return {
    waiting: rows.filter(({ state }) => state !== 'registered'),
    registered: rows.filter(({ state }) => state === 'registered'),
    counts: { queued: count('queued'), handedOver: count('handedOver'), registered: count('registered') },
    unreadable,
  };
}

function viewRow(entry: ListedComplaint, speech: Speech, zone: string, asOf: string): QueueRowView {
  const { id, state, values, title } = entry;
  const pack = findPack(entry.policy.id);
  const category = pack?.categories.find((each) => each.id === entry.category);
  const grade = pack?.grades.find((each) => each.id === entry.grade);
  return {
    id,
    state,
    customer: values.customerName ?? values.contactName ?? values.contactEmail ?? null,
    title: title === '' ? (values.description ?? '') : title,
    category: category === undefined ? entry.category : speech.label(category.label),
    grade: grade === undefined ? entry.grade : speech.label(grade.label),
    saved: showTime(speech, entry.savedAt, zone, asOf),
    due: nextDue(entry, speech, zone, asOf),
    values: FIELDS.flatMap((field) => {
      const value = values[field];
      if (value === undefined) return [];
      const isTime = field === 'receivedAt' || field === 'occurredAt' || field === 'purchaseDate';
      return [{ label: speech.say(`fields.${field}`), value: isTime ? showTime(speech, value, zone, asOf) : value }];
    }),
  };
}

function nextDue(entry: ListedComplaint, speech: Speech, zone: string, asOf: string): QueueRowView['due'] {
  const open = entry.promised
    .flatMap(({ dueAt, ...deadline }) =>
      dueAt === null || deadline.stoppedAt !== null ? [] : [{ ...deadline, dueAt }],
    )
    .sort((one, other) => toEpoch(one.dueAt) - toEpoch(other.dueAt))[0];
  if (open === undefined) return null;
  const milestone = findPack(entry.policy.id)?.milestones.find(({ id }) => id === open.milestone);
  return {
    label: milestone === undefined ? open.milestone : speech.label(milestone.label),
    at: showTime(speech, open.dueAt, zone, asOf),
    rest: showRest(speech, open.dueAt, asOf),
    status: deadlineStatus({ dueAt: open.dueAt, warnAt: open.warnAt, stoppedAt: null, asOf, zone }),
  };
}
