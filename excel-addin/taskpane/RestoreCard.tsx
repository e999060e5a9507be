import type { RestoreChoices, RestorePlan } from '../../core/register/journal/plan-restore.ts';
import type { UndoneEdit } from '../../core/register/journal/undo-edits.ts';
import type { PlannedCell } from '../../core/register/register-plan.ts';
import { Icon } from './Icon.tsx';
import type { Words } from './pane-state.ts';
import { restoreLines } from './restore-lines.ts';
import type { RestoreCallbacks, RestoreModel } from './restore-state.ts';

interface RestoreProps {
  model: RestoreModel;
  t: Words;
  callbacks: RestoreCallbacks;
}

/** Taking the register back: what will happen is shown first, then done by one button. */
export function RestoreCard({ model, t, callbacks }: RestoreProps) {
  const { begun, plan } = model;
  return (
    <section class={begun ? 'card attention' : 'card'}>
      <h2 class="sheet-name">
        <Icon name={begun ? 'warning' : 'sheet'} size={18} />
        <span>{t(begun ? 'restore.begun.title' : 'restore.title')}</span>
      </h2>
      <p class="soft small-text">{t(begun ? 'restore.begun.text' : 'restore.text')}</p>
      {plan === null ? (
        <div class="actions">
          <button type="button" class={begun ? 'button primary' : 'button'} onClick={callbacks.previewRestore}>
            {t(begun ? 'restore.begun.button' : 'restore.look')}
          </button>
        </div>
      ) : (
        <Preview model={model} plan={plan} t={t} callbacks={callbacks} />
      )}
    </section>
  );
}

function Preview({ model, plan, t, callbacks }: RestoreProps & { plan: RestorePlan }) {
  const { begun, choices, unreadable } = model;
  const choose = (change: Partial<RestoreChoices>) => callbacks.chooseRestore({ ...choices, ...change });
  const hasChanged = plan.rowsSince + plan.rowsChanged + plan.others.length > 0;
  const hasChoices =
    plan.build.backup !== null ||
    (plan.build.placement === 'newSheet' && hasChanged) ||
    plan.logEntries + plan.papers.length + plan.notUndone + unreadable > 0 ||
    plan.settings !== null;
  return (
    <>
      <h3>{t('restore.will')}</h3>
      <ul class="plain-list">
        {restoreLines(plan, t).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {unreadable > 0 && <p class="small-text warn-line">{t('restore.unreadable', { count: unreadable })}</p>}
      <Edits edits={plan.edits} t={t} />
      {!begun && hasChoices && (
        <fieldset class="choice">
          <legend>{t('restore.also')}</legend>
          {plan.build.backup !== null && (
            <Choice
              label={t('restore.removeBackup', { name: plan.build.backup })}
              isOn={choices.removeBackup}
              onChange={(removeBackup) => choose({ removeBackup })}
            />
          )}
          {plan.build.placement === 'newSheet' && hasChanged && (
            <Choice
              label={t('restore.removeRegister', { name: plan.note.sheet })}
              isOn={choices.removeRegister}
              onChange={(removeRegister) => choose({ removeRegister })}
            />
          )}
          {plan.logEntries > 0 && (
            <Choice
              label={t('restore.removeLog', { count: plan.logEntries })}
              isOn={choices.removeLog}
              onChange={(removeLog) => choose({ removeLog })}
            />
          )}
          {plan.papers.length > 0 && (
            <Choice
              label={t('restore.removePapers', { count: plan.papers.length })}
              isOn={choices.removePapers}
              onChange={(removePapers) => choose({ removePapers })}
            />
          )}
          {plan.settings !== null && (
            <Choice
              label={t('restore.removeSettings', { name: plan.settings })}
              isOn={choices.removeSettings}
              onChange={(removeSettings) => choose({ removeSettings })}
            />
          )}
          {plan.notUndone + unreadable > 0 && (
            <Choice
              label={t('restore.removeJournal')}
              isOn={choices.removeJournal}
              onChange={(removeJournal) => choose({ removeJournal })}
            />
          )}
        </fieldset>
      )}
      <div class="actions">
        <button type="button" class="button primary" onClick={callbacks.confirmRestore}>
          {t(begun ? 'restore.begun.button' : 'restore.confirm')}
        </button>
        <button type="button" class="button" onClick={callbacks.cancelRestore}>
          {t('pane.common.cancel')}
        </button>
      </div>
    </>
  );
}

const EDITS_SHOWN = 200;

function Edits({ edits, t }: { edits: UndoneEdit[]; t: Words }) {
  const told = edits.filter(({ what }) => what !== 'stands');
  if (told.length === 0) return null;
  return (
    <details class="fold">
      <summary>{t('restore.edits', { count: told.length })}</summary>
      <ul class="rows">
        {told.slice(0, EDITS_SHOWN).map(({ complaint, header, now, before, what }) => (
          <li key={`${complaint} ${header}`}>
            <span class="grow">
              <span class="name">{`${complaint} · ${header}`}</span>
              <span class="soft">
                {what === 'undo'
                  ? t('restore.edit.undo', { now: shown(now, t), before: shown(before, t) })
                  : t(`restore.edit.${what}`, { before: shown(before, t) })}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {told.length > EDITS_SHOWN && <p class="soft">{t('restore.moreEdits', { count: told.length - EDITS_SHOWN })}</p>}
    </details>
  );
}

function shown(cell: PlannedCell | null, t: Words): string {
  if (cell === null || cell === '') return t('restore.empty');
  return typeof cell === 'object' ? cell.formula : String(cell);
}

interface ChoiceProps {
  label: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

function Choice({ label, isOn, onChange }: ChoiceProps) {
  return (
    <label class="check">
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}
