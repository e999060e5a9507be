import type { ProductMention } from './product-mention.ts';
import type { Passage } from './passage.ts';
import type { TextWord } from '../text/chinese-words.ts';
import { CHINESE_PRODUCT_HEADS } from './product-words.ts';
import { goodsAt, MAKES_NO_GOODS, mayBeGoods, THING } from './product-boundaries.ts';

/** A frame of words behind which goods are named; how much it is believed. */
interface Frame {
  pattern: RegExp;
  score: number;
}

const COUNT = '(?:\\d{1,4}|[一二两三四五六七八九十半几]{1,2})\\s?';
const MEASURE =
  '(?:大|小)?(?:箱|盒|瓶|包|袋|提|桶|罐|份|台|套|张|双|件|条|把|只|支|块|斤|公斤|辆|部|款|副|批|车|卷|组|盆|株|棵|颗|板|顶|个|节|对|樘|盘|间|桌|筒|捆|幅|架|床|盏|扇|册)';
/** `由贵公司负担`, `请你们处理`: behind these a verb follows, no goods. */
const ASKED = /(?:由|请|让|叫|求|要|望|盼|劳|烦|催|问|感谢|谢谢|通知|联系|联络|通知到|要求|希望)$/;
const WHOSE =
  '(?:你们|贵司|贵公司|贵厂|贵店|贵行|你家|您家|他家|这家|您)(?:这里|这边|那边|公司|店里?|家|厂|超市|商城|官网)?';
const WHICH = '(?:这|那|上|本|该)?(?:款|台|支|批|种|个|套|箱|车|辆|次|回)?';

const WHEN = '(?:(?:\\d{1,2}[/.月-](?:\\d{1,2}[日号]?)?|[上这本][个]?[周月次]|昨天|今天|前天|最近|刚刚?|新)\\s?)?';

const FRAMES: Frame[] = [
  {
    pattern: new RegExp(
      `${WHOSE}${WHEN}(?:生产|供应|销售|提供|卖|送来|送|发来|发|做|供|出|新出|[\\p{Script=Han}]{2}(?=的))?(?:来|到)?的?${WHICH}(?:的)?`,
      'gu',
    ),
    score: 0.46,
  },
  { pattern: new RegExp(`${WHOSE}的`, 'gu'), score: 0.44 },
  { pattern: new RegExp(`${WHOSE}\\d{1,4}(?:斤|克|公斤|g|kg|ml|升)装?的`, 'gu'), score: 0.55 },
  { pattern: new RegExp(`(?<![\\d第每])${COUNT}${MEASURE}(?:装)?的?`, 'gu'), score: 0.4 },
  // What is inside the parcel: `里面是身份证原件`, `整箱手作蛋糕盒`.
  {
    pattern: /(?:里面|箱内|内装|内件|包裹里)(?:全|都)*(?:是|为|装的是?|放的是?)|(?:寄|托运)的(?:是|都是)?/gu,
    score: 0.44,
  },
  { pattern: /整(?:箱|批|盒|袋|包)(?:的)?/gu, score: 0.5 },
  { pattern: /我(?:们|家)?的(?=[^,。;!?\n]{2,12}[(“])/gu, score: 0.46 },
  { pattern: /(?:到|送来|寄来|发来|运来|收到|拿到|领到|生产|出产|配送|供应|装修|安装|租)的/gu, score: 0.46 },
  {
    pattern: new RegExp(
      `(?:购买|订购|购置|采购|选购|网购|团购|入手|下单|办理|开通|订阅|(?:买|购|订|拍|定|进|提|租|办|装|点|用|换|领|报|请|约|做|吃|喝|穿|给[\\p{Script=Han}]{1,3}[买报订])(?:了|的|过|到)|给[^,。;!?\\n]{1,6}买的?|(?:订购|采购|购买|选购|定制|安装|使用)的|项下的|(?:送|发|供|寄|卖)(?:来|到|过来|给我们?)?的)(?:是)?(?:${WHOSE})?(?:家)?的?(?:(?:${COUNT}|这|那)${MEASURE}(?:装)?的?)?`,
      'gu',
    ),
    score: 0.5,
  },
];
/** A name in quotation marks, said of what was bought or used. */
const QUOTED =
  /(?:你们|贵司|贵公司|你家|用|买|购|订|拍|办|装|款|叫|喝|吃|开通|订阅|套餐|产品|型号|品名|的|了)[^,。;!?\n“"「『《:]{0,4}[“"「『《]([^“”"「」『』《》,。;!?:\n]{2,18})[”"」』》]/gu;
/** `“稳盈180天”理财`: what kind of thing the quoted name is stands behind it. */
const QUOTED_KIND =
  /[“"「『《]([^“”"「」『』《》,。;!?:\n]{2,18})[”"」』》](?=理财|基金|套餐|保险|app|软件|产品|服务|课程|会员|计划|贷|系列|礼盒|牌)/gu;
const SAID =
  /(?:说|称|表示|显示|写[着了的个]{1,2}|写|印着|贴着|标的|回复|答复|标注|标着|提示|叫做|声称|态度|所谓|解释|理由|借口|结论|回应|口径)[^,。]{0,4}[“"「『《]?$|(?:是|为)[“"「『《]?$/;
const HEADS = new RegExp(
  CHINESE_PRODUCT_HEADS.filter((head) => head.length > 1)
    .sort((a, b) => b.length - a.length)
    .join('|'),
  'g',
);
const READ = 6_000;

/**
 * Goods that no list of words knows, by the words around them: `买了3提抽纸`, `你家10斤装的丝苗米`, `用的“云账房 企业版”`.
 * The name ends where the sentence goes on.
 */
export function openGoods(passage: Passage, words: readonly TextWord[]): ProductMention[] {
  const text = passage.folded.slice(0, READ);
  const framed = FRAMES.flatMap(({ pattern, score }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const name = behindVerb(goodsAt(match.index + match[0].length, words), words, text);
      if (ASKED.test(text.slice(Math.max(0, match.index - 4), match.index)) && /^(?:你|贵|您)/.test(match[0]))
        return [];
      const isOther = name === null || MAKES_NO_GOODS.test(text.slice(name.end, name.end + 4));
      if (isOther) return [];
      const kept = upToHead(name.text);
      return [mention(passage, name.start, kept, THING.test(kept) ? score + LIKELY : score)];
    }),
  );
  const quoted = [...text.matchAll(QUOTED), ...text.matchAll(QUOTED_KIND)].flatMap((match) => {
    const name = match[1] ?? '';
    const start = match.index + match[0].length - 1 - name.length;
    const isSaid = SAID.test(text.slice(Math.max(0, start - 12), start));
    return isSaid || !mayBeGoods(name) || /[吗呢吧啊了]$/.test(name) ? [] : [mention(passage, start, name, 0.54)];
  });
  return [...framed, ...quoted, ...firstOfClause(passage, words, text)];
}

/** `在你们苗圃订的绣球`: what ends like buying is where it was bought, and the goods stand behind it. */
function behindVerb(
  name: ReturnType<typeof goodsAt>,
  words: readonly TextWord[],
  text: string,
): ReturnType<typeof goodsAt> {
  if (name === null || !/[订买购拍租选]$/.test(name.text)) return name;
  return text[name.end] === '的' || text[name.end] === '了' ? goodsAt(name.end + 1, words) : null;
}

/** How much more a name is believed that ends like the name of a thing. */
const LIKELY = 0.05;
const CLAUSE_START =
  /(?:^|[,;:。!?\n“])\s?(?:(?:[a-z]{1,5}-?\d{1,4}[a-z]{0,3}(?:型|版|款)?的?\s?|\d{1,4}\s?(?:ml|l|g|kg|寸|毫升|升|克|斤)\s?装?的)?(?:关于|反映|投诉|客诉|请问|定制的|这|那|该|此|本|我家|家里|店里)的?(?:款|台|批|个|套|种|支)?)?/g;

/** `防火门闭门器三天两头坏`: a clause near the beginning that opens with the name of a thing. */
function firstOfClause(passage: Passage, words: readonly TextWord[], text: string): ProductMention[] {
  return [...text.slice(0, 300).matchAll(CLAUSE_START)].flatMap((match) => {
    const name = goodsAt(match.index + match[0].length, words);
    if (name === null || name.text.length < 3 || !THING.test(name.text)) return [];
    if (MAKES_NO_GOODS.test(text.slice(name.end, name.end + 4))) return [];
    return [mention(passage, name.start, name.text, 0.43)];
  });
}

/** `粉煤灰结` → 粉煤灰: what follows a noun that the list knows is no part of the name, if it is only a sign or two. */
function upToHead(name: string): string {
  const head = [...name.matchAll(HEADS)].at(-1);
  const end = head === undefined ? name.length : head.index + head[0].length;
  return name.length - end <= 2 ? name.slice(0, end) : name;
}

function mention(passage: Passage, start: number, name: string, score: number): ProductMention {
  const nearStart = 0.08 * Math.max(0, 1 - start / 600);
  return { passage, start, end: start + name.length, head: name, score: score + nearStart };
}
