import { describe, expect, it } from 'vitest';
import type { Field } from '../../../../core/complaint/field.ts';
import type { LedgerColumn } from '../../../../core/register/ledger-reading.ts';
import { learnHeaders, withLearnedHeaders } from '../../../../core/register/settings/learned-headers.ts';

const column = (header: string, fields: Field[], reason: LedgerColumn['reason'] = 'header'): LedgerColumn => ({
  ...{ column: 0, header, fields, part: 'whole', confidence: 0.9, reason },
});

describe('what a team says of its headings', () => {
  it('is learnt from what a person corrected, and read so in the next ledger', () => {
    const learned = learnHeaders([column('备 考', ['severity'], 'user'), column('日期', ['receivedAt'])], []);
    expect(learned).toEqual([{ header: '备 考', fields: ['severity'] }]);
    const [first, second] = withLearnedHeaders([column('备考', ['remarks']), column('等级', ['severity'])], learned);
    expect(first).toMatchObject({ fields: ['severity'], reason: 'user' });
    expect(second?.fields).toEqual([]);
  });

  it.each([
    ['日期', '日期'],
    ['日期', '日 期 2'],
    ['日期2', '日期'],
  ])('is neither learnt nor taken for “日期” of %s and %s', (...headings) => {
    const twins = headings.map((header) => column(header, ['receivedAt'], 'user'));
    expect(learnHeaders(twins, []).filter(({ header }) => header === '日期')).toEqual([]);
    const read = withLearnedHeaders(twins, [{ header: '日期', fields: ['closedAt'] }]);
    expect(read.map(({ fields }) => fields)).toEqual([['receivedAt'], ['receivedAt']]);
  });
});
