/** Words that speak for or against a complaint; weights are on a logistic scale. Patterns run on folded text. */
export interface ComplaintSignal {
  pattern: RegExp;
  weight: number;
  /** Counts only here, `opening` being the first words of the body; everywhere when not given. */
  only?: 'subject' | 'opening';
  /** The text says of itself what it is: in the subject it outweighs words that merely come up there. */
  isFiling?: true;
  /** A word that names what many texts are about; does not count when the subject files a complaint. */
  isMention?: true;
}

/** What somebody asks for who wants a wrong put right. */
const REMEDY =
  '退款|退钱|退费|退货|退换|换货|退还|退回|返还|退车|退票|退掉|退我|退给|换新|更换|赔|理赔|补偿|补发|补寄|补货|补件|补足|补差|重发|重寄|重做|返工|返修|修好|修复|免费|道歉|承担|负担|吸收|减免|折价|扣款|召回|撤回|取消|整改|追究|处分|处罚|查处|严查|彻查|核查|公开说明|给个说法|给说法|说法|交代|8d|纠正措施|整改报告|原因分析|拉走|拉回|载回|退运|派人|派员|派车|派技术|上门处理|给个答复';
/** How somebody asks. */
const ASKING =
  '要求|请|希望|必须|务必|麻烦|烦请|恳请|望|限|赶紧|赶快|尽快|立即|立刻|马上|我要|我们要|诉求|要你们|给我|你们要';
/** What 投诉 stands before when it is a matter of business, not an act. */
const COMPLAINT_BUSINESS =
  '率|量|数|流程|处理|电话|热线|渠道|方式|入口|平台|分析|汇总|统计|培训|专员|岗|经理|建议|管理|办法|制度|时限|系统|案例|台账|中心|部门|部|过|及建议|与建议|和建议|与申诉|会|一次|也没|可以(?:结|关|撤)|(?:的事)?已|办理|报表|月报|周报|邮箱|信箱';

export const COMPLAINT_SIGNALS: ComplaintSignal[] = [
  // It says of itself that it is one.
  { pattern: new RegExp(`(?:投诉|客诉|申诉|维权|举报)(?!${COMPLAINT_BUSINESS})`), weight: 0.9, isFiling: true },
  { pattern: /投诉|客诉|申诉|抱怨|举报|维权/, weight: 0.2 },
  {
    pattern:
      /(?:我要|我想|现|正式|必须|特此|强烈|向(?:你们|贵司|贵公司|贵行|贵店))[^,。\n]{0,4}(?:投诉|客诉|反映|申诉)|(?:formal|official|customer|product|quality) complaint|(?:writing|write|wish|want|like|have|going) to (?:formally )?complain|notice of (?:claim|rejection|non-?conformance)|(?:make|lodge|raise|file|register|submit)(?:ing)? a (?:formal )?(?:complaint|claim)|complaint (?:about|against|regarding|re|on|no|:|-|–)/,
    weight: 1.5,
    isFiling: true,
  },
  {
    pattern:
      /(?:质量|品质|到货|交期|服务|来料|进料|产品|材料)?(?:异常|不良|不合格)(?:通知|反馈|报告|联络|处理)|情况反映|问题反馈|异议函|索赔函|质量异议|催告/,
    weight: 1.2,
    isFiling: true,
  },
  { pattern: /\bcomplain(?:t|ts|ed|ing)?\b|grievance/, weight: 0.7, isFiling: true },
  {
    pattern:
      /non-?conform(?:ance|ity|ing)|\bncr\b|\bscar\b|\b8d\b|corrective action|quality (?:notification|alert|issue|problem)/,
    weight: 1.1,
    isFiling: true,
  },

  // It asks for a remedy.
  { pattern: new RegExp(`(?:${ASKING})[^。\\n]{0,24}(?:${REMEDY})`), weight: 1.3 },
  { pattern: /索赔|赔偿|赔付|退一赔|假一赔|退款|退钱|退货|换货|退车|退息|召回/, weight: 0.7 },
  {
    pattern: /(?:赔不赔|怎么赔|谁(?:来)?负责|谁赔|给个说法|可不可以赔|到底管不管|管不管|怎么说吧|怎么办|怎么处理)/,
    weight: 1.2,
  },
  {
    pattern:
      /\b(?:refund\w*|compensat\w+|replacement|credit note|reimburs\w*|liable|liability|chargeback|make (?:it|this|things) right|put (?:it|this|things|these) right|money back|take (?:it|them) back|make good)\b/,
    weight: 1,
  },
  {
    pattern:
      /\b(?:i|we)(?:'d| would)? (?:want|demand|expect|insist|require|request|ask|therefore ask|would (?:therefore )?like|need)[^.\n]{0,60}(?:refund|replace|credit|compens|repair|correct|explan|apolog|response|answer|action|fix|collect|back|report|investigat|somebody|someone|confirmation)|what (?:we|i) (?:expect|need|want)|\b(?:am|are) (?:requesting|asking|disputing|claiming)\b|(?:kindly|please) (?:arrange|send|advise|replace|credit|correct|issue|sort|fix|resolve|refund|investigate|collect|take|cancel|remove|confirm)|(?:sort|fix) (?:it|this) (?:out)?/,
    weight: 0.9,
  },

  // It speaks of a defect, a shortage, a delay.
  {
    pattern:
      /不合格|不良|异响|异物|漏(?:油|气|水|液|电|料|粉|气)|渗(?:水|漏|油)|生锈|锈|裂|断裂|断了|变质|发霉|霉|发臭|破损|破了|破的|坏了|坏的|坏掉|又坏|碎|失效|失灵|故障|质量问题|瑕疵|缺陷|虚标|短少|少了|偏高|偏低|超标|超差|烧|断电|内泄|跳电|跳闸|停电了|停了|解冻|退冰|化了|起火|冒烟|抖动|异味|臭|馊|酸味|苦味|哈喇|脱落|剥落|掉漆|划痕|划了|凹|受潮|结块|卡死|卡住|闪退|掉线|断网|没信号|过期|死机|崩|报错|乱码|打不开|用不了|不能用|没法用|不能正常|不转|不亮|不冷|不热|不出水|充不(?:进|上|满)|不对劲|发错|寄错|送错|错发|漏发|缺件|少件|少发|丢件|丢了|不符|不一致|对不上|变形|松动|开胶|脱胶|起皮|褪色|缩水|起球|鼓包|胀|漏装|误差|偏差|超出|达不到|不达标|没达到|困人|出不来|没电|没水|没吐/,
    weight: 1,
  },
  {
    pattern:
      /出事|吃到|吃出|咬到|喝到|喝出|塑料片|塑胶片|头发|金属丝|铁片|玻璃|石子|有虫|虫子|虫|塌了|炸|退料|退回来|修了|修不好|修好了又|又不|没修好|什么都没有|找不到|没收到|收不到|没有收到|没到货|还没到|没发货|不发货|不肯|不给|不退|退不了|不让|乱收|乱扣|多扣|多收|多算|扣了|被扣|盗刷|没结|没到账|太坑|坑人|太贵|越修越|被骗|(?<!诈|防|受)骗(?!保|局)|欺负|强迫|强制|私自|擅自|莫名其妙|从来没(?:有)?同意|没同意|吵得|吵死|睡不着|骂|凶|推了一把|翻白眼|爱办不办|不耐烦|挂(?:了)?(?:我)?电话/,
    weight: 0.9,
  },
  {
    pattern:
      /缺斤|短斤|差了[^,。\n]{0,8}(?:吨|公斤|千克|斤|箱|件|包|袋|个|元)|少(?:给|发|送|装|到)了?|少\s?[\d.一二两三四五六七八九十]+|缺(?:件|货|少)|三番(?:五|两)次|屡次|不是(?:第)?一次|多次反映|第[二三四五六七八九]次|三天两头|只(?:到|收到|来|有)了?[^,。\n]{0,6}(?:\d|一|两|三)/,
    weight: 0.9,
  },
  {
    pattern:
      /\b(?:broke|broken?|faulty|defect\w*|damaged?|leak\w*|crack\w*|scratched|dented|stuck|flicker\w*|fail(?:ed|s|ure|ures|ing)?|collapsed|missing|short(?:age|ages| delivery| delivered| shipped|ed)|light load|contaminat\w+|rust\w*|mold\w*|mould\w*|stale|sour|rash|irritation|blisters?|peel\w*|wrong (?:item|size|one|colou?r|order|part|product|address|amount)|never (?:arrived|came|received|turned up|showed)|not (?:arrived|received|delivered|working|resolved|good enough|acceptable|safe)|was not|did(?:n't| not) (?:work|arrive|come|turn up|show)|hung up|cut off|no answer|does(?:n't| not) (?:work|function|fit|match|start|charge|open)|won't (?:work|start|charge|open)|stopped working|stopped charging|came (?:loose|apart|off)|fell (?:off|apart)|cut out|caught fire|stalled|overcharged|overdraft fee|charged (?:twice|for|again)|double.charged|mis-?s(?:elling|old)|unauthori[sz]ed|rejected|residue|affected|out of (?:tolerance|spec\w*)|outage|down again|is down|was down|went down|in pieces|smashed|shattered|torn|burst|soaked|bent|melted|bedbugs?|cockroach\w*|mice|hair in|dirty|filthy|stinks?|hours late|days late|weeks late|so late|too late|delayed?|botched|bungled|nobody came|no one came|no show|missed (?:appointment|delivery))\b/,
    weight: 1,
  },

  {
    // What does not go: 关不上, 充不进, 走料不顺, 没网; politeness and idioms (对不起, 差不多, 了不起) aside.
    pattern:
      /(?<![对了忍差舍])不(?:上(?!班|周|次|述)|下来|起来|开(?!票|会)|了(?!解)|动|出来?(?!差)|进|掉|稳|严|紧|平|齐|准(?!时|备)|住|着|顺|匀|均|够|全|牢|灵|清|亮|热|冷|通)|没(?:有)?(?:网|电|水|法|用|人(?!有)|收|到|给|解决|回音|回复|答复|消息|动静|下文|通知|暖气|信号|修|换)|散架|缺(?:了)?[一两三四五\d]|差(?:了)?[一两三四五\d]|(?:里|上|账)(?:面)?少了|吵|脏|臭|吓/,
    weight: 0.6,
  },
  {
    pattern:
      /heard nothing|not heard|no news|nothing (?:since|happened|has been done)|reminder of our (?:complaint|claim)|our (?:claim|complaint) of|chas(?:e|ing) (?:you|this|up)|跟进|催一下|再次(?:反映|联系|催|投诉)/,
    weight: 0.9,
  },

  // It speaks of how people were treated, of anger and patience at an end.
  {
    pattern:
      /拖(?:太久|了|着)|迟迟|到现在(?:都|还|也)?没?|至今|一直没|没人(?:管|理|接|回|应|来)|没有(?:人|任何人)(?:管|理|接|回|应|来|通知)|没通知|不理|推诿|敷衍|踢皮球|态度|差评|太差|恶劣|欺骗|忽悠|坑骗|虚假|乱收费|重复扣|扰民|骚扰|霸王|垄断|违约|拖欠|拒绝|忍无可忍|气死|离谱|无语|失望|不满|难以接受|没法接受|无法接受|恕难接受|不能接受|有没有(?:人性|良心)|良心|把我当|欺人|凭什么|凭啥|呵呵|对得起谁|最后一(?:次|遍)|说不过去|没有下文|没下文|跑了[^,。]{0,3}趟|催了|打了[^,。]{0,6}(?:次|遍|天)/,
    weight: 1,
  },
  {
    pattern:
      /\b(?:unacceptable|disappoint\w*|ridiculous|unbelievable|furious|appalling|terrible|awful|horrible|disgust\w*|disgrace\w*|poor (?:service|quality|workmanship)|no (?:response|reply|answer|knock|card|explanation|apology)|nobody|no one|third (?:time|outage|failure)|second time|yet again|once again|again!|still (?:no|not|waiting|broken)|fed up|rude|laughed|shouted|waste of|not happy|unhappy|upset|let down|shocking|excuse|isn't good enough|is not an answer|cannot accept|can't accept|not going to|i'm not (?:eating|paying))\b/,
    weight: 0.6,
  },
  {
    pattern:
      /为什么|怎么回事|到底|难道|岂有此理|何时能|什么时候(?:能|才|到)|过分|夸张|傻眼|无言|太吓人|受害|无法入睡|没法待|噪音|噪声|污染|没有我的名字|满房|取消了我/,
    weight: 0.6,
  },
  { pattern: /你们[^]{4,2000}你们|\byou (?:people|guys|promised|told me|never|lot)\b/, weight: 0.5 },

  // It speaks of harm, of loss, of somebody who will take it further.
  {
    pattern:
      /受伤|流血|出血|划破|送医|医院|急诊|恶心|呕吐|拉肚子|头晕|过敏|差点|危险|安全隐患|人命|触电|麻了|烫|灼伤|中毒|住院|医药费|\b(?:injur\w+|hospital|burn(?:ed|t)|hurt|bleeding|sick|vomit\w*|dangerous|unsafe)\b/,
    weight: 0.7,
  },
  {
    pattern:
      /损失|误工|停产|停工|停线|耽误|影响(?:我|生产|施工|使用|周转)|退料|\b(?:cost(?:ing)? us|losses|out of pocket|line stop\w*|downtime)\b/,
    weight: 0.6,
  },
  {
    pattern:
      /12315|12345|消协|消保|消费者保护|工商|市监|监管局|工信部|银保监|评议中心|曝光|黑猫|法院|律师|起诉|走法律|发到网上|小红书|爆料|记者|电视台/,
    weight: 0.8,
  },
  {
    pattern:
      /\b(?:dispute|ombudsman|trading standards|small claims|lawyer|solicitor|attorney|regulator|escalat\w+|consumer (?:affairs|protection)|legal action|terminate the contract|chargeback)\b/,
    weight: 0.7,
  },
  { pattern: /再不|三天内|24小时内|否则|不然我|不处理|不解决|不退我?就/, weight: 0.5 },
  { pattern: /!{2,}|[?？]{2,}|[?？]!|!\?/, weight: 0.4 },

  // A machine wrote it.
  {
    pattern: /自动回复|自动答复|自动回覆|automatic reply|auto-?reply|autoreply|out of office|auto-?response|休假通知/,
    weight: -4,
    only: 'subject',
  },
  {
    pattern:
      /此为系统自动回复|(?:i am|i'm|am currently|will be) (?:out of (?:the )?office|on (?:annual |parental |maternity )?leave|away)|(?:休假|出差|外出)(?:中|期间)[^。\n]{0,30}(?:回复|处理|查看|联系)/,
    weight: -4,
    only: 'opening',
  },
  {
    pattern:
      /此为系统自动(?:回复|发送)|邮件回复可能不及时|limited access to (?:e-?mail|my mail)|no access to (?:e-?mail|mail)/,
    weight: -2.5,
  },
  {
    pattern:
      /delivery status|returned (?:mail|to sender)|mailer-daemon|mail delivery (?:system|failed)|退信|(?:message|mail) could not be delivered|undelivered mail/,
    weight: -4.5,
  },
  {
    pattern:
      /点此退订|退订(?:请|回|td|链接)|取消订阅|unsubscribe|电子报|若(?:您)?不(?:想|希望)再收到|不希望收到此类|view (?:this email )?in (?:your )?browser|manage (?:your )?preferences/,
    weight: -3,
  },
  {
    pattern:
      /验证码|verification code|密码重置|password (?:reset|changed)|修改了登录密码|密码修改|登录提醒|如非本人操作|已发货|has shipped|on its way|order confirmation|预约成功|will be delivered on|is scheduled for|满意度调查|满意度回访|问卷|satisfaction survey|take (?:our|a) (?:short )?survey|how did we do|rate your/,
    weight: -2.2,
  },
  {
    pattern:
      /请查收|(?:已收到|已受理|已登记|收到了)您的|您的(?:投诉|来信|反馈|来电)[^。\n]{0,8}(?:已|我们)|感谢您的(?:反馈|来信|支持|耐心|理解)|(?:带来|造成)(?:的)?不便[^。\n]{0,6}(?:谅解|见谅)|深表歉意|we have received your|thank you for (?:contacting|your (?:feedback|patience|order|purchase|interest|e-?mail))|we apologi[sz]e|我司(?:已|将)(?:完成|于)[^。\n]{0,20}(?:整改|改善|回复)/,
    weight: -1.8,
  },

  // It sells, asks, applies, orders, bills, tells, thanks.
  {
    pattern:
      /促销|特价|折起|双十一|优惠|限时|newsletter|weekly|% off|\bsale\b|new arrivals|周报|月报|季报|简报|会员专享/,
    weight: -2.2,
    only: 'subject',
    isMention: true,
  },
  {
    pattern:
      /会员专享|折起|下杀|立即选购|立即抢购|sale ends|shop now|limited time|use code|首单|免模费|欢迎来图|欢迎(?:来电|垂询|洽谈)|买[一二三四五]送一/,
    weight: -1.5,
  },
  {
    pattern:
      /自荐|诚邀|期待(?:与您|与贵司|有机会)?合作|我司(?:专注|专业|是一家)|introduce (?:our|my) company|we are a (?:leading|professional)|looking forward to (?:cooperat|doing business|working with)|increase your sales|grow your business/,
    weight: -2,
  },
  {
    pattern:
      /询价|招标|投标|求购|代理|\brfq\b|request for quot|quotation|\bquote\b|enquiry|inquiry|报价请求|供应商(?:自荐|推荐|报名)/,
    weight: -2.2,
    only: 'subject',
    isMention: true,
  },
  {
    pattern:
      /please quote|best price|拟采购|采购意向|(?:请|烦请|提供|最新)[^,。\n]{0,14}(?:报价单|报价$|报价[,。(])|报(?:个|一下)[^,。\n]{0,6}价|提供[^,。\n]{0,12}单价|供应商报名|send us your (?:offer|quotation|price)|get a (?:price|quote)|price for|how much (?:is|are|would|do)/,
    weight: -2,
  },
  { pattern: /应聘|求职|job application|application for|applying for|\bcv\b|招聘|简历/, weight: -3.5, only: 'subject' },
  {
    pattern:
      /期望薪资|随时到岗|简历(?:见|请|如)附件|my (?:cv|resume)|curriculum vitae|years of experience|应聘|apply for the (?:post|position|role)|hiring (?:team|manager)/,
    weight: -3,
  },
  {
    pattern:
      /问卷|论文|研究生|课程作业|毕业设计|(?:academic|market) research|dissertation|thesis|my (?:course|coursework)|接受[^,。\n]{0,10}访谈|仅供学术/,
    weight: -2.5,
  },
  {
    pattern:
      /表扬|感谢信|锦旗|致谢|感谢|肯定|点赞|好评|谢谢|thanks|thank you|kudos|well done|compliments? (?:to|for)|praise/,
    weight: -2.2,
    only: 'subject',
  },
  {
    pattern:
      /表扬|感谢信|锦旗|特别感谢|通报嘉奖|appreciate everyone|thank you so much|kudos|great (?:job|service)|excellent service|no further action|非常满意|服务很好|really (?:happy|pleased)|word of thanks/,
    weight: -2,
  },
  {
    pattern:
      /会议|议程|培训(?!费|班|机构)|讲座|研讨会|放假|检修|升级|调价|邀请|活动通知|(?<!异常|不良|质量|投诉|未|没|没有|未经)通知|agenda|meeting|webinar|workshop|training|conference|reminder(?!.{0,20}(?:claim|complaint))|notice:|office closed|invitation|maintenance/,
    weight: -1.8,
    only: 'subject',
    isMention: true,
  },
  {
    pattern:
      /会议通知|议程如下|(?:议题|参会|召开)[^。\n]{0,20}(?:会|:)|(?:将|拟|定于|计划)[^。\n]{0,16}(?:系统升级|停电|检修|暂停)|各(?:位|部门)(?:领导|同事|委员|住户|业主)?\s?:|all[- ]staff|this is a reminder|环比|关闭率|minutes of (?:the )?meeting|dear (?:all|colleagues)\b|诚邀|cordially invite|training sessions?/,
    weight: -1.8,
  },
  {
    pattern:
      /咨询|询问|请教|想了解|请问|申请|怎么(?:查|办|用|弄)|建议|how to|question about|question re|a question|could you tell|advice/,
    weight: -1.5,
    only: 'subject',
    isMention: true,
  },
  {
    pattern:
      /咨询以下|请教(?:一下|几个|下|贵)|想了解|怎么办理|如何办理|需要(?:哪些|那些|什么)(?:材料|手续|资料)|如可以|能否告知|能否(?:享受|使用)|想(?:请)?问|冒昧请问|请问(?!你们还|贵司还|还)|could you tell me|i was wondering|do you (?:have|sell|stock|ship|supply)|what is the (?:price|lead time|shelf life)|is it (?:possible|safe|suitable) to|just want to know|有没有[^,。\n]{0,10}(?:原厂|配件|货|件|卖|政策)|在哪(?:里|儿)?(?:可以)?(?:买|下载|查)/,
    weight: -1.6,
  },
  {
    pattern:
      /多少钱|价格表|样品申请|寄样|想预约|加盟|合作意向|price list|brochure|catalogue|book an appointment|make an appointment|opening hours|partnership/,
    weight: -1.2,
  },
  {
    pattern:
      /发票(?:已开|抬头|开具)|开票|对账|请款|付款|缴费|账单|^(?:新)?订单|采购单|\bpo\b|purchase order|invoice|payment|remittance|statement|renewal|续约|续保|change of address|update (?:my|our) details/,
    weight: -0.8,
    only: 'subject',
    isMention: true,
  },
  {
    pattern:
      /(?:请|烦请)?(?:核对|核对无误)后?[^。\n]{0,6}(?:盖章|回传|签回)|确认交期|附件为(?:新)?订单|accept this as our order|please find (?:attached )?(?:our|the) (?:order|invoice|po)|明细如下,?请核对/,
    weight: -2,
  },
  {
    pattern:
      /补(?:发|寄|开|办)[^,。\n]{0,12}(?:合格证|质保书|报告|发票|单据|证明|资料|合同|回单)|资料归档|\b(?:copy of (?:the|our|your) (?:invoice|certificate|report|contract))\b/,
    weight: -2.6,
  },
  {
    pattern:
      /(?:定于|拟于|将于)[^。\n]{0,30}(?:召开|举行|举办)|在[^。\n]{0,10}会议室|please join us|will be held (?:on|in|at)/,
    weight: -1.8,
  },
  {
    pattern:
      /温馨提示|[【\\[]公告|敬请(?:知悉|留意|谅解|见谅|期待)|特此(?:通知|告知)|请(?:知悉|周知)|如有(?:任何)?疑问,?请(?:联系|致电|拨打|洽)|请勿直接回复|for your information|please note that (?:our|we|the)/,
    weight: -1.2,
  },
  { pattern: /节日快乐|新年快乐|恭贺|season's greetings|merry christmas|happy new year/, weight: -1.6 },
  {
    pattern:
      /不是(?:来|要|想)?投诉|并非投诉|没(?:有)?投诉过|not (?:a|to) complain|isn't a complaint|no complaints?|not a drama/,
    weight: -2.2,
  },
  { pattern: /^(?:关于)?[^,。\n]{0,30}的?(?:建议|咨询|请教)$/, weight: -1.5, only: 'subject' },
  {
    pattern:
      /(?<!没|未|没有|尚未|还没)已(?:经)?(?:妥善|圆满)?(?:解决|处理好|改善)|问题已处理|都解决了|(?:投诉|工单|案子|单子?)[^,。\n]{0,4}(?:可以|能)(?:结|关|撤|销)|可以结案|can close|all sorted|all working|works? fine now|has been resolved|close the loop|has landed/,
    weight: -2.5,
  },

  // Genres that know the words of complaints well.
  {
    pattern:
      /could you (?:please )?(?:let me know|tell|advise|confirm|send|share) (?:me |us )?(?:whether|if|how|when|where|what|which|the (?:price|current|latest|opening|lead))|can you (?:tell|advise|recommend|let me know)|(?:i|we)(?:'d| would) like to (?:know|ask (?:about|whether|if)|order|book|reserve|enquire|inquire|arrange|schedule|move|update|invite|introduce)|would it be possible|how (?:do|can|would|should) (?:i|we)|where (?:can|do) (?:i|we)|are there any|is there (?:a|any)|what (?:are|is) your|how long (?:does|do|will|would)|interested in|wondering (?:if|whether)|quick question|just (?:a question|asking|wanted to (?:ask|check))/,
    weight: -1.2,
  },
  {
    pattern:
      /想(?:订|预订|预约|续|更改|修改|申请|参加|报名|购买|买|请您|邀请|确认一下)|可否(?:提供|告知|寄)|方便(?:提供|告知)|是否(?:有|可以|提供|需要|支持|能够|愿意)|怎么(?:申请|报名|使用|购买|预约|收费)|(?:要|需)多久|多长时间|什么时候开(?:始|放)|有(?:没有|无)(?:现货|优惠|库存|推荐)|如何(?:申请|报名|购买|预约|设置|使用)|(?:营业|开放)时间|哪些(?:材料|文件|资料)/,
    weight: -1.2,
  },
  {
    pattern:
      /只是(?:想)?(?:问|请教|了解|确认)|不是(?:要|来)?(?:抱怨|客诉|申诉)|没有(?:要)?(?:投诉|客诉|抱怨)|小(?:小的?)?建议|纯(?:粹|属)(?:询问|好奇|建议)|不急|no rush|no hurry|nothing (?:wrong|urgent)|not (?:complaining|a complaint|urgent)|for (?:my|our) (?:records|files?)|a (?:small )?suggestion|a compliment/,
    weight: -1.8,
  },
  {
    pattern:
      /很满意|十分满意|满意度高|很专业|很贴心|很周到|很耐心|帮了(?:我)?大忙|(?:值得|一定)(?:推荐|表扬|回购)|给(?:他|她|你们)?(?:点个赞|好评|五星)|辛苦(?:了|你们)|零投诉|没(?:有)?投诉过|嘉奖|\b(?:lovely|wonderful|brilliant|fantastic|impressed|delighted|pleased with|happy with|very helpful|went above|a credit to|please pass on|many thanks for (?:your|the) (?:help|quick|prompt))\b/,
    weight: -1.3,
  },
  {
    pattern:
      /^(?:尊敬|亲爱)的?(?:客户|用户|会员|顾客|贵宾|旅客|读者|住户|家长|业主|伙伴|车主)|dear (?:valued )?(?:customer|guest|member|subscriber|resident|supplier|partner|reader|client)s?\b|各位(?:会员|住户|顾客|同仁|家长|读者|伙伴|老师)/,
    weight: -1.8,
  },
  {
    pattern:
      /(?:您的)?(?:案件|受理|工单)(?:编号|号码?)为|专员(?:将|会)(?:于|在)|我们(?:将|会)(?:于|在)[^。\n]{0,16}(?:回复|答复|联系|处理)|we (?:will|aim to) (?:get back|respond|reply|be in touch)|your (?:case|reference|ticket) (?:number|no)|our team will/,
    weight: -1.8,
  },
  {
    pattern:
      /投诉(?:率|量|件数|数量|总数|总量|统计|汇总|分析|趋势)|客诉(?:率|件数|统计|分析|汇总|趋势)|同比|环比|结案率|关闭率|满意率|kpi|complaint(?:s)? (?:rate|volumes?|statistics|figures|report|log|register|handling|procedure|policy|process|training|management|team|handler|data|trends?)|monthly report|weekly report/,
    weight: -1.6,
  },
  {
    pattern:
      /报名|研习|讲师|课程(?:大纲|内容|介绍)|名额|register (?:by|now|here|today)|sign up|seats? (?:are )?(?:available|limited)|webinar|rsvp|save the date/,
    weight: -1.5,
  },
  {
    pattern:
      /优惠|特惠|抽奖|赠(?:送|品)|限量|新品上市|抢购|折扣码|special offer|discount|free trial|follow us|learn more|click (?:here|below)|read more|subscribe|new collection|introducing our/,
    weight: -0.9,
  },
  {
    pattern:
      /附件(?:为|是)[^。\n]{0,20}(?:订单|报价|发票|合同|对账)|(?:请|烦请)?确认(?:交期|订单|报价)|交货(?:地点|地址|时间)[::]|please (?:confirm (?:receipt|availability|the (?:order|booking|delivery))|supply|deliver|ship)|purchase order|delivery address/,
    weight: -1,
  },
  {
    pattern:
      /账单已(?:出|产生)|缴费(?:通知|提醒)|扣款成功|交易(?:通知|提醒)|安全提醒|电子(?:发票|账单)|one-time (?:password|code)|statement is (?:ready|available)|has been (?:dispatched|shipped|scheduled|confirmed|renewed|updated)|auto-?pay/,
    weight: -1.8,
  },
  { pattern: /履历|自传|应征|面试|职缺|cover letter|vacancy|recruit\w*|job (?:opening|post)|position of/, weight: -2 },
  {
    pattern:
      /拜访|来访|参观|稽核(?:日程|安排|计划)|审核(?:日程|安排|计划)|audit (?:schedule|plan|agenda)|site visit|factory visit/,
    weight: -0.8,
  },
  {
    pattern:
      /隐私(?:权)?政策|服务条款|条款(?:更新|修订)|新规|法规|办法(?:修订|实施)|privacy policy|terms (?:of service|and conditions) (?:have|will)|policy update|press release|新闻稿|剪报|news digest/,
    weight: -1.6,
  },
  {
    pattern:
      /(?<!没|没有|未|不)(?:修好了|处理好了|恢复正常|运作正常|运行正常|一切正常|没问题了|正常了|销案|撤回投诉|撤销投诉)|(?<!没|没有|未)收到(?:了)?(?:补寄|补发|退款|换货|新的)|(?:退款|补件|换货)(?:也|都)?(?:已经?|有)?收到了|withdraw (?:my|the|our) complaint|(?:you can|please|happy (?:for you )?to) close|working (?:again|perfectly|fine|since)|all good now|no longer an issue|arrived safely|(?<!not |n't |never |\")(?:been|all|is|now|it) (?:resolved|sorted)\b(?! yet)/,
    weight: -1.6,
  },
  {
    pattern:
      /if you (?:wish|want|would like|need) to (?:make a )?complain|complaints? (?:should|must|can|may|will) be|for (?:any )?(?:complaints?|faults?|support|questions?|enquiries)[^.\n]{0,30}(?:ring|call|use|visit|contact|see)|投诉(?:请|可)(?:拨打|致电|联系)|(?:投诉|客诉|客服)(?:专线|热线)[^。\n]{0,10}(?:改为|异动|变更)|自[^。\n]{0,14}起[^。\n]{0,16}(?:改为|调整|变更|启用)|please note that (?:from|as of|with effect)|with effect from/,
    weight: -1.8,
  },
  {
    pattern:
      /(?:thanks|thank you|cheers) (?:so much |very much |again )?for (?:coming|your (?:help|visit|support|quick|prompt)|sorting|fixing|the (?:quick|prompt|fast|update|visit|call)|all|getting|letting|looking)|happy to sign|we'll be back|will be back|looked after us|made our (?:day|stay|evening)|谢谢(?:你们|您|贵司)?(?:的)?(?:帮忙|帮助|及时|快速|这么快|配合|招待)|这么快(?:处理|解决|修好)/,
    weight: -1.8,
  },
  {
    pattern:
      /(?:提供|寄|发)[^,。\n]{0,14}(?:执照|资质|证明|盖章件|样本|目录|画册|图纸|合格证|检测报告盖章)|年审|备案用|send (?:me|us) (?:a copy|the certificate|your (?:certificate|catalogue|brochure|licen[cs]e|data sheet))/,
    weight: -1.5,
  },
  {
    pattern:
      /our (?:new|bank) (?:address|details|account|number)|(?:are|is|have|has) mov(?:ing|ed) (?:to|office)|office (?:hours|closed)|(?:see you|reschedule|confirm (?:the )?(?:time|date|attendance))|you are invited|we invite you|invitation to/,
    weight: -1.2,
  },
  {
    pattern:
      /\bwe (?:offer|supply|manufacture|specialise|specialize)\b|our (?:factory|product range|catalogue|services)|\bmoq\b|\bfob\b|samples available|专业生产|现货供应|量大从优|诚招|欢迎选购|厂家直销/,
    weight: -1.6,
  },
  {
    pattern:
      /逾期未付|请安排付款|催款|请尽快付款|尚未付款|past due|please (?:settle|remit)|outstanding (?:amount|invoice|payment)|payment reminder/,
    weight: -1.2,
  },
  {
    pattern:
      /调研|访谈|抽样调查|红包|领取积分|market survey|short questionnaire|research project|student at|my dissertation/,
    weight: -1.6,
  },
  {
    pattern: /新闻|报道|发布会|据悉|日前|记者从|according to (?:the|a) (?:report|study|news)|news release|headline/,
    weight: -0.6,
  },
  {
    pattern:
      /\b(?:dealt with|looked into|regarding|about|received|closed|resolved|investigated) your (?:complaint|claim|concern)|your (?:complaint|claim) (?:has|is|was|will)|we (?:have|are) (?:refunded|sorry|credited|replaced|looked into)/,
    weight: -2.2,
  },
  { pattern: /new (?:device|sign-?in|login)|if this was(?:n't| not) you|不是您本人|非本人/, weight: -2.2 },
  {
    pattern:
      /(?:fits|works|runs|holding|working) (?:perfectly|well|fine|again|up)|that's how it should be|入(?:账|帐)了|(?:这|此)(?:件)?事(?:情)?就到(?:这里|此)|装好了|换好了|收到新的/,
    weight: -2,
  },
  {
    pattern:
      /(?:较|比)(?:上|去)(?:月|年|季|周)|共\s?\d+\s?(?:件|起|宗)|明细如附|件数|各位(?:主管|领导|同事|同仁)|complaints? (?:are|is|were) (?:logged|recorded|handled)|audit at your|confirming the (?:audit|visit|meeting)|兹定于/,
    weight: -1.8,
  },
  {
    pattern:
      /complaints (?:are|is|were|have) (?:down|up|fallen|risen|dropped)|(?:投诉|客诉)(?:响应|处理)(?:及时|迅速)|质量稳定|拟续签|续签合同|well done|close it off|came straight back|i attach the|(?:returns|complaints?) (?:procedure|policy)|there will be a|演练|外观不错|样品(?:今天|已)?收到/,
    weight: -1.8,
  },

  // The seller's own side of a matter, a bill, a meeting, a report, an advertisement.
  {
    pattern:
      /(?:投诉|客诉|案件?|工单|此事)[^,。\n]{0,10}同意(?:关闭|结案|销案)|同意(?:关闭|结案|销案)|协助签核|(?:8d|报告|对策)[^。\n]{0,24}(?:如附件|已更新|请查收|请审核)|我司同意(?:承担|吸收|赔)|造成(?:贵司|贵公司|您|您的)?[^。\n]{0,4}(?:困扰|不便)[^。\n]{0,6}(?:抱歉|歉)|we (?:have|'ve) (?:updated|completed) the (?:8d|report)|apologi[sz]e for (?:any|the) inconvenience/,
    weight: -2.4,
  },
  {
    pattern:
      /(?:检送|附上|兹附)[^。\n]{0,20}(?:对[账帐]单|账单|月结单)|(?:本期|应付|应缴)(?:金额|总额)[^。\n]{0,40}(?:汇款|付款|缴)|please find (?:attached |enclosed )?(?:the |our |your )?[^.\n]{0,24}(?:summary|statement|minutes|newsletter|invoice)|by type:|average (?:closing|handling) time/,
    weight: -2.6,
  },
  {
    pattern:
      /(?:may|can|could) (?:i|we) invite you|(?:teams|zoom|meet|webex) (?:link|call|invite)|calendar (?:entry|invite|invitation)|agenda:|腾讯会议|会议(?:链接|连结|号)/,
    weight: -2.6,
  },
  {
    pattern:
      /(?:推广|投放|引流|种草|代运营|口碑维护|打包)(?:方案|合作|服务|套餐)|公开课|实战课程|报名(?:热线|电话|费)|回复\s?["'“]?(?:t|td|n)["'”]?\s?(?:不再|退订)|不再接收|合作(?:推广|洽谈)/,
    weight: -2.6,
  },
  {
    pattern: /(?:改到|延到|提前到|改成)[^。\n]{0,12}(?:到货|送货?|交货|出货)|其[他它](?:都)?(?:照旧|不变|照常)/,
    weight: -2,
  },

  // A wrong told without the name of a remedy.
  {
    pattern:
      /\bwe (?:hereby |therefore )?claim\b|not impressed|(?:i'd|i would|we'd|i want|we want) (?:like )?(?:both|it|them|this|all of it|the lot) back|never (?:signed up|ordered|asked for|agreed|applied|authori[sz]ed)|(?:从来没|从没|从未)(?:有)?(?:申请|开通|订购|订过|办过?|授权|同意|用过)/,
    weight: 1.4,
  },

  // What comes to a complaint desk without complaining.
  {
    pattern: /不在办公室|不在座位|休假中|年假中|出差中|请假中|(?:本邮件|此(?:信|邮件)?)(?:为|是|由)系统?自动/,
    weight: -3,
    only: 'subject',
  },
  {
    pattern:
      /(?:此|本)(?:信|邮件|信件|讯息)?(?:为|是|由)(?:系统)?自动(?:回[复覆]|答[复覆]|发[送出]|产生|生成)|自动(?:回[复覆]|答[复覆]),?(?:请)?勿|(?:特休|休假|年假|请假|出差|外出)[^。\n]{0,16}(?:代理人|代理|急事|紧急|如有)/,
    weight: -3,
  },
  {
    pattern:
      /加盟费|招商(?:经理|政策|加盟)|想(?:要)?(?:加盟|代理)|(?:加盟|代理|经销)(?:条件|政策|费用|流程|商资格)|首批(?:要)?(?:进|拿|订)|区域(?:保护|代理)|franchise|become a (?:dealer|distributor|reseller|stockist)/,
    weight: -2.4,
  },
  {
    pattern:
      /(?:(?<!没|没有|还没|未)(?:已经?|都|也)(?:找到|收到|到了|退了|退回来|补上|解决|处理好|修好|换好|到账|送到|办好)了?|(?:找到|收到|到账|解决|修好|换好|办好)了)[^。!\n]{0,10}[,。!]?\s?(?:非常|十分|很)?(?:感?谢|辛苦)/,
    weight: -2.4,
  },
  {
    pattern:
      /(?:改(?:送|派|寄|投)(?:到|至|去)|(?:更改|修改|变更|改)(?:一下)?(?:收货|送货|配送|派送|寄送)?(?:地址|时间|收件人|预约|电话))|change (?:of|the|my|our) (?:delivery )?(?:address|slot|time)|(?:re)?direct (?:it|them|the parcel|delivery) to/,
    weight: -1.2,
  },
  {
    pattern:
      /(?:send|issue|e-?mail|provide|resend|raise|forward|let (?:me|us) have)[^.!?\n]{0,24}(?:\bvat\b|invoice|statement|receipts?\b|pro ?forma|quot(?:e|ation)|certificates?|brochure|price ?list|data ?sheet|spec(?:ification)?s?\b)|(?:开|补开|重开|提供|发|寄)(?:一?[张份个]|一下)?(?:[^,。;!?\n]{0,10})(?:增值税)?(?:专用|普通|电子)?(?:发票|收据|报价|对账单|资料|画册|样本|样品)[^,。;!?\n]{0,6}(?:谢谢|可以吗|行吗|吗|即可|就行|[?])/,
    weight: -1.4,
  },
];
