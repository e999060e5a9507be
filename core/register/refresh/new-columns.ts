import type { Field } from '../../complaint/field.ts';
import { mapColumns } from '../map-columns.ts';
import { matchHeaders } from '../match-headers.ts';
import type { RegisterColumn, RegisterMemory } from '../register-plan.ts';
import { saidOf } from '../settings/learned-headers.ts';
import type { RegisterCells } from './open-register.ts';

/** A column that people have put into a register, and what it is taken for from now on. */
export interface NewColumn {
  header: string;
  fields: readonly Field[];
}

/** A heading that says less is left alone: nobody is there to look at a guess. */
const SURE = 0.7;
const SAMPLE_ROWS = 200;

/**
 * Takes up columns that people have added to a register: by what the team says of their heading (settings), else by the
 * heading as a ledger is read, where no other column holds that field. A team's word changes also what a column of theirs
 * was taken for before, unless another column holds what it says. What is not recognised stays none of ours, and is looked
 * at again next time.
 */
export function takeUpColumns(
  memory: RegisterMemory,
  { header, values, area }: Pick<RegisterCells, 'header' | 'values' | 'area'>,
): { memory: RegisterMemory; taken: NewColumn[] } {
  const { columns } = matchHeaders(memory.columns, header, values);
  const roles = new Set(memory.columns.map(({ role }) => role));
  const said = saidOf(header, memory.team?.headers ?? []);
  const words = wordsToTake(columns, said);
  const covered = new Set<Field>([...columns, ...memory.columns].flatMap(({ fields }) => fields));
  const taken: NewColumn[] = [];
  const now = columns.map((column, at): RegisterColumn | null => {
    const isNew = !roles.has(column.role);
    const fields = words.get(at) ?? (isNew && said[at] === undefined ? recognised(column.header, at) : column.fields);
    if (fields.join() === column.fields.join()) return isNew ? null : column;
    taken.push({ header: column.header, fields });
    for (const field of fields) covered.add(field);
    return { ...column, fields: [...fields], part: 'whole' };
  });
  return taken.length === 0
    ? { memory, taken }
    : { memory: { ...memory, columns: inPlace(memory.columns, now) }, taken };

  function recognised(name: string, at: number): Field[] {
    const cells = values.slice(0, SAMPLE_ROWS).map((row) => ({ value: row[at] ?? '', format: 'General', formula: '' }));
    const [column] = mapColumns([{ column: area.column + at, labels: [name], cells }]);
    if (column?.reason !== 'header' || column.confidence < SURE) return [];
    return column.fields.filter((field) => !covered.has(field));
  }
}

/** The words that say something else of a column of people's than it is taken for, but for fields that are held elsewhere. */
function wordsToTake(
  columns: readonly RegisterColumn[],
  said: readonly (readonly Field[] | undefined)[],
): Map<number, readonly Field[]> {
  const words = new Map(
    said.flatMap((fields, at) => {
      const column = columns[at];
      const isOther = column?.role.startsWith('user:') === true && fields?.join() !== column.fields.join();
      return fields !== undefined && isOther ? [[at, fields] as const] : [];
    }),
  );
  const isHeld = (field: Field, by: number) =>
    columns.some(
      ({ fields }, at) => at !== by && (at > by && words.has(at) ? [] : (words.get(at) ?? fields)).includes(field),
    );
  const clash = () => [...words].find(([at, fields]) => fields.some((field) => isHeld(field, at)));
  // What a word that is not taken would have given up is held again.
  for (let found = clash(); found !== undefined; found = clash()) words.delete(found[0]);
  return words;
}

/** Remembered columns keep their order, so that a renamed one is still known by its place; a new one follows its left neighbour. */
function inPlace(remembered: readonly RegisterColumn[], now: readonly (RegisterColumn | null)[]): RegisterColumn[] {
  const changed = new Map(now.flatMap((column) => (column === null ? [] : [[column.role, column] as const])));
  const columns = remembered.map((column) => changed.get(column.role) ?? column);
  let left: RegisterColumn['role'] | null = null;
  for (const column of now) {
    if (column === null) continue;
    if (!columns.some(({ role }) => role === column.role)) {
      columns.splice(1 + columns.findIndex(({ role }) => role === left), 0, column);
    }
    left = column.role;
  }
  return columns;
}
