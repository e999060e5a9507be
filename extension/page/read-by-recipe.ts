import type { PartOrigin, TextBlock } from '../../core/capture/page-capture.ts';
import type { PartName, SiteRecipe } from '../../core/capture/site-recipe.ts';
import { chooseMessage } from './choose-message.ts';
import { cleanAddress } from './clean-address.ts';
import {
  asSource,
  elementsOf,
  findPart,
  findParts,
  findPeople,
  hasPlace,
  isShown,
  readSource,
  sourceElements,
} from './find-part.ts';
import { fitsHost } from './fits-host.ts';
import { findIdentity } from './find-identity.ts';
import type { RoleOf } from './mail-role.ts';
import { mailRoleOf } from './mail-role.ts';
import { saysNoSubject } from './no-subject.ts';
import type { PageReading } from './page-reading.ts';
import { readMoment } from './read-moment.ts';
import { visibleSegments, visibleText } from './visible-text.ts';
import { documentOf, holdsNode, matches, titleOf } from './safe-dom.ts';

/** Reads the message that a recipe describes; null when the document is of another site or shows no message. */
export function readByRecipe(document: Document, recipe: SiteRecipe): PageReading | null {
  const chosen = fitsHost(document, recipe) ? chooseMessage(document, recipe) : null;
  if (chosen === null) return null;
  const { message, others } = chosen;
  const { parts } = recipe;
  const shownSubject = findPart(message, parts.subject);
  const hasNoSubject = shownSubject !== null && saysNoSubject(shownSubject);
  const subject = hasNoSubject ? null : shownSubject;
  const from = findPeople(message, parts.from)[0] ?? null;
  const to = findPeople(message, parts.to);
  const sentAt = readMoment(findPart(message, parts.sentAt));
  const sentAtText = findPart(message, parts.sentAtText);
  const body = bodyBlocks(message, recipe);
  const fields = [...fieldBlocks(message, recipe), ...namedBlocks(message, recipe)];
  const comments = [
    ...commentBlocks(message, recipe),
    ...(recipe.others === 'context' ? others.map((other) => contextBlock(other, recipe)) : []),
  ].filter(({ text }) => text !== '');
  const attachments = findParts(message, parts.attachments);
  const found: Record<PartName, boolean> = {
    subject: subject !== null,
    from: from !== null,
    to: to.length > 0,
    sentAt: sentAt !== null || sentAtText !== null,
    body: body.length > 0,
    fields: fields.length > 0,
    comments: comments.length > 0,
    attachments: attachments.length > 0,
  };
  // What was taught for a whole site claims only pages on which something of it stands.
  if (parts.named !== undefined && !Object.values(found).includes(true)) return null;
  return {
    readBy: readBy(recipe),
    url: cleanAddress(document.location.href),
    // What a mail program calls its window is no subject.
    title: subject ?? (hasNoSubject || recipe.kind === 'mail' ? '' : titleOf(document)),
    identity: findIdentity(message, recipe),
    from,
    to,
    sentAt,
    sentAtText,
    blocks: [...subjectBlock(subject), ...fields, ...body, ...comments],
    attachments,
    notFound: [...missingParts(recipe, found, hasNoSubject), ...missingNames(message, recipe)],
    partsFrom: allFrom('recipe', found),
    ...partOfText(message, recipe, found.body),
  };
}

function readBy({ id, name, provenance }: SiteRecipe): PageReading['readBy'] {
  return {
    way: 'recipe',
    recipe: id,
    ...(name === undefined ? {} : { name }),
    ...(provenance === undefined ? {} : { run: provenance.run }),
  };
}

function allFrom(origin: PartOrigin, found: Record<PartName, boolean>): PageReading['partsFrom'] {
  return Object.fromEntries(
    Object.entries(found)
      .filter(([, isFound]) => isFound)
      .map(([part]) => [part, origin]),
  );
}

const subjectBlock = (subject: string | null): TextBlock[] =>
  subject === null ? [] : [{ role: 'subject', label: null, text: subject }];

/** The first source that gives words; all its elements together are the body. */
function bodyBlocks(message: Element, recipe: SiteRecipe): TextBlock[] {
  const roleOf = rolesOf(recipe);
  for (const source of recipe.parts.body.map(asSource)) {
    const outermost = sourceElements(message, source).filter(
      (element, _, all) => isShown(element) && !all.some((other) => other !== element && holdsNode(other, element)),
    );
    if (source.read !== 'text') {
      const text = outermost.map((element) => readSource(element, source)).join('\n');
      if (text.trim() !== '') return [{ role: 'body', label: null, text: text.trim() }];
      continue;
    }
    const segments = visibleSegments(outermost, { roleOf });
    if (segments.length > 0) return segments.map(({ role, text }) => ({ role, label: null, text }));
  }
  return [];
}

/** The marks that mail programs leave, and those of the site itself. */
function rolesOf({ parts: { older, signature } }: SiteRecipe): RoleOf {
  return (element) => {
    if (older !== undefined && matches(element, older)) return { role: 'quoted', reach: 'inside' };
    if (signature !== undefined && matches(element, signature)) return { role: 'signature', reach: 'inside' };
    return mailRoleOf(element);
  };
}

function fieldBlocks(message: Element, recipe: SiteRecipe): TextBlock[] {
  const { fields } = recipe.parts;
  if (fields === undefined) return [];
  const [labelSource, valueSource] = [asSource(fields.label), asSource(fields.value)];
  return elementsOf(message, fields.each).flatMap((group) => {
    const values = sourceElements(group, valueSource);
    return sourceElements(group, labelSource).flatMap((element, index): TextBlock[] => {
      const value = values[index];
      const label = readSource(element, labelSource)
        .replace(/\s*[:：]\s*$/, '')
        .trim();
      const text = value === undefined ? '' : readSource(value, valueSource).trim();
      return text === '' || label === '' ? [] : [{ role: 'field', label, text }];
    });
  });
}

function namedBlocks(message: Element, { parts: { named = [] } }: SiteRecipe): TextBlock[] {
  return named.flatMap(({ label, sources }): TextBlock[] => {
    const text = findPart(message, sources);
    return text === null ? [] : [{ role: 'field', label, text }];
  });
}

/** What the recipe counts on and the page lacks; a subject that the page says was never written is not lacking. */
function missingParts({ expects }: SiteRecipe, found: Record<PartName, boolean>, hasNoSubject: boolean): string[] {
  return expects.filter((part) => !found[part] && !(part === 'subject' && hasNoSubject));
}

/** Names of which the page has not even the place; one that is empty on this page is not missing. */
function missingNames(message: Element, { parts: { named = [] } }: SiteRecipe): string[] {
  return named.filter(({ sources }) => !hasPlace(message, sources)).map(({ label }) => `named:${label}`);
}

function commentBlocks(message: Element, recipe: SiteRecipe): TextBlock[] {
  const { comments } = recipe.parts;
  if (comments === undefined) return [];
  const { each, outside, skipFirst } = comments;
  const found = sourceElements(message, { selector: each, outside }).slice(skipFirst ? 1 : 0);
  return found.map((comment): TextBlock => {
    const head = comments.head.flatMap((selector) => elementsOf(comment, selector).map((part) => visibleText(part)));
    const text = elementsOf(comment, comments.text).map((part) => visibleText(part));
    return { role: 'quoted', label: headLine(head), text: text.join('\n') };
  });
}

/** Another message of the thread: who and when as the label, its own words as the text. */
function contextBlock(other: Element, recipe: SiteRecipe): TextBlock {
  const from = findPeople(other, recipe.parts.from)[0] ?? null;
  const when = findPart(other, recipe.parts.sentAtText);
  const text = bodyBlocks(other, recipe)
    .filter(({ role }) => role === 'body')
    .map((block) => block.text);
  return { role: 'quoted', label: headLine([from?.name, from?.address, when]), text: text.join('\n') };
}

const headLine = (words: (string | null | undefined)[]) => words.filter(Boolean).join(' · ') || null;

/** The page's own link to the whole text, where it shows a part only. */
function partOfText(message: Element, { parts }: SiteRecipe, hasBody: boolean): Partial<PageReading> {
  const { wholeText } = parts;
  if (wholeText === undefined || (hasBody && wholeText.when === 'withoutBody')) return {};
  const href = findPart(message, wholeText.sources);
  if (href === null) return {};
  // Not the base address of the page: a mail may set that one.
  const base = documentOf(message).location.href;
  const url = URL.canParse(href, base) ? cleanAddress(new URL(href, base).href) : null;
  return {
    doubts: [wholeText.when === 'always' ? 'partOfText' : 'textNotShown'],
    ...(url === null ? {} : { wholeTextUrl: url }),
  };
}
