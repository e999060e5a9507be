import type { ComplaintEvent } from '../../core/complaint/complaint-event.ts';
import type { Field } from '../../core/complaint/field.ts';
import type { Locale } from '../../core/policy/localized.ts';
import { policyInForce } from '../../core/policy/policy-in-force.ts';
import { openLog } from '../../core/register/log/event-log.ts';
import { EMPTY_LOG } from '../../core/register/log/event-log.ts';
import { logColumns } from '../../core/register/log/log-columns.ts';
import { planLog } from '../../core/register/log/plan-log.ts';
import { openRegister } from '../../core/register/refresh/open-register.ts';
import { addedColumns } from '../../core/register/register-columns.ts';
import type { RegisterColumn, RegisterMemory } from '../../core/register/register-plan.ts';
import { writeTimeSerial } from '../../core/register/write-time-serial.ts';
import type { ComplaintBook } from '../../excel-addin/actions/read-complaint.ts';
import { suggestCompany } from '../../excel-addin/actions/suggest-company.ts';

const ZONE = 'Asia/Shanghai';
export const NUMBER = '20261120-003';

const CELLS: [string, Field, string | number][] = [
  ['投诉时间', 'receivedAt', writeTimeSerial('2026-11-20T09:15:00+08:00', ZONE)],
  ['客户名称', 'customerName', '江苏宏盛建材有限公司'],
  ['联系人', 'contactName', '王建国'],
  ['产品名称', 'productName', 'F类Ⅱ级粉煤灰'],
  ['批号', 'batchNo', 'FA20261118-03'],
  ['投诉内容', 'description', '到货细度超标，复检 45μm 筛余 28%，超出合同约定的 25%，已影响浇筑，要求两天内派人处理。'],
  ['客户诉求', 'demand', '换货，并赔偿停工损失'],
  ['首次响应时间', 'firstResponseAt', ''],
  ['完成日期', 'closedAt', ''],
  ['要求完成时间', 'dueAt', ''],
];

export interface BookOptions {
  events?: readonly ComplaintEvent[];
  cells?: Partial<Record<Field, string | number>>;
  asOf?: string;
  locale?: Locale;
  policyId?: string;
}

/** A register of one complaint with its log, as the add-in reads it; without any workbook. */
export function complaintBook({
  events = [],
  cells: own = {},
  asOf = '2026-11-22T10:00:00+08:00',
  locale = 'zh-CN',
  policyId = 'general',
}: BookOptions = {}): ComplaintBook {
  const bare = policyInForce(policyId, null);
  if (bare === null) throw new Error(`no policy ${policyId}`);
  const company = { ...suggestCompany(bare.pack, ZONE), firstDay: 'nextDay' as const };
  const pack = policyInForce(policyId, company)?.pack ?? bare.pack;
  const users = CELLS.map(([header, field], at): RegisterColumn => ({
    ...{ role: `user:${at}`, header, fields: [field], part: 'whole', width: null, list: null },
    numberFormat: field.endsWith('At') ? 'yyyy-mm-dd hh:mm' : null,
  }));
  const columns = [...users, ...addedColumns(users, pack, locale, { quotesRows: false })];
  const memory: RegisterMemory = {
    ...{ schemaVersion: 1, tableName: 'Register', originSheet: '投诉台账', columns, company, locale, zone: ZONE },
    ...{ policy: { id: pack.id, version: pack.version }, date1904: false, numbersGiven: {} },
  };
  const row = columns.map(({ role }, at) =>
    role === 'number' ? NUMBER : (own[CELLS[at]?.[1] ?? 'remarks'] ?? CELLS[at]?.[2] ?? ''),
  );
  const register = openRegister(
    memory,
    {
      ...{ sheet: '投诉台账', area: { row: 0, column: 0, rowCount: 2, columnCount: columns.length } },
      ...{ header: columns.map(({ header }) => header), values: [row], constants: new Set<string>() },
      formats: [columns.map(({ fields }) => (fields[0]?.endsWith('At') === true ? 'yyyy-mm-dd hh:mm' : 'General'))],
    },
    { zone: ZONE, asOf },
  );
  const frame = { pack, locale, zone: ZONE, date1904: false };
  const plan = planLog(EMPTY_LOG, NUMBER, events, frame);
  const header = logColumns(locale).map(({ header: name }) => name);
  const log = openLog(
    header,
    plan.rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? cell.replace(/^'/, '') : cell))),
  );
  return {
    ...{ memory, register, pack, isProtected: false, log: log ?? EMPTY_LOG, tail: plan.tail },
    table: { header, rows: plan.rows },
    place: { table: 'RedressLog', sheet: '事件记录', area: { row: 0, column: 0, rowCount: 2, columnCount: 11 } },
    rules: { pack, company, zone: ZONE, asOf },
  };
}

/** An event of a complaint, written down when it happened unless said otherwise. */
export function happened(event: { kind: string; occurredAt: string; [more: string]: unknown }): ComplaintEvent {
  return {
    ...{ id: `e-${event.kind}-${event.occurredAt}`, recordedAt: event.occurredAt, by: '王芳' },
    ...event,
  } as ComplaintEvent;
}
