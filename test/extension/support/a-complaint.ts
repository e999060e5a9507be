import type { PageCapture } from '../../../core/capture/page-capture.ts';
import type { NewComplaint } from '../../../core/queue/queue-entry.ts';

const BODY = '客户名称：华科混凝土有限公司\n批号：FA-20261112\n卸货时发现严重结块，要求退货。';

export function aCapture(change: Partial<PageCapture> = {}): PageCapture {
  return {
    schemaVersion: 1,
    readBy: { way: 'recipe', recipe: 'sample-webmail' },
    url: 'https://mail.example/?open=1',
    title: '粉煤灰结块',
    capturedAt: '2026-11-20T01:30:00Z',
    zone: 'Asia/Shanghai',
    identity: '<1@huake.example>',
    from: { name: '王建国', address: 'wang@huake.example' },
    to: [],
    sentAt: '2026-11-20T09:05:00+08:00',
    sentAtText: '2026年11月20日 09:05',
    blocks: [
      { role: 'subject', label: null, text: '粉煤灰结块' },
      { role: 'body', label: null, text: BODY },
    ],
    attachments: [],
    notFound: [],
    ...change,
  };
}

export function aComplaint(change: Partial<NewComplaint> = {}): NewComplaint {
  return {
    values: { customerName: '华科混凝土有限公司', batchNo: 'FA-20261112', receivedAt: '2026-11-20T09:05:00+08:00' },
    category: 'product_quality',
    grade: 'general',
    assessment: { category: null, grade: { id: 'general', rule: null, source: null, words: [] } },
    policy: { id: 'general', version: '1.0.0' },
    promised: [],
    capture: aCapture(),
    draft: {
      values: {
        batchNo: [
          {
            value: 'FA-20261112',
            evidence: { block: 1, start: BODY.indexOf('FA-'), end: BODY.indexOf('FA-') + 11, quote: 'FA-20261112' },
            confidence: 0.9,
            doubt: null,
          },
          {
            value: '20261112',
            evidence: { block: 1, start: BODY.indexOf('FA-') + 3, end: BODY.indexOf('FA-') + 11, quote: '20261112' },
            confidence: 0.3,
            doubt: null,
          },
        ],
      },
      isComplaint: { score: 0.9, signals: [{ quote: '退货', speaksFor: true }] },
    },
    files: [],
    ...change,
  };
}
