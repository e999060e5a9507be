import { describe, expect, it } from 'vitest';
import { nextActionText } from '../../../core/register/row-next-step.ts';

describe('the column of next steps', () => {
  it('tells the year, for the workbook is opened in later years as well', () => {
    const label = { 'zh-CN': '首次响应', 'zh-TW': '首次回應', en: 'First response' };
    const action = { kind: 'step' as const, label, due: '2025-10-09T02:00:00Z', atOnce: false };
    expect(nextActionText(action, 'zh-CN', 'Asia/Shanghai')).toBe('2025-10-09 10:00 前：首次响应');
  });
});
