import type { Area } from '../model/address.ts';
import type { Sheet } from '../model/workbook.ts';

/** Anything that covers cells of one sheet: a range, or several areas. */
export interface AreaHolder {
  readonly sheet: Sheet;
  readonly areas: readonly Area[];
}

/** The cells behind one Range proxy. The area moves when cells are inserted or deleted before it. */
export class RangeTarget implements AreaHolder {
  constructor(
    readonly sheet: Sheet,
    /** Null once its cells were deleted. */
    public current: Area | null,
  ) {}

  get area(): Area {
    return this.current ?? { row: 0, column: 0, rows: 0, columns: 0 };
  }

  get areas(): readonly Area[] {
    return this.current ? [this.current] : [];
  }
}

export class AreasTarget implements AreaHolder {
  constructor(
    readonly sheet: Sheet,
    readonly areas: readonly Area[],
  ) {}
}
