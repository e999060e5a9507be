import type { ComplaintState } from '../complaint/complaint-state.ts';
import type { Assessment } from '../grade/assessment.ts';
import type { Locale } from '../policy/localized.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import { saySource } from '../wording/say-source.ts';
import { translate } from '../wording/translate.ts';
import { cutAt } from './unique-name.ts';

/** Why a complaint has its grade. `rule` is the id of a rule of the pack, `words` those of the complaint that made it hold. */
export type GradeReason =
  | { kind: 'rule'; rule: string; words: string[] }
  | { kind: 'own' | 'default' }
  | { kind: 'ledger'; value: string }
  | { kind: 'log'; reason: string };

/** Who says the grade before the rules do. */
export interface GradeGivers {
  /** Decided by a person, in the register or when it was clipped. */
  isOwn: boolean;
  /** The ledger's own word, as written. */
  ledgerWord: string | null;
  log: ComplaintState | null;
}

/** The reason for a grade: of a person's choice that of the rule that says the same, if one does. */
export function gradeReason({ grade }: Assessment, { isOwn, ledgerWord, log }: GradeGivers): GradeReason {
  const change = log?.grades.at(-1);
  if (isOwn && grade.rule === null) return { kind: 'own' };
  if (!isOwn && change !== undefined) return { kind: 'log', reason: change.reason };
  if (!isOwn && ledgerWord !== null) return { kind: 'ledger', value: ledgerWord };
  if (grade.rule === null) return { kind: 'default' };
  return { kind: 'rule', rule: grade.rule, words: [...new Set(grade.words.map(({ quote }) => quote))] };
}

const WORDS_TOLD = 3;
const LONGEST_WORDS = 40;

/** The reason in a few words with its clause: `有人受伤：划伤（《快速响应粉煤灰客户投诉处理指引》）`. */
export function gradeReasonText(reason: GradeReason, { gradeRules }: PolicyPack, locale: Locale): string {
  switch (reason.kind) {
    case 'own':
    case 'default':
      return translate(locale, `register.reason.${reason.kind}`);
    case 'ledger':
      return translate(locale, 'register.reason.ledger', { value: cutAt(reason.value, LONGEST_WORDS) });
    case 'log':
      return translate(locale, 'register.reason.log', { reason: cutAt(reason.reason, 4 * LONGEST_WORDS) });
    case 'rule': {
      const rule = gradeRules.find(({ id }) => id === reason.rule);
      if (rule === undefined) return translate(locale, 'register.reason.default');
      const words = reason.words.slice(0, WORDS_TOLD).map((quote) => cutAt(quote, LONGEST_WORDS));
      const params = {
        reason: firstSentence(rule.reason[locale]),
        source: saySource(locale, rule.source),
        words: words.join(locale === 'en' ? ', ' : '、'),
      };
      return translate(locale, `register.reason.${words.length === 0 ? 'rule' : 'ruleWithWords'}`, params);
    }
  }
}

/** What a rule says besides its reason (report at once …) stands behind a semicolon. */
function firstSentence(text: string): string {
  return (text.split(/[；;。]/)[0] ?? text).trim();
}
