import { spellingKey } from './findings/spelling-key.ts';

/** Behind the name of a department: what kind of unit it is. 部门 says no more than 部. */
const UNIT = /(?:部门?|科室?|组|室|处|departments?|dept)$/;
const SEVERAL = /[、,，;；/&+]/;

/**
 * The key of each department's name by which spellings of it are the same: as of any text, and a bare name is that of the
 * unit where only one kind of unit bears it. 财务 is 财务部; beside 质检部 and 质检科 nobody can say which 质检 is. 生产一部 and
 * 生产二部 stay two, and so do names of several departments in one.
 */
export function departmentKeys(texts: readonly string[]): Map<string, string> {
  const named = texts.map((text) => ({ text, ...partsOf(spellingKey(text)) }));
  const units = new Map<string, Set<string>>();
  for (const { stem, unit } of named) if (unit !== '') units.set(stem, (units.get(stem) ?? new Set()).add(unit));
  return new Map(
    named.map(({ text, stem, unit }) => {
      const [only = '', ...others] = units.get(stem) ?? [];
      return [text, stem + (unit === '' && others.length === 0 ? only : unit)];
    }),
  );
}

/** Whether `said` is the unit `name` by its bare name or by another word for the same unit: 财务 and 财务部门 for 财务部. */
export function namesUnit(said: string, name: string): boolean {
  const [one, other] = [partsOf(spellingKey(said)), partsOf(spellingKey(name))];
  return other.unit !== '' && one.stem === other.stem && (one.unit === '' || one.unit === other.unit);
}

/** Whether `said` begins with what the unit `name` is called without its kind: 仓储科 and 仓储中心 for 仓储部. */
export function bearsNameOf(said: string, name: string): boolean {
  const { stem, unit } = partsOf(spellingKey(name));
  return unit !== '' && spellingKey(said).startsWith(stem);
}

/** A stem of one character names nothing by itself. */
function partsOf(key: string): { stem: string; unit: string } {
  const found = SEVERAL.test(key) ? null : UNIT.exec(key);
  const stem = found === null ? key : key.slice(0, found.index);
  if (found === null || stem.length < 2) return { stem: key, unit: '' };
  return { stem, unit: found[0].replace('门', '').replace(/^(?:departments?|dept)$/, 'dept') };
}
