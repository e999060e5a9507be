import { foldText } from '../text/fold-text.ts';

/** What mail programs, ticket systems and gateways put before a subject. Over folded text. */
const BEFORE =
  /^(?:(?:re|fw|fwd|aw|wg|回复|答复|回覆|转发|转寄)\s*(?:[[(]\d{1,3}[\])])?\s*[:：]|[[【](?:[^\]】]{0,80}#\s?\d{1,12}|external|外部邮件|外部)[\]】]|(?:[a-z]{1,20} )?#\d{1,12}\s*[:：])\s*/;

/**
 * A subject without what was put before it: `Re: [example.com #12] 转发：粉煤灰结块` → `粉煤灰结块`. Folded; `''` where
 * nothing else stands there.
 */
export function plainSubject(subject: string): string {
  let rest = foldText(subject.slice(0, 500)).folded.trim();
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replace(BEFORE, '');
  }
  return rest;
}
