import type { SiteRecipe } from '../../core/capture/site-recipe.ts';
import { builtInRecipes } from '../../extension/page/built-in-recipes.ts';

/** Which sites are read by a recipe, which version of it, and how far each was tried. */
export function recipesPage(): string {
  const recipes = builtInRecipes().filter(({ id }) => !id.startsWith('sample-'));
  const tried = recipes.filter(({ provenance }) => provenance?.run === 'application');
  const fromSources = recipes.filter(({ provenance }) => provenance?.run === 'sourcesOnly');
  const loose = recipes.filter((recipe) => recipe.loose);
  return [
    '# Which pages are read by which recipe',
    '',
    'Made by `npm run docs` from `extension/page/recipes/`. Each recipe carries its own examples, which the tests run, in a browser',
    'too, at the address of the site. The panel names the recipe that read a page, and says when it was never tried on the real',
    'site. Parts that a recipe does not find come from what the user marked, else from general reading, and the panel says so.',
    '',
    '## Run against the application itself',
    '',
    'With the real extension, a real click and 16 mails (`test/e2e/lab.test.ts`).',
    '',
    '| site | recipe | tried on | date |',
    '| --- | --- | --- | --- |',
    ...tried.map((recipe) => `| ${nameOf(recipe)} | ${triedCells(recipe)} |`),
    '',
    '## Written from public sources, not run against the real site',
    '',
    'Tried only on pages of our own, built as the sources describe them (`test/extension/page/sites.browser.test.ts`).',
    '',
    '| site | recipe | hosts | sources | date |',
    '| --- | --- | --- | --- | --- |',
    ...fromSources.map((recipe) => `| ${nameOf(recipe)} | ${sourceCells(recipe)} |`),
    '',
    '## Any other page',
    '',
    ...loose.map(
      ({ id }) =>
        `\`${id}\` fits pages with common class names. What it does not fit is read by general reading, or taught.`,
    ),
    '',
  ].join('\n');
}

const nameOf = ({ name, id }: SiteRecipe) => name ?? id;
const versionOf = ({ id, version }: SiteRecipe) => `\`${id}\` ${version ?? '–'}`;
const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('*', '\\*');

function triedCells(recipe: SiteRecipe): string {
  const { provenance } = recipe;
  if (provenance?.run !== 'application') return '';
  return [versionOf(recipe), provenance.application, provenance.date].map(cell).join(' | ');
}

function sourceCells(recipe: SiteRecipe): string {
  const { provenance, hosts = [] } = recipe;
  if (provenance?.run !== 'sourcesOnly') return '';
  return [versionOf(recipe), hosts.join(', '), provenance.sources.join('; '), provenance.date].map(cell).join(' | ');
}
