import { describe, expect, it } from 'vitest';
import type { ComplaintValues } from '../../../core/complaint/complaint-values.ts';
import { findPack } from '../../../core/policy/packs.ts';
import { rowEvaluator } from '../../../core/register/evaluate-row.ts';
import { statusReader } from '../../../core/register/read-status.ts';
import { SMALL_COMPANY, SMALL_PACK } from '../../support/small-pack.ts';

const evaluate = rowEvaluator({
  pack: SMALL_PACK,
  company: SMALL_COMPANY,
  asOf: '2026-03-05T10:30:00+08:00',
  zone: 'Asia/Shanghai',
});
const VALUES: ComplaintValues = { receivedAt: '2026-03-05T09:00+08:00', description: '粉煤灰结块，已停产' };

describe('what the register adds to a row', () => {
  it('takes what the clerk confirmed over everything else', () => {
    const row = evaluate(
      { ...VALUES, category: '质量问题', severity: '重大' },
      { category: 'delivery', grade: 'general' },
    );
    expect([row.category, row.grade]).toEqual(['delivery', 'general']);
    expect(row.findings).toEqual([]);
  });

  it('takes the words of the row over the assessment', () => {
    const row = evaluate({ ...VALUES, category: '送货', severity: '普通' });
    expect([row.category, row.grade]).toEqual(['delivery', 'general']);
  });

  it('assesses what the row does not say, and says which words it did not understand', () => {
    expect(evaluate(VALUES)).toMatchObject({ category: 'quality', grade: 'major', findings: [] });
    const row = evaluate({ ...VALUES, category: '杂项', severity: '9' });
    expect(row).toMatchObject({ category: 'quality', grade: 'major' });
    expect(row.findings.map(({ level, code, params }) => [level, code, params['value']])).toEqual([
      ['info', 'unknownCategory', '杂项'],
      ['info', 'unknownGrade', '9'],
    ]);
  });

  it('counts deadlines by the grade that it found', () => {
    const due = (values: ComplaintValues) =>
      evaluate(values)
        .deadlines.find(({ milestone }) => milestone === 'closing')
        ?.dueAt?.slice(0, 10);
    expect(due(VALUES)).toBe('2026-03-06');
    expect(due({ ...VALUES, severity: '一般' })).toBe('2026-03-08');
  });

  it.each<[string, ComplaintValues, string, string[]]>([
    ['nothing', {}, 'open', []],
    ['a closing time', { closedAt: '2026-03-05' }, 'closed', []],
    ['its status', { status: '处理中', closedAt: '2026-03-05' }, 'open', []],
    ['a status that nobody understands', { status: '见备注' }, 'open', ['unknownStatus']],
    ['such a status and a closing time', { status: '见备注', closedAt: '2026-03-05' }, 'closed', []],
  ])('knows the status by %s', (_, values, status, codes) => {
    const row = evaluate({ ...VALUES, ...values });
    expect(row.status).toBe(status);
    expect(row.findings.map(({ code }) => code)).toEqual(codes);
  });
});

describe('the words of ledgers for open and closed', () => {
  const general = findPack('general');
  if (!general) throw new Error('no general pack');
  const isOpen = (text: string) => {
    const id = statusReader(general)(text);
    return general.statuses.find((status) => status.id === id)?.isOpen ?? null;
  };

  it.each([
    '是',
    '√',
    'Y',
    'OK',
    '已结',
    '已完结',
    '已結案',
    '办结',
    '处理完毕',
    '己处理',
    '巳结案',
    'Closed',
    'close',
    'Sorted',
    ' Done. ',
  ])('%j means closed', (text) => {
    expect(isOpen(text)).toBe(false);
  });

  it.each([
    '否',
    '×',
    'N',
    '未结',
    '未结案',
    '待买家反馈',
    '待结案',
    '处理中',
    '末处理',
    '跟进中',
    'ongoing',
    'In progress',
    'Waiting part',
  ])('%j means open', (text) => {
    expect(isOpen(text)).toBe(true);
  });

  it.each(['', '见备注', '？', '张三'])('%j means nothing', (text) => {
    expect(isOpen(text)).toBeNull();
  });
});
