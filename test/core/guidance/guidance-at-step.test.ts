import { describe, expect, it } from 'vitest';
import { guidanceAtStep } from '../../../core/guidance/guidance-at-step.ts';
import type { HandlingStep } from '../../../core/policy/guidance.ts';
import { packWith, situationIn, text } from '../../support/rules-pack.ts';

const guide = (id: string, step: HandlingStep, when: object = {}) => ({
  id,
  step,
  when,
  text: text(id),
  source: 'S0-17',
});
const say = (id: string, use: boolean) => ({
  ...{ id, step: 'receipt' as const, use, text: text(id), words: [], instead: null, source: 'S0-17' },
});

const PACK = packWith({
  guidance: [
    guide('listen', 'receipt'),
    guide('calm', 'receipt', { anyWord: ['生气'] }),
    guide('record', 'receipt'),
    guide('visit', 'investigation', { grade: ['major'] }),
  ],
  phrases: [say('weCare', true), say('never', false), say('weHear', true)],
  checklists: [
    {
      ...{ id: 'records', step: 'investigation', label: text('内部核查'), when: { category: ['quality'] } },
      items: ['production', 'inspection'].map((id) => ({ id, label: text(id), source: 'S0-27' })),
      source: 'S0-27',
    },
    {
      ...{ id: 'sample', step: 'investigation', label: text('外部核查'), when: {}, source: 'S0-28' },
      items: [{ id: 'ash', label: text('ash'), source: 'S0-28' }],
    },
  ],
  replies: [
    {
      ...{ id: 'first', step: 'acknowledgement', label: text('first'), body: text('已受理'), mustHave: [] },
      source: 'S0-19',
    },
  ],
});
const at = (step: HandlingStep, description: string, confirmed: string[] = []) =>
  guidanceAtStep(step, situationIn(PACK, { description }), PACK, confirmed);

describe('what a policy says at a step', () => {
  it.each([
    ['receipt', '结块', ['listen', 'record']],
    ['receipt', '我很生气', ['listen', 'calm', 'record']],
    ['receipt', '我没有生气', ['listen', 'record']],
    ['investigation', '结块', []],
    ['investigation', '停产', ['visit']],
    ['closing', '停产', []],
  ] as const)('S0-17: at %s of 「%s」: %o', (step, description, expected) => {
    expect(at(step, description).guidance.map(({ id }) => id)).toEqual(expected);
  });

  it('keeps what to say and what to avoid apart, in the order of the pack', () => {
    const { say: use, avoid } = at('receipt', '结块');
    expect([use.map(({ id }) => id), avoid.map(({ id }) => id)]).toEqual([['weCare', 'weHear'], ['never']]);
    expect(at('closing', '结块')).toMatchObject({ say: [], avoid: [] });
  });

  it('S0-27, S0-28: shows the checklists that apply, with what is ticked', () => {
    expect(at('investigation', '送货延迟').checklists.map(({ checklist }) => checklist)).toEqual(['sample']);
    const [records, sample] = at('investigation', '结块', ['records.inspection', 'ash']).checklists;
    expect(records).toMatchObject({
      checklist: 'records',
      items: [
        { item: 'production', isDone: false },
        { item: 'inspection', isDone: true },
      ],
    });
    expect(sample?.items).toMatchObject([{ item: 'ash', isDone: true, source: 'S0-28' }]);
  });

  it('offers the replies of the step', () => {
    expect(at('acknowledgement', '结块').replies.map(({ id }) => id)).toEqual(['first']);
    expect(at('receipt', '结块').replies).toEqual([]);
  });
});
