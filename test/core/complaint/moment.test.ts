import { describe, expect, it } from 'vitest';
import { DayOrMoment, isDay, Moment } from '../../../core/complaint/moment.ts';

describe('a moment', () => {
  it.each(['2026-03-01T10:30+08:00', '2026-03-01T10:30:15+08:00', '2026-03-01T02:30Z', '2026-03-01T02:30:15.5Z'])(
    '%s is one, with or without seconds',
    (text) => {
      expect(Moment.safeParse(text).success).toBe(true);
      expect(isDay(DayOrMoment.parse(text))).toBe(false);
    },
  );

  it.each(['2026-03-01T10:30', '2026-03-01', '2026-03-01T25:30Z', '2026-02-30T10:30Z', '=NOW()'])(
    '%s is none',
    (text) => {
      expect(Moment.safeParse(text).success).toBe(false);
    },
  );
});
