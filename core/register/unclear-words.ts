/**
 * Words that fill a cell without deciding: nobody knows yet, see elsewhere, a bare sign. After folding, without blanks.
 * For a category or a department they are no answer.
 */
const UNDECIDED =
  /^(?:[?？!！.。…]+|[x×]{2,}|待(?:定|核|查|议|判|分|补|填|商|确认|核实|核查|核定|查明|查实|判定|分类|归类|落实|分配|明确|认定|确定|商定|指定|补充|填写|调查|研究)|未定|未明确|未确认|未知|未分类|未归类|不明|不详|不清楚|不确定|不知道|不知|不涉及|不适用|暂无|暂未确定|暂定|暂缺|无|没有|空|空白|随便|乱填|test|测试|asdf|aaa+|abc|none|na|n\/a|unknown|unclear|unsure|notsure|notknown|dontknow|don'tknow|undecided|tba|tbc|tbd|tobeconfirmed|tobedecided|tobeadvised|nil|whoever|anyone|someone|somebody)$/;
/** 其他(见事由): the answer stands somewhere else. */
const SEE_ELSEWHERE =
  /(?:^|[(（,，])(?:详?见|参见|参照|同)(?:事由|内容|备注|详情|描述|正文|附件|上|下|说明|后)|^(?:see|asper|refer)(?:the)?(?:below|above|notes?|details?|text|description|remarks?|file|attached|email)/;

/** Whether a category or department cell says that it is not decided, or points elsewhere. */
export function isUndecided(folded: string): boolean {
  const plain = folded.replace(/\s+/g, '');
  return UNDECIDED.test(plain) || SEE_ELSEWHERE.test(plain);
}

/** Words that stand in a time column while the thing has not happened, or that tell the time without a date. */
const NOT_YET =
  /^(?:[?？]+|待.*|未.*|尚未.*|还没.*|没.*|.*中|.*后|尽快.*|立即.*|马上|随时|当[天日场]|即时|暂无|暂缓|不适用|不涉及|无需.*|长期|多次|tb[acd]|n\/?a|pending|ongoing|on-?going|in ?progress|open|not .*|waiting.*|awaiting.*|asap|soon|ongoing.*|under .*|wip|hold|on hold|immediately|same day)$/;

/** Whether a time cell says in words that the time is not known yet. */
export function saysNotYet(folded: string): boolean {
  return NOT_YET.test(folded.trim());
}

/** Whether a text looks like the attempt at a date: two numbers with a sign between them, or a long number. */
export function looksLikeDate(folded: string): boolean {
  return /\d\s*[-./年月\\]\s*\d|\d{6,}/.test(folded);
}
