import type { Outcome } from '../../core/outcome.ts';
import { runBatch, Stop, type WorkbookTrouble } from './run-batch.ts';

/** Something that changed on the register's sheet. */
export interface SheetEdit {
  /** A1 address, as the host tells it; of several areas separated by commas. */
  address: string;
  /** Rows, columns or cells were inserted or deleted: everything behind stands elsewhere now. */
  isStructural: boolean;
  /** A co-author's; their own pane takes care of it. */
  isRemote: boolean;
  /** This add-in's own write. Hosts that do not tell leave it false. */
  isOwn: boolean;
}

export interface Listeners {
  onEdit: (edit: SheetEdit) => void;
  /** A table or sheet was deleted: the register may be gone. */
  onDeleted: () => void;
}

/** Hears of changes on the sheet of a table. Answers what stops it. Nothing is done in the handlers but to pass the news on. */
export function listenToRegister(
  tableName: string,
  { onEdit, onDeleted }: Listeners,
): Promise<Outcome<() => Promise<void>, WorkbookTrouble | 'registerGone'>> {
  return runBatch<() => Promise<void>, 'registerGone'>(async (context) => {
    const table = context.workbook.tables.getItemOrNullObject(tableName).load('name');
    await context.sync();
    if (table.isNullObject) throw new Stop('registerGone', { table: tableName });
    const tellDeleted = () => {
      onDeleted();
      return Promise.resolve();
    };
    const added = [
      table.worksheet.onChanged.add((event) => {
        onEdit(editOf(event));
        return Promise.resolve();
      }),
      context.workbook.tables.onDeleted.add(tellDeleted),
      context.workbook.worksheets.onDeleted.add(tellDeleted),
    ];
    await context.sync();
    return async () => {
      for (const handler of added) handler.remove();
      await context.sync();
    };
  });
}

function editOf(event: Excel.WorksheetChangedEventArgs): SheetEdit {
  // Newer kinds of change are taken for structural: what is not known may have moved anything.
  return {
    address: event.address,
    isStructural: event.changeType !== 'RangeEdited',
    isRemote: event.source === 'Remote',
    isOwn: (event.triggerSource as string | undefined) === 'ThisLocalAddin',
  };
}
