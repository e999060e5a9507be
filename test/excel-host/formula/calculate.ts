import { intersection, type Area } from '../model/address.ts';
import { CellError, type Cell, type CellValue } from '../model/cell-value.ts';
import { referenceArea } from '../model/move-formulas.ts';
import type { Sheet } from '../model/workbook.ts';
import { FUNCTIONS, LAZY_FUNCTIONS } from './functions/all-functions.ts';
import { parseFormula, type FormulaNode } from './parse.ts';
import { structuredArea } from './structured.ts';
import { parseReference } from './tokens.ts';
import { translateFormula } from './translate.ts';
import {
  AreaValue,
  compareValues,
  dateSystem,
  fail,
  FormulaError,
  NotComputable,
  toNumber,
  toText,
  type Matrix,
  type Result,
  type Scope,
} from './values.ts';

/** Functions whose value changes without any edit; their cells are computed anew even in a file just opened. */
const VOLATILE = /\b(?:NOW|TODAY|RAND|RANDBETWEEN|OFFSET|INDIRECT)\s*\(/i;

const running = new Set<Cell>();

/**
 * The value of a formula cell. A value that came with the file stands until the workbook is changed; after that every formula is
 * computed when it is read, once for each version of the workbook. What the host cannot compute keeps its last value and is listed
 * in `workbook.notComputed`.
 */
export function calculatedValue(sheet: Sheet, row: number, column: number, cell: Cell): CellValue {
  const { workbook } = sheet;
  if (cell.formula === null || cell.computedAt === workbook.version) return cell.value;
  if (workbook.version === 1 && cell.value !== null && !VOLATILE.test(cell.formula)) return cell.value;
  if (workbook.calculationMode === 'Manual' && cell.computedAt !== undefined) return cell.value;
  if (running.has(cell)) return 0; // a circle: Excel warns and shows 0
  running.add(cell);
  try {
    cell.value = evaluateFormula(sheet, row, column, cell.formula.slice(1), { row, column });
    cell.computedAt = workbook.version;
  } catch (error) {
    if (!(error instanceof NotComputable)) throw error;
    workbook.notComputed.add(error.message);
    if (cell.value === null) cell.value = new CellError('#NAME?');
    cell.computedAt = workbook.version;
  } finally {
    running.delete(cell);
  }
  return cell.value;
}

/** The value of any formula (without `=`) as if it stood in a cell; relative references count from `origin`. */
export function evaluateFormula(
  sheet: Sheet,
  row: number,
  column: number,
  formula: string,
  origin: { row: number; column: number },
): CellValue {
  const moved = translateFormula(formula, row - origin.row, column - origin.column);
  const evaluation = new Evaluation(sheet, row, column);
  const before = dateSystem.date1904;
  dateSystem.date1904 = evaluation.date1904;
  try {
    const value = evaluation.scalar(evaluation.evaluate(moved));
    return typeof value === 'number' && !Number.isFinite(value) ? new CellError('#NUM!') : (value ?? 0);
  } catch (error) {
    if (error instanceof FormulaError) return new CellError(error.code);
    throw error;
  } finally {
    dateSystem.date1904 = before;
  }
}

class Evaluation implements Scope {
  readonly now: Date;
  readonly date1904: boolean;

  constructor(
    readonly sheet: Sheet,
    readonly row: number,
    readonly column: number,
  ) {
    this.now = sheet.workbook.now();
    this.date1904 = sheet.workbook.date1904;
  }

  evaluate(formula: string): Result {
    const node = parseFormula(formula);
    if (!node) throw new NotComputable(formula);
    return this.node(node);
  }

  read({ sheet, area }: AreaValue): Matrix {
    const { end: used, matrices } = usedPart(sheet);
    const key = `${area.row} ${area.column} ${area.rows} ${area.columns}`;
    const known = matrices.get(key);
    if (known) return known;
    const cut = intersection(area, {
      row: 0,
      column: 0,
      rows: Math.max(used.rows, area.row + 1),
      columns: Math.max(used.columns, area.column + 1),
    });
    const rows = Math.min(area.rows, cut?.rows ?? 1);
    const columns = Math.min(area.columns, cut?.columns ?? 1);
    const matrix = Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (__, column) => cellValue(sheet, area.row + row, area.column + column)),
    );
    // Long lookup lists are read once for each version of the workbook, not once for each formula.
    if (rows * columns > 64 && running.size <= 1) matrices.set(key, matrix);
    return matrix;
  }

  scalar(result: Result): CellValue {
    if (Array.isArray(result)) return result[0]?.[0] ?? null;
    if (!(result instanceof AreaValue)) return result;
    const { sheet, area } = result;
    if (area.rows === 1 && area.columns === 1) return cellValue(sheet, area.row, area.column);
    const inRow = this.row >= area.row && this.row < area.row + area.rows;
    const inColumn = this.column >= area.column && this.column < area.column + area.columns;
    if (area.columns === 1 && inRow) return cellValue(sheet, this.row, area.column);
    if (area.rows === 1 && inColumn) return cellValue(sheet, area.row, this.column);
    return cellValue(sheet, area.row, area.column);
  }

  node(node: FormulaNode): Result {
    switch (node.kind) {
      case 'value':
        return node.value;
      case 'reference':
        return this.reference(node.text);
      case 'structured':
        return structuredArea(node.text, this.sheet, this.row, this.column);
      case 'name':
        return this.named(node.text);
      case 'array':
        return node.rows.map((line) => line.map((entry) => this.scalar(this.node(entry))));
      case 'unary':
        return this.map(this.node(node.operand), (value) => {
          const number = toNumber(value);
          return node.operator === '-' ? -number : node.operator === '%' ? number / 100 : number;
        });
      case 'binary':
        return this.combine(this.node(node.left), this.node(node.right), (a, b) => binary(node.operator, a, b));
      case 'call':
        return this.call(node.name, node.args);
    }
  }

  private call(name: string, args: (FormulaNode | null)[]): Result {
    const lazy = LAZY_FUNCTIONS[name];
    const evaluate = (arg: FormulaNode | null | undefined): Result => (arg ? this.node(arg) : null);
    if (lazy)
      return lazy(
        args.map((arg) => () => evaluate(arg)),
        this,
      );
    const run = FUNCTIONS[name];
    if (!run) throw new NotComputable(name);
    return run(
      args.map((arg) => asArgument(() => evaluate(arg))),
      this,
    );
  }

  private reference(text: string): Result {
    const reference = parseReference(text);
    if (!reference) return fail('#REF!');
    const sheet = reference.sheet === null ? this.sheet : this.sheet.workbook.sheetNamed(reference.sheet);
    if (!sheet) return fail('#REF!');
    return new AreaValue(sheet, referenceArea(reference.first, reference.last));
  }

  private named(text: string): Result {
    const { workbook } = this.sheet;
    const wanted = text.slice(text.lastIndexOf('!') + 1).toLowerCase();
    const matches = workbook.names.filter((name) => name.name.toLowerCase() === wanted);
    const name =
      matches.find((candidate) => candidate.sheet === this.sheet) ??
      matches.find((candidate) => candidate.sheet === null);
    if (name) return this.evaluate(name.formula);
    if (workbook.tableNamed(wanted)) return structuredArea(`${wanted}[]`, this.sheet, this.row, this.column);
    return fail('#NAME?');
  }

  private map(result: Result, change: (value: CellValue) => CellValue): Result {
    if (result instanceof AreaValue && (result.area.rows > 1 || result.area.columns > 1))
      return this.map(this.read(result), change);
    if (Array.isArray(result)) return result.map((line) => line.map((value) => guarded(() => change(value))));
    return change(this.scalar(result));
  }

  private combine(left: Result, right: Result, change: (a: CellValue, b: CellValue) => CellValue): Result {
    const a = this.expand(left);
    const b = this.expand(right);
    if (!Array.isArray(a) && !Array.isArray(b)) return change(a, b);
    const [x, y] = [Array.isArray(a) ? a : [[a]], Array.isArray(b) ? b : [[b]]];
    const rows = Math.max(x.length, y.length);
    const columns = Math.max(x[0]?.length ?? 1, y[0]?.length ?? 1);
    const at = (matrix: Matrix, row: number, column: number): CellValue => {
      const line = matrix.length === 1 ? matrix[0] : matrix[row];
      return (line?.length === 1 ? line[0] : line?.[column]) ?? null;
    };
    return Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (__, column) => guarded(() => change(at(x, row, column), at(y, row, column)))),
    );
  }

  private expand(result: Result): CellValue | Matrix {
    if (!(result instanceof AreaValue)) return result;
    return result.area.rows === 1 && result.area.columns === 1 ? this.scalar(result) : this.read(result);
  }
}

/** An error within an argument is that argument's value: ISNUMBER(FIND("a","b")) is FALSE, and only who needs the value fails. */
function asArgument(evaluate: () => Result): Result {
  try {
    return evaluate();
  } catch (error) {
    if (error instanceof FormulaError) return new CellError(error.code);
    throw error;
  }
}

function guarded(change: () => CellValue): CellValue {
  try {
    return change();
  } catch (error) {
    if (error instanceof FormulaError) return new CellError(error.code);
    throw error;
  }
}

function cellValue(sheet: Sheet, row: number, column: number): CellValue {
  const cell = sheet.grid.get(row, column);
  if (!cell) return null;
  return cell.formula === null ? cell.value : calculatedValue(sheet, row, column, cell);
}

function binary(operator: string, left: CellValue, right: CellValue): CellValue {
  switch (operator) {
    case '+':
      return toNumber(left) + toNumber(right);
    case '-':
      return toNumber(left) - toNumber(right);
    case '*':
      return toNumber(left) * toNumber(right);
    case '/': {
      const [over, under] = [toNumber(left), toNumber(right)];
      return under === 0 ? fail('#DIV/0!') : over / under;
    }
    case '^':
      return toNumber(left) ** toNumber(right);
    case '&':
      return toText(left) + toText(right);
    case '=':
      return compareValues(left, right) === 0;
    case '<>':
      return compareValues(left, right) !== 0;
    case '<':
      return compareValues(left, right) < 0;
    case '>':
      return compareValues(left, right) > 0;
    case '<=':
      return compareValues(left, right) <= 0;
    default:
      return compareValues(left, right) >= 0;
  }
}

interface UsedPart {
  version: number;
  end: Pick<Area, 'rows' | 'columns'>;
  matrices: Map<string, Matrix>;
}

const usedParts = new WeakMap<Sheet, UsedPart>();

function usedPart(sheet: Sheet): UsedPart {
  const known = usedParts.get(sheet);
  if (known?.version === sheet.workbook.version) return known;
  let [rows, columns] = [1, 1];
  for (const [row, record] of sheet.grid.rows) {
    if (record.cells.size > 0) rows = Math.max(rows, row + 1);
    for (const column of record.cells.keys()) if (column >= columns) columns = column + 1;
  }
  const part = { version: sheet.workbook.version, end: { rows, columns }, matrices: new Map<string, Matrix>() };
  usedParts.set(sheet, part);
  return part;
}
