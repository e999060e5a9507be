import { rule, type HeaderRule } from './header-rule.ts';

/** What stands among the data as often as above it: told in a header row, but by itself no sign of one. */
const DATA_LIKE = 0.52;

/** Words that stand in the labels of one trade and mean something else in another: read before the general rules. */
export const TRADE_RULES: HeaderRule[] = [
  // ---- what the customer keeps, owns or paid for is none of ours --------------------------------------------------
  rule(
    0.9,
    '(?:养殖|饲养|种植|栽培|存栏|出栏|播种)(?:品种|种类|面积|数量|规模|头数|羽数|数|量|密度|模式|方式|作物|年限|阶段|畜种|情况)?|(?:使用|施用|喷施|适用)作物|(?:宠物|畜禽|牲畜|动物|病畜|犬只|猫犬)(?:的)?(?:品种|种类|名|名字|姓名|昵称|年龄|月龄|日龄|体重|性别|数量)|(?:日|月|周|苗|树|房|机|胎)(?:龄|次)(?:/.*)?',
  ),
  rule(
    0.85,
    '(?:涉及|涉诉|涉案|争议|交易|消费|订单|合同|购买|成交|发票|贷款|欠费|账单|投保|充值|刷卡|缴费|实付|应付|实收|应收)(?:总)?(?:金额|款额|数额)|货值|货款(?:金额)?',
  ),
  rule(
    0.85,
    '(?:服务|管理|手续|年|月|月租|会员|中介|物业|停车|检查|挂号|学|学杂|课程|团|保险|报名|装修|清洁|洗|住宿|餐|伙食|租|水|电|水电|燃气|话|网|维修|保养|配送|基本|检修|出诊|治疗|药|上门|出车|拖车|安装)费(?:用)?(?:金额|标准)?',
  ),
  rule(
    0.9,
    '车牌(?:号|号码)?|车号|号牌(?:号码)?|工号|(?:电压|耐火|防火|防水|阻燃|绝缘|能效|温度|压力|精度|防护|抗震)(?:等级|级别)',
  ),
  rule(
    0.9,
    '(?:生产|制造|出品|品牌|进口|物流|快递|承运|运输|货运|配送|供货|外包|劳务|保险|担保|第三方)(?:厂家|厂商|厂|企业|公司|商|方|单位|公司名称|商名称)|物流|快递',
  ),
  rule(
    0.85,
    '(?:补[件货发寄料单片板瓶箱]|换货|返修|返工|重做|改期|改签)(?:下单|发货|发出|寄出|完成|生产|安排|到货)?{time}',
  ),
  // ---- times -------------------------------------------------------------------------------------------------------
  rule(
    0.85,
    '(?:航班|班机|车次|班次|航次|列车|场次|影片|演出|展览|活动|婚礼|宴会|团期|比赛|派车|出车|停电|停水|停气|停机|断网|上课|课程|租车|用车|起飞|发车|开演|放映|开场){time}',
    'occurredAt',
    'purchaseDate',
  ),
  // ---- numbers, goods ----------------------------------------------------------------------------------------------
  rule(
    0.85,
    '(?:胎|轮胎|瓶|钢瓶|气瓶|箱|盒|罐|桶|包|袋|卷|母卷|钢卷|轴|盘|板|片|炉|釜|缸|窑|柜|托|垛|捆|管|筒|辊|锭|坯|电池|电池包|电芯|主板|模组|阀|泵|锁|杆|灯杆|桩|装箱|灌装|机台)(?:身)?(?:号|编号|号码)|(?:瓶|箱|盒|罐|桶|袋|包|垛|机身|防伪|追溯|溯源|物流|激光|喷墨|喷印|打印|生产|批|窜货|身份)(?:身)?码',
    'batchNo',
  ),
  rule(
    0.85,
    '(?:pi|po|so|dn|ci|bl|b/l|awb|hawb|wo|do|iv|inv|rma)(?:单号|编号|号码|号|no)|(?:行李牌|行李条|行李|托运行李)(?:号|号码|编号)',
    'orderNo',
  ),
  rule(0.75, '[345]d(?:报告)?(?:回复|回覆|提交|提供|完成|发出)?{time}', 'firstResponseAt', 'dueAt'),
  rule(0.45, '(?:生产|产品|制造|物料|零件|料件)?周期(?:码)?', 'batchNo'),
  rule(
    0.85,
    '(?:取票|取件|取餐|取货|提货|兑换|核销|验证|提车|自提|券|团购券|预约|订座|验券|入园|入场)(?:码|号|凭证号?)',
    'orderNo',
  ),
  rule(0.85, '(?:退货|退换货|换货|退件)(?:申请)?(?:单)?{number}', 'orderNo'),
  rule(
    0.75,
    '(?:规格)?(?:花纹|花型|花色|纹样|图案|层级|木种|树种|香型|味型|制式|型制|管径|直径|线径|门幅|幅宽|克重|目数|粒径|[瓶盒箱杯罐袋板管鞋版灯锁门窗床柜表胎泵阀炉梯桩笔裤领器]型|釉色|底色|成色)(?:规格|花纹|型号|尺寸|等级|号)*',
    'productModel',
  ),
  rule(0.85, '(?:品种|产品|材料|强度|木材|钢材|水泥)(?:等级|强度|标号|牌号)|品级|标号', 'productModel', 'productName'),
  rule(0.9, '(?:产品|物料|商品|货物|货品|零件|料件|材料|物品)(?:的)?(?:描述|说明|详述)', 'productName', 'productModel'),
  rule(
    0.75,
    '票种|票类|票型|票别|卡种|班型|课型|套系|疗程|[布纱钢酒茶菜花树]种|菜系|茶类|作物(?:品种|名称)|影片(?:名称|名)?(?:及|/|与)?(?:场次|厅号|放映厅)|影片名称',
    'productName',
    'productModel',
  ),
  rule(DATA_LIKE, '方案', 'solution', 'productName'),
  rule(
    0.7,
    '(?:质保书|质证书|合格证|检验报告|检测报告|材质单|材质证明|保证书|证书)(?:的)?(?:编号|号|号码)',
    'orderNo',
    'batchNo',
  ),
  rule(0.85, '(?:报单|报案|报事|诉单|报障)(?:单)?{number}', 'complaintId'),
  // ---- places, parties ---------------------------------------------------------------------------------------------
  rule(
    DATA_LIKE,
    '影城|影院|酒店|宾馆|餐厅|景区|场馆|驿站|会所|院线|球场|泳池|场地|商圈|楼宇',
    'purchasePlace',
    'region',
  ),
  rule(0.48, '(?:项目|工程|工程项目|建设项目)(?:名称|名)', 'customerName'),
  rule(0.8, '(?:项目|工程|工地|施工|安装|使用|装机)(?:的)?(?:地点|位置|所在地)', 'contactAddress', 'region'),
  rule(0.85, '(?:门市|门店|分店|店铺|店|专柜|网点|柜台)(?:代号|编号|代码|编码)'),
  rule(DATA_LIKE, '工厂|车队|分厂|厂部|厂|车场|线路公司|营运公司|车务|班线', 'responsibleDept', 'purchasePlace'),
  rule(0.95, '经销商|代理商|加盟商|分销商|批发商|零售商|特约店', 'customerName', 'purchasePlace'),
  rule(
    0.9,
    '(?:{buyer})(?:的)?(?:工厂|厂|厂区|基地|分厂|子公司|分公司|集团|品牌)|品牌(?:客户|方|商)',
    'customerName',
    'region',
  ),
  rule(
    0.95,
    '(?:日|夜|昼|早|晚|公|宅|家|司|日间|夜间|白天|晚间|公司|住家|住宅)[/、]?(?:日|夜|晚|公|宅|家|司|夜间|晚间|公司|住家|住宅)(?:间)?(?:电话|联系电话)',
    'contactPhone',
  ),
  rule(0.8, '(?:业务|采购|外贸|销售|生产)?跟单(?:员|人|人员|业务)?', 'responsiblePerson', 'receivedBy'),
  rule(
    0.85,
    '(?:调查|核查|核实|查证|查处|走访|勘查|调处)(?:人|人员|员|专员|者)|业务(?:代表|员|人员)|客服(?:人员|专员|姓名)?',
    'responsiblePerson',
    'receivedBy',
  ),
  rule(
    0.85,
    '(?:值班|带班|当班|当值)(?:领导|主管|院长|校长|局长|店长|站长|班长|组长|主任|干部|长)',
    'responsiblePerson',
    'approval',
    'receivedBy',
  ),
  rule(
    0.8,
    '(?:区|区域|大区|片区|营运|运营|营业|客户成功|大客户|渠道|品牌|项目)(?:经理|主管|督导|总监)',
    'responsiblePerson',
    'approval',
    'receivedBy',
  ),
  rule(
    0.93,
    '(?:逝者|亡者|个案|住民|长者|老人|学童|幼儿|宝宝|被照顾者|服务使用者)(?:的)?(?:姓名|名字)',
    'customerName',
  ),
  rule(0.7, '业务|业代|外务|业助', 'receivedBy', 'responsiblePerson'),
  rule(DATA_LIKE, '主管', 'approval', 'responsiblePerson'),
  // ---- of which kind -----------------------------------------------------------------------------------------------
  rule(
    0.9,
    '(?:{fault}|损坏|破损|失效|断裂|磨损|破坏|污染|变形|裂纹|损伤|残损|货损|疵点|短缺)+(?:的)?(?:形式|形态|模式|方式|名称)',
    'category',
    'description',
  ),
  rule(DATA_LIKE, '(?:{defect})(?:[/、](?:{defect}|其他|其它|等)){1,7}', 'category'),
  rule(0.85, '(?:{defect})(?:[/、](?:{defect}))*(?:的)?(?:描述|情况|现象|程度|说明|情形)', 'description'),
  rule(0.85, '(?:{matter}|事项|问题)?(?:的)?定性', 'category', 'cause'),
  // ---- what was found ----------------------------------------------------------------------------------------------
  rule(
    0.85,
    '(?:问题|现象|不良|缺陷|异常|故障|现场|实物|事实)(?:的)?(?:确认|再现|复现|重现)(?:情况|结果)?|(?:平台|门店|总部|公司|仲裁)(?:判责|定责|责任认定|责任判定)',
    'cause',
    'description',
    'responsibleDept',
  ),
  rule(
    0.85,
    '(?:专家|药师|医师|医生|技师|工程师|检验员|质检员|鉴定|评估|法务|律师|法律|植保|兽医|农技)(?:人员|部门|顾问)?(?:的)?(?:意见|建议|看法|判断|诊断)',
    'cause',
    'solution',
  ),
  // ---- what was done -----------------------------------------------------------------------------------------------
  rule(0.85, '(?:{money})(?:[/、](?:{money})){1,4}', 'compensation', 'solution'),
  rule(
    0.85,
    '(?:责任人|个人|部门|员工|当事人|司机|驾驶员|门店|内部|相关人员)?(?:处罚|奖惩|奖罚|惩处|惩戒|处分|考核)(?:情况|意见|措施|决定|内容|建议)',
    'correctiveAction',
    'solution',
  ),
  rule(
    0.8,
    '(?:第?[二三四五2-5]次|再次|第[二三]轮)(?:跟进|回访|跟踪|追踪)(?:情况|结果|记录|内容|说明)?',
    'feedback',
    'solution',
    'remarks',
  ),
  rule(
    0.8,
    '(?:第?[二三四五2-5]次|再次|第[二三]轮)(?:处理|处置|沟通|协商|答复|回复|联系)(?:情况|结果|记录|内容|说明)?',
    'solution',
    'feedback',
  ),
  rule(0.8, '反馈(?:情况|结果)', 'feedback', 'solution', 'description'),
  rule(0.85, '(?:协商|沟通|调解|洽谈|谈判|和解|交涉)(?:的)?(?:过程|经过|记录|情况|结果)', 'solution'),
  rule(
    DATA_LIKE,
    '(?:{amends})(?:(?:[/、]|或)(?:{amends}|其他|其它)){1,5}|换机|换件|换新|换芯|补发|补寄|重做|重发|让步接收|道歉',
    'solution',
    'compensation',
  ),
  rule(0.6, '结|完|了结|结了', 'status', 'closedAt'),
  rule(DATA_LIKE, '(?:责任人|个人|当事人|司机|驾驶员)?(?:处罚|奖惩|奖罚|惩处|处分)', 'correctiveAction', 'solution'),
  rule(DATA_LIKE, '确认', 'approval', 'feedback'),
  rule(0.7, '(?:当场|现场|即时|电话|口头|书面)(?:答复|回复|回覆)', 'solution', 'firstResponseAt'),
  rule(DATA_LIKE, '退/?换(?:货|情况|与否|结果)*|换货(?:情况)?|换补', 'solution'),
  rule(
    0.85,
    '(?:挑选|分选|返工|重工|返修|返检|报废|停线|停机|误工|换货|退货|补货|往返|来回|质量|索赔|客诉|投诉|售后|补救)(?:的)?(?:费用|费|成本|工时费|运费|损失)',
    'compensation',
  ),
  // ---- English -----------------------------------------------------------------------------------------------------
  rule(DATA_LIKE, 'driver|courier|operative|crew', 'responsiblePerson', 'customerName'),
  rule(
    0.85,
    '(?:duty|shift|floor|area|store|site|regional|general|branch|night|hotel|restaurant|depot|zone) (?:manager|mgr|supervisor)',
    'responsiblePerson',
    'receivedBy',
  ),
  rule(
    0.85,
    '(?:accept(?:ed)?|allow(?:ed)?|uphold|upheld|justified|valid|genuine|founded|substantiated|approve[d]?) (?:or )?(?:reject(?:ed)?|decline[d]?|refuse[d]?|not \\w+|un\\w+|invalid|dismissed)',
    'solution',
    'status',
  ),
  rule(
    0.85,
    '(?:manager|supervisor|investigator|officer|handler|qa|qc|quality|lab|technical|r d|engineering|plant|supplier|medical|clinical|field|site|depot|safety)(?: s)? (?:findings?|investigation|analysis|conclusions?|test results?|diagnosis)',
    'cause',
  ),
  rule(
    0.85,
    '(?:agreed|offered|offer|promised|promise|proposal|proposed|settled|commitment)(?: made)? (?:with|to) (?:the )?{p}',
    'solution',
  ),
  rule(
    0.45,
    '(?:membership|member|loyalty|rewards?|frequent flyer|club|library|patron|student) (?:card )?{no}',
    'customerName',
  ),
  rule(
    0.85,
    '(?:fabric|finish|leather|timber|wood|upholstery|trim|glaze|grain|gauge|colou?r|size)(?: (?:and )?(?:fabric|finish|colou?r|size|code|type|gauge|width))+',
    'productModel',
  ),
  rule(0.95, 'grade', 'severity', 'productModel'),
  rule(0.75, 'reaction|symptoms?', 'description', 'category'),
  rule(
    0.8,
    '(?:lesson|class|lecture|move|moving|sailing|crossing|tour|excursion|fitting|missed|sown|planted|match|gig) (?:date|time|day|on)',
    'occurredAt',
    'purchaseDate',
  ),
  rule(
    0.8,
    '(?:office|branch|store|shop|depot|site|club|hotel|centre|school|team|company|plant|factory|crew) (?:actions?|response|reply|answer|explanation)(?: taken)?',
    'solution',
    'cause',
  ),
  rule(0.8, '\\w+ (?:refunded|credited|waived|written off|reimbursed)', 'compensation'),
  rule(0.85, '(?:reason|explanation|excuse|account) (?:given|offered|provided)(?: by .*)?', 'cause', 'solution'),
  rule(0.8, '(?:return|repeat|second|next|re) ?visit(?: date| on)?|from to|pick ?up drop ?off|origin destination'),
  rule(
    0.8,
    '(?:item|product|part|vehicle|equipment) (?:damaged|affected|defective|missing|lost|returned|rejected|supplied|replaced)',
    'productName',
    'description',
  ),
  rule(0.85, '(?:{c} )?(?:lodged|made|brought|voiced) by', 'customerName', 'contactName', 'receivedBy'),
  rule(
    0.8,
    '(?:feedback|outcome|decision|result|answer|reply) (?:given|sent|communicated|advised|issued|notified|conveyed|relayed|shared) (?:on|date)',
    'closedAt',
    'firstResponseAt',
  ),
  rule(0.85, 'party(?: name)?|(?:name of (?:the )?)(?:party|firm)', 'customerName'),
  rule(
    0.85,
    '(?:remarks?|comments?|observations?|opinion|note) (?:of|by|from) (?:the )?(?:\\w+ )?(?:head|manager|director|gm|md|ceo|supervisor|hod|incharge|principal|chairman)',
    'approval',
    'solution',
  ),
  rule(0.8, 'grounds?(?: (?:of|for) .*)?', 'category', 'description'),
  rule(0.75, '(?:module|feature|component|subsystem|screen|app area)(?: name)?', 'category', 'productName'),
  rule(DATA_LIKE, '(?:all )?ok(?: now| yet)?', 'status', 'satisfaction'),
];
