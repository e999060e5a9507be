/** Words that speak for or against a complaint; weights are on a logistic scale. Patterns run on folded text. */
export interface ComplaintSignal {
  pattern: RegExp;
  weight: number;
  /** Counts only here; everywhere when not given. */
  only?: 'subject';
}

export const COMPLAINT_SIGNALS: ComplaintSignal[] = [
  { pattern: /投诉|客诉|申诉|抱怨|举报|维权/, weight: 1.1 },
  {
    pattern:
      /(?:我要|正式|必须|特此|强烈)[^,。\n]{0,4}投诉|formal complaint|writing to complain|notice of claim|wish to complain/,
    weight: 1.5,
  },
  { pattern: /\bcomplain(?:t|ts|ing)?\b|grievance|non-conformance|\bncr\b/, weight: 1.1 },
  {
    pattern:
      /(?:要求|请|希望|必须)[^。\n]{0,24}(?:退款|退货|换货|赔偿|赔付|退还|补发|道歉|承担|更换|整改|解决|说法|吸收|负担)/,
    weight: 1.6,
  },
  { pattern: /索赔|赔偿|退一赔|退款|退货|换货|退车|退息|召回/, weight: 0.8 },
  { pattern: /(?:赔不赔|怎么赔|谁(?:来)?负责|谁赔|给个说法|可不可以赔|到底管不管|能不能管)/, weight: 1.6 },
  { pattern: /12315|12345|消协|消保|消费者保护|工商|曝光|黑猫|法院|律师|走法律|发到网上/, weight: 0.8 },
  {
    pattern:
      /不合格|不良|异响|异物|漏油|漏气|漏水|渗水|生锈|开裂|断裂|变质|发霉|发臭|破损|破了|坏了|碎裂|失效|故障|质量问题|瑕疵|缺陷|虚标|短少|少了|偏高|超标|烧坏|烧管|断电|内泄|冷缝|跳电|停电了|退冰|起火|冒烟|抖动|异味|臭味|脱落|划痕|受潮|卡死|闪退|掉线|过期|死机|发错|不符/,
    weight: 1,
  },
  {
    pattern:
      /拖(?:太久|了)|迟迟|到现在(?:都|还|也)?没|一直没|没人(?:管|理|接|回)|不理|推诿|敷衍|态度|差评|太差|恶劣|欺骗|忽悠|坑人|坑骗|骗人|虚假宣传|乱收费|多收|重复扣|扰民|骚扰|霸王|垄断|违约|拖欠|不退|拒绝|忍无可忍|气死|离谱|无语|失望|不满/,
    weight: 1,
  },
  {
    pattern:
      /出事|赔|吃到|咬到|喝到|塑料片|塑胶片|头发|金属|虫|塌|烧|炸|退料|修了|修不好|修好了又|又不|不冷|不制冷|没修好|什么都没有|找不到|没收到|收不到|没有收到|不肯|不给|乱|太坑|坑|贵|被骗|管不管|吵得/,
    weight: 0.8,
  },
  { pattern: /受伤|流血|出血|划破|送医|医院|恶心|头晕|过敏|差点|危险|安全隐患|人命/, weight: 0.7 },
  { pattern: /为什么|凭什么|怎么回事|到底|难道|岂有此理|怎么办|何时能|说法|扯|过分|夸张|傻眼|无言/, weight: 0.7 },
  { pattern: /再不|三天内|24小时内|否则|不然我/, weight: 0.5 },
  { pattern: /!{2,}|[?？]!|!\?/, weight: 0.3 },
  {
    pattern: /\b(?:refund|compensat\w+|replacement|credit note|reimburse\w*|liable|liability|chargeback)\b/,
    weight: 1,
  },
  {
    pattern:
      /\b(?:i|we) (?:want|demand|expect|insist|require|would (?:therefore )?like)[^.\n]{0,60}(?:refund|replace|credit|compens|repair|correct|explan|apolog|response)/,
    weight: 1.4,
  },
  {
    pattern:
      /\b(?:broken|faulty|defective|damaged|leak\w*|crack\w*|cracked|scratched|stuck|flicker\w*|failed|failure|collapsed|missing|short delivery|light load|contaminat\w+|rust\w*|mold|mould|stale|rash|irritation|wrong (?:item|size|one|colou?r)|never arrived|not working|doesn't work|does not (?:work|function)|stopped working|came loose|stalled|overdraft fee|charged twice|double.charged|mis-?selling|unauthori[sz]ed|rejected|residue|affected)\b/,
    weight: 1,
  },
  {
    pattern:
      /\b(?:unacceptable|disappoint\w*|ridiculous|unbelievable|furious|appalling|terrible|awful|disgust\w*|poor (?:service|quality)|no (?:response|reply|answer)|nobody|third time|still (?:no|not|waiting)|fed up|rude|waste of|issue|problem)\b/,
    weight: 0.6,
  },
  {
    pattern: /\b(?:dispute|ombudsman|trading standards|small claims|lawyer|solicitor|attorney|regulator|escalat\w+)\b/,
    weight: 0.7,
  },

  {
    pattern:
      /自动回复|自动答复|automatic reply|auto-?reply|autoreply|out of (?:the )?office|auto-?response|此为系统自动回复|不在办公室|休假|出差/,
    weight: -4,
  },
  {
    pattern:
      /undeliver|delivery status|returned (?:mail|to sender)|mailer-daemon|mail delivery (?:system|failed)|退信|could not be delivered/,
    weight: -4.5,
  },
  {
    pattern:
      /退订|取消订阅|unsubscribe|电子报|newsletter|会员专享|限时|促销|特价|折起|满三千|年中庆|优惠券|立即选购|coupon|% off|sale ends/,
    weight: -2.6,
  },
  {
    pattern:
      /询价|(?:请|提供|最新|您?的)[^,。\n]{0,14}报价(?!维修)|报价请|招标|投标|\brfq\b|request for quot|please quote|quotation|best price|拟采购|采购意向|供应商(?:报名|入围)/,
    weight: -3,
  },
  {
    pattern: /应聘|求职|简历|期望薪资|随时到岗|job application|curriculum vitae|\bresume\b|\bcv\b|applying for|招聘/,
    weight: -4,
  },
  {
    pattern:
      /表扬|感谢信|锦旗|致谢|特别感谢|点赞|好评|发个奖金|appreciate everyone|thank you so much|well done|kudos|great (?:job|service)|compliment|thanks to the|no further action/,
    weight: -3,
  },
  {
    pattern:
      /会议通知|月报|周报|季报|议程|培训通知|放假通知|检修停电|计划停电|系统升级|升级通知|调价通知|通知函|各位(?:领导|同事|委员|住户)|all[- ]staff|office closed|this is a reminder|maintenance window|环比|关闭率/,
    weight: -2.6,
  },
  {
    pattern:
      /咨询(?!\(|有限|公司|热线|村|电话)|请教|想了解|请问如何|怎么办理|需要(?:哪些|那些|什么)材料|能否告知|想问(?:一下|下)|enquir(?:y|e)|inquir(?:y|e)|could you tell me|i was wondering|do you (?:offer|have|sell|stock)|how (?:do|can) i/,
    weight: -1.6,
  },
  {
    pattern:
      /发票(?:已开|请查收|抬头|开具)|对账单|请款|付款通知|缴费通知|invoice (?:is )?(?:attached|enclosed)|payment (?:due|reminder|received)|remittance|statement of account/,
    weight: -1.8,
  },
  {
    pattern:
      /验证码|verification code|密码重置|password reset|登录提醒|订单已发货|has shipped|order confirmation|预约成功|满意度调查|问卷|survey/,
    weight: -2.4,
  },
  {
    pattern: /(?:提前|谨此)祝|节日快乐|新年快乐|恭贺|邀请函|诚邀|cordially invite|invitation|season's greetings/,
    weight: -2,
  },
  {
    pattern:
      /咨询|询问|询价|报价|请教|通知|表扬|感谢|thanks|thank you|enquiry|inquiry|quotation|invitation|reminder|newsletter|应聘|自动回复|邀请/,
    weight: -1.4,
    only: 'subject',
  },
  { pattern: /不是(?:来)?投诉|并非投诉|not (?:a|to) complain|isn't a complaint|no complaints?/, weight: -2.5 },
  {
    pattern:
      /已(?:经)?(?:妥善)?解决|问题已处理|都解决了|可以结案|you can close|all sorted|resolved now|has been resolved/,
    weight: -2,
  },
];
