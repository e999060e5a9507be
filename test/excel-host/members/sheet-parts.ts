import { MAX_COLUMNS, MAX_ROWS, type Area } from '../model/address.ts';
import { refuse } from '../model/host-error.ts';
import type { Sheet } from '../model/workbook.ts';
import { partText, readRelationships } from '../file/package-parts.ts';
import { defineClass } from '../protocol/host-object.ts';
import { childOf, elementsOf, parseDocument } from '../xml/xml-tree.ts';
import { integer, optionalText, rangeOrAddress, record } from './arguments.ts';
import type { OnSheet } from './targets.ts';

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

/** Pictures and shapes are kept in the file as they came and can only be counted; charts are none of them. */
export const shapes = defineClass<OnSheet>({
  name: 'ShapeCollection',
  methods: {
    getCount({ sheet }) {
      const { parts } = sheet.workbook;
      const drawing = readRelationships(parts, sheet.part ?? '').find(({ kind }) => kind === 'drawing')?.target;
      const text = drawing === undefined ? undefined : partText(parts, drawing);
      const anchors = text === undefined ? [] : elementsOf(parseDocument(text));
      return anchors.filter((anchor) => ['pic', 'sp', 'grpSp', 'cxnSp'].some((kind) => childOf(anchor, kind))).length;
    },
  },
});
