import type { Localized } from '../policy/localized.ts';
import type { RecordForm } from '../policy/record-form.ts';

/** What the general form and the analysis report say alike. */
export const SECTIONS = {
  cause: { 'zh-CN': '调查与原因分析', 'zh-TW': '調查與原因分析', en: 'Investigation and cause' },
  solution: { 'zh-CN': '处理方案', 'zh-TW': '處理方案', en: 'Solution' },
  signatures: { 'zh-CN': '签字', 'zh-TW': '簽名', en: 'Signatures' },
} as const satisfies Record<string, Localized>;

type Part = RecordForm['sections'][number]['parts'][number];

export const ROOT_CAUSE: Part[] = [
  {
    kind: 'text',
    fields: ['cause'],
    label: { 'zh-CN': '根本原因', 'zh-TW': '根本原因', en: 'Root cause' },
    lines: 3,
  },
  { kind: 'choice', of: 'verdict' },
];

/** The solution, with room for so many lines. */
export function solutionPart(lines: number): Part {
  return {
    kind: 'text',
    fields: ['solution'],
    label: { 'zh-CN': '解决方案', 'zh-TW': '解決方案', en: 'Solution' },
    lines,
  };
}
