import { namesRecord, proposedPatterns } from '../../../core/capture/page-pattern.ts';
import {
  TaughtRecipe,
  TAUGHT_PARTS,
  type TaughtPart,
  type TaughtPartRecipe,
} from '../../../core/capture/taught-recipe.ts';

/** What is being taught of one page, until it is saved. */
export interface TeachDraft {
  id: string;
  version: number;
  name: string;
  /** Null until something was pointed at: the place says to which page it belongs. */
  origin: string | null;
  /** Which pages are meant, and what else may be: pages like the one that is open, the one alone, the whole site. */
  page: string;
  pages: string[];
  query: string[];
  parts: TaughtPartRecipe[];
}

export interface PickedWhere {
  origin: string;
  pathname: string;
  search: string;
  hash: string;
}

export function newDraft(id: string): TeachDraft {
  return { id, version: 1, name: '', origin: null, page: '/', pages: ['/'], query: [], parts: [] };
}

/** A recipe that exists, to be changed. */
export function draftOf(recipe: TaughtRecipe): TeachDraft {
  const { id, version, name, origin, page, query, parts } = recipe;
  return { id, version: version + 1, name, origin, page, pages: [...new Set([page, '/'])], query, parts };
}

/** The draft with one more part; null where it stands on another site than the others. */
export function withPart(draft: TeachDraft, part: TaughtPartRecipe, where: PickedWhere): TeachDraft | null {
  if (draft.origin !== null && draft.origin !== where.origin) return null;
  const parts = [...draft.parts.filter((each) => each.part !== part.part), part];
  const sorted = parts.sort((one, other) => TAUGHT_PARTS.indexOf(one.part) - TAUGHT_PARTS.indexOf(other.part));
  if (draft.origin !== null) return { ...draft, parts: sorted };
  const pages = proposedPatterns(where.pathname, where.hash);
  return {
    ...draft,
    parts: sorted,
    origin: where.origin,
    name: draft.name === '' ? new URL(where.origin).host.slice(0, 80) : draft.name,
    page: pages[0] ?? '/',
    pages,
    query: recordParameters(where.search),
  };
}

export function withoutPart(draft: TeachDraft, part: TaughtPart): TeachDraft {
  const parts = draft.parts.filter((each) => each.part !== part);
  return { ...draft, parts, origin: parts.length === 0 ? null : draft.origin };
}

/** The parameters of an address that are another for each record: `?id=4711`, not `?view=list`. */
function recordParameters(search: string): string[] {
  const pairs = [...new URLSearchParams(search)].filter(
    ([name, value]) => /^[\w.-]{1,40}$/.test(name) && namesRecord(value),
  );
  return [...new Set(pairs.map(([name]) => name))].slice(0, 3);
}

/** The recipe as it stands; null while it is none. */
export function recipeIn(draft: TeachDraft, changedAt: string): TaughtRecipe | null {
  const { id, version, name, origin, page, query, parts } = draft;
  const recipe = { schemaVersion: 1, id, name, origin, page, query, version, changedAt, parts };
  return TaughtRecipe.safeParse(recipe).data ?? null;
}

/** Neither a label nor a name holds it: only its place on the page. */
export function isWeak({ sources }: TaughtPartRecipe): boolean {
  return sources.every(({ selector, read }) => typeof read === 'string' && !/[#[]/.test(selector));
}
