import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formerRows, numbersAgain } from '../../../core/register/journal/former-numbers.ts';
import { numberComplaints } from '../../../core/register/number-complaints.ts';
import type { RegisterColumn } from '../../../core/register/register-plan.ts';

const on = (day: string, own?: string) => ({ day, own });

describe('complaint numbers', () => {
  it('count up within the day of receipt', () => {
    const { numbers } = numberComplaints([on('2026-03-05'), on('2026-03-05'), on('2026-03-06')], [], {});
    expect(numbers).toEqual(['20260305-001', '20260305-002', '20260306-001']);
  });

  it('keep a number that the complaint brings along, unless another complaint has it too', () => {
    const requests = [on('2026-03-05', 'TS-7'), on('2026-03-05', 'ts-8'), on('2026-03-05', 'ＴＳ-8'), on('2026-03-05')];
    expect(numberComplaints(requests, [], {}).numbers).toEqual([
      'TS-7',
      '20260305-001',
      '20260305-002',
      '20260305-003',
    ]);
  });

  it('step around numbers of the same form that complaints brought along', () => {
    const requests = [on('2026-03-05'), on('2026-03-05', '20260305-001')];
    expect(numberComplaints(requests, [], {}).numbers).toEqual(['20260305-002', '20260305-001']);
  });

  it('step around numbers in the register, and around those of deleted complaints', () => {
    expect(numberComplaints([on('2026-03-05')], ['20260305-004'], {}).numbers).toEqual(['20260305-005']);
    expect(numberComplaints([on('2026-03-05')], ['20260305-004'], { '20260305': 9 }).numbers).toEqual(['20260305-010']);
    expect(numberComplaints([on('2026-03-05', 'A1')], ['a1'], {}).numbers).toEqual(['20260305-001']);
  });

  it('grow beyond three digits', () => {
    expect(numberComplaints([on('2026-03-05')], [], { '20260305': 999 }).numbers).toEqual(['20260305-1000']);
  });

  it('are unique, new, and never given twice over several rounds', () => {
    const request = fc.record({
      day: fc.constantFrom('2026-03-05', '2026-03-06'),
      own: fc.option(fc.constantFrom('TS-1', 'ts-1', '20260305-001', '20260306-002', '20260305-1000'), {
        nil: undefined,
      }),
    });
    fc.assert(
      fc.property(fc.array(fc.array(request, { maxLength: 6 }), { maxLength: 5 }), (rounds) => {
        const ever = new Set<string>();
        let given: Record<string, number> = {};
        for (const round of rounds) {
          // The register forgets all but the last number, as if someone had deleted rows.
          const made = numberComplaints(round, [...ever].slice(-1), given);
          given = made.given;
          made.numbers.forEach((number, i) => {
            if (number !== round[i]?.own) expect(ever.has(number.toUpperCase()), number).toBe(false);
          });
          expect(new Set(made.numbers.map((number) => number.toUpperCase())).size).toBe(round.length);
          for (const number of made.numbers) ever.add(number.toUpperCase());
        }
      }),
    );
  });
});

describe('numbers of a register that was taken back', () => {
  it('come again, behind those that complaints bring along, and nobody gets one twice', () => {
    const requests = [
      { ...on('2026-03-05'), former: '20260305-002' },
      on('2026-03-05'),
      { ...on('2026-03-05', 'TS-1'), former: 'TS-9' },
      { ...on('2026-03-05'), former: 'TS-1' },
    ];
    expect(numberComplaints(requests, [], { '20260305': 4 }).numbers).toEqual([
      ...['20260305-002', '20260305-005', 'TS-1', '20260305-006'],
    ]);
  });

  const columns: Pick<RegisterColumn, 'role' | 'fields'>[] = [
    { role: 'user:0', fields: ['complaintId'] },
    { role: 'user:1', fields: ['customerName'] },
    { role: 'user:2', fields: ['status'] },
    { role: 'number', fields: [] },
  ];
  const rows = [
    ['', '甲公司', '处理中', 'A-1'],
    ['', '乙公司', '', 'A-2'],
    ['', '乙公司', '', 'A-3'],
    ['TS-4', '丙公司', '', 'TS-4'],
    ['', '', '已结案', 'A-5'],
  ];

  it('are found by what does not change while a complaint is handled', () => {
    const former = formerRows(columns, rows);
    expect(Object.values(former)).toEqual([['A-1'], ['A-2', 'A-3']]);
    const now = [rows[1], rows[2], ['', "'甲公司", '已结案'], ['', '丁公司', ''], rows[4]].map((row) => row ?? []);
    expect(numbersAgain(columns.slice(0, 3), now, former)).toEqual(['A-2', 'A-3', 'A-1', undefined, undefined]);
  });

  it('of complaints that cannot be told apart come only when all of them are there', () => {
    expect(numbersAgain(columns, [rows[2] ?? []], formerRows(columns, rows))).toEqual([undefined]);
  });
});
