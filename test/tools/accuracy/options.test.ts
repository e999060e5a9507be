import { describe, expect, it } from 'vitest';
import { readOptions } from './options.ts';

const PLAIN = { paths: ['a.jsonl'], json: false, misses: false, idsFile: null, part: null };

describe('the command line', () => {
  it.each([
    [['mails', 'a.jsonl'], { ...PLAIN, set: 'mails' }],
    [
      ['letters', '--json', 'a.jsonl', 'b.jsonl'],
      { ...PLAIN, set: 'letters', json: true, paths: ['a.jsonl', 'b.jsonl'] },
    ],
    [['headers', 'a.jsonl', '--misses'], { ...PLAIN, set: 'headers', misses: true }],
    [['workbooks', 'a.jsonl', '--ids', 'x'], { ...PLAIN, set: 'workbooks', idsFile: 'x' }],
    [['mails', '--part=1,2/3', 'a.jsonl'], { ...PLAIN, set: 'mails', part: { numbers: [1, 2], of: 3 } }],
  ])('%j', (argv, options) => {
    expect(readOptions(argv)).toEqual(options);
  });

  it.each([
    [[], /missing/],
    [['mail', 'a'], /“mail” is nothing/],
    [['mails'], /no file/],
    [['mails', 'a', '--loud'], /--loud/],
    [['mails', 'a', '--part', '5/3'], /K\/N/],
    [['mails', 'a', '--ids'], /--ids needs/],
  ])('is not understood: %j', (argv, why) => {
    expect(readOptions(argv)).toMatch(why);
  });
});
