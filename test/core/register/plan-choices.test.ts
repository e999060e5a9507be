import { describe, expect, it } from 'vitest';
import { choiceReader } from '../../../core/register/recognise-choice.ts';
import { SMALL_PACK } from '../../support/small-pack.ts';

describe('reading a team’s own words', () => {
  const status = choiceReader(SMALL_PACK.statuses);
  const category = choiceReader(SMALL_PACK.categories);

  it.each<[string | undefined, string | null]>([
    ['已结案', 'closed'],
    ['已結案', 'closed'],
    ['Closed', 'closed'],
    ['是', 'closed'],
    ['否', 'open'],
    ['未结案', 'open'],
    ['尚未结案', 'open'],
    ['无法结案', null],
    ['不满意，已结案', 'closed'],
    ['不结案', null],
    ['已结案（客户满意）', 'closed'],
    ['见备注', null],
    ['', null],
    [undefined, null],
  ])('status %j is %j', (text, id) => {
    expect(status(text)).toBe(id);
  });

  it.each<[string, string | null]>([
    ['质量问题', 'quality'],
    ['质量 问题', 'quality'],
    ['非质量问题', null],
    ['非常重视质量', 'quality'],
    ['產品品質', 'quality'],
    ['质量、送货', null],
    ['送货', 'delivery'],
    ['quality', 'quality'],
    ['inequality', null],
  ])('category %j is %j', (text, id) => {
    expect(category(text)).toBe(id);
  });
});
