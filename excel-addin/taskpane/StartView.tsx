import { Icon } from './Icon.tsx';
import type { PaneState, Words } from './pane-state.ts';

interface StartProps {
  phase: Exclude<PaneState['phase'], 'ready'>;
  t: Words;
  onRetry: () => void;
}

/** What stands in the pane before the workbook can be reached, and when it never can. */
export function StartView({ phase, t, onRetry }: StartProps) {
  if (phase === 'starting')
    return (
      <div class="boot" role="status">
        <span class="mark mark-large" aria-hidden="true" />
        <p>{t('pane.start.starting')}</p>
      </div>
    );
  const code = phase === 'noOffice' ? 'noOffice' : 'tooOld';
  return (
    <div class="boot" role="alert">
      <span class="boot-sign">
        <Icon name="warning" size={28} />
      </span>
      <h1>{t(`pane.start.${code}.title`)}</h1>
      <p>{t(`pane.start.${code}.text`)}</p>
      {phase === 'noOffice' && (
        <button type="button" class="button primary" onClick={onRetry}>
          {t('pane.start.retry')}
        </button>
      )}
    </div>
  );
}
