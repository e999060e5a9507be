import { STAMPS, type EventKind } from '../core/complaint/complaint-event.ts';
import type { TimeField } from '../core/complaint/field.ts';
import { guidanceAtStep } from '../core/guidance/guidance-at-step.ts';
import type { Locale } from '../core/policy/localized.ts';
import { pausesToChoose } from '../core/policy/own-pauses.ts';
import { policyNames, type PolicyNames } from '../core/register/log/policy-names.ts';
import { eventWord, saidTime } from '../core/register/log/say-event.ts';
import type { Blocker, StepState } from '../core/workflow/next-steps.ts';
import { saySource } from '../core/wording/say-source.ts';
import { translate, type MessageParams } from '../core/wording/translate.ts';
import { openPauses, type ComplaintFile } from './complaint-file.ts';
import { stepNow } from './complaint-step.ts';
import { fieldsOf, type FormFrame } from './complaint-fields.ts';
import type { Offer } from './taskpane/complaint-state.ts';

interface Frame extends FormFrame {
  names: PolicyNames;
  t: (code: string, params?: MessageParams) => string;
}

/**
 * Everything that can be recorded of a complaint now, by what its policy knows: first the tasks of special lanes, then the
 * steps of its way, approvals and gates that are waited for, and what may happen at any time. What a step waits for is said
 * in words; approvals and gates hold it up for good, an earlier step only until it is written down too.
 */
export function offersFor(file: ComplaintFile, locale: Locale, people: readonly string[]): Offer[] {
  const t = (code: string, params: MessageParams = {}) => translate(locale, code, params);
  const frame: Frame = { file, locale, people, names: policyNames(file.book.pack, locale), t };
  return [
    ...laneOffers(frame),
    ...stepOffers(frame),
    ...approvalOffers(frame),
    ...gateOffers(frame),
    ...otherOffers(frame),
    ...correctionOffers(frame),
    ...checklistOffers(frame),
  ];
}

/** The kind of event that stamps a step's time. */
export function kindThatStamps(time: TimeField): EventKind | null {
  const found = Object.entries(STAMPS).find(([, field]) => field === time);
  return found ? (found[0] as EventKind) : null;
}

function offer(frame: Frame, kind: EventKind, change: Partial<Offer> & Pick<Offer, 'id' | 'group'>): Offer {
  return {
    ...{ kind, about: null, label: wordToDo(kind, frame), by: '', source: '', due: '' },
    ...{ blockers: [], hint: hintFor(kind, frame), fields: fieldsOf(kind, change.about ?? null, frame) },
    ...change,
  };
}

/** What is to be done, where an entry would say that it was done. */
function wordToDo(kind: EventKind, { t, locale }: Frame): string {
  return TO_DO.has(kind) ? t(`complaint.do.${kind}`) : eventWord({ kind }, locale);
}

const TO_DO: ReadonlySet<EventKind> = new Set<EventKind>([
  ...(['resumed', 'paused', 'regraded', 'progressTold', 'promised', 'remedyIntended', 'remedyPromised'] as const),
  ...(['verdictGiven', 'followedUp', 'assigned', 'withdrawn', 'reopened', 'acknowledged', 'closed'] as const),
]);

function hintFor(kind: EventKind, { t, file }: Frame): string {
  if (kind === 'reopened' && file.book.pack.reopening.way === 'notConfigured') return t('complaint.hint.reopenOpen');
  const code = HINTS[kind];
  return code === undefined ? '' : t(`complaint.hint.${code}`);
}

const HINTS: Partial<Record<EventKind, string>> = {
  regraded: 'regraded',
  paused: 'paused',
  reopened: 'reopened',
  remedyIntended: 'remedyIntended',
  remedyPromised: 'remedyPromised',
  promised: 'promised',
  withdrawn: 'withdrawn',
  corrected: 'corrected',
};

function laneOffers(frame: Frame): Offer[] {
  if (!frame.file.isOpen) return [];
  return frame.file.steps.first.map(({ id, text, source }) =>
    offer(frame, 'confirmed', {
      ...{ id: `confirm:${id}`, about: id, group: 'first', label: text[frame.locale] },
      source: saySource(frame.locale, source),
    }),
  );
}

function stepOffers(frame: Frame): Offer[] {
  const { file, locale, names, t } = frame;
  const { steps, isOpen, book } = file;
  const reopen = steps.isToReopen ? [offer(frame, 'reopened', { id: 'reopen', group: 'steps' })] : [];
  const ofWay = steps.steps
    .filter(({ state }) => state === 'ready' || state === 'blocked')
    .filter(({ stamps }) => isOpen || stamps === 'archivedAt')
    .flatMap((step): Offer[] => {
      const kind = kindThatStamps(step.stamps);
      if (kind === null) return [];
      const again = step.isAgain ? ` · ${t('rules.step.again')}` : '';
      return [
        offer(frame, kind, {
          ...{ id: `step:${step.step}`, group: 'steps', label: names.step(step.step) + again, by: names.role(step.by) },
          ...{ source: saySource(locale, step.source), due: dueOf(step.stamps, frame) },
          blockers: blockersOf(step, frame),
        }),
      ];
    });
  const isDescribed = steps.steps.length > 0;
  if (isDescribed || !isOpen) return [...reopen, ...ofWay];
  const awaited = file.deadlines
    .filter(({ stoppedAt }) => stoppedAt === null)
    .flatMap(({ milestone }) => book.pack.milestones.find(({ id }) => id === milestone)?.stopsAt ?? []);
  const times = [...new Set<TimeField>([...awaited, 'closedAt'])];
  return [
    ...reopen,
    ...times.flatMap((time): Offer[] => {
      const kind = kindThatStamps(time);
      if (kind === null) return [];
      const blockers = time === 'closedAt' ? steps.beforeClosing.map((blocker) => sayBlocker(blocker, frame)) : [];
      return [offer(frame, kind, { id: `time:${time}`, group: 'steps', due: dueOf(time, frame), blockers })];
    }),
  ];
}

function blockersOf(step: StepState, frame: Frame): Offer['blockers'] {
  const all = step.stamps === 'closedAt' ? [...step.blockers, ...frame.file.steps.beforeClosing] : step.blockers;
  const said = all.map((blocker) => sayBlocker(blocker, frame));
  return said.filter(({ text }, at) => said.findIndex((other) => other.text === text) === at);
}

/** An earlier step may be written down afterwards; approval and gate may not be passed over. */
function sayBlocker(blocker: Blocker, { names, t, locale, file }: Frame): Offer['blockers'][number] {
  switch (blocker.kind) {
    case 'step':
      return { text: t('rules.step.blocker.step', { name: names.step(blocker.step) }), isHard: false };
    case 'approval': {
      const params = { by: names.role(blocker.by), source: saySource(locale, blocker.source) };
      return { text: t('rules.step.blocker.approval', params), isHard: true };
    }
    case 'gate': {
      const { gate } = blocker;
      const kind = file.steps.gates.find((state) => state.gate === gate)?.kind;
      const label = names.confirmed(gate);
      const name = label === gate && kind === 'replyDuty' ? t('rules.gate.kind.replyDuty') : label;
      const field = blocker.awaits === null ? '' : t('complaint.gateField', { field: t(`fields.${blocker.awaits}`) });
      return { text: t('rules.step.blocker.gate', { name }) + (kind === 'field' ? field : ''), isHard: true };
    }
  }
}

function approvalOffers(frame: Frame): Offer[] {
  const { file, names, locale, t } = frame;
  const waiting = [...file.steps.steps.flatMap(({ blockers }) => blockers), ...file.steps.beforeClosing].filter(
    (blocker) => blocker.kind === 'approval',
  );
  const once = new Map(waiting.map((blocker) => [blocker.approval, blocker]));
  return [...once.values()].map(({ approval, by, source }) =>
    offer(frame, 'approved', {
      ...{ id: `approve:${approval}`, about: approval, group: 'approvals', by: names.role(by) },
      ...{ label: t('complaint.approve', { name: names.approval(approval) }), source: saySource(locale, source) },
    }),
  );
}

function gateOffers(frame: Frame): Offer[] {
  const { file, names, locale, t } = frame;
  if (!file.isOpen) return [];
  const open = file.steps.gates.filter(({ isMet }) => !isMet);
  const confirming = open
    .filter(({ kind }) => kind === 'confirmed' || kind === 'noLetOff')
    .map(({ gate, source }) =>
      offer(frame, 'confirmed', {
        ...{ id: `confirm:${gate}`, about: gate, group: 'gates', source: saySource(locale, source) },
        label: t('complaint.confirm', { name: names.confirmed(gate) }),
      }),
    );
  const byStep = new Set(file.steps.steps.map(({ stamps }) => stamps));
  const awaited = open.flatMap(({ kind, awaits }): TimeField[] => {
    if (kind === 'satisfied') return byStep.has('followedUpAt') ? [] : ['followedUpAt'];
    const time = kind === 'time' || kind === 'replyDuty' ? (awaits as TimeField | null) : null;
    return time === null || byStep.has(time) || AFTER_CLOSING.includes(time) ? [] : [time];
  });
  const timed = [...new Set(awaited)].flatMap((time): Offer[] => {
    const kind = kindThatStamps(time);
    return kind === null ? [] : [offer(frame, kind, { id: `gate:${time}`, group: 'gates' })];
  });
  return [...timed, ...confirming];
}

const AFTER_CLOSING: readonly TimeField[] = ['closedAt', 'archivedAt'];

function otherOffers(frame: Frame): Offer[] {
  const { file } = frame;
  const { pack } = file.book;
  const more = (kind: EventKind, id: string = kind): Offer => offer(frame, kind, { id, group: 'more' });
  if (!file.isOpen) return file.steps.isToReopen ? [] : [more('reopened', 'reopen')];
  const isPaused = openPauses(file).length > 0;
  return [
    ...(isPaused ? [more('resumed')] : []),
    ...pauseOffers(frame),
    ...(pack.grades.length > 1 ? [more('regraded')] : []),
    more('progressTold'),
    ...(pack.milestones.length > 0 ? [more('promised')] : []),
    ...(pack.remedies.length > 0 ? [more('remedyIntended'), more('remedyPromised')] : []),
    ...(pack.verdicts.length > 0 ? [more('verdictGiven')] : []),
    ...(file.steps.sentBack === null && !byWay(file, 'followedUpAt') ? [more('followedUp')] : []),
    ...(byWay(file, 'assignedAt') ? [] : [more('assigned')]),
    more('withdrawn'),
  ];
}

/** Without a reason that the company has confirmed no clock is paused; the button says where reasons are set. */
function pauseOffers(frame: Frame): Offer[] {
  const { pack } = frame.file.book;
  if (pack.milestones.length === 0) return [];
  const unset = { text: frame.t('complaint.hint.pauseUnset'), isHard: true };
  return [
    offer(frame, 'paused', { id: 'paused', group: 'more', blockers: pausesToChoose(pack).length > 0 ? [] : [unset] }),
  ];
}

function byWay({ steps }: ComplaintFile, time: TimeField): boolean {
  return steps.steps.some(({ stamps, state }) => stamps === time && (state === 'ready' || state === 'blocked'));
}

function correctionOffers(frame: Frame): Offer[] {
  const { file, locale, t } = frame;
  const zone = file.book.rules.zone;
  return file.events
    .filter(({ kind }) => kind !== 'corrected')
    .map((event) => {
      const entry = `${eventWord(event, locale)} ${saidTime(event.occurredAt, zone)}`;
      return offer(frame, 'corrected', {
        ...{ id: `correct:${event.id}`, about: event.id, group: 'correct' },
        label: t('complaint.correct', { entry }),
      });
    });
}

/** What is still to be ticked at this step; shown with its checklist. */
function checklistOffers(frame: Frame): Offer[] {
  const { file, locale } = frame;
  const { checklists } = guidanceAtStep(stepNow(file), file.situation, file.book.pack, file.progress.confirmed);
  return checklists.flatMap(({ checklist, items }) =>
    items
      .filter(({ isDone }) => !isDone)
      .map(({ item, label, source }) =>
        offer(frame, 'confirmed', {
          ...{ id: `check:${checklist}.${item}`, about: `${checklist}.${item}`, group: 'check' },
          ...{ label: label[locale], source: saySource(locale, source) },
        }),
      ),
  );
}

function dueOf(stamps: TimeField, { file }: Frame): string {
  const own = file.book.pack.milestones.filter(({ stopsAt }) => stopsAt === stamps).map(({ id }) => id);
  const due = file.deadlines.find(
    ({ milestone, stoppedAt, dueAt }) => own.includes(milestone) && stoppedAt === null && dueAt,
  );
  return due?.dueAt ? saidTime(due.dueAt, file.book.rules.zone) : '';
}
