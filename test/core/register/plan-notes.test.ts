import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../core/policy/localized.ts';
import { closedWordNote, deadlineNotes } from '../../../core/register/deadline-notes.ts';
import type { RowDeadline } from '../../../core/register/row-deadline.ts';
import { STATE_CODES, stateCode } from '../../../core/register/state-code.ts';
import { translate } from '../../../core/wording/translate.ts';
import { SMALL_PACK } from '../../support/small-pack.ts';

const [first, closing] = SMALL_PACK.milestones;
if (!first || !closing) throw new Error('no milestones');

const FRAME = { locale: 'zh-CN', zone: 'Asia/Shanghai', readAsText: new Set<string>() } as const;

const deadline = (rest: Partial<RowDeadline>): RowDeadline => ({
  milestone: 'firstResponse',
  basis: 'exact',
  startedAt: '2026-03-05T09:00+08:00',
  dueAt: '2026-03-05T10:00+08:00',
  stoppedAt: null,
  warnAt: null,
  status: 'running',
  trace: [],
  ...rest,
});
const promised = (promisedAt: string): Partial<RowDeadline> => ({ promisedAt });
const notes = (rest: Partial<RowDeadline>, readAsText: string[] = []) =>
  deadlineNotes([deadline(rest)], [first], { ...FRAME, readAsText: new Set(readAsText) });

describe('notes on deadlines', () => {
  it.each<[string, Partial<RowDeadline>, string[], string]>([
    ['an exact one has none', {}, [], ''],
    [
      'promised for later',
      promised('2026-03-06T10:00+08:00'),
      [],
      '【首次响应】制度期限 2026-03-05 10:00，已另承诺 2026-03-06 10:00；',
    ],
    [
      'promised for earlier',
      promised('2026-03-05T09:30+08:00'),
      [],
      '【首次响应】已承诺提前到 2026-03-05 09:30，制度期限 2026-03-05 10:00；',
    ],
    ['promised for the same time', promised('2026-03-05T10:00+08:00'), [], ''],
    ['provisional', { basis: 'provisional' }, [], '【首次响应】暂定；'],
    ['not configured', { basis: 'notConfigured', dueAt: null }, [], '【首次响应】未设定；'],
    ['at once', { basis: 'immediately', dueAt: null }, [], '【首次响应】须立即办理；'],
    ['no receipt time', { basis: 'needsInput', dueAt: null, startedAt: null }, [], '【首次响应】缺受理时间；'],
    ['only the day', { basis: 'needsInput', dueAt: null, startedAt: '2026-03-05' }, [], '【首次响应】缺具体时刻；'],
    ['in time, as a time', { stoppedAt: '2026-03-05', status: 'met' }, [], ''],
    ['in time, as text', { stoppedAt: '2026-03-05', status: 'met' }, ['firstResponse'], '【首次响应】按时完成；'],
    ['late, as text', { stoppedAt: '2026-03-06', status: 'missed' }, ['firstResponse'], '【首次响应】超时完成；'],
    [
      'done, as text, without a deadline',
      { stoppedAt: '2026-03-06', status: 'none', dueAt: null, basis: 'notConfigured' },
      ['firstResponse'],
      '【首次响应】已完成；',
    ],
  ])('%s', (_, rest, readAsText, text) => {
    expect(notes(rest, readAsText)).toBe(text);
  });

  it('says which milestone does not apply, and that a later one lacks its start', () => {
    expect(deadlineNotes([], [first], FRAME)).toBe('【首次响应】不适用；');
    const later = { ...closing, startsAt: 'firstResponseAt' as const };
    const missing = deadline({ milestone: 'closing', basis: 'needsInput', dueAt: null, startedAt: null });
    expect(deadlineNotes([missing], [later], FRAME)).toBe('【结案】缺开始时间；');
  });

  it('says of a status that it counts as closed, unless it is one of the names', () => {
    expect(closedWordNote('已解决', SMALL_PACK, 'zh-CN')).toBe('【视为已结】已解决；');
    expect(closedWordNote('已结案', SMALL_PACK, 'zh-CN')).toBe('');
  });

  it('keeps its own signs out of a label', () => {
    const odd = { ...first, label: { ...first.label, en: 'A】；B' } };
    expect(deadlineNotes([deadline({ basis: 'provisional' })], [odd], { ...FRAME, locale: 'en' })).toBe(
      '【A  B】provisional；',
    );
  });
});

describe('the words of states', () => {
  it.each(LOCALES)('in %s none is the beginning of another', (locale) => {
    const words = STATE_CODES.map((code) => translate(locale, `register.state.${code}`));
    for (const word of words) expect(words.filter((other) => other.startsWith(word))).toEqual([word]);
    for (const code of STATE_CODES) expect(stateCode(translate(locale, `register.state.${code}`))).toBe(code);
  });

  it('anything else is no state', () => {
    expect(stateCode('')).toBeNull();
    expect(stateCode('张三')).toBeNull();
  });
});
