import type { Outcome } from '../../core/outcome.ts';
import { deadlineFunction } from '../../core/register/functions/deadline-function.ts';
import type { Argument, FunctionBase, FunctionRefusal } from '../../core/register/functions/function-rules.ts';
import { gradeFunction } from '../../core/register/functions/grade-function.ts';
import { workingMinutesFunction } from '../../core/register/functions/working-minutes-function.ts';
import type { MessageParams } from '../../core/wording/translate.ts';
import type {} from './custom-functions.d.ts';
import { SHEET_FUNCTIONS, type SheetFunctionId } from './function-list.ts';

type Answer = Outcome<number | string, FunctionRefusal>;

const ANSWERS: Record<SheetFunctionId, (args: readonly Argument[], base: FunctionBase) => Answer> = {
  DEADLINE: deadlineFunction,
  WORKINGMINUTES: workingMinutesFunction,
  GRADE: gradeFunction,
};

/** The question is right, but nothing is settled that answers it: #N/A. All else is a slip in the arguments: #VALUE!. */
const NOT_AVAILABLE: ReadonlySet<string> = new Set<FunctionRefusal | 'notReady'>([
  'notConfigured',
  'noHours',
  'startsLater',
  'dayOnly',
  'neverOpens',
  'notReady',
]);

export interface FunctionParts {
  /** What the functions go by just now; null: the workbook could not be read. */
  base: () => Promise<FunctionBase | null>;
  words: (code: string, params?: MessageParams) => string;
}

/**
 * Ties the worksheet functions to what they compute. A refusal becomes an error value that says in words what is wrong.
 * A host without custom functions has no `CustomFunctions`; then there is nothing to tie.
 */
export function tieSheetFunctions({ base, words }: FunctionParts): void {
  if (!('CustomFunctions' in globalThis) || typeof CustomFunctions.associate !== 'function') return;
  for (const { id, parameters } of SHEET_FUNCTIONS)
    CustomFunctions.associate(id, async (...args) => {
      const known = await base();
      if (known === null) throw errorValue('notReady', {});
      // Behind the arguments the host hands over its own invocation object.
      const answer = ANSWERS[id](args.slice(0, parameters.length).map(argumentOf), known);
      if (answer.ok) return answer.value;
      const { field } = answer.detail;
      throw errorValue(
        answer.code,
        field === undefined ? answer.detail : { ...answer.detail, field: words(`fields.${field}`) },
      );
    });

  function errorValue(code: FunctionRefusal | 'notReady', params: MessageParams): CustomFunctions.Error {
    const { invalidValue, notAvailable } = CustomFunctions.ErrorCode;
    return new CustomFunctions.Error(
      NOT_AVAILABLE.has(code) ? notAvailable : invalidValue,
      words(`functions.error.${code}`, params),
    );
  }
}

/** A left-out argument comes as null, undefined or, on some hosts, as an object. */
function argumentOf(value: unknown): Argument {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
