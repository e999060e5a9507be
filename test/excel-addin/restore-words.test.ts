import { describe, expect, it } from 'vitest';
import type { ComplaintEvent } from '../../core/complaint/complaint-event.ts';
import { translate, type MessageParams } from '../../core/wording/translate.ts';
import { readComplaintBook } from '../../excel-addin/actions/read-complaint.ts';
import { recordEvents } from '../../excel-addin/actions/record-events.ts';
import { restoreLines } from '../../excel-addin/taskpane/restore-lines.ts';
import { NO_RESTORE } from '../../excel-addin/taskpane/restore-state.ts';
import { brokenUpLedger, cleanLedger } from './ledger-fixture.ts';
import { AS_OF, build, openWorkbook, standing, valueOf } from './register-on-host.ts';
import { shown } from './restore-on-host.ts';

const words = (code: string, params?: MessageParams) => translate('zh-CN', code, params);

/** The lines of a restore after the first open complaint was closed through the pane, and nothing else. */
async function linesAfterClosing(): Promise<string[]> {
  const { memory } = await standing();
  const { register } = valueOf(await readComplaintBook(memory, AS_OF));
  const at = register.columns.findIndex(({ role }) => role === 'number');
  const number = String(register.cells.values.at(-1)?.[at]);
  const event: ComplaintEvent = {
    ...{ id: 'event-1', kind: 'closed', occurredAt: AS_OF, recordedAt: AS_OF, by: '王芳', note: '客户认可' },
  };
  valueOf(await recordEvents({ memory, number, events: [event], asOf: AS_OF }));
  return restoreLines((await shown(NO_RESTORE.choices)).plan, words);
}

describe('what is said before a register is taken back', () => {
  it('in place calls a time that the log has filled in no change that was accepted', async () => {
    openWorkbook(cleanLedger(5));
    valueOf(await build());
    const lines = await linesAfterClosing();
    expect(lines).toContain('原有列里改过的 1 处改回原样（您接受的修改、办理时填入的内容）');
    expect(lines).toContain('事件记录有 1 条，保留为普通表供查阅；以后再建台账不会读回');
    expect(lines.filter((line) => line.includes('无法改回'))).toEqual([]);
  });

  it('on a sheet of its own says that what was done since stays, and is in no later register', async () => {
    openWorkbook(brokenUpLedger());
    valueOf(await build());
    const lines = await linesAfterClosing();
    expect(lines).toContain(
      '建立之后新增 0 行、改动 1 行，所以工作表“投诉登记台账”保留为普通表；以后从原表再建台账，这些不在其中',
    );
    expect(lines).toContain('您原来的工作表没有改动过，保持不变');
    expect(lines.filter((line) => line.includes('改回原样'))).toEqual([]);
  });
});
