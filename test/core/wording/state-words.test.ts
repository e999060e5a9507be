import { describe, expect, it } from 'vitest';
import { DeadlineState } from '../../../core/deadline/deadline-state.ts';
import { LOCALES } from '../../../core/policy/localized.ts';
import { STATE_CODES } from '../../../core/register/state-code.ts';
import { sayMinutes } from '../../../core/wording/say-minutes.ts';
import { translate } from '../../../core/wording/translate.ts';

/** What a deadline's state is called in the formulas of a register. */
const IN_REGISTER: Partial<Record<DeadlineState, string>> = { unrecorded: 'doneUnrecorded' };

describe.each(LOCALES)('words of a deadline in %s', (locale) => {
  it('are the same in pane and sheet', () => {
    const codes: readonly string[] = STATE_CODES;
    const shared = DeadlineState.options.filter((state) => codes.includes(IN_REGISTER[state] ?? state));
    expect(shared.length).toBeGreaterThan(8);
    for (const state of shared)
      expect(translate(locale, `deadline.state.${state}`)).toBe(
        translate(locale, `register.state.${IN_REGISTER[state] ?? state}`),
      );
  });
});

it.each([
  [1_440, '1 天'],
  [2_880, '2 天'],
  [2_160, '36 小时'],
  [90, '1.5 小时'],
  [45, '45 分钟'],
  [0, '0 分钟'],
])('%i minutes are %s', (minutes, words) => {
  expect(sayMinutes(minutes, 'zh-CN')).toBe(words);
});
