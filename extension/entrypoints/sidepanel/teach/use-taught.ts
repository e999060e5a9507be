import { useCallback, useEffect, useState } from 'preact/hooks';
import { ulid } from 'ulid';
import { readTaughtFile, writeTaughtFile } from '../../../../core/capture/taught-file.ts';
import type { TaughtRecipe } from '../../../../core/capture/taught-recipe.ts';
import { downloadFile, stampOf } from '../../../handoff/download-file.ts';
import { readTaught, removeTaught, watchTaught, writeTaught, type StoredTaught } from '../../../teach/taught-store.ts';
import { useSpeech } from '../../../ui/speech.ts';

interface Notice {
  isGood: boolean;
  text: string;
  undo: (() => void) | null;
}

/** What was taught, and what can be done with it. */
export function useTaught() {
  const { say } = useSpeech();
  const [stored, setStored] = useState<StoredTaught>({ recipes: [], unreadable: 0 });
  const [notice, setNotice] = useState<Notice | null>(null);
  const refresh = useCallback(() => void readTaught().then(setStored), []);
  useEffect(() => {
    refresh();
    return watchTaught(refresh);
  }, [refresh]);

  const tell = (isGood: boolean, text: string, undo: (() => void) | null = null) => setNotice({ isGood, text, undo });
  const keeping = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      tell(false, say('teach.trouble.storageFailed', { detail: String(error) }));
    }
  };

  return {
    ...stored,
    notice,
    rename: (recipe: TaughtRecipe, name: string) => void keeping(() => writeTaught({ ...recipe, name })),
    remove: (recipe: TaughtRecipe) =>
      void keeping(async () => {
        await removeTaught(recipe.id);
        const putBack = () =>
          void keeping(async () => {
            await writeTaught(recipe);
            setNotice(null);
          });
        tell(true, say('teach.list.removed', { name: recipe.name }), putBack);
      }),
    exportFile: (recipes: readonly TaughtRecipe[]) => {
      const now = new Date().toISOString();
      downloadFile(`redress-recipes-${stampOf(now)}.json`, [writeTaughtFile(recipes, now)], 'application/json');
    },
    importFile: (file: File) =>
      void keeping(async () => {
        const read = readTaughtFile(await file.slice(0, 4_000_001).text(), isSelector);
        if (!read.ok) {
          tell(false, `${say('teach.file.intro')} ${say(`teach.file.${read.code}`, read.detail)}`);
          return;
        }
        const here = (await readTaught()).recipes;
        const fresh = read.value.filter((recipe) => !here.some((each) => isSame(each, recipe)));
        const taken = new Set(here.map(({ id }) => id));
        for (const recipe of fresh)
          await writeTaught(taken.has(recipe.id) ? { ...recipe, id: `taught-${ulid().toLowerCase()}` } : recipe);
        const same = read.value.length - fresh.length;
        const words = [
          ...(fresh.length > 0 || same === 0 ? [say('teach.list.imported', { count: fresh.length })] : []),
          ...(same > 0 ? [say('teach.list.importedSame', { count: same })] : []),
        ];
        tell(true, words.join(' · '));
      }),
  };
}

/** Whether the browser takes it as a selector; nothing is looked up by it. */
function isSelector(selector: string): boolean {
  try {
    document.createDocumentFragment().querySelector(selector);
    return true;
  } catch {
    // That is the question.
    return false;
  }
}

/** The same site, pages and places: who taught it when does not matter. */
function isSame(one: TaughtRecipe, other: TaughtRecipe): boolean {
  const what = ({ origin, page, query, parts }: TaughtRecipe) => JSON.stringify([origin, page, query, parts]);
  return what(one) === what(other);
}
