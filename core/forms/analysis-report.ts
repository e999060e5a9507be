import type { RecordForm } from '../policy/record-form.ts';
import { ROOT_CAUSE, SECTIONS, solutionPart } from './common-parts.ts';

/** The template of the analysis report (S3-29), filled for a complaint or empty. */
export const ANALYSIS_REPORT: RecordForm = {
  title: { 'zh-CN': '投诉调查分析报告', 'zh-TW': '客訴調查分析報告', en: 'Complaint analysis report' },
  sections: [
    {
      label: { 'zh-CN': '基本情况', 'zh-TW': '基本情況', en: 'Basics' },
      parts: [
        {
          kind: 'fields',
          items: [
            { fields: ['complaintId'] },
            { fields: ['receivedAt'] },
            { fields: ['customerName'] },
            {
              fields: ['productName', 'productModel'],
              label: { 'zh-CN': '产品 / 型号', 'zh-TW': '產品 / 型號', en: 'Product / model' },
            },
            {
              fields: ['batchNo', 'orderNo'],
              label: { 'zh-CN': '批次 / 单号', 'zh-TW': '批次 / 單號', en: 'Batch / order no.' },
            },
            { fields: ['quantity'] },
            { fields: ['responsibleDept'] },
            { fields: ['responsiblePerson'] },
          ],
        },
        { kind: 'choice', of: 'category' },
        { kind: 'choice', of: 'grade' },
      ],
    },
    {
      label: { 'zh-CN': '事实经过', 'zh-TW': '事實經過', en: 'What happened' },
      parts: [
        { kind: 'text', fields: ['description'], lines: 3 },
        { kind: 'text', fields: ['demand'], lines: 1 },
        { kind: 'investigationLists' },
        {
          kind: 'text',
          fields: ['evidence'],
          label: { 'zh-CN': '证据与检验结果', 'zh-TW': '佐證與檢驗結果', en: 'Evidence and test results' },
          lines: 3,
        },
      ],
    },
    {
      label: SECTIONS.cause,
      parts: [
        {
          kind: 'blank',
          label: {
            'zh-CN': '为什么会发生（逐层追问）',
            'zh-TW': '為何發生（逐層追問）',
            en: 'Why it happened (ask on)',
          },
          lines: 4,
        },
        {
          kind: 'blank',
          label: { 'zh-CN': '为什么没有及时发现', 'zh-TW': '為何未及時發現', en: 'Why it was not noticed' },
          lines: 1,
        },
        ...ROOT_CAUSE,
      ],
    },
    {
      label: SECTIONS.solution,
      parts: [solutionPart(2)],
    },
    {
      label: { 'zh-CN': '纠正与预防措施', 'zh-TW': '矯正與預防措施', en: 'Corrective and preventive action' },
      parts: [
        { kind: 'text', fields: ['correctiveAction'], lines: 2 },
        { kind: 'measures', lines: 3 },
        { kind: 'noLetOffs' },
      ],
    },
    {
      label: { 'zh-CN': '效果验证', 'zh-TW': '效果驗證', en: 'Effect verified' },
      parts: [
        {
          kind: 'text',
          fields: ['feedback'],
          label: { 'zh-CN': '效果验证', 'zh-TW': '效果驗證', en: 'Effect verified' },
          lines: 2,
        },
      ],
    },
    {
      label: SECTIONS.signatures,
      parts: [
        {
          kind: 'signatures',
          labels: [
            { 'zh-CN': '编写', 'zh-TW': '撰寫', en: 'Written by' },
            { 'zh-CN': '审核', 'zh-TW': '審核', en: 'Checked by' },
            { 'zh-CN': '批准', 'zh-TW': '核准', en: 'Approved by' },
          ],
        },
      ],
    },
  ],
  source: 'S3-29',
};
