import type { Localized } from '../policy/localized.ts';
import { saysUnsatisfied } from '../register/findings/says-unsatisfied.ts';
import { choiceReader } from '../register/recognise-choice.ts';
import { foldText } from '../text/fold-text.ts';

/** Clauses that say it plainly. 基本满意 and 一般 are for a scale to place. */
const SATISFIED =
  /^(?:.{0,10}(?:客户|顾客|用户|对方|回访|反馈))?(?:对[^不]{1,12})?(?:已|已经)?(?:表示|反馈|评价)?(?:很|非常|十分|比较|较|都|均)?满意$|^(?:the )?(?:customer |client )?(?:is |was )?(?:very |fully |completely )?satisfied$/;
/** What takes it back, or leaves it open. */
const HEDGED = /基本满意|尚可|尚满意|不完全|部分满意|是否满意|待回访|未回访/;

/** Nobody was asked, could be reached or has answered yet. */
const NO_ANSWER =
  /^[-—–/\\\s]*$|^(?:无|n\/?a|none)$|是否|未(?:回访|评价|评|反馈|填|接|答复|回复)|待(?:回访|评价|定|反馈)|(?:无法|未能|没有?)联系|联系不上|无人接听|拒(?:绝|访|评)|not (?:asked|yet)|pending|no answer/;

/** Whether a cell of the satisfaction column holds no answer at all. */
export function isNoAnswer(text: string): boolean {
  return NO_ANSWER.test(foldText(text).folded.trim());
}

/**
 * Makes the reader of a ledger's satisfaction column: true, false, or null where a cell says nothing plain. A company's scale
 * goes before: a step of it counts as satisfied from the step that the company has named on.
 */
export function satisfactionReader(
  scale: readonly { id: string; label: Localized }[] | null,
  satisfiedFrom: string | undefined,
): (text: string | undefined) => boolean | null {
  const steps = (scale ?? []).map(({ id, label }) => ({ id, label, synonyms: [] }));
  const from = steps.findIndex(({ id }) => id === satisfiedFrom);
  const stepOf = choiceReader(steps, { exactly: true });
  return (text) => {
    if (text === undefined) return null;
    const step = from < 0 ? null : stepOf(text);
    if (step !== null) return steps.findIndex(({ id }) => id === step) >= from;
    if (saysUnsatisfied(text)) return false;
    const { folded } = foldText(text);
    const clauses = folded.split(/[,，。.;；!！:：\n]/).map((clause) => clause.trim());
    return !HEDGED.test(folded) && clauses.some((clause) => SATISFIED.test(clause)) ? true : null;
  };
}
