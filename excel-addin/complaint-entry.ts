import { ComplaintEvent } from '../core/complaint/complaint-event.ts';
import { isDay, type DayOrMoment, type Moment } from '../core/complaint/moment.ts';
import { verdictsAtClosing } from '../core/deadline/verdicts-at-closing.ts';
import { layersOf, rulesInForce } from '../core/deadline/rules-in-force.ts';
import { done, refuse, type Outcome } from '../core/outcome.ts';
import { carryOver } from '../core/register/log/carry-over.ts';
import { epochOf, toEpoch, toMoment } from '../core/working-time/zoned-time.ts';
import type { ComplaintFile } from './complaint-file.ts';
import type { Offer, RecordForm } from './taskpane/complaint-state.ts';

/** What is wrong with a form. Words: `pane.trouble.<code>`. */
export type FormRefusal = 'formWho' | 'formField' | 'formTime' | 'formFuture' | 'formBlocked' | 'formPause';

export interface EntryFrame {
  id: string;
  asOf: Moment;
  /** What carried-over entries say of themselves. */
  carriedNote: string;
}

/**
 * The entries that a filled form stands for: one, and before a reopening those for what only the row tells. Times are wall
 * times of the register's zone; empty means now. Nothing that lies ahead can have happened.
 */
export function entriesOf(
  offer: Offer,
  form: RecordForm,
  file: ComplaintFile,
  { id, asOf, carriedNote }: EntryFrame,
): Outcome<ComplaintEvent[], FormRefusal> {
  const { zone } = file.book.rules;
  const by = form.who.trim();
  if (by === '') return refuse('formWho');
  if (offer.blockers.some(({ isHard }) => isHard)) return refuse('formBlocked');
  const empty = offer.fields.find(({ name, required }) => required && (form.fields[name] ?? '').trim() === '');
  if (empty !== undefined) return refuse('formField', { field: empty.label });
  const recordedAt = exactMoment(asOf, zone);
  const occurredAt = form.when === '' ? recordedAt : wallTime(form.when, zone);
  if (occurredAt === null) return refuse('formTime');
  const isAhead = isDay(occurredAt) ? occurredAt > recordedAt.slice(0, 10) : toEpoch(occurredAt) > toEpoch(asOf);
  if (isAhead) return refuse('formFuture');
  const special = ofKind(offer, form, file, zone);
  if (!special.ok) return special;
  const note = form.note.trim();
  const made = ComplaintEvent.safeParse({
    ...{ id: offer.kind === 'reopened' ? `${id}-1` : id, kind: offer.kind, occurredAt, recordedAt, by },
    ...(note === '' ? {} : { note: note.slice(0, 2_000) }),
    ...special.value,
  });
  if (!made.success) return refuse('formField', { field: made.error.issues[0]?.path.join('.') ?? '' });
  const before =
    offer.kind === 'reopened'
      ? carryOver(file.values, file.events, { id: `${id}-0`, by, recordedAt, note: carriedNote, typed: file.typed })
      : [];
  return done([...before, made.data]);
}

/** What an entry of this kind says beyond when, who and a note. */
function ofKind(
  { kind, about }: Offer,
  { fields, note }: RecordForm,
  file: ComplaintFile,
  zone: string,
): Outcome<Record<string, unknown>, FormRefusal> {
  const text = (name: string) => (fields[name] ?? '').trim();
  const some = (name: string, as = name) => (text(name) === '' ? {} : { [as]: text(name) });
  const number = (name: string) => (text(name) === '' ? {} : { [name]: Number(text(name)) });
  const list = (name: string) => {
    const items = text(name)
      .split(/[,，、;；]/)
      .map((item) => item.trim())
      .filter((item) => item !== '');
    return items.length === 0 ? {} : { [name]: items };
  };
  const time = (name: string, as = name): Outcome<Record<string, unknown>, FormRefusal> => {
    if (text(name) === '') return done({});
    const at = wallTime(text(name), zone);
    return at === null ? refuse('formTime') : done({ [as]: at });
  };
  switch (kind) {
    case 'received':
      return done(some('receiver'));
    case 'transferred':
      return done(some('department'));
    case 'reported':
      return done(list('to'));
    case 'assigned':
      return done({ ...some('department'), ...some('person') });
    case 'teamFormed':
      return done({ ...some('leader'), ...list('members') });
    case 'followedUp':
      return done({ satisfied: { yes: true, no: false }[text('satisfied')] ?? null });
    case 'closed': {
      const verdicts = verdictsAtClosing(file.deadlines);
      return done({ ...some('outcome'), ...(verdicts.length === 0 ? {} : { verdicts }) });
    }
    case 'reopened':
      return done({ ...some('way'), ...some('reason'), ...(text('way') === 'linkedCase' ? some('caseId') : {}) });
    case 'regraded':
      return done({ from: file.evaluation.grade, to: text('grade'), reason: text('reason') });
    case 'paused': {
      const rule = file.book.pack.pauseReasons.find(({ id }) => id === text('reason'));
      if (rule?.noteNeeded === true && note.trim() === '') return refuse('formPause');
      const until = time('until');
      return until.ok ? done({ ...some('reason'), ...some('evidence'), ...until.value }) : until;
    }
    case 'resumed':
    case 'withdrawn':
      return done(some('reason'));
    case 'verdictGiven':
      return done({ ...some('verdict'), ...some('reason') });
    case 'approved':
      return done({ approval: about });
    case 'confirmed':
      return done({ gate: about });
    case 'remedyIntended':
    case 'remedyPromised':
      return done({ ...some('remedy'), ...number('count'), ...number('money'), ...some('reason') });
    case 'promised': {
      const dueAt = time('dueAt');
      if (!dueAt.ok) return dueAt;
      const { pack, rules } = file.book;
      const layers = layersOf(rules.company, { department: file.log.owner?.department ?? null });
      return done({ ...some('milestone'), ...dueAt.value, ...rulesInForce(pack, rules.company, layers) });
    }
    case 'corrected': {
      const reason = some('reason');
      if (text('change') === 'strike') return done({ corrects: about, to: null, ...reason });
      const to = time('to');
      if (!to.ok) return to;
      return 'to' in to.value ? done({ corrects: about, ...to.value, ...reason }) : refuse('formTime');
    }
    default:
      return done({});
  }
}

/** To the thousandth of a second: two entries of one second stay in their order. */
function exactMoment(asOf: Moment, zone: string): Moment {
  const epoch = toEpoch(asOf);
  const parts = String(((epoch % 1_000) + 1_000) % 1_000).padStart(3, '0');
  return toMoment(epoch, zone).replace(/(?<=T\d{2}:\d{2}:\d{2})/, `.${parts}`);
}

/** `2026-11-22T10:00` or `2026-11-22` on the clocks of a zone; null when it is neither. */
export function wallTime(text: string, zone: string): DayOrMoment | null {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?(?::\d{2})?$/.exec(text) ?? [];
  if (day === undefined || Number.isNaN(Date.parse(`${day}T00:00:00Z`))) return null;
  return time === undefined ? day : toMoment(epochOf(day, time, zone), zone);
}
