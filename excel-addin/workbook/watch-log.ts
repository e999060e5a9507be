import type { Outcome } from '../../core/outcome.ts';
import { runBatch, type WorkbookTrouble } from './run-batch.ts';

/**
 * Hears that the event log may have changed: somebody has written into its table, or a table has come (another pane has
 * begun the log). Answers what stops it. The handlers only pass the news on.
 */
export function watchLog(
  tableName: string | null,
  onChanged: () => void,
): Promise<Outcome<() => Promise<void>, WorkbookTrouble>> {
  const told = () => {
    onChanged();
    return Promise.resolve();
  };
  return runBatch(async (context) => {
    const { tables } = context.workbook;
    const table = tableName === null ? null : tables.getItemOrNullObject(tableName).load('name');
    await context.sync();
    const added = [
      tables.onAdded.add(told),
      ...(table === null || table.isNullObject ? [] : [table.onChanged.add(told)]),
    ];
    await context.sync();
    return async () => {
      for (const handler of added) handler.remove();
      await context.sync();
    };
  });
}
