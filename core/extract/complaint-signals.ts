/** Words that speak for or against a complaint; weights are on a logistic scale. Patterns run on folded text. */
export interface ComplaintSignal {
  pattern: RegExp;
  weight: number;
  /** Counts only here; everywhere when not given. */
  only?: 'subject';
}

export const COMPLAINT_SIGNALS: ComplaintSignal[] = [
  { pattern: /投诉|客诉|申诉|抱怨|举报|维权/, weight: 0.8 },
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
  { pattern: /(?:赔不赔|怎么赔|谁(?:来)?负责|谁赔|给个说法|可不可以赔|到底管不管)/, weight: 1.6 },
  { pattern: /12315|12345|消协|消保|消费者保护|工商|曝光|黑猫|法院|律师|走法律|发到网上/, weight: 0.8 },
  {
    pattern:
      /不合格|不良|异响|异物|漏油|漏气|漏水|渗水|生锈|开裂|断裂|变质|发霉|发臭|破损|破了|坏了|碎裂|失效|故障|质量问题|瑕疵|缺陷|虚标|短少|少了|偏高|超标|烧坏|断电|内泄|跳电|停电了|解冻|起火|冒烟|抖动|异味|臭味|脱落|划痕|受潮|卡死|闪退|掉线|过期|死机|发错|不符/,
    weight: 1,
  },
  {
    pattern:
      /拖(?:太久|了)|迟迟|到现在(?:都|还|也)?没|一直没|没人(?:管|理|接|回)|不理|推诿|敷衍|态度|差评|太差|恶劣|欺骗|忽悠|坑人|坑骗|骗人|虚假宣传|乱收费|多收|重复扣|扰民|骚扰|霸王|垄断|违约|拖欠|不退|拒绝|忍无可忍|气死|离谱|无语|失望|不满/,
    weight: 1,
  },
  {
    pattern:
      /出事|吃到|咬到|喝到|塑料片|塑胶片|头发丝|金属丝|有虫|虫子|塌了|烧了|炸|退料|修了|修不好|修好了又|又不|不冷|不制冷|没修好|什么都没有|找不到|没收到|收不到|没有收到|不肯|不给|乱收|乱扣|太坑|坑人|太贵|越修越|被骗|管不管|吵得/,
    weight: 0.8,
  },
  {
    pattern:
      /对不上|缺斤|短斤|差了[^,。\n]{0,8}(?:吨|公斤|千克|斤|箱|件|包|袋|个|元)|少(?:给|发|送|装|到)了?|缺(?:件|货|少)|三番(?:五|两)次|屡次|不是(?:第)?一次|多次反映/,
    weight: 1,
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
      /\b(?:broken|faulty|defective|damaged|leak\w*|crack\w*|cracked|scratched|stuck|flicker\w*|failed|failure|collapsed|missing|short delivery|light load|contaminat\w+|rust\w*|mold|mould|stale|rash|irritation|wrong (?:item|size|one|colou?r)|never arrived|not working|did(?:n't| not) work|hung up|no answer|doesn't work|does not (?:work|function)|stopped working|came loose|stalled|overdraft fee|charged twice|double.charged|mis-?selling|unauthori[sz]ed|rejected|residue|affected)\b/,
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

  { pattern: /你们[^]{4,2000}你们|\byou (?:people|guys|promised|told me|never)\b/, weight: 0.5 },

  {
    pattern: /自动回复|自动答复|automatic reply|auto-?reply|autoreply|out of office|auto-?response|休假通知/,
    weight: -4,
    only: 'subject',
  },
  {
    pattern:
      /此为系统自动回复|(?:i am|i'm|am currently|will be) (?:out of (?:the )?office|on (?:annual |parental |maternity )?leave|away)|(?:休假|出差|外出)(?:中|期间)[^。\n]{0,30}(?:回复|处理|查看|联系)/,
    weight: -4,
  },
  {
    pattern:
      /delivery status|returned (?:mail|to sender)|mailer-daemon|mail delivery (?:system|failed)|退信|(?:message|mail) could not be delivered|undelivered mail/,
    weight: -4.5,
  },
  { pattern: /退订|取消订阅|unsubscribe|电子报|若不想再收到|view (?:this email )?in (?:your )?browser/, weight: -3 },
  {
    pattern: /促销|特价|折起|双十一|优惠|限时|newsletter|weekly|% off|\bsale\b|new arrivals|周报|月报|季报|会员专享/,
    weight: -2.2,
    only: 'subject',
  },
  { pattern: /会员专享|折起|下杀|立即选购|立即抢购|sale ends|shop now|limited time|use code/, weight: -1.2 },
  {
    pattern: /询价|招标|投标|\brfq\b|request for quot|quotation|enquiry|inquiry|报价请求/,
    weight: -2.2,
    only: 'subject',
  },
  {
    pattern:
      /please quote|best price|拟采购|采购意向|(?:请|烦请|提供|最新)[^,。\n]{0,14}(?:报价单|报价$|报价[,。(])|提供[^,。\n]{0,12}单价|供应商报名|send us your (?:offer|quotation|price)/,
    weight: -2,
  },
  { pattern: /应聘|求职|job application|application for|applying for|\bcv\b|招聘|简历/, weight: -3.5, only: 'subject' },
  {
    pattern: /期望薪资|随时到岗|简历(?:见|请|如)附件|my (?:cv|resume)|curriculum vitae|years of experience|应聘/,
    weight: -3,
  },
  {
    pattern: /表扬|感谢信|锦旗|致谢|感谢|点赞|好评|thanks|thank you|kudos|well done|compliments? (?:to|for)|praise/,
    weight: -2.4,
    only: 'subject',
  },
  {
    pattern:
      /表扬|感谢信|锦旗|特别感谢|appreciate everyone|thank you so much|kudos|great (?:job|service)|excellent service|no further action|非常满意|服务很好|really (?:happy|pleased)/,
    weight: -2,
  },
  {
    pattern:
      /会议|议程|培训|讲座|研讨会|放假|检修|升级|调价|邀请|活动通知|(?<!异常|不良|质量|投诉)通知|agenda|meeting|webinar|workshop|training|conference|reminder|office closed|invitation|maintenance/,
    weight: -1.8,
    only: 'subject',
  },
  {
    pattern:
      /会议通知|议程如下|系统升级|计划停电|各位(?:领导|同事|委员|住户|业主)|all[- ]staff|this is a reminder|环比|关闭率|minutes of (?:the )?meeting|dear (?:team|all|colleagues)\b|诚邀|cordially invite/,
    weight: -2,
  },
  {
    pattern: /咨询|询问|请教|想了解|请问|申请|how to|question about|question re|could you tell|advice/,
    weight: -1.5,
    only: 'subject',
  },
  {
    pattern:
      /咨询以下|请教(?:一下|几个|下)|想了解(?:一下)?|怎么办理|如何办理|需要(?:哪些|那些|什么)(?:材料|手续|资料)|如可以|能否告知|想(?:请)?问(?:一下|下|问)?|could you tell me|i was wondering|do you (?:offer|have|sell|stock|ship|supply)|what is the (?:price|lead time|shelf life)|is it (?:possible|safe|suitable) to/,
    weight: -1.6,
  },
  {
    pattern:
      /多少钱|价格表|样品申请|寄样|想预约|加盟|合作意向|price list|brochure|catalogue|book an appointment|make an appointment|opening hours|partnership/,
    weight: -1.4,
  },
  {
    pattern:
      /发票(?:已开|抬头|开具)|对账|请款|付款|缴费|账单|invoice|payment|remittance|statement|renewal|续约|续保|change of address|update (?:my|our) details/,
    weight: -0.8,
    only: 'subject',
  },
  {
    pattern:
      /请查收|(?:已收到|已受理|已登记)您的|感谢您的(?:反馈|来信|支持|耐心|理解)|给您(?:带来|造成)(?:的)?不便|深表歉意|we have received your|thank you for (?:contacting|your (?:feedback|patience|order|purchase|interest))|we apologi[sz]e|我司(?:已|将)(?:完成|于)[^。\n]{0,20}(?:整改|改善|回复)/,
    weight: -1.8,
  },
  {
    pattern:
      /验证码|verification code|密码重置|password reset|登录提醒|已发货|has shipped|order confirmation|预约成功|满意度调查|问卷|satisfaction survey|take (?:our|a) (?:short )?survey/,
    weight: -2.2,
  },
  { pattern: /节日快乐|新年快乐|恭贺|season's greetings|merry christmas|happy new year/, weight: -1.6 },
  { pattern: /不是(?:来|要)?投诉|并非投诉|not (?:a|to) complain|isn't a complaint|no complaints?/, weight: -2.2 },
  {
    pattern:
      /已(?:经)?(?:妥善|圆满)解决|问题已处理|都解决了|可以结案|you can close|all sorted|has been resolved|close the loop/,
    weight: -1.6,
  },
];
