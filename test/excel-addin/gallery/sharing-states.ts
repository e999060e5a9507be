import type { Locale } from '../../../core/policy/localized.ts';
import { pseudonyms } from '../../../core/sharing/pseudonyms.ts';
import { translate } from '../../../core/wording/translate.ts';
import { NO_SHARING, type SharedCopy, type SharingModel } from '../../../excel-addin/taskpane/sharing-state.ts';

const KEY = '0f'.repeat(32);

/** A copy of a register of 486 complaints, as its card tells it. */
function copy(locale: Locale): SharedCopy {
  const given = pseudonyms(KEY, locale);
  const name = given.of('person', '江苏宏盛建材有限公司');
  const phone = given.of('phone', '13812345678');
  return {
    ...{ name: translate(locale, 'sharing.fileName', { name: '2026年投诉台账' }), kilobytes: 412, sheets: 6 },
    masked: [
      { kind: 'person', count: 238 },
      { kind: 'staff', count: 11 },
      { kind: 'phone', count: 251 },
      { kind: 'address', count: 64 },
      { kind: 'plate', count: 3 },
    ],
    examples: [
      { kind: 'person', before: '江苏宏盛建材有限公司', after: name },
      { kind: 'phone', before: '王建国 138 1234 5678', after: `${given.of('person', '王建国')} ${phone}` },
      { kind: 'person', before: '宏盛建材来电，要求今天回复13812345678', after: `${name}来电，要求今天回复${phone}` },
    ],
    openColumns: [
      { sheet: '2026年投诉', headings: ['投诉编号', '投诉内容', '产品名称', '批号', '班次', '处理结果', '备注'] },
      { sheet: '统计', headings: ['项目', '本期', '说明'] },
    ],
    sheetsLeftOut: ['修改记录', '2026年投诉（原表）', '绩效 2026-10'],
    told: [
      { code: 'sharing.told.resultsLeftOut', count: 12 },
      { code: 'sharing.told.linksRemoved', count: 44 },
      { code: 'sharing.leftOut.properties', count: 2 },
      { code: 'sharing.leftOut.pictures', count: 5 },
      { code: 'sharing.leftOut.addinSettings', count: 1 },
    ],
  };
}

export function sharingStates(locale: Locale): Record<string, SharingModel> {
  const pseudonym = pseudonyms(KEY, locale).of('person', '江苏宏盛建材有限公司');
  return {
    sharing: { ...NO_SHARING, needsFile: true },
    sharingMade: {
      ...NO_SHARING,
      copy: copy(locale),
      found: [{ kind: 'person', value: '江苏宏盛建材有限公司', pseudonym }],
    },
    sharingReport: {
      ...NO_SHARING,
      choice: { ...NO_SHARING.choice, what: 'report' },
      ...{ isReplacing: true, isKeyStored: false },
    },
  };
}
