import { beforeAll, describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from '../../../core/policy/localized.ts';
import { columnLetters } from '../../../core/register/cell-address.ts';
import { addedColumns } from '../../../core/register/register-columns.ts';
import { deadlineNotes } from '../../../core/register/deadline-notes.ts';
import { registerFormats } from '../../../core/register/register-formats.ts';
import type { RegisterColumn } from '../../../core/register/register-plan.ts';
import type { RowDeadline } from '../../../core/register/row-deadline.ts';
import { stateCode } from '../../../core/register/state-code.ts';
import { stateFormulas } from '../../../core/register/state-formula.ts';
import { formulaCalculator } from '../../support/calculate-formula.ts';
import { SMALL_PACK } from '../../support/small-pack.ts';

const NOW = 46_000.5;
const ROW = 7;
const COLUMN = 2;
type Facts = Partial<Record<'due' | 'received' | 'stop' | 'closed' | 'notes' | 'status', string | number>>;

let calculate: Awaited<ReturnType<typeof formulaCalculator>>;
beforeAll(async () => {
  calculate = await formulaCalculator();
});

function place(columns: readonly RegisterColumn[], facts: Facts, milestone: string): Record<string, string | number> {
  const where: Record<keyof Facts, (column: RegisterColumn) => boolean> = {
    due: ({ role }) => role === `deadline:${milestone}`,
    received: ({ fields }) => fields.includes('receivedAt'),
    stop: ({ fields }) => fields.includes('firstResponseAt'),
    closed: ({ fields }) => fields.includes('closedAt'),
    notes: ({ role }) => role === 'basis',
    status: ({ role }) => role === 'status',
  };
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => {
      const at = columns.findIndex(where[name as keyof Facts]);
      return [`${columnLetters(COLUMN + at)}${ROW + 1}`, value];
    }),
  );
}

function stateOf(facts: Facts, locale: Locale = 'zh-CN', id = 'firstResponse'): string {
  const columns = addedColumns([], SMALL_PACK, locale, { quotesRows: false });
  const formula = stateFormulas({ columns, column: COLUMN, pack: SMALL_PACK, locale })(id, ROW);
  if (!formula) throw new Error('no formula');
  return calculate(formula, place(columns, facts, id), NOW);
}

describe('the state of a deadline, as the sheet calculates it without the add-in', () => {
  it.each<[string, Facts, string]>([
    ['past and not done', { due: NOW - 1, received: NOW - 2 }, '已逾期'],
    ['due this very moment', { due: NOW, received: NOW - 2 }, '即将到期'],
    ['within the warning time', { due: NOW + 29 / 1440, received: NOW - 2 }, '即将到期'],
    ['before the warning time', { due: NOW + 31 / 1440, received: NOW - 2 }, '进行中'],
    ['done before', { due: NOW - 1, stop: NOW - 1.2, received: NOW - 2 }, '按时完成'],
    ['done at the minute it was due', { due: NOW - 1, stop: NOW - 1 + 1e-9, received: NOW - 2 }, '按时完成'],
    ['done a minute late', { due: NOW - 1, stop: NOW - 1 + 1 / 1440, received: NOW - 2 }, '超时完成'],
    ['done on the due day, hour unknown', { due: 45_999.4, stop: 45_999, received: NOW - 2 }, '按时完成'],
    ['done the day after, hour unknown', { due: 45_999.4, stop: 46_000, received: NOW - 2 }, '超时完成'],
    ['provisional', { due: NOW + 9, received: NOW, notes: '【首次响应】暂定；' }, '进行中（暂定）'],
    ['provisional elsewhere', { due: NOW + 9, received: NOW, notes: '【结案】暂定；' }, '进行中'],
    ['done, as text', { due: NOW - 1, stop: '2025.12.1', received: 1, notes: '【首次响应】按时完成；' }, '按时完成'],
    ['done late, as text', { due: NOW - 1, stop: '12月3日', received: 1, notes: '【首次响应】超时完成；' }, '超时完成'],
    ['text that nobody read', { due: NOW - 1, stop: '上周五吧', received: 1 }, '已逾期（完成时间需核对）'],
    ['a dash means not done', { due: NOW - 1, stop: '—', received: 1 }, '已逾期'],
    ['closed by its status', { due: NOW - 1, received: 1, status: '已结案' }, '未记完成时间'],
    ['closed by its time', { due: NOW - 1, received: 1, closed: NOW - 1 }, '未记完成时间'],
    [
      'done before it was reopened',
      {
        due: NOW + 1,
        stop: 45_999.2,
        received: 1,
        notes: '【首次响应】只计 2025-12-09 08:00 起的时间（之前的属于上一轮）；',
      },
      '进行中',
    ],
    [
      'done in the minute in which it was reopened',
      {
        due: NOW + 1,
        stop: 46_000 + 8 / 24,
        received: 1,
        notes: '【首次响应】只计 2025-12-09 08:00 起的时间（之前的属于上一轮）；',
      },
      '按时完成',
    ],
    [
      'closed before it was reopened',
      {
        due: NOW - 1,
        received: 1,
        closed: 45_999,
        notes: '【结案】只计 2025-12-09 08:00 起的时间（之前的属于上一轮）；',
      },
      '已逾期',
    ],
    [
      'closed by a time that stands as text',
      { due: NOW - 1, received: 1, notes: '【结案】超时完成；' },
      '未记完成时间',
    ],
    [
      'closed by a word of its own',
      { due: NOW - 1, received: 1, status: '已解决 ', notes: '【视为已结】已解决；' },
      '未记完成时间',
    ],
    [
      'such a word that stands there no longer',
      { due: NOW - 1, received: 1, status: '处理中', notes: '【视为已结】已解决；' },
      '已逾期',
    ],
    ['open by its status', { due: NOW - 1, received: 1, status: '处理中' }, '已逾期'],
    ['at once, and still open', { received: 1, notes: '【首次响应】须立即办理；' }, '须立即办理'],
    ['at once, and closed', { received: 1, closed: NOW, notes: '【首次响应】须立即办理；' }, '未记完成时间'],
    ['not for it, and closed', { received: 1, closed: NOW, notes: '【首次响应】不适用；' }, '不适用'],
    ['no receipt time, and closed', { closed: NOW }, '缺受理时间'],
    ['no receipt time', {}, '缺受理时间'],
    ['not configured', { received: 1, notes: '【结案】暂定；【首次响应】未设定；【处理】缺开始时间；' }, '未设定'],
    ['typed by hand, not computed yet', { received: 1 }, '待计算'],
    ['done without a deadline', { received: 1, stop: NOW }, '已完成'],
  ])('%s', (_, facts, state) => {
    expect(stateOf(facts)).toBe(state);
  });

  it.each<[string, Partial<RowDeadline>, string]>([
    ['promised for earlier, and past', { promisedAt: '2025-12-09T10:00:00+08:00' }, 'dueSoon'],
    ['promised for earlier, within the warning time', { promisedAt: '2025-12-09T12:29:00+08:00' }, 'dueSoon'],
    ['promised for earlier, before it', { promisedAt: '2025-12-09T12:31:00+08:00' }, 'running'],
    [
      'promised for later, and past by policy',
      { dueAt: '2025-12-09T10:00:00+08:00', promisedAt: '2025-12-11T12:00:00+08:00' },
      'dueSoon',
    ],
  ])('warns for the earlier of a promise and the deadline: %s', (_, times, state) => {
    const [firstResponse] = SMALL_PACK.milestones;
    if (firstResponse === undefined) throw new Error('no milestones');
    const base = {
      milestone: firstResponse.id,
      basis: 'exact',
      startedAt: null,
      stoppedAt: null,
      warnAt: null,
    } as const;
    const deadline: RowDeadline = {
      ...{ ...base, status: 'running', trace: [], dueAt: '2025-12-11T12:00:00+08:00' },
      ...times,
    };
    for (const locale of LOCALES) {
      const notes = deadlineNotes([deadline], [firstResponse], {
        ...{ locale, zone: 'Asia/Shanghai', readAsText: new Set<string>() },
      });
      // 46,000.5 is noon of 9 December 2025.
      expect(stateCode(stateOf({ due: NOW + 2, received: NOW - 2, notes }, locale))).toBe(state);
    }
  });

  it('says that a milestone has not begun where its start is missing', () => {
    expect(stateOf({ received: 1 }, 'zh-CN', 'resolving')).toBe('未开始');
    expect(stateOf({ received: 1, stop: NOW }, 'zh-CN', 'resolving')).toBe('待计算');
    expect(stateOf({ received: 1, status: '已结案' }, 'zh-CN', 'resolving')).toBe('未记完成时间');
  });

  it.each(LOCALES)('can be told apart in %s by its beginning', (locale) => {
    expect(stateCode(stateOf({ due: NOW - 1, received: 1, stop: '上周五吧' }, locale))).toBe('overdue');
    expect(stateCode(stateOf({ due: NOW + 9, received: 1 }, locale))).toBe('running');
    expect(stateCode(stateOf({ due: NOW + 0.01, received: 1 }, locale))).toBe('dueSoon');
  });

  it('still calculates when someone deleted notes, status and completion time', () => {
    const all = addedColumns([], SMALL_PACK, 'zh-CN', { quotesRows: false });
    const columns = all.filter(
      ({ role }) => role !== 'basis' && role !== 'status' && !role.startsWith('field:firstResponseAt'),
    );
    const register = { columns, column: COLUMN, pack: SMALL_PACK, locale: 'zh-CN' } as const;
    const formula = stateFormulas(register)('firstResponse', ROW);
    const cells = place(columns, { due: NOW - 1, received: 1 }, 'firstResponse');
    expect(formula && calculate(formula, cells, NOW)).toBe('已逾期');
  });

  it('gives no formula where the deadline itself is gone', () => {
    expect(stateFormulas({ columns: [], column: 0, pack: SMALL_PACK, locale: 'en' })('firstResponse', 1)).toBeNull();
  });
});

describe('the colours', () => {
  const columns = addedColumns([], SMALL_PACK, 'zh-CN', { quotesRows: false });
  const formats = registerFormats(columns, SMALL_PACK, 'zh-CN', { row: ROW, column: COLUMN });
  const fires = (id: string, facts: Facts) => {
    const state = stateOf(facts);
    const at = columns.findIndex(({ role }) => role === 'deadlineState:firstResponse');
    const cells = { ...place(columns, facts, 'firstResponse'), [`${columnLetters(COLUMN + at)}${ROW + 1}`]: state };
    const format = formats.find((candidate) => candidate.id === id);
    return format && calculate(format.formula, cells, NOW);
  };

  it.each<[string, Facts, string[]]>([
    ['overdue', { due: NOW - 1, received: 1 }, ['overdue']],
    ['due soon', { due: NOW + 0.01, received: 1 }, ['dueSoon']],
    ['running', { due: NOW + 9, received: 1 }, []],
    ['provisional', { due: NOW + 9, received: 1, notes: '【首次响应】暂定；' }, ['provisional']],
    ['late but done', { due: NOW - 1, received: 1, stop: NOW }, []],
    ['late but closed', { due: NOW - 1, received: 1, status: '已结案' }, []],
  ])('%s', (_, facts, expected) => {
    expect(['overdue', 'dueSoon', 'provisional'].filter((id) => fires(id, facts) === 'TRUE')).toEqual(expected);
  });

  it('colours the deadline and its state for every milestone, and the cell of findings', () => {
    const roles = (id: string) => formats.filter((f) => f.id === id).map((f) => f.columns.map((c) => columns[c]?.role));
    expect(roles('overdue')).toEqual(SMALL_PACK.milestones.map(({ id }) => [`deadline:${id}`, `deadlineState:${id}`]));
    expect(roles('error')).toEqual([['findings']]);
  });

  it('keeps to formulas that dialogs accept and that recalculate with the clock', () => {
    for (const { id, formula } of formats) {
      expect(formula.length).toBeLessThan(256);
      if (id === 'overdue' || id === 'dueSoon') expect(formula).toContain('NOW()');
      expect(formula).not.toMatch(/\[|\{/);
    }
  });

  it('has a contrast of 4.5:1 and steps of lightness that survive black and white print', () => {
    const lightness = (hex: string) => {
      const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
        const part = parseInt(hex.slice(at, at + 2), 16) / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (a: string, b: string) => {
      const [low = 0, high = 0] = [lightness(a), lightness(b)].sort((x, y) => x - y);
      return (high + 0.05) / (low + 0.05);
    };
    for (const { fill, font } of formats) expect(contrast(fill, font)).toBeGreaterThan(4.5);
    const fillOf = (id: string) => formats.find((format) => format.id === id)?.fill ?? '';
    expect(contrast(fillOf('overdue'), fillOf('dueSoon'))).toBeGreaterThan(3);
    expect(contrast(fillOf('dueSoon'), fillOf('provisional'))).toBeGreaterThan(1.2);
  });
});
