import { FindingGroups } from './FindingGroups.tsx';
import { FindingsHistory } from './FindingsHistory.tsx';
import { FindingsSpellings } from './FindingsSpellings.tsx';
import type { FindingsCallbacks, FindingsModel, ShownFindings } from './findings-state.ts';
import { Icon } from './Icon.tsx';
import type { PaneCallbacks, Words } from './pane-state.ts';

interface FindingsProps {
  model: FindingsModel;
  t: Words;
  callbacks: FindingsCallbacks & Pick<PaneCallbacks, 'showCell'>;
}

/** What is to be looked at in the register: findings with their fixes, spellings, doubles, and what was decided. */
export function FindingsView({ model: { shown }, t, callbacks }: FindingsProps) {
  if (shown === null) return null;
  const isNothing = shown.groups.length + shown.spellings.length + shown.twins.length === 0;
  return (
    <>
      <section>
        <h2>{t('findings.title')}</h2>
        <p class="today-line">
          <span>{t('findings.summary', { count: shown.rows })}</span>
          <button type="button" class="button subtle small" onClick={callbacks.checkFindings}>
            <Icon name="refresh" size={14} />
            {t('findings.check')}
          </button>
        </p>
      </section>
      <Left shown={shown} t={t} />
      {isNothing && (
        <section class="empty calm">
          <Icon name="success" size={32} />
          <h2>{t('findings.none.title')}</h2>
          <p>{t('findings.none.text')}</p>
        </section>
      )}
      {shown.groups.length > 0 && (
        <section>
          <FindingGroups groups={shown.groups} t={t} actions={callbacks} onShowCell={callbacks.showCell} />
        </section>
      )}
      <FindingsSpellings shown={shown} t={t} callbacks={callbacks} />
      <Twins shown={shown} t={t} callbacks={callbacks} />
      <FindingsHistory shown={shown} t={t} callbacks={callbacks} />
      <div class="actions footer">
        <button type="button" class="button primary" onClick={callbacks.makeFindingsSheet}>
          <Icon name="sheet" />
          {t('findings.print')}
        </button>
      </div>
    </>
  );
}

/** Cells that were not changed though a change was agreed to. */
function Left({ shown: { left }, t }: { shown: ShownFindings; t: Words }) {
  if (left.length === 0) return null;
  return (
    <section class="card attention" role="status">
      <p class="lead">{t('findings.leftTitle', { count: left.length })}</p>
      <ul>
        {left.slice(0, 5).map(({ number, header, because }) => (
          <li key={`${number} ${header}`}>{t(`findings.left.${because}`, { number, header })}</li>
        ))}
      </ul>
    </section>
  );
}

function Twins({ shown: { twins, sheet }, t, callbacks }: TwinsProps) {
  if (twins.length === 0) return null;
  return (
    <section>
      <h2>{t('findings.twins.title')}</h2>
      <p class="soft small-text">{t('findings.twins.hint')}</p>
      <ul class="finding-rows">
        {twins.map((twin) => (
          <li key={twin.key}>
            <p>{twin.text}</p>
            <div class="actions">
              {twin.sides.map(({ number, row, address }) => (
                <button
                  key={address}
                  type="button"
                  class="button small jump"
                  aria-label={t('pane.common.showCell', { address })}
                  onClick={() => callbacks.showCell(sheet, row, twin.column)}
                >
                  {number === '' ? address : number}
                  <Icon name="jump" size={12} />
                </button>
              ))}
              <button type="button" class="button small" onClick={() => callbacks.linkTwins(twin.key)}>
                {t('findings.twins.same')}
              </button>
              <button type="button" class="button subtle small" onClick={() => callbacks.dismissFinding(twin.key)}>
                {t('findings.twins.different')}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface TwinsProps {
  shown: ShownFindings;
  t: Words;
  callbacks: FindingsProps['callbacks'];
}
