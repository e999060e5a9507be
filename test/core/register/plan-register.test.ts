import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Field } from '../../../core/complaint/field.ts';
import { LOCALES } from '../../../core/policy/localized.ts';
import { planRegister, type RegisterRequest } from '../../../core/register/plan-register.ts';
import { RegisterPlan, type PlannedCell } from '../../../core/register/register-plan.ts';
import type { CellValue, SheetReading } from '../../../core/register/sheet-reading.ts';
import { summarizePlan } from '../../../core/register/summarize-plan.ts';
import { makeLedger, makeSheet } from '../../support/make-sheet.ts';
import { SMALL_COMPANY, SMALL_PACK } from '../../support/small-pack.ts';

const FIELDS_OF_COLUMNS: Field[][] = [
  ['complaintId'],
  ['receivedAt'],
  ['customerName'],
  ['description'],
  ['category'],
  ['severity'],
  ['closedAt'],
  ['status'],
];
const HEADER = ['投诉编号', '投诉日期', '客户名称', '投诉内容', '类别', '等级', '结案日期', '是否结案'];
const ROWS: CellValue[][] = [
  ['TS-1', 46_082.4375, '宏远建材', '粉煤灰结块', '质量问题', '普通', 46_083, '是'],
  ['TS-2', 46_083, '华南混凝土', '送货延迟，已停产', '', '', '', '未结案'],
  ['TS-2', '2026.3.2', '=cmd', '细度超标', '奇怪', '很严重', '2026.3.9', '见备注'],
];

function ask(rest: Partial<RegisterRequest> = {}, rows: CellValue[][] = [HEADER, ...ROWS]): RegisterRequest {
  const sheet = rest.sheet ?? makeSheet(rows);
  return {
    sheet,
    ledger: rest.ledger ?? makeLedger(sheet, FIELDS_OF_COLUMNS),
    pack: SMALL_PACK,
    company: SMALL_COMPANY,
    asOf: '2026-03-20T10:30:00+08:00',
    zone: 'Asia/Shanghai',
    locale: 'zh-CN',
    sheetNames: [sheet.name],
    tableNames: [],
    ...rest,
  };
}

const cell = (plan: RegisterPlan, row: number, role: string): PlannedCell | undefined => {
  const at = plan.columns.findIndex((column) => column.role === role);
  const first = plan.placement.kind === 'inPlace' ? plan.firstAdded : 0;
  return plan.rows[row]?.[at - first];
};
const reasons = ({ placement }: RegisterPlan) => (placement.kind === 'newSheet' ? placement.why : []);

describe('a clean ledger becomes the register where it stands', () => {
  const plan = planRegister(ask());

  it('is a plan that the schema accepts', () => {
    expect(RegisterPlan.parse(plan)).toEqual(plan);
  });

  it('lays the table over the ledger and its new columns, after a copy was made', () => {
    expect(plan.placement).toEqual({ kind: 'inPlace', sheet: '投诉台账' });
    expect(plan.backup).toEqual({ from: '投诉台账', name: '投诉台账（原表）' });
    expect(plan.table).toMatchObject({
      area: { row: 0, column: 0, rowCount: 4, columnCount: plan.columns.length },
      exists: false,
    });
    expect(plan.freezeRows).toBe(1);
  });

  it('keeps the user’s columns as they are and writes only to their right', () => {
    expect(plan.firstAdded).toBe(8);
    expect(plan.columns.slice(0, 8).map(({ header }) => header)).toEqual(HEADER);
    expect(plan.columns.slice(0, 8).every(({ numberFormat, width }) => numberFormat === null && width === null)).toBe(
      true,
    );
    expect(plan.rows.map((row) => row.length)).toEqual([0, 1, 2].map(() => plan.columns.length - 8));
  });

  it('gives a deadline room for bold digits: what is overdue may not read ####', () => {
    const deadlines = plan.columns.filter(({ role }) => role.startsWith('deadline:'));
    expect(deadlines.length).toBeGreaterThan(0);
    expect(deadlines.every(({ width }) => (width ?? 0) >= '2026-03-05 09:10'.length * 1.15)).toBe(true);
  });

  it('adds number, category, grade, deadlines, states, notes, status, findings, fields without a column, origin', () => {
    expect(plan.columns.slice(8).map(({ role }) => role)).toEqual([
      'number',
      'category',
      'grade',
      'gradeReason',
      'department',
      'deadline:firstResponse',
      'deadlineState:firstResponse',
      'deadline:closing',
      'deadlineState:closing',
      'deadline:resolving',
      'deadlineState:resolving',
      'status',
      'nextStep',
      'basis',
      'findings',
      'field:channel',
      'field:contactName',
      'field:contactPhone',
      'field:contactEmail',
      'field:region',
      'field:productName',
      'field:productModel',
      'field:batchNo',
      'field:orderNo',
      'field:quantity',
      'field:demand',
      'field:evidence',
      'field:firstResponseAt',
      'field:remarks',
      'source',
      'origin',
      'proposed',
    ]);
  });

  it('reads the team’s own words for category, grade and status, and assesses the rest', () => {
    const labels = (role: string) => [0, 1, 2].map((row) => cell(plan, row, role));
    expect(labels('category')).toEqual(['产品质量', '物流交付', '产品质量']);
    expect(labels('grade')).toEqual(['一般', '重大', '一般']);
    expect(labels('status')).toEqual(['已结案', '处理中', '已结案']);
    expect(plan.findings.filter(({ code }) => code.startsWith('unknown'))).toEqual([]);
    expect(cell(plan, 2, 'findings')).not.toContain('很严重');
  });

  it('keeps a number of the ledger where it is the only one, else makes one', () => {
    expect([0, 1, 2].map((row) => cell(plan, row, 'number'))).toEqual(['TS-1', '20260302-001', '20260302-002']);
    expect(plan.memory.numbersGiven).toEqual({ '20260302': 2 });
  });

  it('writes deadlines as serials, leaves unset ones empty, and notes why', () => {
    expect(cell(plan, 0, 'deadline:firstResponse')).toBeCloseTo(46_082.4375 + 1 / 24, 8);
    expect(cell(plan, 1, 'deadline:firstResponse')).toBe('');
    expect(cell(plan, 0, 'deadline:resolving')).toBe('');
    expect(cell(plan, 1, 'basis')).toBe('【首次响应】缺具体时刻；【处理】未设定；');
    expect(Math.floor(Number(cell(plan, 1, 'deadline:closing')))).toBe(46_084);
  });

  it('notes whether a completion that stands as text was in time', () => {
    expect(cell(plan, 2, 'basis')).toContain('【结案】超时完成；');
    expect(cell(plan, 0, 'basis')).not.toContain('完成；');
  });

  it('has a state for every row as a formula over its own row', () => {
    for (const [row, at] of [0, 1, 2].map((n) => [n, n + 2] as const)) {
      const state = JSON.stringify(cell(plan, row, 'deadlineState:closing'));
      expect(state).toContain('NOW()');
      expect(new Set([...state.matchAll(/\$[A-Z]+(\d+)/g)].map(([, number]) => Number(number)))).toEqual(new Set([at]));
    }
  });

  it('offers the pack’s choices', () => {
    expect(plan.lists.map(({ id, values }) => [id, values])).toEqual([
      ['category', ['产品质量', '物流交付']],
      ['grade', ['一般', '重大']],
      ['status', ['处理中', '已结案']],
    ]);
    expect(plan.columns.filter(({ list }) => list !== null).map(({ role, list }) => [role, list])).toEqual([
      ['category', 'category'],
      ['grade', 'grade'],
      ['status', 'status'],
    ]);
  });

  it('remembers how the ledger writes its dates', () => {
    expect(plan.memory.columns.find(({ header }) => header === '投诉日期')?.numberFormat).toBe('yyyy/m/d h:mm');
    expect(plan.memory.columns.map(({ header }) => header)).toEqual(plan.columns.map(({ header }) => header));
  });

  it('is counted for the preview', () => {
    const { ledger } = ask();
    expect(summarizePlan(plan, ledger)).toMatchObject({
      placement: 'inPlace',
      sheet: '投诉台账',
      reasons: [],
      backup: '投诉台账（原表）',
      rows: 3,
      columns: { mapped: 8, unmapped: 0, added: plan.columns.length - 8 },
    });
  });
});

describe('where it cannot stay, the ledger is quoted on a new sheet', () => {
  const withTitle = makeSheet([['2026 年客户投诉台账'], HEADER, ...ROWS, ['合计', 3]]);
  const title = makeLedger(withTitle, FIELDS_OF_COLUMNS, { headerRow: 1, dataRows: [2, 3, 4], lastDataRow: 4 });

  it.each<[string, Partial<RegisterRequest>, string, string]>([
    [
      'an obstacle of the reading',
      {
        ledger: makeLedger(makeSheet([HEADER, ...ROWS]), FIELDS_OF_COLUMNS, {
          obstacles: [{ code: 'mergedCells', where: 'C2:C3' }],
        }),
      },
      'mergedCells',
      'C2:C3',
    ],
    ['content below', { sheet: withTitle, ledger: title }, 'contentBelow', 'A6'],
    [
      'cells where the new columns go',
      { sheet: makeSheet([[...HEADER, '', ''], ...ROWS.map((row) => [...row, '', '旁注'])]) },
      'cellsToTheRight',
      'J2',
    ],
    [
      'a header that is a date',
      { sheet: makeSheet([[...HEADER.slice(0, 7), 46_000], ...ROWS]) },
      'headerNotText',
      'H1',
    ],
    [
      'a table with totals',
      {
        sheet: makeSheet([HEADER, ...ROWS], {
          tables: [
            {
              name: '表1',
              area: { row: 0, column: 0, rowCount: 5, columnCount: 8 },
              hasHeaders: true,
              hasTotals: true,
            },
          ],
        }),
      },
      'tableWithTotals',
      '表1',
    ],
    [
      'a gap after the header',
      { ledger: makeLedger(makeSheet([HEADER, ...ROWS]), FIELDS_OF_COLUMNS, { dataRows: [2, 3], firstDataRow: 2 }) },
      'otherRows',
      '2',
    ],
  ])('for %s', (_, rest, code, where) => {
    const plan = planRegister(ask(rest));
    expect(reasons(plan)).toContainEqual({ code, where });
    expect(plan.placement.kind).toBe('newSheet');
    expect(plan.backup).toBeNull();
    expect(RegisterPlan.parse(plan)).toEqual(plan);
  });

  it('does not mind title rows, nor a note after a blank row below', () => {
    const sheet = makeSheet([['2026 年客户投诉台账'], HEADER, ...ROWS, [], ['填表说明：一客一行']]);
    const ledger = makeLedger(sheet, FIELDS_OF_COLUMNS, { headerRow: 1, dataRows: [2, 3, 4], lastDataRow: 4 });
    const plan = planRegister(ask({ sheet, ledger }));
    expect(plan.placement.kind).toBe('inPlace');
    expect(plan.table.area).toMatchObject({ row: 1, rowCount: 4 });
    expect(plan.freezeRows).toBe(2);
  });

  it('says in words what came of a deadline where the time becomes text, since no formula compares that', () => {
    const digits = ['TS-3', 46_083, '江城建材', '细度超标', '', '', 20_260_309, '是'];
    const sheet = makeSheet([['标题'], HEADER, ...ROWS, digits, ['合计', 4]]);
    const ledger = makeLedger(sheet, FIELDS_OF_COLUMNS, { headerRow: 1, dataRows: [2, 3, 4, 5], lastDataRow: 5 });
    const plan = planRegister(ask({ sheet, ledger }));
    expect(plan.rows[3]?.[6]).toBe('20260309');
    expect(cell(plan, 3, 'basis')).toContain('完成；');
  });

  it('quotes values row by row with their row numbers, dates with their format, text made safe', () => {
    const plan = planRegister(ask({ sheet: withTitle, ledger: title }));
    expect(plan.table.area).toEqual({ row: 0, column: 0, rowCount: 4, columnCount: plan.columns.length });
    expect(plan.rows[2]?.slice(0, 4)).toEqual(['TS-2', '2026.3.2', "'=cmd", '细度超标']);
    expect([0, 1, 2].map((row) => cell(plan, row, 'originRow'))).toEqual([3, 4, 5]);
    expect(plan.columns[1]).toMatchObject({ header: '投诉日期', numberFormat: 'yyyy/m/d h:mm' });
    expect(JSON.stringify(cell(plan, 0, 'deadlineState:closing'))).toMatch(/\$[A-Z]+2\b/);
  });

  it('gives merged cells to each of their rows, and headers that a table can have', () => {
    const odd = ['编号', '编号', '', '投诉\n内容', '=x', '等级', '结案日期', '是否结案'];
    const sheet = makeSheet([odd, ['a', 'b', '张三', 1], ['c', 'd', '', 2]], {
      merges: [{ row: 1, column: 2, rowCount: 2, columnCount: 1 }],
    });
    const ledger = makeLedger(sheet, [[], [], ['responsiblePerson'], ['description'], [], [], [], []], {
      obstacles: [{ code: 'duplicateHeaders', where: 'B1' }],
    });
    const plan = planRegister(ask({ sheet, ledger }));
    expect(plan.columns.slice(0, 5).map(({ header }) => header)).toEqual(['编号', '编号 2', 'C 列', '投诉 内容', 'x']);
    expect(plan.rows.map((row) => row[2])).toEqual(['张三', '张三']);
  });

  it('finds free names for sheets and table', () => {
    const plan = planRegister(
      ask({
        sheet: withTitle,
        ledger: title,
        sheetNames: ['投诉台账', '投诉登记台账', '选项'],
        tableNames: ['complaintregister'],
      }),
    );
    expect(plan.placement).toMatchObject({ sheet: '投诉登记台账 2', after: '投诉台账' });
    expect(plan.listsSheet).toBe('选项 2');
    expect(plan.table.name).toBe('ComplaintRegister_2');
  });
});

describe('particular ledgers', () => {
  it('takes over a table that lies exactly over the ledger', () => {
    const area = { row: 0, column: 0, rowCount: 4, columnCount: 8 };
    const tables = [{ name: '台账表', area, hasHeaders: true, hasTotals: false }];
    const plan = planRegister(ask({ sheet: makeSheet([HEADER, ...ROWS], { tables }), tableNames: ['台账表'] }));
    expect(plan.table).toMatchObject({ name: '台账表', exists: true });
    expect(plan.placement.kind).toBe('inPlace');
  });

  it('counts from 1904 where the workbook does', () => {
    const sheet = makeSheet([HEADER, ['TS-1', 46_082.5 - 1462, 'a', 'b', '', '', '', '']], { date1904: true });
    const ledger = makeLedger(sheet, FIELDS_OF_COLUMNS, { obstacles: [{ code: 'date1904', where: '' }] });
    const plan = planRegister(ask({ sheet, ledger }));
    expect(cell(plan, 0, 'deadline:firstResponse')).toBeCloseTo(46_082.5 - 1462 + 1 / 24, 8);
    expect(plan.memory.date1904).toBe(true);
  });

  it('leaves every deadline empty and says so while nothing is configured', () => {
    const plan = planRegister(ask({ company: null }));
    expect([0, 1, 2].map((row) => cell(plan, row, 'deadline:closing'))).toEqual(['', '', '']);
    expect(cell(plan, 0, 'basis')).toContain('【结案】未设定；');
  });

  it.each(LOCALES)('has headers in %s that never meet the user’s', (locale) => {
    const first = planRegister(ask({ locale }));
    const taken = first.columns.slice(8, 16).map(({ header }) => header.toUpperCase());
    const sheet = makeSheet([taken, ...ROWS]);
    const plan = planRegister(ask({ locale, sheet, ledger: makeLedger(sheet, FIELDS_OF_COLUMNS) }));
    const headers = plan.columns.map(({ header }) => header.toLowerCase());
    expect(new Set(headers).size).toBe(headers.length);
    expect(plan.columns.slice(0, 8).map(({ header }) => header)).toEqual(taken);
  });
});

describe('laws of the plan', () => {
  const value: fc.Arbitrary<CellValue> = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.constantFrom<CellValue>(
      '',
      '=1+1',
      '+8613800000000',
      '@x',
      '-5',
      '\t=a',
      '2026.3.2',
      '20260302-001',
      46_081.5,
      0.25,
      true,
    ),
  );
  const request = fc
    .tuple(fc.array(fc.array(value, { minLength: 8, maxLength: 8 }), { minLength: 1, maxLength: 6 }), fc.boolean())
    .map(([rows, blocked]): RegisterRequest => {
      const sheet: SheetReading = makeSheet([HEADER, ...rows]);
      const obstacles = blocked ? [{ code: 'mergedCells' as const, where: 'A1' }] : [];
      return ask({ sheet, ledger: makeLedger(sheet, FIELDS_OF_COLUMNS, { obstacles }) });
    });

  it('the same request gives the same plan, and nothing of it is changed', () => {
    fc.assert(
      fc.property(request, (asked) => {
        const before = structuredClone(asked);
        expect(planRegister(asked)).toEqual(planRegister(structuredClone(asked)));
        expect(asked).toEqual(before);
      }),
      { numRuns: 50 },
    );
  });

  it('no text begins with a sign of a formula, numbers are unique, every row is as wide as what is written', () => {
    fc.assert(
      fc.property(request, (asked) => {
        const plan = planRegister(asked);
        const written = plan.columns.length - (plan.placement.kind === 'inPlace' ? plan.firstAdded : 0);
        for (const row of plan.rows) {
          expect(row).toHaveLength(written);
          for (const text of row.filter((planned) => typeof planned === 'string')) {
            expect(text).not.toMatch(/^[\s\u3000]*[=+\-@＝＋－＠]|^[\t\r\n]/u);
          }
        }
        const numbers = plan.rows.map((_, row) => {
          const number = cell(plan, row, 'number');
          return typeof number === 'string' ? number.normalize('NFKC').toUpperCase() : '';
        });
        expect(new Set(numbers).size).toBe(numbers.length);
        expect(plan.rows).toHaveLength(plan.table.area.rowCount - 1);
      }),
      { numRuns: 100 },
    );
  });
});
