import { refuse } from '../model/host-error.ts';
import { isHostObject } from '../protocol/host-object.ts';
import type { Workbook } from '../model/workbook.ts';
import { parseArea, splitSheet, type Area } from '../model/address.ts';
import type { Sheet } from '../model/workbook.ts';
import { AreasTarget, RangeTarget } from './range-target.ts';

/** Reads the arguments of a call; what does not fit is InvalidArgument, as Excel says it. */
export function text(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return refuse('InvalidArgument');
}

export function optionalText(value: unknown): string | null {
  return value === null || value === undefined ? null : text(value);
}

export function integer(value: unknown, fallback?: number): number {
  if ((value === null || value === undefined) && fallback !== undefined) return fallback;
  if (typeof value !== 'number' || !Number.isInteger(value)) return refuse('InvalidArgument');
  return value;
}

export function number(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : refuse('InvalidArgument');
}

export function flag(value: unknown, fallback?: boolean): boolean {
  if ((value === null || value === undefined) && fallback !== undefined) return fallback;
  return typeof value === 'boolean' ? value : refuse('InvalidArgument');
}

export function oneOf<T extends string>(value: unknown, allowed: readonly T[], fallback?: T): T {
  if ((value === null || value === undefined) && fallback !== undefined) return fallback;
  const found = allowed.find(
    (candidate) => typeof value === 'string' && candidate.toLowerCase() === value.toLowerCase(),
  );
  return found ?? refuse('InvalidArgument');
}

export function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : refuse('InvalidArgument');
}

/** A Range object as argument. */
export function rangeArgument(value: unknown): RangeTarget {
  if (isHostObject(value) && value.target instanceof RangeTarget) return value.target;
  return refuse('InvalidArgument');
}

export function areasArgument(value: unknown): AreasTarget {
  if (isHostObject(value) && value.target instanceof AreasTarget) return value.target;
  const range = rangeArgument(value);
  return new AreasTarget(range.sheet, range.areas);
}

/** A Range object, or an address with or without a sheet's name. */
export function rangeOrAddress(value: unknown, workbook: Workbook, home: Sheet | null): { sheet: Sheet; area: Area } {
  if (isHostObject(value)) {
    const range = rangeArgument(value);
    return { sheet: range.sheet, area: range.area };
  }
  return resolveAddress(text(value), workbook, home);
}

export function resolveAddress(address: string, workbook: Workbook, home: Sheet | null): { sheet: Sheet; area: Area } {
  const { sheet: sheetName, rest } = splitSheet(address.replace(/^=/, ''));
  const sheet = sheetName === null ? home : (workbook.sheetNamed(sheetName) ?? null);
  if (sheetName !== null && !sheet) return refuse('ItemNotFound');
  const area = parseArea(rest);
  if (area) return { sheet: sheet ?? workbook.activeSheet ?? refuse('InvalidArgument'), area };
  const named =
    workbook.names.find(
      (name) => name.name.toLowerCase() === rest.toLowerCase() && (name.sheet === null || name.sheet === sheet),
    ) ?? null;
  if (named) return resolveAddress(named.formula, workbook, home);
  const table = workbook.tableNamed(rest);
  const owner = table && workbook.sheetOf(table);
  if (!table || !owner) return refuse('InvalidArgument', `The address "${address.slice(0, 80)}" is not valid.`);
  const top = table.hasHeaders ? 1 : 0;
  const bottom = table.hasTotals ? 1 : 0;
  return { sheet: owner, area: { ...table.area, row: table.area.row + top, rows: table.area.rows - top - bottom } };
}
