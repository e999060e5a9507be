import { describe, expect, it } from 'vitest';
import { isStableName, mayName } from '../../../extension/teach/stable-name.ts';

describe('a name that a person gave', () => {
  it.each([
    'customer-name',
    'customerName',
    'contact_phone',
    'subject',
    'field-customer',
    'case-title',
    'ticketDescription',
    'HtmlEditorBody',
    'order_no',
    'desc',
    'f2',
    'line1',
    'iPhone',
    'input-email',
    'Account.Name',
    '客户名称',
    'sla',
    'crm:customer',
    'headerSubjectLine',
    'txtCustomerName',
  ])('is stable: %s', (name) => expect(isStableName(name)).toBe(true));
});

describe('a name that a tool made up, or that names one record', () => {
  it.each([
    ':r1:',
    '«r2»',
    'ember1234',
    'ext-gen1023',
    'css-1x2y3z',
    'sc-bdVaJa',
    'jsx-3820193',
    'mui-12345',
    'radix-:r3:',
    'val_a8f3c21',
    'ticket-4711',
    'T4711',
    '4711',
    'a1b2c3d4',
    '6f9619ff-8b86-d011-b42d-00cf4fc964ff',
    'field_9f8e7d6c',
    'x7Kd3fQ2',
    '',
    'a"b',
    ' a',
    'yui_3_18_1_1_170',
    'bdVaJaKq',
    'hsqlpmn',
  ])('is not: %s', (name) => expect(isStableName(name)).toBe(false));
});

describe('attributes', () => {
  it.each(['name', 'data-field', 'data-testid', 'aria-label', 'itemprop'])('%s may name', (name) =>
    expect(mayName(name)).toBe(true),
  );
  it.each(['class', 'style', 'data-v-7ba5bd90', 'data-reactid', 'href', 'value', 'data-state'])('%s does not', (name) =>
    expect(mayName(name)).toBe(false),
  );
});
