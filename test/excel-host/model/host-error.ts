/** A refusal of the workbook, with the code that Excel would give ([D testing/application-specific-api-error-handling.md]). */
export type HostErrorCode =
  | 'AccessDenied'
  | 'ApiNotFound'
  | 'EmptyChartSeries'
  | 'FilteredRangeConflict'
  | 'GeneralException'
  | 'InsertDeleteConflict'
  | 'InvalidArgument'
  | 'InvalidBinding'
  | 'InvalidOperation'
  | 'InvalidOperationInCellEditMode'
  | 'InvalidReference'
  | 'InvalidSelection'
  | 'ItemAlreadyExists'
  | 'ItemNotFound'
  | 'MergedRangeConflict'
  | 'NonBlankCellOffSheet'
  | 'NotImplemented'
  | 'PivotTableRangeConflict'
  | 'RangeExceedsLimit'
  | 'RequestAborted'
  | 'RequestPayloadSizeLimitExceeded'
  | 'ResponsePayloadSizeLimitExceeded'
  | (string & Record<never, never>);

const MESSAGES: Record<string, string> = {
  AccessDenied: 'You cannot perform the requested operation.',
  FilteredRangeConflict: 'The operation failed because it conflicts with a filtered range.',
  InvalidArgument: 'The argument is invalid or missing or has an incorrect format.',
  InvalidOperation: 'This operation is not permitted for the current object.',
  InvalidOperationInCellEditMode:
    'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.',
  InvalidReference: 'This reference is not valid for the current operation.',
  ItemAlreadyExists: 'The resource being created already exists.',
  ItemNotFound: "The requested resource doesn't exist.",
  PivotTableRangeConflict: 'The attempted operation causes a conflict with a PivotTable range.',
  MergedRangeConflict: "A table can't overlap with a range that contains a merged cell.",
};

export class HostError extends Error {
  constructor(
    readonly code: HostErrorCode,
    message = MESSAGES[code] ?? 'There was an internal error while processing the request.',
    readonly httpStatusCode = code === 'ItemNotFound' || code === 'ApiNotFound' ? 404 : 400,
  ) {
    super(message);
  }
}

export function refuse(code: HostErrorCode, message?: string): never {
  throw new HostError(code, message);
}
