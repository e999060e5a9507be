import { SiteRecipe } from '../../core/capture/site-recipe.ts';
import genericMail from './recipes/generic-mail.json' with { type: 'json' };
import roundcube from './recipes/roundcube.json' with { type: 'json' };
import sampleCrm from './recipes/sample-crm.json' with { type: 'json' };
import sampleWebmail from './recipes/sample-webmail.json' with { type: 'json' };

/** The recipes that come with the product, the particular ones first. */
export function builtInRecipes(): SiteRecipe[] {
  return [sampleWebmail, sampleCrm, roundcube, genericMail].map((recipe) => SiteRecipe.parse(recipe));
}
