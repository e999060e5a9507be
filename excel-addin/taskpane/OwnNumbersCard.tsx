import type { OwnNumbers, PaneCallbacks, Words } from './pane-state.ts';

interface OwnNumbersProps {
  numbers: OwnNumbers;
  t: Words;
  onChoose: PaneCallbacks['chooseNumbers'];
}

/** How new complaints are numbered, where the ledger has numbers of its own that can go on. */
export function OwnNumbersCard({ numbers: { last, next, daily, anew, goesOn }, t, onChoose }: OwnNumbersProps) {
  return (
    <section class="card">
      <fieldset class="choice">
        <legend>{t('pane.preview.numbers.title')}</legend>
        <p class="soft small-text">{t('pane.preview.numbers.text', { last })}</p>
        {[true, false].map((on) => (
          <label key={String(on)}>
            <input type="radio" name="numbers" checked={goesOn === on} onChange={() => onChoose(on)} />
            <span>
              {on ? t('pane.preview.numbers.goOn', { next }) : t('pane.preview.numbers.daily', { daily })}
              {on && <span class="soft small-text"> {t(`pane.preview.numbers.anew.${anew}`)}</span>}
            </span>
          </label>
        ))}
      </fieldset>
    </section>
  );
}
