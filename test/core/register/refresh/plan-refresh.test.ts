import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComplaintEvent } from '../../../../core/complaint/complaint-event.ts';
import type { RegisterColumn } from '../../../../core/register/register-plan.ts';
import type { CellValue } from '../../../../core/register/sheet-reading.ts';
import {
  cellOf,
  columnOf,
  HEADER,
  refreshed,
  refreshPlan,
  standing,
  withCell,
  withCells,
  type Standing,
} from './standing-register.ts';

const ROWS: CellValue[][] = [
  ['TS-1', 46_082.4375, '宏远建材', '粉煤灰结块', '质量问题', '普通', 46_083, '是'],
  ['TS-2', 46_083.375, '华南混凝土', '送货延迟，已停产', '', '', '', '未结案'],
  ['', 46_084.5, '城建集团', '送货司机态度差', '', '', '', ''],
];
const register = standing(ROWS);
const edit = (row: number, role: RegisterColumn['role'], value: CellValue, of = register) =>
  withCell(of, row, columnOf(of, role), value);
const codes = (of: Standing) => refreshPlan(of).findings.map(({ code }) => code);
const rolesChanged = (of: Standing) =>
  [...new Set(refreshPlan(of).changes.map(({ column }) => of.memory.columns[column]?.role))].sort();
const blankRow = () => register.memory.columns.map((): CellValue => '');

describe('a register that was just made', () => {
  it('needs no change', () => {
    expect(refreshPlan(register)).toMatchObject({ changes: [], rowsChanged: 0, rowsLooked: 3, memory: null });
  });

  it('says why a complaint has its grade, and what comes next', () => {
    expect(cellOf(register, 1, 'gradeReason')).toContain('停产');
    expect(cellOf(register, 0, 'gradeReason')).toBe('台账写明“普通”');
  });
});

describe('an edit of the user’s own columns', () => {
  it('changes what follows from it, and nothing else', () => {
    const edited = withCell(register, 2, 3, '送货晚了三天，我们停产了');
    expect(rolesChanged(edited)).toEqual(expect.arrayContaining(['grade', 'gradeReason', 'proposed']));
    expect(cellOf(refreshed(edited), 2, 'grade')).toBe('重大');
    expect(new Set(refreshPlan(edited).changes.map(({ row }) => row))).toEqual(new Set([2]));
  });

  it('moves the deadlines with the receipt', () => {
    const later = refreshed(withCell(register, 1, 1, 46_090.375));
    expect(Number(cellOf(later, 1, 'deadline:firstResponse'))).toBeGreaterThan(46_090);
  });

  it('evaluates only the rows that it is asked for', () => {
    const edited = withCells(register, (values) => values.map((row) => row.with(3, '停产')));
    expect(refreshPlan(edited, { only: [2] }).changes.every(({ row }) => row === 2)).toBe(true);
    expect(refreshPlan(edited, { only: [2] }).rowsLooked).toBe(1);
  });
});

describe('a person’s choice', () => {
  it.each([
    ['category', '物流交付', 0],
    ['grade', '重大', 0],
    ['department', '仓储部', 0],
    ['status', '处理中', 0],
  ] as const)('of the %s stays, and the other proposal is told', (role, value, row) => {
    const edited = edit(row, role, value);
    const plan = refreshPlan(edited);
    expect(plan.changes.some(({ column }) => column === columnOf(edited, role))).toBe(false);
    if (cellOf(register, row, role) !== '') expect(codes(edited)).toContain('decidedOtherwise');
    expect(cellOf(refreshed(edited), row, role)).toBe(value);
    expect(refreshPlan(refreshed(edited)).changes).toEqual([]);
  });

  it('is counted with: the deadlines are those of the chosen grade', () => {
    const before = cellOf(register, 1, 'deadline:closing');
    expect(cellOf(refreshed(edit(1, 'grade', '一般')), 1, 'deadline:closing')).not.toBe(before);
    expect(cellOf(refreshed(edit(1, 'grade', '一般')), 1, 'gradeReason')).toBe('人工确定');
  });

  it('is taken back by undoing it', () => {
    const decided = refreshed(edit(0, 'grade', '重大'));
    const undone = refreshed(edit(0, 'grade', '一般', decided));
    expect(undone.cells.values).toEqual(register.cells.values);
  });

  it('is taken back by emptying the cell: the proposal comes back', () => {
    const decided = refreshed(edit(0, 'grade', '重大'));
    expect(refreshed(edit(0, 'grade', '', decided)).cells.values).toEqual(register.cells.values);
  });

  it('stays when the rules come to say the same, and when they change their mind again', () => {
    const decided = refreshed(edit(2, 'grade', '重大'));
    const agreed = refreshed(withCell(decided, 2, 3, '停产'));
    const again = refreshed(withCell(agreed, 2, 3, '送货司机态度差'));
    expect(cellOf(agreed, 2, 'grade')).toBe('重大');
    expect(cellOf(again, 2, 'grade')).toBe('重大');
  });

  it('that is none of the policy’s stays too, is told, and not counted with', () => {
    const odd = refreshed(edit(1, 'grade', '随便'));
    expect(cellOf(odd, 1, 'grade')).toBe('随便');
    expect(codes(odd)).toContain('unknownChoice');
    expect(cellOf(odd, 1, 'deadline:closing')).toBe(cellOf(register, 1, 'deadline:closing'));
  });

  it('in a register of before, which noted nothing, is whatever differs', () => {
    const at = columnOf(register, 'proposed');
    const old = withCells(register, (values) => values.map((row) => row.with(at, '')));
    const edited = edit(1, 'grade', '一般', old);
    expect(cellOf(refreshed(edited), 1, 'grade')).toBe('一般');
  });
});

describe('numbers', () => {
  it('are given to a row that was typed below', () => {
    const typed = blankRow().with(1, 46_085.5).with(2, '新客户').with(3, '粉煤灰结块');
    const more = refreshed(withCells(register, (values) => [...values, typed]));
    expect(cellOf(more, 3, 'number')).toBe('20260304-001');
    expect(more.memory.numbersGiven).toMatchObject({ '20260304': 1 });
    expect(cellOf(more, 3, 'category')).not.toBe('');
    expect(refreshPlan(more)).toMatchObject({ changes: [], memory: null });
  });

  it('never come back after a row was deleted', () => {
    const typed = blankRow().with(1, 46_085.5).with(2, '新客户').with(3, '粉煤灰结块');
    const first = refreshed(withCells(register, (values) => [...values, typed]));
    const deleted = withCells(first, (values) => values.slice(0, 3));
    const second = refreshed(withCells(deleted, (values) => [...values, typed]));
    expect(cellOf(second, 3, 'number')).toBe('20260304-002');
  });

  it('are remembered from what somebody wrote', () => {
    const { memory } = refreshed(edit(2, 'number', '20260303-007'));
    expect(memory.numbersGiven).toMatchObject({ '20260303': 7 });
  });

  it('that stand twice stay with the row that had them; a copied row gets a new one', () => {
    const copied = withCells(register, (values) => [...values, [...(values[0] ?? [])]]);
    const after = refreshed(copied, { touched: new Set([3]) });
    expect(cellOf(after, 0, 'number')).toBe('TS-1');
    expect(cellOf(after, 3, 'number')).not.toBe('TS-1');
    expect(refreshPlan(copied).findings.map(({ code }) => code)).toContain('numberTwice');
  });

  it('that were filled down are taken back to those of the rows', () => {
    const filled = withCells(register, (values) => values.map((row) => row.with(columnOf(register, 'number'), 'TS-1')));
    expect(refreshed(filled).cells.values).toEqual(register.cells.values);
  });

  it('that were emptied come back', () => {
    expect(refreshed(edit(1, 'number', '')).cells.values).toEqual(register.cells.values);
  });
});

describe('rows and columns', () => {
  it('gives an empty row nothing, also where formulas were filled into it', () => {
    const state = columnOf(register, 'deadlineState:closing');
    const more = withCells(register, (values) => [...values, blankRow(), blankRow().with(state, '缺受理时间')]);
    expect(refreshPlan(more)).toMatchObject({ changes: [], rowsLooked: 3 });
  });

  it('fills what was emptied of ours, and mends a state that is no formula', () => {
    const at = columnOf(register, 'deadlineState:closing');
    const broken = edit(0, 'basis', 'x', edit(1, 'nextStep', '', withCell(register, 2, at, '#REF!')));
    broken.cells.constants.add(`1 ${at}`);
    const plan = refreshPlan(broken);
    expect(plan.changes.filter(({ column }) => column === at).map(({ row }) => row)).toEqual([1, 2]);
    expect(refreshed(broken).cells.values[0]).toEqual(register.cells.values[0]);
  });

  it.each([
    ['#N/A', []],
    ['#VALUE!', []],
    ['#DIV/0!', []],
    ['#REF!', [1]],
    ['#NAME?', [1]],
    ['', [1]],
  ])('of a state that shows %j writes %j anew: an error of a user’s cell is not its own', (shown, rows) => {
    const at = columnOf(register, 'deadlineState:closing');
    const { changes } = refreshPlan(withCell(register, 1, at, shown));
    expect(changes.filter(({ column }) => column === at).map(({ row }) => row)).toEqual(rows);
  });

  it('finds its columns in another order', () => {
    const { memory, cells } = register;
    const order = memory.columns.map((_, index) => index).reverse();
    const turn = <T>(row: readonly T[]) => order.flatMap((index) => row.slice(index, index + 1));
    const turned: Standing = {
      memory,
      cells: { ...cells, header: turn(cells.header), values: cells.values.map(turn) },
    };
    expect(refreshPlan(turned)).toMatchObject({ changes: [], findings: [] });
  });

  it('takes a column under another name for the same, and remembers the name', () => {
    const { memory, cells } = register;
    const header = cells.header.map((name) => (name === '投诉分级' ? '级别' : name));
    const plan = refreshPlan({ memory, cells: { ...cells, header } });
    expect(plan.changes).toEqual([]);
    expect(plan.findings.map(({ code }) => code)).toEqual(['columnRenamed']);
    expect(plan.memory?.columns.map(({ header: name }) => name)).toContain('级别');
  });

  it('goes on without a column that was deleted, and remembers it', () => {
    const at = columnOf(register, 'grade');
    const { memory, cells } = register;
    const without = <T>(row: readonly T[]) => row.filter((_, index) => index !== at);
    const cut: Standing = {
      memory,
      cells: { ...cells, header: without(cells.header), values: cells.values.map(without) },
    };
    const plan = refreshPlan(cut);
    expect(plan.changes).toEqual([]);
    expect(plan.findings.map(({ code }) => code)).toContain('columnGone');
    expect((plan.memory ?? memory).columns.some(({ role }) => role === 'grade')).toBe(true);
  });
});

describe('the log of a complaint', () => {
  const entry = { recordedAt: '2026-03-02T11:00:00+08:00', by: '张三' };
  const events: ComplaintEvent[] = [
    { kind: 'received', id: '1', occurredAt: '2026-03-02T09:00:00+08:00', ...entry },
    { kind: 'acknowledged', id: '2', occurredAt: '2026-03-02T09:20:00+08:00', ...entry },
    {
      kind: 'regraded',
      id: '3',
      occurredAt: '2026-03-02T10:00:00+08:00',
      ...entry,
      from: 'major',
      to: 'general',
      reason: '已恢复生产',
    },
    { kind: 'assigned', id: '4', occurredAt: '2026-03-02T10:30:00+08:00', ...entry, department: '质检科' },
  ];
  const eventsOf = (number: string) => (number === 'TS-2' ? events : []);

  it('keeps its complaint: another number typed over the noted one is put back, and told', () => {
    const typed = edit(1, 'number', 'TS-9');
    expect(refreshPlan(typed, { eventsOf }).findings).toContainEqual(
      expect.objectContaining({ code: 'numberLogged', params: { number: 'TS-9', given: 'TS-2' } }),
    );
    const after = refreshed(typed, { eventsOf, only: [1], touched: new Set([1]) });
    expect(cellOf(after, 1, 'number')).toBe('TS-2');
    expect(cellOf(after, 1, 'gradeReason')).toBe('改级：已恢复生产');
  });

  it.each([
    ['in other case or width', 1, 'ｔｓ-2'],
    ['of a complaint without a log', 0, 'TS-9'],
  ])('leaves a number %s as it was typed', (_, row, number) => {
    expect(cellOf(refreshed(edit(row, 'number', number), { eventsOf }), row, 'number')).toBe(number);
  });

  it('keeps its complaint also when the numbers were filled down anew in another order', () => {
    const numbers = (of: Standing) => of.cells.values.map((_, row) => cellOf(of, row, 'number'));
    const order = numbers(register);
    const turned = edit(0, 'number', String(order[2]), edit(2, 'number', String(order[0])));
    expect(numbers(turned)).not.toEqual(order);
    const all = (number: string) => (order.includes(number) ? events : []);
    expect(numbers(refreshed(turned, { eventsOf: all }))).toEqual(order);
    // Of two that were exchanged only one has a log: the other gets back what is free then.
    const two = edit(0, 'number', String(order[1]), edit(1, 'number', String(order[0])));
    expect(numbers(refreshed(two, { eventsOf }))).toEqual(order);
    expect(numbers(refreshed(two)).slice(0, 2)).toEqual([order[1], order[0]]);
  });

  it('leaves a copy of its row whose number was typed over', () => {
    const copied = withCells(register, (values) => [...values, [...(values[1] ?? [])]]);
    expect(cellOf(refreshed(edit(3, 'number', 'TS-9', copied), { eventsOf }), 3, 'number')).toBe('TS-9');
  });

  it('goes before the row: grade with its reason, department', () => {
    const after = refreshed(register, { eventsOf });
    expect(cellOf(after, 1, 'grade')).toBe('一般');
    expect(cellOf(after, 1, 'gradeReason')).toBe('改级：已恢复生产');
    expect(cellOf(after, 1, 'department')).toBe('质检科');
    expect(refreshPlan(after, { eventsOf }).changes).toEqual([]);
  });

  it('closes and reopens', () => {
    const closed: ComplaintEvent = { kind: 'closed', id: '9', occurredAt: '2026-03-05T09:00:00+08:00', ...entry };
    const after = refreshed(register, {
      eventsOf: (number) => [...eventsOf(number), ...(number === 'TS-2' ? [closed] : [])],
    });
    expect(cellOf(after, 1, 'status')).toBe('已结案');
    expect(cellOf(after, 1, 'nextStep')).toBe('');
    expect(cellOf(refreshed(after, { eventsOf }), 1, 'status')).toBe('处理中');
  });
});

describe('laws of a refresh', () => {
  const own = HEADER.length;
  const texts = ['粉煤灰结块', '停产了', '送货延迟', '', '=cmd', '  空格 ', '两\n行'];
  const word = fc.constantFrom('', '质量问题', '普通', '重大', '物流交付', '是', '未结案', '奇怪', '一般', '已结案');
  const userRow = fc
    .record({
      id: fc.constantFrom('', 'A-1', 'A-2', '20260301-004'),
      at: fc.oneof(
        fc.integer({ min: 46_050, max: 46_099 }),
        fc.constantFrom<CellValue>('2026.3.5', '', '不详', 46_082.5),
      ),
      who: fc.constantFrom('', '宏远', '华南'),
      text: fc.constantFrom(...texts),
      words: fc.tuple(word, word, fc.constantFrom<CellValue>('', 46_090, '2026.3.9'), word),
    })
    .map(({ id, at, who, text, words }): CellValue[] => [id, at, who, text, ...words]);
  const ownCell = fc.oneof(word, fc.constantFrom<CellValue>('{"n":"x"}', 5, true, '#REF!', '20260301-001', 46_082.5));
  const anyRegister = fc
    .array(fc.record({ user: userRow, ours: fc.array(ownCell, { minLength: 40, maxLength: 40 }) }), { maxLength: 6 })
    .map((rows) => {
      const width = register.memory.columns.length;
      return withCells(register, (values) => [
        ...values,
        ...rows.map(({ user, ours }) => [...user, ...ours].slice(0, width)),
      ]);
    });

  it('never touches a cell of the user, gives every complaint a number of its own, and finds nothing to do after that', () => {
    const users = (of: Standing) => of.cells.values.map((row) => row.slice(0, own));
    fc.assert(
      fc.property(anyRegister, (any) => {
        const after = refreshed(any);
        expect(refreshPlan(any).changes.every(({ column }) => column >= own)).toBe(true);
        expect(users(after)).toEqual(users(any));
        const at = columnOf(after, 'number');
        const numbers = after.cells.values
          .filter((row) => row.slice(0, own).some((value) => String(value).trim() !== ''))
          .map((row) => String(row[at]).normalize('NFKC').toUpperCase());
        expect(numbers).not.toContain('');
        expect(new Set(numbers).size).toBe(numbers.length);
        expect(refreshPlan(after)).toMatchObject({ changes: [], memory: null });
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('of the rows in any order is the refresh, in that order', () => {
    const rows = Array.from({ length: 5 }, (_, n): CellValue[] => [
      ...[`P-${n}`, 46_080.4 + n, `客户${n}`, texts[n] === '' ? '缺货' : `${texts[n] ?? ''}${n}`, '', '', '', ''],
    ]);
    const many = edit(0, 'basis', 'x', edit(3, 'grade', '重大', standing(rows)));
    const plain = refreshed(many).cells.values;
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (order) => {
        const shuffled = withCells(many, (values) => order.map((index) => values[index] ?? []));
        expect(refreshed(shuffled).cells.values).toEqual(order.map((index) => plain[index]));
      }),
      { numRuns: 30 },
    );
  }, 60_000);
});
