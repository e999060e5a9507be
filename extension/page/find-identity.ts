import type { SiteRecipe } from '../../core/capture/site-recipe.ts';
import { findPart } from './find-part.ts';
import { documentOf } from './safe-dom.ts';

/** The message's own number, or the address with only what names the message in it; null when the page gives neither. */
export function findIdentity(message: Element, { identity, kind }: SiteRecipe): string | null {
  const address = new URL(documentOf(message).location.href);
  const named = findPart(message, identity.sources);
  // Tickets are numbered per system: the number alone would mix up two of them.
  if (named !== null) return kind === 'mail' ? named : `${address.origin}${address.pathname}#${named}`;
  const { query, path, hash } = identity;
  const words = [
    path === undefined ? address.pathname : beginningOf(address.pathname, path),
    query === undefined ? '' : queryOf(address, query),
    hash === undefined ? '' : beginningOf(address.hash, hash),
  ];
  const isNamed = query !== undefined || path !== undefined || hash !== undefined;
  return isNamed && !words.includes(null) ? `${address.origin}${words.join('')}` : null;
}

function queryOf(address: URL, names: string[]): string | null {
  const given = names.map((name) => [name, address.searchParams.get(name)] as const);
  if (given.some(([, value]) => value === null || value === '')) return null;
  return `?${given.map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`).join('&')}`;
}

/** The beginning of a path or hash that fits one of the patterns, up to the end of a step. */
function beginningOf(text: string, patterns: string[]): string | null {
  for (const pattern of patterns) {
    const source = pattern
      .split(/(\*\*?)/)
      .map((part) => (part === '*' ? '[^/?#]+' : part === '**' ? '.+' : part.replace(/[^\w/]/g, '\\$&')))
      .join('');
    const match = new RegExp(`^${source}(?=[/?#]|$)`).exec(text);
    if (match !== null) return match[0];
  }
  return null;
}
