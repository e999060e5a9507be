import { valueAt, textAt } from '../../excel-host/model/read-cells.ts';
import type { Sheet } from '../../excel-host/model/workbook.ts';
import { element } from '../../samples/pages/shared/build-element.ts';
import type { GridView } from './grid.ts';

/** Takes what the user typed; answers why Excel would refuse it, or null. */
export type TypeIntoCell = (sheet: Sheet, row: number, column: number, text: string) => string | null;

const MOVES: Record<string, [number, number]> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/**
 * One text box that always lies over the selected cell and holds the focus, invisible until something is typed: so that
 * an input method for Chinese works from the first key.
 */
export function installCellEditor(grid: GridView, typeIntoCell: TypeIntoCell, refused: (words: string) => void): void {
  const box = element('textarea', { class: 'cell-editor', 'aria-label': 'cell', rows: '1', spellcheck: 'false' });
  grid.anchor.append(box);
  let isEditing = false;

  const begin = (text: string): void => {
    isEditing = true;
    box.value = text;
    box.classList.add('editing');
  };
  const end = (): void => {
    isEditing = false;
    box.value = '';
    box.classList.remove('editing');
  };
  const commit = (): boolean => {
    if (!isEditing) return true;
    const { row, column } = grid.place;
    const trouble = typeIntoCell(grid.sheet, row, column, box.value);
    if (trouble !== null) refused(trouble);
    end();
    return trouble === null;
  };

  box.addEventListener('input', () => {
    if (!isEditing) begin(box.value);
  });
  box.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Enter' && !event.altKey) {
      event.preventDefault();
      if (commit()) grid.move(event.shiftKey ? -1 : 1, 0);
    } else if (event.key === 'Tab') {
      event.preventDefault();
      if (commit()) grid.move(0, event.shiftKey ? -1 : 1);
    } else if (event.key === 'Escape') end();
    else if (event.key === 'F2' && !isEditing) begin(editableText(grid));
    else if (event.key === 'Delete' && !isEditing) {
      begin('');
      commit();
    } else if (!isEditing && event.key in MOVES) {
      event.preventDefault();
      const [down, across] = MOVES[event.key] ?? [0, 0];
      grid.move(down, across);
    }
  });
  grid.scroller.addEventListener('mousedown', () => {
    commit();
    // After the press: the browser moves the focus to what was pressed.
    requestAnimationFrame(() => box.focus({ preventScroll: true }));
  });
  grid.scroller.addEventListener('dblclick', () => begin(editableText(grid)));
}

/** What stands in the formula bar: the formula, the text itself, or the value as shown. */
export function editableText({ sheet, place: { row, column } }: Pick<GridView, 'sheet' | 'place'>): string {
  const formula = sheet.grid.get(row, column)?.formula;
  if (formula !== null && formula !== undefined) return formula;
  const value = valueAt(sheet, row, column);
  return typeof value === 'string' ? value : textAt(sheet, row, column);
}
