import { describe, expect, it } from 'vitest';
import { PACKS } from '../../core/policy/packs.ts';
import type { Field } from '../../core/complaint/field.ts';
import { mappingModel } from '../../excel-addin/pane-models.ts';
import { makeLedger, makeSheet } from '../support/make-sheet.ts';

describe('samples beside a column of the mapping', () => {
  it.each([
    ['a time of day', 0.609722, 'h:mm', '14:38'],
    ['a time of day by its seconds', 0.5, 'hh:mm:ss', '12:00'],
    ['a day', 46_266, 'yyyy/m/d', '2026-09-01'],
    ['a moment', 46_266.5, 'yyyy/m/d h:mm', '2026-09-01 12:00'],
    ['a fraction', 0.609722, 'General', '0.609722'],
    ['a share', 0.25, '0%', '0.25'],
  ])('%s reads as in its cell', (_, value, format, shown) => {
    const fields: Field[][] = [['receivedAt']];
    const sheet = { ...makeSheet([['时间'], [value]]), numberFormats: [['General'], [format]] };
    const choice = { policyId: PACKS[0]?.id ?? '', company: null, locale: 'zh-CN' as const, zone: 'Asia/Shanghai' };
    const { columns } = mappingModel(sheet, makeLedger(sheet, fields), choice);
    expect(columns[0]?.samples).toEqual([shown]);
  });
});
