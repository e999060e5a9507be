import { useEffect, useState } from 'preact/hooks';
import type { Busy as BusyModel, Words } from './pane-state.ts';

const SLOW_AFTER = 5_000;

/** Progress of something that goes on in the workbook. When it takes long, the usual cause is named. */
export function Busy({ busy, t, onCancel }: { busy: BusyModel; t: Words; onCancel: () => void }) {
  const isSlow = useSlow(`${busy.code} ${busy.done}`);
  const share = busy.of > 1 ? busy.done / busy.of : null;
  return (
    <div class="busy" role="status">
      <p>
        {t(busy.code)}
        {share !== null && <span class="number"> {Math.round(share * 100)}%</span>}
      </p>
      <progress aria-label={t(busy.code)} {...(share === null ? {} : { value: share, max: 1 })} />
      {busy.canCancel === true && (
        <button type="button" class="button small" onClick={onCancel}>
          {t('pane.busy.cancel')}
        </button>
      )}
      {isSlow && <p class="soft">{t('pane.busy.slow')}</p>}
    </div>
  );
}

function useSlow(step: string): boolean {
  const [slowStep, setSlowStep] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSlowStep(step), SLOW_AFTER);
    return () => clearTimeout(timer);
  }, [step]);
  return slowStep === step;
}
