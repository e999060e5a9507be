import type { CompanySettings } from '../../core/policy/company-settings.ts';
import type { Localized } from '../../core/policy/localized.ts';
import { PolicyPack } from '../../core/policy/policy-pack.ts';

const in3 = (zhCN: string, zhTW: string, en: string): Localized => ({ 'zh-CN': zhCN, 'zh-TW': zhTW, en });
const source = 'test';

/** A pack small enough to reckon by hand: its milestones run on the clock, so that deadlines need no calendar. */
export const SMALL_PACK: PolicyPack = PolicyPack.parse({
  schemaVersion: 1,
  id: 'small',
  version: '1.0.0',
  label: in3('小制度', '小制度', 'Small policy'),
  description: in3('测试用', '測試用', 'For tests'),
  fields: [
    { field: 'customerName', mandatory: true, question: in3('哪家客户？', '哪家客戶？', 'Which customer?'), source },
    { field: 'description', mandatory: true, question: in3('发生了什么？', '發生了什麼？', 'What happened?'), source },
    { field: 'region', mandatory: false, question: in3('在哪里？', '在哪裡？', 'Where?'), source },
  ],
  categories: [
    {
      id: 'quality',
      label: in3('产品质量', '產品品質', 'Product quality'),
      words: { 结块: 2, 细度: 2 },
      synonyms: ['质量问题', '质量'],
      source,
    },
    { id: 'delivery', label: in3('物流交付', '物流交付', 'Delivery'), words: { 延迟: 2 }, synonyms: ['送货'], source },
  ],
  grades: [
    { id: 'general', label: in3('一般', '一般', 'General'), synonyms: ['普通', 'C'], source },
    { id: 'major', label: in3('重大', '重大', 'Major'), synonyms: ['紧急', 'A'], source },
  ],
  gradeRules: [
    { id: 'stop', grade: 'major', when: { anyWord: ['停产'] }, reason: in3('停产', '停產', 'Line stopped'), source },
  ],
  statuses: [
    { id: 'open', label: in3('处理中', '處理中', 'Open'), isOpen: true, synonyms: ['未结案', '否'], source },
    { id: 'closed', label: in3('已结案', '已結案', 'Closed'), isOpen: false, synonyms: ['结案', '是'], source },
  ],
  milestones: [
    {
      id: 'firstResponse',
      label: in3('首次响应', '首次回覆', 'First response'),
      startsAt: 'receivedAt',
      stopsAt: 'firstResponseAt',
      targets: { default: { unit: 'clockMinutes', amount: 60 } },
      warnMinutes: 30,
      source,
    },
    {
      id: 'closing',
      label: in3('结案', '結案', 'Closing'),
      startsAt: 'receivedAt',
      stopsAt: 'closedAt',
      targets: { default: { unit: 'calendarDays', amount: 3 }, major: { unit: 'calendarDays', amount: 1 } },
      warnMinutes: 1440,
      source,
    },
    {
      id: 'resolving',
      label: in3('处理', '處理', 'Resolving'),
      startsAt: 'firstResponseAt',
      stopsAt: 'closedAt',
      targets: { default: { unit: 'notConfigured' } },
      warnMinutes: 60,
      source,
    },
  ],
  examples: [],
});

export const SMALL_COMPANY: CompanySettings = {
  schemaVersion: 1,
  policyId: 'small',
  calendar: null,
  firstDay: 'nextDay',
  targets: {},
};
