import type { Field } from '../complaint/field.ts';
import { matchHeader } from '../register/match-header.ts';
import type { PersonalKind } from './personal-kind.ts';

/** What becomes of a column: masked whole as a kind, emptied, left as it is, or looked through like any other text. */
export type ColumnCare = { whole: PersonalKind } | 'empty' | 'kept' | 'number' | 'free';

const WHOLE: Partial<Record<Field, PersonalKind>> = {
  customerName: 'person',
  contactName: 'person',
  contactPhone: 'phone',
  contactEmail: 'email',
  contactAddress: 'address',
  orderNo: 'order',
};
const STAFF: readonly Field[] = ['receivedBy', 'responsiblePerson'];
const FREE: readonly Field[] = [
  ...(['description', 'demand', 'evidence', 'cause', 'solution', 'correctiveAction'] as const),
  ...(['approval', 'feedback', 'remarks', 'purchasePlace', 'status', 'responsibleDept', 'channel'] as const),
];

/** Headings of personal columns that no complaint field stands for. */
const WHOSE =
  '(?:客户|客戶|顾客|顧客|用户|用戶|业主|業主|联系|聯絡|联系人|聯絡人|收货人|收件人|投诉人|投訴人|车主|車主|对方|紧急|备用|其他|家庭|电子)?';
const OTHERS: [RegExp, PersonalKind][] = [
  [
    /^.{0,6}(?:身份证|身分證|证件|證件|护照|護照)(?:号码?|號碼?)?(?:[后後末][四六46][位码碼])?$|^(?:id ?card|identity|passport|id)(?: no\.?| number)?$/i,
    'idNo',
  ],
  [
    /^.{0,6}(?:银行卡|銀行卡|卡|[账帐帳][号號]|银行[账帐]户)(?:号码?|號碼?)?$|^.{0,8}(?:bank account|iban|card no\.?|card number)$/i,
    'card',
  ],
  [/^.{0,4}(?:微信|wechat|qq|line)(?:号码?|號碼?|账号|帳號| ?id)?$/i, 'account'],
  [
    new RegExp(
      `^${WHOSE}(?:手机|手機|电话|電話)(?:号码?|號碼?)?\\d?$|^(?:tel|phone|mobile|cell)(?: no\\.?| number)?$`,
      'i',
    ),
    'phone',
  ],
  [new RegExp(`^${WHOSE}(?:邮箱|郵箱|邮件|電子郵件|信箱)(?:地址)?$|^e-?mail(?: address)?$`, 'i'), 'email'],
  [new RegExp(`^${WHOSE}(?:地址|住址|房号|房號)$|^(?:home |postal |customer )?address$`, 'i'), 'address'],
  [
    /^.{0,4}(?:快递|快遞|物流|运|運|订|訂)[单單](?:编?号码?|編?號碼?)$|^(?:tracking|waybill|parcel)(?: no\.?| number)?$/i,
    'order',
  ],
  [new RegExp(`^${WHOSE}(?:姓名|名称|名稱)$|^(?:客户|客戶|顾客|顧客|联系人|聯絡人|customer|client)$`, 'i'), 'person'],
];
/** The same where the words may be taken for a field of ours that shows no person. */
const SURELY: [RegExp, PersonalKind][] = [
  [
    /^.{0,6}(?:车牌|車牌|牌照)(?:号码?|號碼?)?$|^.{0,6}[车車](?:号|號)$|^(?:vehicle )?reg(?:istration)?(?: no\.?| number)?$|^(?:license |number )?plate(?: no\.?)?$/i,
    'plate',
  ],
  [/^.{0,6}(?:车架|車架|车身|車身|底盘|底盤|引擎)(?:号码?|號碼?)(?: ?\(vin\))?$|^vin(?: ?码| no\.?| number)?$/i, 'vin'],
  [
    /^(?:单位|單位|公司|企业|企業|厂家|廠家|农户|農戶|姓|名|姓氏|名字|(?:法定)?代表人|法人(?:代表)?)(?:名称|名稱|姓名)?$|^(?:company|organi[sz]ation)(?: name)?$|^(?:requester|reporter|farmer)(?: name)?$/i,
    'person',
  ],
  [
    /^(?:供应商|供應商|供货商|供貨商|门店|門店|分店|店铺|店鋪)(?:名称|名稱)?$|^(?:supplier|vendor|store)(?: name)?$/i,
    'person',
  ],
  [
    /^user ?name$|^.{0,4}(?:户号|戶號)$|^[電水]號$|^(?:客户|客戶|会员|會員|用户|用戶)(?:编号|編號|号码?|號碼?|代码|代碼|id)$|^(?:customer|client|member|user|account)[ _]?(?:id|no\.?|number|code)$/i,
    'account',
  ],
];
const BIRTHDAY = /^(?:出生(?:日期|年月日?)|生日)$|^(?:dob|date of birth|birth ?da(?:te|y))$/i;
const STAFF_WORDS =
  /(?:经办|經辦|处理|處理|责任|責任|登记|登記|受理|接待|跟进|跟進|审核|審核|审批|批准|回访|回訪|填表|记录|記錄|负责|負責|被考核|被投诉|被投訴)(?:人|者|人员|人員|员工?|員工?)(?:姓名)?$|^.{0,4}(?:司机|司機|驾驶员|駕駛員|销售员?|銷售員?|技术员|技術員)(?:姓名)?$|^(?:handler|owner|by|handled by|person|employee)$|^员工|^員工|^经办$/i;
/** 客户信息 户号: a heading below that of its group. */
const GROUPED = /^\p{sc=Han}+[ /](\S+)$/u;
/** Who wrote an entry of the log. */
const LOG_BY = /^(?:操作人|記錄人|记录人|經手人|经手人)$/;

/**
 * What a heading says of the column below it. Staff stay where `keepStaff` is set. Several fields in one cell are masked as
 * the first personal one; `whole` sorts them out.
 */
export function careOfHeading(heading: string, keepStaff: boolean): ColumnCare {
  const plain = heading.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (plain === '' || plain.length > 60) return 'free';
  if (BIRTHDAY.test(plain)) return 'empty';
  const sure = SURELY.find(([pattern]) => pattern.test(plain))?.[1];
  if (sure !== undefined) return { whole: sure };
  const match = matchHeader(plain);
  const said = match === null || match.confidence < 0.6 ? [] : [...match.fields, ...match.combined];
  // 来源 may be a way or a customer: its texts tell, as below an unknown heading.
  const fields = said[0] === 'channel' && match?.combined.length === 0 ? said.slice(0, 1) : said;
  const byField = careOfFields(fields, keepStaff);
  if (byField !== 'free' && byField !== 'kept') return byField;
  const other = OTHERS.find(([pattern]) => pattern.test(plain))?.[1];
  if (other !== undefined && fields.length === 0) return { whole: other };
  if (STAFF_WORDS.test(plain) || LOG_BY.test(plain)) return keepStaff ? 'free' : { whole: 'staff' };
  const below = match === null ? GROUPED.exec(plain)?.[1] : undefined;
  return below === undefined ? byField : careOfHeading(below, keepStaff);
}

/** So sure a heading's word must be that the texts below it are asked no more. */
const SURE = 0.9;

/** Whether a heading does not surely say what its column holds, so that its texts must tell. */
export function isUnknownHeading(heading: string): boolean {
  const care = careOfHeading(heading, false);
  if (care !== 'free' && care !== 'kept') return false;
  const match = matchHeader(heading.normalize('NFKC').replace(/\s+/g, ' ').trim());
  return match === null || match.confidence < SURE;
}

/** The same for what a register knows a column to carry. */
export function careOfFields(fields: readonly Field[], keepStaff: boolean): ColumnCare {
  const personal =
    fields.find((field) => WHOLE[field] === 'person') ?? fields.find((field) => WHOLE[field] !== undefined);
  const kind = personal === undefined ? undefined : WHOLE[personal];
  if (kind !== undefined) return { whole: kind };
  if (fields.some((field) => STAFF.includes(field))) return keepStaff ? 'free' : { whole: 'staff' };
  if (fields.length === 0 || fields.some((field) => FREE.includes(field))) return 'free';
  return fields.includes('complaintId') ? 'number' : 'kept';
}
