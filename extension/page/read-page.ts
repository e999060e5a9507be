import type { SiteRecipe } from '../../core/capture/site-recipe.ts';
import { cutToLimits } from './cut-to-limits.ts';
import { forgetShadowRoots } from './deep-query.ts';
import { fillFromGeneral, hasBody, withSelection } from './fill-gaps.ts';
import { fitsHost } from './fits-host.ts';
import type { PageReading } from './page-reading.ts';
import { closedFrames, reachableDocuments } from './reachable-documents.ts';
import { readAnyPage, type FindArticle } from './read-any-page.ts';
import { readByRecipe } from './read-by-recipe.ts';
import { readSelection } from './read-selection.ts';
import { withShortBody } from './short-body.ts';

export interface ReadRequest {
  recipes: SiteRecipe[];
  /** The user marked words and asked for these: they are the body, whatever a recipe says. */
  prefersSelection: boolean;
}

/**
 * Reads a page: by recipe, else what is marked, else the page's main content; part by part, so that a recipe that misses one
 * part keeps the others. Null when it shows no words. `findArticle` helps the general reading where it was loaded.
 */
export function readPage(document: Document, request: ReadRequest, findArticle?: FindArticle): PageReading | null {
  forgetShadowRoots();
  const documents = reachableDocuments(document);
  const byRecipe = readByAnyRecipe(documents, request.recipes);
  const selection = firstOf(documents, readSelection);
  const wantsSelection = selection !== null && (request.prefersSelection || byRecipe === null || !hasBody(byRecipe));
  if (wantsSelection) return cutToLimits(byRecipe === null ? selection : withSelection(byRecipe, selection));
  if (byRecipe !== null && byRecipe.notFound.length === 0) return cutToLimits(withShortBody(byRecipe, documents));
  const general = readAnyPage(document, findArticle);
  const reading = byRecipe === null ? general : fillFromGeneral(byRecipe, general);
  if (reading === null) return null;
  const unread = byRecipe !== null && hasBody(byRecipe) ? 0 : closedFrames(document);
  return cutToLimits(
    withShortBody(
      {
        ...reading,
        ...(byRecipe === null ? misfit(documents, request.recipes, reading) : {}),
        notFound: [...reading.notFound, ...(unread > 0 ? ['closedFrame'] : [])],
      },
      documents,
    ),
  );
}

/** Recipes of this host first, then those for software that anybody hosts, then the loose ones; outer documents before inner. */
function readByAnyRecipe(documents: Document[], recipes: SiteRecipe[]): PageReading | null {
  const ranked = [
    recipes.filter(({ hosts }) => hosts !== undefined),
    recipes.filter(({ hosts, loose }) => hosts === undefined && !loose),
    recipes.filter(({ hosts, loose }) => hosts === undefined && loose),
  ];
  return firstOf(ranked, (group) =>
    firstOf(documents, (document) => firstOf(group, (recipe) => readByRecipe(document, recipe))),
  );
}

/** A site that has a recipe, and the recipe found no message: either none is open, or the site has changed. */
function misfit(documents: Document[], recipes: SiteRecipe[], reading: PageReading): Partial<PageReading> {
  const expected = recipes.find(
    (recipe) => recipe.hosts !== undefined && documents.some((document) => fitsHost(document, recipe)),
  );
  if (expected === undefined) return {};
  const { name, provenance } = expected;
  return {
    readBy: {
      ...reading.readBy,
      ...(name === undefined ? {} : { name }),
      ...(provenance === undefined ? {} : { run: provenance.run }),
    },
    doubts: [...(reading.doubts ?? []), 'recipeDidNotFit'],
  };
}

function firstOf<T, R>(list: T[], read: (item: T) => R | null): R | null {
  for (const item of list) {
    const result = read(item);
    if (result !== null) return result;
  }
  return null;
}
