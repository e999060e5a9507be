import { describe, expect, it } from 'vitest';
import { readToday } from '../../excel-addin/actions/read-today.ts';
import { importHandoff } from '../../excel-addin/actions/import-handoff.ts';
import { complaint, envelope } from './complaints-fixture.ts';
import { cleanLedger } from './ledger-fixture.ts';
import { AS_OF, build, openWorkbook, standing, valueOf } from './register-on-host.ts';

describe('today', () => {
  it('counts each complaint once, by the gravest of its deadlines, and leaves out what is closed', async () => {
    openWorkbook(cleanLedger());
    valueOf(await build());
    const { memory } = await standing();
    const today = valueOf(await readToday(memory));
    expect(today.rows).toBe(12);
    expect(today.counts.closed).toBe(9);
    expect(today.counts.overdue).toBeGreaterThan(0);
    expect(today.urgent.every(({ word, row }) => word === 'overdue' && row >= 13)).toBe(true);
    expect(today.urgent[0]?.customer).not.toBe('');
  });

  it('puts what is overdue before what is due soon, oldest first', async () => {
    const { host } = openWorkbook(cleanLedger());
    valueOf(await build());
    const { memory } = await standing();
    valueOf(await importHandoff({ envelope: envelope(complaint(1)), rejected: [] }, memory, AS_OF));
    // A Sunday's complaint is due within working time of Monday.
    host.workbook.now = () => new Date('2026-11-23T09:40:00+08:00');
    const today = valueOf(await readToday((await standing()).memory));
    const words = today.urgent.map(({ word }) => word);
    expect(words).toEqual([...words].sort((a, b) => (a === b ? 0 : a === 'overdue' ? -1 : 1)));
    const overdue = today.urgent.filter(({ word }) => word === 'overdue').map(({ due }) => due ?? 0);
    expect(overdue).toEqual([...overdue].sort((a, b) => a - b));
    expect(today.rows).toBe(13);
  });
});
