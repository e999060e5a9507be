import type { TaughtRecipe } from '../../../../core/capture/taught-recipe.ts';
import { TeachView } from '../../../ui/teach/teach-view.tsx';
import type { PanelEvents } from '../panel-events.ts';
import { useTeaching } from './use-teaching.ts';

export interface TeachTabProps {
  tabId: number;
  recipe: TaughtRecipe | null;
  events: PanelEvents;
  /** With the name of what was saved, or null. */
  onClose: (saved: string | null) => void;
}

/** The teaching of one page. */
export function TeachTab({ tabId, recipe, events, onClose }: TeachTabProps) {
  const { draft, values, picking, notice, isBusy, ...acts } = useTeaching(tabId, recipe, events, onClose);
  return (
    <TeachView
      draft={draft}
      values={values}
      picking={picking}
      notice={notice}
      isBusy={isBusy}
      onPoint={(part) => void acts.point(part)}
      onStop={() => void acts.stop()}
      onForget={acts.forget}
      onName={acts.name}
      onPage={acts.page}
      onSave={() => void acts.save()}
      onClose={() => {
        void acts.stop();
        onClose(null);
      }}
    />
  );
}
