import { SiteCard } from '../../../ui/teach/site-card.tsx';
import { TaughtList } from '../../../ui/teach/taught-list.tsx';
import { useSpeech } from '../../../ui/speech.ts';
import { openOptions } from '../open-options.ts';
import { useTeach } from './teach-context.ts';
import { useSite } from './use-site.ts';
import { useTaught } from './use-taught.ts';

/** In the settings: the site in front, and what was taught. */
export function TaughtSettings({ windowId }: { windowId: number }) {
  const { say } = useSpeech();
  const { teach, saved } = useTeach();
  const { recipes, unreadable, notice, rename, remove, exportFile, importFile } = useTaught();
  const { site, others, notice: siteNotice, allow } = useSite(windowId);
  const word = saved === null ? null : { isGood: true, text: say('teach.saved', { name: saved }), undo: null };
  return (
    <>
      <SiteCard
        site={site?.name ?? null}
        isAllowed={site?.isAllowed ?? false}
        others={others}
        notice={siteNotice}
        onAllow={allow}
        onShowAll={() => void openOptions('sites')}
      />
      <TaughtList
        recipes={recipes}
        unreadable={unreadable}
        notice={notice ?? word}
        onTeach={() => teach({})}
        onChange={(recipe) => teach({ recipe })}
        onRename={rename}
        onRemove={remove}
        onExport={exportFile}
        onImport={importFile}
      />
    </>
  );
}
