import * as z from 'zod';
import { TaughtRecipe } from '../../../core/capture/taught-recipe.ts';
import { KnownWords } from '../../../core/extract/known-words.ts';
import { mergeKnown } from '../../../core/queue/merge-known.ts';
import { liftSettings, readSettings, writeSettings } from '../../settings.ts';
import { readSignature, takeSignature } from '../../signature-store.ts';
import { readTaught, writeTaught } from '../../teach/taught-store.ts';
import type { EverythingSources } from './everything-answers.ts';
import { readKnowledge, writeKnowledge } from './knowledge.ts';

/**
 * What is kept beside the queue: settings (those of a file take the place of these), knowledge (both count together), pages
 * that were taught (those of a file take the place of the same ones), and who signs replies.
 */
export function everythingSources(): EverythingSources {
  return {
    settings: {
      read: readSettings,
      take: async (part) => {
        const settings = liftSettings(part);
        if (settings !== null) await writeSettings(settings);
        return settings !== null;
      },
    },
    knowledge: {
      read: readKnowledge,
      take: async (part) => {
        const known = KnownWords.safeParse(part);
        if (known.success) await writeKnowledge(mergeKnown(await readKnowledge(), known.data));
        return known.success;
      },
    },
    taughtRecipes: {
      read: async () => (await readTaught()).recipes,
      take: async (part) => {
        const taught = z.array(TaughtRecipe).max(1_000).safeParse(part);
        for (const recipe of taught.data ?? []) await writeTaught(recipe);
        return taught.success;
      },
    },
    signature: { read: readSignature, take: takeSignature },
  };
}
