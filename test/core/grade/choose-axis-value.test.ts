import { describe, expect, it } from 'vitest';
import type { ComplaintValues } from '../../../core/complaint/complaint-values.ts';
import { chooseAxisValue, onAxis } from '../../../core/grade/choose-axis-value.ts';
import { textsOf, type Situation } from '../../../core/grade/situation.ts';
import { Axis } from '../../../core/policy/axis.ts';
import { text } from '../../support/rules-pack.ts';

const here = (values: ComplaintValues): Situation => ({
  ...textsOf(values),
  category: () => 'quality',
  grade: () => null,
  isInLane: () => false,
  axis: () => null,
});
const value = (id: string, names: string[], when: object | null = null) => ({
  ...{ id, label: { ...text(names[0] ?? id), en: id }, synonyms: names.slice(1), when, source: `clause ${id}` },
});
const CAUSE = Axis.parse({
  ...{ id: 'cause', label: text('原因'), field: 'cause', source: 'S0-30' },
  values: [
    value('transport', ['运输', '物流']),
    value('transportDamp', ['运输受潮', '途中受潮']),
    value('storage', ['储存', '仓储'], { anyWord: ['仓库', '受潮'] }),
    value('making', ['生产', '制造工艺'], { anyWord: ['受潮', '结块'] }),
    value('anything', ['其他'], {}),
  ],
});
const choose = (values: ComplaintValues, axis = CAUSE) => chooseAxisValue(axis, here(values));

describe('a cause that a person wrote down', () => {
  it.each([
    ['the longest name, wherever it is listed', '運輸受潮', 'transportDamp'],
    ['another name for the same', '途中受潮所致', 'transportDamp'],
    ['of equally long names the first listed', '仓储、物流都有责任', 'transport'],
    ['a long name before a short one said earlier', '生产之外,主要是制造工艺', 'making'],
    ['the one that is not denied, though shorter', '不是运输受潮,是储存', 'storage'],
    ['a name that is denied once and then said', '不是生产,确实是生产', 'making'],
    ['the English name, in capitals', 'STORAGE', 'storage'],
    ['no English name inside another word', 'remaking', 'anything'],
    ['what speaks in the description, where nothing is named', '还在查', 'anything'],
    ['blank', ' ', 'anything'],
  ])('%s: %s', (_, cause, expected) => {
    expect(choose({ cause })?.id).toBe(expected);
  });

  it('is quoted from its own field, as written', () => {
    expect(choose({ cause: '初判：運輸受潮', description: '結塊' })).toEqual({
      ...{ id: 'transportDamp', rule: 'transportDamp', source: 'clause transportDamp' },
      words: [{ field: 'cause', start: 3, end: 7, quote: '運輸受潮' }],
    });
  });
});

describe('what the complaint lets one suppose', () => {
  it.each([
    ['the first listed whose condition holds', '仓库受潮', 'storage'],
    ['not the one with the most words', '受潮结块', 'storage'],
    ['the next, where the first is silent', '结块', 'making'],
    ['not what is denied', '没有受潮,结块', 'making'],
    ['an empty condition always', '你好', 'anything'],
  ])('%s: %s', (_, description, expected) => {
    expect(choose({ description })?.id).toBe(expected);
  });

  it('is nothing where no value has a condition that holds', () => {
    const axis = { ...CAUSE, values: CAUSE.values.filter(({ id }) => id !== 'anything') };
    expect(choose({ description: '你好' }, axis)).toBeNull();
    expect(choose({ description: '运输' }, axis)).toBeNull();
  });

  it('on an axis without a field of its own never comes from a name', () => {
    const unnamed = Axis.parse({ ...CAUSE, field: undefined });
    expect(choose({ cause: '运输', description: '结块' }, unnamed)?.id).toBe('making');
  });
});

it('a value on its axis keeps its reasons', () => {
  const choice = { id: 'making', rule: 'making', source: 'S0-30', words: [], isOwn: true as const };
  expect(onAxis(CAUSE, choice)).toEqual({ axis: 'cause', ...choice });
});
