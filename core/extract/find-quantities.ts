import type { DraftValue } from './complaint-draft.ts';
import type { Letter } from './letter.ts';
import { draftValue, evidenceIn } from './passage.ts';
import type { Passage } from './passage.ts';

const UNITS =
  '坪|亩|捲|码|节(?![日气点能目奏])|樘|对(?![方面于此比账外我你不着])|幅|架|匹|床|盏|扇|枝|朵|丸|贴(?![了在着])|册|屉|筒|锭|柜|篮|平方(?!向)|平米|公吨|吨|公斤|千克|kg|箱|台|只|个|件|套|袋|盒|包|瓶|根|条|块|片|桶|卷|辆|车|把|双|本|组|份|支|枚|罐|立方米|立方|方|平方米|公升|颗|粒|串|托|板|打|批|斤|张|笔|提|桌|晚|棵|株|升|笼|捆|筐|扎|听|盘|副|顶|层|户|垛|米(?![粉饭线面\\d高长宽远])|tonnes?|tons?|t(?![a-z\\p{Script=Han}])|kgs?|boxes|box|units?|pcs|pieces?|cartons?|pallets?|bags?|rolls?|sets?|bottles?|drums?|cases|tankers?|trucks?|loads?|bundles?|jars?|packs?|packets?|stems|litres?|liters?|cubic metres|m3|m2|sqm|sq m|yards?|gallons?|gal|seats?|extensions?|pairs?|sheets?|lengths?|reels?|coils?|tubs?|trays?|crates?|sacks?|tiles|plates|items|licen[cs]es|users|parts|tables|cartons|couplings|vials|strips|gloves|containers?|panels|boards|bricks|blocks|doors|windows|chairs|vans|vehicles|machines|metres?|meters?|m(?= of)|contacts|records|jars|bottles|cans|tins|tubes|kits';
const NUMBER =
  '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?(?:\\s?[万千百])?|[一二两三四五六七八九十百]{1,4}|半(?=[箱盒车卷桶瓶袋包托吨缸罐柜])|(?:\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|twenty|thirty|forty|fifty|a hundred|both|(?:a|one|two|three|four|five) dozen)(?= ))';
const AMOUNT = new RegExp(
  `(?<![\\da-z×*/第每-]|(?<!\\p{Script=Han})[.])((?:${NUMBER})\\s?(?:多|来|余|几)?(?:个|整)?(?:${UNITS})(?:多(?![月少种次])|半(?![天夜小个年]))?)(?![a-z/]|月|小时|工作日|钟|星期|礼拜|人|方面|问题|客户|工人|孩子|电话|业主|多月|说法|解释|交代|答复|地方|字|女|男|小|老|大|家|头|朋友|礼拜|门|站|网|顾|批号|轮|刻|装)`,
  'gu',
);
/** `17 of 200 housings`, `8 out of 10`. */
const OUT_OF =
  /(?<=\bout of (?:the |our |your |a )?)\d{1,5} [a-z]{3,14}s\b|(?<![\d.,/-])\d{1,5} (?:out )?of (?:the |our |your |these )?\d{1,5}(?: [a-z]{3,14})?(?![\d/-])/g;
/** `1200只里有23只`, `30捲中4捲`: the part that is concerned, behind the whole. */
const PART_OF = new RegExp(
  `\\d\\s?(?:个|整)?(?:${UNITS})[^,。;!?\\n\\d]{0,6}(?:里面?|中|当中|之中)[^,。;!?\\n\\d]{0,4}?(\\d{1,6}\\s?(?:个)?(?:${UNITS}))(?!人|月|小时|工作日|客户|工人|孩子)`,
  'gu',
);
/** `six of your plates`: a number word that counts some of a lot. */
/** `抽检50套有17套`: what a sample showed. */
const OF_SAMPLE = new RegExp(
  `(?:抽[检查测样]|开了?|拆了?|打开)\\s?(?:了)?\\d[\\d,]*\\s?(?:${UNITS})[,\\s]?(?:发现|其中|就?有)\\s?(\\d[\\d,]*\\s?(?:${UNITS}))`,
  'gu',
);
const FEW = 'one|two|three|four|five|six|seven|eight|nine|ten|twelve';
/** `one of the four legs`. */
const FEW_OF = new RegExp(
  `\\b(?:${FEW}|\\d{1,4}) (?:out )?of (?:the |our |your |my |these |those )?(?:${FEW}|\\d{1,5})(?: [a-z]{3,14}s)?(?![a-z\\d])`,
  'g',
);
/** `620 short`, `suspect 2 400`, `3,100 contacts lost`: a bare count beside what went wrong. */
const BARE_COUNT =
  /(?<![\d.,/$£€-]|page |step |day |week |no |no\. |# ?)(\d{1,3}(?:[, ]\d{3})+|\d{1,6})(?= (?:short|missing|damaged|broken|faulty|defective|rejected|nok|ng|cracked|dead|unusable|lost)\b)|(?<=\b(?:short|missing|suspect|affected|rejected|confirmed nok|defective|scrap(?:ped)?)(?: by| of|:)? )(\d{1,3}(?:[, ]\d{3})+|\d{1,6})(?![\d.%/-]| ?(?:%|percent|days?|weeks?|hours?|minutes?|months?|am|pm)\b)/g;
/** `42 spools in all`, `the 42 spools`: things counted that no list of units knows. */
const OPEN_COUNT =
  /(?<![\d.,/$£€-])(\d{1,3}(?:,\d{3})+|\d{2,6}) (?!days|weeks|months|years|hours|minutes|mins|hrs|seconds|times|people|guests|staff|customers|photos|pictures|images|screenshots|emails|calls|messages|pages|points|percent|miles|euros|dollars|pounds|pence|degrees|floors|stars|visits|words|working|business|others|copies|degrees|psi|knots|kms)([a-z]{3,14}s)(?= (?:in all|in total|altogether|(?:are|were|have|had) (?:all )?(?:damaged|broken|missing|faulty|cracked|lost|gone|duplicated|deleted|wrong|unusable))\b|,? (?:short|missing|damaged|rejected)\b)/g;
const OF_THEM =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|dozen|all three|half)(?= of (?:the|your|my|our|these|those|them)\b)|(?<![\d.,/$£€-]|page |step |day |week )\d{1,6}(?= of (?:the|your|my|our|these|those|them)\b)|(?<=\bof (?:the |our |your )?\d[\d,]{0,6} [a-z]{3,14}, )\d[\d,]{0,5}(?![\d.%])/g;
/** Those of whom some are counted, and no goods. */
const PEOPLE =
  /^\S+ of (?:the|your|my|our|these|those|them) (?:[a-z]+ )?(?:team|staff|drivers?|colleagues?|people|managers?|engineers?|agents?|guys|lads|boys|girls|children|kids|customers|residents|reasons?|worst|best|most|few|first|times|men|crew|clerks?|nurses|doctors)\b/;
const AFFECTED =
  /(?:破|坏|少|短|漏|鼓|胀|结块|超标|开胶|变形|色差|有划|起泡|瘪|脱落|掉漆|渗|异响|不良|不合格|变质|发霉|锈|受潮|塌|碎|断|裂|退|拒收|缺|受影响|损|黑屏|花屏|死灯|不亮|不转|不动|不出|失灵|漂移|翘|脱|卡纸|关不上|打不开|超差|超限|洒|贴错|发错|送错|漏做|没做|没送|没到|空鼓|起皱|起砂|发黑|发黄|烂|死了|串色|错色|隔离|封存|烧|失效|rejected|short|light|damaged|broken|defective|affected|missing|faulty|failed|cracked|leaking|returned|exploded|burst|crushed|leaked|wobbl|nok|ng\b|soaked|damp|torn)/;
const TOTAL = /(?:共|合计|总共|总计|共计|总数|一共)(?:约|大约|有)?\s?$|(?:in total|altogether|total of)\s?$/;
const GOODS =
  /(?:买|购|订|送|到货|收到|发|拆|供|进|运|租|配|装|报|拉|卸|领|印|采|做|bought|ordered|purchased|delivered|received|shipment of)[了过的到来货]{0,3}[^,。;!?\n]{0,12}$/;
const NOT_GOODS =
  /(?:短信|信息|消息|通知|微信|语音|照片|图片|视频|截图|证明|报告|资料|材料|病历|记录|合同|复印件|天|日前|赔|付|罚|车款|附件|photos?|pictures?|images?|第|每|满|限|长|宽|高|(?<![净毛总])重|容量|保温)\s?$/;

/**
 * How many or how much is concerned, with the unit as written: best the amount beside what went wrong (15箱碎了4箱), then
 * totals, then what was bought. Times, money, people and photographs are no quantities.
 */
export function findQuantities(letter: Letter): DraftValue[] {
  const found: DraftValue[] = [];
  const passages = letter.body.length > 0 ? letter.body : letter.subject === null ? [] : [letter.subject];
  for (const passage of passages) {
    for (const value of amountsIn(passage)) {
      if (!found.some((other) => other.value === value.value)) found.push(value);
    }
  }
  return found.sort((a, b) => b.confidence - a.confidence).slice(0, 4);
}

/** The amounts within the words behind a label, what went wrong first; offsets of `words`. */
export function amountsWithin(words: string): { start: number; length: number }[] {
  return [...words.matchAll(AMOUNT)]
    .map((match) => ({
      start: match.index,
      length: match[0].length,
      isAffected: AFFECTED.test(words.slice(Math.max(0, match.index - 10), match.index)),
    }))
    .sort((a, b) => Number(b.isAffected) - Number(a.isAffected));
}

function amountsIn(passage: Passage): DraftValue[] {
  const found: DraftValue[] = [];
  for (const match of passage.folded.slice(0, 20_000).matchAll(OUT_OF)) {
    const value = draftValue(
      evidenceIn(passage, match.index, match.index + match[0].length),
      / of \d/.test(match[0]) ? 0.78 : 0.6,
    );
    if (value !== null) found.push(value);
  }
  for (const match of passage.folded.slice(0, 20_000).matchAll(FEW_OF)) {
    if (PEOPLE.test(passage.folded.slice(match.index, match.index + 50))) continue;
    const value = draftValue(evidenceIn(passage, match.index, match.index + match[0].length), 0.74);
    if (value !== null) found.push(value);
  }
  for (const match of [
    ...passage.folded.slice(0, 20_000).matchAll(BARE_COUNT),
    ...passage.folded.slice(0, 20_000).matchAll(OPEN_COUNT),
  ]) {
    const value = draftValue(evidenceIn(passage, match.index, match.index + match[0].length), 0.66);
    if (value !== null) found.push(value);
  }
  for (const match of passage.folded.slice(0, 20_000).matchAll(OF_SAMPLE)) {
    const part = match[1] ?? '';
    const end = match.index + match[0].length;
    const value = draftValue(evidenceIn(passage, end - part.length, end), 0.8);
    if (value !== null) found.push(value);
  }
  for (const match of passage.folded.slice(0, 20_000).matchAll(PART_OF)) {
    const part = match[1] ?? '';
    const end = match.index + match[0].length;
    const value = draftValue(evidenceIn(passage, end - part.length, end), 0.8);
    if (value !== null) found.push(value);
  }
  for (const match of passage.folded.slice(0, 20_000).matchAll(OF_THEM)) {
    if (PEOPLE.test(passage.folded.slice(match.index, match.index + 50))) continue;
    const isOurs = GOODS.test(clauseBefore(passage.folded, match.index));
    const value = draftValue(evidenceIn(passage, match.index, match.index + match[0].length), isOurs ? 0.6 : 0.5);
    if (value !== null) found.push(value);
  }
  for (const match of passage.folded.slice(0, 20_000).matchAll(AMOUNT)) {
    const start = match.index;
    const end = start + match[0].length;
    const before = clauseBefore(passage.folded, start);
    const after =
      /^[^,。;!?\n]{0,20}/.exec(passage.folded.slice(end, end + (/[a-z]/.test(match[0]) ? 20 : 10)))?.[0] ?? '';
    const confidence = trust(match[0], before, after);
    if (confidence < 0.5) continue;
    const value = draftValue(evidenceIn(passage, start, end), confidence);
    if (value !== null) found.push(value);
  }
  return found;
}

/** `117块` is money, `1.5T` an engine. */
function isNoCount(amount: string, after: string): boolean {
  if (amount.endsWith('块'))
    return Number.parseFloat(amount) > 12 || !/^[\p{Script=Han}]/u.test(after) || /^(?:钱|退|给|也|都|就)/.test(after);
  return /^[12]\.\dt$/.test(amount) || (/^\d{1,2}晚$/.test(amount) && /^(?:上|班|点)/.test(after));
}

/** What one of the packs holds: `25kg桶装`, `15 kg each`. */
const PACK_SIZE = /^\s?(?:(?:大|小)?[桶袋箱瓶盒包罐听支杯碗]?装|each\b|apiece\b|per\b|一?[桶袋箱瓶盒包罐件]的?规格)/;
/** Heights, distances and what there is none of. */
const NO_MEASURE = /(?:[长宽高厚深]度|距离|相距|离地|海拔|限速|没有?|哪|任何|同)(?:约|大概|大约)?\s?$/;

function trust(amount: string, before: string, after: string): number {
  if (PACK_SIZE.test(after) || NO_MEASURE.test(before) || /^一打$/.test(amount)) return 0;
  if (isNoCount(amount, after) || /[一二两三四五六七八九十]码$|[多余几]亩$/.test(amount)) return 0;
  if (/份$/.test(amount) && /证明|报告|单据|病历|合同|协议|材料|资料/.test(before)) return 0;
  if (
    NOT_GOODS.test(before) ||
    /^(?:短信|信息|消息|微信|语音|通知|留言|意见|建议|要求|照片|图片|视频|截图|图|附件|\d)/.test(after)
  )
    return 0;
  const isCounted = /^\d/.test(amount);
  const isWeight =
    /(?:吨|kg|公斤|千克|斤|tonn?es?|tons?|t|米|码|捲|litres?|liters?|m3|metres?|meters?|yards?|gallons?)[多半]?$/.test(
      amount,
    );
  const isPacked =
    /(?:箱|件|提|桌|袋|盒|包|瓶|桶|卷|托|罐|板|捆|筐|篮|盘|锭|扎|cases|yards?|seats?|extensions?|containers?|crates?|sacks?|pairs?|sheets?|reels?|coils?|gallons?|boxes|box|pcs|cartons?|pallets?|bags?|rolls?|bottles?|drums?|jars?|packs?|units?|pieces?)[多半]?$/.test(
      amount,
    );
  const isSeveral =
    /^(?:[二两三四五六七八九十百]|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen|two dozen) )/.test(
      amount,
    );
  let score = isCounted ? (isWeight || isPacked ? 0.5 : 0.4) : isPacked ? (isSeveral ? 0.42 : 0.32) : 0.25;
  if (isWeight && isSeveral) score = 0.5;
  if (AFFECTED.test(before.slice(/[a-z]/.test(before) ? -16 : -8)) || isAffectedAfter(after)) score += 0.25;
  if (TOTAL.test(before) || /^\s?(?:in all|in total|altogether)\b/.test(after)) score += 0.2;
  if (/(?:剩余|剩下的?|余下的?|剩的|the remaining|the other) ?$/.test(before)) score += 0.15;
  if (/其中(?:有|的)?\s?$/.test(before)) score += /^[一1](?!\d)/.test(amount) ? 0.1 : 0.35;
  if (isWeight && /^的(?![货料])/.test(after)) score -= 0.3;
  if (/^\s*(?:大约|大概|约)?\s*$/.test(before) && after === '' && /\p{Script=Han}$/u.test(amount)) score += 0.15;
  if (GOODS.test(before)) score += isCounted ? 0.2 : 0.3;
  if (/^[一1]\s?(?:个|批|车|包|次|份|本|套|条)/.test(amount) && !GOODS.test(before)) score -= 0.2;
  if (/(?:负责|赔偿|补偿|送我|换|罚款|要求|请|约(?!\s?$))[^,。;]{0,8}$/.test(before)) score -= 0.1;
  return Math.min(0.9, score);
}

/** `4箱碎了`, but not `15箱碎了4箱`: there the word belongs to the number behind it. */
function isAffectedAfter(after: string): boolean {
  const near = /^[^\d一二两三四五六七八九十]*/.exec(after)?.[0] ?? '';
  if (/^[\sa-z]{6}/.test(after) && AFFECTED.test(after.slice(0, 12))) return true;
  return AFFECTED.test(near) && near.length === after.length;
}

function clauseBefore(folded: string, at: number): string {
  const before = folded.slice(Math.max(0, at - 24), at);
  return /[^,。;!?\n]*$/.exec(before)?.[0] ?? '';
}
