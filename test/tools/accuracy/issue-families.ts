/**
 * Which findings of the product tell which kind of issue of the gold. A kind with an empty list is one that the product
 * does not tell: it reads such cells rightly or leaves them as they are, and they count as not found.
 */
export const ISSUE_FAMILIES: Record<string, readonly string[]> = {
  'bad-date': ['unreadableTime', 'impossibleTime', 'ambiguousTime'],
  'date-without-year': ['yearAssumed', 'ambiguousTime'],
  'date-order': ['orderDiffers', 'swappedDate', 'ambiguousTime'],
  'future-date': ['futureTime'],
  'closed-before-received': ['closedBeforeReceived'],
  'responded-before-received': ['respondedBeforeReceived'],
  'due-before-received': ['dueBeforeReceived'],
  'responded-after-closed': ['respondedAfterClosed'],
  'missing-required': ['missingRequired'],
  'missing-contact': ['missingContact', 'missingRequired'],
  'bad-phone': ['badPhone', 'numberCut'],
  'phone-without-area': ['phoneWithoutArea', 'badPhone'],
  'lost-leading-zero': ['lostZero'],
  'two-phones': ['twoPhones'],
  'precision-loss': ['numberCut'],
  duplicate: ['duplicateId', 'possibleDuplicate', 'duplicateIdAt', 'possibleDuplicateAt'],
  'duplicate-id': ['duplicateId', 'duplicateIdAt'],
  'formula-error': ['formulaError'],
  'category-typo': ['misspelled', 'unknownCategory'],
  'unknown-category': ['undecided', 'twoChoices', 'notListed', 'misspelled', 'unknownCategory'],
  'status-typo': ['misspelled', 'unknownStatus'],
  'unknown-department': ['undecided', 'twoChoices', 'notListed', 'misspelled'],
  'number-as-text': ['numberAsText'],
  'formula-like-text': ['formulaLike'],
  'stray-space': ['strayBlanks'],
  ditto: ['ditto'],
  fullwidth: ['fullWidth'],
};

/** Whether a finding with this code tells an issue of this kind. */
export function isOfFamily(kind: string, code: string): boolean {
  return (ISSUE_FAMILIES[kind] ?? []).includes(code);
}
