import { guidanceAtStep } from '../core/guidance/guidance-at-step.ts';
import { HandlingStep } from '../core/policy/guidance.ts';
import type { Locale } from '../core/policy/localized.ts';
import { checkReply } from '../core/reply/check-reply.ts';
import { promisedDeadline } from '../core/reply/promised-deadline.ts';
import { replyLanguage } from '../core/reply/reply-language.ts';
import { stateTime } from '../core/reply/state-time.ts';
import { writeReply } from '../core/reply/write-reply.ts';
import { cellAddress } from '../core/register/cell-address.ts';
import { findingWords } from '../core/register/finding-text.ts';
import { gradeReasonText } from '../core/register/grade-reason.ts';
import { statusesLeft } from '../core/register/log/own-status.ts';
import { policyNames, type PolicyNames } from '../core/register/log/policy-names.ts';
import { eventDetails, eventWord, saidTime } from '../core/register/log/say-event.ts';
import { departmentText } from '../core/register/row-department.ts';
import { proposeRemedies } from '../core/remedy/propose-remedies.ts';
import { findResponsible } from '../core/responsibility/find-responsible.ts';
import { sayLine } from '../core/wording/say-line.ts';
import { saySource } from '../core/wording/say-source.ts';
import { translate, type MessageParams } from '../core/wording/translate.ts';
import { offersFor } from './complaint-offers.ts';
import { stepNow } from './complaint-step.ts';
import type { ComplaintFile } from './complaint-file.ts';
import { ownDeadline } from './own-deadline.ts';
import type {
  DeadlineTone,
  ShownComplaint,
  ShownDeadline,
  ShownGuidance,
  ShownRemedy,
  ShownReply,
  TimelineEntry,
} from './taskpane/complaint-state.ts';

export interface ModelFrame {
  locale: Locale;
  /** Names that stand in log and row. */
  people: readonly string[];
  who: string;
  companyName: string;
}

type Say = (code: string, params?: MessageParams) => string;

/** A complaint in words of the pane's language. */
export function shownComplaint(file: ComplaintFile, frame: ModelFrame): ShownComplaint {
  const { locale, people } = frame;
  const { values, evaluation, book, log } = file;
  const { pack } = book;
  const t: Say = (code, params) => translate(locale, code, params);
  const names = policyNames(pack, locale);
  const status = pack.statuses.find(({ id }) => id === evaluation.status)?.label[locale] ?? '';
  const liable = findResponsible(file.situation, pack);
  return {
    number: file.number,
    ...{ sheet: book.register.cells.sheet, row: file.row, column: file.column },
    customer: values.customerName ?? values.contactName ?? '',
    product: [values.productName, values.productModel, values.batchNo].filter(Boolean).join(' · '),
    category: evaluation.category === null ? '' : names.category(evaluation.category),
    grade: names.grade(evaluation.grade),
    gradeReason: gradeReasonText(evaluation.reason, pack, locale),
    ...{ status, isOpen: file.isOpen },
    department: departmentText(evaluation.department, pack, locale),
    firstReceiver: log.firstReceiver ?? values.receivedBy ?? '',
    about: values.description ?? '',
    demand: values.demand ?? '',
    notices: noticesOf(file, names, t, locale),
    deadlines: file.deadlines.map((deadline) => shownDeadline(deadline, file, locale)),
    ownDeadline: ownDeadline(file, locale),
    offers: offersFor(file, locale, people),
    timeline: timelineOf(file, locale),
    guidance: guidanceOf(file, locale, t),
    remedies: remediesOf(file, locale, t),
    responsibility: liable.departments.map(({ department, shares, source }) => ({
      department: names.role(department),
      share: shares.map((share) => t(`rules.responsibility.share.${share}`)).join(' / '),
      reason: saySource(locale, source),
    })),
    responsibilityNotes: [
      ...liable.conflicts.map(({ code, sources, departments }) =>
        t(`rules.responsibility.conflict.${code}`, {
          ...{ first: saySource(locale, sources[0]), second: saySource(locale, sources[1]) },
          departments: departments.map(names.role).join(locale === 'en' ? ', ' : '、'),
        }),
      ),
      ...liable.asks.map(({ axis }) =>
        t('rules.responsibility.ask', { axis: pack.axes.find(({ id }) => id === axis)?.label[locale] ?? axis }),
      ),
      ...(pack.responsibility.length > 0 && liable.departments.length === 0 && liable.asks.length === 0
        ? [t('rules.responsibility.none')]
        : []),
    ],
    replies: repliesOf(file, frame, t),
  };
}

/** Of what the log says of itself, that which a person should put right; missing receipts stand in the row. */
function noticesOf(
  { log, values, book, steps, evaluation, typed, events, row, isOpen }: ComplaintFile,
  names: PolicyNames,
  t: Say,
  locale: Locale,
): ShownComplaint['notices'] {
  const odd = log.findings
    .filter(({ code }) => code !== 'noReceipt' || values.receivedAt === undefined)
    .map(({ level, code, params }) => ({ level, text: t(`deadline.finding.${code}`, labelled(params, names)) }));
  const sheet = book.register.cells.sheet;
  const kept = book.isProtected ? [{ level: 'warning' as const, text: t('complaint.protected', { sheet }) }] : [];
  const back =
    steps.sentBack === null
      ? []
      : [
          {
            level: 'warning' as const,
            text: t('rules.step.sentBack', { count: steps.sentBack.times, to: steps.sentBack.to ?? '' }),
          },
        ];
  const linked =
    log.linkedCase === null
      ? []
      : [{ level: 'warning' as const, text: t('complaint.linked', { number: log.linkedCase.caseId ?? '' }) }];
  const receipt = values.receivedAt === undefined && log.times.receivedAt === undefined;
  const lacks = receipt ? [{ level: 'warning' as const, text: t('complaint.noReceipt') }] : [];
  const { zone } = book.rules;
  const differing = typed.map(({ field, at, logged }) => ({
    level: 'warning' as const,
    text: t('complaint.typedTime', {
      ...{ field: t(`fields.${field}`), typed: saidTime(at, zone) },
      logged: logged === null ? '' : saidTime(logged, zone),
    }),
  }));
  const sums = evaluation.findings
    .filter(({ code }) => code === 'otherCurrency' || code === 'timeOfBefore')
    .map((finding) => ({ level: 'warning' as const, text: findingWords(finding, locale) }));
  const { area } = book.register.cells;
  const unsaid = statusesLeft(book.register, row - area.row - 1, events, { isOpen, pack: book.pack }).map(
    ({ column, header, said }) => ({
      level: 'warning' as const,
      text: t('complaint.statusLeft', { column: header, said }),
      cell: { row, column: area.column + column, address: cellAddress(row, area.column + column) },
    }),
  );
  return [
    ...kept,
    ...unsaid,
    ...back,
    ...linked,
    ...lacks,
    ...differing,
    ...odd.filter(({ text }) => text !== ''),
    ...sums,
  ];
}

/** Ids of the policy as their labels. */
function labelled(params: Record<string, string | number>, names: PolicyNames): MessageParams {
  const said: Record<string, (id: string) => string> = {
    ...{ grade: names.grade, reason: names.pauseReason, milestone: names.milestone, verdict: names.verdict },
    ...{ gate: names.confirmed, approval: names.approval, remedy: names.remedy },
    gates: (ids) => ids.split(', ').map(names.confirmed).join('、'),
  };
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, said[name]?.(String(value)) ?? value]),
  );
}

const TONES: Partial<Record<string, DeadlineTone>> = {
  ...{ overdue: 'overdue', missed: 'overdue', dueSoon: 'dueSoon', immediately: 'dueSoon', running: 'running' },
  ...{ paused: 'running', met: 'closed', done: 'closed', withdrawn: 'closed', unrecorded: 'closed' },
};

function shownDeadline(
  deadline: ComplaintFile['deadlines'][number],
  file: ComplaintFile,
  locale: Locale,
): ShownDeadline {
  const { pack, rules } = file.book;
  const state = deadline.state;
  const milestone = pack.milestones.find(({ id }) => id === deadline.milestone);
  const at = deadline.dueAt === null ? '' : saidTime(deadline.dueAt, rules.zone);
  const noted = file.promised.findLast((promise) => promise.milestone.id === deadline.milestone)?.at ?? '';
  const told = deadline.promisedAt ? saidTime(deadline.promisedAt, rules.zone) : noted;
  return {
    milestone: deadline.milestone,
    label: milestone?.label[locale] ?? deadline.milestone,
    state: translate(locale, `deadline.state.${state}`),
    tone: TONES[state] ?? 'unset',
    due: at,
    promised: told === at ? '' : told,
    doubt: deadline.basis === 'provisional' ? translate(locale, 'deadline.basis.provisional') : '',
    trace: deadline.trace.map((line) => sayLine(locale, 'deadline.trace', line)),
  };
}

/** What happened, newest first: entries of the log, and times that stand in the row only. */
function timelineOf(file: ComplaintFile, locale: Locale): TimelineEntry[] {
  const { events, log, inRow, book } = file;
  const { zone } = book.rules;
  const frame = { pack: book.pack, locale, zone };
  const known = new Map(events.map((event) => [event.id, event]));
  const corrections = new Map(
    events.flatMap((event) => (event.kind === 'corrected' ? [[event.corrects, event] as const] : [])),
  );
  const late = new Map(log.lateEntries.map((entry) => [entry.id, entry]));
  const entries = events.map((event) => {
    const filledIn = late.get(event.id);
    const correction = corrections.get(event.id);
    const moved = correction?.to ?? null;
    return {
      at: event.occurredAt,
      entry: {
        id: event.kind === 'corrected' ? null : event.id,
        when: saidTime(event.occurredAt, zone),
        what: eventWord(event, locale),
        details: eventDetails(event, frame, known),
        by: event.by,
        late: filledIn === undefined ? '' : lateWords(filledIn.minutesLate, locale),
        corrected: moved === null ? '' : translate(locale, 'complaint.movedTo', { at: saidTime(moved, zone) }),
        isStruck: correction !== undefined && correction.to === null,
      },
    };
  });
  const fromRow = inRow.map(({ kind, at }) => ({
    at,
    entry: {
      ...{ id: null, when: saidTime(at, zone), what: eventWord({ kind }, locale), details: '', by: '' },
      ...{ late: translate(locale, 'complaint.inRow'), corrected: '', isStruck: false },
    },
  }));
  const place = (at: string) => (at.includes('T') ? Date.parse(at) : Date.parse(`${at}T00:00:00Z`));
  // Of what happened at the same time the one written last stands first.
  return [...fromRow, ...entries]
    .toReversed()
    .toSorted((a, b) => place(b.at) - place(a.at))
    .map(({ entry }) => entry);
}

function lateWords(minutes: number | null, locale: Locale): string {
  if (minutes === null) return translate(locale, 'deadline.lateDay');
  if (minutes < 120) return translate(locale, 'deadline.late', { count: minutes });
  const [code, count] =
    minutes < 2_880 ? ['lateHours', Math.round(minutes / 60)] : ['lateDays', Math.round(minutes / 1_440)];
  return translate(locale, `complaint.${code}`, { count });
}

function guidanceOf(file: ComplaintFile, locale: Locale, t: Say): ShownGuidance {
  const step = stepNow(file);
  const { guidance, checklists, say, avoid } = guidanceAtStep(
    step,
    file.situation,
    file.book.pack,
    file.progress.confirmed,
  );
  return {
    step: t(`complaint.step.${step}`),
    texts: guidance.map(({ text, source }) => ({ text: text[locale], source: saySource(locale, source) })),
    checklists: checklists.map(({ checklist, label, items }) => ({
      label: label[locale],
      items: items.map(({ item, label: name, isDone }) => ({
        id: `${checklist}.${item}`,
        label: name[locale],
        isDone,
      })),
    })),
    say: say.map(({ text }) => text[locale]),
    avoid: avoid.map(({ text, instead }) => ({ text: text[locale], instead: instead?.[locale] ?? '' })),
  };
}

const MOST_ON_OFFER = 12;

function remediesOf({ situation, book: { pack } }: ComplaintFile, locale: Locale, t: Say): ShownRemedy[] {
  const names = policyNames(pack, locale);
  const axisName = (axis: string) => pack.axes.find(({ id }) => id === axis)?.label[locale] ?? axis;
  return proposeRemedies(situation, pack)
    .slice(0, MOST_ON_OFFER)
    .map(({ remedy, state, amount, axes, consentBy, approvals, source, match }) => ({
      ...{ id: remedy, label: names.remedy(remedy), state, stateWord: t(`rules.remedy.state.${state}`) },
      source: saySource(locale, source),
      lines: [
        ...(match !== null && match.words.length > 0
          ? [
              t('complaint.because', {
                words: [...new Set(match.words.map(({ quote }) => quote))].slice(0, 4).join(' / '),
              }),
            ]
          : []),
        ...(amount?.kind === 'settled'
          ? [t('rules.remedy.count', { count: amount.count, unit: amount.unit, affected: amount.affected })]
          : []),
        ...(amount?.kind === 'open' && state !== 'onOffer'
          ? amount.asks.map((ask) => t(`rules.remedy.ask.${ask}`))
          : []),
        ...axes.map(({ axis }) => t('rules.remedy.ask.axis', { axis: axisName(axis) })),
        ...(consentBy === null ? [] : [t('rules.remedy.finding.consentMissing', { by: names.role(consentBy) })]),
        ...approvals.map(({ by }) => t('rules.remedy.finding.approvalMissing', { by: names.role(by) })),
      ],
    }));
}

/** Replies that fit this complaint, filled as far as it is known, in the language in which the customer wrote. */
function repliesOf(file: ComplaintFile, { locale, who, companyName }: ModelFrame, t: Say): ShownReply[] {
  const { values, situation, book, deadlines, asOf } = file;
  const { pack, rules } = book;
  const language = replyLanguage(`${values.description ?? ''}\n${values.demand ?? ''}`, locale);
  const templates = HandlingStep.options.flatMap((step) => guidanceAtStep(step, situation, pack).replies);
  const name = values.contactName ?? values.customerName;
  const known = {
    ...values,
    complaintId: values.complaintId ?? file.number,
    ...(name === undefined ? {} : { contactName: name }),
  };
  return templates.map((template) => {
    const deadline = promisedDeadline(template, deadlines);
    const facts = {
      ...{ values: known, deadline, zone: rules.zone },
      ...{ companyName: companyName.trim() || null, handler: who.trim() || null },
    };
    const { text, isProvisional } = writeReply(template, facts, language);
    const check = checkReply(text, template, pack, facts);
    const dueAt = deadline?.dueAt ?? null;
    const isPast = check.statesDueTime === true && dueAt !== null && Date.parse(dueAt) < Date.parse(asOf);
    const warn = (words: string) => ({ tone: 'warning' as const, text: words });
    const gaps = [...new Set(check.gaps.map(({ quote }) => quote))];
    const checks = [
      ...(isPast ? [warn(t('reply.check.past', { time: stateTime(dueAt, rules.zone, locale) }))] : []),
      ...(gaps.length > 0
        ? [warn(t('reply.check.gaps', { count: gaps.length, gaps: gaps.slice(0, 6).join(' ') }))]
        : []),
      ...check.required
        .filter(({ words }) => words.length === 0)
        .map(({ label }) => warn(t('reply.check.lacks', { label: label[locale] }))),
      ...(isProvisional ? [warn(t('reply.check.provisional'))] : []),
    ];
    return {
      ...{ id: template.id, label: template.label[locale], language, text },
      checks: checks.length === 0 ? [{ tone: 'good' as const, text: t('reply.check.good') }] : checks,
    };
  });
}
