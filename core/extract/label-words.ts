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
    '客户名称 客户 公司名称 公司 单位名称 企业名称 投诉单位 投诉人 投诉者 投诉人姓名 提交人 用户姓名 用户 客户姓名 顾客姓名 顾客 消费者 消费者姓名 姓名 反映人 报修人 买家 买家姓名 会员姓名 留言人 客人姓名 业主姓名 业主 车主 收货人 申诉人 客户公司 客户单位 customername customer client clientname complainant complainantname guest guestname shipper name fullname yourname consumername companyname'.split(
      ' ',
    ),
  contactName: '联系人 联络人 联系人姓名 联络人姓名 经办人 反馈人 窗口 contact contactperson contactname pic'.split(
    ' ',
  ),
  contactPhone:
    '联系电话 联系手机 联系方式 电话 电话号码 手机 手机号 手机号码 联络电话 连络电话 行动电话 投诉人电话 客户电话 联系号码 市话 tel tel. telephone phone phoneno phonenumber mobile mobileno cell cellphone hp contactnumber contactno customermobile'.split(
      ' ',
    ),
  contactEmail: '邮箱 电子邮箱 邮箱地址 电子邮件 电邮 信箱 email e-mail emailaddress mail'.split(' '),
  contactAddress: '地址 联系地址 联络地址 住址 通讯地址 客户地址 家庭住址 收货地址 address customeraddress'.split(' '),
  region: '地区 所在地区 所在地 区域 省份 region'.split(' '),
  occurredAt:
    '发生时间 发生日期 事发时间 事发日期 故障时间 故障日期 事件时间 事故时间 事故日期 问题发生时间 异常发生日 发现时间 发现日期 dateofincident incidentdate dateofoccurrence occurredon eventdate dateofevent'.split(
      ' ',
    ),
  receivedAt:
    '留言时间 提交时间 投诉时间 投诉日期 反馈日期 反馈时间 受理时间 受理日期 接收时间 接收日期 登记时间 登记日期 客诉日期 客诉时间 来电时间 来信时间 申诉时间 申诉日期 创建时间 datereceived receiveddate datecomplaintreceived complaintdate dateofcomplaint submittedat submittedon createdat receivedat'.split(
      ' ',
    ),
  productName:
    '商品 商品名称 产品 产品名称 品名 涉及商品 涉及产品 投诉产品 货品 货品名称 货物名称 货物 购买机型 购买产品 购买商品 投诉车系 车系 产品类别 物料名称 品项 投诉对象 product productname productline commodity item itemname goods'.split(
      ' ',
    ),
  productModel:
    '型号 规格 规格型号 产品型号 产品规格 商品规格 机型 投诉车型 车型 款式 尺码 型式 model modelno modelnumber modelname spec specification sku size'.split(
      ' ',
    ),
  batchNo:
    '批号 批次 批次号 生产批号 生产批次 产品批号 产品批次 炉批号 炉号 制造批号 lot lotno lotnumber lot# batch batchno batchnumber batch/lotno lot/batchno batchcode'.split(
      ' ',
    ),
  orderNo:
    '订单编号 订单号 订单 订单号码 关联订单 采购订单 采购订单号 采购单号 销售订单 销售订单号 合同号 合同编号 运单 运单号 托运单号 快递单号 物流单号 单号 送货单号 送货单 出货单号 交易单号 交易号 工单号码 维修工单 安装单号 预约单号 order orderno orderid ordernumber order# po pono ponumber po# purchaseorder booking bookingno bookingref bookingnumber invoice invoiceno invoicenumber ro# waybill waybillno trackingno trackingnumber awb'.split(
      ' ',
    ),
  quantity:
    '不良数 不良数量 投诉数量 涉及数量 缺陷数量 短少数量 数量 购买数量 件数 quantity qty affectedquantity quantityaffected defectqty'.split(
      ' ',
    ),
  purchaseDate:
    '购买日期 购买时间 购机日期 购车日期 下单时间 下单日期 订购日期 purchasedate purchasedon dateofpurchase orderdate'.split(
      ' ',
    ),
  purchasePlace: '购买渠道 购买地点 购买门店 购买平台 购买店铺 purchasedfrom placeofpurchase'.split(' '),
  description:
    '问题描述 投诉详情 投诉内容 投诉描述 留言详情 留言内容 内容 描述 详情 反馈内容 客户投诉描述 问题简述 问题详情 故障描述 不良现象 情况说明 事情经过 客诉内容 抱怨内容 具体情况 反映内容 现象描述 问题说明 description complaintdescription consumercomplaintnarrative narrative details complaintdetails problem problemdescription'.split(
      ' ',
    ),
  demand:
    '投诉诉求 用户诉求 客户诉求 诉求 我的诉求 期望处理 期望处理方式 投诉要求 投诉请求 要求 我的要求 客户要求 索赔要求 处理要求 期望解决方案 希望处理方式 期望结果 顾客要求 申诉请求 desiredresolution desiredoutcome requestedremedy remedysought requestedaction'.split(
      ' ',
    ),
  evidence:
    '凭证 消费者凭证 上传附件 附件 证据 证据附件 相关证据 佐证 佐证资料 附件证据 证明材料 附图 attachments attachment attached enclosures enclosed evidence'.split(
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
  const plain = foldedLabel.replace(/[\s■◆●•·*【】[\]()_:#]|^\d{1,2}[.、]|\.$/g, '');
  const whole = MEANINGS.get(plain) ?? MEANINGS.get(foldedLabel.replace(/\s/g, ''));
  if (whole !== undefined || plain.length > 24) return whole ?? null;
  const parts = plain.split(/[/、&]|及|和/).map((part) => MEANINGS.get(part));
  return parts.length > 1 ? (parts.find((part) => part !== undefined) ?? null) : null;
}
