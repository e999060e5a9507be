import { browser } from 'wxt/browser';
import type { SiteRecipe } from '../../core/capture/site-recipe.ts';
import { recipeOf, TaughtRecipe } from '../../core/capture/taught-recipe.ts';

/** One key a recipe: two panels that save at once do not overwrite each other. */
const PREFIX = 'taught-recipe:';

export interface StoredTaught {
  recipes: TaughtRecipe[];
  /** Kept as they are, and not used: of another version, or damaged. */
  unreadable: number;
}

/** All taught recipes, by site and name. */
export async function readTaught(): Promise<StoredTaught> {
  const stored = await browser.storage.local.get(null);
  const read = Object.entries(stored)
    .filter(([key]) => key.startsWith(PREFIX))
    .map(([, value]) => TaughtRecipe.safeParse(value));
  const recipes = read.flatMap(({ data }) => (data === undefined ? [] : [data]));
  return { recipes: recipes.sort(bySite), unreadable: read.length - recipes.length };
}

const bySite = (one: TaughtRecipe, other: TaughtRecipe) =>
  one.origin.localeCompare(other.origin) || one.name.localeCompare(other.name) || one.id.localeCompare(other.id);

/** What was taught, as the reader takes it; the narrower pattern before the wider one, the newer before the older. */
export async function taughtRecipes(): Promise<SiteRecipe[]> {
  const { recipes } = await readTaught();
  return recipes
    .sort((one, other) => other.page.length - one.page.length || other.changedAt.localeCompare(one.changedAt))
    .map(recipeOf);
}

/** Stores a recipe; throws when the browser cannot, or gives back something else than what was written. */
export async function writeTaught(recipe: TaughtRecipe): Promise<void> {
  const key = `${PREFIX}${recipe.id}`;
  await browser.storage.local.set({ [key]: TaughtRecipe.parse(recipe) });
  const stored = await browser.storage.local.get(key);
  TaughtRecipe.parse(stored[key]);
}

export async function removeTaught(id: string): Promise<void> {
  await browser.storage.local.remove(`${PREFIX}${id}`);
}

/** Tells of every change, from whichever page it came; gives back how to stop. */
export function watchTaught(listener: () => void): () => void {
  const heard = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && Object.keys(changes).some((key) => key.startsWith(PREFIX))) listener();
  };
  browser.storage.onChanged.addListener(heard);
  return () => browser.storage.onChanged.removeListener(heard);
}
