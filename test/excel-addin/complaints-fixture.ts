import type { HandoffComplaint, HandoffEnvelope } from '../../core/handoff/handoff-envelope.ts';

/** A complaint as the extension hands it over. `number` makes its identity. */
export function complaint(number: number, change: Partial<HandoffComplaint> = {}): HandoffComplaint {
  return {
    id: `01JBQZ5K8M${String(number).padStart(16, '0')}`,
    savedAt: '2026-11-22T09:40:00+08:00',
    values: {
      receivedAt: '2026-11-22T09:15:00+08:00',
      customerName: '苏州恒基搅拌站',
      contactName: '周敏',
      contactPhone: '13912345678',
      productName: 'F类Ⅱ级粉煤灰',
      batchNo: '00731',
      description: '=HYPERLINK("http://evil.example","退货") 这批灰结块，泵送堵管',
      demand: '要求两天内换货',
    },
    category: 'product_quality',
    grade: 'important',
    policy: { id: 'general', version: '0.1.0' },
    promised: [],
    source: { url: 'https://mail.example/1', identity: `<${number}@mail.example>`, title: '关于粉煤灰结块的投诉' },
    ...change,
  };
}

export function envelope(...complaints: HandoffComplaint[]): HandoffEnvelope {
  return {
    format: 'redress.handoff',
    version: 1,
    producedAt: '2026-11-22T09:45:00+08:00',
    count: complaints.length,
    complaints,
  };
}
