import type { DraftValue, Evidence } from './complaint-draft.ts';
import type { Letter } from './letter.ts';
import { labelMeaning } from './label-words.ts';
import { foldText } from '../text/fold-text.ts';
import { isBoilerplate } from './boilerplate.ts';
import { draftValue, evidenceIn, isWideGap, linesOf } from './passage.ts';
import type { Line, Passage } from './passage.ts';
import { numberedItems } from './numbered-items.ts';
import { wishInPassing } from './wishes-in-passing.ts';
import { sentencesOf } from './sentences.ts';

const LEAD =
  /(?:要求|诉求|请(?:贵司|贵公司|贵厂|你们|务必|按)?|烦请|拜托|希望|我(?:们)?(?:只)?要|处理意见|索赔|需要你们|我们需要|need from you|we need|we require|we request|i want|we want|please|demands?|requests?|we ask|expect|would like|the following|actions? required|resolution|i want|i need|outcome)[^。!?\n:]{0,40}[:]\s*$/;
/** Such a line opens a list of demands when what stands in the list asks for something. */
const WEAK_LEAD = /(?:意见|主张|提出|立场|如下|以下|几点|盼|应|要)[^。!?\n:]{0,20}[:]\s*$/;
/** `Inspected: 32 pcs`, `品名：端子`: a row of a form, not an item of a list. */
const FORM_ROW = /^\s*[^:\n]{1,24}:\s?\S/;
const BULLET =
  /^\s*(?:\d{1,2}\s?[.、)）．]|[(（]\d{1,2}[)）]|[①-⑳]|[a-hA-H][)）.]|[-*•·–]\s|[一二三四五六七八九]\s?[、.]|[(（][一二三四五六七八九][)）]|[一二三四五六七八九]是)\s*/u;
const GOES_ON =
  /退|赔|换|修|补|道歉|致歉|公开|书面|运费|你们出|交货|必须|另|折让|协助|旧的|旧品|之前要|以前要|重新|撤销|承担|负担|报告|撤|取消|停|拉走|派|召回|重做|减免|扣|解决|处理|说法|解释|答复|说明|安排|送|保证|整改|改善|清|查|恢复|交代|把|给|并|再|或|不然先|同时|以及|按|由|免费|要么|提供|告诉|发|我去别家|还我|早日/;
const TURNS_BACK = /不要跟我说|我现在|当时|之前|已经|这个问题|其实|因为|都说|卖给|附件|照片|才发现|(?:说|打|等|催)了/;
const ASKS_ANEW = /^[,;\s]*(?:我(?:们)?)?(?:希望|要求|请你们|请贵)/;
/** What follows these words is a threat or a reason, not the remedy. */
const THREAT =
  /(?:再不|再出|否则|(?:[,;]|\s|^)\s?(?:不然我|要不然|要不我|如不|如果不|如果三|若不|若无|逾期|不要跟我说|[,;\s]不然|不然就|[,;][^,;]{1,6}不到就|做不到|\bor (?:the|else|it)\b|and we'll say no more|[\s,;]不(?:退|赔|换|修|给|处理|解决)(?![换])|三天内不|不处理|不解决|不行(?:我|的话)|(?:要是|如果)?不(?:给|退|赔|换|修)[^,;]{0,4}我(?:们)?(?:就|只)|你们?不(?:管|处理|退|赔|给)|我就(?:打|去|投诉|发)|不要逼|不能影响|otherwise|until then|\bor (?:i|we)(?:'m|'ll|'re| am| will| are| shall| have)\b|if no |if not|if i do|退我就|if this is not|before i |not another ))/;
const ASK =
  /(?:处理意见(?=:)|我(?:们)?(?:的)?(?:要求|诉求)(?:是|很简单)?|现?要求|希望|恳请|烦请|麻烦|务必|请(?!问|见|假|勿|参|教|客|病|示|注意|查收|知悉|谅解|工|人|师|了)|(?<![不给])给(?:我|我们)?(?:换|退|修|补)(?!了|回来|.{0,4}了(?:[,;]|$))|给(?:我|我们)(?:安排|恢复|办好|处理好)|必须(?:给|赔|退|换|按|把)|我(?:只)?要(?:退|换|赔|求|的是)|你们?(?:必须|得|应该|应当|要)(?:给|把|退|换|赔|负)|限(?:你们|贵司)|(?<=^|[,;\s])(?:现在|今天)?(?:赶快|赶紧|尽快|立即|马上|立刻)|退一赔|索赔\s?:?(?=[^,;额款金]{3})|要么|要嘛|只?想要?(?=退|换|赔|要回|把)|(?<=^|[,;:。\s])(?:换|补|赔)(?:一|个|台|成新|新的|\d)(?!了)|盼望?(?=.{0,4}(?:尽快|能|早|予|贵))|(?<![希盼失绝渴看探])望(?=贵|能|尽|予|及时|早|核|协助|给|相关|有关|领导|厂家)|(?<=^|[,;:。!\s])(?:还|退)(?:我)?(?:钱|款|费|押金|定金|差价|票)(?!了|的|要|没|一直|时|难|还|又)|敬请(?!谅|见|期)|(?:能不能|能否|可否|可不可以|是否可以|可以)(?=[^,。;]{0,10}(?:换|退|赔|补|修|派|给我|安排|减免|恢复))|(?<=^|[,;:。]\s?)我(?:们)?(?:就|只)?要(?!是|不|把|去|投|告|打|找|上|到|问|说|怎|等|回|先|赶|出|用|让)(?:你们?)?(?=[^,;]{0,18}(?:退|赔|换|修|道歉|报告|说法|补|解释|说明))|(?<=^|[,;:。\s]|至少|先|还有|得给我|就)(?:你们)?把[^,;。]{1,16}(?:退给|退还|还给|退回|换掉|换了|修好|补上|补给|拖走|拉走|处理好|退)|(?<!不)(?:赔|退|还|补)我(?!就|的)|(?<=^|[,;:。]\s?)要[^,;。求么不]{1,10}(?:道歉|赔礼)|(?<=^|[,;。就]\s?)按[^,;。]{1,16}(?:赔偿|赔付|支付|补偿|结算|赔)|(?<=^|[,;:。\s])(?:再|快点?|赶快|赶紧|今天就?|那就|就)?(?:给(?:我|我们|大家|业主|客户)?(?:一)?个[^,;。]{0,6}(?:说法|解释|交代|答复|道歉)|派人|来修|补发|补货|退钱|赔钱|退\d)(?!了|来了)|(?:退钱|也要赔|都要赔|要赔)(?=[,;。\s]|$)|(?:损失|费用|费|钱|款|差价|差额)[^,;。]{0,10}(?:你们|贵司|贵公司|由)[^,;。]{0,6}(?:赔|出|承担|负)|必须[^,;。]{0,12}(?:检查|道歉|解释|说明|处理|承担|负责|停)|选择(?=退货|换货|退款)|(?<=^|[,;:。]\s?)(?:全额|尽快|立即|马上)?(?:赔偿|退款|退货|换货|补发)(?!却|了|还|又|都|要跟|一?直|申请|流程|问题|要求|的|后|时|到账|退到|承诺|,承诺))/;
/** The thing stands before the wish: `课时费我要退`, `损失你们承担`; the demand is the whole clause. */
const ASK_FRONTED =
  /(?<![不没说])(?:我们?)?(?:也|都|全)?(?<!说)要(?:退|赔|换|修)(?:掉|回来?|货|款|钱)?(?=[,;。!\s]|$)|(?:你们|贵司|贵公司|贵厂|由.{1,6}?)(?:要|得|必须|应该?|来)?(?:赔|出|承担|负责)(?=[,;。!啦吧\s]|$)|给我免了|(?<![不没])(?:退|还)(?:给我|我)(?=[,;。!\s]|$)/;
const ASK_QUESTION =
  /(?:退不退|赔不赔|可不可以赔|怎么赔|能不能(?:退|换|赔|修)|可以(?:退|换|赔)|什么时候(?:能|要|可以|才))/;
const ASK_ENGLISH =
  /^[\s"'–-]*(?:either )?(?:(?:so |and |then |just |pls |plz |please |now )?)(?:send|refund|replace|get|fix|repair|collect|pay|give|cancel|credit|return|exchange|remove|stop|compensate|correct|provide|arrange|issue|waive|reopen|take|put|sort|reverse|swap|come|honou?r|explain|tell|reimburse|rectify|resolve|deliver|redeliver|reinstate|restore|unlock|deduct|drop|make|compensate|either)\s(?:and|fix|me|us|my|our|the|a|an|it|this|them|him|her|someone|somebody|that|all|new|back|over)\b|\b(?:i(?: would|'d)? (?:also )?(?:want|like|expect|demand|request|ask|insist)|we(?: would|'d)? (?:want|like|expect|demand|request|ask|insist|hold you|require)|please(?! treat|(?:,? just)? (?:ring|call|phone|reply|get back|let me know|respond|e-?mail|forward|log|open|confirm receipt)| find| see| note| read| reply$| be| contact| call| reply to| don't| do not hesitate)|\b(?:pls|plz)\b|we(?:'re| are) claiming|i(?:'m| am) claiming|(?:can|could|would|will) (?:you|someone|somebody|anyone|your [a-z]{2,12})(?: please| kindly)? (?=send|refund|replace|get|fix|repair|collect|pay|give|cancel|credit|return|exchange|remove|stop|compensate|correct|provide|arrange|issue|waive|reopen|take|sort|come|swap|reverse|resolve|look into|explain)|(?:my|our) (?:demand|claim|request|expectation)s?\b[^:\n]{0,14}:|^\s*(?:expected|required|requested|wanted|remedy|resolution)[^:\n]{0,16}:|i'd be happy with|you owe (?:me|us)|the least you (?:can|could) do|i(?:'d| would) (?:really )?appreciate|kindly|i should ask you for:|i need (?:you|a|this|it|the)|we need (?:you|a|this|the)|could you please|can you please|you (?:need to|must|should|have to)|i(?:'d| would) (?:be grateful|appreciate)|we(?:'d| would) (?:be grateful|appreciate)|(?<=^|\s)(?:send me|refund me|replace it|give me)|requesting|i(?:'m| am) (?:asking|requesting|seeking|looking) for|want to get|(?:i|we) need\b[^.:\n]{0,30}:|(?:i|we) (?:should|would) (?:also )?(?:like|be glad)|(?:i|we) still (?:want|need|expect)|to resolve this|all (?:i|we) want|(?:get|send) (?:an?|the|some(?:one|body)) \w+ (?:out|over|round)|take (?:it|them) back)/;
const STRONG =
  /退|赔|换|修|你们出|贵司出|也要出|结清|销号|销了|罚|依法|拖走|取件|上门|派|代步|原价|买回|下架|停用|解冻|解锁|暂停|列为|还我|还给|还钱|还回|免了|减免|恢复|折让|销户|拆除|拉回|补寄|补齐|补上|重新|检修|送到|合格证|撤换|补发|补送|补足|道歉|承担|负担|报告|撤销|取消|停止|停供|查处|拉走|致歉|派人|派员|召回|重做|返工|减免|扣除|refund|replac|credit|compensat|repair|apolog|cancel|root cause|collect|reimburs|correct|waive|remove|recall|redeliver|back\b|owe|free of charge|reverse|swap|deduct|reinstate|restore|taken off|come and|send|deliver|claim|deposit|voucher|goodwill/;
const MILD =
  /解决|处理|说法|解释|答复|说明|安排|送来|送到|不要|保证|整改|改善|清理|查清|查明|恢复|书面|交代|公道|investigat|explain|explanation|resolve|written|confirm|send|response|fix|stop/;
const SHORT_LEAD =
  /^(?:(?:还|特此|现|特)?请求(?=.{3})|(?:这次)?必须给个说法,|(?:我们?|本人|我司)?(?:的)?(?:请你们|请务必|希望|要求|索赔|诉求|处理意见|我们?要|意见)(?:是|如下|很简单|很明确|只有一个)?:)?(?:[,;:、\s]|我们?(?!的)|现(?!场)|请|要求|希望|麻烦|烦请|恳请|务必|可以|能够|能(?!不)|得到(?=.{4})|贵?(?:公司|司|厂|行|局|店|校|院)(?=[^,;]{4})(?!的|赔|出|承)|你们(?=[^,;]{6})(?!的|赔|出|承|必|得|要)|我要(?=一|个|书|全|公)|是|:){0,5}/;
/** `We expect you to`, `I want`: the wish is what comes behind it. */
const LEAD_IN_ENGLISH =
  /^(?:(?:just|so|then|please|pls|plz) (?=[a-z])|(?:my|our) (?:demand|claim|request|expectation)s? (?:is|are)?[^:\n]{0,14}:\s*|(?:can|could|would|will) (?:you|someone|somebody|anyone|your [a-z]{2,12})(?: please| kindly)? |(?:i|we)(?:'d| would)? (?:really )?(?:appreciate|be grateful for|be grateful if you would|be grateful if you could) |i think the least you could do is |what (?:i|we) (?:want|need) is |you (?:need to|must|should|have to) |(?:expected|required|requested|wanted|remedy|resolution)[^:\n]{0,16}:\s*|i'd be happy with |you owe (?=(?:me|us))|my [a-z ]{1,20} says i should ask you for:\s*|(?:i|we) need\b[^.:\n]{0,30}:\s*|all (?:i|we) want is (?:for )?|(?:i|we)(?:'d|'m|'re| would| should| am| are| must| do| still)? (?:also |now |therefore |hereby |still )?(?:like|want|expect|demand|request|ask|asking|insist|require|need|requesting|seeking|looking)(?: that| for)?(?: you(?:r company)?(?= to\b))?(?: to(?! know\b))? )/;
/** Told of others or of the past: `他要求我们…`, `要求医院给说法，反遭…`. */
const NOT_ASKED_HERE =
  /(?:他|她|客服|人员|对方|商家|售楼部|通知|叫我|让我|业主|甲方|园区|客人|顾客|收货人|提出|曾|多次|之前|当时|打电话|协议|规定|标准|第\d+条|合同|明确)[^,。;]{0,6}$/;
const PAST_AFTER = /^[^。]{0,40}(?:反遭|遭到|却|后来|结果|始终没|被拒|但(?:是|他|对方|客服|没|一直))/;
const POLITE =
  /^(?:.{0,10}(?:政府|领导|部门).{0,8}(?:做主|重视|关注)|.{0,12}(?:为我们做主|重视起来|引起重视))|^(?:希望|请|麻烦|要求)?(?:厂家|贵司|你们|领导)?(?:尽快|及时|协助)?(?:回复|答复|处理|联系|核实)(?:一下|为盼|我|下)?$|^(?:please )?help$|help with this|assist (?:me|us)?/;

/**
 * What the complainant asks for. A list after `要求：` or "What we need from you:" gives one value an item; otherwise the
 * sentence that asks, without the threat behind it.
 */
export function findRemedySought(letter: Letter): DraftValue[] {
  for (const passage of letter.body) {
    const list = listedDemands(passage);
    if (list.length > 0) return list;
  }
  const asked = letter.body.flatMap((passage) => askingSentences(passage, letter.language));
  if (asked.length > 0) return asked.slice(0, 3);
  return letter.body.flatMap((passage) => passingWishes(passage, letter.language)).slice(0, 2);
}

function listedDemands(passage: Passage): DraftValue[] {
  const lines = linesOf(passage).slice(0, 1_500);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) continue;
    const inline = [...inlineList(passage, line), ...countedDemands(passage, line)];
    if (inline.length > 0) return inline;
    const isLead = LEAD.test(line.folded.slice(-60));
    if (!isLead && !WEAK_LEAD.test(line.folded.slice(-40))) continue;
    if (/(?:回[复覆]|答[复覆]|如下情况|情况如下|说明如下|反映)\s?:\s*$/.test(line.folded)) continue;
    const items = itemsBelow(passage, lines, i + 1);
    if (items.length > (isLead ? 0 : 1) && (isLead || items.some((item) => isRemedy(item.evidence.quote))))
      return items;
  }
  return bareList(passage, lines);
}

/** Bullets without a line above them that says so: a list of demands when most of them ask for something. */
function bareList(passage: Passage, lines: Line[]): DraftValue[] {
  const isItem = (line: Line | undefined) => line !== undefined && /^\s*[-*•·–]\s?\S/.test(line.folded);
  const first = lines.findIndex((line, index) => isItem(line) && isItem(lines[index + 1]));
  if (first < 0 || isItem(lines[first - 1])) return [];
  const items = itemsBelow(passage, lines, first);
  const asking = items.filter((item) => ASKS_FOR.test(foldText(item.evidence.quote).folded));
  return asking.length * 2 > items.length ? items.map((item) => ({ ...item, confidence: 0.7 })) : [];
}

const ASKS_FOR =
  /^(?:请|要求|希望|退|赔|换|修|补|派|停|说明|提供|承担|道歉|send|refund|replace|get|fix|repair|collect|pay|give|cancel|credit|return|exchange|remove|stop|compensate|correct|provide|arrange|issue|waive|reopen|new|a |an |full|written|root cause|sla|that)/;

/** `一个,表要换;第二个,要给我道歉;第三,…`: counted one by one, and every one of them asks for something. */
function countedDemands(passage: Passage, line: Line): DraftValue[] {
  if (!/第[二三]/.test(line.folded)) return [];
  const items = numberedItems(line.folded);
  const asks = ({ start, end }: { start: number; end: number }) => STRONG.test(line.folded.slice(start, end));
  if (items.length < 2 || !items.every(asks)) return [];
  return items.flatMap(
    (item) => draftAt(passage, line.start + item.start, line.folded.slice(item.start, item.end), 0.72) ?? [],
  );
}

/** A line of several cells is a row of a table. */
function isRow(passage: Passage, line: Line): boolean {
  let gaps = 0;
  for (let at = line.start; at < line.end; at++) if (isWideGap(passage, at)) gaps += 1;
  return gaps >= 3;
}

function itemsBelow(passage: Passage, lines: Line[], from: number): DraftValue[] {
  const found: DraftValue[] = [];
  let isBulleted: boolean | null = null;
  for (const line of lines.slice(from, from + 14)) {
    if (line.folded.trim() === '') {
      if (found.length > 0) break;
      continue;
    }
    const text = passage.text.slice(passage.toOriginal(line.start), passage.toOriginal(line.end));
    const bullet = BULLET.exec(text);
    if (bullet === null && isRow(passage, line)) return [];
    if (/:\s*$/.test(line.folded)) break;
    if (bullet !== null && FORM_ROW.test(line.folded) && labelMeaning(line.folded.split(':')[0] ?? '') !== null)
      return [];
    isBulleted ??= bullet !== null;
    if (isBulleted && bullet === null) break;
    if (!isBulleted && FORM_ROW.test(line.folded)) return [];
    const evidence = evidenceIn(passage, line.start, line.end);
    const lead = bullet === null ? 0 : bullet[0].trimStart().length;
    const body = evidence.quote
      .slice(lead)
      .replace(/[;；。.,，\s]+$/, '')
      .trimStart();
    const start = evidence.start + evidence.quote.indexOf(body, lead);
    const value = draftValue({ ...evidence, start, end: start + body.length, quote: body }, 0.88);
    if (value !== null) found.push(value);
  }
  return found;
}

function isRemedy(words: string): boolean {
  const { folded } = foldText(words);
  return STRONG.test(folded) || MILD.test(folded) || GOES_ON.test(folded);
}

/** `我要求：1.退还…；2.道歉；3.…` and `requesting that you (1) …, (2) …` on one line. */
function inlineList(passage: Passage, line: Line): DraftValue[] {
  const head = line.folded.slice(0, 2_000);
  const at =
    /(?:要求|诉求|请[^,。:]{0,8}|希望|我要|demands?|want|request)[^,。:;\n]{0,8}:/.exec(head) ??
    /(?:要求|诉求|请|希望|request\w*|ask\w*|want|expect|need)[^,。:;(\n]{0,16}(?=\(?[1一][.、)])/.exec(head);
  if (at === null) return [];
  const from = at.index + at[0].length;
  const text = line.folded.slice(from, from + 1_000);
  return numberedItems(text).flatMap(
    (item) => draftAt(passage, line.start + from + item.start, text.slice(item.start, item.end), 0.86) ?? [],
  );
}

function askingSentences(passage: Passage, language: Letter['language']): DraftValue[] {
  const found: DraftValue[] = [];
  for (const sentence of sentencesOf(passage)) {
    if (/^\s*(?:附|attached|enclosed)/.test(sentence.folded) || isBoilerplate(sentence.folded)) continue;
    const isLate = sentence.start > passage.folded.length * 0.4;
    for (const { start, words, strength } of asksIn(sentence.folded, language)) {
      const sure = strength + (isLate ? 0.06 : 0);
      if (sure < (language === 'en' ? 0.6 : 0.615)) continue;
      const value = draftAt(passage, sentence.start + start, words, Math.min(0.85, sure));
      if (value !== null) found.push(value);
    }
  }
  const best = found.sort((a, b) => b.confidence - a.confidence)[0]?.confidence ?? 0;
  // Beside a strong demand a mild wish (请一并改善) is not a second one.
  return found.filter((value, index) => index === 0 || value.confidence >= Math.min(best, 0.85) - 0.06);
}

/** Wishes that no set phrase opens; the later ones first, for a letter tells before it asks. */
function passingWishes(passage: Passage, language: Letter['language']): DraftValue[] {
  return sentencesOf(passage)
    .slice(-60)
    .flatMap((sentence) => {
      if (isBoilerplate(sentence.folded)) return [];
      const wish = wishInPassing(sentence.folded, language);
      if (wish === null || wish.end - wish.start < 2) return [];
      const words = withoutThreat(sentence.folded.slice(wish.start, wish.end));
      const lead = language === 'en' ? 0 : (SHORT_LEAD.exec(words)?.[0].length ?? 0);
      if (POLITE.test(words.trim()) || isNotAsked(sentence.folded, wish.start)) return [];
      return draftAt(passage, sentence.start + wish.start + lead, words.slice(lead), 0.55) ?? [];
    })
    .reverse();
}

interface Ask {
  start: number;
  words: string;
  strength: number;
}

/** What a sentence asks for: one run of clauses, or several with other words between them. */
function asksIn(sentence: string, language: Letter['language']): Ask[] {
  const found: Ask[] = [];
  for (let from = 0, turns = 0; from < sentence.length && turns < 4; turns++) {
    const ask = askIn(sentence.slice(from), language);
    if (ask === null) break;
    const at = from + ask.at;
    const words = askingClauses(withoutThreat(sentence.slice(at)), language);
    const lead = (language === 'en' ? LEAD_IN_ENGLISH : SHORT_LEAD).exec(words)?.[0].length ?? 0;
    const remedy = words.slice(lead);
    from = at + Math.max(1, words.length);
    if (remedy.trim().length < 2 || POLITE.test(words.trim()) || isNotAsked(sentence, at)) continue;
    const isOpening = at <= 4 || /[,;:)]\s?$/.test(sentence.slice(0, at));
    found.push({
      start: at + lead,
      words: remedy,
      strength: ask.strength + strengthOf(words) + (isOpening ? 0.08 : 0),
    });
  }
  return found;
}

function isNotAsked(sentence: string, at: number): boolean {
  return (
    NOT_ASKED_HERE.test(sentence.slice(Math.max(0, at - 10), at)) ||
    PAST_AFTER.test(sentence.slice(at)) ||
    /^请?.{0,4}(?:传简讯|发短信|来电)/.test(sentence.slice(at))
  );
}

function askIn(sentence: string, language: Letter['language']): { at: number; strength: number } | null {
  if (language === 'en') {
    const ask = ASK_ENGLISH.exec(sentence);
    return ask === null ? null : { at: ask.index, strength: 0.55 };
  }
  const ask = ASK.exec(sentence);
  if (ask !== null) {
    const isSolemn = /^(?:希望|请你们|请务必|我?要求|诉求|处理意见)[^,。]{0,4}:/.test(sentence.slice(ask.index));
    return { at: ask.index, strength: isSolemn ? 0.8 : 0.5 };
  }
  const question = ASK_FRONTED.exec(sentence) ?? ASK_QUESTION.exec(sentence);
  if (question === null) return null;
  const clause = Math.max(sentence.lastIndexOf(',', question.index), sentence.lastIndexOf(':', question.index));
  return { at: clause + 1, strength: ASK_FRONTED.test(sentence) ? 0.5 : 0.45 };
}

function strengthOf(words: string): number {
  if (STRONG.test(words)) return 0.25;
  return MILD.test(words) ? 0.12 : 0;
}

/** `…, and I would like …`: a second wish. */
const NEXT_WISH = /,? and (?:that )?(?=(?:i|we)(?:'d| would)? (?:also )?(?:want|like|expect|need|ask|request)\b)/;

/** The clauses that go on asking; what turns back to the story ends the demand. English asks to the end of the sentence. */
function askingClauses(words: string, language: Letter['language']): string {
  if (language === 'en') return words.slice(0, NEXT_WISH.exec(words)?.index ?? words.length);
  const clauses = [...words.matchAll(/(?:[^,;]|,(?=\d{3}))+[,;]?/g)];
  let end = 0;
  for (const [index, clause] of clauses.entries()) {
    const goesOn = index === 0 || (GOES_ON.test(clause[0]) && !TURNS_BACK.test(clause[0]));
    if (!goesOn) break;
    if (index > 0 && ASKS_ANEW.test(clause[0])) break;
    end = clause.index + clause[0].length;
  }
  return words.slice(0, end);
}

function withoutThreat(words: string): string {
  const threat = THREAT.exec(words);
  return threat === null || threat.index < 4 ? words : words.slice(0, threat.index);
}

function draftAt(passage: Passage, start: number, words: string, confidence: number): DraftValue | null {
  const kept = words.replace(/[;,。.\s:]+$/, '');
  return kept.trim() === '' ? null : oneLine(evidenceIn(passage, start, start + kept.length), confidence);
}

function oneLine(evidence: Evidence, confidence: number): DraftValue | null {
  return draftValue(evidence, confidence, { value: evidence.quote.replace(/\s*\n\s*/g, ' ') });
}
