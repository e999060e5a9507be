import { describe, expect, it } from 'vitest';
import { withSentMoment } from '../../../extension/entrypoints/background/sent-moment.ts';
import { aCapture } from '../support/a-complaint.ts';

const sentAt = (sentAtText: string | null, before: string | null = null) =>
  withSentMoment(aCapture({ capturedAt: '2026-11-22T06:00:00Z', zone: 'Asia/Shanghai', sentAt: before, sentAtText }))
    .sentAt;

describe('a date that the page shows in words only', () => {
  it.each([
    ['2026-11-12 20:00', '2026-11-12T20:00:00+08:00'],
    ['2026年11月20日 09:05', '2026-11-20T09:05:00+08:00'],
    ['昨天 14:30', '2026-11-21T14:30:00+08:00'],
    ['Today 09:05', '2026-11-22T09:05:00+08:00'],
    ['Thu, 12 Nov 2026 12:00:00 +0000', '2026-11-12T12:00:00.000Z'],
    ['Thursday, November 12, 2026 12:00 UTC', '2026-11-12T12:00:00+00:00'],
    ['2026-11-03 09:12:44 (+0800)', '2026-11-03T09:12:00+08:00'],
    ['2026-11-03 09:12:44 (+0000)', '2026-11-03T09:12:00+00:00'],
    ['Fri, 20 Nov 2026 09:05 GMT+02:00', '2026-11-20T09:05:00+02:00'],
    ['2026年11月20日 09:05 (星期五)', '2026-11-20T09:05:00+08:00'],
    ['2026年11月20日 周五 09:05 (2小时前)', '2026-11-20T09:05:00+08:00'],
    ['2026/11/20 周五 9:05', '2026-11-20T09:05:00+08:00'],
    ['Fri, Nov 20, 2026 at 9:05 AM', '2026-11-20T09:05:00+08:00'],
    ['Mon 22:59', '2026-11-16T22:59:00+08:00'],
    ['Fri 17:05', '2026-11-20T17:05:00+08:00'],
  ])('is the moment that it names: %s', (words, expected) => {
    expect(sentAt(words)).toBe(expected);
  });

  it.each([
    ['only a day', '2026-11-20'],
    ['a zone with summer time', 'Thursday, November 12, 2026 12:00 EST'],
    ['a zone of several meanings', 'Thursday, November 12, 2026 12:00 IST'],
    ['day and month in either order', '11/12/2026 04:01'],
    ['day and month in either order, with dots', '12.11.2026 10:00'],
    ['how long ago', '2 minutes'],
    ['nothing at all', '—'],
  ])('stays unknown when it says %s', (_, words) => {
    expect(sentAt(words)).toBeNull();
  });

  it('gives way to the machine-readable moment', () => {
    expect(sentAt('昨天 14:30', '2026-11-20T09:05:00+08:00')).toBe('2026-11-20T09:05:00+08:00');
    expect(sentAt(null)).toBeNull();
  });
});
