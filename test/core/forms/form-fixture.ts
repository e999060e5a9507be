import type { ComplaintEvent } from '../../../core/complaint/complaint-event.ts';
import type { ComplaintValues } from '../../../core/complaint/complaint-values.ts';
import { replayEvents } from '../../../core/complaint/replay-events.ts';
import type { FormComplaint, FormFrame } from '../../../core/forms/form-complaint.ts';
import type { SheetPlan } from '../../../core/forms/sheet-plan.ts';
import type { Locale } from '../../../core/policy/localized.ts';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import { rowEvaluator } from '../../../core/register/evaluate-row.ts';

export const ZONE = 'Asia/Shanghai';
export const AS_OF = '2026-11-22T10:00:00+08:00';

export const VALUES: ComplaintValues = {
  customerName: '江苏宏盛建材有限公司',
  contactName: '王建国',
  contactPhone: '13812345678',
  contactEmail: 'wang@hongsheng.example',
  channel: '电话',
  receivedAt: '2026-11-20T09:15:00+08:00',
  productName: 'F类Ⅱ级粉煤灰',
  batchNo: 'FA20261118-03',
  orderNo: 'SO-99120',
  quantity: '32 吨',
  category: '质量问题',
  description: '到货细度超标，复检 45μm 筛余 28%，超出合同约定的 25%，已影响浇筑。',
  demand: '换货，并赔偿停工损失',
  evidence: '检测报告、照片 4 张',
  cause: '磨机衬板磨损',
  solution: '换货 32 吨',
  region: '华东',
  remarks: '老客户',
};

function happened(kind: string, at: string, more: object = {}): ComplaintEvent {
  return { id: `${kind}-${at}`, kind, occurredAt: at, recordedAt: at, by: '王芳', ...more } as ComplaintEvent;
}

export const EVENTS: ComplaintEvent[] = [
  happened('received', '2026-11-20T09:15:00+08:00', { receiver: '赵磊' }),
  happened('acknowledged', '2026-11-20T09:50:00+08:00', { note: '电话告知已受理' }),
  happened('assigned', '2026-11-20T10:30:00+08:00', { department: '质检部', person: '孙倩' }),
  happened('investigated', '2026-11-21T16:00:00+08:00', { note: '现场取样复检' }),
  happened('planProposed', '2026-11-21T17:20:00+08:00'),
  happened('resultTold', '2026-11-22T09:00:00+08:00'),
];

/** A complaint as the register would hand it to a form. */
export function formComplaint(
  pack: PolicyPack,
  values: ComplaintValues = VALUES,
  events: readonly ComplaintEvent[] = EVENTS,
): FormComplaint {
  const evaluate = rowEvaluator({ pack, company: null, asOf: AS_OF, zone: ZONE });
  return {
    ...{ number: '20261120-003', values, events },
    log: replayEvents(events, pack, ZONE),
    evaluation: evaluate(values, undefined, events),
  };
}

export function formFrame(pack: PolicyPack, locale: Locale = 'zh-CN'): FormFrame {
  return { pack, locale, zone: ZONE, asOf: AS_OF, companyName: '江苏恒泰建材有限公司' };
}

/** What stands on a sheet of one thing, all its pieces joined, without the guards of its cells. */
export function shownOf(plan: SheetPlan, of: string): string {
  return plan.cells
    .filter((cell) => cell.of === of)
    .map(({ text }) => text.replace(/^'/, ''))
    .join('');
}
