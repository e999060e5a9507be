import type { MailTally, Miss } from './measure-mails.ts';
import { addCounts, fraction, noCounts, ratesOf, type Rates } from './ratio.ts';
import { percent, table } from './table.ts';

export interface MailFigures {
  fields: Record<string, Rates>;
  fieldsMicro: Rates;
  isComplaint: Rates;
  category: { accuracy: number };
  severity: { exact: number; withinOne: number };
}

/** The figures of a run, as fractions of 1; the form that `--json` prints. */
export function mailFigures({ fields, isComplaint, category, severity }: MailTally): MailFigures {
  const counts = [...fields];
  return {
    fields: Object.fromEntries(counts.map(([name, count]) => [name, ratesOf(count)])),
    fieldsMicro: ratesOf(counts.reduce((sum, [, count]) => addCounts(sum, count), noCounts())),
    isComplaint: ratesOf(isComplaint),
    category: { accuracy: fraction(category.right, category.of) },
    severity: {
      exact: fraction(severity.exact, severity.of),
      withinOne: fraction(severity.withinOne, severity.of),
    },
  };
}

/** The same figures to be read by people, with the counts behind them. */
export function tellMails(tally: MailTally): string {
  const figures = mailFigures(tally);
  const micro = [...tally.fields.values()].reduce(addCounts, noCounts());
  const strict = { ...micro, falsePositive: micro.falsePositive + tally.unlabelled };
  const row = (name: string, rates: Rates, { right, falsePositive, missed }: typeof micro) =>
    [name, rates.precision, rates.recall, rates.f1]
      .map((cell) => (typeof cell === 'number' ? percent(cell) : cell))
      .concat([right, falsePositive, missed].map(String));
  const lines = [...tally.fields].map(([name, counts]) => row(name, ratesOf(counts), counts));
  return [
    `${tally.records} texts, ${tally.complaints} complaints`,
    '',
    table(
      ['field', 'precision', 'recall', 'F1', 'right', 'false', 'missed'],
      [
        ...lines,
        row('all fields', figures.fieldsMicro, micro),
        row('  and non-complaints', ratesOf(strict), strict),
        row('is a complaint', figures.isComplaint, tally.isComplaint),
      ],
    ),
    '',
    `category  ${percent(figures.category.accuracy)} of ${tally.category.of}`,
    `grade     ${percent(figures.severity.exact)} exact, ${percent(figures.severity.withinOne)} within one step, of ${tally.severity.of}`,
    ...notes(tally),
  ].join('\n');
}

function notes({ unlabelled, failed, unknownFields, notUnderstood, notScored }: MailTally): string[] {
  const list = (title: string, items: readonly string[]) => (items.length === 0 ? [] : ['', title, ...items]);
  const apart = `“and non-complaints” counts ${unlabelled} values read in texts that are rightly told to be no complaint as false, too`;
  return [
    ...(unlabelled === 0 ? [] : ['', apart]),
    ...list('The product failed over these texts (all their gold counts as missed):', failed),
    ...list('Fields of the gold that are unknown here (all their values count as missed):', [...unknownFields]),
    ...list('Gold in a form that is not understood (counts as missed):', notUnderstood),
    ...(notScored.size === 0
      ? []
      : ['', `Read, but no gold speaks of them, so not scored: ${[...notScored].join(', ')}`]),
  ];
}

const KINDS: Record<Miss['kind'], string> = { miss: 'missed', falsePositive: 'false', wrong: 'wrong' };

/** Every single thing that was not right, one a line, by field. */
export function tellMisses(misses: readonly Miss[]): string {
  return [...misses]
    .sort((left, right) => left.field.localeCompare(right.field) || left.id.localeCompare(right.id))
    .map(({ id, field, kind, wanted, got }) =>
      [field, id, KINDS[kind], `wanted ${oneLine(wanted)}`, `got ${oneLine(got)}`].join('\t'),
    )
    .join('\n');
}

const oneLine = (text: string) => (text === '' ? '–' : `“${text.replace(/\s+/g, ' ').slice(0, 200)}”`);
