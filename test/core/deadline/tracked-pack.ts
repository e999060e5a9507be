import type { ComplaintEvent } from '../../../core/complaint/complaint-event.ts';
import { deadlinesOf, type TrackedQuestion } from '../../../core/deadline/deadlines-of.ts';
import { TrackedDeadline } from '../../../core/deadline/tracked-deadline.ts';
import type { CompanySettings } from '../../../core/policy/company-settings.ts';
import type { Localized } from '../../../core/policy/localized.ts';
import { PolicyPack, type Milestone, type Target } from '../../../core/policy/policy-pack.ts';
import { sayLine } from '../../../core/wording/say-line.ts';
import { SMALL_PACK } from '../../support/small-pack.ts';
import { CHINA_OFFICE } from '../working-time/calendars.ts';

const in3 = (zh: string, tw: string, en: string): Localized => ({ 'zh-CN': zh, 'zh-TW': tw, en });

/** A milestone from receipt to closing; what matters to a test is changed. */
export function milestone(change: Partial<Milestone> & { id: string; target?: Target }): Milestone {
  const { target, ...rest } = change;
  return {
    label: in3('办结', '結案', 'Closing'),
    startsAt: 'receivedAt',
    stopsAt: 'closedAt',
    targets: { default: target ?? { unit: 'workMinutes', amount: 480 } },
    warnMinutes: 30,
    pausedBy: ['customer', 'sample'],
    source: 'test',
    ...rest,
  };
}

export function packWith(...milestones: Milestone[]): PolicyPack {
  return PolicyPack.parse({
    ...SMALL_PACK,
    grades: [
      { id: 'general', label: in3('一般', '一般', 'general'), synonyms: [], source: 'test' },
      { id: 'important', label: in3('重要', '重要', 'important'), synonyms: [], source: 'test' },
      { id: 'major', label: in3('重大', '重大', 'major'), synonyms: [], source: 'test' },
    ],
    milestones,
    pauseReasons: [
      {
        id: 'customer',
        label: in3('等客户回复', '等客戶回覆', 'waiting for the customer'),
        capDays: 10,
        noteNeeded: true,
        source: 'test',
      },
      {
        id: 'sample',
        label: in3('等检测结果', '等檢測結果', 'waiting for a test'),
        capDays: null,
        noteNeeded: false,
        source: 'test',
      },
    ],
    reopening: { way: 'continue', source: 'test' },
  });
}

export const COMPANY: CompanySettings = {
  schemaVersion: 1,
  policyId: 'small',
  calendar: CHINA_OFFICE,
  firstDay: 'nextDay',
  targets: {},
};

type Kind = ComplaintEvent['kind'];
/** An event as an entry made at once, by its local time in Shanghai: `03-03 10:00` or `03-03`. */
export function event<K extends Kind>(
  kind: K,
  at: string,
  more: Partial<Extract<ComplaintEvent, { kind: K }>> = {},
): ComplaintEvent {
  const occurredAt = shanghai(at);
  const recordedAt = occurredAt.includes('T') ? occurredAt : `${occurredAt}T23:00:00+08:00`;
  return { id: `${kind} ${at}`, kind, occurredAt, recordedAt, by: '李敏', ...more } as ComplaintEvent;
}

/** `03-03 10:00` → 2026-03-03T10:00:00+08:00; `03-03` → 2026-03-03. */
export function shanghai(at: string): string {
  const [day = '', time] = at.split(' ');
  return time === undefined ? `2026-${day}` : `2026-${day}T${time}:00+08:00`;
}

/** The deadlines by milestone, checked against their schema. */
export function track(
  pack: PolicyPack,
  events: readonly ComplaintEvent[],
  asOf: string,
  more: Partial<TrackedQuestion> = {},
): Record<string, TrackedDeadline> {
  const deadlines = deadlinesOf({
    log: { events },
    values: {},
    grade: 'general',
    pack,
    company: COMPANY,
    asOf: shanghai(asOf),
    zone: 'Asia/Shanghai',
    ...more,
  });
  return Object.fromEntries(deadlines.map((deadline) => [deadline.milestone, TrackedDeadline.parse(deadline)]));
}

export function only(deadlines: Record<string, TrackedDeadline>): TrackedDeadline {
  const [first] = Object.values(deadlines);
  if (!first) throw new Error('no deadline');
  return first;
}

/** The trace in words. */
export function told(deadline: TrackedDeadline, locale: 'zh-CN' | 'zh-TW' | 'en' = 'en'): string[] {
  return deadline.trace.map((line) => sayLine(locale, 'deadline.trace', line));
}

/** A due time as the wall clock in Shanghai shows it, without the year: `03-03 10:00`. */
export function clock(moment: string | null): string | null {
  return moment === null ? null : moment.slice(5, 16).replace('T', ' ');
}
