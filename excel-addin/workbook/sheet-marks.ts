/** A hidden name of a sheet that we made. It goes with the sheet through renaming, saving and other programs, where ids and settings get lost. */
const MARK = 'Redress_sheet';

/** Queues the mark of a sheet: what it is, and something that no other has. `isMarked`: it bears one, which gives way. */
export function markSheet(sheet: Excel.Worksheet, mark: string, { isMarked = false } = {}): void {
  if (isMarked) sheet.names.getItem(MARK).delete();
  sheet.names.add(MARK, `="${mark}"`).visible = false;
}

/** The sheets of a workbook, and which of them bear marks. */
export interface MarkedSheets {
  all: { name: string; id: string; mark: string | null }[];
  /** What the sheet with a mark is called now; of several copies the one that is called as it was. Null: there is none. */
  find: (mark: string, name: string) => string | null;
}

export async function readMarks(context: Excel.RequestContext): Promise<MarkedSheets> {
  const sheets = context.workbook.worksheets.load('items/name,items/id');
  await context.sync();
  const marks = sheets.items.map((sheet) => sheet.names.getItemOrNullObject(MARK).load('formula'));
  await context.sync();
  const all = sheets.items.map(({ name, id }, at) => {
    const found = marks[at];
    return { name, id, mark: found === undefined || found.isNullObject ? null : String(found.formula).slice(2, -1) };
  });
  return {
    all,
    find: (mark, name) => {
      const found = all.filter((each) => each.mark === mark);
      return (found.length > 1 ? found.find((each) => each.name === name) : found[0])?.name ?? null;
    },
  };
}

/** Whether a sheet with this mark tells of complaints by their numbers: copies of the ledger and drop-down lists do not. */
export function tellsOfComplaints(mark: string | null): boolean {
  return mark !== null && !mark.startsWith('backup ') && !mark.startsWith('lists ');
}
