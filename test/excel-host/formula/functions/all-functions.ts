import { DATES } from './dates.ts';
import type { FormulaFunction } from './function-types.ts';
import { INFORMATION } from './information.ts';
import { LOGIC } from './logic.ts';
import { LOOKUP } from './lookup.ts';
import { MATHEMATICS } from './mathematics.ts';
import { TEXTS } from './texts.ts';

/** Every function that the host computes, by name. */
export const FUNCTIONS: Record<string, FormulaFunction> = {
  ...DATES,
  ...INFORMATION,
  ...LOGIC,
  ...LOOKUP,
  ...MATHEMATICS,
  ...TEXTS,
};

export { LAZY_FUNCTIONS } from './logic.ts';
