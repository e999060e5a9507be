import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComplaintValues } from '../../../core/complaint/complaint-values.ts';
import { matchButForAxes } from '../../../core/grade/match-but-for-axes.ts';
import { matchCondition } from '../../../core/grade/match-condition.ts';
import { textsOf, type Situation } from '../../../core/grade/situation.ts';
import type { Condition } from '../../../core/policy/condition.ts';

interface Known {
  category?: string;
  grade?: string;
  lanes?: string[];
  axes?: Record<string, string>;
}

function situation(values: ComplaintValues, { category, grade, lanes = [], axes = {} }: Known = {}): Situation {
  return {
    ...textsOf(values),
    category: () => category ?? null,
    grade: () => grade ?? null,
    isInLane: (lane) => lanes.includes(lane),
    axis: (axis) => axes[axis] ?? null,
  };
}

const told = (description: string, rest: ComplaintValues = {}) => situation({ description, ...rest });
const quotes = (when: Condition, here: Situation) =>
  matchCondition(when, here)?.words.map(({ quote }) => quote) ?? null;

describe('an empty condition', () => {
  it.each([
    ['with text', told('结块')],
    ['without any', situation({})],
  ])('always holds: %s', (_, here) => {
    expect(matchCondition({}, here)).toEqual({ words: [], facts: [] });
  });
});

describe('anyWord', () => {
  const when = { anyWord: ['停工', '停线', 'line down'] };

  it.each([
    ['客户停工', ['停工']],
    ['客戶停線了', ['停線']],
    ['ＬＩＮＥ　ＤＯＷＮ', ['ＬＩＮＥ　ＤＯＷＮ']],
    ['先停线,后停工', ['停线', '停工']],
    ['停工两次,停工', ['停工']],
    ['开工', null],
    ['', null],
  ])('%s: %o', (description, expected) => {
    expect(quotes(when, told(description))).toEqual(expected);
  });

  it.each([
    ['没有停工'],
    ['未造成停工'],
    ['避免停工'],
    ['如果停工就麻烦了'],
    ['是否停工还不知道'],
    ['这不是停工的问题'],
    ['the line was not down, no line down'],
  ])('is not there when it is denied, absent or only supposed: %s', (description) => {
    expect(quotes(when, told(description))).toBeNull();
  });

  it.each([
    ['如果三天内不解决，我就起诉', ['起诉']],
    ['要是再拖，我们找媒体曝光', ['曝光']],
    ['if this is not settled we will sue', ['sue']],
    ['已经起诉', ['起诉']],
    ['没有起诉', null],
    ['我们不想起诉', null],
    ['这不是起诉的问题', null],
  ])('as a threat counts with its condition, and not when it is absent or denied: %s', (description, expected) => {
    const threat: Condition = { anyWord: ['起诉', '曝光', 'sue'], evenIfSupposed: true };
    expect(quotes(threat, told(description))).toEqual(expected);
  });

  it('counts where it is said once, though it is denied elsewhere', () => {
    expect(matchCondition(when, told('昨天没有停工,今天停工'))?.words).toEqual([
      { field: 'description', start: 9, end: 11, quote: '停工' },
    ]);
  });

  it.each([
    ['description', 'description'],
    ['demand', 'demand'],
    ['evidence', 'evidence'],
    ['remarks', 'remarks'],
  ] as const)('looks into %s', (field, expected) => {
    expect(matchCondition(when, situation({ [field]: '已停工' }))?.words[0]?.field).toBe(expected);
  });

  it.each(['customerName', 'cause', 'solution', 'quantity', 'status'] as const)('does not look into %s', (field) => {
    expect(matchCondition(when, situation({ [field]: '停工' }))).toBeNull();
  });

  it('quotes the fields in reading order, whatever holds first', () => {
    const here = situation({ remarks: '停线', description: '停工', demand: '停线' });
    expect(matchCondition(when, here)?.words.map(({ field }) => field)).toEqual(['description', 'demand', 'remarks']);
  });
});

describe('eachOf', () => {
  const when = {
    eachOf: [
      ['同一批', '同批'],
      ['多人', '几个人'],
      ['腹泻', '呕吐'],
    ],
  };

  it.each([
    ['S1f-33: all three', '同批豆干,几个人都呕吐', ['同批', '几个人', '呕吐']],
    ['two of three', '同一批,多人', null],
    ['one missing', '同批,腹泻', null],
    ['one denied', '同批,几个人吃了,没有呕吐', null],
  ])('%s', (_, description, expected) => {
    expect(quotes(when, told(description))).toEqual(expected);
  });

  it('may be met in different fields', () => {
    expect(quotes(when, told('同一批,多人', { remarks: '都腹泻' }))).toEqual(['同一批', '多人', '腹泻']);
  });

  it('stands beside anyWord, and both must hold', () => {
    const both = { ...when, anyWord: ['豆干'] };
    expect(quotes(both, told('豆干同批,几个人呕吐'))).toEqual(['豆干', '同批', '几个人', '呕吐']);
    expect(quotes(both, told('同批,几个人呕吐'))).toBeNull();
  });
});

describe('noWord', () => {
  const when = { anyWord: ['虫'], noWord: ['已拆开', '开封'] };

  it.each([
    ['S1f-36: nothing said of opening', '袋里有虫', ['虫']],
    ['opened', '开封后发现有虫', null],
    ['opened, in traditional characters', '開封後發現有蟲', null],
    ['said not to be opened', '没有开封,有虫', ['虫']],
    ['said in another field', '有虫', ['虫']],
  ])('%s', (_, description, expected) => {
    expect(quotes(when, told(description))).toEqual(expected);
  });

  it('looks into all the fields of words', () => {
    expect(quotes(when, told('有虫', { remarks: '已拆开' }))).toBeNull();
    expect(quotes(when, told('有虫', { solution: '已拆开' }))).toEqual(['虫']);
  });

  it('alone holds of everything else', () => {
    expect(matchCondition({ noWord: ['开封'] }, told('发霉'))).toEqual({ words: [], facts: [] });
  });
});

describe('quantityOver', () => {
  const when = { quantityOver: { units: ['箱', 'box'], over: 20 } };

  it.each([
    ['S1f-38: twenty is no batch', '20箱', null],
    ['twenty-one is', '21箱', ['21箱']],
    ['a fraction over', '20.5 箱', ['20.5 箱']],
    ['in Chinese figures', '三十余箱', ['三十余箱']],
    ['in full width', '３０箱', ['３０箱']],
    ['in English', '25 boxes', ['25 box']],
    ['another unit', '500袋', null],
    ['no amount', '很多箱', null],
    ['only supposed', '如果超过30箱', null],
    ['absent', '没有30箱', null],
    ['several', '先20箱,后40箱', ['40箱']],
  ])('%s: %s', (_, description, expected) => {
    expect(quotes(when, told(description))).toEqual(expected);
  });

  it.each([
    ['quantity', ['22箱']],
    ['demand', ['22箱']],
    ['cause', null],
  ] as const)('in %s: %o', (field, expected) => {
    expect(quotes(when, situation({ [field]: '22箱' }))).toEqual(expected);
  });

  it('S1f-C2: needs its words as well where the rule has both', () => {
    const machine = { ...when, anyWord: ['机器'] };
    expect(quotes(machine, told('机器夹坏', { quantity: '30箱' }))).toEqual(['机器', '30箱']);
    expect(quotes(machine, told('夹坏', { quantity: '30箱' }))).toBeNull();
    expect(quotes(machine, told('机器夹坏', { quantity: '3箱' }))).toBeNull();
  });

  it('is strictly more, for any threshold', () => {
    fc.assert(
      fc.property(fc.nat(99_999), fc.nat(99_999), (over, amount) => {
        const held = matchCondition({ quantityOver: { units: ['箱'], over } }, told(`退${amount}箱`));
        expect(held !== null).toBe(amount > over);
      }),
    );
  });
});

describe('facts', () => {
  const known: Known = {
    category: 'quality',
    grade: 'a',
    lanes: ['media', 'legal'],
    axes: { origin: 'consumer', defect: 'mould' },
  };
  const here = situation({ description: '发霉', batchNo: 'B1', remarks: ' ' }, known);

  it.each([
    [{ category: ['quality'] }, [{ kind: 'category', id: 'quality' }]],
    [{ category: ['x', 'quality'] }, [{ kind: 'category', id: 'quality' }]],
    [{ category: ['x'] }, null],
    [{ grade: ['b', 'a'] }, [{ kind: 'grade', id: 'a' }]],
    [{ grade: ['b'] }, null],
    [{ lane: ['legal'] }, [{ kind: 'lane', id: 'legal' }]],
    [{ lane: ['safety', 'media'] }, [{ kind: 'lane', id: 'media' }]],
    [{ lane: ['safety'] }, null],
    [{ axis: { origin: ['consumer'] } }, [{ kind: 'axis', axis: 'origin', id: 'consumer' }]],
    [{ axis: { origin: ['channel'] } }, null],
    [{ axis: { harm: ['none'] } }, null],
    [{ axis: { origin: ['consumer'], defect: ['insect'] } }, null],
    [{ known: ['batchNo'] }, [{ kind: 'known', field: 'batchNo' }]],
    [{ known: ['batchNo', 'orderNo'] }, null],
    [{ known: ['remarks'] }, null],
  ] as [Condition, object[] | null][])('%o: %o', (when, expected) => {
    expect(matchCondition(when, here)?.facts ?? null).toEqual(expected);
  });

  it('all have to hold together, with the words', () => {
    const when: Condition = { category: ['quality'], grade: ['a'], axis: { origin: ['consumer'] }, anyWord: ['发霉'] };
    expect(matchCondition(when, here)).toEqual({
      facts: [
        { kind: 'category', id: 'quality' },
        { kind: 'grade', id: 'a' },
        { kind: 'axis', axis: 'origin', id: 'consumer' },
      ],
      words: [{ field: 'description', start: 0, end: 2, quote: '发霉' }],
    });
  });

  it('are asked for only where a condition names them', () => {
    const asked: string[] = [];
    const watched: Situation = {
      ...here,
      grade: () => {
        asked.push('grade');
        return 'a';
      },
      axis: (axis) => {
        asked.push(axis);
        return null;
      },
    };
    matchCondition({ anyWord: ['发霉'] }, watched);
    expect(asked).toEqual([]);
    matchCondition({ axis: { harm: ['x'] }, grade: ['a'] }, watched);
    expect(asked).toEqual(['grade', 'harm']);
  });

  it('nobody knows make nothing hold', () => {
    for (const when of [
      { category: ['quality'] },
      { grade: ['a'] },
      { lane: ['media'] },
      { axis: { origin: ['x'] } },
    ]) {
      expect(matchCondition(when, situation({ description: '发霉' }))).toBeNull();
    }
  });
});

describe('but for axes that nobody has settled', () => {
  const when: Condition = {
    grade: ['a'],
    axis: { origin: ['consumer'], defect: ['mould', 'insect'] },
    anyWord: ['吃'],
  };
  const open = (known: Known, description = '吃到') =>
    matchButForAxes(when, situation({ description }, { grade: 'a', ...known }));

  it.each([
    ['both open', {}, ['origin', 'defect']],
    ['one open', { axes: { defect: 'mould' } }, ['origin']],
    ['the other open', { axes: { origin: 'consumer' } }, ['defect']],
  ])('%s', (_, known, axes) => {
    expect(open(known)?.axes.map(({ axis }) => axis)).toEqual(axes);
  });

  it.each([
    ['nothing is open', { axes: { origin: 'consumer', defect: 'mould' } }, '吃到'],
    ['what is settled is against it', { axes: { defect: 'seal' } }, '吃到'],
    ['the grade is another', { grade: 'b' }, '吃到'],
    ['the word is missing', {}, '看到'],
  ])('is null when %s', (_, known, description) => {
    expect(open(known, description)).toBeNull();
  });

  it('is null for rules without axes', () => {
    expect(matchButForAxes({ anyWord: ['吃'] }, told('吃到'))).toBeNull();
  });

  it('names the values that would do, and the reasons there are', () => {
    expect(open({ axes: { origin: 'consumer' } })).toEqual({
      axes: [{ axis: 'defect', values: ['mould', 'insect'] }],
      match: {
        facts: [
          { kind: 'grade', id: 'a' },
          { kind: 'axis', axis: 'origin', id: 'consumer' },
        ],
        words: [{ field: 'description', start: 0, end: 1, quote: '吃' }],
      },
    });
  });

  it('becomes a match as soon as one of these values is settled, and only then', () => {
    const values = fc.constantFrom('mould', 'insect', 'seal', 'consumer', 'channel');
    fc.assert(
      fc.property(values, values, (origin, defect) => {
        const settled = situation({ description: '吃到' }, { grade: 'a', axes: { origin, defect } });
        const wanted = open({})?.axes.every(({ axis, values: ids }) =>
          ids.includes(axis === 'origin' ? origin : defect),
        );
        expect(matchCondition(when, settled) !== null).toBe(wanted);
      }),
    );
  });
});

describe('laws', () => {
  const word = fc.constantFrom('停工', '结块', '发霉', 'leak', '没有', '如果', '，', '。', '21箱', '箱');
  const sentence = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(''));
  const list = fc.subarray(['停工', '结块', '发霉', 'leak'], { minLength: 1 });

  it('more words never make anyWord fail, nor noWord hold', () => {
    fc.assert(
      fc.property(sentence, list, (description, words) => {
        const here = told(description);
        const more = ['停工', '结块', '发霉', 'leak'];
        if (matchCondition({ anyWord: words }, here)) expect(matchCondition({ anyWord: more }, here)).not.toBeNull();
        if (matchCondition({ noWord: more }, here)) expect(matchCondition({ noWord: words }, here)).not.toBeNull();
      }),
    );
  });

  it('anyWord and noWord of the same word are opposites', () => {
    fc.assert(
      fc.property(sentence, fc.constantFrom('停工', '发霉', 'leak'), (description, only) => {
        const here = told(description);
        const [is, isNot] = [matchCondition({ anyWord: [only] }, here), matchCondition({ noWord: [only] }, here)];
        expect(is === null).toBe(isNot !== null);
      }),
    );
  });

  it('a condition with one more part holds no more often', () => {
    const parts: Condition[] = [
      { anyWord: ['停工'] },
      { noWord: ['发霉'] },
      { quantityOver: { units: ['箱'], over: 20 } },
      { known: ['batchNo'] },
      { grade: ['a'] },
    ];
    fc.assert(
      fc.property(sentence, fc.subarray(parts), fc.constantFrom(...parts), (description, some, one) => {
        const here = situation({ description, batchNo: 'B' }, { grade: 'a' });
        const less = Object.assign({}, ...some) as Condition;
        if (matchCondition({ ...less, ...one }, here)) expect(matchCondition(less, here)).not.toBeNull();
      }),
    );
  });

  it('asked twice it answers the same, and changes nothing', () => {
    fc.assert(
      fc.property(sentence, list, (description, words) => {
        const when = Object.freeze({ anyWord: words });
        const here = Object.freeze(told(description));
        expect(matchCondition(when, here)).toEqual(matchCondition(when, here));
      }),
    );
  });
});
