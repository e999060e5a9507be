import type { PageCapture } from '../../../core/capture/page-capture.ts';
import { FIELD_LABELS, TAUGHT_FIELDS } from '../../../core/capture/taught-recipe.ts';
import type { Speech } from '../speech.ts';

/** What the strip says of how a page was read. */
export interface SourceView {
  /** By which recipe, or by which other way. */
  way: string;
  /** A recipe that was never run against its site, or nothing to say. */
  trust: string | null;
  /** What the clerk should look at, gravest first. */
  checks: { code: string; text: string; isGrave: boolean }[];
  /** The page's own link to the whole text. */
  wholeText: string | null;
}

const PARTS = ['subject', 'from', 'to', 'sentAt', 'body', 'fields', 'comments', 'attachments', 'rest'];

export function viewSource(capture: PageCapture, { say }: Pick<Speech, 'say'>): SourceView {
  const { readBy, notFound, doubts = [], partsFrom = {}, wholeTextUrl } = capture;
  const { name = '' } = readBy;
  const isMisfit = doubts.includes('recipeDidNotFit');
  const list = (parts: string[]) =>
    PARTS.filter((part) => parts.includes(part))
      .map((part) => say(`panel.notFound.${part}`))
      .join(say('panel.notFound.separator'));
  const lacksBody = notFound.includes('body');
  const unsaid = doubts.includes('textNotShown') ? notFound.filter((part) => part !== 'body') : notFound;
  const guessed = (['subject', 'sentAt'] as const).filter((part) => partsFrom[part] === 'page');
  const isGuessed = partsFrom.body === 'page' || partsFrom.body === 'article';
  const taught = TAUGHT_FIELDS.filter((field) => notFound.includes(`named:${FIELD_LABELS[field]}`))
    .map((field) => say(`fields.${field}`))
    .join(say('panel.notFound.separator'));
  const isFromRecipe = Object.values(partsFrom).includes('recipe');
  const check = (code: string, isSaid: boolean, isGrave: boolean, words: Record<string, string | number> = {}) =>
    isSaid ? [{ code, isGrave, text: say(`panel.source.${code}`, words) }] : [];
  return {
    way: wayOf(readBy, isMisfit, say),
    trust: readBy.run === 'sourcesOnly' && !isMisfit ? say('panel.source.sourcesOnly') : null,
    checks: [
      ...check('recipeDidNotFit', isMisfit, true, { name }),
      ...check('textNotShown', doubts.includes('textNotShown'), true),
      ...check('partOfText', doubts.includes('partOfText'), true),
      ...check('shortBody', doubts.includes('shortBody'), true, { count: lengthOf(capture) }),
      ...check('bodyFromPage', isFromRecipe && isGuessed, true),
      ...check('bodyFromArticle', !isFromRecipe && partsFrom.body === 'article', false),
      ...check('closedFrame', notFound.includes('closedFrame'), lacksBody),
      ...check('bodyFromFrame', partsFrom.body === 'frame', false),
      ...check('bodyFromSelection', isFromRecipe && partsFrom.body === 'selection', false),
      ...check('partsFromPage', isFromRecipe && guessed.length > 0, false, { parts: list(guessed) }),
      ...check('nameOnly', isNameOnly(capture), false),
      ...(taught === ''
        ? []
        : [{ code: 'taughtNotFound', isGrave: false, text: say('teach.notFound', { parts: taught }) }]),
      ...(list(unsaid) === ''
        ? []
        : [{ code: 'notFound', isGrave: lacksBody, text: say('panel.notFound.intro', { parts: list(unsaid) }) }]),
    ],
    wholeText: wholeTextUrl !== undefined && /^https?:/.test(wholeTextUrl) ? wholeTextUrl : null,
  };
}

function wayOf({ way, name }: PageCapture['readBy'], isMisfit: boolean, say: Speech['say']): string {
  if (name === undefined || isMisfit) return say(`panel.source.${way}`);
  if (way === 'recipe') return say('panel.source.byRecipe', { name });
  return way === 'selection' ? say('panel.source.selectionWith', { name }) : say(`panel.source.${way}`);
}

/** A mail page that shows who wrote by name, and no address: people of the same organisation, contacts. */
const isNameOnly = ({ readBy, from }: PageCapture) =>
  (readBy.way === 'recipe' || readBy.way === 'selection') &&
  from !== null &&
  from.name !== null &&
  from.address === null;

const lengthOf = ({ blocks }: PageCapture) =>
  blocks.reduce((sum, { role, text }) => (role === 'subject' || role === 'field' ? sum : sum + text.trim().length), 0);
