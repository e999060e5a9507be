import type { WorkbookTally } from './measure-workbooks.ts';
import { fraction } from './ratio.ts';
import { percent, table } from './table.ts';

interface Share {
  right: number;
  of: number;
}

const PER_HUNDRED = 100;

/** The figures of a run, as fractions of 1; the form that `--json` prints. */
export function workbookFigures(tally: WorkbookTally) {
  return {
    ledgerSheets: part(tally.ledgerSheets),
    headerRows: part(tally.headerRows),
    dataRows: part(tally.dataRows),
    columns: part(tally.columns),
    issues: {
      recall: part(sumOf(tally.issues)),
      falsePerHundredRows: fraction(PER_HUNDRED * falseAlarms(tally), tally.rows),
    },
    values: part(sumOf(tally.values)),
  };
}

export function tellWorkbooks(tally: WorkbookTally): string {
  const row = (name: string, share: Share) => [name, percent(part(share)), String(share.right), String(share.of)];
  const shares = (map: Map<string, Share>) => [...map].sort(([a], [b]) => a.localeCompare(b));
  const { formValues, forms } = tally;
  const values = sumOf(tally.values);
  const inTables = { right: values.right - formValues.right, of: values.of - formValues.of };
  return [
    `${tally.workbooks} workbooks, ${tally.rows} data rows in tables`,
    '',
    table(
      ['', 'share', 'right', 'of'],
      [
        row('sheets told rightly', tally.ledgerSheets),
        row('  of these, forms', forms),
        row('header rows', tally.headerRows),
        row('data rows', tally.dataRows),
        row('columns', tally.columns),
        row('values', values),
        row('  in tables', inTables),
        row('  in forms', formValues),
      ],
    ),
    '',
    table(
      ['issues', 'found', 'right', 'of'],
      [row('all', sumOf(tally.issues)), ...shares(tally.issues).map(([k, s]) => row(`  ${k}`, s))],
    ),
    '',
    table(
      ['false alarms', 'number', 'per 100 rows'],
      [['all', falseAlarms(tally)] as const, ...[...tally.falseAlarms].sort(([, a], [, b]) => b - a)].map(
        ([code, number]) => [code, String(number), ((PER_HUNDRED * number) / Math.max(1, tally.rows)).toFixed(2)],
      ),
    ),
    '',
    ...tally.failed.map((where) => `The product failed: ${where}`),
    table(
      ['values', 'share', 'right', 'of'],
      shares(tally.values).map(([name, share]) => row(name, share)),
    ),
  ].join('\n');
}

export function tellWorkbookMisses({ misses }: WorkbookTally): string {
  const short = (text: string) => text.replace(/\s+/g, ' ').slice(0, 160);
  return misses
    .map(({ place, what, wanted, got }) => [place, what, `wanted ${short(wanted)}`, `got ${short(got)}`].join('\t'))
    .join('\n');
}

const part = ({ right, of }: Share) => fraction(right, of);

const falseAlarms = ({ falseAlarms: alarms }: WorkbookTally) =>
  [...alarms.values()].reduce((sum, each) => sum + each, 0);

function sumOf(shares: Map<string, Share>): Share {
  return [...shares.values()].reduce((sum, { right, of }) => ({ right: sum.right + right, of: sum.of + of }), {
    right: 0,
    of: 0,
  });
}
