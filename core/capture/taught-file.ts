import * as z from 'zod';
import { done, refuse, type Outcome } from '../outcome.ts';
import { TaughtRecipe } from './taught-recipe.ts';

const FORMAT = 'redress-site-recipes';
const VERSION = 1;
/** Characters of a file, and recipes in it, beyond which it is no list of recipes. */
const LONGEST = 1_000_000;
const MOST = 200;

const Envelope = z.object({ format: z.literal(FORMAT), version: z.int().positive(), recipes: z.array(z.unknown()) });

export type FileTrouble =
  'fileTooLarge' | 'notJson' | 'notRecipes' | 'newerVersion' | 'noRecipes' | 'tooMany' | RecipeTrouble;

/** Why one recipe of a file is refused; `detail.name` says which, `detail.place` where in it. */
export type RecipeTrouble =
  | 'selectorTooLong'
  | 'selectorNotAllowed'
  | 'selectorInvalid'
  | 'originNotAllowed'
  | 'pageNotAllowed'
  | 'partTwice'
  | 'recipeDoesNotFit';

const TOLD: readonly string[] = [
  'selectorTooLong',
  'selectorNotAllowed',
  'originNotAllowed',
  'pageNotAllowed',
  'partTwice',
] satisfies RecipeTrouble[];

/** The text of a file with recipes, for other browsers and colleagues. */
export function writeTaughtFile(recipes: readonly TaughtRecipe[], exportedAt: string): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, exportedAt, recipes }, null, 2)}\n`;
}

/**
 * The recipes of a file, all or none: a file with one recipe that is refused is refused whole, and it is said which and why.
 * `isValid` asks the browser whether a selector is one.
 */
export function readTaughtFile(
  text: string,
  isValid: (selector: string) => boolean,
): Outcome<TaughtRecipe[], FileTrouble> {
  if (text.length > LONGEST) return refuse('fileTooLarge');
  const json = parsed(text);
  if (json === undefined) return refuse('notJson');
  const envelope = Envelope.safeParse(json);
  if (!envelope.success) return refuse('notRecipes');
  const { version, recipes } = envelope.data;
  if (version > VERSION) return refuse('newerVersion', { version });
  if (recipes.length === 0) return refuse('noRecipes');
  if (recipes.length > MOST) return refuse('tooMany', { count: recipes.length, most: MOST });
  const read: TaughtRecipe[] = [];
  for (const [index, raw] of recipes.entries()) {
    const recipe = readTaught(raw, index + 1, isValid);
    if (!recipe.ok) return recipe;
    read.push(recipe.value);
  }
  return done(read);
}

function readTaught(
  raw: unknown,
  place: number,
  isValid: (selector: string) => boolean,
): Outcome<TaughtRecipe, RecipeTrouble> {
  const checked = TaughtRecipe.safeParse(raw);
  if (!checked.success) {
    const issue = checked.error.issues.flatMap(flat).find(({ message }) => TOLD.includes(message));
    const code = (issue?.message ?? 'recipeDoesNotFit') as RecipeTrouble;
    const where = (issue ?? checked.error.issues[0])?.path.join('.') ?? '';
    return refuse(code, { place, where: where.slice(0, 120) });
  }
  const bad = checked.data.parts.flatMap(({ sources }) => sources).find(({ selector }) => !isWhole(selector, isValid));
  return bad === undefined
    ? done(checked.data)
    : refuse('selectorInvalid', { place, where: bad.selector.slice(0, 120) });
}

interface Issue {
  message: string;
  path: PropertyKey[];
}

/** Issues of unions keep those of their branches inside. */
function flat(issue: z.core.$ZodIssue): Issue[] {
  return issue.code === 'invalid_union' ? issue.errors.flatMap((each) => each.flatMap(flat)) : [issue];
}

const isWhole = (selector: string, isValid: (selector: string) => boolean) =>
  selector.split('>>>').every((each) => isValid(each.trim()));

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    // Text that is no JSON; the caller says so.
    return undefined;
  }
}
