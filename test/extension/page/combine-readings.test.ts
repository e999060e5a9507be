import { describe, expect, it } from 'vitest';
import { combineReadings } from '../../../extension/page/combine-readings.ts';
import type { PageReading } from '../../../extension/page/page-reading.ts';

const reading = (
  way: 'recipe' | 'selection' | 'page',
  body: string,
  change: Partial<PageReading> = {},
): PageReading => ({
  readBy: { way, recipe: way === 'recipe' ? 'roundcube' : null },
  url: 'https://mail.example/',
  title: '标题',
  identity: null,
  from: null,
  to: [],
  sentAt: null,
  sentAtText: null,
  blocks: [
    ...(way === 'selection' ? [] : [{ role: 'subject' as const, label: null, text: `${way} 的标题` }]),
    ...(body === ''
      ? []
      : [{ role: way === 'selection' ? ('selection' as const) : ('body' as const), label: null, text: body }]),
  ],
  attachments: [],
  notFound: body === '' ? ['body'] : [],
  partsFrom: { body: way === 'recipe' ? 'recipe' : way },
  ...change,
});

const LETTER = '10 月 18 日买的净水器漏水，泡坏了地板，要求赔偿 3,200 元并检修，请在三天内给我一个书面答复。';
const text = (result: PageReading | null) => result?.blocks.map((block) => block.text);

describe('one reading of several frames', () => {
  it('is the outermost by a recipe, whatever other frames hold', () => {
    const result = combineReadings([reading('page', LETTER), reading('recipe', '短'), reading('recipe', '另一')]);
    expect(text(result)).toEqual(['recipe 的标题', '短']);
  });

  it('takes the words of a frame that could not be looked into where the recipe found none', () => {
    const result = combineReadings([reading('recipe', ''), reading('page', LETTER)]);
    expect(text(result)).toEqual(['recipe 的标题', LETTER]);
    expect(result).toMatchObject({ notFound: [], partsFrom: { body: 'frame' }, readBy: { recipe: 'roundcube' } });
  });

  it('takes them before the guess of general reading when that one met a frame it could not look into', () => {
    const outer = reading('page', '下面是来信，请查看。', { notFound: ['from', 'closedFrame'] });
    const result = combineReadings([outer, reading('page', LETTER)]);
    expect(text(result)).toEqual(['page 的标题', LETTER]);
    expect(result?.notFound).toEqual(['from']);
  });

  it('leaves small frames beside the page out: counters, buttons', () => {
    expect(text(combineReadings([reading('page', LETTER), reading('page', '点赞 5')]))).toEqual([
      'page 的标题',
      LETTER,
    ]);
  });

  it('takes what is marked in another frame, with the head of the recipe', () => {
    const result = combineReadings([reading('recipe', ''), reading('selection', '要求换货')]);
    expect(text(result)).toEqual(['recipe 的标题', '要求换货']);
    expect(result).toMatchObject({
      readBy: { way: 'selection', recipe: 'roundcube' },
      partsFrom: { body: 'selection' },
    });
  });

  it('takes the words that the browser’s own menu gives, when no frame could be asked for them', () => {
    const asked = { prefersSelection: true, markedText: ' 泡坏了地板，要求赔偿 ' };
    const result = combineReadings([reading('page', '下面是来信。', { notFound: ['closedFrame'] })], asked);
    expect(result?.blocks.at(-1)).toEqual({ role: 'selection', label: null, text: '泡坏了地板，要求赔偿' });
    expect(result?.notFound).toEqual([]);
    expect(combineReadings([], asked)).toBeNull();
  });

  it('keeps the lines of the page’s own selection before the menu’s', () => {
    const asked = { prefersSelection: true, markedText: '一 二' };
    expect(text(combineReadings([reading('selection', '一\n二')], asked))).toEqual(['一\n二']);
  });

  it('is nothing when no frame has words', () => {
    expect(combineReadings([])).toBeNull();
  });
});
