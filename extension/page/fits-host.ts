import { fitsPattern } from '../../core/capture/page-pattern.ts';
import type { SiteRecipe } from '../../core/capture/site-recipe.ts';
import { viewOf } from './safe-dom.ts';

/** Whether a document stands on one of a recipe's hosts, and shows one of its pages. A frame without an address of its own stands on its parent's. */
export function fitsHost(document: Document, { hosts, origin, pages }: SiteRecipe): boolean {
  if (origin !== undefined && document.location.origin !== origin) return false;
  if (
    pages !== undefined &&
    !pages.some((page) => fitsPattern(document.location.pathname, document.location.hash, page))
  )
    return false;
  if (hosts === undefined) return true;
  const host = hostOf(document);
  return host !== null && hosts.some((pattern) => isOn(host, pattern));
}

function isOn(host: string, pattern: string): boolean {
  if (!pattern.startsWith('*.')) return host === pattern;
  return host.endsWith(pattern.slice(1));
}

function hostOf(document: Document): string | null {
  if (/^https?:$/.test(document.location.protocol)) return document.location.hostname;
  try {
    const view = viewOf(document);
    const above = view?.parent;
    return above && above !== view ? hostOf(above.document) : null;
  } catch {
    // A parent of another origin does not tell its address.
    return null;
  }
}
