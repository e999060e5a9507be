import { describe, expect, it } from 'vitest';
import { labelOf, pauseLines, promiseLines, regradeLines, show } from '../../../core/deadline/history-lines.ts';
import type { CountedPause, TrackedDeadline } from '../../../core/deadline/tracked-deadline.ts';
import { LOCALES } from '../../../core/policy/localized.ts';
import { sayLine } from '../../../core/wording/say-line.ts';
import { milestone, packWith, shanghai } from './tracked-pack.ts';

const ZONE = 'Asia/Shanghai';
const PACK = packWith(milestone({ id: 'closing' }));
type Lines = ReturnType<typeof pauseLines>;
const said = (lines: Lines, locale: (typeof LOCALES)[number] = 'en') =>
  lines.map((line) => sayLine(locale, 'deadline.trace', line));
const codes = (lines: Lines) => lines.map(({ code }) => code);

describe('pauses in the explanation', () => {
  const pause = (from: string, to: string | null, more: Partial<CountedPause> = {}): CountedPause => ({
    ...{ reason: 'sample', note: '', isCapped: false, ...more },
    from: shanghai(from),
    to: to === null ? null : shanghai(to),
  });
  const lines = (given: CountedPause, asOf = '03-04 12:00') =>
    pauseLines([given], { pack: PACK, zone: ZONE, asOf: shanghai(asOf) });

  it.each<[string, CountedPause, string[]]>([
    ['over', pause('03-03 10:00', '03-03 12:00'), ['paused']],
    ['over, with a note', pause('03-03 10:00', '03-03 12:00', { note: '送检' }), ['pausedNote']],
    ['over just now', pause('03-03 10:00', '03-04 12:00'), ['paused']],
    ['to end in a minute', pause('03-03 10:00', '03-04 12:01'), ['pausedUntil']],
    ['to end, with a note', pause('03-03 10:00', '03-05 10:00', { note: '送检' }), ['pausedUntilNote']],
    ['without an end', pause('03-03 10:00', null), ['pausedSince']],
    ['without an end, with a note', pause('03-03 10:00', null, { note: '送检' }), ['pausedSinceNote']],
    ['ended by its cap', pause('03-03 10:00', '03-04 10:00', { isCapped: true }), ['paused', 'pauseCapped']],
    ['that its cap will end', pause('03-03 10:00', '03-05 10:00', { isCapped: true }), ['pausedUntil']],
    ['closed and reopened', pause('03-03 10:00', '03-04 10:00', { reason: null }), ['closedStretch']],
  ])('%s', (_, given, expected) => {
    const found = lines(given);
    expect(codes(found)).toEqual(expected);
    for (const locale of LOCALES) for (const words of said(found, locale)) expect(words).not.toMatch(/[{}]/);
  });

  it('name the reason in the language of the reader, and the note as it was written', () => {
    const found = lines(pause('03-03 10:00', '03-03 12:00', { note: '客户寄样' }));
    expect(LOCALES.map((locale) => said(found, locale)[0]?.includes('客户寄样'))).toEqual(LOCALES.map(() => true));
    expect(said(found, 'zh-CN')[0]).toContain('等检测结果');
    expect(said(found, 'zh-TW')[0]).toContain('等檢測結果');
    expect(said(found, 'en')[0]).toBe(
      'Paused from 2026-03-03 10:00 to 2026-03-03 12:00 (waiting for a test: 客户寄样)',
    );
  });

  it('of a reason that the policy lists no more are told by its id', () => {
    expect(said(lines(pause('03-03 10:00', null, { reason: 'strike' })))[0]).toContain('(strike)');
  });

  it('are told one after the other, none left out', () => {
    const given = [
      pause('03-03 10:00', '03-03 12:00'),
      pause('03-03 14:00', '03-03 15:00'),
      pause('03-04 11:00', null),
    ];
    expect(codes(pauseLines(given, { pack: PACK, zone: ZONE, asOf: shanghai('03-04 12:00') }))).toEqual([
      'paused',
      'paused',
      'pausedSince',
    ]);
  });

  it('are told by the clock of the place', () => {
    const given: CountedPause = { ...pause('03-03 10:00', null), from: '2026-03-03T02:00:00Z' };
    expect(said(lines(given))[0]).toContain('since 2026-03-03 10:00');
  });
});

describe('regrading in the explanation', () => {
  type Entry = TrackedDeadline['gradeHistory'][number];
  const held = (grade: string, since: string | null, dueAt: string | null): Entry => ({
    grade,
    since: since === null ? null : shanghai(since),
    basis: dueAt === null ? 'notConfigured' : 'exact',
    dueAt: dueAt === null ? null : shanghai(dueAt),
  });

  it.each<[string, Entry[], string[]]>([
    ['never graded: nothing', [], []],
    ['never changed: nothing', [held('general', null, '03-12 18:00')], []],
    ['sooner', [held('general', null, '03-12 18:00'), held('major', '03-04 10:00', '03-06 18:00')], ['regradedDue']],
    ['later', [held('major', null, '03-06 18:00'), held('general', '03-04 10:00', '03-12 18:00')], ['regradedDue']],
    [
      'same time',
      [held('general', null, '03-06 18:00'), held('major', '03-04 10:00', '03-06 18:00')],
      ['regradedSameDue'],
    ],
    ['time lost', [held('general', null, '03-06 18:00'), held('major', '03-04 10:00', null)], ['regraded']],
    ['time won', [held('general', null, null), held('major', '03-04 10:00', '03-06 18:00')], ['regraded']],
    ['no time before and after', [held('general', null, null), held('major', '03-04 10:00', null)], []],
    [
      'up and down again: both steps',
      [
        held('general', null, '03-12 18:00'),
        held('major', '03-04 10:00', '03-06 18:00'),
        held('important', '03-05', '03-10 18:00'),
      ],
      ['regradedDue', 'regradedDue'],
    ],
  ])('%s', (_, history, expected) => {
    const found = regradeLines(history, PACK, ZONE);
    expect(codes(found)).toEqual(expected);
    for (const locale of LOCALES) for (const words of said(found, locale)) expect(words).not.toMatch(/[{}]/);
  });

  it('each step tells from what to what, when, and what it did', () => {
    const found = regradeLines(
      [
        held('general', null, '03-12 18:00'),
        held('major', '03-04 10:00', '03-06 18:00'),
        held('important', '03-05', '03-10 18:00'),
      ],
      PACK,
      ZONE,
    );
    expect(said(found)).toEqual([
      'Regraded from “general” to “major” at 2026-03-04 10:00: due 2026-03-06 18:00 instead of 2026-03-12 18:00; time used and pauses stay',
      'Regraded from “major” to “important” at 2026-03-05: due 2026-03-10 18:00 instead of 2026-03-06 18:00; time used and pauses stay',
    ]);
    expect(said(found, 'zh-CN')[0]).toContain('一般');
    expect(said(found, 'zh-CN')[0]).toContain('重大');
  });
});

describe('the promise in the explanation', () => {
  it.each<[string, string | null, string | null, string[]]>([
    ['none was given', null, '03-04 18:00', []],
    ['neither promise nor deadline', null, null, []],
    ['only a promise', '03-04 12:00', null, ['promisedOnly']],
    ['earlier than the deadline', '03-04 12:00', '03-04 18:00', ['promisedEarlier']],
    ['the same time', '03-04 18:00', '03-04 18:00', ['promisedSame']],
    ['later than the deadline', '03-05 12:00', '03-04 18:00', ['promisedLater']],
  ])('%s', (_, promisedAt, dueAt, expected) => {
    const found = promiseLines(
      promisedAt === null ? null : shanghai(promisedAt),
      dueAt === null ? null : shanghai(dueAt),
      ZONE,
    );
    expect(codes(found)).toEqual(expected);
    for (const locale of LOCALES) for (const words of said(found, locale)) expect(words).not.toMatch(/[{}]/);
  });

  it('the same moment with another offset is the same promise', () => {
    expect(codes(promiseLines('2026-03-04T10:00:00Z', shanghai('03-04 18:00'), ZONE))).toEqual(['promisedSame']);
  });
});

describe('times and names for reading', () => {
  it('a day stays a day, a moment is what the clock on the wall shows', () => {
    expect(show('2026-03-03', ZONE)).toBe('2026-03-03');
    expect(show('2026-03-03T23:30:00Z', ZONE)).toBe('2026-03-04 07:30');
    expect(show('2026-03-03T23:30:00Z', 'America/New_York')).toBe('2026-03-03 18:30');
  });

  it('an id that the list does not have is its own name in all languages', () => {
    expect(labelOf(PACK.grades, 'major')).toEqual({ 'zh-CN': '重大', 'zh-TW': '重大', en: 'major' });
    expect(labelOf(PACK.grades, 'fatal')).toEqual({ 'zh-CN': 'fatal', 'zh-TW': 'fatal', en: 'fatal' });
    expect(labelOf([], 'constructor').en).toBe('constructor');
  });
});
