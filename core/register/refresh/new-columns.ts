import type { Field } from '../../complaint/field.ts';
import { mapColumns } from '../map-columns.ts';
import { matchHeaders } from '../match-headers.ts';
import type { RegisterColumn, RegisterMemory } from '../register-plan.ts';
import { nameKey } from '../settings/name-reader.ts';
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
 * was taken for before. What is not recognised stays none of ours, and is looked at again next time.
 */
export function takeUpColumns(
  memory: RegisterMemory,
  { header, values, area }: Pick<RegisterCells, 'header' | 'values' | 'area'>,
): { memory: RegisterMemory; taken: NewColumn[] } {
  const { columns } = matchHeaders(memory.columns, header, values);
  const roles = new Set(memory.columns.map(({ role }) => role));
  const said = new Map((memory.team?.headers ?? []).map((learned) => [nameKey(learned.header), learned.fields]));
  const covered = new Set<Field>([...columns, ...memory.columns].flatMap(({ fields }) => fields));
  const taken: NewColumn[] = [];
  const now = columns.map((column, at): RegisterColumn | null => {
    const isNew = !roles.has(column.role);
    if (!isNew && !column.role.startsWith('user:')) return column;
    const fields = said.get(nameKey(column.header)) ?? (isNew ? recognised(column.header, at) : column.fields);
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
