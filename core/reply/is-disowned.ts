/** Clauses end here; a quotation mark does not end one. */
const CLAUSE_END = /[,，。;；!！?？\n]/;

/** “We shall never say …”: whatever follows is quoted, not said. 您不能这么说 speaks of the other's words. */
const NEVER_SAYS =
  /(?:(?:绝|决|从|从来|永远)?(?<![能会可应该])不(?:会|能|应|应该|该|得|可|可以|可能|敢|许|准|再)|(?:绝|决|从|从来)不|禁止|严禁)[^,，。;；!！?？\n]{0,8}?(?<!这么|那么|这样|那样)(?:说|讲|回答|答复)(?!了算)[^,，。;；!！?？\n]{0,16}$/u;

/** “We cannot not …”, “we cannot promise …”: the denial stands directly before. */
const DENIES =
  /(?:(?:绝|决|从|从来|永远)?(?<![能会可应该])不(?:会|能|应|应该|该|得|可|可以|可能|敢|许|准)(?:再|轻易|随便|对您|对客户|跟您|向您|给您|就|让您|叫您|请您)*(?:承诺|保证|答应|表示)?|(?:绝|决)不|不是说)[“”"'「『\s….]*$/u;

const DENIES_IN_ENGLISH =
  /(?:\b(?:never|cannot|not)|n['’]t)\s+(?:(?:ever|going to|simply)\s+)*(?:(?:say|tell you|claim|promise|answer)(?:\s+that)?\s*)?["'“‘:\s…]*$/u;

/**
 * Whether words that a policy wants avoided are only named to be denied: 我们绝不会说“不解决”, 我们不会不管, “we will never say …”. Only
 * what stands before them in the same clause is looked at. `before`: the folded text up to the words.
 */
export function isDisowned(before: string): boolean {
  const clause = before.slice(before.search(new RegExp(`[^${CLAUSE_END.source.slice(1, -1)}]*$`, 'u')));
  return NEVER_SAYS.test(clause) || DENIES.test(clause) || DENIES_IN_ENGLISH.test(clause);
}
