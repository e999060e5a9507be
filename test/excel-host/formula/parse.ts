import { CellError, type CellValue } from '../model/cell-value.ts';
import { tokenize, type Token } from './tokens.ts';

export type FormulaNode =
  | { kind: 'value'; value: CellValue }
  | { kind: 'reference' | 'structured' | 'name'; text: string }
  | { kind: 'call'; name: string; args: (FormulaNode | null)[] }
  | { kind: 'unary'; operator: string; operand: FormulaNode }
  | { kind: 'binary'; operator: string; left: FormulaNode; right: FormulaNode }
  | { kind: 'array'; rows: FormulaNode[][] };

const BINDING: Record<string, number> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '>': 1,
  '<=': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
  '^': 5,
};

const cache = new Map<string, FormulaNode | null>();

/** The tree of a formula without its `=`; null when it cannot be read. */
export function parseFormula(formula: string): FormulaNode | null {
  let node = cache.get(formula);
  if (node === undefined) {
    node = parse(formula);
    if (cache.size > 20_000) cache.clear();
    cache.set(formula, node);
  }
  return node;
}

function parse(formula: string): FormulaNode | null {
  const tokens = tokenize(formula)?.filter((token) => token.kind !== 'space');
  if (!tokens) return null;
  const reader = new Reader(tokens);
  try {
    const node = reader.expression(0);
    return reader.atEnd ? node : null;
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

class Unreadable extends Error {}

class Reader {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  get atEnd(): boolean {
    return this.at >= this.tokens.length;
  }

  expression(minimum: number): FormulaNode {
    let left = this.operand();
    for (;;) {
      const operator = this.peek();
      const binding = operator === undefined ? undefined : BINDING[operator];
      if (operator === undefined || binding === undefined || binding <= minimum) return left;
      this.at += 1;
      left = { kind: 'binary', operator, left, right: this.expression(binding) };
    }
  }

  private peek(): string | undefined {
    const token = this.tokens[this.at];
    return token?.kind === 'symbol' ? token.text : undefined;
  }

  private expect(text: string): void {
    if (this.peek() !== text) throw new Unreadable();
    this.at += 1;
  }

  private operand(): FormulaNode {
    let node = this.primary();
    while (this.peek() === '%' || this.peek() === '#') {
      if (this.peek() === '%') node = { kind: 'unary', operator: '%', operand: node };
      this.at += 1;
    }
    return node;
  }

  private primary(): FormulaNode {
    const token = this.tokens[this.at];
    if (!token) throw new Unreadable();
    this.at += 1;
    switch (token.kind) {
      case 'number':
        return { kind: 'value', value: Number(token.text) };
      case 'string':
        return { kind: 'value', value: token.text.slice(1, -1).replace(/""/g, '"') };
      case 'error':
        return { kind: 'value', value: new CellError(token.text) };
      case 'reference':
      case 'structured':
        return { kind: token.kind, text: token.text };
      case 'function':
        return this.call(token.text.toUpperCase().replace(/^_XLFN\.(?:_XLWS\.)?/, ''));
      case 'name': {
        const upper = token.text.toUpperCase();
        if (upper === 'TRUE' || upper === 'FALSE') return { kind: 'value', value: upper === 'TRUE' };
        return { kind: 'name', text: token.text };
      }
      default:
        return this.symbol(token.text);
    }
  }

  private symbol(text: string): FormulaNode {
    // A sign binds tighter than ^: -2^2 is 4.
    if (text === '-' || text === '+') return { kind: 'unary', operator: text, operand: this.operand() };
    if (text === '@') return this.operand();
    if (text === '{') return this.arrayConstant();
    if (text !== '(') throw new Unreadable();
    const node = this.expression(0);
    this.expect(')');
    return node;
  }

  private call(name: string): FormulaNode {
    this.expect('(');
    const args: (FormulaNode | null)[] = [];
    if (this.peek() === ')') {
      this.at += 1;
      return { kind: 'call', name, args };
    }
    for (;;) {
      const next = this.peek();
      args.push(next === ',' || next === ')' ? null : this.expression(0));
      if (this.peek() === ')') break;
      this.expect(',');
    }
    this.expect(')');
    return { kind: 'call', name, args };
  }

  private arrayConstant(): FormulaNode {
    const rows: FormulaNode[][] = [[]];
    for (;;) {
      rows.at(-1)?.push(this.expression(0));
      const next = this.peek();
      this.at += 1;
      if (next === '}') return { kind: 'array', rows };
      if (next === ';') rows.push([]);
      else if (next !== ',') throw new Unreadable();
    }
  }
}
