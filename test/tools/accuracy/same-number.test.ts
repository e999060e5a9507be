import { describe, expect, it } from 'vitest';
import { isSameEmail, isSameId, isSamePhone } from './same-number.ts';

describe('numbers of orders and batches', () => {
  it.each([
    ['SRM-4471', 'srm4471', true],
    ['＃12345', '#12345', true],
    ['A 1304', 'A1304', true],
    ['SRM-4471', 'SRM-44710', false],
    ['PO SRM-4471', 'SRM-4471', false],
    ['—', '—', false],
  ])('%j for %j: %s', (value, gold, isSame) => {
    expect(isSameId(value, gold)).toBe(isSame);
  });
});

describe('telephone numbers', () => {
  it.each([
    ['138 0013-8000', '13800138000', true],
    ['(0571) 8650 7722', '0571-86507722', true],
    ['0571-86507722', '0571-86507722转803', true],
    ['0571-86507722 ext 803', '0571-86507722转803', true],
    ['0571-86507722转804', '0571-86507722转803', false],
    ['0571-86507722转803', '0571-86507722', false],
    ['138****8000', '138××××8000', true],
    ['138****8000', '13812348000', false],
    ['13800138001', '13800138000', false],
    ['无', '13800138000', false],
    ['', '', false],
  ])('%j for %j: %s', (value, gold, isSame) => {
    expect(isSamePhone(value, gold)).toBe(isSame);
  });
});

describe('addresses of mail', () => {
  it.each([
    ['Li.Ming@Example.com', 'li.ming@example.com', true],
    ['<li@example.com>', 'li@example.com', true],
    ['li@example.com', 'lili@example.com', false],
  ])('%j for %j: %s', (value, gold, isSame) => {
    expect(isSameEmail(value, gold)).toBe(isSame);
  });
});
