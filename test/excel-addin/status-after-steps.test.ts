import { describe, expect, it } from 'vitest';
import { ComplaintEvent } from '../../core/complaint/complaint-event.ts';
import { readComplaintBook } from '../../excel-addin/actions/read-complaint.ts';
import { recordEvents } from '../../excel-addin/actions/record-events.ts';
import { refreshRegister } from '../../excel-addin/actions/refresh-register.ts';
import { workbookOf } from './ledger-fixture.ts';
import { AS_OF, build, openWorkbook, standing, valueOf } from './register-on-host.ts';

const HEADER = ['序号', '投诉日期', '客户名称', '产品名称', '投诉内容', '处理状态'];
const RECEIVED = { value: 46_300, format: 'yyyy-mm-dd' };

/** A register over a ledger with its own column of the status, and what steps and refreshes make of the first complaint. */
async function register(words: readonly string[]) {
  const rows = words.map((word, at) => [
    ...[at + 1, RECEIVED, `客户${String(at)}有限公司`, '粉煤灰', '到货细度超标'],
    word === '' ? null : word,
  ]);
  const opened = openWorkbook(workbookOf([{ name: '台账', rows: [HEADER, ...rows] }]));
  valueOf(await build());
  const book = async () => valueOf(await readComplaintBook((await standing()).memory, AS_OF));
  const { columns, cells } = (await book()).register;
  const own = columns.findIndex(({ header }) => header === '处理状态');
  const number = String(cells.values[0]?.[columns.findIndex(({ role }) => role === 'number')]);
  return {
    /** The register's status, and the team's word. */
    says: async () => {
      const { register: now } = await book();
      return now.columns.flatMap(({ role, header }, at) =>
        role === 'status' || header === '处理状态' ? [now.cells.values[0]?.[at]] : [],
      );
    },
    type: (word: string) =>
      opened.Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('台账');
        sheet.getCell(cells.area.row + 1, cells.area.column + own).values = [[word]];
        await context.sync();
      }),
    refresh: async () => {
      const { log } = await book();
      return valueOf(await refreshRegister((await standing()).memory, { asOf: AS_OF, eventsOf: log.eventsOf }));
    },
    step: async (kind: string, hour: number, rest = {}) => {
      const at = `2026-11-22T0${String(hour)}:00:00+08:00`;
      const event = { id: `e-${kind}`, kind, occurredAt: at, recordedAt: at, by: '王芳', ...rest };
      const events = [ComplaintEvent.parse(event)];
      return valueOf(await recordEvents({ memory: (await standing()).memory, number, events, asOf: AS_OF }));
    },
  };
}

const REOPENED = { way: 'continue', reason: '又坏了' };

describe('what register and team’s own column say of the status', () => {
  it.each([
    [['处理中', '已处理', '处理中', '已撤诉']],
    [['否', '是', '否']],
    [['', '是', '']],
    [['处理中', '已处理', '待审批']],
  ])('is changed by no refresh right after a step: %j', async (words) => {
    const { step, refresh, says } = await register(words);
    const steps = [
      ['acknowledged', {}],
      ['closed', {}],
      ['reopened', REOPENED],
      ['withdrawn', { reason: '客户撤回' }],
    ] as const;
    for (const [at, [kind, rest]] of steps.entries()) {
      await step(kind, at + 1, rest);
      const before = await says();
      expect({ kind, changed: (await refresh()).cellsChanged, says: await says() }).toEqual({
        ...{ kind, changed: 0, says: before },
      });
    }
    expect(await says()).toContain('已撤诉');
  });

  it.each([
    ['the column has a word for closed', ['处理中', '已处理', '处理中']],
    ['it has none', ['处理中', '处理中']],
    ['it leaves open ones blank', ['', '是', '']],
  ])('is as before when a closing is struck out, also after a refresh: %s', async (_, words) => {
    const { step, refresh, says } = await register(words);
    const before = await says();
    await step('closed', 1);
    expect(await says()).not.toEqual(before);
    await step('corrected', 2, { corrects: 'e-closed', to: null, reason: '点错了' });
    expect(await says()).toEqual(before);
    await refresh();
    expect(await says()).toEqual(before);
  });

  it('is closed again when a reopening is struck out', async () => {
    const { step, says } = await register(['处理中', '已处理']);
    await step('closed', 1);
    const closed = await says();
    await step('reopened', 2, REOPENED);
    expect(await says()).not.toEqual(closed);
    await step('corrected', 3, { corrects: 'e-reopened', to: null, reason: '点错了' });
    expect(await says()).toEqual(closed);
  });

  it('is told where somebody types the contrary of the log over the word', async () => {
    const { step, refresh, type } = await register(['处理中', '已处理', '处理中']);
    const told = async () => (await refresh()).findings.map(({ code }) => code).filter((code) => /InLog$/.test(code));
    await step('closed', 1);
    expect(await told()).toEqual([]);
    await type('处理中');
    expect(await told()).toEqual(['statusClosedInLog']);
    await type('已处理');
    await step('reopened', 2, REOPENED);
    expect(await told()).toEqual([]);
    await type('已处理');
    expect(await told()).toEqual(['statusOpenInLog']);
  });
});
