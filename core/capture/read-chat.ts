/** One message of a chat as it was copied out of a chat program. */
export interface ChatMessage {
  speaker: string;
  /** The words of its time, as copied; `''` when there are none. */
  time: string;
  text: string;
}

const DAY = String.raw`(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/月]\d{1,2}日?|昨天|今天|前天|星期[一二三四五六日天]|周[一二三四五六日天]|Yesterday|Today)`;
const CLOCK = String.raw`(?:(?:上午|下午|中午|晚上|凌晨|早上)\s?)?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M)?`;
const TIME = String.raw`(?:${DAY}\s+)?${CLOCK}`;
/** `张伟 2026/11/21 14:03`, as WeChat, QQ and DingTalk copy it. */
const NAME_FIRST = new RegExp(String.raw`^(\S(?:.{0,38}?\S)?)[\s:：,，]+(${TIME})\s*[:：]?$`, 'i');
/** `2026-11-21 14:03 张伟`, or `[14:03] 张伟:`. */
const TIME_FIRST = new RegExp(String.raw`^[[【(（]?(${TIME})[\]】)）]?[\s,，]+(\S(?:.{0,38}?\S)?)\s*[:：]?$`, 'i');

/**
 * The messages of a pasted chat, in order; null when the text is none: fewer than two lines that name a speaker and a time.
 * Words above the first such line stay with no speaker.
 */
export function readChat(text: string): ChatMessage[] | null {
  const messages: ChatMessage[] = [];
  let heads = 0;
  for (const line of text.split(/\r?\n/)) {
    const head = headOf(line.trim());
    if (head !== null) {
      heads += 1;
      messages.push({ ...head, text: '' });
      continue;
    }
    const last = messages.at(-1);
    if (last === undefined) messages.push({ speaker: '', time: '', text: line });
    else last.text = last.text === '' ? line : `${last.text}\n${line}`;
  }
  if (heads < 2) return null;
  return messages
    .map((message) => ({ ...message, text: message.text.trim() }))
    .filter(({ text: words }) => words !== '');
}

function headOf(line: string): Pick<ChatMessage, 'speaker' | 'time'> | null {
  if (line.length > 90) return null;
  const named = NAME_FIRST.exec(line);
  if (named?.[1] !== undefined && isName(named[1])) return { speaker: named[1], time: named[2] ?? '' };
  const timed = TIME_FIRST.exec(line);
  if (timed?.[2] !== undefined && isName(timed[2])) return { speaker: timed[2], time: timed[1] ?? '' };
  return null;
}

/** A name is no sentence, and not another date. */
const isName = (words: string) => !/[。！？!?；;]|\d{4}[-/年]/.test(words);

const STAFF = /客服|售后|售後|服务|服務|官方|助手|机器人|機器人|专员|專員|\b(?:support|service|agent|assistant|bot)\b/i;

/** Who complains: the first to speak who is not staff by name; else the first who is named at all. */
export function customerOf(messages: readonly ChatMessage[]): string | null {
  const named = messages.filter(({ speaker }) => speaker !== '');
  return (named.find(({ speaker }) => !STAFF.test(speaker)) ?? named[0])?.speaker ?? null;
}
