/** What a worksheet function takes and gives; the one source of code, metadata and help. */
export interface SheetFunction {
  /** In the host's metadata; must never change, since stored formulas refer to it. */
  id: string;
  /** Its words: `functions.<key>`. */
  key: 'deadline' | 'workingMinutes' | 'grade';
  parameters: readonly { key: string; isOptional?: true }[];
  result: 'number' | 'string';
}

/** The functions of the namespace REDRESS. The register itself needs none of them: without the add-in they answer #NAME?. */
export const SHEET_FUNCTIONS = [
  {
    id: 'DEADLINE',
    key: 'deadline',
    parameters: [{ key: 'received' }, { key: 'grade' }, { key: 'milestone' }, { key: 'policy', isOptional: true }],
    result: 'number',
  },
  {
    id: 'WORKINGMINUTES',
    key: 'workingMinutes',
    parameters: [{ key: 'from' }, { key: 'to' }],
    result: 'number',
  },
  {
    id: 'GRADE',
    key: 'grade',
    parameters: [{ key: 'text' }, { key: 'policy', isOptional: true }],
    result: 'string',
  },
] as const satisfies readonly SheetFunction[];

export type SheetFunctionId = (typeof SHEET_FUNCTIONS)[number]['id'];
