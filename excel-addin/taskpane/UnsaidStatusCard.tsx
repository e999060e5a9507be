import type { PaneCallbacks, UnsaidStatus, Words } from './pane-state.ts';

interface UnsaidProps {
  unsaid: UnsaidStatus;
  t: Words;
  onChoose: PaneCallbacks['chooseClosedBefore'];
}

/** Old complaints of which the ledger does not tell whether they are closed: a person says how they count. */
export function UnsaidStatusCard({ unsaid, t, onChoose }: UnsaidProps) {
  const { count, closedBefore, suggested, hasStatusColumn, hasClosingColumn } = unsaid;
  const day = closedBefore ?? suggested;
  return (
    <section class="card attention">
      <fieldset class="choice">
        <legend>{t(`pane.unsaid.${hasStatusColumn ? 'blank' : 'noColumn'}`, { count })}</legend>
        <label>
          <input type="radio" name="unsaid" checked={closedBefore === null} onChange={() => onChoose(null)} />
          <span>{t(`pane.unsaid.${hasClosingColumn ? 'openUnlessTimed' : 'open'}`)}</span>
        </label>
        <label>
          <input type="radio" name="unsaid" checked={closedBefore !== null} onChange={() => onChoose(day)} />
          <span>{t('pane.unsaid.closedBefore')}</span>
        </label>
      </fieldset>
      <input
        type="date"
        value={day}
        aria-label={t('pane.unsaid.day')}
        disabled={closedBefore === null}
        onChange={({ currentTarget: { value } }) => {
          if (value !== '') onChoose(value);
        }}
      />
    </section>
  );
}
