import type { Locale } from '../../../core/policy/localized.ts';
import { translate } from '../../../core/wording/translate.ts';
import { writeTimeSerial } from '../../../core/register/write-time-serial.ts';
import { complaintFile } from '../../../excel-addin/complaint-file.ts';
import { shownComplaint } from '../../../excel-addin/complaint-model.ts';
import { NO_COMPLAINT, type ComplaintModel } from '../../../excel-addin/taskpane/complaint-state.ts';
import { complaintBook, happened, NUMBER } from '../complaint-book.ts';

const AS_OF = '2026-11-22T10:00:00+08:00';

const LIFE = [
  happened({ kind: 'received', occurredAt: '2026-11-20T09:15:00+08:00', receiver: '孙倩' }),
  happened({ kind: 'acknowledged', occurredAt: '2026-11-20T10:05:00+08:00', note: '电话告知两天内答复' }),
  happened({
    ...{ kind: 'promised', milestone: 'closing', dueAt: '2026-11-24T17:00:00+08:00' },
    occurredAt: '2026-11-20T10:06:00+08:00',
  }),
  happened({
    ...{ kind: 'assigned', department: '质量技术部', person: '赵磊' },
    ...{ occurredAt: '2026-11-20T11:00:00+08:00', recordedAt: '2026-11-21T08:30:00+08:00' },
  }),
  happened({
    ...{ kind: 'regraded', from: 'general', to: 'major', reason: '现场已停工' },
    occurredAt: '2026-11-20T15:00:00+08:00',
  }),
];

function model(locale: Locale, change: Parameters<typeof complaintBook>[0] = {}): ComplaintModel {
  const file = complaintFile(complaintBook({ locale: 'zh-CN', asOf: AS_OF, ...change }), NUMBER, AS_OF);
  if (!file.ok) throw new Error(file.code);
  const frame = { locale, people: ['王芳', '赵磊'], who: '王芳', companyName: '' };
  return { ...NO_COMPLAINT, who: '王芳', names: ['王芳', '赵磊'], shown: shownComplaint(file.value, frame) };
}

/** With a column of the team's own that no step could write. */
function stillSaying(said: string, { shown, ...rest }: ComplaintModel, locale: Locale): ComplaintModel {
  if (shown === null) throw new Error('no complaint');
  const text = translate(locale, 'complaint.statusLeft', { column: '处理状态', said });
  const notice = { level: 'warning', text, cell: { row: 20, column: 5, address: 'F21' } } as const;
  return { ...rest, shown: { ...shown, notices: [notice, ...shown.notices] } };
}

/** The complaint screen as it stands at several moments of a complaint's life. */
export function complaintStates(locale: Locale): Record<string, ComplaintModel> {
  const closed = [
    ...LIFE,
    happened({ kind: 'closed', occurredAt: '2026-11-21T17:30:00+08:00' }),
    happened({
      kind: 'followedUp',
      satisfied: false,
      occurredAt: '2026-11-22T09:00:00+08:00',
      note: '换来的货仍不合格',
    }),
  ];
  const fresh = model(locale);
  return {
    complaintNone: NO_COMPLAINT,
    complaintNew: fresh,
    complaintWay: model(locale, {
      events: LIFE,
      cells: { dueAt: writeTimeSerial('2026-11-23T12:00:00+08:00', 'Asia/Shanghai') },
    }),
    complaintClosed: {
      ...stillSaying('等三车间回话', model(locale, { events: closed }), locale),
      logCheck: {
        count: 7,
        findings: [
          { text: translate(locale, 'complaint.log.finding.entryChanged', { no: 4, number: '20261120-003' }), row: 4 },
        ],
      },
    },
    complaintSearch: {
      ...fresh,
      selected: '20261119-001',
      search: {
        text: '粉煤灰',
        more: 14,
        isDone: true,
        hits: [
          { number: NUMBER, customer: '江苏宏盛建材有限公司', about: '到货细度超标，要求退货', status: '已受理' },
          { number: '20261119-001', customer: '中交二航局第三项目部', about: '车辆晚到四小时', status: '已结案' },
        ],
      },
    },
  };
}
