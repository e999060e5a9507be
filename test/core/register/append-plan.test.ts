import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComplaintValues } from '../../../core/complaint/complaint-values.ts';
import { FIELDS } from '../../../core/complaint/field.ts';
import type { HandoffComplaint, HandoffEnvelope } from '../../../core/handoff/handoff-envelope.ts';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import { findPack } from '../../../core/policy/packs.ts';
import { planAppend, type AppendRequest } from '../../../core/register/plan-append.ts';
import { addedColumns } from '../../../core/register/register-columns.ts';
import type { AppendPlan, PlannedCell, RegisterColumn, RegisterMemory } from '../../../core/register/register-plan.ts';
import type { CellValue } from '../../../core/register/sheet-reading.ts';
import { SMALL_COMPANY, SMALL_PACK } from '../../support/small-pack.ts';

const user = (at: number, header: string, fields: RegisterColumn['fields'], rest: Partial<RegisterColumn> = {}) => ({
  role: `user:${at}` as const,
  header,
  fields,
  part: 'whole' as const,
  numberFormat: null,
  width: null,
  list: null,
  ...rest,
});

const OWN: RegisterColumn[] = [
  user(0, '序号', ['sequenceNo']),
  user(1, '投诉日期', ['receivedAt'], { numberFormat: 'yyyy/m/d' }),
  user(2, '客户名称', ['customerName']),
  user(3, '联系人/电话', ['contactName', 'contactPhone']),
  user(4, '投诉内容', ['description']),
  user(5, '类别', ['category']),
  user(6, '处理天数', []),
  user(7, '备注', ['remarks']),
];

function memoryOf(own: RegisterColumn[] = OWN): RegisterMemory {
  return {
    schemaVersion: 1,
    tableName: 'ComplaintRegister',
    originSheet: '投诉台账',
    columns: [...own, ...addedColumns(own, SMALL_PACK, 'zh-CN', { quotesRows: false })],
    policy: { id: 'small', version: '1.0.0' },
    company: SMALL_COMPANY,
    locale: 'zh-CN',
    zone: 'Asia/Shanghai',
    date1904: false,
    numbersGiven: { '20260305': 2 },
  };
}

const ROW: CellValue[] = [41, 46_080.4, '旧客户', '王五 / 13800000000', '结块', '质量问题', 3, ''];

function complaint(n: number, values: ComplaintValues = {}, rest: Partial<HandoffComplaint> = {}): HandoffComplaint {
  return {
    id: `01JD${String(n).padStart(22, '0')}`,
    savedAt: '2026-03-05T10:15:00+08:00',
    values: {
      receivedAt: '2026-03-05T10:15:00+08:00',
      customerName: '宏远建材',
      contactName: '李工',
      contactPhone: '13912345678',
      description: '粉煤灰结块',
      ...values,
    },
    category: 'quality',
    grade: 'major',
    policy: { id: 'small', version: '1.0.0' },
    promised: [],
    source: { url: 'https://mail.example/1', identity: null, title: '投诉：结块' },
    ...rest,
  };
}

function envelopeOf(...complaints: HandoffComplaint[]): HandoffEnvelope {
  return {
    format: 'redress.handoff',
    version: 1,
    producedAt: '2026-03-05T10:20:00+08:00',
    count: complaints.length,
    complaints,
  };
}

function request(envelope: HandoffEnvelope, rest: Partial<AppendRequest> = {}): AppendRequest {
  const memory = rest.memory ?? memoryOf();
  const width = memory.columns.length;
  return {
    memory,
    header: memory.columns.map(({ header }) => header),
    rows: [[...ROW, ...Array<CellValue>(width - ROW.length).fill('')]],
    at: { row: 9, column: 1 },
    envelope,
    pack: SMALL_PACK,
    company: SMALL_COMPANY,
    asOf: '2026-03-05T10:30:00+08:00',
    zone: 'Asia/Shanghai',
    ...rest,
  };
}

function append(asked: AppendRequest): AppendPlan {
  const outcome = planAppend(asked);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

const textOf = (cell: PlannedCell | undefined) => (typeof cell === 'string' ? cell : '');

function cellsOf(plan: AppendPlan, row = 0): Record<string, PlannedCell> {
  return Object.fromEntries(plan.columns.map(({ header }, i) => [header, plan.rows[row]?.[i] ?? '']));
}

describe('rows for a register', () => {
  it('carry each value in the manner of its column, and what the register adds', () => {
    const plan = append(request(envelopeOf(complaint(1))));
    expect(cellsOf(plan)).toMatchObject({
      序号: 42,
      投诉日期: 46_086 + 615 / 1440,
      客户名称: '宏远建材',
      '联系人/电话': '李工 / 13912345678',
      投诉内容: '粉煤灰结块',
      类别: '质量问题',
      处理天数: '',
      登记编号: '20260305-003',
      投诉归类: '产品质量',
      投诉分级: '重大',
      首次响应期限: 46_086 + 675 / 1440,
      办理状态: '处理中',
      来源标识: complaint(1).id,
      摘录出处: '投诉：结块\nhttps://mail.example/1',
      核对事项: '',
    });
    const closing = cellsOf(plan)['结案期限'];
    expect(typeof closing === 'number' ? Math.floor(closing) : closing).toBe(46_087);
    expect(plan.added).toEqual([complaint(1).id]);
    expect(plan.numberFormats[1]).toBe('yyyy/m/d');
    expect(plan.memory.numbersGiven).toEqual({ '20260305': 3 });
  });

  it('have state formulas for the row where they will stand', () => {
    const plan = append(request(envelopeOf(complaint(1), complaint(2))));
    const formulas = [0, 1].map((row) => cellsOf(plan, row)['首次响应状态']);
    expect(JSON.stringify(formulas[0])).toMatch(/ISNUMBER\(\$[A-Z]+10\)/);
    expect(JSON.stringify(formulas[1])).toMatch(/ISNUMBER\(\$[A-Z]+11\)/);
    const due = plan.columns.findIndex(({ role }) => role === 'deadline:firstResponse');
    expect(JSON.stringify(formulas[0])).toContain(`ISNUMBER($${String.fromCharCode(65 + 1 + due)}10)`);
  });

  it('follow columns that were moved and renamed, and leave new ones empty', () => {
    const memory = memoryOf();
    const header = memory.columns.map((column) => column.header);
    const names = ['来源标识', '经办', ...header.slice(0, -1)].map((name) => (name === '客户名称' ? '单位' : name));
    const plan = append(request(envelopeOf(complaint(1)), { memory, header: names, rows: [] }));
    expect(plan.rows[0]?.[0]).toBe(complaint(1).id);
    expect(plan.rows[0]?.[1]).toBe('');
    expect(cellsOf(plan)['单位']).toBe('宏远建材');
    expect(plan.findings.map(({ code }) => code)).toContain('columnRenamed');
    expect(plan.columns.map((column) => column.header)).toEqual(names);
    expect(plan.memory.columns.map((column) => column.header)).toEqual(
      header.map((name) => (name === '客户名称' ? '单位' : name)),
    );
  });

  it('are refused without the column of origin ids, since doubles could not be told', () => {
    const memory = memoryOf();
    const header = memory.columns.map((column) => column.header).filter((name) => name !== '来源标识');
    expect(planAppend(request(envelopeOf(complaint(1)), { memory, header, rows: [] }))).toMatchObject({
      ok: false,
      code: 'originColumnMissing',
    });
  });

  it('keep what has no column, and what is longer than a cell, in the remarks', () => {
    const long = '结块。'.repeat(12_000);
    const values = { description: long, compensation: '￥300', remarks: '客户很急', subcategory: '细度' };
    const plan = append(request(envelopeOf(complaint(1, values))));
    const cells = cellsOf(plan);
    const remarks = textOf(cells['备注']);
    expect(remarks).toContain('客户很急');
    expect(remarks).toContain('赔付：￥300');
    expect(remarks).toContain('细分类别：细度');
    const kept = textOf(cells['投诉内容']).replace(/……（后文见备注）$/, '');
    expect(kept.length).toBeLessThan(32_768);
    expect(kept + (/（接“投诉内容”）(.*)/s.exec(remarks)?.[1] ?? '')).toBe(long);
    expect(plan.findings.map(({ code, field }) => `${code} ${field ?? ''}`).sort()).toEqual([
      'continuedInRemarks description',
      'keptInRemarks compensation',
      'keptInRemarks subcategory',
    ]);
  });

  it('leave a complaint in the queue rather than lose a part of it', () => {
    const text = '长'.repeat(39_999);
    const plan = append(request(envelopeOf(complaint(1, { description: text, remarks: text }), complaint(2))));
    expect(plan.added).toEqual([complaint(2).id]);
    expect(plan.rows).toHaveLength(1);
    expect(plan.findings.filter(({ level }) => level === 'error').map(({ code }) => code)).toContain('noPlaceFor');
  });

  it('say what is missing, what was promised otherwise, and what another policy decided', () => {
    const promise = {
      milestone: 'firstResponse',
      basis: 'exact' as const,
      startedAt: null,
      dueAt: '2026-03-05T18:00:00+08:00',
      stoppedAt: null,
      warnAt: null,
      status: 'running' as const,
      trace: [],
    };
    const odd = complaint(
      1,
      {},
      { promised: [promise], category: 'delivery_logistics', policy: { id: 'food', version: '1.0.0' } },
    );
    const values = { ...odd.values };
    delete values.description;
    const plan = append(request(envelopeOf({ ...odd, values })));
    expect(plan.findings.map(({ code }) => code).sort()).toEqual([
      'categoryOfOtherPolicy',
      'missingRequired',
      'promisedOtherwise',
    ]);
    // In words: a reader knows no ids.
    const { params } = plan.findings.find(({ code }) => code === 'categoryOfOtherPolicy') ?? { params: {} };
    const food = findPack('food');
    const value = food?.categories.find(({ id }) => id === 'delivery_logistics')?.label['zh-CN'];
    expect(params).toEqual({ value, policy: food?.label['zh-CN'] });
    expect(value).toMatch(/\p{Script=Han}/u);
    expect(cellsOf(plan)['期限说明']).toContain('【首次响应】曾承诺 2026-03-05 18:00；');
    expect(textOf(cellsOf(plan)['核对事项']).split('\n')).toHaveLength(3);
  });

  it('write hostile text as text', () => {
    const hostile = complaint(
      1,
      { customerName: '=cmd|" /C calc"!A0', contactName: '@x', remarks: '-1+1', receivedAt: '=NOW()' },
      { source: { url: '=1', identity: null, title: '+evil' } },
    );
    const cells = cellsOf(append(request(envelopeOf(hostile))));
    expect(cells['客户名称']).toBe('\'=cmd|" /C calc"!A0');
    expect(cells['联系人/电话']).toBe("'@x / 13912345678");
    expect(cells['备注']).toBe("'-1+1");
    expect(cells['摘录出处']).toBe("'+evil\n=1");
    expect(cells['投诉日期']).toBe("'=NOW()");
    expect(cells['首次响应期限']).toBe('');
  });
});

describe('a register that was made without columns for some deadlines', () => {
  const LATER: PolicyPack = {
    ...SMALL_PACK,
    milestones: [
      ...SMALL_PACK.milestones,
      ...(['transferredAt', 'reportedAt', 'progressToldAt'] as const).map((stopsAt, i) => ({
        id: stopsAt,
        label: { 'zh-CN': `第${i + 1}步`, 'zh-TW': `第${i + 1}步`, en: `Step ${i + 1}` },
        startsAt: 'receivedAt' as const,
        stopsAt,
        targets: {
          default: { unit: 'notConfigured' as const },
          major: i === 1 ? { unit: 'immediately' as const } : { unit: 'clockMinutes' as const, amount: 90 },
        },
        warnMinutes: 15,
        ...(i === 2 ? { recurs: true } : {}),
        source: 'test',
      })),
    ],
  };
  const told = (rest: Partial<HandoffComplaint>, values: ComplaintValues = {}) => {
    const plan = append(request(envelopeOf(complaint(1, values, rest)), { pack: LATER }));
    return plan.findings.filter(({ code }) => code.endsWith('WithoutColumn'));
  };

  it('says what a new complaint must do by when, and adds no column', () => {
    expect(told({ grade: 'major' })).toMatchObject([
      { level: 'warning', code: 'deadlineWithoutColumn', params: { milestone: '第1步', at: '2026-03-05 11:45' } },
      { level: 'warning', code: 'dutyWithoutColumn', params: { milestone: '第2步' } },
    ]);
    const plan = append(request(envelopeOf(complaint(1)), { pack: LATER }));
    expect(plan.memory.columns).toEqual(memoryOf().columns);
    expect(JSON.stringify(plan.rows)).toContain('第1步');
  });

  it('says nothing where nothing is due, or where it was done', () => {
    expect(told({ grade: 'general' })).toEqual([]);
    const done = { transferredAt: '2026-03-05T10:30:00+08:00', reportedAt: '2026-03-05T10:20:00+08:00' };
    expect(told({ grade: 'major' }, done)).toEqual([]);
  });

  it('fills the columns that it has, whatever the rule would choose today', () => {
    const columns = [...OWN, ...addedColumns(OWN, LATER, 'zh-CN', { quotesRows: false })];
    const memory = { ...memoryOf(), columns };
    const asked = request(envelopeOf(complaint(1)), {
      pack: LATER,
      memory,
      header: columns.map(({ header }) => header),
      rows: [],
    });
    const plan = append(asked);
    const at = columns.findIndex(({ role }) => role === 'deadline:progressToldAt');
    expect(plan.rows[0]?.[at]).toBeTypeOf('number');
    expect(plan.findings.filter(({ code }) => code.endsWith('WithoutColumn'))).toEqual([]);
  });

  it('asks for what this complaint needs, and takes another field’s answer', () => {
    const question = { 'zh-CN': '？', 'zh-TW': '？', en: '?' };
    const pack: PolicyPack = {
      ...SMALL_PACK,
      fields: [
        { field: 'contactPhone', mandatory: true, answeredBy: ['contactEmail'], question, source: 'test' },
        { field: 'evidence', mandatory: true, when: { grade: ['major'] }, question, source: 'test' },
      ],
    };
    const missing = (rest: Partial<HandoffComplaint>, values: ComplaintValues) => {
      const { findings } = append(request(envelopeOf(complaint(1, values, rest)), { pack }));
      return findings.filter(({ code }) => code === 'missingRequired').map(({ field }) => field);
    };
    const mail = { contactPhone: '', contactEmail: 'li@example.com' };
    expect(missing({ grade: 'major' }, mail)).toEqual(['evidence']);
    expect(missing({ grade: 'general' }, mail)).toEqual([]);
  });
});

describe('laws of appending', () => {
  const values = fc.dictionary(
    fc.constantFrom(...FIELDS),
    fc.oneof(
      fc.string({ minLength: 1, maxLength: 12 }).map((text) => text.trim() || '-'),
      fc.constantFrom('=1+1', '+86 1', '@a', '\t=b', '2026-03-05', '2026-03-05T10:00:00+08:00', '20260305-001', 'TS-1'),
    ),
    { maxKeys: 12 },
  ) as fc.Arbitrary<ComplaintValues>;
  const complaints = fc.array(
    fc.tuple(fc.nat(5), values).map(([n, some]) => ({ ...complaint(n), values: some })),
    { maxLength: 8 },
  );
  const afterwards = (asked: AppendRequest, plan: AppendPlan): AppendRequest => ({
    ...asked,
    memory: plan.memory,
    rows: [...asked.rows, ...plan.rows.map((row) => row.map((cell) => (typeof cell === 'object' ? '' : plain(cell))))],
  });
  /** What Excel gives back for what was written. */
  const plain = (cell: CellValue) => (typeof cell === 'string' ? cell.replace(/^'/, '') : cell);

  it('appending twice is appending once', () => {
    fc.assert(
      fc.property(complaints, (list) => {
        const asked = request(envelopeOf(...list));
        const first = append(asked);
        const second = append(afterwards(asked, first));
        expect(second.rows).toEqual([]);
        expect(second.added).toEqual([]);
        expect([...second.alreadyThere].sort()).toEqual([...new Set(list.map(({ id }) => id))].sort());
        expect(new Set(first.added).size).toBe(first.added.length);
      }),
    );
  });

  it('the same request gives the same plan, and nothing of it is changed', () => {
    fc.assert(
      fc.property(complaints, (list) => {
        const asked = request(envelopeOf(...list));
        const before = structuredClone(asked);
        expect(append(asked)).toEqual(append(structuredClone(asked)));
        expect(asked).toEqual(before);
      }),
      { numRuns: 30 },
    );
  });

  it('numbers are unique in the register, one row after the other', () => {
    fc.assert(
      fc.property(fc.array(complaints, { maxLength: 3 }), (rounds) => {
        let asked = request(envelopeOf());
        for (const list of rounds) {
          asked = { ...asked, envelope: envelopeOf(...list) };
          asked = afterwards(asked, append(asked));
        }
        const at = asked.memory.columns.findIndex(({ role }) => role === 'number');
        const numbers = asked.rows.slice(1).map((row) => String(row[at]).normalize('NFKC').toUpperCase());
        expect(new Set(numbers).size).toBe(numbers.length);
        expect(numbers).not.toContain('');
      }),
      { numRuns: 50 },
    );
  });

  it('no text begins with a sign of a formula, and every value is somewhere in the row', () => {
    fc.assert(
      fc.property(complaints, (list) => {
        const plan = append(request(envelopeOf(...list)));
        plan.rows.forEach((row, i) => {
          const texts = row.filter((cell) => typeof cell === 'string');
          for (const text of texts) expect(text).not.toMatch(/^[\s\u3000]*[=+\-@＝＋－＠]|^[\t\r\n]/u);
          expect(row).toHaveLength(plan.columns.length);
          const given = list.find(({ id }) => id === plan.added[i])?.values ?? {};
          const all = texts.join('\n');
          for (const [field, value] of Object.entries(given)) {
            if (['sequenceNo', 'category', 'severity', 'status'].includes(field) || /^\d{4}-\d\d-\d\d/.test(value))
              continue;
            expect(all, field).toContain(value.replace(/^[\t]/, ''));
          }
        });
      }),
    );
  });
});

describe('a column of running numbers that begins anew each year', () => {
  it('goes on in the year of the row', () => {
    const width = memoryOf().columns.length;
    const row = (number: number, serial: number) => [number, serial, ...Array<CellValue>(width - 2).fill('')];
    const rows = [row(1, 45_700), row(2, 45_710), row(3, 45_720), row(1, 46_080), row(2, 46_081)];
    const last = complaint(3, { receivedAt: '2025-12-30T09:00:00+08:00' });
    const plan = append(request(envelopeOf(complaint(1), last, complaint(2)), { rows }));
    expect(plan.rows.map(([number]) => number)).toEqual([3, 4, 4]);
  });
});
