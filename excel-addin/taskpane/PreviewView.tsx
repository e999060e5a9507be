import type { PlacementReason } from '../../core/register/register-plan.ts';
import { FindingGroups } from './FindingGroups.tsx';
import { GatheredSheets } from './GatheredSheets.tsx';
import { Icon } from './Icon.tsx';
import { OwnNumbersCard } from './OwnNumbersCard.tsx';
import type { PaneCallbacks, PreviewModel, Words } from './pane-state.ts';
import { UnsaidStatusCard } from './UnsaidStatusCard.tsx';

interface PreviewProps {
  preview: PreviewModel;
  t: Words;
  callbacks: PaneCallbacks;
}

/** Step 3: what will happen to the workbook, and what will not, before anything does. */
export function PreviewView({ preview, t, callbacks }: PreviewProps) {
  return (
    <>
      <section class="card">
        <p class="eyebrow">{t('pane.preview.title')}</p>
        <p class="lead">{placementLine(preview, t)}</p>
        {preview.placement.kind === 'newSheet' && <Reasons why={preview.placement.why} t={t} />}
        <dl class="facts">
          <dt>{t('pane.preview.complaints')}</dt>
          <dd>{preview.rows}</dd>
          {preview.gathered !== null && <GatheredSheets from={preview.gathered} t={t} onOnly={null} />}
          <dt>{t('pane.preview.added')}</dt>
          <dd>
            <details>
              <summary>{t('pane.preview.addedColumns', { count: preview.added.length })}</summary>
              <p class="chips">
                {preview.added.map((header) => (
                  <span key={header} class="chip">
                    {header}
                  </span>
                ))}
              </p>
            </details>
          </dd>
          {preview.lists.length > 0 && (
            <>
              <dt>{t('pane.preview.lists')}</dt>
              <dd>{preview.lists.join(t('pane.common.listMark'))}</dd>
            </>
          )}
          <dt>{t('pane.preview.colours')}</dt>
          <dd>{t('pane.preview.coloursText')}</dd>
        </dl>
      </section>
      {preview.unanswered.length > 0 && <Unanswered unanswered={preview.unanswered} t={t} callbacks={callbacks} />}
      {preview.left.sheets.length > 0 && <Left left={preview.left} t={t} />}
      {preview.unsaid !== null && (
        <UnsaidStatusCard unsaid={preview.unsaid} t={t} onChoose={callbacks.chooseClosedBefore} />
      )}
      {preview.numbers !== null && (
        <OwnNumbersCard numbers={preview.numbers} t={t} onChoose={callbacks.chooseNumbers} />
      )}
      <Untouched preview={preview} t={t} />
      <Findings preview={preview} t={t} onShowCell={callbacks.showCell} />
      <Habits preview={preview} t={t} />
      <div class="actions footer">
        <button type="button" class="button" onClick={() => callbacks.goToStep('mapping')}>
          {t('pane.common.back')}
        </button>
        <button type="button" class="button primary" onClick={callbacks.buildRegister}>
          {t('pane.preview.build')}
        </button>
      </div>
    </>
  );
}

/** Some deadlines will stay unset; better told now than found later. */
function Unanswered({
  unanswered,
  t,
  callbacks,
}: {
  unanswered: PreviewModel['unanswered'];
  t: Words;
  callbacks: PaneCallbacks;
}) {
  return (
    <section class="card attention">
      {unanswered.map((code) => (
        <p key={code}>{t(`pane.preview.unanswered.${code}`)}</p>
      ))}
      <div class="actions">
        <button type="button" class="button small" onClick={() => callbacks.goToStep('mapping')}>
          {t('pane.preview.answer')}
        </button>
      </div>
    </section>
  );
}

/** A register stood here before: what of it the new one does not know. */
function Left({ left: { sheets, keepsNumbers }, t }: { left: PreviewModel['left']; t: Words }) {
  return (
    <section class="card attention">
      <p>{t('pane.preview.left.text', { list: sheets.join(t('pane.common.listMark')) })}</p>
      <p>{t(keepsNumbers ? 'pane.preview.left.numbers' : 'pane.preview.left.numbersUnknown')}</p>
    </section>
  );
}

function placementLine({ placement, gathered }: PreviewModel, t: Words): string {
  if (gathered !== null) return t('pane.gathered.newSheet', { sheet: placement.sheet, count: gathered.sheets.length });
  return placement.kind === 'inPlace'
    ? t('register.summary.inPlace', { sheet: placement.sheet })
    : t('register.summary.newSheet', { sheet: placement.sheet, after: placement.after });
}

function Reasons({ why, t }: { why: PlacementReason[]; t: Words }) {
  return (
    <div class="reasons">
      <p class="soft">{t('pane.preview.why')}</p>
      <ul>
        {why.map(({ code, where }) => (
          <li key={code}>{t(`register.summary.reason.${code}`, { where })}</li>
        ))}
      </ul>
    </div>
  );
}

function Untouched({ preview, t }: { preview: PreviewModel; t: Words }) {
  return (
    <section class="card quiet untouched">
      <h3>
        <Icon name="closed" />
        <span>{t('pane.preview.untouched')}</span>
      </h3>
      <ul>
        <li>{t('pane.preview.ownCells', { count: preview.mapped + preview.unmapped })}</li>
        {preview.otherRows > 0 && preview.gathered === null && (
          <li>{t('pane.preview.otherRows', { count: preview.otherRows })}</li>
        )}
        <li>{t('pane.preview.otherSheets')}</li>
        {preview.backup !== null && <li>{t('pane.preview.backup', { name: preview.backup })}</li>}
      </ul>
    </section>
  );
}

function Habits({ preview: { habits }, t }: { preview: PreviewModel; t: Words }) {
  if (habits.length === 0) return null;
  return (
    <section class="card quiet">
      <h2>{t('pane.findings.habits')}</h2>
      <ul>
        {habits.map(({ text, count }) => (
          <li key={text}>{t('pane.findings.habit', { text, count })}</li>
        ))}
      </ul>
      <p class="soft small-text">{t('pane.findings.habitsLater')}</p>
    </section>
  );
}

function Findings({
  preview: { groups },
  t,
  onShowCell,
}: {
  preview: PreviewModel;
  t: Words;
  onShowCell: PaneCallbacks['showCell'];
}) {
  if (groups.length === 0)
    return (
      <section class="findings">
        <h2>{t('pane.findings.title')}</h2>
        <p class="good">
          <Icon name="success" />
          {t('pane.findings.none')}
        </p>
      </section>
    );
  return (
    <section class="findings">
      <h2>{t('pane.findings.title')}</h2>
      <FindingGroups groups={groups} t={t} actions={null} onShowCell={onShowCell} />
      <p class="soft small-text">{t('pane.findings.later')}</p>
      {groups.some(({ fixable }) => fixable > 0) && <p class="soft small-text">{t('findings.later')}</p>}
    </section>
  );
}
