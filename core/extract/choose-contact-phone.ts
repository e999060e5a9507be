import type { DraftValue } from './complaint-draft.ts';
import { findPhones } from './find-phones.ts';
import type { PhoneMention } from './find-phones.ts';
import type { Letter } from './letter.ts';
import { isProse, letterTail } from './letter-tail.ts';
import type { TailLine } from './letter-tail.ts';
import { draftValue, evidenceIn } from './passage.ts';
import type { Passage } from './passage.ts';
import { chineseNameLikeness } from './person-names.ts';
import { foldText } from '../text/fold-text.ts';

const OTHERS =
  /(?:先生|小姐|女士|经理|师傅|客服|热线|专线|服务站|服务中心|店长|司机|专员|派件员|快递员|业务员|销售|门店|店里|总机|公司电话|主任|客户经理|录入员|技师|同事|收货方|收货人|对方|他的|她的|邻居|隔壁|爱人|老婆|老公|媳妇|太太|丈夫|妻子|先生|儿子|女儿|儿媳|女婿|父亲|母亲|爸爸?|妈妈?|班长|线长|工长|组长|保安|门卫|管理员|房东|物业|building manager|neighbou?r|husband|wife|son|daughter|landlord|site manager|foreman|举报|监督|卖家|商家|调度|窗口|传真|fax|hotline|desk|officer|manager|\bmr\b\.?|\bmrs\b\.?|\bms\b\.?|customer (?:service|care)|store|dealer|driver|helpline|switchboard|his |her |their |your (?:main |own |out of hours )?(?:number|line|office))[^。;!?\n]{0,24}$/;
const CALLED_OUT = /(?:拨打|打(?:电话)?(?:给|到)?|致电|called|phoned|rang|dialled|dialed|来电|短信)\s?\(?\s?$/;
const OWN =
  /(?:我(?:的)?(?:电话|手机|号码)|本人(?:电话|手机)|联系(?:我|电话|方式|手机)|(?:给我)?回(?:个|一个)?电(?:话)?|打给我(?!爱人|老婆|老公|媳妇|太太|丈夫|妻子|儿子|女儿|儿媳|女婿|父亲|母亲|爸爸?|妈妈?|邻居|隔壁)|电话给我|加我|找我(?!爱人|老婆|老公|媳妇|太太|丈夫|妻子|儿子|女儿|儿媳|女婿|父亲|母亲|爸爸?|妈妈?|邻居|隔壁|的)|打我(?!爱人|老婆|老公|媳妇|太太|丈夫|妻子|儿子|女儿|儿媳|女婿|父亲|母亲|爸爸?|妈妈?|邻居|隔壁|的)|电话打|请打|我(?:的)?联系|我的(?:是)?|my (?:number|phone|mobile|cell)|reach me|call me(?: (?:back|at|on))*|contact [a-z]+ (?:on|at)|contact me|ring me|be reached (?:on|at)|phone me|text me|my (?:direct )?line)[^。;!?\n]{0,12}$/;
const LABELLED = /(?:电话|手机|联系方式|tel|mobile|mob|cell|phone|\bhp|\bm|\bo|\bc|office|座机|市话)\s?[.:]?\s?$/;
const NOT_FOR_THIS = /^[^\n]{0,6}\((?:只|不)|^\s?\([^)]{0,20}(?:只管|只配合|不谈|不管|客服|门店)/;
/** `别打给我妈139…`. */
const NOT_TO_CALL = /(?:别|不要|勿)(?:再)?(?:打|拨|联系|找)[^,。;!?\n\d]{0,8}$/;
/** `打我爱人电话139…`: not the writer's own, but the one to call. */
const TO_CALL_FOR_WRITER =
  /(?:打|找|联系|拨|打给)(?:我(?:们)?(?:家)?的?)?(?:爱人|老婆|老公|媳妇|太太|丈夫|妻子|儿子|女儿|儿媳|女婿|父亲|母亲|爸|妈|邻居|同事|家里人|家人)[^,。;!?\n\d]{0,10}$|\b(?:call|ring|phone|text|contact|reach) (?:my|our) (?:wife|husband|partner|son|daughter|mother|father|mum|dad|sister|brother|neighbou?r|colleague)[^,.;!?\n\d]{0,24}$/;
const SERVICE_NUMBER = /^(?:400|800|0800|1?800|95\d{3}|123\d\d)/;

/**
 * The complainant's own telephone numbers, best first. Numbers of the shop, of hotlines and of other people who are
 * talked about are left out; a number in the signature or beside the contact's name is the best sign.
 */
export function findContactPhones(letter: Letter, contactName: string | null): DraftValue[] {
  const tail = letterTail(letter);
  const name = contactName === null ? null : foldText(contactName).folded;
  const found: DraftValue[] = [];
  for (const passage of [...letter.body, ...letter.signature]) {
    for (const phone of findPhones(passage, letter.language)) {
      if (NOT_TO_CALL.test(passage.folded.slice(Math.max(0, phone.start - 14), phone.start))) continue;
      const confidence = ownership(
        passage,
        phone,
        tail.some((line) => isCardOf(line, passage, phone)) && !letter.isSentForAnother,
        name,
      );
      const isToCall = TO_CALL_FOR_WRITER.test(passage.folded.slice(Math.max(0, phone.start - 40), phone.start));
      if (confidence < 0.5 && !isToCall) continue;
      const value = isToCall
        ? draftValue(evidenceIn(passage, phone.start, phone.end), 0.5, { doubt: 'anothersPhone' })
        : draftValue(evidenceIn(passage, phone.start, phone.end), Math.min(0.97, confidence));
      if (value !== null && !found.some((other) => digitsOf(other.value) === digitsOf(value.value))) found.push(value);
    }
  }
  return found.sort((a, b) => b.confidence - a.confidence);
}

/** The number stands on a line of the writer's card; at the end of a sentence only the last words are one. */
function isCardOf(line: TailLine, passage: Passage, phone: PhoneMention): boolean {
  if (line.passage !== passage || phone.start < line.start || phone.start > line.end) return false;
  return !isProse(line.folded) || line.end - phone.end < 16;
}

/** How likely a number is the complainant's, 0 to 1. */
function ownership(passage: Passage, phone: PhoneMention, isInTail: boolean, name: string | null): number {
  const lineStart = passage.folded.lastIndexOf('\n', phone.start - 1) + 1;
  const before = passage.folded.slice(Math.max(lineStart, phone.start - 60), phone.start);
  const after = passage.folded.slice(phone.end, phone.end + 30);
  // Behind another number somebody else may be named: `张三 138…/ 隔壁李太太 139…`.
  const sinceNumber = /\d{4}[\s\d-]{3,}\d(?<between>[^\d]*)$/.exec(before)?.groups?.['between'] ?? '';
  const isAnothers = OTHERS.test(sinceNumber) || namesAnother(sinceNumber, name);
  const isBesideName =
    name !== null && !isAnothers && (before.includes(name) || after.slice(0, name.length + 3).includes(name));
  const isOwn = OWN.test(before);
  let score = 0.35;
  if (isInTail) score += 0.35;
  if (LABELLED.test(before)) score += 0.1;
  if (isBesideName) score += 0.3;
  if (isOwn) score += 0.35;
  if (phone.isMobile) score += 0.05;
  if (/去电|来电/.test(before.slice(-4))) score += 0.2;
  if (!isOwn && !isBesideName && OTHERS.test(before) && !/(?:代写|代笔|联系|联络|经办)人/.test(before)) score -= 0.5;
  if (!isOwn && !isBesideName && namesAnother(before, name)) score -= 0.5;
  if (!isOwn && CALLED_OUT.test(before)) score -= 0.3;
  if (/(?:传真|fax)\s?[.:]?\s?$/.test(before)) score -= 0.8;
  if (!isBesideName && /(?:^|\s)小[\p{Script=Han}](?:\s|$)/u.test(before.slice(-12))) score -= 0.5;
  if (NOT_FOR_THIS.test(after)) score -= 0.4;
  if (/^[,;\s(]{0,2}(?:找我|联系我|联系本人|找本人)/.test(after)) score += 0.65;
  if (SERVICE_NUMBER.test(phone.digits)) score -= 0.6;
  return score;
}

/** `廖雪松 139… | 线长老谭 138…`: the number stands behind somebody who is not the contact. */
function namesAnother(before: string, name: string | null): boolean {
  if (name === null || !/\p{Script=Han}/u.test(name)) return false;
  const called =
    /(?:^|[\s,;|/:(是])(?:我(?:们)?)?(?:[\p{Script=Han}]{0,4}(?:长|员|工|师|理)\s?)?([\p{Script=Han}]{2,3}?)\s?(?:先生|女士|小姐|太太|老师|师傅)?[\s:]*$/u.exec(
      before,
    )?.[1];
  return called !== undefined && chineseNameLikeness(called) >= 0.5 && called !== name && called[0] !== name[0];
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
