import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { TaughtRecipe } from '../../../../core/capture/taught-recipe.ts';

/** What opens the teaching of a page, from wherever in the panel. */
export interface TeachOpener {
  /** In a tab, or in the one in front; a recipe that exists is changed. */
  teach: (what: { tabId?: number; recipe?: TaughtRecipe }) => void;
  /** What the last teaching ended with, until it is taken away. */
  saved: string | null;
}

export const TeachContext = createContext<TeachOpener>({ teach: () => undefined, saved: null });
export const useTeach = () => useContext(TeachContext);
