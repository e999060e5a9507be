import { areaName, contains, intersection } from '../model/address.ts';
import { valueType, wireValue } from '../model/read-cells.ts';
import type { Sheet, WorkbookChange } from '../model/workbook.ts';
import type { HostSession } from './session.ts';

/** Who made a change: this pane, another add-in or the user on this machine, or a co-author. */
export type Origin = { kind: 'pane'; session: HostSession } | { kind: 'user' } | { kind: 'remote' };

export interface EventEntry {
  id: number;
  messageCategory: 65_536;
  messageType: number;
  targetId: string;
  message: string;
  isRemoteOverride?: true;
}

/** Message types of the client (`eventType` in its source). */
const TYPE = {
  worksheetChanged: 10,
  worksheetActivated: 11,
  worksheetDeactivated: 12,
  worksheetAdded: 13,
  worksheetSelectionChanged: 14,
  worksheetDeleted: 15,
  worksheetFormatChanged: 18,
  tableSelectionChanged: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
} as const;

let nextId = 1;

/** The events that one change of the workbook means for one pane. */
export function eventsOf(change: WorkbookChange, origin: Origin, session: HostSession): EventEntry[] {
  if (!session.enableEvents) return []; // only this pane's own handlers are switched off ([T Runtime.enableEvents])
  const source = origin.kind === 'remote' ? 'Remote' : 'Local';
  const own = origin.kind === 'pane' && origin.session === session;
  const entry = (messageType: number, targetId: string, args: Record<string, unknown>): EventEntry => ({
    id: nextId++,
    messageCategory: 65_536,
    messageType,
    targetId,
    message: JSON.stringify({ source, ...args }),
    ...(origin.kind === 'remote' ? { isRemoteOverride: true as const } : {}),
  });
  switch (change.kind) {
    case 'cells': {
      const { sheet, area, changeType, shift, details } = change;
      const args = {
        changeType,
        worksheetId: sheet.id,
        address: areaName(area),
        triggerSource: own ? 'ThisLocalAddin' : 'Unknown',
        shiftDirection: shift,
        referenceId: session.keepForEvent(session.range(sheet, area)),
        ...(details && {
          valueBefore: wireValue(details.before),
          valueAfter: wireValue(details.after),
          valueTypeBefore: valueType(details.before),
          valueTypeAfter: valueType(details.after),
        }),
      };
      const touched = sheet.tables.filter((table) => intersection(table.area, area) !== null);
      return [
        entry(TYPE.worksheetChanged, sheet.id, args),
        entry(TYPE.worksheetChanged, 'Workbook', args),
        ...touched.flatMap((table) => {
          const id = String(table.id);
          return [id, sheet.id, 'Workbook'].map((target) => entry(TYPE.tableChanged, target, { ...args, tableId: id }));
        }),
      ];
    }
    case 'sheetAdded':
      return [entry(TYPE.worksheetAdded, 'Workbook', { worksheetId: change.sheet.id })];
    case 'sheetDeleted':
      return [entry(TYPE.worksheetDeleted, 'Workbook', { worksheetId: change.sheet.id })];
    case 'sheetActivated':
      return both(change.sheet, (target) => entry(TYPE.worksheetActivated, target, { worksheetId: change.sheet.id }));
    case 'tableAdded':
    case 'tableDeleted': {
      const type = change.kind === 'tableAdded' ? TYPE.tableAdded : TYPE.tableDeleted;
      const args = { tableId: String(change.table.id), tableName: change.table.name, worksheetId: change.sheet.id };
      return both(change.sheet, (target) => entry(type, target, args));
    }
    case 'selection': {
      const args = { worksheetId: change.sheet.id, address: areaName(change.area) };
      const inside = change.sheet.tables.find((table) => contains(table.area, change.area));
      return [
        ...both(change.sheet, (target) => entry(TYPE.worksheetSelectionChanged, target, args)),
        ...(inside
          ? [
              entry(TYPE.tableSelectionChanged, String(inside.id), {
                ...args,
                tableId: String(inside.id),
                isInsideTable: true,
              }),
            ]
          : []),
      ];
    }
    case 'format': {
      const { sheet, area } = change;
      if (!area) return [];
      const args = {
        worksheetId: sheet.id,
        address: areaName(area),
        referenceId: session.keepForEvent(session.range(sheet, area)),
      };
      return both(sheet, (target) => entry(TYPE.worksheetFormatChanged, target, args));
    }
    case 'settings':
    case 'structure':
      return [];
  }
}

function both(sheet: Sheet, make: (target: string) => EventEntry): EventEntry[] {
  return [make(sheet.id), make('Workbook')];
}
