import type { ComponentChildren } from 'preact';
import type { Words } from './pane-state.ts';

interface SettingFormProps {
  t: Words;
  /** What keeps it from being saved, in words; null: nothing. */
  wrong: string | null;
  onSave: () => void;
  /** Buttons beside the one that saves. */
  others: ComponentChildren;
  children: ComponentChildren;
}

/** A setting that is asked for: its inputs, what is wrong with them, and the ways to end it. */
export function SettingForm({ t, wrong, onSave, others, children }: SettingFormProps) {
  return (
    <form
      class="policy-question"
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      {children}
      {wrong !== null && (
        <p class="wrong" role="alert">
          {wrong}
        </p>
      )}
      <div class="actions">
        <button type="submit" class="button primary">
          {t('settings.save')}
        </button>
        {others}
      </div>
    </form>
  );
}

/** The ways out of a form that changes one line of a list: leave it as it was, or take the line away where it stands there. */
export function LeaveOrRemove({
  t,
  onCancel,
  onRemove,
  remove,
}: Pick<SettingFormProps, 't'> & { onCancel: () => void; onRemove: (() => void) | null; remove: string }) {
  return (
    <>
      <button type="button" class="button subtle" onClick={onCancel}>
        {t('pane.common.cancel')}
      </button>
      {onRemove !== null && (
        <button type="button" class="button subtle" onClick={onRemove}>
          {remove}
        </button>
      )}
    </>
  );
}
