import { resolve } from 'node:path';
import { BadInput } from './bad-input.ts';
import type { Choice } from './in-part.ts';
import { MailRecord } from './mail-record.ts';
import { headerFigures, HeaderRecord, measureHeaders } from './measure-headers.ts';
import { measureMails } from './measure-mails.ts';
import { goldFiles, measureWorkbooks } from './measure-workbooks.ts';
import { readOptions, USAGE, type AccuracyOptions } from './options.ts';
import { readJsonLines, readText } from './read-json.ts';
import { tellHeaderMisses, tellHeaders } from './tell-headers.ts';
import { mailFigures, tellMails, tellMisses } from './tell-mails.ts';
import { tellWorkbookMisses, tellWorkbooks, workbookFigures } from './tell-workbooks.ts';

/** What a run prints: `out` on standard output, `aside` on standard error. */
export interface AccuracyRun {
  exitCode: 0 | 2;
  out: string;
  aside: string;
}

interface Measured {
  figures: unknown;
  text: string;
  misses: string;
  /** What the product failed over; told in any case. */
  failed: readonly string[];
}

/** Runs `npm run accuracy` with these arguments; paths are relative to `folder`. Input that cannot be measured gives exit code 2. */
export function runAccuracy(argv: readonly string[], folder: string): AccuracyRun {
  if (argv.includes('--help') || argv.includes('-h')) return { exitCode: 0, out: USAGE, aside: '' };
  const options = readOptions(argv);
  if (typeof options === 'string') return { exitCode: 2, out: '', aside: `${options}\n\n${USAGE}` };
  try {
    const { figures, text, misses, failed } = measure(options, folder);
    const told = options.misses ? misses : '';
    const warned = failed.map((where) => `the product failed: ${where}`).join('\n');
    return options.json
      ? { exitCode: 0, out: JSON.stringify(figures, null, 2), aside: joined(warned, told) }
      : { exitCode: 0, out: joined(text, told), aside: warned };
  } catch (error) {
    if (error instanceof BadInput) return { exitCode: 2, out: '', aside: error.message };
    throw error;
  }
}

const joined = (...texts: string[]) => texts.filter((text) => text !== '').join('\n\n');

function measure(options: AccuracyOptions, folder: string): Measured {
  const paths = options.paths.map((path) => resolve(folder, path));
  const choice: Choice = {
    ids: options.idsFile === null ? null : readIds(resolve(folder, options.idsFile)),
    part: options.part,
  };
  switch (options.set) {
    case 'mails':
    case 'letters': {
      const tally = measureMails(
        paths.map((path) => ({ name: path, records: readJsonLines(path, MailRecord) })),
        choice,
      );
      return {
        figures: mailFigures(tally),
        text: tellMails(tally),
        misses: tellMisses(tally.misses),
        failed: tally.failed,
      };
    }
    case 'headers': {
      const tally = measureHeaders(
        paths.map((path) => ({ records: readJsonLines(path, HeaderRecord) })),
        choice,
      );
      return { figures: headerFigures(tally), text: tellHeaders(tally), misses: tellHeaderMisses(tally), failed: [] };
    }
    case 'workbooks': {
      if (choice.ids !== null || choice.part !== null)
        throw new BadInput(
          options.set,
          null,
          'a workbook is measured whole; name the files instead of --ids or --part',
        );
      const tally = measureWorkbooks(paths.flatMap(goldFiles));
      return {
        figures: workbookFigures(tally),
        text: tellWorkbooks(tally),
        misses: tellWorkbookMisses(tally),
        failed: tally.failed,
      };
    }
  }
}

function readIds(file: string): Set<string> {
  const ids = readText(file)
    .split('\n')
    .map((line) => line.trim());
  return new Set(ids.filter((id) => id !== ''));
}
