import { refuse } from '../model/host-error.ts';
import { defineClass } from '../protocol/host-object.ts';
import { oneOf, text } from './arguments.ts';
import type { OnWorkbook } from './targets.ts';

export const workbook = defineClass<OnWorkbook>({
  name: 'Workbook',
  scalars: {
    name: { get: ({ workbook: book }) => book.name },
    readOnly: { get: ({ workbook: book }) => book.readOnly },
    isDirty: { get: ({ workbook: book }) => book.version > 1 },
    autoSave: { get: () => false },
    calculationEngineVersion: { get: () => 191_029 },
  },
  navigation: {
    worksheets: (target, session) => session.objects.worksheets(session, target),
    tables: ({ workbook: book }, session) =>
      session.objects.tables(session, { workbook: book, sheet: null, within: null }),
    pivotTables: ({ workbook: book }, session) => session.objects.pivotTables(session, { workbook: book, sheet: null }),
    names: ({ workbook: book }, session) => session.objects.names(session, { workbook: book, sheet: null }),
    settings: (target, session) => session.objects.settings(session, target),
    application: (target, session) => session.objects.application(session, target),
    comments: ({ workbook: book }, session) => session.objects.comments(session, { workbook: book, sheet: null }),
    customXmlParts: ({ workbook: book }, session) =>
      session.objects.customXmlParts(session, { workbook: book, namespaceUri: null }),
    _Runtime: (target, session) => session.objects.runtime(session, target),
  },
  methods: {
    getSelectedRange: ({ workbook: book }, _args, session) =>
      session.range(book.activeSheet ?? refuse('InvalidSelection'), book.selection),
    getActiveCell: ({ workbook: book }, _args, session) =>
      session.range(book.activeSheet ?? refuse('InvalidSelection'), { ...book.selection, rows: 1, columns: 1 }),
    getIsActiveCollabSession: (_target, _args, session) => session.collaborating,
    _RemoveReference(_target, [id], session) {
      session.references.delete(text(id));
      return null;
    },
    _RemoveAllReferences(_target, _args, session) {
      session.references.clear();
      return null;
    },
    _GetReferenceCount: (_target, _args, session) => session.references.size,
    _GetRangeForEventByReferenceId: (_target, [id], session) => session.eventRange(text(id)) ?? refuse('ItemNotFound'),
    _GetRangeOrNullObjectForEventByReferenceId: (_target, [id], session) => session.eventRange(text(id)),
  },
  events: ['Activated', 'AutoSaveSettingChanged'],
});

export const application = defineClass<OnWorkbook>({
  name: 'Application',
  scalars: {
    calculationMode: {
      get: ({ workbook: book }) => book.calculationMode,
      set: ({ workbook: book }, value) => {
        book.calculationMode = oneOf(value, ['Automatic', 'AutomaticExceptTables', 'Manual']);
      },
    },
    calculationEngineVersion: { get: () => 191_029 },
    calculationState: { get: () => 'Done' },
    decimalSeparator: { get: () => '.' },
    thousandsSeparator: { get: () => ',' },
    useSystemSeparators: { get: () => true },
  },
  navigation: { cultureInfo: (target, session) => session.objects.cultureInfo(session, target) },
  methods: {
    calculate({ workbook: book }, [kind]) {
      oneOf(kind, ['Recalculate', 'Full', 'FullRebuild']);
      book.version += 1; // every formula is computed anew when next read
      return null;
    },
    suspendApiCalculationUntilNextSync: () => null,
    suspendScreenUpdatingUntilNextSync: () => null,
  },
});

export const cultureInfo = defineClass<OnWorkbook>({
  name: 'CultureInfo',
  scalars: { name: { get: (_target, session) => session.locale } },
  navigation: {
    numberFormat: (target, session) => session.objects.numberFormatInfo(session, target),
    datetimeFormat: (target, session) => session.objects.datetimeFormatInfo(session, target),
  },
});

export const numberFormatInfo = defineClass<OnWorkbook>({
  name: 'NumberFormatInfo',
  scalars: {
    numberDecimalSeparator: { get: () => '.' },
    numberGroupSeparator: { get: () => ',' },
  },
});

const SHORT_DATE: Record<string, string> = { 'zh-CN': 'yyyy/m/d', 'zh-TW': 'yyyy/m/d', 'en-GB': 'dd/mm/yyyy' };

export const datetimeFormatInfo = defineClass<OnWorkbook>({
  name: 'DatetimeFormatInfo',
  scalars: {
    dateSeparator: { get: () => '/' },
    timeSeparator: { get: () => ':' },
    shortDatePattern: { get: (_target, session) => SHORT_DATE[session.locale] ?? 'm/d/yyyy' },
    longDatePattern: {
      get: (_target, session) => (session.locale.startsWith('zh') ? 'yyyy"年"m"月"d"日"' : 'dddd, mmmm d, yyyy'),
    },
    longTimePattern: { get: () => 'h:mm:ss' },
  },
});

export const runtime = defineClass<OnWorkbook>({
  name: 'Runtime',
  scalars: {
    enableEvents: {
      get: (_target, session) => session.enableEvents,
      set: (_target, value, session) => {
        session.enableEvents = value === true;
      },
    },
  },
});
