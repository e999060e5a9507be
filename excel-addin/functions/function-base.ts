import type { Outcome } from '../../core/outcome.ts';
import type { Locale } from '../../core/policy/localized.ts';
import type { FunctionBase } from '../../core/register/functions/function-rules.ts';
import type { StandingRegister } from '../actions/look-around.ts';

export interface BaseParts {
  /** The register that the pane knows. */
  register: () => StandingRegister | null;
  /** Looks into the workbook, when the pane has not yet done so. */
  look: () => Promise<Outcome<{ register: StandingRegister | null }>>;
  locale: () => Locale;
  zone: string;
}

/**
 * What the worksheet functions go by: the register of the workbook as the pane keeps it; before the pane has looked, as the
 * workbook remembers it. A workbook without a register is answered by the default policy, of which nothing is settled. Looks
 * once, however many cells ask at the same time; after a failure the next calculation looks again.
 */
export function functionBase({ register, look, locale, zone }: BaseParts): () => Promise<FunctionBase | null> {
  let looked: ReturnType<BaseParts['look']> | null = null;
  return async () => {
    const known = register();
    if (known !== null) {
      looked = null;
      return known.memory;
    }
    looked ??= look();
    const found = await looked;
    if (!found.ok) {
      looked = null;
      return null;
    }
    const standing = register() ?? found.value.register;
    if (standing !== null) return standing.memory;
    return { policy: { id: 'general' }, company: null, locale: locale(), zone, date1904: false };
  };
}
