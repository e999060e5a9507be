import type { Letter } from './letter.ts';

/** A wish that no set phrase opens, in offsets of its sentence. */
export interface PassingWish {
  start: number;
  end: number;
}

const REMEDY =
  /退|赔|换|修|补|免|减|道歉|致歉|恢复|撤|取消|停止|停用|派|安排|上门|召回|返工|重[新做装打发铺贴]|提供|提交|出具|说明|解释|答复|还[我给钱]|承担|负责|查[清明处]|核实|整改|改善|改成|解决|处理|送[来到货]|拉走|退运|扣除|更换|检修|公开|删|开发票|排查|告诉|给我|调解|解约|解冻|解锁|下架|封存|寄|来个?人|定责|修好|检修|重打|重做|认账/;
const MOOD =
  /^(?:另外|还有|同时|并且?|那就|那|至少|最少|起码|所以|因此|综上|最后|除非)?[,\s]?(?:我们?|我司|本人|敝司)?(?:现)?(?:请|烦请|烦|麻烦|拜托|恳请|望|希望|盼|要求|建议|建请|提议|必须|务必|把|先把|再|给我们?|给个|换|退|赔|补|修|派|重新|恢复|取消|停止|撤|尽快|尽速|马上|立即|立刻|赶紧|赶快|限你们|能不能|能否|可否|可不可以|我?要(?!是|不)|我?想要|只要|要么|要嘛|别再|不要再|停止|免|减|求|你们过来|(?:[^,;我你他她]{1,6}的)?(?:今[天日晚]|明[天日早]|后天|本周|下?周[一二三四五六日天]|月底)[^,;]{0,10}?(?:必须|一定要|务必|给我|之?前|以?内|就?[把派换退修补送寄赔])|(?:\d|[一二三四五六七十])[\d/.月日号点一二三四五六七十]*(?:个?(?:工作)?[天日号点]|小时)?[^,;]{0,4}?(?:必须|之?前(?!后)|以?内))|^(?:另外|还有)?[,\s]?(?:贵司|贵公司|贵行|贵厂|你们|厂家|厂商|店家|商家|物业|银行|平台|公司)?(?:今天|明天|今晚|马上|现在|这周|本周)?(?:应该?|应当|必须|得|理应|需要|需|要)(?:立即|马上|尽快|先|给|把)?/;
/** Told, refused, asked why, or said by somebody else. */
const NO_WISH =
  /了$|没|不[给退赔换管肯修理让]|拒|说|称|回[复覆]我|客服|他们|[他她]|为什么|为何|怎么|凭什么|吗$|已经|之前|当时|曾|一直|每次|以为|本来|如果|要是|万一|通知我|叫我|让我|找我|问/;
const ENGLISH =
  /^(?:so|then|and|please|also|just|or)?[:,\s]*(?!(?:note|see|find|thank|trust|imagine|given|attached|enclosed|all|both|after|before|since|with|from|into|under|over|about|than|that|this|then|when|while|what|where|which|who|why|how|here|there|still|even|only|just|also|but|and|because|if|though|like|got|had|has|was|were|is|are|did|does|do|took|paid|spent|left|bought|sent|told|gave|made|lost|call|tell|ask|let(?! me have)|see) )(?:let me have|(?:[a-z]{3,9}(?<!ed|ing|ly|s) (?:me|us|it|them|my|our)\b)|stop|ship|call off|tell|put|bring|pick|open|close|release|lift|undo|correct|amend|update|remove|delete|honou?r|match|extend|transfer|allow|grant|upgrade|swap|change|come|finish|complete|clean|redo|re-?do|reprint|resend|re-?send|redeliver|reship|rebook)\b(?! (?:me know|working|when|if|by)\b)|\b(?:i|we) (?:will |would |can |could )?(?:accept|propose|suggest|insist on|hope for|look forward to|think|feel|believe|are requesting|am requesting|seek|trust you will)\b/;
const ENGLISH_REMEDY =
  /refund|replac|credit|discount|repair|apolog|compens|fee|money|deposit|stop|correct|fix|cancel|waive|new |missing|delivery|voucher|reduc|reimburs|free|expense|back|amend|delet|remov|note|rebate|swap|redo|resend/;
const ENGLISH_LEAD =
  /^(?:(?:so|then|and|please|also|just|or)[:,\s]+)?(?:(?:i|we) (?:will |would |can |could )?(?:accept|propose|suggest|insist on|hope for|look forward to|think|feel|believe|are requesting|am requesting|seek|trust you will) |let me have )?/;

/**
 * What a sentence asks for in passing: its first run of clauses in the mood of asking that names a remedy. Only for letters
 * in which no plainer demand is found. Example: `贵司应立即停止使用该批原料,并出具承诺` is one wish as a whole.
 */
export function wishInPassing(sentence: string, language: Letter['language']): PassingWish | null {
  if (language === 'en') return englishWish(sentence);
  let start = -1;
  let last = -1;
  for (const clause of sentence.matchAll(/(?:[^,;\s]|(?<=[a-z\d])\s)+/g)) {
    const words = clause[0].trim();
    const end = clause.index + clause[0].length;
    const asks = REMEDY.test(words) && !NO_WISH.test(words);
    if (start < 0) {
      if (!asks || !MOOD.test(words) || words.length < 2) continue;
      start = clause.index;
    } else if (!asks && !/^(?:并|且|或|再|同时)/.test(words)) break;
    last = end;
  }
  return start < 0 ? null : { start, end: last };
}

function englishWish(sentence: string): PassingWish | null {
  const words = sentence.trim();
  const from = sentence.indexOf(words);
  if (
    !ENGLISH.test(words) ||
    !ENGLISH_REMEDY.test(words) ||
    /\?\s*$|\b(?:told|said|refused|asked) (?:me|us)\b/.test(words)
  )
    return null;
  return { start: from + (ENGLISH_LEAD.exec(words)?.[0].length ?? 0), end: from + words.length };
}
