import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComplaintEvent } from '../../../../core/complaint/complaint-event.ts';
import { LOCALES } from '../../../../core/policy/localized.ts';
import { findPack } from '../../../../core/policy/packs.ts';
import type { PolicyPack } from '../../../../core/policy/policy-pack.ts';
import { checkLog, type LogTail } from '../../../../core/register/log/check-log.ts';
import { entriesWithoutRow } from '../../../../core/register/log/entries-without-row.ts';
import { EMPTY_LOG, openLog, type EventLog, type LogFinding } from '../../../../core/register/log/event-log.ts';
import { LOG_ROLES, logColumns } from '../../../../core/register/log/log-columns.ts';
import { planLog } from '../../../../core/register/log/plan-log.ts';
import type { CellValue } from '../../../../core/register/sheet-reading.ts';
import { allSteps } from '../../../../core/steps.ts';
import { sha256 } from '../../../../core/text/sha256.ts';
import { anyEvents } from './any-events.ts';

const PACK = findPack('general') as PolicyPack;
const FRAME = { pack: PACK, locale: 'zh-CN', zone: 'Asia/Shanghai', date1904: false } as const;
const HEADER = logColumns('zh-CN').map(({ header }) => header);

/** What a workbook gives back of what was written: guards are gone, times lose their last bits. */
function kept(rows: readonly (readonly CellValue[])[]): CellValue[][] {
  return rows.map((row) =>
    row.map((cell) =>
      typeof cell === 'string'
        ? cell.replace(/^'/, '')
        : typeof cell === 'number'
          ? Number(cell.toPrecision(15))
          : cell,
    ),
  );
}

interface Book {
  rows: CellValue[][];
  log: EventLog;
  tail: LogTail | null;
}

function opened(rows: CellValue[][], tail: LogTail | null = null): Book {
  const log = openLog(HEADER, rows);
  if (log === null) throw new Error('no log');
  return { rows, log, tail };
}

const EMPTY: Book = { rows: [], log: EMPTY_LOG, tail: null };

function written(book: Book, complaint: string, events: readonly ComplaintEvent[]): Book {
  const plan = planLog(book.log, complaint, events, FRAME);
  return opened([...book.rows, ...kept(plan.rows)], plan.tail ?? book.tail);
}

const findings = ({ log, tail }: Book): LogFinding[] => allSteps(checkLog(log, tail));
const codes = (book: Book) => findings(book).map(({ code, row }) => `${code} ${row ?? ''}`.trim());

const event = (id: string, kind: 'acknowledged' | 'investigated' | 'closed', at: string): ComplaintEvent => ({
  ...{ id, kind, occurredAt: at, recordedAt: '2026-11-22T10:00:00+08:00', by: '王芳' },
});
const THREE = [
  event('e1', 'acknowledged', '2026-11-20T09:00:00+08:00'),
  event('e2', 'investigated', '2026-11-21'),
  event('e3', 'closed', '2026-11-22T09:00:00+08:00'),
];

describe('SHA-256', () => {
  it('is that of the standard, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(sha256(text)).toBe(createHash('sha256').update(Buffer.from(text, 'utf8')).digest('hex'));
      }),
    );
  });
});

describe('the event log', () => {
  it('gives back any events as they were written, and its chain holds', () => {
    fc.assert(
      fc.property(anyEvents, anyEvents, (first, second) => {
        const book = written(
          written(EMPTY, 'A-1', first),
          'B-2',
          second.map((each) => ({ ...each, id: `b${each.id}` })),
        );
        expect(book.log.eventsOf('A-1')).toEqual(first);
        expect(findings(book)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('writes an event once, however often it is asked for', () => {
    const once = written(EMPTY, 'A-1', THREE);
    const twice = planLog(once.log, 'A-1', THREE, FRAME);
    expect(twice.rows).toEqual([]);
    expect(twice.alreadyThere).toEqual(['e1', 'e2', 'e3']);
  });

  it('tells at which entry somebody changed a cell, whichever cell it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: LOG_ROLES.length - 1 }), (row, column) => {
        const { rows, tail } = written(EMPTY, 'A-1', THREE);
        const changed = rows.map((cells, at) =>
          cells.map((cell, index) => (at === row && index === column ? `${String(cell)}x` : cell)),
        );
        const told = findings(opened(changed, tail));
        expect(told.length).toBeGreaterThan(0);
        // The hash of an entry stands under the next one too.
        const places = told.flatMap(({ row: at }) => (at === null ? [] : [at]));
        expect(Math.min(...places)).toBe(row);
      }),
    );
  });

  it('tells a deleted entry, a cut-off end, and an entry that stands twice', () => {
    const book = written(EMPTY, 'A-1', THREE);
    expect(codes(opened([book.rows[0] ?? [], book.rows[2] ?? []], book.tail))).toEqual(['entriesMissing 1']);
    expect(codes(opened(book.rows.slice(0, 2), book.tail))).toEqual(['entriesCut']);
    expect(codes(opened([...book.rows, book.rows[1] ?? []], book.tail))).toEqual(['entryTwice 3']);
  });

  it('tells once each complaint whose number stands in no row', () => {
    const book = written(
      written(written(EMPTY, 'A-1', THREE), 'A-2', [event('f1', 'closed', '2026-11-21T09:00:00+08:00')]),
      'A-3',
      [],
    );
    expect(entriesWithoutRow(book.log, ['ａ-2 ', 'A-3', ''])).toEqual([
      { level: 'warning', code: 'complaintGone', row: 0, role: 'number', params: { number: 'A-1', count: 3 } },
    ]);
    expect(entriesWithoutRow(book.log, ['A-1', 'A-2'])).toEqual([]);
  });

  it('does not mind when people sort it, move its columns or add their own', () => {
    const book = written(EMPTY, 'A-1', THREE);
    const header = [...HEADER.slice(3), '我们的备注', ...HEADER.slice(0, 3)];
    const rows = book.rows.map((row) => [...row.slice(3), '好', ...row.slice(0, 3)]).reverse();
    const log = openLog(header, rows);
    expect(log && allSteps(checkLog(log, book.tail))).toEqual([]);
    expect(log?.eventsOf('A-1').map(({ id }) => id)).toEqual(['e3', 'e2', 'e1']);
    // Numbers are compared as the register compares them: in any case and width.
    expect(log?.eventsOf('ａ-1 ')).toEqual(log?.eventsOf('A-1'));
  });

  it('follows two entries that two panes wrote at the same time', () => {
    const start = written(EMPTY, 'A-1', THREE.slice(0, 1));
    const [first, second] = THREE.slice(1).map((each) => kept(planLog(start.log, 'A-1', [each], FRAME).rows)[0] ?? []);
    const both = opened([...start.rows, first ?? [], second ?? []]);
    const after = written(both, 'B-2', [event('e4', 'acknowledged', '2026-11-22')]);
    expect(findings(after)).toEqual([]);
    expect(codes(opened(after.rows.filter((row) => row !== first)))).toEqual(['entryChanged 2']);
  });

  it.each(LOCALES)('is found by its header in %s, also when a readable heading was renamed', (locale) => {
    const header = logColumns(locale).map(({ header: name }) => name);
    expect(openLog(header, [])).not.toBeNull();
    expect(openLog(header.with(1, '客户编号'), [])?.columns).toEqual([...LOG_ROLES]);
    expect(openLog(['序号', '投诉日期', '客户'], [])).toBeNull();
  });

  it('says what happened in words, with the labels of the policy', () => {
    const plan = planLog(
      EMPTY_LOG,
      'A-1',
      [
        {
          ...{ id: 'p', kind: 'regraded', from: 'general', to: 'major', reason: '停工一天' },
          ...{
            occurredAt: '2026-11-22T09:00:00+08:00',
            recordedAt: '2026-11-22T10:00:00+08:00',
            by: '=王芳',
            note: '已报总经理',
          },
        },
      ],
      FRAME,
    );
    const [row = []] = plan.rows;
    expect(row[2]).toBe('改级');
    expect(row[6]).toBe('一般 → 重大；理由：停工一天；已报总经理');
    expect(row[5]).toBe("'=王芳");
    expect(plan.formats[0]?.slice(3, 5)).toEqual(['yyyy-mm-dd hh:mm', 'yyyy-mm-dd hh:mm']);
  });
});
