import type { DraftValue } from './complaint-draft.ts';
import { findDates } from './find-dates.ts';
import type { DateMention } from './find-dates.ts';
import type { Letter } from './letter.ts';
import { localDay } from './local-day.ts';
import { draftValue, evidenceIn } from './passage.ts';
import type { Passage } from './passage.ts';

const DEADLINE_AFTER = /^\s?(?:\([^)]{1,4}\))?\s?(?:之?前(?!后)|以前|必须|内|为止|截止|下班前|就要|要求|至)/;
/** `周五要验收`: what is still to come. */
const PLANNED_AFTER = /^\s?(?:就|还|得)?要(?=验收|交货|开工|开业|开学|考|用|装|走|搬|发货|出货|上线|结婚|婚礼)/;
/** `4月份交的钱`, `去年10月报的`: a month in which something was bought or begun. */
const SETTLED_AFTER =
  /^[^,。;!?\n\d]{0,4}?(?:装|报|租|交|配|做|定|缴|付|入职|买|购|订|签|办|开)(?:的|了[^坏断漏停]{0,6}(?:钱|款|费|金))|^的(?:货|料|产品|批)/;
const DEADLINE_BEFORE =
  /(?:说好|约好|约定|讲好|答应|承诺|原定|本来说|通知说)的?(?:是|在|于)?\s?$|(?:(?:请|应|须|需|务必|希望|望|限|要求|建议)[^,。;!?\n]{0,8}(?:于|在)|请|限|最迟|截止|by|before|until|no later than|due|期限|有效|效期|保质期|生产日期|出厂日期|(?:打|印|喷|标|写)的?日期|生产于|有效日期|有效期|到货日期|expir\w*|best before|use by|打算|预计|计划|预约|定于|订于)\s?[:是为在至到(]*\s?$/;
/** `到今天`, `直到今天`: how long it has lasted. */
const STILL = /(?:到|至|截止|截至|直到|拖到)\s?$/;
const PROMISED = /(?:说好|约好|约定|讲好|答应|承诺|原定|本来说|应该?|promised|due|supposed)[^,。;!?\n]{0,10}$/;
/** `补的胎`, `寄回去`: what was done before, by a service or by the writer. */
const DONE_BEFORE =
  /^[^,。;!?\n\d]{0,9}?(?:(?:补|修|换|装|做|洗|送修|保养|安装|剪|染|烫|印|订做|定做|喷|换新)(?:好|完)?的|寄(?:回|出|去|走)|退回去|送(?:去|到)你们)/;
const BOUGHT_NEAR =
  /购(?!物)|买|下单|下[了的].{0,2}单|订购|签[订了]|办理|开通|委托|提车|bought|purchased|ordered|took up|signed up|入住|订的|预[订定]/;
const TROUBLE =
  /坏|断|漏|停|异|破|碎|烂|错|少|短|塌|锈|臭|烧|咬|吃到|发现|收到|到货|送到|送来|进料|淋|扣|响|疼|伤|退|拒|没力|没电|全黑|死机|失效|不良|反馈|打电话|找|催|签收|验收|上线|使用|开始|跑|飞|happen\w*|broke\w*|fail\w*|receiv\w*|arriv\w*|deliver\w*|came|found|notic\w*|start\w*|stopp\w*|charg\w*|left|collaps\w*|scaled|unplugged/;
/** Words of the trouble itself, which say more than words of delivery and use. */
const WENT_WRONG =
  /坏|断(?!货)|漏|停[电机水]|停了|异|破|碎|裂|塌|烂|臭|烧|咬|吃出|漏电|跳闸|疼|伤|痒|疹|吐|泻|没电|全黑|死机|报警|闪退|崩|不良|脱落|报错|没到|超时|拒绝|骂|扣了|broke|fail|stopp|collaps|leak|crack|down|caught fire|cut out|burst|exploded|charged|missing|damaged|soaked|nobody came|rejected/;
/** `发送日期:`, `Date:`: a line of a mail head, whose date is that of a letter. */
const HEAD_LINE = /^[\s>*|]*(?:发送(?:日期|时间)|日期|时间|寄件日期|date|sent)\s?:|\bwrote\s?:|写道\s?:/;
const SENT_LINE = /^\s*\S{0,3}\s?$/;

/**
 * When it happened: the date of the trouble, best first. Deadlines that the customer sets, days of purchase and
 * production dates are no such dates; a time of day or a word of trouble beside the date speaks for it.
 */
export function chooseOccurredAt(letter: Letter, received: DraftValue[]): DraftValue[] {
  const written = localDay(letter.writtenAt, letter.zone).toString();
  const passages = letter.body.length > 0 ? letter.body : letter.subject === null ? [] : [letter.subject];
  const scored: { value: DraftValue; score: number }[] = [];
  for (const passage of passages) {
    const mentions = findDates(passage.folded.slice(0, 40_000), letter);
    mentions.slice(0, 200).forEach((mention, index) => {
      if (mention.value.slice(0, 10) > written || isLetterDate(passage, mention, received)) return;
      const score = scoreOf(passage, mention, index, letter);
      const value = score < 0.4 ? null : draftAt(passage, mention, score);
      if (value !== null) scored.push({ value, score });
    });
  }
  const seen = new Set<string>();
  return scored
    .sort((a, b) => b.score - a.score)
    .map(({ value }) => value)
    .filter((value) => !seen.has(value.value) && seen.add(value.value).size <= 3);
}

/** The words from which the day of receipt was read, and a bare date that ends the letter. */
function isLetterDate(passage: Passage, mention: DateMention, received: DraftValue[]): boolean {
  const { start, end } = evidenceIn(passage, mention.start, mention.end);
  const isReceived = received.some(
    ({ evidence }) => evidence.block === passage.block && start >= evidence.start && end <= evidence.end,
  );
  const rest = passage.folded.slice(mention.end, mention.end + 8).replace(/[\s。.)]/g, '');
  const isLast = passage.folded.length - mention.end < 4 && rest === '';
  return isReceived || (isLast && /[\s。.!)]$/.test(passage.folded.slice(0, mention.start)));
}

function draftAt(passage: Passage, mention: DateMention, score: number): DraftValue | null {
  const confidence = Math.min(0.9, mention.doubt === null ? score : Math.min(score, 0.49));
  return draftValue(evidenceIn(passage, mention.start, mention.end), confidence, {
    value: mention.value,
    doubt: mention.doubt,
  });
}

function scoreOf(passage: Passage, mention: DateMention, index: number, letter: Letter): number {
  const text = passage.folded;
  const before = text.slice(Math.max(0, mention.start - 28), mention.start);
  const after = text.slice(mention.end, mention.end + 40);
  const lineStart = text.lastIndexOf('\n', mention.start - 1) + 1;
  const lineEnd = text.indexOf('\n', mention.end) < 0 ? text.length : text.indexOf('\n', mention.end);
  if (STILL.test(before) && mention.isRelative) return 0;
  // `说好昨天晚上8点前到`: what was promised and is over says when it went wrong, if nothing says it better.
  if (DEADLINE_AFTER.test(after) || DEADLINE_BEFORE.test(before))
    return mention.hasTime && mention.isRelative && PROMISED.test(before) ? 0.41 : 0;
  if (mention.isRelative && PLANNED_AFTER.test(after)) return 0;
  if (mention.precision === 'month' && SETTLED_AFTER.test(after)) return 0;
  if (HEAD_LINE.test(text.slice(lineStart, lineEnd))) return 0;
  // A line that is only a date is the letter's own date.
  if (SENT_LINE.test(text.slice(lineStart, mention.start)) && SENT_LINE.test(text.slice(mention.end, lineEnd)))
    return 0;
  const clauseAfter = /^[^。;!?\n]{0,30}/.exec(after)?.[0] ?? '';
  const clauseBefore = /[^。;!?\n]{0,28}$/.exec(before)?.[0] ?? '';
  const isBought =
    BOUGHT_NEAR.test(clauseAfter.slice(0, 14)) ||
    BOUGHT_NEAR.test(clauseBefore.slice(/[a-z]/.test(clauseBefore) ? -26 : -6));
  let score = 0.52;
  if (mention.hasTime) score += 0.16;
  else if (mention.hasPart) score += 0.12;
  if (TROUBLE.test(clauseAfter)) score += 0.07;
  if (WENT_WRONG.test(clauseAfter)) score += 0.06;
  if (isBought) score -= mention.isRelative ? 0.08 : 0.17;
  if (DONE_BEFORE.test(after)) score -= 0.12;
  if (/^\s?(?:就|才|突然|居然|竟然?)?又/.test(after)) score += 0.08;
  if (mention.precision === 'month') score -= 0.12;
  if (mention.doubt === 'roughDate') score -= 0.05;
  score -= Math.min(0.12, index * 0.03);
  if (letter.language !== 'en' && /^(?:的|那)/.test(after) && /批号|报告|邮件|回复/.test(after.slice(0, 8)))
    score -= 0.2;
  return score;
}
