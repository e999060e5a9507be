/** Which rows say the same: by mark (a number; customer, day and words together), for rows that may be read again. */
export interface DuplicateIndex {
  /** Puts a row with its marks; what it was put with before is forgotten. */
  put: (row: number, marks: readonly string[]) => void;
  /** The first row above this one with the mark; null when there is none. */
  firstAbove: (row: number, mark: string) => number | null;
}

export function duplicateIndex(): DuplicateIndex {
  const rowsOf = new Map<string, number[]>();
  const marksOf = new Map<number, readonly string[]>();
  return {
    put: (row, marks) => {
      for (const mark of marksOf.get(row) ?? []) {
        const rows = rowsOf.get(mark)?.filter((other) => other !== row) ?? [];
        if (rows.length > 0) rowsOf.set(mark, rows);
        else rowsOf.delete(mark);
      }
      marksOf.set(row, marks);
      for (const mark of marks) {
        const rows = rowsOf.get(mark);
        if (rows === undefined) rowsOf.set(mark, [row]);
        else rows.push(row);
      }
    },
    firstAbove: (row, mark) => {
      let first = row;
      for (const other of rowsOf.get(mark) ?? []) if (other < first) first = other;
      return first < row ? first : null;
    },
  };
}
