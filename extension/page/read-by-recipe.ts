import type { TextBlock } from '../../core/capture/page-capture.ts';
import type { PartName, SiteRecipe } from '../../core/capture/site-recipe.ts';
import { cleanAddress } from './clean-address.ts';
import { elementsOf, findPart, findParts, findPeople, isShown } from './find-part.ts';
import type { PageReading } from './page-reading.ts';
import { readMoment } from './read-moment.ts';
import { visibleSegments, visibleText } from './visible-text.ts';

/** Reads the message that a recipe describes; null when the document shows none. */
export function readByRecipe(document: Document, recipe: SiteRecipe): PageReading | null {
  const container = [...document.querySelectorAll(recipe.container)]
    .filter((element) => recipe.needs.every((selector) => element.querySelector(selector) !== null))
    .filter(isShown)
    .pop();
  if (container === undefined) return null;
  const { parts } = recipe;
  const subject = findPart(container, parts.subject);
  const from = findPeople(container, parts.from)[0] ?? null;
  const to = findPeople(container, parts.to);
  const sentAt = readMoment(findPart(container, parts.sentAt));
  const sentAtText = findPart(container, parts.sentAtText);
  const body = bodyBlocks(container, recipe);
  const fields = fieldBlocks(container, recipe);
  const comments = commentBlocks(container, recipe);
  const attachments = findParts(container, parts.attachments);
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
  return {
    readBy: { way: 'recipe', recipe: recipe.id },
    url: cleanAddress(document.location.href),
    title: subject ?? document.title,
    identity: findIdentity(container, recipe),
    from,
    to,
    sentAt,
    sentAtText,
    blocks: [...subjectBlock(subject), ...fields, ...body, ...comments],
    attachments,
    notFound: recipe.expects.filter((part) => !found[part]),
  };
}

const subjectBlock = (subject: string | null): TextBlock[] =>
  subject === null ? [] : [{ role: 'subject', label: null, text: subject }];

/** The first selector that gives words; all its elements together are the body. */
function bodyBlocks(container: Element, recipe: SiteRecipe): TextBlock[] {
  for (const selector of recipe.parts.body) {
    const outermost = elementsOf(container, selector).filter(
      (element, _, all) => isShown(element) && !all.some((other) => other !== element && other.contains(element)),
    );
    const segments = visibleSegments(outermost);
    if (segments.length > 0) return segments.map(({ role, text }) => ({ role, label: null, text }));
  }
  return [];
}

function fieldBlocks(container: Element, recipe: SiteRecipe): TextBlock[] {
  const { fields } = recipe.parts;
  if (fields === undefined) return [];
  return elementsOf(container, fields.each).flatMap((group) => {
    const labels = elementsOf(group, fields.label);
    const values = elementsOf(group, fields.value);
    return labels.flatMap((label, index): TextBlock[] => {
      const value = values[index];
      const text = value === undefined ? '' : visibleText(value);
      return text === '' ? [] : [{ role: 'field', label: visibleText(label).replace(/\s*[:：]$/, ''), text }];
    });
  });
}

function commentBlocks(container: Element, recipe: SiteRecipe): TextBlock[] {
  const { comments } = recipe.parts;
  if (comments === undefined) return [];
  return elementsOf(container, comments.each).flatMap((comment): TextBlock[] => {
    const head = comments.head.flatMap((selector) => elementsOf(comment, selector).map((part) => visibleText(part)));
    const text = elementsOf(comment, comments.text)
      .map((part) => visibleText(part))
      .join('\n');
    return text === '' ? [] : [{ role: 'quoted', label: head.join(' · ') || null, text }];
  });
}

/** The message's own number, or the address with only the parameters that name it. */
function findIdentity(container: Element, recipe: SiteRecipe): string | null {
  const named = findPart(container, recipe.identity.sources);
  if (named !== null) return recipe.kind === 'mail' ? named : ticketAddress(container, named);
  const wanted = recipe.identity.query ?? [];
  const address = new URL(container.ownerDocument.location.href);
  const given = wanted.map((name) => [name, address.searchParams.get(name)] as const);
  if (given.length === 0 || given.some(([, value]) => value === null)) return null;
  const query = given.map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`).join('&');
  return `${address.origin}${address.pathname}?${query}`;
}

/** Tickets are numbered per system: the number alone would mix up two of them. */
function ticketAddress(container: Element, number: string): string {
  const { origin, pathname } = new URL(container.ownerDocument.location.href);
  return `${origin}${pathname}#${number}`;
}
