import { Icon } from './Icon.tsx';
import type { Notice, Words } from './pane-state.ts';

export function NoticeBar({ notice, t, onDismiss }: { notice: Notice; t: Words; onDismiss: () => void }) {
  const { tone, code, params } = notice;
  return (
    <div class={`notice ${tone}`} role={tone === 'error' ? 'alert' : 'status'}>
      <Icon name={tone} />
      <p>
        <strong class="visually-hidden">{t(`pane.tone.${tone}`)}</strong>
        {t(code, params)}
      </p>
      <button type="button" class="plain" aria-label={t('pane.common.close')} onClick={onDismiss}>
        <Icon name="close" size={14} />
      </button>
    </div>
  );
}
