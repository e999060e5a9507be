import { describe, expect, it } from 'vitest';
import { composeLabel } from '../../../core/register/compose-label.ts';
import { matchHeader } from '../../../core/register/match-header.ts';

describe('composeLabel', () => {
  it.each([
    ['回复家长日期', ['firstResponseAt', 'closedAt']],
    ['限办日期', ['dueAt']],
    ['办毕时间', ['closedAt']],
    ['回访号码', ['contactPhone']],
    ['反映事项', ['description', 'category']],
    ['查证情形', ['cause']],
    ['谁在跟', ['responsiblePerson']],
    ['客人要什么', ['demand']],
    ['陈情管道', ['channel']],
  ])('puts %s together', (label, fields) => {
    expect(composeLabel(label)?.fields).toEqual(fields);
  });

  it('is less sure where a part is unknown', () => {
    const known = composeLabel('承办日期')?.confidence ?? 0;
    expect(composeLabel('钣金承办日期')?.confidence).toBeLessThan(known);
    expect(known).toBeLessThan(0.95);
  });

  it.each(['客户投诉登记台账', '张三', '城西便民超市', '办', 'what', ''])('makes nothing of %j', (label) => {
    expect(composeLabel(label)).toBeNull();
  });

  it('knows when a customer was called back, and that it is none of ours', () => {
    expect(composeLabel('电访日期')?.fields).toEqual([]);
  });
});

describe('matchHeader, everyday English', () => {
  it.each([
    ['Who took it?', 'receivedBy'],
    ['Who is on it', 'responsiblePerson'],
    ['Came in via', 'channel'],
    ['How it reached us', 'channel'],
    ['What about', 'category'],
    ["What's wrong", 'description'],
    ['Guest would like', 'demand'],
    ['What we did', 'solution'],
    ['How come', 'cause'],
    ['Get back by', 'dueAt'],
    ['Got back on', 'firstResponseAt'],
    ["Rec'd date", 'receivedAt'],
    ['Sorted?', 'status'],
    ['Received by (channel)', 'channel'],
  ])('%s', (label, field) => {
    expect(matchHeader(label)?.fields[0]).toBe(field);
  });
});

describe('matchHeader, what stands about a label', () => {
  it.each([
    ['①投诉日期', 'receivedAt'],
    ['3、客户姓名（必填）', 'customerName'],
    ['投诉日期：    年  月  日', 'receivedAt'],
    ['顾客意见 □满意 □不满意', 'satisfaction'],
    ['问题分类（二级）', 'subcategory'],
    ['Complaint received (date)', 'receivedAt'],
    ['Resolved? (Y/N)', 'status'],
    ['Cust Nm', 'customerName'],
    ['Rsln Due Dt', 'dueAt'],
    ["Rec'd By", 'receivedBy'],
    ['Paid $', 'compensation'],
    ['Follow-up action 跟進', 'solution'],
    ['Code 粉号', 'productModel'],
  ])('%s', (label, field) => {
    expect(matchHeader(label)?.fields[0]).toBe(field);
  });

  it.each(['是否重复来电', '超时原因', '解决率', '回覆方式'])('knows that %s is none of ours', (label) => {
    expect(matchHeader(label)?.fields).toEqual([]);
  });
});
