/**
 * The words by which a text says that something did not happen, was only supposed, or happened to somebody else. Data for
 * `said-otherwise.ts`; the parts of a list are alternatives of a pattern.
 */
const oneOf = (words: string): string => `(?:${words.trim().split(/\s+/).join('|')})`;

/** A negation in the letter that denies nothing: what follows did happen. Longer ones first. */
export const AFFIRMING_IDIOMS = new RegExp(
  `${oneOf(`
    没有?想到 没有?料到 没有?成想 没有?承想 没有?曾想 未曾?料到? 未曾想到? 万?没想到 想不到 料不到 想都没想到? 不料
    不得不 不能不 不可不 不得已 没有?办法 没辙 别无他法 无可奈何 无奈 迫不得已
    不知为何 不知为什么 不知什么原因 不知怎么回?事? 不知道为何 不知道为什么 不知道什么原因 不知道怎么回?事? 不知何故 不知不觉 不明原因 原因不明 无缘无故 无故 无端
    (?:并|又)?不是没有? 并非没有? 绝非没有?
    不止 不仅仅? 不光 不但 不只 不单 不限于 岂不是? 何尝不是? 可不是 还不是 无不 无非
    一?不小心 不慎 不当心 不留神 没留神 没注意 没留意 没当心
    不断 不停地? 不时 动不动 不久 没有?多久 没过多久 没有?多长时间 没过几天 没有?几天 没有?几分钟 没有?几下 不一会儿? 没一会儿?
    不幸 不由得 不禁 忍不住 说不定 没准 保不齐 保不准 要不(?!是) 再不 等不及 没等 不等 来不及 差不多 不到 不满 不足
    没有?人(?=去|到|来|找|打|联系)
  `)}|\\bnot (?:only|just|merely|to mention|surprisingly)\\b|\\bno (?:wonder|doubt|sooner|longer than)\\b`,
  'g',
);

/**
 * Small words that may stand between a negation and what it denies. With any other word between, the negation is about that
 * one: 未发货导致停工, 货没到停工了.
 */
export const LIGHT_CHINESE = `${oneOf(`
  (?:造成|引起|引发|导致|影响|涉及|波及|伤及)到? 发生 出现 发现 出过? 存在 构成 产生 形成 带来 有 过 再 太 大 任何 什么 明显 严重 真的? 的 了 是 属于 曾 被 让 使 把 因此 因为 由于 因
  一个 一名 一人 [一任]何?一?[个名位] 谁 哪个 人员 人 员工 工人 职工 家人 孩子 老人 顾客 消费者 用户 我们 我方 我司 公司 工厂 客户 生产线 产线 生产 现场 工地 车间 整条 全线 大面积 批量 直接 另外 额外
  需要? 要求 要 想 打算 准备 计划 申请 找 联系(?!我) 惊动 拨打 打 请 去 向 说过 说要 记者 媒体 律师 法院 消协 重大 特别 提起 失去
`)}{0,6}`;
export const LIGHT_ENGLISH =
  '(?:(?: |\\b)(?:a|an|any|the|been|be|is|was|were|had|have|has|yet|of|in|to|for|cause[ds]?|causing|result(?:ed|ing)?|about|really|actually|because|due|report(?:ed|s)?|one|injur(?:y|ed)|anyone|nobody|serious(?:ly)?|led|go|gone|going|contact(?:ed|ing)?)\\b){0,4}';

/** First parts of `…` words that expect a negation after them: 迟迟不来修 is what 迟迟…来修 looks for. */
export const AWAITS_DENIAL = /(?:迟迟|一直|始终|至今|拖着|总|老是|死活)$/;

/** What opens a condition. It reaches over its own clause and over what follows from it. */
export const CONDITION =
  /要不是|若不是|如果|要是|假如|倘若|若是|如若|若非|万一|一旦|假设|\b(?:if|in case|unless|should (?:we|you|this|it|they))\b/g;
/** What opens a question or something that did not come about. It reaches over its own clause only. */
export const QUESTION = /是否|会不会|有没有可能|\b(?:whether|would have|could have)\b/g;

/** A condition that is contrary to the facts: 要不是…早停工了 says that it did not stop, 要不是…也不会停工 that it did. */
export const CONTRARY = /要不是|若不是|若非|如果不是|(?:如果|要是)[^,]{0,8}早/;
export const CONTRARY_RESULT = /早就?|就|恐怕|可能|肯定|会|差点/;
export const CONTRARY_DENIAL = /(?:不会|不至于|也不|就不|也没|就没)[^,]{0,8}$/;

/** A clause with a condition that says itself what follows from it is complete: 如果方便请回电, 如果能退车最好. */
export const COMPLETE_CONDITION =
  /最好|请|麻烦|希望|就|再说|另说|更好|谢谢|感谢|拜托|也行|也可以|无所谓|可否|能否|\b(?:please|thank|would be (?:good|nice|great|fine|best)|is fine|that is)\b/;
/** A clause that tells what has happened, whatever was supposed before it. */
export const TELLS_A_FACT =
  /但|不过|可是|然而|却|昨[天日晚夜早]|前[天晚]|前几天|上[周个]|当[时天晚]|今早|今天早上|今天上午|刚[才刚]|已|结果|现在(?!就|得)|目前|当场|\b(?:but|already|yesterday|last (?:week|month|night|year)|ago|however)\b/;
export const FOLLOWS =
  /就|便|将|会|要|那|则|恐|可能|只能|只好|必|得|怕|\b(?:will|would|shall|may|might|could|can|must)\b|'ll\b/;
/** 了, 过 and the English past tell of something done where nothing says that it only follows. */
export const IS_DONE = /了|过|\b(?:was|were|has|have|had|did|is in)\b/;

/** What belongs to others: their line that stands still is no complaint of ours. */
export const OTHERS =
  /(?<!比|像|跟|和|与|同|在|从|到|向|给|对|被|除了|除|换成?|用)(?:隔壁(?:的?(?:厂|工厂|公司|单位|店|工地|村|搅拌站|家))|别家|别的(?:厂|厂家|工厂|公司|搅拌站|拌合站|店|工地|牌子|品牌|供应商)|其[他它](?:厂|厂家|工厂|公司|搅拌站|拌合站|店|工地|牌子|品牌|供应商)|同行|另一家|竞品|竞争对手)|\b(?:another|other|some other|neighbouring|neighboring) (?:compan(?:y|ies)|factor(?:y|ies)|plants?|brands?|suppliers?|sites?)\b|\ba competitor/g;
/** The one complained of, who made it happen at others': 你们的料害得隔壁厂停产. */
export const THEIRS = /你们?|贵[司公]|\byour?\b/;
/** Where we or the goods come into it, others are only mentioned. */
export const OURS = /我|咱|本[厂司公店]|俺|自己|你|贵|这|该|同一?批|害得|\b(?:we|our|us|my|i|you|your|this)\b/;
