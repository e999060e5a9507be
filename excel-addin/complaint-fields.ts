import type { EventKind } from '../core/complaint/complaint-event.ts';
import type { Locale, Localized } from '../core/policy/localized.ts';
import { pausesToChoose } from '../core/policy/own-pauses.ts';
import { saidTime } from '../core/register/log/say-event.ts';
import { proposeRemedies } from '../core/remedy/propose-remedies.ts';
import { translate, type MessageParams } from '../core/wording/translate.ts';
import { openPauses, type ComplaintFile } from './complaint-file.ts';
import type { OfferField } from './taskpane/complaint-state.ts';

export interface FormFrame {
  file: ComplaintFile;
  locale: Locale;
  /** Names that were used before. */
  people: readonly string[];
}

type Choices = OfferField['options'];

/** What the form of an entry asks for beside when, who and a note. Choices are those of the policy alone. */
export function fieldsOf(kind: EventKind, about: string | null, frame: FormFrame): OfferField[] {
  const { file, locale, people } = frame;
  const { pack } = file.book;
  const t = (code: string, params: MessageParams = {}) => translate(locale, code, params);
  const field = (name: string, change: Partial<OfferField> = {}): OfferField => ({
    ...{ name, kind: 'text', label: t(`complaint.field.${name}`), required: false, value: '' },
    ...{ options: [], suggestions: [] },
    ...change,
  });
  const labelled = (items: readonly { id: string; label: Localized }[]): Choices =>
    items.map(({ id, label }) => ({ id, label: label[locale], hint: '' }));
  const departments = pack.roles.map(({ label }) => label[locale]);
  const reason = (required: boolean) => field('reason', { required });

  switch (kind) {
    case 'received':
      return [field('receiver', { suggestions: [...people] })];
    case 'transferred':
      return [field('department', { required: true, suggestions: departments })];
    case 'reported':
      return [field('to', { suggestions: departments })];
    case 'assigned':
      return [
        field('department', { suggestions: departments, value: file.values.responsibleDept ?? '' }),
        field('person', { suggestions: [...people], value: file.values.responsiblePerson ?? '' }),
      ];
    case 'teamFormed':
      return [field('leader', { suggestions: [...people] }), field('members')];
    case 'followedUp':
      return [
        field('satisfied', {
          ...{ kind: 'choice', required: true },
          options: ['yes', 'no', 'none'].map((id) => ({ id, label: t(`complaint.satisfied.${id}`), hint: '' })),
        }),
      ];
    case 'closed':
      return pack.verdicts.length === 0
        ? []
        : [field('outcome', { kind: 'choice', options: labelled(pack.verdicts), value: file.log.verdict ?? '' })];
    case 'reopened':
      return [field('way', { kind: 'choice', required: true, ...waysOf(file, t) }), reason(true), field('caseId')];
    case 'regraded': {
      const others = pack.grades.filter(({ id }) => id !== file.evaluation.grade);
      return [field('grade', { kind: 'choice', required: true, options: labelled(others) }), reason(true)];
    }
    case 'paused':
      return [
        field('reason', {
          ...{ kind: 'choice', required: true, label: t('complaint.field.pauseReason') },
          options: pausesToChoose(pack).map(({ id, label, capDays, noteNeeded, evidence }) => ({
            ...{ id, label: label[locale] },
            hint: [
              ...(capDays === null ? [] : [t('complaint.pause.cap', { count: capDays })]),
              ...(noteNeeded ? [t('complaint.pause.note')] : []),
              ...(evidence ? [t('complaint.pause.evidence', { evidence: evidence[locale] })] : []),
              ...(isTooLate(file, id) ? [t('complaint.pause.tooLate')] : []),
            ].join(locale === 'en' ? ' ' : ''),
          })),
        }),
        field('until', { kind: 'time' }),
        field('evidence'),
      ];
    case 'resumed': {
      const ids = [...new Set(openPauses(file).map(({ reason: id }) => id))];
      const options = labelled(pack.pauseReasons.filter(({ id }) => ids.includes(id)));
      return options.length > 1
        ? [field('reason', { kind: 'choice', label: t('complaint.field.resumeReason'), options })]
        : [];
    }
    case 'withdrawn':
      return [reason(false)];
    case 'verdictGiven':
      return [field('verdict', { kind: 'choice', required: true, options: labelled(pack.verdicts) }), reason(false)];
    case 'remedyIntended':
    case 'remedyPromised': {
      const options = proposeRemedies(file.situation, pack).map(({ remedy, state }) => ({
        ...{ id: remedy, label: pack.remedies.find(({ id }) => id === remedy)?.label[locale] ?? remedy },
        hint: t(`rules.remedy.state.${state}`),
      }));
      return [
        field('remedy', { kind: 'choice', required: true, options, value: about ?? '' }),
        field('count', { kind: 'number' }),
        field('money', { kind: 'number' }),
        reason(false),
      ];
    }
    case 'promised': {
      const open = file.deadlines.filter(({ stoppedAt }) => stoppedAt === null);
      const options = pack.milestones.flatMap(({ id, label }) => {
        const deadline = open.find(({ milestone }) => milestone === id);
        if (deadline === undefined) return [];
        const due = deadline.dueAt === null ? '' : saidTime(deadline.dueAt, file.book.rules.zone);
        return [{ id, label: label[locale], hint: due === '' ? '' : t('complaint.computed', { at: due }) }];
      });
      return [
        field('milestone', { kind: 'choice', required: true, options }),
        field('dueAt', { kind: 'time', required: true }),
      ];
    }
    case 'corrected':
      return [
        field('change', {
          ...{ kind: 'choice', required: true },
          options: ['move', 'strike'].map((id) => ({ id, label: t(`complaint.change.${id}`), hint: '' })),
        }),
        field('to', { kind: 'time', label: t('complaint.field.movedTo') }),
        reason(true),
      ];
    default:
      return [];
  }
}

function waysOf({ book, log }: ComplaintFile, t: (code: string) => string): Pick<OfferField, 'options' | 'value'> {
  const { way } = book.pack.reopening;
  // The policy's own way; where it leaves that open, a person chooses. Whoever withdrew may always come back.
  const ways = way === 'notConfigured' ? (['continue', 'newCycle', 'linkedCase'] as const) : [way];
  const options = ways.map((id) => ({ id, label: t(`complaint.log.detail.way.${id}`), hint: '' }));
  return { options, value: way === 'notConfigured' || log.phase === 'withdrawn' ? '' : way };
}

/** Whether all clocks that would stand still have run out already: a pause moves no deadline that has passed. */
function isTooLate({ deadlines, book }: ComplaintFile, reason: string): boolean {
  const stopped = new Set(
    book.pack.milestones.flatMap(({ id, pausedBy = [] }) => (pausedBy.includes(reason) ? [id] : [])),
  );
  const running = deadlines.filter(({ milestone, stoppedAt }) => stopped.has(milestone) && stoppedAt === null);
  return running.length > 0 && running.every(({ status }) => status === 'overdue');
}
