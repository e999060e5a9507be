import type { Locale } from '../../core/policy/localized.ts';
import { DoneView } from './DoneView.tsx';
import { FoundView } from './FoundView.tsx';
import { MappingView } from './MappingView.tsx';
import type { PaneCallbacks, SetupModel, Words } from './pane-state.ts';
import type { RefreshModel } from './refresh-state.ts';
import { PreviewView } from './PreviewView.tsx';
import { Steps } from './Steps.tsx';

interface SetupProps {
  setup: SetupModel;
  refresh: RefreshModel;
  locale: Locale;
  t: Words;
  callbacks: PaneCallbacks;
}

/** From a ledger to a register, in three steps and an end. */
export function SetupView({ setup, refresh, locale, t, callbacks }: SetupProps) {
  const { step, found, mapping, preview, done } = setup;
  if (step === 'done' && done !== null) return <DoneView done={done} t={t} callbacks={callbacks} />;
  return (
    <>
      {isOnTheWay(setup) && <Steps step={step} t={t} />}
      {step === 'found' && found !== null && <FoundView found={found} refresh={refresh} t={t} callbacks={callbacks} />}
      {step === 'mapping' && mapping !== null && (
        <MappingView mapping={mapping} locale={locale} t={t} callbacks={callbacks} />
      )}
      {step === 'preview' && preview !== null && <PreviewView preview={preview} t={t} callbacks={callbacks} />}
    </>
  );
}

/** Steps are shown while there is a way to go: not beside a register that stands, not when nothing was found. */
function isOnTheWay({ step, found }: SetupModel): boolean {
  if (found === null || found.ledger === null || found.unfinished !== null) return false;
  return step !== 'found' || found.register === null;
}
