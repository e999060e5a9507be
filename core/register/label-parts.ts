import type { Field } from '../complaint/field.ts';

/**
 * The parts that Chinese column labels are put together from, simplified. Each part has a sign; a label is read as a row of
 * signs (回复家长日期 → `RBt`) and `LABEL_SENSES` tells what that row means. Capitals say what is done or to whom, small
 * letters what kind of thing the column holds.
 */
export const LABEL_PARTS: Readonly<Record<string, string>> = {
  // what is done
  M: '投诉|来诉|客诉|申诉|抱怨|诉怨|陈情|信访|反映|反应|反馈|举报|报修|维权|意见|建议|争议|纠纷|案件|案情|案|工单|事件|事项|事情|问题|异议|留言|差评|质诉|不满',
  I: '受理|接诉|接访|接报|接单|接案|接待|接听|接电话|接线|接获|接到|接的|接|收到|收件|收文|收案|收单|收信|登记|录入|记录|记的|填写|填单|建单|来电|来访|来信|来文|来件|来函|进线|通报|提交|提出|提报|上报|立案|报案|转来',
  A: '派单|派工|派案|转办|交办|转派|分派|指派|移交|移送|转交',
  H: '承办|经办|主办|协办|处理|处置|办理|解决|跟进|跟办|跟|查处|负责|责任|权责|主责|归口|调解|协商|善后|应对|维修|办|管|采取|搞定',
  K: '核查|调查|核实|查证|查明|查核|勘查|查勘|鉴定|判定|定位|分析|排查|追查|溯源|核处',
  C: '办结|结案|办毕|办完|办妥|完工|竣工|完成|完结|了结|销案|销单|关闭|关单|闭环|结束|归档|处理完|解决完|修复|修好|结单',
  R: '回复|回覆|答复|答覆|联系|联络|回电|告知|回应|响应|致电|沟通|上门|到场|回信|回函',
  V: '回访|电访|复访|追访|复查',
  F: '首次|初次|第一次|最初|首',
  L: '限期|限|应|约定|预定|预计|承诺|计划|最迟|最晚|规定|须|拟',
  O: '发生|发现|出现|事发|用餐|就餐|就诊|就医|乘车|乘坐|消费|体验|到店|来店|光临',
  Y: '购买|购入|订购|下单|采购|购',
  Q: '原因|成因|缘由|根源|真因|症结|起因|为什么|为何|理由',
  X: '整改|改善|改进|纠正|预防|矫正|对策|防范|防止',
  D: '赔偿|赔付|补偿|理赔|退款|退费|退赔|给付|减免|补贴|赔',
  W: '诉求|要求|期望|期待|希望|请求|想要|要什么|想怎样|想怎么|愿望|意愿|主张|诉请|要',
  P: '核阅|审批|签核|批示|审核|审阅|审定|批准|核准|领导意见',
  // who
  B: '客户|顾客|客人|用户|买家|业主|消费者|会员|车主|患者|患方|病人|病患|家属|乘客|旅客|住户|居民|学员|学生|家长|游客|市民|群众|租户|租客|商户|住客|投保人|要保人|被保险人|保户|经销商|加盟商|宾客|房客|来宾|货主|当事人|对方|客',
  G: '产品|商品|菜品|餐点|餐品|品项|货品|货物|套餐|资费方案|资费|线路|路线|课程|险种|房型|车型|机型|车次|班次|航班|车辆|设备|服务项目',
  // kinds of things
  t: '日期|时间|时刻|日子|日|时点|什么时候|何时|哪天|几号',
  p: '人员|人姓名|人|者|员|同事|老师|专员|经理|主管|店长|站长|馆长|工程师|客服|师傅|队长|组长|窗口|姓名|担当|谁|称呼|校长|院长|主任|总干事|总经理|领导|课长|科长|处长|区经理',
  u: '部门|科室|科别|单位|处室|中心|车队|班组|车间|小组|年级组|组别|组|处|科|队|站|门店|分店|店|网点|机构|团队|课',
  h: '电话|手机号码|手机号|手机|联系方式|联络方式|热线|座机',
  n: '号码',
  o: '编号|单号|件号|流水号|案号|号',
  c: '途径|渠道|管道|方式|来源|平台|形式|通路|从哪来|怎么来',
  k: '类别|类型|分类|性质|种类|归类|大类|类|项目',
  x: '内容|事由|描述|要旨|情况|情形|状况|说明|详情|经过|摘要|概要|简述|要点|主旨|纪要|现象|怎么回事|详细',
  r: '结果|结论|措施|方案|办法|方法|过程|意见|作为|落实|决定',
  e: '满意度|满意与否|是否满意|满意否|满意吗|满意|评价|打分|评分|评级|接受否',
  s: '状态|进度|进展|与否|阶段|了没|了吗|没有|否|吗',
  m: '金额|费用|款项|款|额|数额',
  l: '期限|时限|限期|截止|到期',
  w: '怎么|怎样|如何|咋',
  // a title of a sheet, never of a column
  T: '台账|登记表|登记簿|登记本|汇总|总表|一览|报表|统计|清单|公司',
  // says nothing
  _: '的|之|给|向|对|与|和|及|在|了|信息|是否|现|当前|目前|本次|该|各|什么|哪个|哪些',
};

/** What a row of signs means; the first that fits counts. An empty list: known, and none of ours. */
export interface LabelSense {
  signs: RegExp;
  fields: Field[];
  confidence: number;
}

const sense = (confidence: number, signs: RegExp, ...fields: Field[]): LabelSense => ({ signs, fields, confidence });

export const LABEL_SENSES: readonly LabelSense[] = [
  // a customer called back
  sense(0.85, /V.*[hn]$/, 'contactPhone'),
  sense(0.85, /V.*e$/, 'satisfaction'),
  sense(0.85, /V.*[tpcos]$/),
  sense(0.85, /V[xrM]*$/, 'feedback'),
  sense(0.85, /^[BMHCR]*e[xr]?$/, 'satisfaction'),
  // time limits before times
  sense(0.85, /[HCRMKIX]l$/, 'dueAt'),
  sense(0.85, /^[LW]B?[CRHKXM]+B?[tl]?$/, 'dueAt'),
  sense(0.85, /^F.*[RHI].*t?$/, 'firstResponseAt'),
  sense(0.85, /C[BM]*t$/, 'closedAt'),
  sense(0.72, /[RM]B+t$/, 'firstResponseAt', 'closedAt'),
  sense(0.72, /R[BM]*t$/, 'firstResponseAt', 'closedAt'),
  sense(0.8, /[KAXP].*t$/),
  sense(0.72, /H.*t$/, 'closedAt', 'firstResponseAt'),
  sense(0.85, /O.*t$/, 'occurredAt', 'purchaseDate'),
  sense(0.85, /Y.*t$/, 'purchaseDate'),
  sense(0.85, /[IM].*t$/, 'receivedAt'),
  // people, departments, numbers
  sense(0.85, /^[BMIWRp]+h$/, 'contactPhone'),
  sense(0.75, /^[BMIWRp]+n$/, 'contactPhone', 'complaintId'),
  sense(0.85, /^p(?:I|M)+$|I[BM]*p$/, 'receivedBy'),
  sense(0.8, /^p[HK]+$|[HAK][BM]*p$|^[HA]u?p$/, 'responsiblePerson'),
  sense(0.85, /^[MW]+B*p$/, 'customerName', 'contactName'),
  sense(0.85, /^B+p?$/, 'customerName'),
  sense(0.85, /[HAKXQ][BMk]*u$/, 'responsibleDept'),
  sense(0.65, /[IM]u$/, 'responsibleDept'),
  sense(0.8, /^[MI]+B?o$/, 'complaintId'),
  sense(0.75, /^Y.*o$/, 'orderNo'),
  sense(0.7, /^Y.*[uc]$/, 'purchasePlace'),
  // what is wanted, how it came, of which kind
  sense(0.85, /^[BM]*W[HMDB]*[xrcw]?$/, 'demand'),
  sense(0.85, /^[MIAB]*[MIA]c+$|^w?Ic*$/, 'channel'),
  sense(0.75, /^c{2}$/, 'channel'),
  sense(0.85, /^B?[MQ]+k$/, 'category'),
  sense(0.8, /^Bk$/),
  sense(0.85, /^[DH].*m$/, 'compensation'),
  sense(0.85, /[CHMI]s$|^CM?s$/, 'status'),
  sense(0.85, /P[xrp]?$/, 'approval'),
  // what was found, done, improved
  sense(0.8, /X[HM]*[xrs]*$/, 'correctiveAction'),
  sense(0.82, /Qx?r?K?$|KQ?$|K[xr]+$/, 'cause', 'solution'),
  sense(0.85, /^w[HC]+$|^[BM]*w[HC]$/, 'solution'),
  sense(0.8, /^[MB]*H[xr]+$|^HK[xr]*$/, 'solution', 'status'),
  sense(0.75, /R[BM]*[xr]+$/, 'solution', 'feedback'),
  sense(0.6, /^H$/, 'responsiblePerson'),
  sense(0.82, /^[BIO]*[MI]+[xQ]*$|^[BM]*[MO]x+$|^M+$/, 'description', 'category'),
  sense(0.75, /^M*G+[kx]?$/, 'productName'),
];
