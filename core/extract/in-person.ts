import { headName } from './head-name.ts';
import type { Letter } from './letter.ts';

/** Words of somebody who tells what another complains of. */
const FOR_ANOTHER =
  /(?:客户|顾客|客人|业主|车主|用户|会员|买家|住户|乘客|患者|家长|消费者|经销商|门店|店家|对方|投诉人|来电人)[^,。;!?\n]{0,12}(?:来电|来信|反映|反馈|投诉|要求|抱怨|说|称|表示|打来|致电|打电话)|(?:来电|投诉|受理|值班|接访)(?:记录|登记)|\p{Script=Han}(?:先生|女士|小姐|太太|阿姨|大爷|大姐|大妈)|\b(?:mr|mrs|ms|miss)\b\.? [a-z]|转(?:发|寄|给|告|办|交)|(?:帮|替|代)(?:他|她|客|登记|报|转|反映)|见下|如下|请(?:跟进|处理|回访|核实)|\b(?:fyi|see below|please handle|forward\w*|customer (?:called|rang|says|said|reports?|complain\w*|wants|is)|guest (?:called|says|complain\w*)|caller|on behalf of)\b/u;

/**
 * Whether a sender who shares the receiver's mail domain, and so looks like a colleague, may be the complainant all the same:
 * on one mail server staff and customers can live side by side. Not when a machine sent the mail, when it is a forward,
 * or when it tells what somebody else complains of.
 */
export function mayComplainInPerson(letter: Letter): boolean {
  const text = [letter.subject, ...letter.body].map((passage) => passage?.folded.slice(0, 4_000) ?? '').join('\n');
  const head = headName(letter);
  const isPerson = head !== null && head.person !== null && head.likeness >= 0.8;
  return isPerson && letter.isSentForAnother && !letter.isFromMachine && !letter.isForwarded && !FOR_ANOTHER.test(text);
}
