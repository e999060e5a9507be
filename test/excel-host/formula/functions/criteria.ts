import { CellError, type CellValue } from '../../model/cell-value.ts';
import { compareValues, numberFromText } from '../values.ts';

/** The condition of COUNTIF and its family: `">=5"`, `"<>"`, `"处理*"`, a plain value. Texts match without case, `*` and `?` are wild. */
export function criterion(condition: CellValue): (value: CellValue) => boolean {
  if (typeof condition !== 'string') return (value) => equals(value, condition ?? 0);
  const match = /^(<>|<=|>=|=|<|>)?([\s\S]*)$/.exec(condition);
  const operator = match?.[1] ?? '';
  const operand = match?.[2] ?? '';
  const number = numberFromText(operand);
  if (operator === '<' || operator === '>' || operator === '<=' || operator === '>=') {
    const bound: CellValue = number ?? operand;
    return (value) => {
      if (value === null || value instanceof CellError || typeof value !== typeof bound) return false;
      const order = compareValues(value, bound);
      if (operator === '<') return order < 0;
      if (operator === '>') return order > 0;
      return operator === '<=' ? order <= 0 : order >= 0;
    };
  }
  const same = equalTo(operand, number, operator !== '');
  return operator === '<>' ? (value) => !same(value) : same;
}

function equalTo(operand: string, number: number | null, explicit: boolean): (value: CellValue) => boolean {
  if (operand === '') return (value) => value === null || (!explicit && value === '');
  const upper = operand.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return (value) => value === (upper === 'TRUE');
  const pattern = wildcard(operand);
  return (value) => {
    if (typeof value === 'number') return number !== null && value === number;
    if (typeof value === 'string') return pattern.test(value) || (number !== null && numberFromText(value) === number);
    return value instanceof CellError && value.code === upper;
  };
}

function equals(value: CellValue, wanted: CellValue): boolean {
  if (value instanceof CellError || wanted instanceof CellError) {
    return value instanceof CellError && wanted instanceof CellError && value.code === wanted.code;
  }
  return value !== null && typeof value === typeof wanted && compareValues(value, wanted) === 0;
}

/** `*` any run, `?` one character, `~` takes the next one as it is. */
export function wildcard(text: string, whole = true): RegExp {
  const source = text.replace(
    /~([*?~])|([*?])|([.+^${}()|[\]\\])/g,
    (_, escaped?: string, wild?: string, special?: string) => {
      if (escaped !== undefined) return `\\${escaped}`;
      if (wild !== undefined) return wild === '*' ? '[\\s\\S]*' : '[\\s\\S]';
      return `\\${special ?? ''}`;
    },
  );
  return new RegExp(whole ? `^${source}$` : source, 'iu');
}
