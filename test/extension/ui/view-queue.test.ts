import { describe, expect, it } from 'vitest';
import { FIRST_QUESTION } from '../../../core/queue/queue-question.ts';
import type { QueueRow } from '../../../core/queue/queue-row.ts';
import { categoryName, filterChoices, filtersSet, viewRow } from '../../../extension/ui/queue/view-queue.ts';
import { speechIn } from '../../../extension/ui/speech.ts';

const speech = speechIn('zh-CN');
const context = { speech, zone: 'Asia/Shanghai', asOf: '2026-11-20T02:00:00Z' };

function aRow(change: Partial<QueueRow> = {}): QueueRow {
  return {
    id: '01JD0000000000000000000001',
    state: 'queued',
    isRemoved: false,
    isUrgent: false,
    savedAt: Date.parse('2026-11-20T01:30:00Z'),
    receivedAt: null,
    customer: '华科混凝土有限公司',
    title: '粉煤灰结块',
    category: 'product_quality',
    grade: 'general',
    policy: 'general',
    channel: null,
    dues: [{ milestone: 'firstResponse', due: Date.parse('2026-11-20T01:00:00Z'), warn: null }],
    links: [],
    ...change,
  };
}

describe('a row of the queue as it is shown', () => {
  it('says category, grade and the next promise in the words of the policy, as it stands now', () => {
    expect(viewRow(aRow(), context)).toMatchObject({
      customer: '华科混凝土有限公司',
      category: '产品质量',
      grade: '一般',
      step: 1,
      state: 'queued',
      due: { label: '首次响应', at: '今天 09:00', rest: '已超过 1 小时', status: 'overdue' },
    });
  });

  it.each<[string, Partial<QueueRow>]>([
    ['registered', { state: 'registered' }],
    ['removed', { isRemoved: true }],
    ['duplicate', { links: [{ to: '01JD0000000000000000000002', kind: 'duplicateOf' }] }],
  ])('that is %s says so and has no deadline any more', (state, change) => {
    expect(viewRow(aRow(change), context)).toMatchObject({ state, due: null });
  });

  it('shows what it is called where the policy is not there', () => {
    const view = viewRow(aRow({ policy: 'gone', category: 'odd', grade: 'B' }), context);
    expect(view).toMatchObject({ category: 'odd', grade: 'B', step: 1, due: { label: null } });
    expect(categoryName(null, null, speech)).toBeNull();
  });
});

describe('the filters', () => {
  const facets = {
    grades: ['general'],
    categories: ['product_quality', 'service'],
    channels: [],
    policies: ['general'],
  };

  it('are offered where there is something to choose, and stay while they are set', () => {
    expect(filterChoices(facets, FIRST_QUESTION, speech).map(({ filter }) => filter)).toEqual(['category']);
    const question = { ...FIRST_QUESTION, channel: '电话' };
    const [, channel] = filterChoices(facets, question, speech);
    expect(channel).toEqual({ filter: 'channel', choices: [{ value: '电话', label: '电话' }] });
    expect([filtersSet(FIRST_QUESTION), filtersSet(question)]).toEqual([0, 1]);
  });
});
