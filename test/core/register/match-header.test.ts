import { describe, expect, it } from 'vitest';
import { LEDGER_FIELDS } from '../../../core/complaint/field.ts';
import { HEADER_RULES } from '../../../core/register/header-synonyms.ts';
import { matchHeader } from '../../../core/register/match-header.ts';

const first = (label: string) => matchHeader(label)?.fields[0] ?? null;

describe('matchHeader', () => {
  it.each([
    // zh-CN
    ['序号', 'sequenceNo'],
    ['工单编号', 'complaintId'],
    ['投诉受理时间', 'receivedAt'],
    ['来电日期', 'receivedAt'],
    ['折让/退款', 'compensation'],
    ['退货/换货', 'solution'],
    ['问题发生日期', 'occurredAt'],
    ['受理途径', 'channel'],
    ['用户姓名', 'customerName'],
    ['业主联系电话', 'contactPhone'],
    ['详 细 地 址', 'contactAddress'],
    ['所属片区', 'region'],
    ['产品名称', 'productName'],
    ['规格型号', 'productModel'],
    ['生产批次号', 'batchNo'],
    ['销售订单号', 'orderNo'],
    ['不合格数量（件）', 'quantity'],
    ['购机日期', 'purchaseDate'],
    ['购买门店', 'purchasePlace'],
    ['投诉分类', 'category'],
    ['二级分类', 'subcategory'],
    ['反映问题内容', 'description'],
    ['顾客诉求', 'demand'],
    ['现场照片', 'evidence'],
    ['紧急程度', 'severity'],
    ['接待人', 'receivedBy'],
    ['责任科室', 'responsibleDept'],
    ['跟进客服', 'responsiblePerson'],
    ['首次回复时间', 'firstResponseAt'],
    ['要求办结日期', 'dueAt'],
    ['根本原因', 'cause'],
    ['处理结果', 'solution'],
    ['赔付金额(元)', 'compensation'],
    ['纠正预防措施', 'correctiveAction'],
    ['领导批示', 'approval'],
    ['办理状态', 'status'],
    ['办结日期', 'closedAt'],
    ['回访结果', 'feedback'],
    ['客户满意度', 'satisfaction'],
    ['备注', 'remarks'],
    // zh-TW
    ['客訴單號', 'complaintId'],
    ['受 理\n日 期', 'receivedAt'],
    ['連絡電話', 'contactPhone'],
    ['權責單位', 'responsibleDept'],
    ['緊急\n程度', 'severity'],
    ['結案否', 'status'],
    ['矯正及預防措施', 'correctiveAction'],
    ['補償金額(NT$)', 'compensation'],
    // en
    ['Complaint Ref.', 'complaintId'],
    ['dateReceived', 'receivedAt'],
    ['DATE LOGGED', 'receivedAt'],
    ['How was it received?', 'channel'],
    ["Customer's name", 'customerName'],
    ['Tel. no.', 'contactPhone'],
    ['E-mail', 'contactEmail'],
    ['Lot #', 'batchNo'],
    ['Invoice No.', 'orderNo'],
    ['Qty affected', 'quantity'],
    ['Nature of complaint', 'category'],
    ['Customer wants', 'demand'],
    ['Root cause', 'cause'],
    ['Action taken', 'solution'],
    ['Refund (£)', 'compensation'],
    ['Target date', 'dueAt'],
    ['Date of first response', 'firstResponseAt'],
    ['Closed on', 'closedAt'],
    ['Open/Closed', 'status'],
    // two languages
    ['客诉日期\nComplaint date', 'receivedAt'],
    ['D1 負責人 Owner', 'responsiblePerson'],
    ['Remark 備 註', 'remarks'],
  ])('%j → %s', (label, field) => {
    expect(first(label)).toBe(field);
  });

  it.each([
    ['处理天数'],
    ['更新时间'],
    ['是否属实'],
    ['被投诉人'],
    ['处理时限（小时）'],
    ['生产时间'],
    ['客户等级'],
    ['Days open'],
    ['SLA breached'],
    ['Last updated'],
    ['身份证号'],
  ])('%s is none of ours', (label) => {
    expect(matchHeader(label)?.fields).toEqual([]);
  });

  it.each([
    ['联系人/电话', ['contactName', 'contactPhone']],
    ['联系方式（电话/邮箱）', ['contactPhone', 'contactEmail']],
    ['购买数量及时间', ['quantity', 'purchaseDate']],
    ['Device name and serial no.', ['productName', 'batchNo']],
  ])('%s holds two', (label, fields) => {
    expect(matchHeader(label)?.combined).toEqual(fields);
  });

  it.each([
    ['投诉/建议日期', 'receivedAt'],
    ['生产日期(批号)', 'batchNo'],
    ['合同编号或发货单号', 'orderNo'],
  ])('%s is one thing', (label, field) => {
    expect(matchHeader(label)).toMatchObject({ fields: [field], combined: [] });
  });

  it.each(['经办', '经手'])('%s alone names who deals with it, and wants no second look', (label) => {
    expect(matchHeader(label)).toMatchObject({ fields: ['responsiblePerson'], confidence: 0.85 });
  });

  it.each([
    '2024年客户投诉登记台账',
    'Version',
    '张三',
    'x',
    '',
    '要求尽快更换并赔偿误工损失，否则向监管部门反映',
    '=',
  ])('does not know %j', (label) => {
    expect(matchHeader(label)).toBeNull();
  });

  it('has a rule for every field of a ledger', () => {
    const ruled = new Set(HEADER_RULES.flatMap(({ fields }) => fields));
    expect(LEDGER_FIELDS.filter((field) => !ruled.has(field))).toEqual([]);
  });

  it('takes no time over a label made to confuse it', () => {
    const labels = ['投诉', '质量问题', '具体问题', 'complaint ', 'customer action '].map((word) => word.repeat(40));
    expect(labels.map(first)).toEqual(labels.map(() => null));
  });
});
