import type { DraftValue } from './complaint-draft.ts';
import type { Letter } from './letter.ts';
import { draftValue, evidenceIn, evidenceInHead } from './passage.ts';
import type { Passage } from './passage.ts';
import { isBoilerplate } from './boilerplate.ts';
import { sentencesOf } from './sentences.ts';

const THINGS = anyOf(
  '物证 [布色剪封留取]样 数据 诊断书 缴费单 样品 监视器 定损单 结算单 附图 楼道监控 外盒 包装盒 保存着 照片 三联单 检测单 诊断证明 病历 就诊 签收单 送货单 打印条 流水 票据 影片 连结 链接 作证 证人 仪器 玻璃碎片 实拍 监控录像 收集了 对话纪录 \\[图片\\] \\[照片\\] \\[视频\\] <photo 拍照 拍到 照片 图片 相片 截图 截屏 录屏 视频 影片 影像 录像 录影 录音 发票 收据 小票 报告 化验单 凭证 凭据 磅单 过磅单 聊天记录 通话记录 对话 监控 监视器 行车记录仪 行车纪录器 记录 纪录 单据 合同 病历 诊断 影本 复印件 清单 证据 证明 样品 留样 实物 旧件 坏件 工单 回单 明细 检验单 检测单 估价单 账单 帐单 存折 保固卡 保修卡 照 坏的 试验 (?<![订菜名])单(?![位价号元独一纯身向方车据程上里身]) 吊牌 条码 说明书',
  String.raw`\b(?:photo\w*|pictures?|pics?|images?|videos?|screenshots?|receipts?|reports?|invoices?|letters?|statements?|tickets?|sheets?|recordings?|footage|dashcam|logs?|logger|evidence|certificates?|pod|bills? of lading|x-rays?|estimates?|quotes?|test results?|delivery notes?|e-?mails?|samples?|cctv|chat|count sheet|note|bolt|mail|pod|dockets?|printouts?|scans?|files?|readings?|test sheets?|survey|packaging|witness(?:es)?|boxe?s?|call logs?|clips?|certificates? [\\d.]+|faulty part|broken part|part|sheets?|film\\w*)\b`,
);
const KEPT = anyOf(
  '愿意作证 已快递 物证 寄出 如下表 如下 我手上 云端连结 留存在 封存在 已发 发到 发至 传到 传给 传了 拍得 录得 清清楚楚 证据: 凭证: 佐证: 附件为 可以调 可调 能调 可查 可以查 调出来 还在 也在 留著 存著 见图 如图 都在 打印 收集 开了[^,;]{0,6}(?:证明|诊断|单) 传line 传上 在附件 夹链袋 装起来 可以作证 上传 拍下来 拍了 全拍 连结我贴 \\[图片\\] \\[照片\\] <photo 我这有 手上有 附件 附上 附后 附图 见附 如附 附于 随信 随附 已附 附: 保存 保留 留着 留存 留有 留了 都留 有留 都有 也有 我有 存了 存着 存证 为证 存档 备份 备查 封存 没扔 可以发 可提供 可以提供 拍了 拍下 拍照 拍到 录影 录了 录下 有录 有拍 有图 有照片 有视频 有录像 有录音 有截图 有监控 有影片 有发票 截了图 导出 冻在 发你们 发给你们 发过去 寄回 在手 手里有 手上有 给你们看 扫描 扫瞄 影印 [单据片频音像证图条]我?(?:也|都|全|可是)?有(?:的)?(?=[,;。!\s]|$)',
  String.raw`^附|\b(?:attach\w*|enclos\w*|encl?|see below|i have|we have|i've (?:got|kept|saved|taken)|i (?:also )?took|taken|can (?:send|share|show|provide|supply)|happy to (?:send|share|provide)|available|i kept|kept|keeping|saved|on file|is saved|is kept|copy|see the|here is|here are|omitted|pasting|in a bag|below|i still have|we hold|to follow|evidence:|proof:|filmed|bagged|you(?:'ll| will) find|upload\\w*|retain\\w*|we(?:'ve| have)|on (?:my|our|the) (?:phone|camera|laptop|drive|portal|system|server)|in (?:my|our|the|a) (?:shared )?(?:folder|drive|portal)|if you (?:want|need) (?:it|them|to see)|witness\\w*|pictured)\b`,
);
/** What is said to be kept or attached is proof, whatever it is: `袋子我还留着`, `the signed form is enclosed`. */
const OPEN_KEPT =
  /(?:我|我们|我司)?(?:都|还|也|全)?(?:留着|留著|保留着|保存着|存着|存著|封好|留样)|在(?:我)?手[上里]|拍给你|\b(?:is|are|was|were|have been|has been) (?:all )?(?:enclosed|attached)\b|\bin (?:the |an )?attachment\b|\b(?:i|we)(?:'ve| have)? (?:still )?(?:kept|retained)\b|\b(?:i|we) still have\b/;
/** Kept, but no proof: money, tempers, words. */
const NOT_KEPT =
  /(?:钱|希望|耐心|面子|余地|权利|印象|号码|电话)[^,;]{0,4}(?:留|存|保)|(?:留|存)[着著了]?[^,;]{0,3}(?:希望|耐心|面子|余地|权利|印象|良心)|\b(?:kept|retained|have) (?:[a-z']{1,12} ){0,3}(?:rights?|promise|waiting|calm|temper|patience|hope|terms|cool|word)\b/;
/** `需要就发`, `要看我可以发`: an offer to send is not itself proof. */
const OFFER = /发|看|提供|联系|随时|需要|化验|send|share|show/;
/** Logos, signatures and passed-on mails are shown as files, and prove nothing. */
const NO_PROOF =
  /^(?:image|inline|logo|smime|att|outlook)[\w-]{0,12}\.(?:png|gif|jpe?g|p7s|txt|htm)$|\.(?:eml|p7s|ics|vcf)$/i;
const PREFIX =
  /^(?:[\s,;:、(]|随(?:邮件|信|函|附)(?:附上|附)?|(?:现|特|一并)附上|附件(?:里|中)有|物证|证据\s?:|(?:so )?(?:i'm|i am|we are|we're) attaching |attaching |you(?:'ll| will) find (?:the |an? )?|(?:i|we) (?:still |also )?(?:have|hold|retained|kept|keep|hold onto) |here (?:is|are) |(?:evidence|proof|encl?|documents)\s?:\s?|enclosed (?:are|is) |(?:这是|我这边?有|我们?(?:也|都|还)?(?:有|保留了?|保存了?|拍了|留了|存了)|i(?:'ve| have) (?:also )?(?:got |kept |taken |saved |attached )?|i (?:also )?(?:took|kept|saved|attached) |please (?:find|see) (?:the )?(?:attached|enclosed) |see the )|附件?(?:是|为|有)?\s?:?|附上|另附|证据(?:见附件)?\s?:|凭证\s?:|attached\s?:|attachments?\s?:|enclosed\s?:|enc\s?:|enclosures?\s?:|p\.?s\.?\s?:?)+/;
/** Things that are proof by themselves, with the words that say of what. */
const SHOWN =
  /(?:[\p{Script=Han}a-z\d]{0,8}?)(?:行车记录仪|行车纪录器|监视器画面|监控(?:录像|视频|画面)|录音(?:档)?|录像|录影|截图|截屏|影片|视频|照片|相片|三联单|诊断(?:证明|书)|化验单|检测单|检验报告|检测报告|鉴定报告|收据|发票|小票)(?:影本|复印件|原件)?|\b(?:[a-z'-]{1,20} ){0,2}(?:photos?|photographs?|pictures?|pics|videos?|screenshots?|recordings?|footage|dashcam|cctv|receipts?|lab report|test report|police report|delivery note|count sheet|temperature log|weighbridge ticket)(?: (?:of|from|showing|signed by) (?:(?:the|my|your|our) )?(?:[a-z'-]{1,20} ?){1,4})?/gu;
/** They were asked for, refused, or belong to somebody else. */
const NOT_SHOWN =
  /(?:让|叫|要求|需要|请|麻烦|必须|才能|没有?|无|不给|不让|拒绝|提供|查看|看了?|调|给我|发给|按照|凭|拍|传|说|\b(?:asked?|asking|asks|wants?|wanted|need|needs|require\w*|send|provide|no|not|never|without|refus\w*|show|shows|showed|upload|your|the|per|despite)\b)[^,;。]{0,10}$/;

/** As `NOT_SHOWN`, within the words right before the thing. */
const ASKED_FOR = /^(?:no|not|never|without|your|their|any|every) |请|给我|让我|叫我|要求|没|提供|按照|凭/;

/** Proof that is only named, without a word of keeping: `the count sheet signed by your driver` behind `see`, or in a list. */
function shownThings(passage: Passage, sentence: { start: number; folded: string }): DraftValue[] {
  return [...sentence.folded.matchAll(SHOWN)].slice(0, 1).flatMap((match) => {
    const before = sentence.folded.slice(0, match.index);
    const words = match[0].replace(/^(?:(?:the|a|an|my|our|and|with|i|we) |[是有我的和及与了用把给] ?)+/, '').trimEnd();
    if (
      NOT_SHOWN.test(before) ||
      NOT_SHOWN.test(match[0].slice(0, match[0].length - words.length).replace(/\bthe $/, '')) ||
      words.length < 2 ||
      /^\s?(?:no\.?|#|ref|[a-z]{0,4}-?\d{3})/.test(sentence.folded.slice(match.index + match[0].length)) ||
      ASKED_FOR.test(match[0].trimStart())
    )
      return [];
    const at = sentence.start + match.index + match[0].indexOf(words);
    return draftValue(evidenceIn(passage, at, at + words.length), 0.45) ?? [];
  });
}

/** `(图片3张)`, `附图三张`: a count of pictures needs no word of keeping. */
const COUNTED =
  /^\s*(有(?:图|照片|视频|录音|录像)(?:为证|有真相|作证)?)\s*$|(?:^|[(,;\s])\[?((?:附图|附照片|图片|照片|截图|视频|现场图|photos?|pictures?|images?|videos?)[:\s]{0,2}(?:attached|below|enclosed|(?:共|各)?[\d一二三四五六七八九十]{1,3}\s?(?:张|段|份|个|幅|条)?)(?![a-z\d]))/;
/** What is done with the proof, behind its name: `…已上传附件`, `…我都有`, `… are attached`. */
const SUFFIX =
  /(?:(?:我(?:们|司|方)?(?:这边?)?)?(?:都|也|均|已经?|全部?|还|另)*(?:见附件|附后|如附件|附上|附件|在附件(?:里|中)?|在手(?:里|上)?|上传(?:附件|了|(?:到|至)?[^,;]{0,6})?|(?:已经?)?快递(?:寄?出|了)?|拍给你们?(?:了)?|有(?:留)?(?:一份|着|底)?|在|(?:留|放|存|封存)在[^,;]{1,10}|(?:有)?拍到[^,;]{0,12}|(?:已经?)?寄出|如下(?:表|图)?|愿意作证|保存(?:着|好?了|好)?|留(?:着|存|了|有|好|底)(?:呢|一份|没扔)*|存(?:着|了|档|证)|打印(?:了|好)?|封存|打包(?:附上|在附件(?:里|中)?了?|发.{0,4})?|(?:给)?你们打包在附件了?|拍(?:了|下来了?)?|(?:line |微信)?(?:我)?(?:已)?(?:发|传|寄|交|贴|放|丢)(?:line|微信)?(?:到|给|至|了|在)[^,;]{0,20}|可以调|扫描(?:了|好了?)?|影印(?:了|好)?|(?:可是|也|都)?有的?|还在|(?:拍|录)得清清楚楚|可(?:以)?(?:提供|发|查))|\s(?:is|are|have been|was|were)?\s?(?:all )?(?:attached|enclosed|available(?: on request)?|saved|below|omitted>?|to follow|in (?:the |an )?attachment|with this (?:letter|e-?mail|mail|complaint)|bagged and labelled[^,;]{0,30})(?:\s(?:together|below|here|with this (?:letter|e-?mail|mail|complaint|form)|for (?:your )?(?:ready |kind )?(?:ref|reference|information|review)|to this (?:[a-z]{3,10} )?(?:e-?mail|mail|letter|form|claim)))?)$/;

/**
 * The proof that the complainant speaks of: what is attached, kept or can be sent. Without such words the names of the
 * files shown with the mail are the evidence.
 */
export function findEvidenceMentions(letter: Letter, attachments: string[]): DraftValue[] {
  const found = letter.body
    .flatMap((passage) => mentionsIn(passage))
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, 3);
  const shown = attachments.filter((name) => !NO_PROOF.test(name));
  if (found.length > 0 || shown.length === 0) return found;
  const names = shown.join('、');
  const value = draftValue(evidenceInHead(names), 0.6, { doubt: 'fromAttachments' });
  return value === null ? [] : [value];
}

/** `通话录音调出来给我听`: asked of the other side. */
const RETRIEVED = /(?:调出来|调取|拿出来|出示|发)(?:一下)?给(?:我|本人)/;

function mentionsIn(passage: Passage): DraftValue[] {
  const found: DraftValue[] = [];
  for (const sentence of sentencesOf(passage)) {
    const counted = COUNTED.exec(sentence.folded);
    const shownBy = counted?.[1] ?? counted?.[2];
    if (counted !== null && shownBy !== undefined && (counted[1] !== undefined || !KEPT.test(sentence.folded))) {
      const at = sentence.start + counted.index + counted[0].indexOf(shownBy);
      const value = draftValue(evidenceIn(passage, at, at + shownBy.length), 0.7);
      if (value !== null) found.push(value);
      continue;
    }
    if (!KEPT.test(sentence.folded.trim()) && !isBoilerplate(sentence.folded))
      found.push(...shownThings(passage, sentence));
    const isOpen = OPEN_KEPT.test(sentence.folded) && !NOT_KEPT.test(sentence.folded);
    if (!isOpen && (!THINGS.test(sentence.folded) || !KEPT.test(sentence.folded.trim()))) continue;
    if (isBoilerplate(sentence.folded) || RETRIEVED.test(sentence.folded)) continue;
    if (/^\s*(?:please(?! (?:find|see))|pls|i want|we want|i need|请给|要求)/.test(sentence.folded)) continue;
    const run = evidentialRun(sentence.folded);
    if (run === null) continue;
    const text = sentence.folded.slice(run.start, run.end);
    const lead = PREFIX.exec(text)?.[0].length ?? 0;
    const kept = text
      .slice(lead)
      .replace(/[\s,;:)、.]+$/, '')
      .replace(/ if you (?:want|need)(?: (?:them|it))?(?: to see.*)?$/, '')
      .replace(/ and (?:can|will|am happy to) (?:send|share|provide).*$/, '')
      .replace(SUFFIX, '')
      .replace(/[\s,;:)、.]+$/, '');
    if (kept.length < 2 || /^(?:证据|凭证|证明|evidence|proof|all)$/.test(kept)) continue;
    const start = sentence.start + run.start + lead;
    const isListed = lead > 1;
    const isFaint =
      /^[<\[]|chat with|omitted|^\d\d:\d\d|^拍照|当场拍|\[\d/.test(kept) || /\[(?:图片|照片|视频)\]$/.test(kept);
    const isTold = /\p{Script=Han}/u.test(kept) && kept.length > 24 && !/[、和及]/.test(kept);
    const sure = isListed ? 0.85 : isFaint || isTold ? 0.55 : 0.7;
    const value = draftValue(evidenceIn(passage, start, start + kept.length), sure);
    if (value !== null) found.push(value);
  }
  return found;
}

/** From the first clause that speaks of proof to the last one after it; what is said in between belongs to it. */
function evidentialRun(sentence: string): { start: number; end: number } | null {
  const clauses = [...sentence.matchAll(/(?:[^,;()]|\([^()]{1,14}\))+/g)];
  const flags = clauses.map((clause) => ({
    thing: THINGS.test(clause[0]) || OPEN_KEPT.test(clause[0]),
    kept: KEPT.test(clause[0].trim()) || OPEN_KEPT.test(clause[0]),
  }));
  const first = flags.findIndex((flag) => flag.thing && flag.kept);
  const anchor = first >= 0 ? first : flags.findIndex((flag) => flag.thing);
  if (anchor < 0) return null;
  const opening = clauses[anchor]?.[0] ?? '';
  const isList =
    PREFIX.exec(opening)?.[0].trim() !== undefined || first < 0 || /\bi have\b|\bwe(?:'ve| have) kept\b/.test(opening);
  let last = anchor;
  while (last + 1 < clauses.length) {
    const words = clauses[last + 1]?.[0] ?? '';
    const next = flags[last + 1];
    const isOffer = next?.thing !== true && OFFER.test(words);
    const goesOn =
      next !== undefined &&
      ((next.kept && (next.thing || words.trim().length <= 9 || /[a-z]/.test(words))) ||
        (isList && (next.thing || /^\s?(?:the|and|以及)\s/.test(words))));
    if (isOffer || !goesOn || /^\s?(?:you|which|so)\b/.test(words)) break;
    last += 1;
  }
  const from = clauses[anchor];
  const to = clauses[last];
  return from === undefined || to === undefined ? null : { start: from.index, end: to.index + to[0].length };
}

function anyOf(chinese: string, english: string): RegExp {
  return new RegExp(`${chinese.split(' ').join('|')}|${english}`);
}
