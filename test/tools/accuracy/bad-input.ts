/** Input that cannot be measured: which file, which line (from 1, null for the whole file), and why. */
export class BadInput extends Error {
  constructor(file: string, line: number | null, why: string) {
    super(line === null ? `${file}: ${why}` : `${file}, line ${line}: ${why}`);
  }
}
