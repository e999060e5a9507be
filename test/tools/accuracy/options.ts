import { readPart, type Choice } from './in-part.ts';

export const SETS = ['mails', 'letters', 'headers', 'workbooks'] as const;

export interface AccuracyOptions {
  set: (typeof SETS)[number];
  paths: string[];
  json: boolean;
  misses: boolean;
  idsFile: string | null;
  part: Choice['part'];
}

export const USAGE = `npm run accuracy -- mails|letters FILE…       measure what is read out of texts (JSON Lines)
npm run accuracy -- headers FILE…             measure which field a column is taken for (JSON Lines)
npm run accuracy -- workbooks FILE|FOLDER…    measure how ledgers are read (NAME.gold.json beside each workbook)

--json        one JSON object instead of text; fractions of 1
--misses      every single thing that was not right, after the figures (with --json: on standard error)
--ids FILE    only the records whose ids stand in FILE, one a line
--part K/N    only the K-th of N equal parts, by the ids; 1,2/3 are the first two of three
              (write rules by --part 1,2/3 and look at --part 3/3 only to measure)`;

/** Reads the command line; a text when it is not understood. */
export function readOptions(argv: readonly string[]): AccuracyOptions | string {
  const [set, ...rest] = argv;
  const known = SETS.find((name) => name === set);
  if (known === undefined) return set === undefined ? 'what to measure is missing' : `“${set}” is nothing to measure`;
  const options: AccuracyOptions = { set: known, paths: [], json: false, misses: false, idsFile: null, part: null };
  const left = [...rest];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    const [, name = word, inline] = /^(--[a-z]+)=(.*)$/s.exec(word) ?? [];
    if (name === '--json') options.json = true;
    else if (name === '--misses') options.misses = true;
    else if (name === '--ids' || name === '--part') {
      const value = inline ?? left.shift();
      if (value === undefined || value === '') return `${name} needs a value`;
      if (name === '--ids') options.idsFile = value;
      else {
        options.part = readPart(value);
        if (options.part === null) return `--part is K/N, such as 1/3 or 1,2/3, not “${value}”`;
      }
    } else if (word.startsWith('-')) return `unknown option ${word}`;
    else options.paths.push(word);
  }
  return options.paths.length === 0 ? 'no file is named' : options;
}
