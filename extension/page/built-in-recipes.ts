import { SiteRecipe } from '../../core/capture/site-recipe.ts';
import alimail from './recipes/alimail.json' with { type: 'json' };
import dynamics365 from './recipes/dynamics-365.json' with { type: 'json' };
import freshdesk from './recipes/freshdesk.json' with { type: 'json' };
import genericMail from './recipes/generic-mail.json' with { type: 'json' };
import gmail from './recipes/gmail.json' with { type: 'json' };
import hubspot from './recipes/hubspot.json' with { type: 'json' };
import maildev from './recipes/maildev.json' with { type: 'json' };
import neteaseMail from './recipes/netease-mail.json' with { type: 'json' };
import outlookWebPane from './recipes/outlook-web-pane.json' with { type: 'json' };
import outlookWeb from './recipes/outlook-web.json' with { type: 'json' };
import qqMailOld from './recipes/qq-mail-old.json' with { type: 'json' };
import qqMail from './recipes/qq-mail.json' with { type: 'json' };
import redmine from './recipes/redmine.json' with { type: 'json' };
import requestTracker from './recipes/request-tracker.json' with { type: 'json' };
import roundcube from './recipes/roundcube.json' with { type: 'json' };
import salesforceLightning from './recipes/salesforce-lightning.json' with { type: 'json' };
import sampleCrm from './recipes/sample-crm.json' with { type: 'json' };
import sampleWebmail from './recipes/sample-webmail.json' with { type: 'json' };
import sogo from './recipes/sogo.json' with { type: 'json' };
import tencentExmail from './recipes/tencent-exmail.json' with { type: 'json' };
import yahooMail from './recipes/yahoo-mail.json' with { type: 'json' };
import zendesk from './recipes/zendesk.json' with { type: 'json' };

const MAILS = [
  gmail,
  outlookWeb,
  outlookWebPane,
  qqMail,
  qqMailOld,
  neteaseMail,
  tencentExmail,
  alimail,
  yahooMail,
  roundcube,
  sogo,
];
const TICKETS = [salesforceLightning, dynamics365, hubspot, zendesk, freshdesk, requestTracker, redmine];
const OWN = [sampleWebmail, sampleCrm, maildev];

/** The recipes that come with the product, the loose one last. */
export function builtInRecipes(): SiteRecipe[] {
  return [...MAILS, ...TICKETS, ...OWN, genericMail].map((recipe) => SiteRecipe.parse(recipe));
}
