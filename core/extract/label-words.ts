import type { Field } from '../complaint/field.ts';

/** What a label promises. A lower `rank` is believed first when several labels of a field have values. */
export interface LabelMeaning {
  field: Field;
  rank: number;
}

/**
 * Labels that people and systems put before a value, folded (simplified, lower case) and without blanks. Only labels
 * that stand alone before a colon, in a cell or in a `dt` are looked up here; words in running prose are not.
 */
const LABELS: Partial<Record<Field, string[]>> = {
  customerName:
    '客户名称 客户 公司名称 公司 单位名称 企业名称 投诉单位 投诉人 投诉者 投诉人姓名 提交人 用户姓名 用户 客户姓名 顾客姓名 顾客 消费者 消费者姓名 姓名 反映人 报修人 买家 买家姓名 会员姓名 留言人 客人姓名 业主姓名 业主 车主 收货人 申诉人 客户公司 客户单位 customername customer client clientname complainant complainantname guest guestname shipper name fullname yourname consumername companyname 会员 会员名称 投诉客户 投诉方 客户全称 购货单位 需方 采购方 申请人 申请单位 反映单位 报修单位 车主姓名 旅客姓名 乘客姓名 患者姓名 家长姓名 企业 店铺名称 经销商 门店名称 门店 住户 yourfullname fullnameofcomplainant nameofcomplainant patientname passengername company/organisation organisation organization business businessname accountname 来电人 来电人姓名 来信人 店名 店铺 buyer reporter organisationname 单位 客户名'.split(
      ' ',
    ),
  contactName:
    '联系人 联络人 联系人姓名 联络人姓名 经办人 反馈人 窗口 contact contactperson contactname pic 负责人 经手人 反映人姓名 填表人 提出人 客户联系人 我方联系人 联系人员 承办人 窗口人员 填报 填报人 填单 填单人 填写人 提报人 制单人 开单人 反馈者 preparedby raisedby issuedby writtenby completedby pointofcontact contactpersonname reportedby submittedby 来电者 通报人 reportername escalationcontact'.split(
      ' ',
    ),
  contactPhone:
    '联系电话 联系手机 联系方式 电话 电话号码 手机 手机号 手机号码 联络电话 连络电话 行动电话 投诉人电话 客户电话 联系号码 市话 tel tel. telephone phone phoneno phonenumber mobile mobileno cell cellphone hp contactnumber contactno customermobile 联系人电话 联络方式 连络方式 来电号码 手机电话 移动电话 固定电话 固话 座机 店电 公司电话 回电号码 电话/微信 contacttel daytimephone daytimenumber bestnumber bestnumbertoreachyou bestcontactnumber phone/whatsapp whatsapp contactdetails telno mob direct 来电电话 来电号 回访电话 回访号码 备用电话 直线 行动 電話/手機 telephoneno directline'.split(
      ' ',
    ),
  contactEmail:
    '邮箱 电子邮箱 邮箱地址 电子邮件 电邮 信箱 email e-mail emailaddress mail e-mail邮箱 mail地址 youremail youre-mail contactemail'.split(
      ' ',
    ),
  contactAddress:
    '地址 联系地址 联络地址 住址 通讯地址 客户地址 家庭住址 收货地址 address customeraddress 通信地址 安装地址 用电地址 报修地址 房号 postaladdress homeaddress'.split(
      ' ',
    ),
  region: '地区 所在地区 所在地 区域 省份 region'.split(' '),
  occurredAt:
    '发生时间 发生日期 事发时间 事发日期 故障时间 故障日期 事件时间 事故时间 事故日期 问题发生时间 异常发生日 发现时间 发现日期 dateofincident incidentdate dateofoccurrence occurredon eventdate dateofevent 发生日 异常日期 投诉发生时间 停电时间 到场时间 出险时间 消费时间 消费日期 就餐时间 入住日期 whendidithappen whendidthishappen dateofproblem dateoffailure dateoffinding founddate dateofservice incidentdate/time dateandtimeofincident 到货 到货日期 到货时间 送货日期 送货时间 收货日期 收货时间 签收日期 签收时间 进料日期 来料日期 收料日期 foundon discoveredon detectedon noticedon datefound datedetected datediscovered deliverydate dateofdelivery delivereddate datedelivered arrivaldate'.split(
      ' ',
    ),
  receivedAt:
    '留言时间 提交时间 投诉时间 投诉日期 反馈日期 反馈时间 受理时间 受理日期 接收时间 接收日期 登记时间 登记日期 客诉日期 客诉时间 来电时间 来信时间 申诉时间 申诉日期 创建时间 datereceived receiveddate datecomplaintreceived complaintdate dateofcomplaint submittedat submittedon createdat receivedat'.split(
      ' ',
    ),
  productName:
    '商品 商品名称 产品 产品名称 品名 涉及商品 涉及产品 投诉产品 货品 货品名称 货物名称 货物 购买机型 购买产品 购买商品 投诉车系 车系 产品类别 物料名称 品项 投诉对象 product productname productline commodity item itemname goods 投诉商品 问题产品 不良品名 产品/服务 服务项目 投诉业务 品名/规格 产品名 物品名称 材料名称 机器名称 设备名称 设备 车辆 品牌 article items item(s) whatdidyoubuy productpurchased productorservice product/service equipment machine material vehicle 零件名称 部件名称 产品系列 商品信息 商品标题 系统 购买项目 投诉标的 producttype part partname partdescription component componentname materialname materialdescription productdescription itemdescription 料名 货名 名称 零件 部件 品种 物品 产品信息 配件 配件名称 机种 工件 工件名称'.split(
      ' ',
    ),
  productModel:
    '型号 规格 规格型号 产品型号 产品规格 商品规格 机型 投诉车型 车型 款式 尺码 型式 model modelno modelnumber modelname spec specification sku size 料号 货号 产品编号 产品编码 物料号 物料编码 零件号 图号 件号 设备型号 整机型号 车型号 品号 产品代码 规格/型号 型号/规格 型号规格 颜色/尺码 尺寸 partno partnumber p/n pn itemno itemnumber itemcode drawing drawingno productcode type variant colour/size 版本 版本号 软件版本 款号 catalogueno catalogno catno cat.no 商品编号'.split(
      ' ',
    ),
  batchNo:
    '批号 批次 批次号 生产批号 生产批次 产品批号 产品批次 炉批号 炉号 制造批号 lot lotno lotnumber lot# batch batchno batchnumber batch/lotno lot/batchno batchcode 出厂批号 喷码 批號/日期 炉批 炉批次 生产编号 出厂编号 lot/batch batch/lot heatno heatnumber yourheatno yourlotno yourbatchno batchref productionbatch productionlot batchcodes lotcode lotnos batchnos datecode d/c 周期 周期码 周别 船次 批号/日期 lotcodes 批 生产日期批号'.split(
      ' ',
    ),
  orderNo:
    '订单编号 订单号 订单 订单号码 关联订单 采购订单 采购订单号 采购单号 销售订单 销售订单号 合同号 合同编号 运单 运单号 托运单号 快递单号 物流单号 单号 送货单号 送货单 出货单号 交易单号 交易号 工单号码 维修工单 安装单号 预约单号 order orderno orderid ordernumber order# po pono ponumber po# purchaseorder booking bookingno bookingref bookingnumber invoice invoiceno invoicenumber ro# waybill waybillno trackingno trackingnumber awb 合约编号 合约号 提单号 交货单号 出库单号 发货单号 配送单号 订购单号 采购单 采购单编号 p/o p.o. p.o.no po编号 客户po 订单/合同号 合同/订单号 定单号 保单号 预订号 票号 取件码 orderref orderreference yourorder ourorder ourpo yourref proforma proformainvoice pi dn 流水号 小票号 小票流水号 bookingreference reservationno reservation policyno policynumber contract contractno deliverynote deliverynoteno dn jobno jobcard workorder shipment shipmentno consignment consignmentno'.split(
      ' ',
    ),
  quantity:
    '不良数 不良数量 投诉数量 涉及数量 缺陷数量 短少数量 数量 购买数量 件数 quantity qty affectedquantity quantityaffected defectqty 不良数量/总数 投诉数 问题数量 受影响数量 短缺数 短缺数量 差异数量 破损数量 数目 涉及件数 到货数量 交货数量 进货数量 发货数量 进料数量 进料量 批量 购买件数 qtyaffected rejectedqty qtyrejected ngqty affectedqty deliveredqty qtydelivered quantitydelivered delivered notok'.split(
      ' ',
    ),
  purchaseDate:
    '购买日期 购买时间 购机日期 购车日期 下单时间 下单日期 订购日期 purchasedate purchasedon dateofpurchase orderdate 提车日期 交车日期'.split(
      ' ',
    ),
  purchasePlace: '购买渠道 购买地点 购买门店 购买平台 购买店铺 purchasedfrom placeofpurchase'.split(' '),
  description:
    '问题描述 投诉详情 投诉内容 投诉描述 留言详情 留言内容 内容 描述 详情 反馈内容 客户投诉描述 问题简述 问题详情 故障描述 不良现象 情况说明 事情经过 客诉内容 抱怨内容 具体情况 反映内容 反映情况 情况反映 现象描述 问题说明 description complaintdescription consumercomplaintnarrative narrative details complaintdetails problem problemdescription 不良描述 异常描述 异常现象 事件描述 投诉事由 投诉事项 事由 事件经过 经过 异常内容 留言 问题 异常说明 故障现象 tellusmore whathappened whatwentwrong yourmessage message comments comment issuedescription descriptionofproblem descriptionofcomplaint complaintdetail yourcomplaint issue 诉求内容 投诉问题 反映问题'.split(
      ' ',
    ),
  demand:
    '投诉诉求 用户诉求 客户诉求 诉求 我的诉求 期望处理 期望处理方式 投诉要求 投诉请求 要求 我的要求 客户要求 索赔要求 处理要求 期望解决方案 希望处理方式 期望结果 顾客要求 申诉请求 desiredresolution desiredoutcome requestedremedy remedysought requestedaction 客户期望 要求处理 处理诉求 解决诉求 用户要求 希望结果 期望 期望处理结果 要求事项 请求事项 处置要求 客户需求 诉求事项 whatwouldyoulikeustodo whatwouldyoulikeustodoaboutit whatoutcomewouldyoulike whatwouldyoulike howcanweputthisright howcanweputitright howcanwehelp preferredoutcome preferredresolution outcomesought outcomewanted requestedoutcome requestedresolution resolutionrequested resolutionsought customerrequest expectedresolution request requests action 诉求目的 投诉目的 客户主张 requested requestedremedies resolutionwanted remedyrequested desiredaction whatdoyouwant'.split(
      ' ',
    ),
  evidence:
    '凭证 消费者凭证 上传附件 附件 证据 证据附件 相关证据 佐证 佐证资料 附件证据 证明材料 附图 attachments attachment attached enclosures enclosed evidence 上传档案 上传文件 上传图片 附件资料 附加档案 随函附件 证据材料 证明文件 附档 图片 佐证附件 fileupload attach photo file files picture pictures 视频 影片 照片 图片视频 录音 录像 截图 upload filesattached uploadedfiles uploads supportingdocuments photos encl enclosure 客户提供证据 提供证据 images 举证材料 證明'.split(
      ' ',
    ),
  channel: '工单来源 投诉来源 投诉渠道 受理渠道 来源 来源渠道 渠道 channel complaintchannel submittedvia'.split(' '),
};

const MEANINGS = new Map<string, LabelMeaning>(
  Object.entries(LABELS).flatMap(([field, labels]) =>
    labels.map((label, rank): [string, LabelMeaning] => [label, { field: field as Field, rank }]),
  ),
);

/** What a label means, or null when it promises nothing that is kept. Blanks, brackets and ornaments do not matter. */
export function labelMeaning(foldedLabel: string): LabelMeaning | null {
  const plain = foldedLabel.replace(/[\s■◆●•·*【】[\]()_:#?☆★▪]|^\d{1,2}[.、]|\.$/g, '');
  const whole =
    MEANINGS.get(plain) ?? MEANINGS.get(foldedLabel.replace(/\s/g, '')) ?? MEANINGS.get(plain.replace(/\./g, ''));
  if (whole !== undefined || plain.length > 24) return whole ?? null;
  const counted = /^(?:qty|quantity)\w{3,}[/&]/.test(plain) ? MEANINGS.get('quantity') : undefined;
  if (counted !== undefined) return counted;
  const parts = plain.split(/[/、&]|及|和/).map((part) => MEANINGS.get(part));
  const first = parts.length > 1 ? parts.find((part) => part !== undefined) : undefined;
  if (first !== undefined) return first;
  const ended =
    plain.length <= (/[a-z]/.test(plain) ? 24 : 12) ? ENDINGS.find(({ pattern }) => pattern.test(plain)) : undefined;
  return ended === undefined ? null : { field: ended.field, rank: LATE };
}

/** Behind every label that is listed. */
const LATE = 200;
/** Who fills in a form, as labels call them: 会员, 报修人, 用户, `your`, `caller`. */
const WRITER =
  '(?:会员|用户|客户|顾客|消费者|联系|联络|连络|投诉|反映|反馈|申诉|申请|报修|来电|来信|住户|业主|车主|乘客|旅客|患者|家长|学员|买家|留言|登记|提交|填写|填表|收件|收货|个人|本人|我的|您的|常用|备用|紧急)(?:人|者|方)?的?';
const WRITER_ENGLISH =
  '(?:your|customer|caller|member|guest|client|contact|patient|passenger|user|consumer|claimant|person)?';

/** What the last words of a compound label promise (出口批号, 客户要求数量); those that promise something else come first. */
const ENDINGS: { pattern: RegExp; field: Field }[] = [
  {
    pattern: new RegExp(
      `^${WRITER}(?:联系|联络)?(?:电话|手机|手机号|号码|电话号码|手机号码|行动电话)$|^${WRITER_ENGLISH}(?:s)?(?:tele)?(?:phone|mobile|tel|cell)(?:phone)?(?:no|number|nr)?$`,
    ),
    field: 'contactPhone',
  },
  {
    pattern: new RegExp(
      `^${WRITER}?(?:电子)?(?:邮箱|信箱|邮件|电邮)(?:地址)?$|^${WRITER_ENGLISH}(?:s)?e-?mail(?:address)?$`,
    ),
    field: 'contactEmail',
  },
  {
    pattern: new RegExp(
      `^(?:${WRITER}|真实|真名|本人)(?:姓名|名字|称呼|大名)$|^${WRITER_ENGLISH}(?:s)?(?:full|first)?name$`,
    ),
    field: 'customerName',
  },
  {
    pattern:
      /^(?:您的?|客户|用户|我的|顾客|会员|投诉|本次)?(?:希望|期望|期待|要求|诉求|请求|主张|想要)(?:的)?(?:处理|解决|补偿|赔偿|答复|获得)?(?:的)?(?:方式|方案|结果|内容|事项|办法|措施)$|^(?:desired|expected|preferred|requested|wanted|your)?(?:outcome|remedy|resolution|solution|request)(?:wanted|sought|requested|desired|expected)?$/,
    field: 'demand',
  },
  {
    pattern:
      /^(?!(?:技术|质量|标准|规格|工艺|交货|包装|检验|验收|图纸|性能|环境|安装|使用|操作|运输|储存|任职|岗位|其他))[\p{Script=Han}]{1,5}(?:诉求|要求|请求|主张)$|^(?:containment|corrective|action|actions|response|reply|remedy|we|what we|customer)?(?:requested|required|wanted|sought|demanded)$/u,
    field: 'demand',
  },
  {
    pattern:
      /^(?:问题|事件|事故|故障|异常|投诉)?(?:发生|事发|故障|异常|事故|出险|停电|停水|出现|入住|就餐|用餐|消费|乘车|施工)(?:的)?(?:时间|日期|时刻)$|^(?:date|time|dateandtime)(?:ofthe|of)(?:incident|event|issue|problem|occurrence|failure|fault|accident|visit|stay|service|breakdown)$|^(?:happened|happen|incident|event|issue|problem|occurrence|occurred|failure|fault|accident)(?:on|at|date|time|when)$/,
    field: 'occurredAt',
  },
  { pattern: /(?:出厂|喷码|产品|原料|问题|不良|涉事|投诉|成品|生产)(?:批号|批次|批次号)$/, field: 'batchNo' },
  {
    pattern: /(?:销售|采购|网购|平台|商城|淘宝|京东|天猫|购货|供货|原)(?:订单号|订单编号|合同号|合同编号)$/,
    field: 'orderNo',
  },
  {
    pattern: /(?:问题|异常|退货|不良|破损|受损|短少|涉及|送货|到货|供货|采购|拒收|缺陷)(?:数量|件数|数)$/,
    field: 'quantity',
  },
  {
    pattern:
      /^(?:qty|quantity)(?:(?:received|delivered|ordered|suspect|affected|rejected|short|missing|damaged|involved|ng|nok|of|and)+)?$/,
    field: 'quantity',
  },
  { pattern: /(?:产品|设备|机器|商品|车辆|主机)(?:型号|规格|机型)$/, field: 'productModel' },
  {
    pattern: /^(?:投诉|涉诉|问题|故障|受损|所购|购买|不良|异常)(?:产品|商品|设备|物料|货物|业务)(?:名称)?$/,
    field: 'productName',
  },
];
