import { describe, expect, it } from 'vitest';
import { findPack } from '../../../core/policy/packs.ts';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import { columnManner } from '../../../core/register/column-manner.ts';
import { SMALL_PACK } from '../../support/small-pack.ts';

const firstOf = (open: boolean) => SMALL_PACK.statuses.find(({ isOpen }) => isOpen === open);
const [OPEN, CLOSED] = [firstOf(true), firstOf(false)];
if (OPEN === undefined || CLOSED === undefined) throw new Error('No status');

describe('the word for a status in the ledger’s own column', () => {
  it.each([
    ['yes and no', ['是', '否', '是'], '否', '是'],
    ['yes or nothing', ['是', '', '是'], '', '是'],
    ['words of a team', ['未结', '已结', '结案', '已结'], '未结', '已结'],
    ['the policy’s own names', [CLOSED.label['zh-CN']], OPEN.label['zh-CN'], CLOSED.label['zh-CN']],
    ['nothing yet', ['', ''], OPEN.label['zh-CN'], CLOSED.label['zh-CN']],
  ])('follows a column of %s', (_, samples, open, closed) => {
    const { wordFor } = columnManner(
      samples.map((sample) => [sample]),
      SMALL_PACK,
      'zh-CN',
    );
    expect(wordFor('status', OPEN.id, 0)).toBe(open);
    expect(wordFor('status', CLOSED.id, 0)).toBe(closed);
  });

  it('is the plain one of its kind for a status that only the policy tells apart', () => {
    const { wordFor } = columnManner([['是'], ['否']], SMALL_PACK, 'zh-CN');
    for (const { id, isOpen } of SMALL_PACK.statuses) expect(wordFor('status', id, 0)).toBe(isOpen ? '否' : '是');
  });

  it.each([
    ['yes and no', ['是', '否'], '否', '是'],
    ['yes or nothing', ['是', ''], '', '是'],
    ['yes alone', ['是', '是'], null, '是'],
    ['the policy’s own names', [CLOSED.label['zh-CN']], null, CLOSED.label['zh-CN']],
    ['nothing yet', ['', ''], '', null],
  ])('is one that stands there already, for a row that stands there already: %s', (_, samples, open, closed) => {
    const { ownStatusWord } = columnManner(
      samples.map((sample) => [sample]),
      SMALL_PACK,
      'zh-CN',
    );
    expect(ownStatusWord(OPEN.id, 0)).toBe(open);
    expect(ownStatusWord(CLOSED.id, 0)).toBe(closed);
  });

  it.each([
    [['处理中', '处理中', '已撤诉'], '处理中', null],
    [['未结', '撤销', '撤销', '已结案'], '未结', '已结案'],
    [['已处理', '已处理', '待审批'], null, '已处理'],
    [['待审批', '待审批', '处理中', '是'], '处理中', '是'],
  ])('says nothing more than the status does: %j', (samples, open, closed) => {
    const pack = findPack('general') as PolicyPack;
    const { ownStatusWord } = columnManner(
      samples.map((sample) => [sample]),
      pack,
      'zh-CN',
    );
    expect({ open: ownStatusWord('received', 0), closed: ownStatusWord('closed', 0) }).toEqual({ open, closed });
  });
});
