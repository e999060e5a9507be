import { areaName, parseArea, quoteSheet } from '../model/address.ts';
import { CellError } from '../model/cell-value.ts';
import { refuse } from '../model/host-error.ts';
import { checkFormula } from '../model/entry.ts';
import { wireValue } from '../model/read-cells.ts';
import type { DefinedName } from '../model/workbook.ts';
import { evaluateFormula } from '../formula/calculate.ts';
import { defineClass, isHostObject, type HostObject } from '../protocol/host-object.ts';
import type { HostSession } from '../protocol/session.ts';
import { flag, optionalText, rangeArgument, resolveAddress, text } from './arguments.ts';
import type { NameScope, OnName } from './targets.ts';

function listed({ workbook, sheet }: NameScope): DefinedName[] {
  return workbook.names.filter(
    (name) => (sheet === null || name.sheet === sheet) && !name.name.toLowerCase().startsWith('_xlnm._filter'),
  );
}

function idOf(name: DefinedName): string {
  return name.sheet ? `${quoteSheet(name.sheet.name)}!${name.name}` : name.name;
}

function find(scope: NameScope, key: unknown, session: HostSession): HostObject | null {
  const wanted = text(key).toLowerCase();
  const name =
    listed(scope).find((candidate) => idOf(candidate).toLowerCase() === wanted) ??
    listed(scope).find((candidate) => candidate.name.toLowerCase() === wanted);
  return name ? session.objects.name(session, { workbook: scope.workbook, name }) : null;
}

/** A word that is no cell address, at most 255 characters, unique in its scope and among tables. */
function checkName({ workbook, sheet }: NameScope, name: string): void {
  const word = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) && name.length <= 255;
  if (!word || parseArea(name) || /^[rc]$/i.test(name)) refuse('InvalidArgument', `"${name}" cannot be a name.`);
  const taken = workbook.names.some(
    (other) => other.sheet === sheet && other.name.toLowerCase() === name.toLowerCase(),
  );
  if (taken || workbook.tableNamed(name)) refuse('ItemAlreadyExists');
}

export const names = defineClass<NameScope>({
  name: 'NamedItemCollection',
  items: (scope, session) =>
    listed(scope).map((name) => session.objects.name(session, { workbook: scope.workbook, name })),
  itemByKey: find,
  methods: {
    add(scope, [wanted, reference, comment], session) {
      const name = text(wanted);
      checkName(scope, name);
      const made: DefinedName = {
        name,
        formula: formulaOf(reference),
        sheet: scope.sheet,
        visible: true,
        comment: optionalText(comment) ?? '',
        attributes: {},
      };
      scope.workbook.names.push(made);
      scope.workbook.changed.names = true;
      return session.objects.name(session, { workbook: scope.workbook, name: made });
    },
    getCount: (scope) => listed(scope).length,
    getItemOrNullObject: (scope, [key], session) => find(scope, key, session),
  },
});

function formulaOf(reference: unknown): string {
  if (isHostObject(reference)) {
    const { sheet, area } = rangeArgument(reference);
    return `${quoteSheet(sheet.name)}!${areaName(area).replace(/[A-Z]+|\d+/g, (part) => `$${part}`)}`;
  }
  const written = text(reference);
  if (!written.startsWith('=')) return /^-?\d+(\.\d+)?$/.test(written) ? written : `"${written.replace(/"/g, '""')}"`;
  checkFormula(written.slice(1));
  return written.slice(1);
}

function present({ workbook, name }: OnName): DefinedName {
  return workbook.names.includes(name) ? name : refuse('ItemNotFound');
}

function rangeOf(target: OnName, session: HostSession): HostObject | null {
  const { formula, sheet } = present(target);
  if (!/^(?:'(?:[^']|'')+'|[^'!(]+)!\$?[A-Z]*\$?\d*(?::\$?[A-Z]*\$?\d*)?$/i.test(formula)) return null;
  const found = resolveAddress(formula, target.workbook, sheet);
  return session.range(found.sheet, found.area);
}

export const name = defineClass<OnName>({
  name: 'NamedItem',
  identity: (target) => ({ _Id: idOf(present(target)) }),
  scalars: {
    name: { get: (target) => present(target).name },
    scope: { get: (target) => (present(target).sheet ? 'Worksheet' : 'Workbook') },
    comment: {
      get: (target) => present(target).comment,
      set: (target, value) => {
        present(target).comment = text(value);
        target.workbook.changed.names = true;
      },
    },
    visible: {
      get: (target) => present(target).visible,
      set: (target, value) => {
        present(target).visible = flag(value);
        target.workbook.changed.names = true;
      },
    },
    formula: {
      get: (target) => `=${present(target).formula}`,
      set: (target, value) => {
        present(target).formula = formulaOf(text(value).startsWith('=') ? value : `=${text(value)}`);
        target.workbook.changed.names = true;
      },
    },
    type: {
      get: (target, session) => {
        if (rangeOf(target, session)) return 'Range';
        const value = valueOf(target);
        if (value instanceof CellError) return 'Error';
        if (typeof value === 'number') return Number.isInteger(value) ? 'Integer' : 'Double';
        return typeof value === 'boolean' ? 'Boolean' : 'String';
      },
    },
    value: {
      get: (target, session) => (rangeOf(target, session) ? present(target).formula : wireValue(valueOf(target))),
    },
  },
  navigation: {
    worksheet: (target, session) =>
      session.objects.worksheet(session, { sheet: present(target).sheet ?? refuse('InvalidOperation') }),
    worksheetOrNullObject: (target, session) => {
      const { sheet } = present(target);
      return sheet && session.objects.worksheet(session, { sheet });
    },
  },
  methods: {
    delete(target) {
      target.workbook.names = target.workbook.names.filter((other) => other !== present(target));
      target.workbook.changed.names = true;
      return null;
    },
    getRange: (target, _args, session) => rangeOf(target, session) ?? refuse('InvalidOperation'),
    getRangeOrNullObject: (target, _args, session) => rangeOf(target, session),
  },
});

function valueOf(target: OnName): ReturnType<typeof evaluateFormula> {
  const { formula, sheet } = present(target);
  const home = sheet ?? target.workbook.sheets[0] ?? refuse('ItemNotFound');
  return evaluateFormula(home, 0, 0, formula, { row: 0, column: 0 });
}
