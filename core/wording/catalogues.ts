import type { Locale } from '../policy/localized.ts';
import zhCNFields from './zh-CN/fields.json' with { type: 'json' };
import zhCNRegister from './zh-CN/register.json' with { type: 'json' };
import zhCNDeadline from './zh-CN/deadline.json' with { type: 'json' };
import zhCNRules from './zh-CN/rules.json' with { type: 'json' };
import zhCNPolicy from './zh-CN/policy.json' with { type: 'json' };
import zhCNExtract from './zh-CN/extract.json' with { type: 'json' };
import zhCNPanel from './zh-CN/panel.json' with { type: 'json' };
import zhCNPane from './zh-CN/pane.json' with { type: 'json' };
import zhCNCalendar from './zh-CN/calendar.json' with { type: 'json' };
import zhCNDemo from './zh-CN/demo.json' with { type: 'json' };
import zhCNQueue from './zh-CN/queue.json' with { type: 'json' };
import zhCNInputs from './zh-CN/inputs.json' with { type: 'json' };
import zhCNTeach from './zh-CN/teach.json' with { type: 'json' };
import zhCNOptions from './zh-CN/options.json' with { type: 'json' };
import zhCNRefresh from './zh-CN/refresh.json' with { type: 'json' };
import zhCNForms from './zh-CN/forms.json' with { type: 'json' };
import zhCNRestore from './zh-CN/restore.json' with { type: 'json' };
import zhCNReply from './zh-CN/reply.json' with { type: 'json' };
import zhCNSettings from './zh-CN/settings.json' with { type: 'json' };
import zhCNFunctions from './zh-CN/functions.json' with { type: 'json' };
import zhCNComplaint from './zh-CN/complaint.json' with { type: 'json' };
import zhCNFindings from './zh-CN/findings.json' with { type: 'json' };
import zhCNSharing from './zh-CN/sharing.json' with { type: 'json' };
import zhCNStatistics from './zh-CN/statistics.json' with { type: 'json' };
import zhCNReport from './zh-CN/report.json' with { type: 'json' };
import zhCNOverview from './zh-CN/overview.json' with { type: 'json' };
import zhTWFields from './zh-TW/fields.json' with { type: 'json' };
import zhTWRegister from './zh-TW/register.json' with { type: 'json' };
import zhTWDeadline from './zh-TW/deadline.json' with { type: 'json' };
import zhTWRules from './zh-TW/rules.json' with { type: 'json' };
import zhTWPolicy from './zh-TW/policy.json' with { type: 'json' };
import zhTWExtract from './zh-TW/extract.json' with { type: 'json' };
import zhTWPanel from './zh-TW/panel.json' with { type: 'json' };
import zhTWPane from './zh-TW/pane.json' with { type: 'json' };
import zhTWCalendar from './zh-TW/calendar.json' with { type: 'json' };
import zhTWDemo from './zh-TW/demo.json' with { type: 'json' };
import zhTWQueue from './zh-TW/queue.json' with { type: 'json' };
import zhTWInputs from './zh-TW/inputs.json' with { type: 'json' };
import zhTWTeach from './zh-TW/teach.json' with { type: 'json' };
import zhTWOptions from './zh-TW/options.json' with { type: 'json' };
import zhTWRefresh from './zh-TW/refresh.json' with { type: 'json' };
import zhTWForms from './zh-TW/forms.json' with { type: 'json' };
import zhTWRestore from './zh-TW/restore.json' with { type: 'json' };
import zhTWReply from './zh-TW/reply.json' with { type: 'json' };
import zhTWSettings from './zh-TW/settings.json' with { type: 'json' };
import zhTWFunctions from './zh-TW/functions.json' with { type: 'json' };
import zhTWComplaint from './zh-TW/complaint.json' with { type: 'json' };
import zhTWFindings from './zh-TW/findings.json' with { type: 'json' };
import zhTWSharing from './zh-TW/sharing.json' with { type: 'json' };
import zhTWStatistics from './zh-TW/statistics.json' with { type: 'json' };
import zhTWReport from './zh-TW/report.json' with { type: 'json' };
import zhTWOverview from './zh-TW/overview.json' with { type: 'json' };
import enFields from './en/fields.json' with { type: 'json' };
import enRegister from './en/register.json' with { type: 'json' };
import enDeadline from './en/deadline.json' with { type: 'json' };
import enRules from './en/rules.json' with { type: 'json' };
import enPolicy from './en/policy.json' with { type: 'json' };
import enExtract from './en/extract.json' with { type: 'json' };
import enPanel from './en/panel.json' with { type: 'json' };
import enPane from './en/pane.json' with { type: 'json' };
import enCalendar from './en/calendar.json' with { type: 'json' };
import enDemo from './en/demo.json' with { type: 'json' };
import enQueue from './en/queue.json' with { type: 'json' };
import enInputs from './en/inputs.json' with { type: 'json' };
import enTeach from './en/teach.json' with { type: 'json' };
import enOptions from './en/options.json' with { type: 'json' };
import enRefresh from './en/refresh.json' with { type: 'json' };
import enForms from './en/forms.json' with { type: 'json' };
import enRestore from './en/restore.json' with { type: 'json' };
import enReply from './en/reply.json' with { type: 'json' };
import enSettings from './en/settings.json' with { type: 'json' };
import enFunctions from './en/functions.json' with { type: 'json' };
import enComplaint from './en/complaint.json' with { type: 'json' };
import enFindings from './en/findings.json' with { type: 'json' };
import enSharing from './en/sharing.json' with { type: 'json' };
import enStatistics from './en/statistics.json' with { type: 'json' };
import enReport from './en/report.json' with { type: 'json' };
import enOverview from './en/overview.json' with { type: 'json' };

/** All messages by language and area. One area is one file, so that each part of the product keeps its own words. */
export const CATALOGUES = {
  'zh-CN': {
    fields: zhCNFields,
    register: zhCNRegister,
    deadline: zhCNDeadline,
    rules: zhCNRules,
    policy: zhCNPolicy,
    extract: zhCNExtract,
    panel: zhCNPanel,
    pane: zhCNPane,
    calendar: zhCNCalendar,
    demo: zhCNDemo,
    queue: zhCNQueue,
    inputs: zhCNInputs,
    teach: zhCNTeach,
    options: zhCNOptions,
    refresh: zhCNRefresh,
    forms: zhCNForms,
    restore: zhCNRestore,
    reply: zhCNReply,
    settings: zhCNSettings,
    functions: zhCNFunctions,
    complaint: zhCNComplaint,
    findings: zhCNFindings,
    sharing: zhCNSharing,
    statistics: zhCNStatistics,
    report: zhCNReport,
    overview: zhCNOverview,
  },
  'zh-TW': {
    fields: zhTWFields,
    register: zhTWRegister,
    deadline: zhTWDeadline,
    rules: zhTWRules,
    policy: zhTWPolicy,
    extract: zhTWExtract,
    panel: zhTWPanel,
    pane: zhTWPane,
    calendar: zhTWCalendar,
    demo: zhTWDemo,
    queue: zhTWQueue,
    inputs: zhTWInputs,
    teach: zhTWTeach,
    options: zhTWOptions,
    refresh: zhTWRefresh,
    forms: zhTWForms,
    restore: zhTWRestore,
    reply: zhTWReply,
    settings: zhTWSettings,
    functions: zhTWFunctions,
    complaint: zhTWComplaint,
    findings: zhTWFindings,
    sharing: zhTWSharing,
    statistics: zhTWStatistics,
    report: zhTWReport,
    overview: zhTWOverview,
  },
  en: {
    fields: enFields,
    register: enRegister,
    deadline: enDeadline,
    rules: enRules,
    policy: enPolicy,
    extract: enExtract,
    panel: enPanel,
    pane: enPane,
    calendar: enCalendar,
    demo: enDemo,
    queue: enQueue,
    inputs: enInputs,
    teach: enTeach,
    options: enOptions,
    refresh: enRefresh,
    forms: enForms,
    restore: enRestore,
    reply: enReply,
    settings: enSettings,
    functions: enFunctions,
    complaint: enComplaint,
    findings: enFindings,
    sharing: enSharing,
    statistics: enStatistics,
    report: enReport,
    overview: enOverview,
  },
} satisfies Record<Locale, Record<string, unknown>>;
