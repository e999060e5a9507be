import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberComplaints } from '../../../../core/register/number-complaints.ts';
import { numberPattern } from '../../../../core/register/settings/number-pattern.ts';

const day = '2026-11-22';
const on = (each: string, own?: string) => ({ own, day: each });

describe('the pattern of complaint numbers', () => {
  it.each([
    ['TS-{yyyy}{mm}-{nnn}', 'TS-202611-007', '2026-11-30'],
    ['{yy}{mm}-{nnnn}', '2611-0007', '2026-11-01'],
    ['投诉{yyyy}-{nn}', '投诉2026-07', '2026-01-01'],
    ['c{nnnnn}', 'C00007', '2031-05-06'],
    ['{yyyy}{mm}{dd}-{nnn}', '20261122-007', '2026-11-22'],
    ['KS{yy}{mm}{nnn}', 'KS2611007', '2026-11-02'],
    ['CS{roc}{mm}{nnn}', 'CS11511007', '2026-11-02'],
    ['N{yy}/{nnn}', 'N26/007', '2026-01-02'],
    ['〔{yyyy}〕{n}号', '〔2026〕7号', '2026-01-02'],
    ['({yyyy})投字第{n}号', '(2026)投字第7号', '2026-01-02'],
  ])('%s writes %s and counts on through its series', (text, number, sameSeries) => {
    const pattern = numberPattern(text);
    if (!pattern.ok) throw new Error(pattern.code);
    expect(pattern.value.write(day, 7)).toBe(number);
    expect(pattern.value.seriesOf(sameSeries)).toBe(pattern.value.seriesOf(day));
    expect(pattern.value.read(number)).toEqual({ series: pattern.value.seriesOf(day), count: 7 });
  });

  it.each([
    ['TS-{yyyy}', 'noCounter'],
    ['{nn}-{nnn}', 'twoCounters'],
    ['{year}-{nnn}', 'unknownPart'],
    ['{mm}-{nnn}', 'repeats'],
    ['{yyyy}{dd}-{nnn}', 'repeats'],
    ['=A{nnn}', 'badCharacter'],
    ['TS*{nnn}', 'badCharacter'],
    ['/{nnn}', 'badCharacter'],
    ['{yyyy}{n}', 'touching'],
    ['{nnn}{yyyy}', 'touching'],
    [`${'T'.repeat(60)}{nnn}`, 'tooLong'],
    ['T-{nnnnnnnnnnnn}', 'tooLong'],
  ])('%s is refused: %s', (text, code) => {
    expect(numberPattern(text)).toMatchObject({ ok: false, code });
  });

  it('writes brackets in the width of the pattern, and goes on behind either', () => {
    const pattern = '（{yyyy}）投字第{n}号';
    const taken = ['（2026）投字第3号', '(2026)投字第4号'];
    const { numbers, given } = numberComplaints([on(day), on(day)], taken, {}, pattern);
    expect(numbers).toEqual(['（2026）投字第5号', '（2026）投字第6号']);
    expect(numberComplaints([on(day)], [], given, '({yyyy})投字第{n}号').numbers).toEqual(['(2026)投字第7号']);
  });

  it('goes on above every number that stands or was ever given, and begins anew with the next month', () => {
    const taken = ['TS-202611-004', 'ts-202611-009', '20261122-050'];
    const { numbers, given } = numberComplaints(
      [on('2026-11-22'), on('2026-11-23'), on('2026-12-01')],
      taken,
      { 'TS-202612-*': 3 },
      'TS-{yyyy}{mm}-{nnn}',
    );
    expect(numbers).toEqual(['TS-202611-010', 'TS-202611-011', 'TS-202612-004']);
    // A deleted complaint's number does not come back.
    expect(numberComplaints([on('2026-11-30')], [], given, 'TS-{yyyy}{mm}-{nnn}').numbers).toEqual(['TS-202611-012']);
  });

  it('goes on into the next year where the running number never begins anew', () => {
    const { numbers } = numberComplaints([on('2026-11-22'), on('2027-01-02')], ['TS-2026-041'], {}, 'TS-{yyyy}-{NNN+}');
    expect(numbers).toEqual(['TS-2026-042', 'TS-2027-043']);
  });

  it('does not take a longer number for one of its own where digits touch', () => {
    const pattern = numberPattern('{yyyy}{nnn}');
    if (!pattern.ok) throw new Error(pattern.code);
    expect(pattern.value.read('20261000')).toEqual({ series: '2026*', count: 1000 });
    expect(pattern.value.read('20261122001')).toBeNull();
    expect(pattern.value.read('20260012')).toBeNull();
  });

  it('keeps numbers apart when the pattern is changed and changed back', () => {
    const first = numberComplaints([on(day)], [], {}, null);
    const second = numberComplaints([on(day)], first.numbers, first.given, 'TS-{nnn}');
    const third = numberComplaints([on(day)], [], second.given, null);
    expect([...first.numbers, ...second.numbers, ...third.numbers]).toEqual(['20261122-001', 'TS-001', '20261122-002']);
  });

  it('never gives one number twice, whatever stands already', () => {
    const number = fc.constantFrom('TS-26-001', 'TS-26-1000', 'TS-26-999999999', 'TS-26-9999999999', 'ts-26-002', 'x');
    fc.assert(
      fc.property(fc.array(number), fc.integer({ min: 1, max: 30 }), (taken, count) => {
        const requests = Array.from({ length: count }, () => on(day));
        const { numbers } = numberComplaints(requests, taken, {}, 'TS-{yy}-{nnn}');
        const all = [...new Set(taken.map((each) => each.toUpperCase())), ...numbers];
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });
});
