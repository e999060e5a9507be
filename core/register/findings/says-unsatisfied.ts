import { foldText } from '../../text/fold-text.ts';

const UNSATISFIED =
  /不满意|不太满意|很不满|不满(?!意)|未满意|没有?满意|\b(?:dis|un)satisfied\b|\bnot (?:yet )?satisfied\b/;
/** 没有不满意, 无不满: that is satisfied. */
const DENIED = /(?:没有|没|无|未|并非)\s*(?:任何)?\s*不满/;

/** Whether a cell about satisfaction or feedback says that the complainant is not satisfied. */
export function saysUnsatisfied(text: string): boolean {
  const { folded } = foldText(text);
  return UNSATISFIED.test(folded) && !DENIED.test(folded);
}
