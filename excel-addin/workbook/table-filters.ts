/** A filter that was set on a column, to be set again. */
export interface ColumnFilter {
  column: number;
  criteria: Excel.FilterCriteria;
}

/**
 * Lifts the filters of a table and tells which they were: rows written while rows are hidden land in wrong places
 * (office-js #224). Put them back with `setFilters` when the writing is over.
 */
export async function liftFilters(context: Excel.RequestContext, table: Excel.Table): Promise<ColumnFilter[]> {
  const filter = table.autoFilter.load('enabled,isDataFiltered');
  await context.sync();
  if (!filter.enabled || !filter.isDataFiltered) return [];
  filter.load('criteria');
  await context.sync();
  // Columns without a filter come as null or as criteria without `filterOn`.
  const criteria = filter.criteria as (Excel.FilterCriteria | null)[];
  table.clearFilters();
  await context.sync();
  return criteria.flatMap((criterion, column) =>
    criterion === null || (criterion.filterOn as string | undefined) === undefined
      ? []
      : [{ column, criteria: criterion }],
  );
}

/** Queues the filters again as they were. */
export function setFilters(table: Excel.Table, filters: ColumnFilter[]): void {
  for (const { column, criteria } of filters) table.columns.getItemAt(column).filter.apply(criteria);
}
