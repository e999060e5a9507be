import { MAX_COLUMNS, MAX_ROWS, type Area } from '../model/address.ts';
import { refuse } from '../model/host-error.ts';
import { setRowsHidden } from '../model/rows-and-columns.ts';
import type { Sheet } from '../model/workbook.ts';
import { defineClass, type HostObject } from '../protocol/host-object.ts';
import type { HostSession } from '../protocol/session.ts';
import { integer, optionalText, rangeOrAddress, record } from './arguments.ts';
import type { FilterOwner, OnSheet } from './targets.ts';

/** The options of protect() and the attributes of sheetProtection; an attribute "0" allows the act. */
const OPTIONS: [option: string, attribute: string][] = [
  ['allowAutoFilter', 'autoFilter'],
  ['allowDeleteColumns', 'deleteColumns'],
  ['allowDeleteRows', 'deleteRows'],
  ['allowEditObjects', 'objects'],
  ['allowEditScenarios', 'scenarios'],
  ['allowFormatCells', 'formatCells'],
  ['allowFormatColumns', 'formatColumns'],
  ['allowFormatRows', 'formatRows'],
  ['allowInsertColumns', 'insertColumns'],
  ['allowInsertHyperlinks', 'insertHyperlinks'],
  ['allowInsertRows', 'insertRows'],
  ['allowPivotTables', 'pivotTables'],
  ['allowSort', 'sort'],
];

export const protection = defineClass<OnSheet>({
  name: 'WorksheetProtection',
  scalars: {
    protected: { get: ({ sheet }) => sheet.protection !== null },
    options: {
      get: ({ sheet }) => {
        const kept = sheet.protection;
        if (!kept) return null;
        return Object.fromEntries(OPTIONS.map(([option, attribute]) => [option, kept[attribute] === '0']));
      },
    },
  },
  methods: {
    protect({ sheet }, [options, password]) {
      // protect() on a protected sheet fails ([T WorksheetProtection.protect], facts 3.3).
      if (sheet.protection) refuse('InvalidOperation');
      const given = options === null || options === undefined ? {} : record(options);
      const attributes: Record<string, string> = { sheet: '1' };
      for (const [option, attribute] of OPTIONS) {
        if (given[option] === true) attributes[attribute] = '0';
        else if (attribute === 'objects' || attribute === 'scenarios') attributes[attribute] = '1';
      }
      const word = optionalText(password);
      if (word !== null && word !== '') attributes['password'] = legacyHash(word);
      sheet.protection = attributes;
      sheet.changed.add('protection');
      return null;
    },
    unprotect({ sheet }, [password]) {
      const kept = sheet.protection?.['password'];
      const strong = sheet.protection?.['hashValue'] !== undefined;
      const word = optionalText(password) ?? '';
      if (strong || (kept !== undefined && kept.toUpperCase() !== legacyHash(word))) refuse('AccessDenied');
      sheet.protection = null;
      sheet.changed.add('protection');
      return null;
    },
  },
});

/** The 16-bit hash of ECMA-376 part 4, 3.3.1.81; it hides nothing and is only there to be compared. */
export function legacyHash(password: string): string {
  let hash = 0;
  for (const letter of Array.from(password).reverse()) {
    hash = (((hash >> 14) & 1) | ((hash << 1) & 0x7fff)) ^ letter.charCodeAt(0);
  }
  hash = (((hash >> 14) & 1) | ((hash << 1) & 0x7fff)) ^ password.length ^ 0xce4b;
  return hash.toString(16).toUpperCase().padStart(4, '0');
}

function freeze(sheet: Sheet, rows: number, columns: number): null {
  if (rows < 0 || columns < 0) refuse('InvalidArgument');
  sheet.frozen = { rows, columns };
  sheet.changed.add('view');
  sheet.workbook.notify({ kind: 'structure', sheet, area: null });
  return null;
}

function frozenArea({ rows, columns }: Sheet['frozen']): Area | null {
  if (rows === 0 && columns === 0) return null;
  return { row: 0, column: 0, rows: rows || MAX_ROWS, columns: columns || MAX_COLUMNS };
}

export const freezePanes = defineClass<OnSheet>({
  name: 'WorksheetFreezePanes',
  methods: {
    freezeRows: ({ sheet }, [count]) => freeze(sheet, integer(count, 1), 0),
    freezeColumns: ({ sheet }, [count]) => freeze(sheet, 0, integer(count, 1)),
    freezeAt({ sheet }, [frozen]) {
      const { area } = rangeOrAddress(frozen, sheet.workbook, sheet);
      return freeze(
        sheet,
        area.rows === MAX_ROWS ? 0 : area.row + area.rows,
        area.columns === MAX_COLUMNS ? 0 : area.column + area.columns,
      );
    },
    unfreeze: ({ sheet }) => freeze(sheet, 0, 0),
    getLocation: ({ sheet }, _args, session) =>
      session.range(sheet, frozenArea(sheet.frozen) ?? refuse('ItemNotFound')),
    getLocationOrNullObject({ sheet }, _args, session) {
      const area = frozenArea(sheet.frozen);
      return area && session.range(sheet, area);
    },
  },
});

function filterArea({ sheet, table }: FilterOwner): Area | null {
  if (!table) return sheet.autoFilter?.area ?? null;
  return table.showFilterButton ? { ...table.area, rows: table.area.rows - (table.hasTotals ? 1 : 0) } : null;
}

function isFiltered({ sheet, table }: FilterOwner): boolean {
  return table ? table.filters.length > 0 : (sheet.autoFilter?.columns.length ?? 0) > 0;
}

/** Ends the criteria and shows the rows that they had hidden. */
export function clearFilter(owner: FilterOwner): void {
  const area = filterArea(owner);
  if (!isFiltered(owner) || !area) return;
  if (owner.table) {
    owner.table.filters = [];
    owner.table.changed = true;
    owner.sheet.changed.add('tables');
  } else if (owner.sheet.autoFilter) {
    owner.sheet.autoFilter.columns = [];
    owner.sheet.changed.add('autoFilter');
  }
  setRowsHidden(owner.sheet, { ...area, row: area.row + 1, rows: area.rows - 1 }, false);
  owner.sheet.workbook.notify({ kind: 'structure', sheet: owner.sheet, area });
}

function rangeOf(owner: FilterOwner, session: HostSession): HostObject | null {
  const area = filterArea(owner);
  return area && session.range(owner.sheet, area);
}

export const autoFilter = defineClass<FilterOwner>({
  name: 'AutoFilter',
  scalars: {
    enabled: { get: (owner) => filterArea(owner) !== null },
    isDataFiltered: { get: isFiltered },
    criteria: { get: (owner) => (isFiltered(owner) ? [{ filterOn: 'Custom' }] : []) },
  },
  methods: {
    getRange: (owner, _args, session) => rangeOf(owner, session) ?? refuse('ItemNotFound'),
    getRangeOrNullObject: rangeOrNull,
    clearCriteria(owner) {
      clearFilter(owner);
      return null;
    },
    remove(owner) {
      clearFilter(owner);
      if (owner.table) {
        owner.table.showFilterButton = false;
        owner.table.changed = true;
        owner.sheet.changed.add('tables');
      } else {
        owner.sheet.autoFilter = null;
        owner.sheet.changed.add('autoFilter');
        removeFilterName(owner.sheet);
      }
      return null;
    },
    reapply: () => null,
    apply({ sheet, table }, [range, columnIndex, criteria]) {
      // Without criteria this only switches the filter on; applying criteria is not something the add-in does.
      if (
        table ||
        (columnIndex !== null && columnIndex !== undefined) ||
        (criteria !== null && criteria !== undefined)
      ) {
        refuse('ApiNotFound', 'Excel host: AutoFilter.apply with criteria is not implemented');
      }
      sheet.autoFilter = { area: rangeOrAddress(range, sheet.workbook, sheet).area, columns: [] };
      sheet.changed.add('autoFilter');
      return null;
    },
  },
});

function rangeOrNull(owner: FilterOwner, _args: unknown[], session: HostSession): HostObject | null {
  return rangeOf(owner, session);
}

/** The hidden name that a sheet's filter leaves in the file goes with it. */
export function removeFilterName(sheet: Sheet): void {
  const { workbook } = sheet;
  const kept = workbook.names.filter(
    (name) => name.name.toLowerCase() !== '_xlnm._filterdatabase' || name.sheet !== sheet,
  );
  if (kept.length === workbook.names.length) return;
  workbook.names = kept;
  workbook.changed.names = true;
}
