import { describe, expect, it } from 'vitest';
import { figuresFor } from '../../../core/statistics/figures.ts';
import { periodOf } from '../../../core/statistics/periods.ts';
import { takeFacts } from '../../../core/statistics/take-facts.ts';
import { allSteps } from '../../../core/steps.ts';
import { COUNTED_COMPANY, COUNTED_PACK } from './counted-pack.ts';
import { AS_OF, factsRequest, generatedRegister } from './generated-register.ts';
import { plainComplaints, plainFigures } from './independent-figures.ts';

/** Leap days, both sides of a year's change, empty months, the running month, weeks across a year's change, and the future. */
const PERIODS = [
  ...(['2024-02-29', '2023-12-31', '2024-01-01', '2024-07-10', '2025-02-10', '2025-05-20', '2026-03-20'] as const).map(
    (day) => periodOf(day, 'month'),
  ),
  ...(['2024-12-30', '2026-01-01'] as const).map((day) => periodOf(day, 'week')),
  ...[periodOf('2026-01-01', 'quarter'), periodOf('2025-05-01', 'quarter'), periodOf('2024-05-01', 'year')],
  periodOf('2027-01-01', 'month'),
];

/** Of the policy's own names for the same figures. */
const SAME: Record<string, string> = {
  'policy:count': 'received',
  'policy:rate': 'complaintRate',
  'policy:answered': 'onTime:firstResponse',
};
/** Nothing to compare: by hand, another period, no limit, nobody writes it down. */
const APART = /^policy:(?:scores|solved)$|:(?:told|report)$/;

describe('figures and an independent computation of them', () => {
  it.each([
    [10, 1],
    [200, 2],
    [200, 3],
    [2_000, 4],
  ])(
    'agree over a register of %i rows (seed %i)',
    (rows, seed) => {
      const register = generatedRegister(rows, seed);
      const facts = allSteps(takeFacts(factsRequest(register)));
      const complaints = plainComplaints(register);
      const frame = {
        ...{ pack: COUNTED_PACK, company: COUNTED_COMPANY, asOf: AS_OF.slice(0, 10) },
        volumes: register.volumes,
      };
      expect(facts.length).toBe(rows);
      for (const period of PERIODS) {
        const plain = plainFigures(complaints, [period.first, period.last], register.volumes);
        for (const figure of figuresFor(facts, period, frame)) {
          if (APART.test(figure.id)) continue;
          const other = plain.get(SAME[figure.id] ?? figure.id);
          const place = `${figure.id} of ${period.id}`;
          expect([...figure.counted].sort(), place).toEqual(other?.counted);
          expect([...figure.undecided].sort(), place).toEqual(other?.undecided);
          if (other === undefined || other.value === null) expect(figure.value, place).toBe(other?.value);
          else expect(figure.value, place).toBeCloseTo(other.value, 9);
        }
      }
    },
    120_000,
  );
});
