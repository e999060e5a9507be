import type { Deadline } from '../../../core/deadline/deadline.ts';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import { showTime } from '../show-time.ts';
import { useSpeech } from '../speech.ts';

export interface SaveBarProps {
  pack: PolicyPack;
  first: Deadline | null;
  missing: number;
  isTwin: boolean;
  isLinked: boolean;
  isSaving: boolean;
  trouble: string | null;
  zone: string;
  asOf: string;
  onSave: () => void;
}

/** Always in view: the first deadline, what is missing, and the one button. */
export function SaveBar(props: SaveBarProps) {
  const { pack, first, missing, isTwin, isLinked, isSaving, trouble, zone, asOf, onSave } = props;
  const speech = useSpeech();
  const { say, label } = speech;
  const milestone = pack.milestones.find(({ id }) => id === first?.milestone);
  return (
    <footer class="save-bar">
      {trouble !== null && (
        <p class="notice notice-bad" role="alert">
          {trouble}
        </p>
      )}
      <div class="save-row">
        <div class="save-facts">
          {first !== null && milestone !== undefined && (
            <span class="save-due" data-status={first.status}>
              {label(milestone.label)}{' '}
              <strong>
                {first.dueAt === null
                  ? say(`deadline.basis.${first.basis}`)
                  : say('panel.deadlines.before', { time: showTime(speech, first.dueAt, zone, asOf) })}
              </strong>
            </span>
          )}
          <span class={missing > 0 ? 'save-missing' : 'save-complete'}>
            {missing > 0 ? say('panel.save.missing', { count: missing }) : say('panel.save.complete')}
          </span>
          {missing > 0 && <span class="note">{say('panel.draft.incomplete')}</span>}
        </div>
        <button
          type="button"
          class="button button-main"
          data-action="save"
          aria-keyshortcuts="Control+Enter Meta+Enter"
          title={say('panel.draft.saveKeys')}
          disabled={isSaving}
          onClick={onSave}
        >
          {isSaving
            ? say('panel.save.saving')
            : isLinked
              ? say('panel.draft.twin.saveLinked')
              : isTwin
                ? say('panel.save.again')
                : say('panel.save.button')}
        </button>
      </div>
    </footer>
  );
}
