import { LOCALES, type Locale } from '../../core/policy/localized.ts';
import { PACKS } from '../../core/policy/packs.ts';
import type { PolicyPack } from '../../core/policy/policy-pack.ts';
import { mapHeaders } from '../../core/register/map-columns.ts';
import { matchHeaders } from '../../core/register/match-headers.ts';
import { addedColumns } from '../../core/register/register-columns.ts';
import type { RegisterColumn, RegisterMemory } from '../../core/register/register-plan.ts';

/** A table of the workbook, as far as its header tells. */
export interface TableHeader {
  name: string;
  sheet: string;
  header: string[];
}

/** Columns without which a table is no register of ours. */
const MARKS: RegisterColumn['role'][] = ['number', 'status', 'origin'];

/**
 * Finds the register that the workbook remembers under a name which its table has no more: someone renamed the table, or kept
 * a copy of its sheet and deleted the first. It is the table that has most of the remembered columns, all marks among them;
 * hours, policy and the numbers given stay. Of several the one that is no copy of the first, then the one on the ledger's own
 * sheet. Null when no table has them.
 */
export function findRenamed(tables: readonly TableHeader[], memory: RegisterMemory): RegisterMemory | null {
  const [best] = tables
    .map(({ name, sheet, header }) => ({
      name,
      missing: matchHeaders(memory.columns, header, []).missing,
      // Excel names the table of a copied sheet after the first one: `Name2`, `Name_3`.
      isCopy: name.startsWith(memory.tableName) && /^[_ ]?\d+$/.test(name.slice(memory.tableName.length)),
      isElsewhere: sheet !== memory.originSheet,
    }))
    .filter(({ missing }) => !missing.some(({ role }) => MARKS.includes(role)))
    .sort(
      (a, b) =>
        a.missing.length - b.missing.length ||
        Number(a.isCopy) - Number(b.isCopy) ||
        Number(a.isElsewhere) - Number(b.isElsewhere),
    );
  return best === undefined ? null : { ...memory, tableName: best.name };
}

/**
 * Finds a register by the headers of its own columns when the workbook has lost its memory (settings get lost when a file
 * is saved by another program). Policy and language are those whose headers fit best. Working hours cannot be read from a
 * header and must be confirmed again; null when no table is a register.
 */
export function findRegister(
  tables: TableHeader[],
  { zone, date1904 }: { zone: string; date1904: boolean },
): RegisterMemory | null {
  const found = tables.flatMap((table) =>
    LOCALES.flatMap((locale) =>
      PACKS.map((pack) => ({ table, locale, pack, own: ownColumns(table.header, pack, locale) })),
    ),
  );
  const best = found
    .filter(({ own }) => MARKS.every((role) => [...own.values()].some((column) => column.role === role)))
    .sort((a, b) => b.own.size - a.own.size)[0];
  if (best === undefined) return null;
  const { table, locale, pack, own } = best;
  return {
    schemaVersion: 1,
    tableName: table.name,
    originSheet: table.sheet,
    columns: withUsersColumns(table.header, own),
    policy: { id: pack.id, version: pack.version },
    company: null,
    locale,
    zone,
    date1904,
    numbersGiven: {},
  };
}

/** Which headers of a table are those of our columns, by their place. */
function ownColumns(header: string[], pack: PolicyPack, locale: Locale): Map<number, RegisterColumn> {
  const expected = [false, true].flatMap((isGathered) =>
    addedColumns([], pack, locale, { quotesRows: true, isGathered }),
  );
  return new Map(
    header.flatMap((name, index) => {
      const column = expected.find((candidate) => candidate.header === name);
      return column === undefined ? [] : [[index, column] as const];
    }),
  );
}

function withUsersColumns(header: string[], own: Map<number, RegisterColumn>): RegisterColumn[] {
  const mapped = mapHeaders(header);
  return header.map(
    (name, index): RegisterColumn =>
      own.get(index) ?? {
        role: `user:${index}`,
        header: name,
        fields: mapped[index]?.fields ?? [],
        part: mapped[index]?.part ?? 'whole',
        numberFormat: null,
        width: null,
        list: null,
      },
  );
}
