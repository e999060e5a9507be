import { areaName, quoteSheet, type Area } from '../model/address.ts';
import { boundFormula, isValid } from '../model/check-validation.ts';
import { refuse } from '../model/host-error.ts';
import { changeRule, clearRules, ruleOn } from '../model/validations.ts';
import type { Validation } from '../model/workbook.ts';
import { defineClass, isHostObject, type HostObject } from '../protocol/host-object.ts';
import type { HostSession } from '../protocol/session.ts';
import { flag, oneOf, record, text } from './arguments.ts';
import { AreasTarget, RangeTarget, type AreaHolder } from './range-target.ts';

const TYPES: Record<string, string> = {
  none: 'None',
  list: 'List',
  custom: 'Custom',
  whole: 'WholeNumber',
  decimal: 'Decimal',
  date: 'Date',
  time: 'Time',
  textLength: 'TextLength',
};
const RULES: Record<string, string> = {
  list: 'list',
  custom: 'custom',
  whole: 'wholeNumber',
  decimal: 'decimal',
  date: 'date',
  time: 'time',
  textLength: 'textLength',
};
const OPERATORS: Record<string, string> = {
  between: 'Between',
  notBetween: 'NotBetween',
  equal: 'EqualTo',
  notEqual: 'NotEqualTo',
  greaterThan: 'GreaterThan',
  lessThan: 'LessThan',
  greaterThanOrEqual: 'GreaterThanOrEqualTo',
  lessThanOrEqual: 'LessThanOrEqualTo',
};

/** An inline list takes 255 characters, commas included; Excel refuses a longer one ([exceljs #667][qax-os/excelize #1878]). */
const LIST_LIMIT = 255;

function single(holder: AreaHolder): Validation | null {
  const found = ruleOn(holder.sheet, holder.areas);
  return found === 'mixed' ? null : found;
}

function checkOpen({ sheet }: AreaHolder): void {
  if (sheet.protection || sheet.workbook.readOnly) refuse('AccessDenied');
}

function writeRule(holder: AreaHolder, value: unknown): void {
  checkOpen(holder);
  const given = Object.entries(record(value)).filter(([, part]) => part !== null && part !== undefined);
  const [entry] = given;
  if (!entry || given.length !== 1) refuse('InvalidArgument', 'A validation rule names exactly one kind.');
  const [kind, details] = [entry[0], record(entry[1])];
  const type = Object.keys(RULES).find((name) => RULES[name] === kind) ?? refuse('InvalidArgument');
  const { date1904 } = holder.sheet.workbook;
  changeRule(holder.sheet, holder.areas, (rule) => {
    rule.attributes = { ...rule.attributes, type };
    delete rule.attributes['operator'];
    rule.formula2 = null;
    if (type === 'list') {
      rule.formula1 = listSource(details['source']);
      if (flag(details['inCellDropDown'], true)) delete rule.attributes['showDropDown'];
      else rule.attributes['showDropDown'] = '1'; // in the file "1" hides the arrow
      return;
    }
    if (type === 'custom') {
      rule.formula1 = text(details['formula']).replace(/^=/, '');
      return;
    }
    const operator = oneOf(details['operator'], Object.values(OPERATORS));
    rule.attributes['operator'] = Object.keys(OPERATORS).find((name) => OPERATORS[name] === operator) ?? 'between';
    rule.formula1 = boundFormula(details['formula1'], date1904) ?? refuse('InvalidArgument');
    rule.formula2 = boundFormula(details['formula2'], date1904);
    if (/etween$/.test(operator) && rule.formula2 === null) refuse('InvalidArgument');
  });
}

function listSource(source: unknown): string {
  if (isHostObject(source) && source.target instanceof RangeTarget) {
    const { sheet, area } = source.target;
    return `${quoteSheet(sheet.name)}!${absolute(area)}`;
  }
  const written = text(source);
  if (written.startsWith('=')) return written.slice(1);
  if (written === '' || written.length > LIST_LIMIT) {
    refuse('InvalidArgument', `An inline list holds 1 to ${LIST_LIMIT} characters; this one has ${written.length}.`);
  }
  return `"${written.replace(/"/g, '""')}"`;
}

function absolute(area: Area): string {
  return areaName(area).replace(/[A-Z]+|\d+/g, (part) => `$${part}`);
}

function readRule(rule: Validation | null): unknown {
  const type = rule?.attributes['type'] ?? 'none';
  const name = RULES[type];
  if (!rule || !name) return {};
  const formula1 = rule.formula1 ?? '';
  if (type === 'list') {
    const inline = /^"([\s\S]*)"$/.exec(formula1);
    const source = inline ? (inline[1] ?? '').replace(/""/g, '"') : `=${formula1}`;
    return { list: { inCellDropDown: rule.attributes['showDropDown'] !== '1', source } };
  }
  if (type === 'custom') return { custom: { formula: `=${formula1}` } };
  const bound = (formula: string | null): unknown =>
    formula === null ? undefined : Number.isNaN(Number(formula)) ? `=${formula}` : Number(formula);
  const operator = OPERATORS[rule.attributes['operator'] ?? 'between'];
  return { [name]: { formula1: bound(formula1), formula2: bound(rule.formula2), operator } };
}

function words(value: unknown, limit: number): string {
  const written = value === null || value === undefined ? '' : text(value);
  return written.length <= limit ? written : refuse('InvalidArgument', `At most ${limit} characters are allowed.`);
}

function setWords(rule: Validation, name: string, value: string): void {
  if (value === '')
    rule.attributes = Object.fromEntries(Object.entries(rule.attributes).filter(([key]) => key !== name));
  else rule.attributes[name] = value;
}

const STYLES: Record<string, string> = { stop: 'Stop', warning: 'Warning', information: 'Information' };

function invalidCells(holder: AreaHolder): Area[] {
  const { sheet } = holder;
  const found: Area[] = [];
  for (const rule of sheet.validations) {
    for (const covered of rule.areas) {
      for (const area of holder.areas) {
        for (const { row, column } of sheet.grid.cellsIn(area)) {
          const inside =
            row >= covered.row &&
            row < covered.row + covered.rows &&
            column >= covered.column &&
            column < covered.column + covered.columns;
          if (inside && !isValid(sheet, rule, row, column)) found.push({ row, column, rows: 1, columns: 1 });
        }
      }
    }
  }
  return found;
}

function wrapInvalid(holder: AreaHolder, session: HostSession): HostObject | null {
  const areas = invalidCells(holder);
  return areas.length === 0 ? null : session.objects.rangeAreas(session, new AreasTarget(holder.sheet, areas));
}

export const dataValidation = defineClass<AreaHolder>({
  name: 'DataValidation',
  scalars: {
    type: {
      get: (holder) => {
        const found = ruleOn(holder.sheet, holder.areas);
        if (found === 'mixed') return 'Inconsistent';
        return TYPES[found?.attributes['type'] ?? 'none'] ?? 'None';
      },
    },
    rule: { get: (holder) => readRule(single(holder)), set: writeRule },
    ignoreBlanks: {
      get: (holder) => (single(holder)?.attributes['allowBlank'] ?? '1') === '1',
      set: (holder, value) => {
        checkOpen(holder);
        changeRule(holder.sheet, holder.areas, (rule) => setWords(rule, 'allowBlank', flag(value) ? '1' : ''));
      },
    },
    errorAlert: {
      get: (holder) => {
        const attributes = single(holder)?.attributes ?? {};
        return {
          message: attributes['error'] ?? '',
          showAlert: attributes['showErrorMessage'] === '1',
          style: STYLES[attributes['errorStyle'] ?? 'stop'],
          title: attributes['errorTitle'] ?? '',
        };
      },
      set: (holder, value) => {
        checkOpen(holder);
        const given = record(value);
        const style = oneOf(given['style'], Object.values(STYLES), 'Stop');
        changeRule(holder.sheet, holder.areas, (rule) => {
          setWords(rule, 'errorStyle', style === 'Stop' ? '' : style.toLowerCase());
          setWords(rule, 'showErrorMessage', flag(given['showAlert'], true) ? '1' : '');
          setWords(rule, 'errorTitle', words(given['title'], 32));
          setWords(rule, 'error', words(given['message'], 255));
        });
      },
    },
    prompt: {
      get: (holder) => {
        const attributes = single(holder)?.attributes ?? {};
        return {
          message: attributes['prompt'] ?? '',
          showPrompt: attributes['showInputMessage'] === '1',
          title: attributes['promptTitle'] ?? '',
        };
      },
      set: (holder, value) => {
        checkOpen(holder);
        const given = record(value);
        changeRule(holder.sheet, holder.areas, (rule) => {
          setWords(rule, 'showInputMessage', flag(given['showPrompt'], true) ? '1' : '');
          setWords(rule, 'promptTitle', words(given['title'], 32));
          setWords(rule, 'prompt', words(given['message'], 255));
        });
      },
    },
    valid: {
      get: (holder) => {
        const bad = invalidCells(holder).length;
        if (bad === 0) return true;
        const cells = holder.areas.reduce((sum, area) => sum + area.rows * area.columns, 0);
        return bad === cells ? false : null;
      },
    },
  },
  methods: {
    clear(holder) {
      checkOpen(holder);
      clearRules(holder.sheet, holder.areas);
      return null;
    },
    getInvalidCells: (holder, _args, session) => wrapInvalid(holder, session) ?? refuse('ItemNotFound'),
    getInvalidCellsOrNullObject: (holder, _args, session) => wrapInvalid(holder, session),
  },
});
