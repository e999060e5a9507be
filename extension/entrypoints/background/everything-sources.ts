import { KnownWords } from '../../../core/extract/known-words.ts';
import { mergeKnown } from '../../../core/queue/merge-known.ts';
import { liftSettings, readSettings, writeSettings } from '../../settings.ts';
import type { EverythingSources } from './everything-answers.ts';
import { readKnowledge, writeKnowledge } from './knowledge.ts';

/** What is kept beside the queue: settings (those of a file take the place of these) and knowledge (both count together). */
export function everythingSources(others: EverythingSources = {}): EverythingSources {
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
    ...others,
  };
}
