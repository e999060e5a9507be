import { cellName } from '../model/address.ts';
import { colorOf, parseColor } from '../model/colors.ts';
import { readFormula, setFormulas, touched } from '../model/conditional-formats.ts';
import { refuse } from '../model/host-error.ts';
import type { ConditionalFormat } from '../model/workbook.ts';
import { removeChild } from '../xml/ordered-child.ts';
import { childOf, element, elementsOf, type XmlElement } from '../xml/xml-tree.ts';
import { defineClass, type ClassTable } from '../protocol/host-object.ts';
import { flag, integer, oneOf, optionalText, record, text } from './arguments.ts';
import type { OnConditionalFormat } from './targets.ts';

/** The cfRule of a new format (ECMA-376 part 1, 18.3.1.10); null for kinds that the host cannot make. */
export function newRule(kind: string): XmlElement | null {
  const cfvo = (type: string): XmlElement => element('cfvo', { type });
  switch (kind) {
    case 'Custom':
      return element('cfRule', { type: 'expression' });
    case 'CellValue':
      return element('cfRule', { type: 'cellIs' });
    case 'ContainsText':
      return element('cfRule', { type: 'containsText' });
    case 'TopBottom':
      return element('cfRule', { type: 'top10' });
    case 'DataBar':
      return element('cfRule', { type: 'dataBar' }, [
        element('dataBar', {}, [cfvo('min'), cfvo('max'), element('color', { rgb: 'FF638EC6' })]),
      ]);
    case 'ColorScale':
      return element('cfRule', { type: 'colorScale' }, [
        element('colorScale', {}, [
          cfvo('min'),
          cfvo('max'),
          element('color', { rgb: 'FFFFEF9C' }),
          element('color', { rgb: 'FF63BE7B' }),
        ]),
      ]);
    default:
      return null;
  }
}

function present({ sheet, format }: OnConditionalFormat): ConditionalFormat {
  return sheet.conditionalFormats.find((candidate) => candidate.id === format.id) ?? refuse('ItemNotFound');
}

const format: NonNullable<ClassTable<OnConditionalFormat>['navigation']> = {
  format: (target, session) => session.objects.conditionalRangeFormat(session, target),
};

const OPERATORS: Record<string, string> = {
  Between: 'between',
  NotBetween: 'notBetween',
  EqualTo: 'equal',
  NotEqualTo: 'notEqual',
  GreaterThan: 'greaterThan',
  LessThan: 'lessThan',
  GreaterThanOrEqual: 'greaterThanOrEqual',
  LessThanOrEqual: 'lessThanOrEqual',
};

export const cellValueConditionalFormat = defineClass<OnConditionalFormat>({
  name: 'CellValueConditionalFormat',
  scalars: {
    rule: {
      get: (target) => {
        const own = present(target);
        const operator = Object.keys(OPERATORS).find((word) => OPERATORS[word] === own.rule.attributes['operator']);
        const second = readFormula(own, target.seenFrom, 1);
        return {
          formula1: readFormula(own, target.seenFrom),
          ...(second === '' ? {} : { formula2: second }),
          operator: operator ?? 'Invalid',
        };
      },
      set: (target, value) => {
        const given = record(value);
        const own = present(target);
        const operator = oneOf(given['operator'], Object.keys(OPERATORS));
        const second = optionalText(given['formula2']);
        const two = operator === 'Between' || operator === 'NotBetween';
        if (two && second === null) refuse('InvalidArgument');
        const formulas = [text(given['formula1']), ...(two && second !== null ? [second] : [])];
        setFormulas(target.sheet, own, formulas, target.seenFrom);
        own.rule.attributes['operator'] = OPERATORS[operator] ?? '';
      },
    },
  },
  navigation: format,
});

const TEXTS: Record<string, { type: string; operator: string; formula(cell: string, text: string): string }> = {
  Contains: {
    type: 'containsText',
    operator: 'containsText',
    formula: (cell, wanted) => `NOT(ISERROR(SEARCH(${wanted},${cell})))`,
  },
  NotContains: {
    type: 'notContainsText',
    operator: 'notContains',
    formula: (cell, wanted) => `ISERROR(SEARCH(${wanted},${cell}))`,
  },
  BeginsWith: {
    type: 'beginsWith',
    operator: 'beginsWith',
    formula: (cell, wanted) => `LEFT(${cell},LEN(${wanted}))=${wanted}`,
  },
  EndsWith: {
    type: 'endsWith',
    operator: 'endsWith',
    formula: (cell, wanted) => `RIGHT(${cell},LEN(${wanted}))=${wanted}`,
  },
};

export const textConditionalFormat = defineClass<OnConditionalFormat>({
  name: 'TextConditionalFormat',
  scalars: {
    rule: {
      get: (target) => {
        const { attributes } = present(target).rule;
        const operator = Object.keys(TEXTS).find((word) => TEXTS[word]?.type === attributes['type']);
        return { operator, text: attributes['text'] ?? '' };
      },
      set: (target, value) => {
        const given = record(value);
        const wanted = text(given['text']);
        const kind = TEXTS[oneOf(given['operator'], Object.keys(TEXTS))];
        const own = present(target);
        const [first] = own.areas;
        if (!kind || !first) return;
        const cell = cellName(first.row, first.column);
        setFormulas(target.sheet, own, [kind.formula(cell, `"${wanted.replace(/"/g, '""')}"`)], own.areas);
        Object.assign(own.rule.attributes, { type: kind.type, operator: kind.operator, text: wanted });
      },
    },
  },
  navigation: format,
});

export const topBottomConditionalFormat = defineClass<OnConditionalFormat>({
  name: 'TopBottomConditionalFormat',
  scalars: {
    rule: {
      get: (target) => {
        const { rank, bottom, percent } = present(target).rule.attributes;
        return {
          rank: Number(rank ?? '10'),
          type: `${bottom === '1' ? 'Bottom' : 'Top'}${percent === '1' ? 'Percent' : 'Items'}`,
        };
      },
      set: (target, value) => {
        const given = record(value);
        const rank = integer(given['rank']);
        const type = oneOf(given['type'], ['TopItems', 'TopPercent', 'BottomItems', 'BottomPercent']);
        if (rank < 1 || rank > (type.endsWith('Percent') ? 100 : 1000)) refuse('InvalidArgument');
        Object.assign(present(target).rule.attributes, {
          rank: String(rank),
          bottom: type.startsWith('Bottom') ? '1' : '0',
          percent: type.endsWith('Percent') ? '1' : '0',
        });
        touched(target.sheet);
      },
    },
  },
  navigation: format,
});

const BOUNDS: Record<string, string> = {
  LowestValue: 'min',
  HighestValue: 'max',
  Number: 'num',
  Percent: 'percent',
  Percentile: 'percentile',
  Formula: 'formula',
};

function boundOf(node: XmlElement | undefined): Record<string, unknown> {
  const type = Object.keys(BOUNDS).find((word) => BOUNDS[word] === node?.attributes['type']) ?? 'Automatic';
  const kept = node?.attributes['val'];
  return { type, ...(kept === undefined ? {} : { formula: `=${kept}` }) };
}

function boundElement(value: unknown, automatic: string): XmlElement {
  const given = record(value);
  const type = oneOf(given['type'], ['Automatic', ...Object.keys(BOUNDS)]);
  const val = optionalText(given['formula'])?.replace(/^=/, '');
  if (['Number', 'Percent', 'Percentile', 'Formula'].includes(type) && val === undefined) refuse('InvalidArgument');
  return element('cfvo', { type: BOUNDS[type] ?? automatic, val });
}

function bar(target: OnConditionalFormat): XmlElement {
  return childOf(present(target).rule, 'dataBar') ?? refuse('InvalidOperation');
}

function setBound(target: OnConditionalFormat, index: 0 | 1, value: unknown): void {
  const node = bar(target);
  const old = elementsOf(node, 'cfvo')[index];
  const made = boundElement(value, index === 0 ? 'min' : 'max');
  node.children = node.children.map((child) => (child === old ? made : child));
  touched(target.sheet);
}

export const dataBarConditionalFormat = defineClass<OnConditionalFormat>({
  name: 'DataBarConditionalFormat',
  scalars: {
    lowerBoundRule: {
      get: (target) => boundOf(elementsOf(bar(target), 'cfvo')[0]),
      set: (target, value) => setBound(target, 0, value),
    },
    upperBoundRule: {
      get: (target) => boundOf(elementsOf(bar(target), 'cfvo')[1]),
      set: (target, value) => setBound(target, 1, value),
    },
    showDataBarOnly: {
      get: (target) => bar(target).attributes['showValue'] === '0',
      set: (target, value) => {
        bar(target).attributes['showValue'] = flag(value) ? '0' : '1';
        touched(target.sheet);
      },
    },
  },
  navigation: { positiveFormat: (target, session) => session.objects.dataBarPositiveFormat(session, target) },
});

export const dataBarPositiveFormat = defineClass<OnConditionalFormat>({
  name: 'ConditionalDataBarPositiveFormat',
  scalars: {
    fillColor: {
      get: (target) => colorOf(childOf(bar(target), 'color'), target.sheet.workbook.styles.theme),
      set: (target, value) => {
        const node = bar(target);
        removeChild(node, 'color');
        node.children.push(colorElement(value));
        touched(target.sheet);
      },
    },
  },
});

function colorElement(value: unknown): XmlElement {
  return element('color', { rgb: `FF${parseColor(text(value)) ?? refuse('InvalidArgument')}` });
}

const STEPS = ['minimum', 'midpoint', 'maximum'] as const;

export const colorScaleConditionalFormat = defineClass<OnConditionalFormat>({
  name: 'ColorScaleConditionalFormat',
  scalars: {
    threeColorScale: { get: (target) => elementsOf(scale(target), 'cfvo').length === 3 },
    criteria: {
      get: (target) => {
        const [bounds, colors] = [elementsOf(scale(target), 'cfvo'), elementsOf(scale(target), 'color')];
        const steps = bounds.length === 3 ? STEPS : (['minimum', 'maximum'] as const);
        const { theme } = target.sheet.workbook.styles;
        return Object.fromEntries(
          steps.map((step, at) => [step, { ...boundOf(bounds[at]), color: colorOf(colors[at], theme) }]),
        );
      },
      set: (target, value) => {
        const given = record(value);
        const steps = STEPS.filter((step) => given[step] !== undefined && given[step] !== null);
        if (given['minimum'] === undefined || given['maximum'] === undefined) refuse('InvalidArgument');
        scale(target).children = [
          ...steps.map((step) => boundElement(given[step], step === 'minimum' ? 'min' : 'max')),
          ...steps.map((step) => colorElement(record(given[step])['color'])),
        ];
        touched(target.sheet);
      },
    },
  },
});

function scale(target: OnConditionalFormat): XmlElement {
  return childOf(present(target).rule, 'colorScale') ?? refuse('InvalidOperation');
}
