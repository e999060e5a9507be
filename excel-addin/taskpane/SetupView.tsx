import type { Locale } from '../../core/policy/localized.ts';
import { DoneView } from './DoneView.tsx';
import { FoundView } from './FoundView.tsx';
import { MappingView } from './MappingView.tsx';
import type { PaneCallbacks, SetupModel, Words } from './pane-state.ts';
import type { RefreshModel } from './refresh-state.ts';
import { RestoreCard } from './RestoreCard.tsx';
import { FormsCard } from './FormsCard.tsx';
import type { FormsModel } from './forms-state.ts';
import type { RestoreModel } from './restore-state.ts';
import { PreviewView } from './PreviewView.tsx';
import { Steps } from './Steps.tsx';

interface SetupProps {
  setup: SetupModel;
  refresh: RefreshModel;
  restore: RestoreModel;
  forms: FormsModel;
  locale: Locale;
  t: Words;
  callbacks: PaneCallbacks;
}

/** From a ledger to a register, in three steps and an end. */
export function SetupView({ setup, refresh, restore, forms, locale, t, callbacks }: SetupProps) {
  const { step, found, mapping, preview, done } = setup;
  if (step === 'done' && done !== null) return <DoneView done={done} t={t} callbacks={callbacks} />;
  return (
    <>
      {isOnTheWay(setup) && <Steps step={step} t={t} />}
      {step === 'found' && restore.begun && <RestoreCard model={restore} t={t} callbacks={callbacks} />}
      {step === 'found' && !restore.begun && found !== null && (
        <FoundView found={found} refresh={refresh} t={t} callbacks={callbacks} />
      )}
      {step === 'found' && !restore.begun && found !== null && found.register !== null && (
        <FormsCard model={forms} t={t} callbacks={callbacks} />
      )}
      {step === 'found' && !restore.begun && isTakeBack(setup) && (
        <RestoreCard model={restore} t={t} callbacks={callbacks} />
      )}
      {step === 'mapping' && mapping !== null && (
        <MappingView mapping={mapping} locale={locale} t={t} callbacks={callbacks} />
      )}
      {step === 'preview' && preview !== null && <PreviewView preview={preview} t={t} callbacks={callbacks} />}
    </>
  );
}

/** There is something to take back: a register, or one that was begun. */
function isTakeBack({ found }: SetupModel): boolean {
  return found !== null && (found.register !== null || found.unfinished !== null);
}

/** Steps are shown while there is a way to go: not beside a register that stands, not when nothing was found. */
function isOnTheWay({ step, found }: SetupModel): boolean {
  if (found === null || found.ledger === null || found.unfinished !== null) return false;
  return step !== 'found' || found.register === null;
}
