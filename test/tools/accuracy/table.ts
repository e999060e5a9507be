/** A plain table: first column to the left, all others to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => widthOf(row[column] ?? ''))));
  return all
    .map((row) =>
      head
        .map((_, column) => {
          const cell = row[column] ?? '';
          const gap = ' '.repeat((widths[column] ?? 0) - widthOf(cell));
          return column === 0 ? cell + gap : gap + cell;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export const percent = (value: number) => `${(100 * value).toFixed(1)} %`;

/** Chinese characters take two columns of a terminal. */
function widthOf(text: string): number {
  return Array.from(text).reduce((sum, char) => sum + (/[\u2E80-\uFFDC]/.test(char) ? 2 : 1), 0);
}
