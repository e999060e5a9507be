import type { SiteRecipe } from '../../core/capture/site-recipe.ts';
import { cutToLimits } from './cut-to-limits.ts';
import type { PageReading } from './page-reading.ts';
import { closedFrames, reachableDocuments } from './reachable-documents.ts';
import { readAnyPage } from './read-any-page.ts';
import { readByRecipe } from './read-by-recipe.ts';
import { readSelection } from './read-selection.ts';

export interface ReadRequest {
  recipes: SiteRecipe[];
  /** The user marked words and asked for these: they are the body, whatever a recipe says. */
  prefersSelection: boolean;
}

/** Reads a page: by recipe, else what is marked, else the page's main content. Null when it shows no words. */
export function readPage(document: Document, { recipes, prefersSelection }: ReadRequest): PageReading | null {
  const documents = reachableDocuments(document);
  const byRecipe = firstOf(recipes, (recipe) => firstOf(documents, (each) => readByRecipe(each, recipe)));
  const selection = firstOf(documents, readSelection);
  if (byRecipe !== null && prefersSelection && selection !== null)
    return cutToLimits(withSelection(byRecipe, selection));
  if (byRecipe !== null && hasBody(byRecipe)) return cutToLimits(byRecipe);
  if (selection !== null) return cutToLimits(byRecipe === null ? selection : withSelection(byRecipe, selection));
  const reading = byRecipe ?? readAnyPage(document);
  if (reading === null) return null;
  const unread = closedFrames(document) > 0 ? ['closedFrame'] : [];
  return cutToLimits({ ...reading, notFound: [...reading.notFound, ...unread] });
}

const hasBody = ({ blocks }: PageReading) => blocks.some(({ role }) => role === 'body' || role === 'quoted');

/** The head from the recipe, the words from the user's hand. */
function withSelection(byRecipe: PageReading, selection: PageReading): PageReading {
  const head = byRecipe.blocks.filter(({ role }) => role === 'subject' || role === 'field');
  return {
    ...byRecipe,
    readBy: { way: 'selection', recipe: byRecipe.readBy.recipe },
    blocks: [...head, ...selection.blocks],
    notFound: byRecipe.notFound.filter((part) => part !== 'body'),
  };
}

function firstOf<T, R>(list: T[], read: (item: T) => R | null): R | null {
  for (const item of list) {
    const result = read(item);
    if (result !== null) return result;
  }
  return null;
}
