import { rule, type HeaderRule } from './header-rule.ts';

/** Word lists for `{name}`. */
export const HEADER_WORDS: Record<string, string> = {
  // Chinese: the matter, who brings it, who buys, a time, a number
  matter:
    '投诉|客诉|抱怨|诉怨|客怨|申诉|申告|陈情|个案|报障|诉求|信访|留言|异议|举报|反映|反馈|报修|维权|纠纷|案件|工单|事件|质诉|意见|建议',
  fault: '问题|缺陷|不良|故障|异常|质量|品质|不合格|瑕疵|不符合',
  complainant:
    '(?:投诉|客诉|抱怨|申诉|诉求|反映|来电|来访|举报|报修|反馈|提出|当事|信访|留言|诉愿|申请维权)(?:人|者|方|人员|客户|用户|单位|顾客)',
  buyer:
    '客户|顾客|客人|用户|买家|业主|消费者|会员|车主|患者|病人|病患|乘客|旅客|住户|居民|学员|学生|家长|游客|市民|群众|租户|租客|商户|住客|投保人|经销商|代理商|加盟商|收货方|收货单位|购货单位|购货方|需方|甲方|委托方|使用单位|终端客户|客端|宾客|房客|来宾|货主|承租人|承租方|买受人|买方|订购人|订货人|订房人|就诊人|就医人|收治人|参保人|寄件人|托运人|发货人|贷款人|持卡人|储户|车友|球友|读者|观众|玩家|产权人|被服务人|服务对象|户主|机主|房主|船主|店主|宠主|饲主|雇主|园主|场主|贵宾|农户|养殖户|种植户|养殖场|农场|家属|亲属|监护人|患方|老人|长者|主机厂|整车厂|嘉宾|校友|考生|村民|民众|借款人|要保人|被保险人|保户|送修人',
  time: '(?:的)?(?:日期及时间|日期时间|日期|时间|日|时刻|年月日|月日|时日)',
  number: '(?:编号|单编号|单号|号码|号|id|代码|编码|代号|流水号|序列号|no)',
  person: '(?:的)?(?:人|者|员|人员|人姓名|人员姓名|专员|姓名|窗口|同事|负责人)',
  unit: '(?:的)?(?:部门|单位|科室|科|班组|车间|机构|处室|团队|小组|网点|中心|分厂|工厂|课|组|站|部)',
  made: '(?:投诉|客诉|抱怨|诉怨|受理|接诉|接报|接单|接案|接收|收件|登记|录入|记录|填单|填表|填报|填写|提交|提出|提报|建单|建档|创建|建立|制单|开单|发起|上报|通报|立案|收单|来电|来访|进线|申请|申诉|表单|信息|反馈|反映|留言|报修|举报|信访|客户|顾客|用户|业主|消费者|问题|案件|工单|单据|事件|意见)',
  // English
  c: '(?:complaint|complaints|issue|case|ticket|claim|incident|concern|grievance|feedback|query|enquiry|problem|ccr|ncr|car|report)',
  p: '(?:customer|client|consumer|complainant|buyer|guest|patient|passenger|owner|user|member|claimant|caller|purchaser|dealer|distributor|tenant|resident|policyholder|student|parent|driver|account|end user|requester|requestor|reporter|homeowner|householder|applicant|visitor|diner|traveller|insured|cardholder|borrower|subscriber|shopper|farm|household|citizen)',
  when: '(?:date|time|on|at|datetime|date time|date and time|timestamp|day)',
  no: '(?:id|no|nr|num|number|ref|ref no|reference|reference no|reference number|code|key)',
  it: '(?:it|the complaint|this|complaint|they|customer|the customer|issue|case)',
  who: '(?:the )?(?:{p}|they|he she|he|she|them|caller|complainant)(?: s)?',
  intake: '(?:taken|received|logged|entered|recorded|registered|opened|answered|intake|noted|created|accepted)',
  dept: 'team|dept|department|unit|section|division|desk|function|area responsible|ward clinic|ward|clinic',
  shut: 'closed|clos(?:e|ing)|sorted(?: out)?|resolved|finished|settled|done|fixed|completed|wrapped up|put right|solved|over',
  answer:
    'repl(?:y|ied)|answer(?:ed)?|respond(?:ed)?|response|contacted|acknowledged|called back|rang back|got back(?: to .*)?|get back|called|phoned|wrote|wrote back|spoke to .*|got in touch',
  how: '(?:way|means|method|channel|form)',
  place:
    'site|park|store|shop|branch|location|restaurant|outlet|depot|garage|hotel|resort|property|venue|campus|centre|center|school|clinic|hospital|office|station|facility|club|showroom|warehouse|kitchen|premises|estate|development|place',
};

/** First match wins within a language, so the special stands before the general. */
export const HEADER_RULES: HeaderRule[] = [
  // ---- words that a looser line below would take ----------------------------------------------------------------
  rule(0.85, '(?:{c} )code', 'complaintId', 'category'),
  rule(0.7, 'owner', 'responsiblePerson', 'customerName'),
  rule(0.9, '(?:回复|回覆|答复|告知|通知|送达|寄送)(?:的)?(?:方式|形式|渠道|途径)'),
  rule(0.9, '(?:{p} )?contact (?:type|method|mode|channel|route)|contacted (?:by|via)', 'channel'),
  rule(0.85, 'capa {no}', 'correctiveAction'),
  rule(0.9, '{c} serial(?: {no})?', 'complaintId', 'sequenceNo'),
  rule(0.9, 's ?n', 'sequenceNo', 'batchNo'),
  rule(0.85, 'item', 'sequenceNo', 'productName'),
  rule(0.85, '(?:date|time) (?:called|phoned|rang|came|walked|wrote|sent|brought|handed) in(?: .*)?', 'receivedAt'),
  rule(0.85, '(?:trouble|service|helpdesk|support|call|complaint|incident)? ?(?:ticket|case)', 'complaintId'),
  rule(0.85, '(?:defect|fault|failure|reason|problem|issue|complaint) code', 'category', 'subcategory'),
  rule(
    0.85,
    '(?:ticket |case )?(?:support |assignment |resolver |resolution |owner |owning )?group',
    'responsibleDept',
    'category',
  ),
  rule(0.75, '(?:{c} )?subject', 'description', 'category'),
  rule(
    0.85,
    '(?:服务|维修|维保|报修|安装|检修|保养|索赔|理赔|退货|退换货|售后|三包|送修|返修|派工|派单|转办单|转办)(?:单)?{number}|(?:维修|服务|售后|派工)单',
    'complaintId',
    'orderNo',
  ),
  rule(0.85, '(?:应|实)?(?:解决|完成|办结|结案|闭环|关闭)情况', 'status', 'solution'),
  rule(0.85, '(?:投诉|客诉|申诉|抱怨|诉求)(?:的)?(?:理由|缘由|事实)', 'description', 'cause'),
  rule(0.9, '(?:暂定|短期|临时|应急|暂时|即时|立即|暂行)(?:的)?(?:对策|措施|处置|行动|方案)', 'solution'),
  rule(0.75, '索赔(?:日期|时间|日)', 'receivedAt'),
  rule(0.7, '业务|业代|外务|业助|sales(?: person| rep| man)?', 'receivedBy', 'responsiblePerson'),
  rule(0.8, '一级(?:分类|类别|目录)?', 'category'),
  rule(
    0.8,
    '(?:供电|供水|供气|营业|管理|派出|卫生)所|(?:服务|维修|管理|加油|充电|收费|车)站',
    'responsibleDept',
    'purchasePlace',
  ),
  rule(0.8, '(?:项目|客户|业务|销售|工程|大堂|值班|当班|区域|服务)经理', 'responsiblePerson', 'receivedBy'),
  rule(0.6, '名称', 'productName', 'customerName'),
  rule(0.7, '结论', 'solution', 'cause'),
  rule(0.85, '(?:{matter})+单', 'complaintId'),
  rule(0.8, '(?:{c} |service |issue )?(?:complained )?(?:about|regarding|concerning)', 'category', 'description'),
  rule(0.8, '(?:item|product|goods) complained (?:of|about)', 'productName'),
  rule(
    0.85,
    '(?:contact|interaction|conversation|chat) id|(?:interaction|conversation|chat) (?:no|number)',
    'complaintId',
    'contactPhone',
  ),
  rule(0.85, '(?:complaint|issue|problem|defect) group', 'category', 'responsibleDept'),
  rule(0.7, 'attended|visited|arrived(?: on site)?|on site', 'firstResponseAt', 'closedAt'),
  rule(0.7, 'unit', 'productName', 'contactAddress', 'responsibleDept'),
  rule(0.6, '单位', 'contactAddress', 'responsibleDept', 'customerName'),
  rule(0.8, 'depot', 'responsibleDept', 'purchasePlace'),
  rule(0.95, 'sla (?:date|due(?: date| by| on)?|deadline|target(?: date)?|by)', 'dueAt'),
  rule(0.85, 'final (?:response|reply|answer|letter) (?:date|sent.*|on|issued.*)', 'closedAt', 'firstResponseAt'),
  rule(0.85, '(?:made |received |raised |sent )?(?:by|via) (?:phone|telephone|email|letter|post)(?: .*)?', 'channel'),
  rule(0.95, '(?:回访|电访)(?:的)?(?:评价|满意.*|打分|评分|评级|是否满意)', 'satisfaction'),
  rule(0.9, '(?:案件|个案|目前|当前|现在)(?:的)?状况', 'status'),
  rule(0.7, '(?:受理|接单|坐席|客服|员工|话务员?)?工号', 'receivedBy'),
  rule(0.85, '(?:投诉|客诉|来电|反映|受理)号码|门号', 'contactPhone', 'complaintId'),
  rule(0.75, '(?:所属|分支|受理|经办|承保)?机构|(?:分|支|子)公司', 'responsibleDept', 'region'),
  rule(0.9, '(?:客户|用户|会员)(?:星级|价值|画像|标签)|身份别|.{1,3}关系'),

  // ---- not ours -------------------------------------------------------------------------------------------------
  rule(0.9, '.*(?:天数|时长|用时|耗时|工时|时数|小时数|分钟数|次数|逾期天|超期天|延期天)'),
  rule(
    0.9,
    '(?:更新|修改|变更|最后更新|回访|打印|同步|导入|消息|删除|流转|巡检|统计|生产(?!日期)|制造(?!日期)|加工|检测|化验|飞行)(?:人|者|人员|周期|{time})',
  ),
  rule(0.9, '被(?:投诉|举报|反映|申诉).{0,6}(?:人员|医生|医师|护士|老师|教师|司机|员工|职员|导游)'),
  rule(0.9, '被(?:投诉|举报|反映)(?:人|者|方|对象|人员|单位|企业|商家|主体)(?:姓名|名称)?'),
  rule(0.9, '(?:身份证|证件)(?:号|号码|后四位|类型|编号)?|(?:统一)?社会信用代码|户号|户籍|年龄|性别|职业|工龄|密码'),
  rule(
    0.9,
    '是否(?:属实|重复|有效|上报|首次|初次|为初次使用|转嫁|召回|需要.*|超时|逾期|立案|vip|赔付|转立案).*|重复(?:问题|投诉|客诉)|转立案',
  ),
  rule(0.9, '(?:商家|商户|企业|卖家|店家|商号|供应商|厂家|承运商)(?:名称|姓名|地址|编号|电话|负责人)?|经营地址'),
  rule(0.9, '(?:客户|顾客|用户|会员|业主)(?:类别|类型|等级|级别|性质|分级|属性|行业|来源)'),
  rule(
    0.9,
    '(?:商品|产品|销售|出厂)?(?:单价|价格|售价|总价|总费用)|(?:付款|支付|结算|配送|发货|包装)方式|(?:客端)?不良率|ppm|dppm|占比|比例|百分比|合格率',
  ),
  rule(
    0.9,
    '(?:出货|发货|交货|抽检|送检|客端抽检|生产|库存|检验|来料|订单|进货|交付|采购)(?:总)?(?:数量|数|lot数|量|批量|件数)',
  ),
  rule(
    0.9,
    '(?:days?|hours?|minutes?|time)(?: (?:open|taken|elapsed|to .*|overdue|outstanding|pending|late|run|since .*|lost|spent))|.* (?:days|hours|minutes|hrs)|age(?: of .*| days)?|ageing|aging|sla.*|turnaround.*|tat|elapsed.*|duration.*',
  ),
  rule(
    0.9,
    '(?:last )?(?:updated|modified|edited|changed)(?: {when}| by)?|.*\\b(?:updated|modified) (?:date|time|on|at|by)|latitude|longitude|lat|lng|lon|date sent to company|consumer consent provided|timely response|escalated|repeat(?:ed)?(?: {c})?|recurring|is .*|vip|gender|age|mileage|distance.*',
  ),
  rule(
    0.9,
    '(?:production|manufacturing|manufacture|mfg|expiry|expiration|exp|best before) (?:line|site|date|time)|line|shift|process|(?:shipped|delivery|order|lot|ordered|total|sample) (?:qty|quantity|size)|(?:ship|delivered|lot) qty|defect rate|unit price|price|hours run',
  ),

  // ---- running number, complaint number -------------------------------------------------------------------------
  rule(0.95, '序号|序|项次|项号|行号|顺序号|排序|次序|序列', 'sequenceNo'),
  rule(
    0.85,
    'no|#|item|item no|s no|s n|sr|sr no|sl|sl no|seq|sequence|sequence no|row|row no|line no|index|n',
    'sequenceNo',
    'complaintId',
  ),
  rule(
    0.95,
    '(?:(?:{matter}|客服|质量|品质|不合格|台账|信息|监管|转办|平台|热线|12345|12315)(?:的)?)+(?:受理|登记|处理|记录|报告|流程|系统|表单|档案)?(?:单|表|件)?{number}(?:子|主)?',
    'complaintId',
  ),
  rule(
    0.9,
    '(?:受理|登记|建单|表单|单据|报告|案|档案|流程|品质流程|记录|客服|服务请求|台账|来件|受理单|登记单|处理单|报修单)(?:单)?{number}',
    'complaintId',
  ),
  rule(0.8, '编号|单号|流水号|流水|单据|案号|档号|档案号|文号|外部流水号', 'complaintId', 'sequenceNo'),
  rule(
    0.95,
    '(?:{p} )?{c} {no}(?: no)?|unique (?:key|id)|(?:acknowledgement|acknowledgment|tracking|docket|log|record|register|registration|entry|ccr|ncr|car|8d|capa|sr|service request|file|form) {no}',
    'complaintId',
  ),
  rule(0.8, '{no}|ref|our ref|{c} ref(?:erence)?', 'complaintId'),

  // ---- money, before the words that it shares -------------------------------------------------------------------
  rule(
    0.95,
    '(?:实际|最终|建议|确认|应|我方|公司)?(?:赔偿|赔付|补偿|理赔|索赔|退款|扣款|损失|让步|折让|补贴|罚款|减免|赔款|质赔|客赔|退费|和解|调解|退赔|优惠|抵扣)(?:的)?(?:金额|费用|方式|数额|总额|额|款|情况|合计|价值|成本|明细|内容|措施|物品)|(?:赔偿|赔付|补偿|理赔|索赔|退款|扣款|赔款|退费|折让|罚款)',
    'compensation',
  ),
  rule(0.7, '金额|费用|涉及金额|涉诉金额|质量成本|处理费用|损失金额', 'compensation'),
  rule(
    0.95,
    '(?:{p} )?(?:compensation|refund|refunded|goodwill|redress|credit|credit note|payout|reimbursement|chargeback|debit|penalty|settlement|write off|replacement cost)(?: (?:amount|value|paid|given|issued|offered|total|cost|sum))?|cost(?: to us| to company)?|(?:total )?cost of .*|(?:amount|value)(?: (?:refunded|paid|credited|of (?:claim|refund|compensation)))?|{c} (?:cost|value|amount)',
    'compensation',
  ),
  rule(0.9, '(?:要求)?赔偿经济损失|索赔要求|赔偿要求|赔偿诉求', 'demand', 'compensation'),

  // ---- times ----------------------------------------------------------------------------------------------------
  rule(
    0.95,
    '(?:首次|初次|第一次|首|最初|初步|首轮|第一时间|初)(?:电话)?(?:响应|回复|回覆|答复|联系|联络|反馈|处理|接触|回应|回电|沟通|到场|上门|致电|告知){time}',
    'firstResponseAt',
  ),
  rule(
    0.85,
    '(?:响应|应答|回应|联系客户|联系投诉人|告知|受理告知|受理反馈|到场|上门|首响|首回){time}',
    'firstResponseAt',
  ),
  rule(0.75, '(?:内部|外部|客户|对外)?(?:回复|回覆|答复|反馈客户){time}', 'closedAt', 'firstResponseAt'),
  rule(
    0.95,
    '(?:要求|应|应该|预计|预定|预期|计划|拟|限定|限期|最迟|最晚|承诺|目标|规定|指定|约定|客户指定|客户要求|期望)(?:的)?(?:(?:改善|整改|处理|处置|初步|最终|对策|措施|8d|报告|案件|投诉|客诉)?(?:完成|结案|办结|回复|回覆|处理|解决|关闭|答复|完结|提交|反馈|回签|交付|整改|改善|办理)?)?(?:的)?(?:日期|时间|日|期限|时限|纳期)',
    'dueAt',
  ),
  rule(
    0.95,
    '(?:(?:要求|最终|初步|整改|改善|投诉|客诉|案件|8d|报告|办理|处理|完成|结案|响应|回复|回覆|答复|解决|办结|反馈|关闭|处置|回复客户|答复客户|受理)(?:的)?)+(?:时限|期限|限期|截止|截止日|截止日期|截止时间|时效|到期日|到期时间)',
    'dueAt',
  ),
  rule(0.8, '(?:要求|应|限期|计划|预计|承诺)(?:完成|结案|办结|关闭|解决|答复|回复)', 'dueAt'),
  rule(
    0.9,
    '期限|时限|限期|截止(?:日期|时间|日)?|到期(?:日|日期|时间)|最后期限|deadline|完成日期要求|结案预警.*',
    'dueAt',
  ),
  rule(
    0.95,
    '(?:问题|事件|事故|异常|故障|业务|不良|缺陷|情况|事情|现象|质量问题|案件|投诉|客诉|纠纷|事项)*(?:发生|发现|出现|产生|暴露|被发现)(?:的)?{time}|事发{time}|(?:业务|故障|事故|案发|服务|消费|使用|交易|乘车|就诊|就餐|异常){time}|使用.*(?:日期|时间)',
    'occurredAt',
  ),
  rule(
    0.95,
    '(?:产品|商品|货物|设备|车辆|合同)?(?:购买|购入|采购|购置|下单|订单|订货|成交|付款|支付|扣款|购车|购机|提车|交车|提货|发货|出货|出厂|送货|到货|收货|交货|交付|交运|安装|装机|销售|开票|入住|购房|交房|签约|合同|投保|配送|出库|供货|装修|购票|领取|购){time}',
    'purchaseDate',
  ),
  rule(
    0.95,
    '(?:实际|最终|正式)?(?:投诉|客诉|案件|问题|工单|处理|处置|改善|整改|办理|解决|回复|验证|审核|8d|d8)?(?:的)?(?:结案|关闭|办结|完成|完结|解决|闭环|完毕|结束|销案|归档|关单|了结|结单|销号|实际完成)(?:的)?{time}',
    'closedAt',
  ),
  rule(0.7, '(?:处理|处置|办理|解决方案|落实){time}', 'closedAt', 'firstResponseAt'),
  rule(
    0.95,
    '(?:接到|收到|接获|接收到|受理|登记|提出|反映)(?:的)?(?:顾客|客户|用户)?(?:投诉|客诉|抱怨|反馈|举报|信息|问题)?(?:的)?{time}|{made}{made}?{made}?{time}(?:及时间)?',
    'receivedAt',
  ),
  rule(0.9, '(?:投诉|建议|客诉|抱怨)(?:受理)?(?:日期|时间|日)', 'receivedAt'),
  rule(0.68, '时间|时刻', 'receivedAt'),
  rule(0.7, '日期|年月日|月日|日期时间|日|年/月/日', 'receivedAt', 'occurredAt'),
  rule(
    0.95,
    '(?:date|time|datetime|date and time) (?:of )?(?:first|initial|1st) (?:response|reply|contact|answer|call)|(?:first|initial|1st) (?:response|reply|responded|replied|contact|contacted|answer|answered|callback|call back|acknowledg\\w+)(?: (?:{when}|sent|made))?|(?:acknowledged|acknowledgement|acknowledgment|ack)(?: (?:{when}|sent))?|(?:responded|replied|contacted|response|reply|called back|contact made) {when}|date (?:acknowledged|responded|replied|contacted|called back|of (?:acknowledgement|acknowledgment|response|reply|contact))',
    'firstResponseAt',
  ),
  rule(
    0.8,
    '(?:attended|processed|handled|actioned|addressed) {when}|date (?:attended|processed|handled|actioned|addressed)',
    'closedAt',
    'firstResponseAt',
  ),
  rule(
    0.95,
    'due|due (?:date|by|on|at|time)|deadline|(?:target|target (?:completion|close|closure|closing|resolution|response|end))(?: date)?|(?:response|reply|resolution|closure|close|action|completion|answer|final response|final|report|8d|initial response|(?:\\w+ )?week|capa) (?:due|deadline|target|due (?:date|by|on))(?: date)?|(?:expected|required|promised|planned|agreed|estimated|requested|committed|scheduled)(?: (?:completion|resolution|closure|close|response|reply|finish|delivery))? (?:date|by)|(?:respond|reply|close|complete|answer|resolve) by(?: date)?|date due|limit date',
    'dueAt',
  ),
  rule(
    0.95,
    '(?:date|time)(?: and time)? of (?:the )?(?:incident|occurrence|event|failure|accident|problem|loss|fault|breakdown|occurence|service|visit)|(?:incident|occurrence|occurred|event|failure|breakdown|accident|fault|problem|loss|happened|discovery|found) {when}|occurred|happened|date (?:occurred|found|discovered|it happened)|when (?:did )?it (?:happened|happen|occurred)',
    'occurredAt',
  ),
  rule(
    0.9,
    '(?:date|time) of (?:purchase|sale|delivery|order|invoice|shipment|installation|repair|service|booking|manufacture)|(?:purchase|purchased|order|ordered|bought|sale|sold|delivery|delivered|invoice|ship|shipped|shipping|shipment|dispatch|install|installed|installation|transaction|booking|rental|repair|handover) {when}|date (?:purchased|bought|sold|delivered|shipped|ordered|installed)',
    'purchaseDate',
  ),
  rule(
    0.95,
    '(?:{c} |actual |final )?(?:closed|closure|close|closing|completed|completion|complete|finished|finish|resolved|resolution|settled|settlement|done|solved|fixed|finalised|finalized|signed off|ended|actual completion|concluded) (?:{when}|out)|date (?:closed|completed|resolved|finished|settled|solved|fixed|concluded|of (?:closure|completion|resolution|closing|settlement|final response)|complaint closed|case closed|signed off)|{c} close date',
    'closedAt',
  ),
  rule(0.6, 'closed|completed|finished|resolved|done', 'closedAt', 'status'),
  rule(
    0.95,
    '(?:date|time|datetime|date and time)(?: and time)?(?: of| the)*(?: {p})? (?:{c}|receipt|received|logged|reported|opened|created|submitted|raised|entered|filed|registered|recorded|notified|lodged|entry|call|contact|in|notification)(?: (?:received|logged|reported|opened|raised|made|was received))?|(?:{p} )?(?:{c} )?(?:{c}|received|receipt|receive|logged|log|reported|report|opened|open|created|creation|submitted|submission|raised|entered|entry|filed|filing|registered|registration|recorded|record|notified|notification|lodged|intake|call|opening|start|issue) {when}',
    'receivedAt',
  ),
  rule(
    0.75,
    'date|received|reported|logged|opened|raised|datetime|date time|date and time|when|day',
    'receivedAt',
    'occurredAt',
  ),
  rule(0.7, 'timestamp|time stamp|created', 'receivedAt'),
  rule(0.6, 'time', 'receivedAt'),

  // ---- people and places on the customer's side -----------------------------------------------------------------
  rule(
    0.95,
    '(?:{buyer}|{complainant}|联系人?|联络人?|收货人?|收件人?|家庭|单位|移动|固定|办公|紧急|本人|来电|主叫|报案人|投诉|客诉|反馈|对方|业务|其他|备用|联系)*(?:的)?(?:联系|联络|连络|通讯)?(?:电话|手机|手机号|手机号码|电话号码|联系号码|座机|固话|热线|来电号码|主叫号码|移动电话|tel|mobile|号码(?=$))(?:号|号码)?|电话\\d|分机|电话/?分机',
    'contactPhone',
  ),
  rule(
    0.9,
    '(?:{buyer}|{complainant}|联系人?|投诉)?(?:的)?(?:联系|联络|连络|通讯|沟通)方式',
    'contactPhone',
    'contactEmail',
  ),
  rule(
    0.95,
    '(?:{buyer}|{complainant}|联系人?|联络人?)?(?:的)?(?:电子)?(?:邮箱|邮件|邮件地址|邮箱地址|电邮|信箱|email|e-?mail|mail)(?:地址)?',
    'contactEmail',
  ),
  rule(
    0.95,
    '(?:{buyer}|{complainant}|联系|通讯|家庭|用电|用水|用气|用户|安装|收货|详细|居住|现住|住户|工程|公司|单位|装机|送货|发货|服务|报修|家庭|案发|小区|所在|客诉)*(?:的)?(?:地址|住址|住所|房号|户别|户号别|房间号|门牌|门牌号|楼栋|楼号|楼栋号|室号|栋号|户室|房屋|房产|小区|位置|楼盘)',
    'contactAddress',
  ),
  rule(
    0.9,
    '(?:所属|所在|投诉|客诉|客户|销售|业务|事发|发生|客户所在|责任|案发)?(?:地区|区域|省份|省|市|县|区|区县|县市|地市|市县|地市州|城市|国家|国家或地区|国家/地区|国别|片区|大区|省市|省区|辖区|街道|乡镇|行政区|市场|市区|州市|国家地区|属地|归属地|归属地市|校区|厂区|园区)',
    'region',
  ),
  rule(
    0.95,
    '(?:购买|购车|购机|消费|销售|投诉|采购|事发)?(?:门店|门市|门市部|分店|店铺|店名|店别|馆别|柜别|商店|店面|专柜|卖场|购买地点|购买地|购买渠道|购买据点|购买店铺|购买平台|购买场所|购买门店|购买通路|购买网点|营业所|经销店|商场|超市|机器编号)(?:名称)?|购买方式|购买(?:场所|商家|单位|处)',
    'purchasePlace',
  ),
  rule(0.6, '地点|(?:事发|发生|客诉|投诉|事件)(?:的)?地点', 'purchasePlace', 'region'),
  rule(
    0.95,
    '(?:{buyer})(?:的)?(?:名称|名|全称|简称|单位|公司|公司名称|单位名称|企业|厂名)|(?:投诉|客诉|反馈|抱怨)(?:客户|单位|顾客|用户|公司)(?:名称)?|户名|单位名称|公司名称|客户|顾客|收货方|经销商|代理商|加盟商|收货单位|购货单位|使用单位|施工单位|(?:客户|单位)(?:/|或)?(?:公司|单位)(?:名称)?',
    'customerName',
  ),
  rule(0.9, '(?:{buyer})(?:的)?(?:姓名|大名|名字)', 'customerName', 'contactName'),
  rule(
    0.88,
    '(?:{buyer}|{complainant})(?:的)?(?:姓名|大名|昵称|名字|信息|资料|称呼|会员名|账号|网名)?|姓名|名字|昵称|旺旺(?:名|号|id)?|用户uid|发帖人|报案人|当事人',
    'customerName',
    'contactName',
  ),
  rule(0.45, '(?:{buyer})(?:的)?(?:编号|编码|代码|代号|号|uid|id)', 'customerName'),
  rule(
    0.95,
    '(?:{buyer}|{complainant}|客诉|对方|甲方|项目|单位|业务)*(?:联系|联络|连络|接洽|对接|接口)人(?:员|姓名)?|(?:客户|客户方|对方)(?:窗口|代表|接口|经办人|品管|担当)|收(?:货|件)人(?:姓名)?|联系人员',
    'contactName',
  ),
  rule(
    0.95,
    '(?:{p}|contact|home|work|office|mobile|cell|call back|callback|contact person|primary)?(?: s)? ?(?:phone|telephone|tel|mobile|mob|cell|cellphone|cell phone|whatsapp|landline)(?: (?:no|num|number|nr|phone))?(?: \\d)?|(?:{p} )?(?:contact|call back|callback) (?:no|num|number|details|info|information|phone|tel)',
    'contactPhone',
  ),
  rule(0.95, '(?:{p}|contact|contact person|user)?(?: s)? ?(?:email|e mail|mail)(?: (?:address|id))?', 'contactEmail'),
  rule(
    0.95,
    '(?:{p}|street|postal|mailing|home|site|service|incident|contact|delivery|full|property|billing|shipping)?(?: s)? ?address(?: (?:line)?(?: ?\\d)?)?|premises|venue|flat no|house no|unit no|property',
    'contactAddress',
  ),
  rule(
    0.85,
    '(?:{p}|sales|incident|home)? ?(?:region|district|city|country|county|province|territory|zone|borough|suburb|area|circle|division|sub division|market|municipality|ward|community board|zip|zip code|postcode|post code|postal code|town|locality)|(?:incident )zip|country or region|country region',
    'region',
  ),
  rule(0.55, 'state', 'region', 'status'),
  rule(
    0.8,
    'location|site|branch|store|shop|outlet|station|restaurant|dealer name|store name|point of sale|(?:place|where) (?:of )?(?:purchase|purchased|bought)|purchase (?:place|location|channel)|retailer|branch name|store (?:no|number|id|code)',
    'purchasePlace',
    'region',
  ),
  rule(
    0.9,
    '(?:name )?of (?:the )?{p}|{p}(?: s)?(?: (?:company|account|business|organisation|organization|firm))?(?: (?:name|details|information|info|full name))?|name of (?:the )?{p}|(?:full |first |sur|last )?name|{p} {p}|passenger name|from(?: name)?',
    'customerName',
    'contactName',
  ),
  rule(0.93, '(?:account|company|business|firm|organisation|organization|trading|farm) name', 'customerName'),
  rule(0.45, '(?:{p}|account|consumer) {no}|company|organisation|organization|firm', 'customerName'),
  rule(
    0.9,
    '(?:{p} )?contact(?: (?:person|name|person name))?|(?:spoke|spoken|talked) (?:to|with)|attn|attention|caller name|reported by (?:customer|client)|contact at .*|representative',
    'contactName',
    'contactPhone',
  ),

  // ---- the goods ------------------------------------------------------------------------------------------------
  rule(
    0.95,
    '(?:产品|生产|涉及|问题|不良|投诉|客诉|成品|来料|相关|原料|货物|商品|批)*(?:批号|批次|批次号|批次编号|批|lot|lotno|lot号|batch|sn|sn/lot|s/n|序列号|产品序列号|机身号|车架号|车身号码|车身号|vin|vin码|vin号|底盘号|出厂编号|炉号|炉批号|卷号|轴号|钢印号|喷码|追溯码|周号|失效装置序号|序号sn|挤制编号|设备编号|表号|电表号|箱号|缸号|釜号|窑号|设备号|imei)|批号.*',
    'batchNo',
  ),
  rule(0.48, '(?:产品)?(?:生产|制造)日期', 'batchNo'),
  rule(
    0.95,
    '(?:.*?)(?:订单|定单|销售单|采购单|合同|发货单|送货单|出货单|交付单|交货单|运单|快递单|快递|物流单|发票|交易|出库单|提单|提货单|派工单|服务单|票据|凭证|保单|小票|结算单|维修单|磅单|过磅单|票号|流水|销售订单|采购订单|第三方流水|购买凭证)(?:的)?{number}|(?:销售|采购|对应|相关|关联)?(?:订单|定单|合同|运单|快递单|发票|提单)|票号|.*(?:订单|定单)(?:号|编号)?id',
    'orderNo',
  ),
  rule(
    0.9,
    '(?:(?:投诉|客诉|涉及|不良|问题|退货|异常|购买|不合格|缺陷|影响|反馈|客端不良|客端|损坏|索赔|破损|短缺|相关|故障|争议|受影响|退换|拒收)(?:产品|商品|批量)?(?:的)?)*(?:数量|件数|箱数|吨数|吨位|台数|套数|片数|支数|重量|方量|户数|量|数|pcs)|.*样品的量',
    'quantity',
  ),
  rule(
    0.9,
    '(?:defect|defective|affected|ng|rejects?|rejected|complaint|complained|returned|return|faulty|damaged|claim|claimed|failed|failure|nonconforming|bad|involved|suspect)? ?(?:qty|quantity|quantities|pcs|pieces)(?: (?:defective|affected|rejected|returned|ng|complained|involved))?|(?:no|number|qty|quantity) (?:of )?(?:defective|affected|faulty|rejected|returned|units|defects|items|pieces|pcs)(?: (?:units|items|pieces|parts))?|units(?: affected)?|(?:affected|defective|faulty) (?:units|items|pieces|parts)',
    'quantity',
  ),
  rule(
    0.95,
    '(?:产品|商品|客户|设备|车辆|机器|物料|货物|问题产品|投诉产品|涉及|投诉|产品/)*(?:型号|规格|规格型号|型号规格|规格/型号|型号/规格|机型|车型|机种|零件号|零件编号|图号|款号|货号|编码|产品编号|产品代码|sku|sku编码|sku编号|sku码|条码|条形码|国际条码|款式|牌号|品番|规格详情|等级(?<=产品等级)|强度等级|配合比)',
    'productModel',
  ),
  rule(
    0.95,
    '(?:产品|客户|成品)?(?:料号|件号|品号|料件编号|物料编码|物料号|物料编号|料件|p/n)',
    'productModel',
    'productName',
  ),
  rule(0.9, '(?:产品|商品|物料|货品)(?:编号|编码|代码|料号|id)', 'productModel', 'productName'),
  rule(
    0.95,
    '(?:投诉|客诉|涉及|相关|反馈|问题|不良|购买|使用|被投诉|申诉|所购|异常|交易)*(?:的)?(?:产品|商品|货品|品|食品|物料|货物|物品|菜品|设备|机器|药品|器械|服务|车辆|电器|仪器|项目产品|服务项目|保险产品|理财产品|材料|原料|产品/服务|商品/服务|业务产品|零件|部件)(?:的)?(?:名称|品名|名|标题|系列|线|品目|种类|品种|品项|大类|类别|类型|信息)?|品名|品项|品目|品种|客诉品目|车系|品牌|品牌车系|投诉品牌|投诉车系|投诉对象|产品名称及规格|品名(?:及|/)?规格|险种|险别|套餐|项目名称|作业名称|料名',
    'productName',
  ),
  rule(
    0.95,
    '(?:product |affected )?(?:batch|lot)(?: ?(?:lot|batch))? ?(?:{no}|nos|numbers?)?(?: s)?|(?:product |machine |device |vehicle |equipment |engine |unit )?(?:serial|chassis|frame|imei|sn|vin|udi|engine|meter)(?: ?(?:{no}))?|sn lot|lot sn|date code|w o or d c|d c|batch lot(?: number)?|week code',
    'batchNo',
  ),
  rule(
    0.95,
    '(?:{p} )?(?:order|invoice|delivery|delivery note|po|p o|purchase order|so|sales order|sales|job|job card|work order|wo|booking|reservation|policy|receipt|transaction|shipment|tracking|awb|waybill|consignment|dn|contract|utr|rma|return|repair order|ro|service order|ticket order|bill|account transaction|pnr|flight) {no}|order|invoice|job card|purchase order|po|booking|contract',
    'orderNo',
  ),
  rule(
    0.95,
    '(?:product |item |machine |device |car |vehicle |part |equipment )?(?:model|model name|model no|model number|variant|type no)|(?:product|item|machine|device|model|software|firmware|hardware|app) version|(?:product |item )?(?:sku|part|part no|part number|p n|pn|material|article|catalog|catalogue|stock|style|item)(?: (?:no|nr|num|number|code))|sku|p n|sku code|(?:product|item) (?:code|sku|id|no|number|ref)|size|specification|spec|reg|registration|reg no|registration no|plate|number plate',
    'productModel',
    'productName',
  ),
  rule(
    0.9,
    '(?:affected |complained |{c} )?(?:product|item|goods|vehicle|machine|device|equipment|appliance|material|part|service|brand|make|car|commodity|unit|article|medication|drug|instrument|food|dish|asset|tractor|implement)s?(?: (?:name|description|desc|line|type|title|family|group|category|involved|or service|purchased|details|make))?|product or service(?: involved)?|make and model|what was bought|device name',
    'productName',
  ),
  rule(0.9, 'sub product|subproduct', 'productName', 'productModel'),

  // ---- the channel ----------------------------------------------------------------------------------------------
  rule(
    0.95,
    '(?:{matter}|受理|接诉|接收|接报|来件|信息|来源|来信|联络|客户|顾客|问题|登记|录入|业务|接待|转办)*(?:的)?(?:渠道|管道|通路|途径|来源渠道|入口|来源方式)|(?:{matter}|受理|接诉|接收|接报|来件|信息|接待|来访|登记|录入|提出)+(?:的)?(?:方式|形式|平台)',
    'channel',
  ),
  rule(0.8, '(?:{matter}|信息|问题|案件|数据|来件|客户)*来源', 'channel', 'customerName'),
  rule(
    0.95,
    '(?:{c} )?(?:intake |submission |contact |open data |communication |received |reporting )?(?:channel|mode|medium|source|route)(?: type| of (?:{c}|receipt|contact|communication|complaint))?|how (?:was )?(?:it )?(?:{c} )?(?:was )?(?:received|reported|contacted|made|raised|they contacted us|it came in|did it come in)|(?:received|submitted|reported|contacted|made|raised|came) (?:via|through)|via|(?:contact|{c}|communication|submission|reporting|intake) method|method(?: of (?:contact|{c}|receipt|communication))?|mode of .*|{c} origin|origin',
    'channel',
  ),

  // ---- kind and weight of the matter ----------------------------------------------------------------------------
  rule(
    0.95,
    '(?:{matter}|{fault}|投诉问题|服务)*(?:小类|二级分类|二级类目|二级类别|二级|子类|子类别|子分类|中分类|小分类|细分|细类|细分类别|三级分类|明细分类|具体分类|不良项目|不良代号|不良代码|问题代码|缺陷代码|次分类|中类)|细目',
    'subcategory',
  ),
  rule(
    0.95,
    '(?:{matter}|{fault}|投诉问题|投诉业务|业务|旅游|服务|原因|责任|典型|内部|内部问题|主要|客怨|三包|索赔)*(?:的)?(?:类型|类别|类目|大类|大分类|一级分类|一级类目|一级类别|分类|种类|性质|属性|归类|类别代码|类型代码|本质|定性|品类|类)|典型问题|内部问题名称|投诉点|问题点分类|不良原因类别|项目类别',
    'category',
  ),
  rule(0.8, '(?:投诉|客诉|抱怨|退货|异常|申诉)(?:的)?(?:原因|理由|主题类别)', 'category', 'cause'),
  rule(
    0.95,
    '(?:{p} |{c} )?(?:sub|secondary|second level|level 2|minor|detailed)[ -]?(?:category|type|class|issue|reason|code|group|classification|cause)|subcategory|subtype|descriptor|defect code|failure code|reason code|fault code',
    'subcategory',
  ),
  rule(
    0.9,
    '(?:{p} )?(?:aims )?(?:{c}|defect|fault|failure|problem|non conformance|nonconformance|nonconformity|reason|main|primary|issue|error|quality|service|subject|level 1|cause)? ?(?:type|category|class|kind|group|cat|classification of {c}|category hint|main category|area|reason)(?: code| name| of {c}| hint)?|(?:defect|non conformance|nonconformance|nonconformity|topic|theme|subject area|reason)(?: type| category)?',
    'category',
  ),
  rule(
    0.7,
    '(?:nature|kind|type|subject|category)(?: of)?(?: the)?(?: {c}| defect| problem)?',
    'category',
    'description',
  ),
  rule(
    0.95,
    '(?:{matter}|{fault}|事件|严重|紧急|风险|影响|处理|投诉处理|案件|优先|重大|危害|情况|缺陷)*(?:的)?(?:等级|级别|严重度|严重程度|严重性|优先级|优先等级|优先度|优先顺序|紧急程度|紧急度|紧急性|重要程度|重要性|程度|分级|缓急|急缓|轻重|轻重缓急|风险度)|(?:是否)?重大(?:客诉|投诉|问题)|是否紧急|是否重大',
    'severity',
  ),
  rule(
    0.95,
    '(?:{c} |defect |problem |risk |impact )?(?:severity|priority|urgency|importance|importance level|criticality|risk|risk level|risk rating|impact|impact level|grade|seriousness|rank|severity level|priority level)(?: (?:level|rating|class|code|score))?|(?:level|degree) of (?:risk|severity|harm|urgency|impact)|severity \\d \\d|(?:severity|priority).*|level|classification|class',
    'severity',
  ),

  // ---- what happened, what is asked for, what proves it ---------------------------------------------------------
  rule(0.85, '(?:{buyer})?诉求(?:内容|描述|详情|事项)', 'description', 'demand'),
  rule(
    0.95,
    '(?:{matter}|处理)?(?:{buyer}|{complainant}|{matter})(?:的)?(?:诉求|要求|期望|期待|请求|希望|期望方案|期望要求|期望结果|愿望|索赔要求|处理要求|诉请|主张|意愿|投诉要求|投诉请求|期望解决方案|期望处理方式|想法|预期|期望达成.*)|(?:投诉|客诉|处理|解决)(?:的)?(?:诉求|请求|要求|期望)|诉求|期望|要求|请求事项|.*期望.*(?:办法|方案|解决|结果)',
    'demand',
  ),
  rule(
    0.95,
    '(?:{p}(?: s)? )?(?:wants|wanted|asked for|asks for|request|requests|requested|expectation|expectations|expected|demand|demands|desired|desire)(?: (?:action|resolution|remedy|outcome|solution|by {p}))?|(?:requested|desired|expected|wanted|sought) (?:action|resolution|remedy|outcome|solution)|(?:remedy|resolution|outcome|redress|relief) (?:sought|requested|wanted|expected|desired)|what (?:the |they |does the )?(?:{p} )?(?:wants?|wanted|expects?|asked for)|{p} requirement(?:s)?|request',
    'demand',
  ),
  rule(
    0.95,
    '(?:相关|投诉|客诉|现场|问题|缺陷|不良|客户|附|异常|其他|个案|证明|案件)*(?:的)?(?:证据|凭证|佐证|举证|附件|照片|图片|影像|影片|视频|录音|截图|资料|样品|实物|附图|证明|证明材料|佐证资料|票据|购买票据|购物凭证|文件|文件副本|材料)(?:\\d)?(?:的)?(?:路径|清单|链接|连结|编号|名称|数量|地址|情况|上传|url|资料)?(?:\\d)?|详情链接|.*文件副本|是否(?:接到|有|提供|收到|附)(?:投诉)?(?:样品|照片|证据|附件|凭证|图片).*|有无(?:照片|证据|样品|凭证)',
    'evidence',
  ),
  rule(
    0.95,
    '(?:supporting |{c} |{p} |product )?(?:evidence|attachments?|photos?|pictures?|images?|documents?|proof|files?|sample|samples|screenshots?|videos?|photo proof)(?: (?:link|links|path|url|provided|received|returned|available|no|name|proof|attached))?|has (?:image|photo|attachment)|sample available',
    'evidence',
  ),
  rule(0.8, '(?:{matter}|{fault}|信息|来电|来信)*(?:主题|标题|题目|名称)', 'description'),
  rule(
    0.9,
    '(?:{matter}|事由|事件|问题|情况|案情|反映|反应|异常|不良)(?:的)?(?:说明|情形|状况|始末|简述)|(?:what happened|complaint narrative|issue summary|what went wrong)',
    'description',
  ),
  rule(0.93, '(?:处理|办理|处置|后续处理)(?:的)?(?:情形|状况)', 'solution', 'status'),
  rule(
    0.95,
    '(?:{matter}|{fault}|{buyer}|{complainant}|消息|具体|详细|主要|现场|简要|事情|事实|现象|原因|产品|质量|发生|使用|内部|外部|客诉不良|售后|服务|主诉|来电|来访|诉讼|投诉的|顾客投诉的|投诉具体|投诉主要|具体问题|产品问题)*(?:的)?(?:内容|描述|叙述|详情|现象|事由|事项|经过|细节|摘要|概述|简述|内容描述|问题描述|情况描述|内容摘要|内容概要|说明描述|详述|具体表现|问题及具体表现|主诉|缘由|明细|原文|正文|概况|事件经过|问题点)',
    'description',
  ),
  rule(
    0.9,
    '(?:向)?(?:反馈|告知|回复|答复)(?:给)?(?:{buyer}|{complainant})(?:的)?(?:情况|结果)',
    'feedback',
    'solution',
  ),
  rule(
    0.9,
    '(?:{matter}|{buyer}|投诉质量|具体|主要|产品|质量|所投诉|食品)+(?:的)?(?:问题|情况|信息|说明|缺陷|不良|异常|问题情况|理由|原因)|不良情况|不良情形|异常情况|问题|(?:{fault})情况',
    'description',
    'category',
  ),
  rule(
    0.95,
    '(?:{p}(?: s)? )?(?:{c}|defect|fault|problem|failure|event|detailed|detail|full|brief|short|customer|non conformance)?(?: s)? ?(?:description|desc|details|detail|text|summary|narrative|statement|content|body|story|particulars|verbatim)(?: of (?:the )?(?:{c}|problem|defect|fault|event|issue))?|(?:problem|fault|defect|issue|symptom|what) (?:reported|found by {p}|observed|happened|went wrong|is wrong)|consumer complaint narrative|details of .*|description of .*|{p}(?: s)? (?:complaint|comments?|statement|concern|story|words)|message|allegation|symptoms?',
    'description',
  ),
  rule(0.75, '(?:{c} )?(?:subject|title|headline)', 'description'),
  rule(
    0.75,
    'complaint|complaints|problem|fault|concern|grievance|matter|reason for {c}|(?:{c} )reason|what',
    'description',
    'category',
  ),
  rule(0.75, 'issue|defect|nature', 'category', 'description'),

  // ---- our side: who ------------------------------------------------------------------------------------------
  rule(
    0.95,
    '(?:首次|投诉|客诉|工单|电话)*(?:受理|接诉|接待|接收|登记|记录|录入|填单|填表|填报|填写|接听|接报|接单|接线|接访|接案|投诉接到|投诉接待|建档|建单|创建|建立|制表|制单|申请|值班|收单|首问|首接|开单|提报|提交|坐席|座席|录单|签收|受理客服|客诉接收|投诉签收|上报|信息反馈){person}|受理窗口|受理客服|客服|客服人员|客服专员|客服姓名|坐席|业务人员|业务员|建立者|申请者',
    'receivedBy',
    'responsiblePerson',
  ),
  rule(0.85, '(?:首次|首)处理人', 'receivedBy', 'responsiblePerson'),
  rule(
    0.95,
    '(?:责任|负责|权责|处理|处置|承办|主办|主责|归口|改善|改善负责|会办|办理|经办|受理|整改|执行|牵头|协办|对策|相关|涉及|接收|跟进|承接|所属|申请|投诉|投诉处理|客诉处理|被投诉|责任归属|发生源-?责任|流出源-?责任|处理责任|责任(?:人)?所属|主管|回复|解决|转办|派往){unit}|部门|科室|责任归属|责任判定部门|责任班组|责任鉴定确认|所属部门|归属部门|相关部门|责任方',
    'responsibleDept',
  ),
  rule(
    0.95,
    '(?:责任|主要责任|直接责任|负责|处理|处置|经办|承办|主办|主责|跟进|跟踪|跟单|办理|调查|经手|维修|对接|整改|当前处理|投诉处理|客诉处理|解决|工程|技术支持|服务|担当|案件负责|主管|执行|牵头|回复|质量|品质|改善|售后|落实|督办|调解|处理客服|当前|责任部门|部门|发生源-?责任|流出源-?责任|对策|对应|d\\d)(?:的)?(?:人|者|员|人员|人姓名|人员姓名|工程师|客服|业务员|专员|经理|责任人|负责人|担当|责任者|师傅|主管)(?:员)?|负责人|责任人|经手人|跟进人|技师|师傅|担当|担当者|负责工程师|当前处理客服|现处理人|处理客服|业务负责人|owner',
    'responsiblePerson',
  ),
  rule(
    0.95,
    '(?:{c} |call )?(?:received|taken|logged|recorded|registered|entered|created|opened|raised|submitted|filed|written up|call taken|reported|input) by|(?:reported|complained) to|operator|call taker|intake (?:staff|officer|agent)|receptionist|recorder|originator|initiator|author|prepared by',
    'receivedBy',
  ),
  rule(
    0.9,
    '(?:responsible |owner |owning |assigned |handling |accountable |concerned |faulty |related |lead )?(?:dept|department|agency|team|unit|section|business unit|function|group|agency name|department name|office|workshop|area)(?: (?:responsible|name|concerned|involved|owner))?|responsible(?: (?:area|unit|party|dept|function))|assigned (?:to )?(?:department|team|group)|responsibility',
    'responsibleDept',
  ),
  rule(
    0.95,
    '(?:assigned|allocated|passed|referred|escalated|given)(?: to)?|assignee|(?:{c} |action |agent |current |process )?owner|(?:{c} )?(?:handled|dealt with|investigated|resolved|actioned|attended|processed|managed|solved|closed|answered|responded|repaired|action|done|completed|looked after) by|(?:{c} )?(?:handler|investigator|technician|mechanic|agent|agent owner|case owner|engineer|csr|rep|manager|staff|staff member|salesperson|sales rep|lead|leader|coordinator|employee|fitter|advisor|adviser|champion|sales person|account manager|executive|officer|case manager|pic|in charge|person in charge|responsible|who)|(?:person|staff|employee|engineer|manager) (?:responsible|in charge|assigned|involved)|responsible (?:person|engineer|manager|staff|owner|employee)|investigating officer|assigned (?:agent|person|engineer|officer|staff)',
    'responsiblePerson',
  ),

  // ---- our side: why and what was done ---------------------------------------------------------------------------
  rule(
    0.95,
    '(?:{matter}|{fault}|根本|真正|初步|产生|发生|主要|直接|技术|责任|流出|管理|深层|d4)*(?:的)?(?:原因|真因|根因|根本原因|成因|肇因|起因|原因分析|原因调查|原因说明|要因|症结|根源)(?:及)?(?:分析|调查|说明|评估|判定|初步评估)?|初步原因评估|(?:{matter}|{fault}|初步|现场|内部|情况|原因|责任|事实|真因|质量)*(?:的)?(?:调查|核实|核查|查证|查核|分析|鉴定|判定|认定|检测|检验|排查|诊断|勘查)+(?:的)?(?:情况|结果|结论|情形|经过|过程|内容|记录|意见|说明|报告)?|留样产品的检测|批记录的回顾|技术支持验证|质量部验证|原因明细',
    'cause',
  ),
  rule(
    0.95,
    '(?:{p} |probable |likely |suspected |actual |true |d\\d )?(?:root )?causes?(?: (?:analysis|found|identified|description|category|code|details|of (?:{c}|failure|problem|defect)))?(?: \\d)?|root cause.*|rca|(?:reason found|found|findings?|diagnosis|analysis|analysis result|failure analysis|investigation|investigation (?:findings?|results?|summary|outcome|notes|details|report|conclusion)|conclusion|what (?:we|was) found|why(?: it happened)?|probable cause|reason of .*)',
    'cause',
  ),
  rule(
    0.95,
    '(?:{matter}|{fault}|责任|结论|内部|后续|具体|d\\d)*(?:的)?(?:(?:纠正|矫正|预防|改善|改进|整改|永久|长期|长期整改|长期改善|根本|标准化|防止再发|防再发|再发防止|防范|巩固|横向|系统|库存品验证和|矫正预防|矫正及预防|矫正与预防|纠正和预防|纠正及预防|纠正与预防|纠正预防|预防纠正)(?:措施|对策|行动|方案|建议|计划|内容|要求|情况)|对策|纠正预防|矫正预防|改善行动|整改|改善|预防再发|再发防止|内部处理|内部改善|qa建议|改进|经验教训|capa|关联capa(?:_?id)?|capa{number}|8d(?:报告)?{number}?|8d报告|结论/纠正和预防措施)',
    'correctiveAction',
  ),
  rule(
    0.95,
    '(?:corrective|preventive|preventative|permanent|corrective and preventive|long term|follow up corrective|improvement|systemic|prevention|d\\d)(?: and (?:preventive|corrective))? ?(?:actions?|measures?|countermeasures?|plan|taken|action plan)?(?: taken| required)?|capa(?: {no})?|counter ?measures?|lessons?(?: learned)?|learnings?|action plan|remedial actions?|remedial measures?|improvements?|8d(?: {no})?|recurrence prevention|prevention',
    'correctiveAction',
  ),
  rule(
    0.95,
    '(?:回访|回访人员?|追踪|跟踪|满意度回访|客户回访|电话回访|三个月后追踪|后续追踪|后续跟踪)(?:的)?(?:情况|结果|记录|内容|状态|建议|意见|反馈|情形|备注|说明|评价)?|处理结果确认|(?:{buyer})(?:的)?(?:反馈|反馈意见|确认|确认意见|反馈结果|确认结果|回访|回馈|意见反馈|回复)|效果(?:确认|验证|跟踪|评价|追踪|评估)|(?:措施|对策|有效性|改善|改善效果|整改|整改效果)(?:的)?(?:有效性)?(?:验证|评价|确认|评估|跟踪)(?:结果|情况)?|有效性评价|验证(?:结果|情况)?|三个月后追踪|是否回访|回访',
    'feedback',
  ),
  rule(
    0.95,
    '(?:{p} )?follow ?ups?(?: (?:(?:call |visit )?(?:notes?|results?|comments?)|calls?|communication|status|visit))?|(?:any )follow ?up.*|{p} feedback|call ?back(?: (?:notes?|result))?|(?:consumer|customer) disputed|effectiveness(?: (?:check|verification|review))?|verification(?: (?:result|of effectiveness))?|{p} (?:response|reply|confirmation|reaction)|feedback(?: from {p})?|post resolution contact',
    'feedback',
  ),
  rule(
    0.95,
    '(?:{buyer}|{complainant}|服务|回访|处理|投诉|处理结果|结果|整体)*(?:的)?(?:满意度|满意程度|满意情况|满意度评价|满意与否|满意否|满意度得分|评价|评分|评级|打分|星级|服务评价|满意)|是否(?:一次处理)?满意|(?:客户|顾客|业主)?是否满意|nps|满意度备注',
    'satisfaction',
  ),
  rule(
    0.95,
    '(?:{p} )?(?:satisfaction|satisfied|csat|nps|rating|happy|stars?|customer score|happy now|resolution satisfaction)(?: (?:score|rating|level|survey|result|y n|now))?(?: y n)?|is {p} (?:happy|satisfied)|outcome and satisfaction',
    'satisfaction',
    'feedback',
  ),
  rule(
    0.95,
    '(?:{matter}|案件|处理|办理|处置|办结|结案|闭环|完成|流程|表单|项目|当前|跟进|审批|单据|目前|最新|回复|受理|订单|关闭|解决|整改)*(?:的)?(?:状态|状况|进度|进展|进展情况|是否结案|是否办结|是否关闭|是否完成|是否处理|是否解决|是否闭环|是否已处理|结案否|结案与否|结案情况|处理与否|结案|完成情况|办结情况|办结否|闭环情况|关闭情况|进程)|已?处理与否|是否(?:结案|办结|关闭|完成|处理|解决|闭环|了结)(?:完)?|状态|状况|进度|完成否|处理否|结案否',
    'status',
  ),
  rule(
    0.95,
    '(?:{c} |current |case |resolution |process |workflow |overall |final |capa |open |action |job )?(?:status|stage|progress|state)(?: (?:code|of {c}|now))?|open(?: or)? closed|open closed status|(?:is )?(?:closed|resolved|open) (?:y n|yes no|y or n)|outcome status|status.*',
    'status',
  ),
  rule(
    0.95,
    '(?:主管|领导|经理|总经理|部门|部门负责人|质量部|质管部|品保|业务|高层|站长|厂长|负责人|公司|最终|店长|质量部经理|客户|客服)*(?:的)?(?:审批|审核|批准|核准|批示|签批|核查|复核|签字|签核|审定|签名|会签|核定)(?:人|意见|结果|情况|状态|者|说明|日期|批示)?|(?:主管|领导|经理|总经理|部门|厂长)(?:的)?(?:意见|批示|评语)|质量部经理关闭投诉|最终的评价|(?:验证|验收|复核|审核|批准|确认|核准|审定|签发|会签)人|.{0,4}领导(?:签字|签名|意见|批示)',
    'approval',
  ),
  rule(
    0.95,
    '(?:approved|authorised|authorized|reviewed|verified|checked|signed off|countersigned|signed) by|approval(?: (?:status|by|date))?|sign ?off|(?:manager|management|qa|supervisor|director) (?:approval|review|sign ?off|comments?|notes?|check)|authorisation|authorization',
    'approval',
  ),
  rule(
    0.9,
    '(?:后续|最新)?(?:跟进|跟办)(?:情况|记录|结果|过程|行动|事项|内容|说明)?|(?:{p} )?follow ?up actions?(?: taken)?',
    'solution',
    'feedback',
  ),
  rule(0.85, '(?:{matter})?(?:处理|处置|办理|跟进|解决|调解|协商)(?:的)?(?:过程|经过|记录|进程)', 'solution', 'cause'),
  rule(0.7, '是否(?:和解|调解)|调解与否', 'status'),
  rule(
    0.95,
    '(?:{matter}|{fault}|初步|业务|最终|最后|即时|当下|当场|当时|后续|立即|先行|目前|内部|外部|企业采取的|采取的|公司|应急|临时|紧急|暂时|围堵|现场|服务|针对|门店|供应商|投诉的|对客户|对客户的|客服|实际|d\\d)*(?:的)?(?:(?:处理|处置|解决|办理|答复|回复|回覆|处治|调解|补救|应对|应急|暂时|暂行|临时|短期|围堵|遏制|采取|退换|处罚|协商|善后|补救)(?:的)?(?:结果|措施|方案|方式|意见|办法|方法|情况|内容|结论|建议|说明|进展|记录|对策|处置对策|方式及结果|过程及结果|经过及结果|意见及结果|措施及结果|反馈|详情|明细|描述|决定|方案及结果)|处理|处置|遏制|围堵|补救|解决方案|暂时处置对策|措施|外部处理|结果|回复意见)',
    'solution',
    'status',
  ),
  rule(
    0.95,
    '(?:{p} |{c} |immediate |containment |interim |short term |final |proposed |agreed |actual |d\\d )*(?:actions?|resolution|solution|outcome|remedy|response|reply|disposition|containment|correction|treatment|settlement|handling|result|decision)(?: (?:taken|notes?|details?|description|process|summary|given|provided|to {p}|offered|type|made|text|comments?|result|remarks?|by company|plan))*(?: \\d)?|company response(?: to consumer)?|(?:final|company) (?:answer|response|reply).*|what (?:we|was) (?:did|done)|how (?:was )?(?:it )?(?:was )?(?:resolved|solved|settled|handled)|work (?:done|carried out)|repair(?:s)? (?:done|made|carried out)|steps taken|fix',
    'solution',
  ),
  rule(0.75, '(?:attended|action|resolution|closing|closure) (?:remarks?|notes?|comments?)', 'solution', 'remarks'),
  rule(0.95, '备注|备注说明|附注|备考|其他|其它|注|说明|备忘|其他说明|补充|补充说明|特殊说明|归档备注|附言', 'remarks'),
  rule(0.8, '.*备注(?:说明)?', 'remarks', 'solution'),
  rule(
    0.95,
    '(?:{c} |qa |internal |other |general |additional |additional internal |office |staff |further |our |admin |manager s? )?(?:remarks?|notes?|comments?|memo|observations?|misc|miscellaneous|other|others)(?: (?:other|if any|internal))?|(?:additional|other|further) (?:info|information|details)',
    'remarks',
  ),
];
