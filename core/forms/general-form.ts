import type { RecordForm } from '../policy/record-form.ts';
import { ROOT_CAUSE, SECTIONS, solutionPart } from './common-parts.ts';

/** The form for policies that bring none of their own. */
export const GENERAL_FORM: RecordForm = {
  title: { 'zh-CN': '客户投诉处理记录表', 'zh-TW': '客戶投訴處理記錄表', en: 'Complaint record' },
  sections: [
    {
      label: { 'zh-CN': '投诉信息', 'zh-TW': '客訴資訊', en: 'Complaint' },
      parts: [
        {
          kind: 'fields',
          items: [
            { fields: ['customerName'] },
            { fields: ['contactName'] },
            { fields: ['contactPhone'] },
            { fields: ['contactEmail'] },
            { fields: ['receivedAt'] },
            { fields: ['receivedBy'] },
          ],
        },
        { kind: 'choice', of: 'channel' },
        {
          kind: 'fields',
          items: [
            { fields: ['productName'] },
            { fields: ['productModel'] },
            { fields: ['batchNo'] },
            { fields: ['orderNo'] },
            { fields: ['quantity'] },
            { fields: ['occurredAt'] },
          ],
        },
        { kind: 'choice', of: 'category' },
        { kind: 'text', fields: ['description'], lines: 3 },
        { kind: 'text', fields: ['demand'], lines: 2 },
        { kind: 'text', fields: ['evidence'], lines: 1 },
      ],
    },
    {
      label: { 'zh-CN': '初步评估', 'zh-TW': '初步評估', en: 'Initial assessment' },
      parts: [
        { kind: 'choice', of: 'grade' },
        { kind: 'fields', items: [{ fields: ['responsibleDept'] }, { fields: ['responsiblePerson'] }] },
        { kind: 'deadlines' },
      ],
    },
    {
      label: SECTIONS.cause,
      parts: [...ROOT_CAUSE],
    },
    {
      label: SECTIONS.solution,
      parts: [
        solutionPart(3),
        {
          kind: 'text',
          fields: ['correctiveAction'],
          label: { 'zh-CN': '改进措施', 'zh-TW': '改善措施', en: 'Improvement' },
          lines: 2,
        },
        { kind: 'approvals' },
      ],
    },
    {
      label: { 'zh-CN': '回访与结案', 'zh-TW': '回訪與結案', en: 'Follow-up and closing' },
      parts: [
        { kind: 'events', lines: 2 },
        { kind: 'choice', of: 'satisfaction' },
        {
          kind: 'text',
          fields: ['feedback'],
          label: { 'zh-CN': '回访情况', 'zh-TW': '回訪情況', en: 'Follow-up' },
          lines: 1,
        },
        { kind: 'gates' },
      ],
    },
    {
      label: SECTIONS.signatures,
      parts: [
        {
          kind: 'signatures',
          labels: [
            { 'zh-CN': '受理人', 'zh-TW': '受理人', en: 'Received by' },
            { 'zh-CN': '经办人', 'zh-TW': '承辦人', en: 'Handled by' },
            { 'zh-CN': '主管', 'zh-TW': '主管', en: 'Supervisor' },
          ],
        },
      ],
    },
  ],
  source: 'product',
};
