import type { Locale } from '../policy/localized.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import type { CellValue } from '../register/sheet-reading.ts';
import { translate } from '../wording/translate.ts';
import { MOST_ACROSS, type FactsColumn, type FactsTable } from './facts-table.ts';

/** The standard pivots, in the order in which they stand. */
export const PIVOTS = [
  'monthCategory',
  'gradeStatus',
  'departmentOnTime',
  'productCause',
  'originGrade',
  'channel',
  'region',
  'customer',
  'handler',
] as const;
export type PivotId = (typeof PIVOTS)[number];

export interface PivotValue {
  /** Heading of the helper column. */
  header: string;
  /** Never that of a column: a pivot takes no name twice. */
  caption: string;
  /** `average` of a column of 1, 0 and blanks is a rate. No column serves two values: some programs show only one of them. */
  summary: 'sum' | 'average';
  format: string;
}

/** One pivot as data. Fields are named by the headings of the helper columns. */
export interface PivotPlan {
  id: PivotId;
  /** Name of the pivot in the workbook. */
  name: string;
  title: string;
  rows: string[];
  columns: string[];
  values: PivotValue[];
  /** Of the first row field: by its own text upwards, or by the first value downwards. The others go by their text. */
  sort: 'label' | 'value';
  /** So many columns it never exceeds, as long as its fields are these. */
  width: number;
}

interface Spec {
  rows: string[];
  columns?: string[];
  sort: PivotPlan['sort'];
  values?: 'onTime';
}

const SPECS: Record<PivotId, Spec> = {
  monthCategory: { rows: ['month'], columns: ['category'], sort: 'label' },
  gradeStatus: { rows: ['grade'], columns: ['status'], sort: 'label' },
  departmentOnTime: { rows: ['department'], sort: 'value', values: 'onTime' },
  productCause: { rows: ['productName', 'productModel'], columns: ['main:cause'], sort: 'value' },
  originGrade: { rows: ['origin'], columns: ['grade'], sort: 'label' },
  channel: { rows: ['channel'], sort: 'value' },
  region: { rows: ['region'], sort: 'value' },
  customer: { rows: ['main:customer'], sort: 'value' },
  handler: { rows: ['handler'], sort: 'value', values: 'onTime' },
};

/** The standard pivots over the helper columns of a policy. */
export function pivotPlans(columns: readonly FactsColumn[], pack: PolicyPack, locale: Locale): PivotPlan[] {
  const headerOf = (id: string) => {
    const found = columns.find((column) => column.id === id);
    if (found === undefined) throw new Error(`no helper column ${id}`);
    return found.header;
  };
  const word = (code: string, params = {}) => translate(locale, `overview.${code}`, params);
  const count: PivotValue = { header: headerOf('count'), caption: word('value.count'), summary: 'sum', format: '0' };
  const first = pack.milestones[0];
  const closing = pack.milestones.find(({ id }) => id === 'closing') ?? pack.milestones.at(-1);
  const judged = [...new Set([first, closing])].flatMap((milestone) => (milestone === undefined ? [] : [milestone]));
  const onTime = judged.flatMap(({ id, label }): PivotValue[] => {
    const params = { milestone: label[locale] };
    return [
      { header: headerOf(`judged:${id}`), caption: word('value.judged', params), summary: 'sum', format: '0' },
      { header: headerOf(`met:${id}`), caption: word('value.met', params), summary: 'sum', format: '0' },
      { header: headerOf(`onTime:${id}`), caption: word('value.rate', params), summary: 'average', format: '0.0%' },
    ];
  });
  return PIVOTS.map((id) => {
    const { rows, columns: across = [], sort, values } = SPECS[id];
    const own = values === 'onTime' ? [count, ...onTime] : [count];
    return {
      ...{ id, name: `Redress_${id}`, title: word(`pivot.${id}`), sort },
      rows: rows.map(headerOf),
      columns: across.map(headerOf),
      values: own,
      // The label, each value with its gathered rest, what is not known, and the total.
      width: 1 + (across.length === 0 ? own.length : MOST_ACROSS + 3),
    };
  });
}

/** A pivot's numbers. `null`: nothing was counted there. */
export interface CrossTable {
  /** One text a row field. */
  rows: string[][];
  /** One line a column field's value; a single one, empty, where nothing stands across. */
  columns: string[];
  /** By row, then column, then value. */
  cells: (number | null)[][][];
  /** The totals over all rows, by column and value; the last column is the total over all of them where some stand across. */
  totals: (number | null)[][];
}

/** Works out from the helper columns what a pivot shows: the same numbers for hosts without pivots, and for tests. */
export function crossTable(plan: PivotPlan, { columns, rows }: FactsTable): CrossTable {
  const at = (header: string) => columns.findIndex((column) => column.header === header);
  const [down, across, values] = [
    plan.rows.map(at),
    plan.columns.map(at),
    plan.values.map(({ header, summary }) => ({ column: at(header), summary })),
  ];
  const tallies = new Map<string, Tally[]>();
  const keys = { rows: new Map<string, string[]>(), columns: new Set<string>() };
  const add = (key: string, row: readonly CellValue[]) => {
    const found = tallies.get(key) ?? values.map(() => ({ sum: 0, numbers: 0 }));
    tallies.set(key, found);
    values.forEach(({ column }, index) => {
      const value = row[column];
      const tally = found[index];
      if (typeof value !== 'number' || tally === undefined) return;
      tally.sum += value;
      tally.numbers++;
    });
  };
  for (const row of rows) {
    const labels = down.map((column) => plainText(row[column]));
    const head = across.map((column) => plainText(row[column])).join('');
    keys.rows.set(labels.join('\n'), labels);
    keys.columns.add(head);
    for (const key of [labels.join('\n'), null])
      for (const over of across.length === 0 ? [head] : [head, null]) add(JSON.stringify([key, over]), row);
  }
  const numbersOf = (key: string | null, over: string | null) =>
    plan.values.map(({ summary }, index) => numberOf(tallies.get(JSON.stringify([key, over]))?.[index], summary));
  const inOrder = (a: string, b: string) => (a < b ? -1 : Number(a > b));
  const heads = [...keys.columns].sort(inOrder);
  const shown: (string | null)[] = across.length === 0 ? heads : [...heads, null];
  const total = (labels: readonly string[]) => numbersOf(labels.join('\n'), shown.at(-1) ?? null)[0] ?? 0;
  const found = [...keys.rows.values()].sort((a, b) => inOrder(a.join('\n'), b.join('\n')));
  if (plan.sort === 'value') {
    const groups = new Map<string, number>();
    for (const labels of found) groups.set(labels[0] ?? '', (groups.get(labels[0] ?? '') ?? 0) + total(labels));
    const size = (labels: readonly string[]) => groups.get(labels[0] ?? '') ?? 0;
    found.sort((a, b) => size(b) - size(a) || inOrder(a.join('\n'), b.join('\n')));
  }
  return {
    rows: found,
    columns: heads,
    cells: found.map((labels) => shown.map((over) => numbersOf(labels.join('\n'), over))),
    totals: shown.map((over) => numbersOf(null, over)),
  };
}

interface Tally {
  sum: number;
  numbers: number;
}

function numberOf(tally: Tally | undefined, summary: PivotValue['summary']): number | null {
  if (tally === undefined) return null;
  // A pivot adds up nothing to 0, and has no mean of it.
  if (summary === 'sum') return tally.sum;
  return tally.numbers === 0 ? null : tally.sum / tally.numbers;
}

/** A guarded text as the cell shows it. */
function plainText(value: CellValue | undefined): string {
  return String(value ?? '').replace(/^'/, '');
}

/**
 * The formula for one number of a pivot over the helper table, where the host makes no pivots. Labels are compared as cells
 * (`SUMPRODUCT`): as a criterion of COUNTIFS a customer's `*`, `>5` or `2026-01` would mean something else. References stand
 * for labels, so no text of a customer's is ever in a formula.
 */
export function crossFormula(
  { header, summary }: PivotValue,
  table: string,
  where: readonly { header: string; reference: string }[],
): string {
  const tests = where.map((one) => `--(${table}[${one.header}]=${one.reference})`);
  const column = `${table}[${header}]`;
  const sum = `SUMPRODUCT(${[...tests, column].join(',')})`;
  if (summary === 'sum') return `=${sum}`;
  const numbers = `SUMPRODUCT(${[...tests, `--(${column}<>"")`].join(',')})`;
  return `=IF(${numbers}=0,"",${sum}/${numbers})`;
}
