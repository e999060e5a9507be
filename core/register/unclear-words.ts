/**
 * Words that fill a cell without deciding: nobody knows yet, see elsewhere, a bare sign. After folding, without blanks.
 * For a category or a department they are no answer.
 */
const UNDECIDED = wholly([
  ...[String.raw`[?？!！.。…]+`, String.raw`.{1,20}[?？]`, '[x×]{2,}'],
  '待(?:定|核|查|议|判|分|补|填|商|确认|核实|核查|核定|查明|查实|判定|分类|归类|落实|分配|明确|认定|确定|商定|指定|补充|填写|调查|研究)',
  ...['未定', '未明确', '未确认', '未知', '未分类', '未归类', '未(?:分配|指派|指定|判定|填)', '不明', '不详', '不清楚'],
  ...[
    '不确定',
    '不知道',
    '不知',
    '说不清',
    '不涉及',
    '不适用',
    '暂无',
    '暂未确定',
    '暂定',
    '暂缺',
    '再议',
    '无',
    '没有',
  ],
  ...[
    '空',
    '空白',
    '随便',
    '乱填',
    '(?:调查|讨论|查证|核查|核实|排查|检测|化验|分析|判定|确认|协调|处理|跟进)中',
    '(?:无法|难以|不好)(?:判定|判断|确定|分类|归类)',
  ],
  // Not one department.
  ...['多(?:个|方|类|种)?(?:科室|部门|单位|班组|人)', '多方', '(?:各|相关|有关|几个|两个)(?:科室|部门|单位|班组)'],
  '(?:several|various|multiple|many)(?:depts?|departments|teams|depots|issues|reasons)?',
  ...['test', '测试', 'asdf', 'aaa+', 'abc', 'none', 'na', 'n/a', 'n/k', 'nil', 'unknown', 'unclear', 'unsure'],
  ...['notsure', 'notknown', "don'?tknow", 'dunno', 'noidea', 'idk', 'un(?:assigned|allocated|decided|classified)'],
  'not(?:yet)?(?:assigned|allocated|decided|confirmed|determined|classified|clear)',
  ...[
    'tb[acd]',
    'tobe(?:confirmed|decided|advised)',
    'pending',
    'under(?:review|investigation)',
    'tocheck',
    'checking',
  ],
  ...['whoever', 'anyone', 'someone', 'somebody'],
]);
/** 其他(见事由): the answer stands somewhere else. */
const SEE_ELSEWHERE = new RegExp(
  [
    '(?:^|[(（,，])(?:详?见|参见|参照|同)(?:事由|内容|备注|详情|描述|正文|原文|附件|附页|附表|上|下|左|右|说明|后|要点|经过|诉求|工单|录音|来函|来信|信件|邮件|记录|报告)',
    '(?:详见|请见|参见|参照).{1,8}$',
    `^(?:pls|please)?(?:see|asper|refer(?:to)?)(?:the|my|his|her|our)?(?:${[
      'below|above|left|right|other|previous|next|notes?|details?|text|desc|description|remarks?|comments?|summary|story',
      'file|attach(?:ed|ment)|e?mail|letter|report|form|log|photos?|complaint|issue|case|col(?:umn)?|ref|docs?|body',
    ].join('|')})`,
  ].join('|'),
);

function wholly(words: readonly string[]): RegExp {
  return new RegExp(`^(?:${words.join('|')})$`);
}

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
