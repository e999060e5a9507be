import type { TextWord } from '../text/chinese-words.ts';
import { WORDS_AROUND_GOODS } from './words-around-goods.ts';

/** Endings that name somebody, a place or a deed, and no goods. */
const NO_GOODS =
  /(?:小伙子?|调度|姑娘|大姐|大哥|阿姨|师父|工人|邻居|家人|老人|孩子|宝宝|媳妇|老婆|老公|太太|主管|组长|队长|领队|管家|保安|前台|厨师|医生|护士|老师|主播|顾问|技师|学徒|站点|网点|驿站|柜面|窗口|大厅|车间|产线|生产线|流水线|工地|项目部|办公室|食堂|厨房|客厅|阳台|楼道|地下室|院子|平台|官网|直播间|群里|活动|套路|公司|集团|医院|学校|银行|部门|中心|大厦|小区|花园|家园|广场|街道|路口|超市|商场|市场|门店|旗舰店|专卖店|柜台|公安局|管理局|法院|公寓楼|单元|先生|女士|小姐|经理|主任|总监|工程师|师傅|人员|员工|司机|客服|客人|家属|同仁|情况|问题|原因|事件|事情|行为|现象|通知|规定|条例|条款|标准|协议|合同|报告|记录|照片|视频|截图|证明|发票|收据|单号|订单|批号|批次|时间|日期|期间|损失|费用|金额|价格|质量|数量|重量|态度|服务|售后|说法|回复|答复|处理|投诉|要求|消息|信息|资料|答案|机会|办法|方案|措施|计划|建议|意见|看法|国家|社会|政府|东西|结果|理由|借口|工单|案件|案子|钱|元|号|日|天|月|年|次|人|事|话|店|家|厂|县|市|区|镇|村|路|街|省|州|国|班|长|总|点|分|秒|楼|层|栋|室|单)$/;
/** Endings of names of things. */
export const THING =
  /(?:器|机|仪|枪|箱|柜|锁|灯|泵|阀|卡|课|票|券|餐|酥|糕|饼|膏|剂|胶|漆|膜|布|纱|丝|板|管|杆|椅|床|垫|桌|车|表|镜|鞋|衣|裤|裙|帽|袜|壶|锅|杯|碗|刀|伞|炉|扇|盖|笔|琴|线|件|轮|带|袋|瓶|纸|米|油|酒|茶|奶|肉|虾|鱼|蛋|果|面|粉|盐|酱|糖|碱|酸|铁|钢|铝|铜|棒|球|网|门|窗|瓦|砖|石|砂|漆|料|液|浆|汁|皂|霜|乳|豆|瓜|菜|苗)$/;
/** One sign before a noun that can belong to its name; any other single sign is the end of a word that was cut in two. */
const SINGLE_MODIFIER =
  /^[大小新旧红白黑黄绿蓝冻鲜干湿冷热电铁钢铜铝木竹布棉皮生熟甜咸辣香素男女油水米面肉鱼虾蛋奶茶酒铸银金纸塑胶砂石炒卤腌烤]$/;
const LONGEST = 12;

/** Where a word may begin in a text: the start of every word, and the end. */
export type Boundaries = ReadonlySet<number>;

/** The boundaries of `words`. */
export function boundariesOf(words: readonly TextWord[]): Boundaries {
  return new Set(words.flatMap(({ start, end }) => [start, end]));
}

/**
 * How many characters of the words before a noun do not belong to the product's name: `请保持手机` → 3 of `请保持`.
 * `at` is where `modifier` stands in the text whose words are given.
 */
export function foreignLead(modifier: string, at: number, words: readonly TextWord[]): number {
  const end = at + modifier.length;
  let start = end;
  for (let i = lastBefore(words, end); i >= 0; i--) {
    const word = words[i];
    if (word === undefined || word.start < at || endsPhrase(word.text)) break;
    start = word.start;
  }
  const rest = modifier.slice(start - at);
  const isStray = rest.length === 1 && /\p{Script=Han}/u.test(rest) && !SINGLE_MODIFIER.test(rest);
  return isStray ? modifier.length : start - at;
}

/** The name of goods that begins at `from`: whole words up to the first that belongs to no name; null when none does. */
export function goodsAt(from: number, words: readonly TextWord[]): { start: number; end: number; text: string } | null {
  const first = words.findIndex((word) => word.start === from);
  if (first < 0) return null;
  let text = '';
  for (const word of words.slice(first, first + 2 * LONGEST)) {
    if (!/^[\p{Script=Han}a-z\d%·+-]+$/u.test(word.text) || WORDS_AROUND_GOODS.has(word.text)) break;
    if (signs(text + word.text) > LONGEST) break;
    text += word.text;
  }
  return mayBeGoods(text) && !/^[%·+-]/.test(text) ? { start: from, end: from + text.length, text } : null;
}

/** Whether a phrase can name goods at all. */
export function mayBeGoods(name: string): boolean {
  return (
    name.length >= 2 &&
    /\p{Script=Han}/u.test(name) &&
    !NO_GOODS.test(name) &&
    !WORDS_AROUND_GOODS.has(name) &&
    !/^(?:已|未|不|没|正在|无法|被|请|就|只|才|便|是否|受|彻底|写|予|并|而|或|则|若|如|虽|但)|(.)不\1|[吗呢吧啊了]$|\d+\s?[箱盒件袋包瓶桶卷车台个只份套张片吨斤升年月日号]$/u.test(
      name,
    )
  );
}

/** Single signs may be part of a modifier (自走式); words and these signs are not. */
function endsPhrase(word: string): boolean {
  return (
    /^\d/.test(word) ||
    /^[请让使叫找见听想能会应须副并将把被给]$/.test(word) ||
    (word.length > 1 && WORDS_AROUND_GOODS.has(word))
  );
}

/** What behind a noun of goods makes another noun of it: 水泥公司, 轮胎店, 手机号码. */
export const MAKES_NO_GOODS =
  /^(?:公司|厂|店|道|场|部门?|站|费|行业|库|队|工程|集团|系统|师傅|人员|协会|管家|维修|保养|柜台|车间|专卖|市场|业务|客服|销售|经销|中心|合同|款(?!式)|标准|质量|行|员|批发|有限|码|卡|号)/;

/** How long a name is; a code within it counts little. */
function signs(name: string): number {
  return name.replace(/[a-z\d-]+/g, 'x').length;
}

function lastBefore(words: readonly TextWord[], end: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.end ?? Infinity) <= end) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
