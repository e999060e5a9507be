import { formsStates } from './forms-states.ts';
import { complaintStates } from './complaint-states.ts';
import { statisticsStates } from './statistics-states.ts';
import { todayStates } from './today-states.ts';
import { settingsStates } from './settings-states.ts';
import { restoreStates } from './restore-states.ts';
import { sharingStates } from './sharing-states.ts';
import type { Locale } from '../../../core/policy/localized.ts';
import { PACKS } from '../../../core/policy/packs.ts';
import { policyQuestions } from '../../../core/policy/policy-questions.ts';
import type { GatheredFrom } from '../../../core/register/gathered-from.ts';
import { mapHeaders } from '../../../core/register/map-columns.ts';
import { addedColumns, columnsInPlace } from '../../../core/register/register-columns.ts';
import { registerLists } from '../../../core/register/register-lists.ts';
import { translate } from '../../../core/wording/translate.ts';
import { suggestCompany } from '../../../excel-addin/actions/suggest-company.ts';
import { createStore } from '../../../excel-addin/pane-store.ts';
import { findingsStates, previewFindings } from './findings-states.ts';
import type { MappingModel, PaneState, PreviewModel, SetupModel } from '../../../excel-addin/taskpane/pane-state.ts';

const [GENERAL] = PACKS as readonly [(typeof PACKS)[number]];

const HEADERS: [string, string[]][] = [
  ['序号', ['1', '2', '3']],
  ['投诉日期', ['2026-09-03', '2026年9月5日', '2026.9.15']],
  ['客户名称', ['江苏宏盛建材有限公司', '中交二航局第三项目部', '浙江金桥混凝土有限公司']],
  ['联系人/电话', ['王建国 13812345678', '李工 021-55667788', '陈敏']],
  ['产品及规格', ['F类Ⅱ级粉煤灰', 'C类Ⅰ级粉煤灰']],
  ['批号', ['FA20260828-03', 'FA20260830-11']],
  ['问题描述', ['到货后细度超标，复检 45μm 筛余 28%，要求退货并赔偿停工损失', '车辆晚到 4 小时，现场停工']],
  ['处理情况', ['已派人取样复检，结果合格，客户认可']],
  ['经办', ['赵磊', '孙倩']],
  ['完成日期', ['2026-09-06']],
  ['备注2', []],
];

function mapping(locale: Locale): MappingModel {
  const columns = mapHeaders(HEADERS.map(([header]) => header));
  return {
    columns: columns.map((column, index) => ({
      ...column,
      letter: String.fromCharCode(65 + index),
      samples: HEADERS[index]?.[1] ?? [],
      ...(index === 3 ? { fields: ['contactName', 'contactPhone'] as const, confidence: 0.8 } : {}),
      ...(index === 7 ? { confidence: 0.4 } : {}),
    })),
    packs: PACKS.map(({ id, label, description }) => ({ id, label: label[locale], description: description[locale] })),
    policyId: 'general',
    company: null,
    suggestion: suggestCompany(GENERAL, 'Asia/Shanghai'),
    limits: [
      {
        milestone: GENERAL.milestones[0]?.label[locale] ?? '',
        targets: GENERAL.grades.map(({ label }, index) => ({
          grade: label[locale],
          target: { unit: 'workMinutes', amount: 240 / 2 ** index },
        })),
      },
      {
        milestone: GENERAL.milestones[1]?.label[locale] ?? '',
        targets: GENERAL.grades.map(({ label }, index) => ({
          grade: label[locale],
          target: { unit: 'workDays', amount: 7 - 2 * index },
        })),
      },
    ],
    countsDays: true,
    pack: GENERAL,
    questions: policyQuestions(GENERAL, null),
  };
}

const LEDGER = {
  sheet: '2026年投诉',
  headerRows: [3],
  firstDataRow: 4,
  lastDataRow: 27,
  dataRows: Array.from({ length: 24 }, (_, index) => index + 4),
  otherRows: [],
  columns: mapHeaders(HEADERS.map(([header]) => header)),
  obstacles: [],
  score: 0.9,
};

function previewOf(locale: Locale): PreviewModel {
  const own = columnsInPlace(LEDGER);
  const milestones = GENERAL.milestones.map(({ id }) => id);
  const added = addedColumns(own, GENERAL, locale, { quotesRows: false, milestones });
  return {
    sheet: '2026年投诉',
    gathered: null,
    placement: { kind: 'inPlace', sheet: '2026年投诉' },
    backup: translate(locale, 'register.sheet.backup', { name: '2026年投诉' }),
    rows: 24,
    otherRows: 0,
    mapped: 9,
    unmapped: 2,
    added: added.map(({ header }) => header),
    lists: registerLists(GENERAL, locale).map(({ title }) => title),
    left: { sheets: [], keepsNumbers: false },
    findings: { error: 1, warning: 4, info: 6 },
    unanswered: ['calendar', 'target'],
    unsaid: {
      ...{ count: 17, closedBefore: null, suggested: '2026-11-01' },
      ...{ hasStatusColumn: false, hasClosingColumn: true },
    },
    numbers: {
      ...{ last: 'TS-2026-024', next: 'TS-2026-025', daily: '20261122-001' },
      ...{ anew: 'yearly', goesOn: true },
    },
    groups: previewFindings(locale),
    habits: GENERAL.checks.slice(-1).map(({ message }) => ({ text: message[locale], count: 9 })),
  };
}

const MONTHS: GatheredFrom = {
  kind: 'joined',
  sheets: [3, 1, 0, 4, 2, 2, 5, 1, 3, 2, 1].map((rows, month) => ({ sheet: `${month + 1}月`, rows })),
};

/** Every state of the pane that a user can meet, by name. */
export function galleryStates(locale: Locale): Record<string, PaneState> {
  const empty = createStore(locale).get();
  const ready: PaneState = { ...empty, phase: 'ready' };
  const previewed = previewOf(locale);
  const setup = (change: Partial<SetupModel>): PaneState => ({ ...ready, setup: { ...ready.setup, ...change } });
  const found = {
    ledger: LEDGER,
    gathered: null,
    others: [{ sheet: '2025年投诉', rows: 61 }],
    refused: [
      { code: 'notAComplaintLedger' as const, sheet: '统计' },
      { code: 'noHeader' as const, sheet: '填写说明' },
      ...Array.from({ length: 12 }, (_, index) => ({
        code: 'oneFormPerSheet' as const,
        sheet: `JY23-0${index + 10}`,
      })),
    ],
    unfinished: null,
    register: null,
  };
  const registered: PaneState = {
    ...ready,
    importing: { ...ready.importing, hasRegister: true, bridge: { kind: 'connected', version: '0.1.0', waiting: 3 } },
  };
  const register = {
    ...{ sheet: '2026年投诉', policy: GENERAL.label[locale], company: null },
    suggestion: suggestCompany(GENERAL, 'Asia/Shanghai'),
  };
  const complaints = [
    {
      id: '1',
      customer: '江苏宏盛建材有限公司',
      about: '8月28日到货的粉煤灰 45μm 筛余 28%，超出合同约定的 25%，已影响浇筑，要求两日内派人处理并赔偿损失。',
      isNew: true,
      twin: {
        kind: 'row' as const,
        like: { code: 'pane.import.twin.like', params: { row: 12, value: '0828-3' } },
        ...{ number: 'C-20260829-002', canLink: true, choice: 'link' as const },
      },
    },
    {
      id: '2',
      customer: '中交二航局第三项目部',
      about: '司机态度恶劣，卸货时把道路弄脏不清理。',
      isNew: true,
      twin: null,
    },
    { id: '3', customer: '', about: '发票抬头写错了，请重开。', isNew: false, twin: null },
    {
      ...{
        id: '4',
        customer: '中交二航局第三项目部',
        about: '卸货司机态度恶劣，把道路弄脏了，没有清理。',
        isNew: true,
      },
      twin: {
        kind: 'incoming' as const,
        like: {
          code: 'pane.import.twin.likeIncomingWords',
          params: { about: '司机态度恶劣，卸货时把道路弄脏不清理。' },
        },
        ...{ number: '', canLink: false, choice: 'import' as const },
      },
    },
  ];
  const shown = Object.entries(complaintStates(locale)).map(([name, complaint]) => [
    name,
    { ...registered, screen: 'complaint' as const, complaint },
  ]);
  return {
    ...(Object.fromEntries(shown) as Record<string, PaneState>),
    ...Object.fromEntries(
      Object.entries(findingsStates(locale)).map(([name, findings]) => [
        name,
        { ...registered, screen: 'findings' as const, findings },
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(settingsStates(locale)).map(([name, settings]) => [name, { ...registered, settings }]),
    ),
    starting: empty,
    noOffice: { ...empty, phase: 'noOffice' },
    reading: { ...ready, busy: { code: 'pane.busy.reading', done: 0, of: 1 } },
    refreshing: { ...registered, busy: { code: 'pane.busy.checkingRows', done: 7_200, of: 20_000, canCancel: true } },
    refreshed: {
      ...setup({
        step: 'found',
        found: {
          ...found,
          ledger: null,
          others: [],
          refused: [],
          register,
        },
      }),
      refresh: {
        last: { looked: 486, changed: 12 },
        lacking: (['deadline', 'deadlineState'] as const).map((part) =>
          translate(locale, `register.column.${part}`, { milestone: GENERAL.milestones[0]?.label[locale] ?? '' }),
        ),
      },
      notice: { tone: 'success', code: 'refresh.recalculated', params: { count: 12 } },
    },
    ...Object.fromEntries(
      Object.entries(restoreStates(locale)).map(([name, restore]) => [
        name,
        { ...setup({ step: 'found', found: { ...found, ledger: null, others: [], refused: [], register } }), restore },
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(sharingStates(locale)).map(([name, sharing]) => [
        name,
        { ...ready, screen: 'statistics' as const, sharing },
      ]),
    ),
    ...formsStates(setup({ step: 'found', found: { ...found, ledger: null, others: [], refused: [], register } })),
    found: setup({ step: 'found', found }),
    foundWithRows: setup({
      step: 'found',
      found: {
        ...found,
        ledger: {
          ...LEDGER,
          headerRows: [3, 4],
          otherRows: [
            { row: 8, kind: 'total' },
            { row: 12, kind: 'total' },
            { row: 13, kind: 'blank' },
          ],
        },
      },
    }),
    registered: {
      ...registered,
      setup: {
        ...ready.setup,
        found: {
          ...found,
          ledger: null,
          refused: [],
          others: [],
          register: {
            ...{ sheet: '2026年投诉', policy: GENERAL.label[locale] },
            company: suggestCompany(GENERAL, 'Asia/Shanghai'),
            suggestion: suggestCompany(GENERAL, 'Asia/Shanghai'),
          },
        },
      },
    },
    nothing: setup({ step: 'found', found: { ...found, ledger: null, others: [] } }),
    unfinished: setup({ step: 'found', found: { ...found, unfinished: { sheet: '2026年投诉' } } }),
    mapping: setup({ step: 'mapping', found, mapping: mapping(locale) }),
    mappingSet: setup({
      step: 'mapping',
      found,
      mapping: { ...mapping(locale), company: suggestCompany(GENERAL, 'Asia/Shanghai') },
    }),
    foundMonths: setup({
      step: 'found',
      found: { ...found, ledger: { ...LEDGER, sheet: '1月…11月' }, gathered: MONTHS },
    }),
    preview: setup({ step: 'preview', found, preview: previewed }),
    previewLeft: setup({
      step: 'preview',
      found,
      preview: {
        ...previewed,
        left: {
          sheets: [
            translate(locale, 'complaint.log.sheet'),
            translate(locale, 'restore.kept.sheet', { date: '2026-11-22' }),
          ],
          keepsNumbers: true,
        },
      },
    }),
    previewMonths: setup({
      step: 'preview',
      found,
      preview: {
        ...previewed,
        sheet: '1月…11月',
        gathered: MONTHS,
        backup: null,
        placement: {
          kind: 'newSheet',
          sheet: '投诉登记台账',
          after: '11月',
          why: [{ code: 'severalSheets', where: '1月, 2月 … 11月' }],
        },
      },
    }),
    previewNew: setup({
      step: 'preview',
      found,
      preview: {
        ...previewed,
        backup: null,
        otherRows: 3,
        findings: { error: 0, warning: 0, info: 0 },
        groups: [],
        habits: [],
        placement: {
          kind: 'newSheet',
          sheet: '投诉登记台账',
          after: '2026年投诉',
          why: [
            { code: 'mergedCells', where: 'A9:K9' },
            { code: 'otherRows', where: '9, 14' },
          ],
        },
      },
    }),
    applying: {
      ...setup({ step: 'preview', found, preview: previewed }),
      busy: { code: 'pane.busy.values', done: 3, of: 8 },
    },
    trouble: {
      ...setup({ step: 'preview', found, preview: previewed }),
      notice: { tone: 'error', code: 'pane.trouble.sheetProtected', params: { sheet: '2026年投诉' } },
    },
    done: setup({
      step: 'done',
      done: { sheet: '2026年投诉', rows: 24, columnsAdded: previewed.added.length, backup: previewed.backup },
    }),
    ...Object.fromEntries(
      Object.entries(todayStates(locale)).map(([name, today]) => [
        name,
        { ...registered, screen: 'today' as const, today },
      ]),
    ),
    ...statisticsStates(registered, locale),
    importConnected: { ...registered, screen: 'import' },
    importAbsent: {
      ...registered,
      screen: 'import',
      importing: { ...registered.importing, bridge: { kind: 'absent' } },
    },
    importOver: { ...registered, screen: 'import', importing: { ...registered.importing, isOver: true } },
    importNoRegister: { ...ready, screen: 'import' },
    importPreview: {
      ...registered,
      screen: 'import',
      importing: {
        ...registered.importing,
        preview: {
          ...{
            way: 'file',
            files: ['投诉.redress.json', '客户来信.eml'],
            complaints,
            rejected: 1,
            added: 3,
            ...{ alreadyThere: 1, repeated: 2 },
          },
          aside: [{ name: '客户来信.eml', code: 'pane.trouble.mailFile', params: {} }],
        },
      },
    },
    importResult: {
      ...registered,
      screen: 'import',
      importing: {
        ...registered.importing,
        bridge: { kind: 'connected', version: '0.1.0', waiting: 0 },
        result: {
          way: 'bridge',
          added: 2,
          alreadyThere: 1,
          rejected: 1,
          ...{ linked: 1, skipped: 1 },
          left: 3,
          isStopped: true,
          acknowledged: true,
          place: { sheet: '2026年投诉', row: 28, column: 0, lastRow: 29 },
        },
      },
    },
  };
}
