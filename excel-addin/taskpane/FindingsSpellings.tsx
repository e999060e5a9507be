import { useState } from 'preact/hooks';
import type { FindingsCallbacks, ShownFindings, SpellingChoice } from './findings-state.ts';
import { Icon } from './Icon.tsx';
import type { PaneCallbacks, Words } from './pane-state.ts';

interface SpellingsProps {
  shown: ShownFindings;
  t: Words;
  callbacks: FindingsCallbacks & Pick<PaneCallbacks, 'showCell'>;
}

/** Names that are written in several ways; the user says which one is to stand, or that they differ. */
export function FindingsSpellings({ shown: { spellings, sheet }, t, callbacks }: SpellingsProps) {
  if (spellings.length === 0) return null;
  return (
    <section>
      <h2>{t('findings.spelling.title')}</h2>
      {spellings.map((choice) => (
        <Choice key={choice.key} choice={choice} sheet={sheet} t={t} callbacks={callbacks} />
      ))}
    </section>
  );
}

function Choice({
  choice,
  sheet,
  t,
  callbacks,
}: { choice: SpellingChoice; sheet: string } & Omit<SpellingsProps, 'shown'>) {
  const { key, header, spellings, listed, column } = choice;
  const [chosen, choose] = useState(spellings[0]?.text ?? '');
  const [others, setOthers] = useState<readonly string[]>([]);
  const isOther = (text: string) => text !== chosen && others.includes(text);
  const turn = (text: string) =>
    setOthers(others.includes(text) ? others.filter((other) => other !== text) : [...others, text]);
  const changed = spellings
    .filter(({ text }) => text !== chosen && !isOther(text))
    .reduce((sum, { rows }) => sum + rows, 0);
  return (
    <fieldset class="card spelling">
      <legend class="visually-hidden">{header}</legend>
      <p>{t('findings.spelling.ask', { header, count: spellings.length })}</p>
      {listed !== null && (
        <p class="soft small-text">
          {t('findings.spelling.listed', { sheet: listed, name: spellings[0]?.text ?? '' })}
        </p>
      )}
      {spellings.map(({ text, rows, row }) => (
        <div key={text} class="spelling-row">
          <label>
            <input type="radio" name={key} checked={text === chosen} onChange={() => choose(text)} />
            <span class={isOther(text) ? 'spelt struck' : 'spelt'}>{text}</span>
            <span class="soft small-text">{t('findings.count', { count: rows })}</span>
          </label>
          {spellings.length > 2 && text !== chosen && rows > 0 && (
            <button type="button" class="plain small-text" aria-pressed={isOther(text)} onClick={() => turn(text)}>
              {t('findings.spelling.leave')}
            </button>
          )}
          {rows > 0 && (
            <button
              type="button"
              class="plain"
              aria-label={t('pane.common.showCell', { address: text })}
              onClick={() => callbacks.showCell(sheet, row, column)}
            >
              <Icon name="jump" size={12} />
            </button>
          )}
        </div>
      ))}
      <div class="actions">
        <button
          type="button"
          class="button small"
          disabled={changed === 0}
          onClick={() => callbacks.chooseSpelling(key, chosen, others)}
        >
          {t('findings.spelling.use', { count: changed })}
        </button>
        <button type="button" class="button subtle small" onClick={() => callbacks.dismissFinding(key)}>
          {t('findings.spelling.different')}
        </button>
      </div>
    </fieldset>
  );
}
