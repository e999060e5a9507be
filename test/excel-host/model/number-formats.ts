import { SSF } from 'xlsx';
import { CellError, type CellValue } from './cell-value.ts';

export type FormatCategory =
  | 'General'
  | 'Number'
  | 'Currency'
  | 'Accounting'
  | 'Date'
  | 'Time'
  | 'Percentage'
  | 'Fraction'
  | 'Scientific'
  | 'Text'
  | 'Special'
  | 'Custom';

/** What Excel's own dialog would file a format code under ([T Excel.NumberFormatCategory]). */
export function formatCategory(code: string): FormatCategory {
  if (code === 'General') return 'General';
  if (code === '@') return 'Text';
  const bare = code
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/\[(?:Red|Blue|Black|Green|White|Yellow|Cyan|Magenta|Color\s?\d+)\]/gi, '');
  const fields = bare.replace(/\[\$[^\]]*\]/g, '').replace(/_./g, '');
  if (/[yd]|m{3,}/i.test(fields.replace(/\[(?:h+|m+|s+)\]/gi, '').replace(/General/gi, ''))) return 'Date';
  if (/h|s|\[m+\]|AM\/PM|上午\/下午/i.test(fields.replace(/General/gi, ''))) return 'Time';
  if (/^m+([-/.]|$)/i.test(fields)) return 'Date';
  if (fields.includes('%')) return 'Percentage';
  if (/E[+-]/i.test(fields)) return 'Scientific';
  if (/\?\s*\/\s*[?\d]/.test(fields)) return 'Fraction';
  if (/\[\$[^-\]]|[$¥￥€£]/.test(bare)) return /_\(|\* /.test(bare) ? 'Accounting' : 'Currency';
  if (/_\(\* /.test(bare)) return 'Accounting';
  return /^[#,0.?\s();_\-+*]+$/.test(bare) ? 'Number' : 'Custom';
}

const formatted = new Map<string, string>();

/** The text a cell shows, whatever its column's width ([D excel facts 2.2]: `text` ignores the width). */
export function displayText(value: CellValue, code: string, date1904: boolean): string {
  if (value === null) return '';
  if (value instanceof CellError) return value.code;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string' && (code === 'General' || code === '@')) return value;
  const key = `${typeof value}${String(value)}\u0000${code}\u0000${date1904 ? 4 : 0}`;
  let text = formatted.get(key);
  if (text === undefined) {
    text = format(value, code, date1904);
    if (formatted.size > 50_000) formatted.clear();
    formatted.set(key, text);
  }
  return text;
}

/** SheetJS types its formatter as any. */
const formatter = SSF as { format(code: string, value: string | number, options: { date1904: boolean }): string };

function format(value: string | number, code: string, date1904: boolean): string {
  try {
    const english = code.replace(/上午\/下午/g, 'AM/PM');
    const text = formatter.format(english, value, { date1904 });
    return english === code ? text : text.replace('AM', '上午').replace('PM', '下午');
  } catch {
    return String(value); // a code that the formatter cannot read shows the plain value
  }
}
