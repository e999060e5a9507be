import type { Stretch } from './match-words.ts';

/** An amount where it stands in folded text. */
export interface AmountInText extends Stretch {
  amount: number;
}

const AT_MOST =
  /(?:不会?超过|没有?超过|未超过|最多|至多|顶多|不多于|不大于|≤|\b(?:up to|no more than|not more than|at most|does not exceed|did not exceed))[ 了]?$/;
const LESS =
  /(?:不到|不足|未到|未满|不满|没有?到|少于|小于|低于|不够|将近|接近|[快近](?:要|到)?|<|\b(?:less than|fewer than|under|below|nearly|almost)) ?$/;
const MORE_BEFORE =
  /(?:超过|超出|超|逾|多于|大于|高于|不止|不只|不下于?|不少于|不低于|至少|起码|[>≥]|\b(?:over|more than|above|exceed(?:s|ed|ing)?|at least|upwards of)) ?$/;
const MORE_INSIDE = /[余多几数]/;
const MORE_AFTER = /^ ?(?:以上|有余|出头|开外|不止|还多|多[,。]|\+|or more|and more|plus\b)/;
const REACH = 24;

/**
 * Whether a text says that an amount is strictly more than `over`. A little more than the limit is more (20多箱, 超过20箱,
 * 20箱以上); what is said to be less (不到21箱, 将近21箱) must still be more without its last one.
 */
export function isSaidOver(folded: string, { start, end, amount }: AmountInText, over: number): boolean {
  const before = folded.slice(Math.max(0, start - REACH), start);
  if (AT_MOST.test(before)) return amount > over;
  if (LESS.test(before)) return amount - 1 > over;
  const isMore =
    MORE_BEFORE.test(before) ||
    MORE_INSIDE.test(folded.slice(start, end)) ||
    MORE_AFTER.test(folded.slice(end, end + REACH));
  return isMore ? amount >= over : amount > over;
}

const BOUGHT_BEFORE =
  /(?:进货?|买|订购?|订货|购买?|采购|批发|拿|收到|到货?|送来|送到|发来|总共|一共|共计?|合计|\b(?:ordered|bought|received|purchased|delivered|delivery of|shipment of|out of|of the))(?:了|的|货|回|来)* ?(?:大?约|大概)? ?$/;
const BOUGHT_AFTER = /^(?:货|豆腐|豆干|产品)?(?:里面?|里头|当?中|之中)/;
const HARM_BEFORE = /(?:只有|其中|仅有?|发现|有|坏了|破了|少了|\bonly)[^,。;]{0,6}$/;
const HARM_AFTER =
  /^[^,。;]{0,8}(?:问题|坏|破|漏|不良|不合格|异常|受潮|霉|划|损|碎|酸|断|歪|变形|(?:damaged|broken|faulty|defective|bad|affected|spoil|torn|leak))/;
const ALL = /[全都]|所有|每|剩下|其余|\b(?:all|every|rest)\b/;

/**
 * The amounts that are affected. 进了50箱,只有3箱有问题 is about three: what was bought or delivered does not count beside a
 * smaller amount that is said to be bad, unless all of it is.
 */
export function affectedAmounts<A extends AmountInText>(folded: string, amounts: readonly A[]): A[] {
  const bad = amounts.filter((one) => !isBought(folded, one) && isBad(folded, one));
  return amounts.filter(
    (one) =>
      !isBought(folded, one) ||
      !bad.some((other) => other.amount < one.amount && !ALL.test(between(folded, one, other))),
  );
}

function isBought(folded: string, { start, end }: Stretch): boolean {
  return (
    BOUGHT_BEFORE.test(folded.slice(Math.max(0, start - REACH), start)) ||
    BOUGHT_AFTER.test(folded.slice(end, end + REACH))
  );
}

function isBad(folded: string, { start, end }: Stretch): boolean {
  return (
    HARM_BEFORE.test(folded.slice(Math.max(0, start - REACH), start)) || HARM_AFTER.test(folded.slice(end, end + REACH))
  );
}

function between(folded: string, one: Stretch, other: Stretch): string {
  return folded.slice(Math.min(one.end, other.end), Math.max(one.start, other.start));
}
