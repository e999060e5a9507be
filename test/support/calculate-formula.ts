import { createRequire } from 'node:module';
import { init } from 'excelize-wasm';

const wasm = createRequire(import.meta.url)
  .resolve('excelize-wasm')
  .replace(/main\.cjs$/, 'excelize.wasm.gz');

/** What a formula answers on a sheet with these cells, calculated by excelize; `now` stands for NOW(). */
export async function formulaCalculator(): Promise<
  (formula: string, cells: Record<string, string | number>, now: number) => string
> {
  const { NewFile } = await init(wasm);
  return (formula, cells, now) => {
    const book = NewFile();
    for (const [address, value] of Object.entries(cells)) book.SetCellValue('Sheet1', address, value);
    book.SetCellFormula('Sheet1', 'ZZ1', formula.replaceAll('NOW()', `(${now})`));
    const { value, error } = book.CalcCellValue('Sheet1', 'ZZ1');
    if (error !== null) throw new Error(`${formula}: ${error}`);
    return value;
  };
}
