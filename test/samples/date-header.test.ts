import { describe, expect, it } from 'vitest';
import { readDateHeader, shiftMoment } from './date-header.ts';

describe('readDateHeader', () => {
  it.each([
    ['Tue, 22 Sep 2026 10:35:20 +0800', '2026-09-22T10:35:20+08:00'],
    ['3 Nov 2026 9:05 -0530', '2026-11-03T09:05:00-05:30'],
    ['Thu, 12 Nov 2026 12:00:00 GMT (Coordinated Universal Time)', '2026-11-12T12:00:00Z'],
    ['Mon, 21 September 2026 16:20:41 +0800 (CST)', '2026-09-21T16:20:41+08:00'],
  ])('keeps the offset of %s', (header, moment) => expect(readDateHeader(header)).toBe(moment));

  it.each(['', 'yesterday', 'Tue, 31 Feb 2026 10:00:00 +0800', '12 Foo 2026 10:00 +0000', '1 Jan 2026 25:00 +0000'])(
    'finds no date in "%s"',
    (header) => expect(readDateHeader(header)).toBeNull(),
  );
});

describe('shiftMoment', () => {
  it.each([
    ['2026-12-31T23:50:00+08:00', 20 * 60_000, '2027-01-01T00:10:00+08:00'],
    ['2026-03-01T00:05:00-05:00', -10 * 60_000, '2026-02-28T23:55:00-05:00'],
    ['2026-11-12T12:00:00Z', 86_400_000, '2026-11-13T12:00:00Z'],
  ])('moves %s by %d ms and leaves the offset', (moment, span, moved) => expect(shiftMoment(moment, span)).toBe(moved));
});
