import { colorOf, parseColor } from '../model/colors.ts';
import {
  addFormat,
  changeDifferential,
  differentialOf,
  formatType,
  formatsOn,
  priorityOf,
  readFormula,
  removeFormats,
  setPriority,
  setStopIfTrue,
  writeFormula,
} from '../model/conditional-formats.ts';
import { refuse } from '../model/host-error.ts';
import { checkAllowed } from '../model/sheet-protection.ts';
import { applyFont, type FontChange } from '../model/style-book.ts';
import type { ConditionalFormat } from '../model/workbook.ts';
import { defineClass, type HostObject } from '../protocol/host-object.ts';
import type { HostSession } from '../protocol/session.ts';
import { childOf, element } from '../xml/xml-tree.ts';
import { newRule } from './conditional-rules.ts';
import { flag, integer, oneOf, text } from './arguments.ts';
import { AreasTarget, type AreaHolder } from './range-target.ts';
import type { OnConditionalFormat } from './targets.ts';

const KINDS = [
  'Custom',
  'DataBar',
  'ColorScale',
  'IconSet',
  'TopBottom',
  'PresetCriteria',
  'ContainsText',
  'CellValue',
] as const;

function wrap({ sheet, areas }: AreaHolder, format: ConditionalFormat, session: HostSession): HostObject {
  return session.objects.conditionalFormat(session, { sheet, format, seenFrom: areas });
}

function find(holder: AreaHolder, key: unknown, session: HostSession): HostObject | null {
  const id = text(key);
  const format = formatsOn(holder.sheet, holder.areas).find((candidate) => candidate.id === id);
  return format ? wrap(holder, format, session) : null;
}

export const conditionalFormats = defineClass<AreaHolder>({
  name: 'ConditionalFormatCollection',
  items: (holder, session) => formatsOn(holder.sheet, holder.areas).map((format) => wrap(holder, format, session)),
  itemByKey: find,
  methods: {
    add(holder, [type], session) {
      checkAllowed(holder.sheet, 'formatCells');
      const kind = oneOf(type, KINDS);
      const rule = newRule(kind);
      if (!rule) refuse('ApiNotFound', `Excel host: ConditionalFormatCollection.add("${kind}") is not implemented`);
      return wrap(holder, addFormat(holder.sheet, holder.areas, rule), session);
    },
    clearAll(holder) {
      checkAllowed(holder.sheet, 'formatCells');
      removeFormats(holder.sheet, formatsOn(holder.sheet, holder.areas));
      return null;
    },
    getCount: (holder) => formatsOn(holder.sheet, holder.areas).length,
    getItemAt: (holder, [index], session) =>
      wrap(holder, formatsOn(holder.sheet, holder.areas)[integer(index)] ?? refuse('ItemNotFound'), session),
    getItemOrNullObject: (holder, [key], session) => find(holder, key, session),
  },
});

function present({ sheet, format }: OnConditionalFormat): ConditionalFormat {
  return sheet.conditionalFormats.find((candidate) => candidate.id === format.id) ?? refuse('ItemNotFound');
}

/** A part that belongs to one type of format, and its twin that is null for the others. */
function only(type: string, part: (target: OnConditionalFormat, session: HostSession) => HostObject) {
  const orNull = (target: OnConditionalFormat, session: HostSession): HostObject | null =>
    formatType(present(target)) === type ? part(target, session) : null;
  return {
    part: (target: OnConditionalFormat, session: HostSession) => orNull(target, session) ?? refuse('InvalidOperation'),
    orNull,
  };
}

const cellValuePart = only('CellValue', (target, session) =>
  session.objects.cellValueConditionalFormat(session, target),
);
const textPart = only('ContainsText', (target, session) => session.objects.textConditionalFormat(session, target));
const topBottomPart = only('TopBottom', (target, session) =>
  session.objects.topBottomConditionalFormat(session, target),
);
const dataBarPart = only('DataBar', (target, session) => session.objects.dataBarConditionalFormat(session, target));
const colorScalePart = only('ColorScale', (target, session) =>
  session.objects.colorScaleConditionalFormat(session, target),
);

function custom(target: OnConditionalFormat, session: HostSession): HostObject | null {
  return formatType(present(target)) === 'Custom' ? session.objects.customConditionalFormat(session, target) : null;
}

export const conditionalFormat = defineClass<OnConditionalFormat>({
  name: 'ConditionalFormat',
  identity: (target) => ({ Id: present(target).id }),
  scalars: {
    id: { get: ({ format }) => format.id },
    type: { get: (target) => formatType(present(target)) },
    priority: {
      get: (target) => {
        const own = priorityOf(present(target));
        return target.sheet.conditionalFormats.filter((other) => priorityOf(other) < own).length;
      },
      set: (target, value) => setPriority(target.sheet, present(target), integer(value)),
    },
    stopIfTrue: {
      get: (target) => present(target).rule.attributes['stopIfTrue'] === '1',
      set: (target, value) => setStopIfTrue(target.sheet, present(target), flag(value)),
    },
  },
  navigation: {
    custom: (target, session) => custom(target, session) ?? refuse('InvalidOperation'),
    customOrNullObject: custom,
    cellValue: cellValuePart.part,
    cellValueOrNullObject: cellValuePart.orNull,
    textComparison: textPart.part,
    textComparisonOrNullObject: textPart.orNull,
    topBottom: topBottomPart.part,
    topBottomOrNullObject: topBottomPart.orNull,
    dataBar: dataBarPart.part,
    dataBarOrNullObject: dataBarPart.orNull,
    colorScale: colorScalePart.part,
    colorScaleOrNullObject: colorScalePart.orNull,
  },
  methods: {
    delete(target) {
      checkAllowed(target.sheet, 'formatCells');
      removeFormats(target.sheet, [present(target)]);
      return null;
    },
    getRange(target, _args, session) {
      const { areas } = present(target);
      const [only] = areas;
      return only && areas.length === 1 ? session.range(target.sheet, only) : refuse('InvalidOperation');
    },
    getRangeOrNullObject(target, _args, session) {
      const { areas } = present(target);
      const [only] = areas;
      return only && areas.length === 1 ? session.range(target.sheet, only) : null;
    },
    getRanges: (target, _args, session) =>
      session.objects.rangeAreas(session, new AreasTarget(target.sheet, present(target).areas)),
  },
});

export const customConditionalFormat = defineClass<OnConditionalFormat>({
  name: 'CustomConditionalFormat',
  navigation: {
    rule: (target, session) => session.objects.conditionalRule(session, target),
    format: (target, session) => session.objects.conditionalRangeFormat(session, target),
  },
});

export const conditionalRule = defineClass<OnConditionalFormat>({
  name: 'ConditionalFormatRule',
  scalars: {
    formula: {
      get: (target) => readFormula(present(target), target.seenFrom),
      set: (target, value) => writeFormula(target.sheet, present(target), text(value), target.seenFrom),
    },
    formulaLocal: { get: (target) => readFormula(present(target), target.seenFrom) },
  },
});

export const conditionalRangeFormat = defineClass<OnConditionalFormat>({
  name: 'ConditionalRangeFormat',
  scalars: {
    numberFormat: {
      get: (target) => childOf(differentialOf(target.sheet, present(target)), 'numFmt')?.attributes['formatCode'] ?? '',
      set: (target, value) =>
        changeDifferential(target.sheet, present(target), 'numFmt', () =>
          element('numFmt', { numFmtId: 199, formatCode: text(value) }),
        ),
    },
  },
  navigation: {
    fill: (target, session) => session.objects.conditionalFill(session, target),
    font: (target, session) => session.objects.conditionalFont(session, target),
  },
});

export const conditionalFill = defineClass<OnConditionalFormat>({
  name: 'ConditionalRangeFill',
  scalars: {
    color: {
      get: (target) => {
        const pattern = childOf(childOf(differentialOf(target.sheet, present(target)), 'fill'), 'patternFill');
        return colorOf(childOf(pattern, 'bgColor') ?? childOf(pattern, 'fgColor'), target.sheet.workbook.styles.theme);
      },
      set: (target, value) => {
        const rgb = `FF${parseColor(text(value)) ?? refuse('InvalidArgument')}`;
        changeDifferential(target.sheet, present(target), 'fill', () =>
          element('fill', {}, [
            element('patternFill', { patternType: 'solid' }, [
              element('fgColor', { rgb }),
              element('bgColor', { rgb }),
            ]),
          ]),
        );
      },
    },
  },
  methods: {
    clear(target) {
      changeDifferential(target.sheet, present(target), 'fill', () => null);
      return null;
    },
  },
});

function changeFont(target: OnConditionalFormat, change: FontChange): void {
  changeDifferential(target.sheet, present(target), 'font', (font) => {
    const made = font ?? element('font');
    applyFont(made, change);
    return made;
  });
}

function fontFlag(target: OnConditionalFormat, name: string): boolean {
  const node = childOf(childOf(differentialOf(target.sheet, present(target)), 'font'), name);
  return node !== undefined && node.attributes['val'] !== '0';
}

export const conditionalFont = defineClass<OnConditionalFormat>({
  name: 'ConditionalRangeFont',
  scalars: {
    bold: { get: (target) => fontFlag(target, 'b'), set: (target, value) => changeFont(target, { bold: flag(value) }) },
    italic: {
      get: (target) => fontFlag(target, 'i'),
      set: (target, value) => changeFont(target, { italic: flag(value) }),
    },
    strikethrough: {
      get: (target) => fontFlag(target, 'strike'),
      set: (target, value) => changeFont(target, { strikethrough: flag(value) }),
    },
    color: {
      get: (target) =>
        colorOf(
          childOf(childOf(differentialOf(target.sheet, present(target)), 'font'), 'color'),
          target.sheet.workbook.styles.theme,
        ),
      set: (target, value) => changeFont(target, { color: parseColor(text(value)) ?? refuse('InvalidArgument') }),
    },
  },
  methods: {
    clear(target) {
      changeDifferential(target.sheet, present(target), 'font', () => null);
      return null;
    },
  },
});
