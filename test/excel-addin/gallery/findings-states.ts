import type { Locale } from '../../../core/policy/localized.ts';
import type { Finding } from '../../../core/register/finding.ts';
import { twinWords } from '../../../core/register/findings/twin-words.ts';
import { PACKS } from '../../../core/policy/packs.ts';
import { previewGroups } from '../../../excel-addin/findings-model.ts';
import type { FindingGroup, FindingsModel, ShownFindings } from '../../../excel-addin/taskpane/findings-state.ts';

const FINDINGS: Finding[] = [
  { ...at(11, 1), level: 'error', code: 'impossibleTime', field: 'receivedAt', params: { text: '9月31日' } },
  {
    ...{ ...at(15, 5), level: 'error', code: 'recordRule', field: 'batchNo', params: {} },
    rule: {
      id: 'majorWithoutBatch',
      says: {
        'zh-CN': '紧急或重大投诉没有产品批次或单号',
        'zh-TW': '緊急或重大客訴沒有產品批次或單號',
        en: 'An urgent or major complaint without batch or order number',
      },
      source: 'S0-13',
    },
  },
  {
    ...{ ...at(8, 9), level: 'warning', code: 'closedBeforeReceived', field: 'closedAt' },
    params: { value: '2026-08-30', other: '2026-09-03' },
  },
  ...[16, 17, 20].map((row): Finding => ({
    ...{ ...at(row, 6), level: 'warning', code: 'misspelled', field: 'responsibleDept' },
    params: { value: '质里部', usual: '质量部' },
    fix: { value: '质量部' },
  })),
  { ...at(18, 4), level: 'info', code: 'unknownCategory', field: 'category', params: { value: '发错货', count: 1 } },
  { ...at(16, 3), level: 'warning', code: 'missingContact', field: 'contactPhone', params: {} },
  ...[4, 9].map((row): Finding => ({
    ...{ ...at(row, 2), level: 'info', code: 'strayBlanks', field: 'customerName' },
    params: { text: '江苏宏盛建材有限公司' },
    fix: { value: '江苏宏盛建材有限公司' },
  })),
  {
    ...at(20, 7),
    level: 'info',
    code: 'ditto',
    field: 'description',
    params: { value: '细度超标' },
    fix: { value: '细度超标' },
  },
];

function at(row: number, column: number) {
  return { row, column };
}

const PLACE = { sheet: '2026年投诉', firstColumn: 0 };

export function previewFindings(locale: Locale = 'zh-CN'): FindingGroup[] {
  return previewGroups(FINDINGS, { ...PLACE, locale });
}

/** The screen of findings in its states. */
export function findingsStates(locale: Locale): Record<string, FindingsModel> {
  const meanings = (PACKS[0]?.categories ?? []).map(({ id, label }) => ({ id, label: label[locale] }));
  const groups = previewFindings(locale).map((group) => ({
    ...group,
    rows: group.rows.map((row) => ({
      ...{ ...row, number: `KS-202609-${String(row.row).padStart(3, '0')}` },
      word: group.kind === 'unknownCategory' ? { of: 'category' as const, word: '发错货', meanings } : null,
    })),
  }));
  const shown: ShownFindings = {
    ...{ sheet: PLACE.sheet, rows: 24, groups, accepted: [], dismissed: [], left: [] },
    spellings: [
      {
        ...{ key: 'dept', header: '责任部门', column: 6, listed: null },
        spellings: [
          { text: '质量部', rows: 9, row: 4 },
          { text: '質量部', rows: 2, row: 12 },
          { text: '质 量部', rows: 1, row: 19 },
        ],
      },
      {
        ...{ key: 'listed', header: '责任部门', column: 6, listed: '部门对照' },
        spellings: [
          { text: '质控部', rows: 5, row: 5 },
          { text: '质检科', rows: 4, row: 6 },
          { text: '品控部', rows: 3, row: 9 },
        ],
      },
    ],
    twins: [
      {
        ...{ key: 'twin', column: 0 },
        text: twinWords({ one: 12, other: 15, field: 'batchNo', value: 'FA20260828-03', daysApart: 3 }, locale),
        sides: [
          { number: 'KS-202609-012', row: 12, address: 'A13' },
          { number: 'KS-202609-015', row: 15, address: 'A16' },
        ],
      },
    ],
  };
  return {
    findings: { shown },
    findingsWord: {
      shown: { ...shown, groups: groups.filter(({ kind }) => kind === 'unknownCategory'), spellings: [], twins: [] },
    },
    findingsAccepted: {
      shown: {
        ...{ ...shown, groups: groups.slice(0, 2), spellings: [], twins: [] },
        accepted: [
          {
            ...{ id: '1', number: 'KS-202609-016', address: 'G17', header: '责任部门' },
            ...{ before: '质里部', after: '质量部' },
          },
        ],
        dismissed: [{ key: 'd', number: 'KS-202609-008', text: groups[2]?.rows[0]?.text ?? '' }],
        left: [{ number: 'KS-202609-020', header: '责任部门', because: 'changed' }],
      },
    },
    findingsNone: { shown: { ...shown, groups: [], spellings: [], twins: [] } },
  };
}
