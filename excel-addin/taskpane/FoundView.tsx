import type { LedgerReading, OtherRow } from '../../core/register/ledger-reading.ts';
import type { GatheredFrom } from '../../core/register/gathered-from.ts';
import { GatheredSheets } from './GatheredSheets.tsx';
import { Icon } from './Icon.tsx';
import { RefreshCard } from './RefreshCard.tsx';
import type { RefreshModel } from './refresh-state.ts';
import type { FoundModel, PaneCallbacks, RefusedSheet, RegisterModel, Words } from './pane-state.ts';
import { WorkingHours } from './WorkingHours.tsx';

interface RegisterCardProps {
  register: RegisterModel;
  t: Words;
  onCompany: PaneCallbacks['changeCompany'];
  onSettings: PaneCallbacks['openSettings'];
}

interface FoundProps {
  found: FoundModel;
  refresh: RefreshModel;
  t: Words;
  callbacks: PaneCallbacks;
}

/** Step 1: what was found in the workbook, and what else there is. */
export function FoundView({ found, refresh, t, callbacks }: FoundProps) {
  if (found.unfinished !== null) return <Unfinished sheet={found.unfinished.sheet} t={t} callbacks={callbacks} />;
  return (
    <>
      {found.register !== null && (
        <>
          <RefreshCard model={refresh} t={t} callbacks={callbacks} />
          <RegisterCard
            register={found.register}
            t={t}
            onCompany={callbacks.changeCompany}
            onSettings={callbacks.openSettings}
          />
        </>
      )}
      {found.ledger === null ? (
        found.register === null && <NoLedger t={t} onLookAgain={callbacks.lookAgain} />
      ) : (
        <>
          {found.register !== null && <h2>{t('pane.found.another')}</h2>}
          <Ledger ledger={found.ledger} gathered={found.gathered} t={t} onOnly={callbacks.chooseSheet} />
          <div class="actions">
            <button
              type="button"
              class={found.register === null ? 'button primary wide' : 'button wide'}
              onClick={() => callbacks.goToStep('mapping')}
            >
              {t(found.gathered === null ? 'pane.found.next' : 'pane.gathered.next')}
            </button>
          </div>
        </>
      )}
      <OtherSheets found={found} t={t} onChoose={callbacks.chooseSheet} />
    </>
  );
}

function RegisterCard({ register, t, onCompany, onSettings }: RegisterCardProps) {
  return (
    <section class="card">
      <p class="eyebrow">{t('pane.found.registerThere')}</p>
      <h2 class="sheet-name">
        <Icon name="register" size={18} />
        <span>{register.sheet}</span>
      </h2>
      <dl class="facts">
        <dt>{t('pane.policy.pack')}</dt>
        <dd>{register.policy}</dd>
      </dl>
      <WorkingHours company={register.company} suggestion={register.suggestion} t={t} onCompany={onCompany} />
      <p class="soft small-text">{t('pane.found.hoursFromNow')}</p>
      <div class="actions">
        <button type="button" class="button" onClick={onSettings}>
          {t('settings.open')}
        </button>
      </div>
    </section>
  );
}

interface LedgerProps {
  ledger: LedgerReading;
  gathered: GatheredFrom | null;
  t: Words;
  onOnly: PaneCallbacks['chooseSheet'];
}

function Ledger({ ledger, gathered, t, onOnly }: LedgerProps) {
  const mapped = ledger.columns.filter(({ fields }) => fields.length > 0).length;
  return (
    <section class="card">
      <p class="eyebrow">
        {gathered === null ? t('pane.found.title') : t(TITLES[gathered.kind], { count: gathered.sheets.length })}
      </p>
      <h2 class="sheet-name">
        <Icon name="sheet" size={18} />
        <span>{ledger.sheet}</span>
      </h2>
      <p class="figure">
        <strong>{ledger.dataRows.length}</strong> {t('pane.found.complaints', { count: ledger.dataRows.length })}
      </p>
      <dl class="facts">
        {gathered === null ? <Place ledger={ledger} t={t} /> : <GatheredSheets from={gathered} t={t} onOnly={onOnly} />}
        <dt>{t('pane.found.columns')}</dt>
        <dd>{t('pane.found.columnsKnown', { known: mapped, all: ledger.columns.length })}</dd>
        {gathered === null && ledger.otherRows.length > 0 && (
          <>
            <dt>{t('pane.found.leftOut')}</dt>
            <dd>{leftOut(ledger.otherRows, t)}</dd>
          </>
        )}
      </dl>
    </section>
  );
}

const TITLES = { joined: 'pane.gathered.titleJoined', forms: 'pane.gathered.titleForms' } as const;

/** Where header and rows stand on the sheet. */
function Place({ ledger, t }: { ledger: LedgerReading; t: Words }) {
  const top = ledger.headerRows[0] ?? 0;
  const bottom = ledger.headerRows.at(-1) ?? top;
  return (
    <>
      <dt>{t('pane.found.header')}</dt>
      <dd>
        {top === bottom
          ? t('pane.found.row', { row: top + 1 })
          : t('pane.found.rows', { first: top + 1, last: bottom + 1 })}
      </dd>
      <dt>{t('pane.found.data')}</dt>
      <dd>{t('pane.found.rows', { first: ledger.firstDataRow + 1, last: ledger.lastDataRow + 1 })}</dd>
    </>
  );
}

/** `2 行小计、1 个空行`: what stands between the complaints and is none. */
function leftOut(rows: OtherRow[], t: Words): string {
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  return kinds
    .map((kind) => t(`pane.otherRow.${kind}`, { count: rows.filter((row) => row.kind === kind).length }))
    .join(t('pane.common.listMark'));
}

function NoLedger({ t, onLookAgain }: { t: Words; onLookAgain: () => void }) {
  return (
    <section class="empty">
      <Icon name="sheet" size={32} />
      <h2>{t('pane.found.none.title')}</h2>
      <p>{t('pane.found.none.text')}</p>
      <button type="button" class="button" onClick={onLookAgain}>
        {t('pane.found.lookAgain')}
      </button>
    </section>
  );
}

function OtherSheets({ found, t, onChoose }: { found: FoundModel; t: Words; onChoose: (sheet: string) => void }) {
  if (found.others.length + found.refused.length === 0) return null;
  return (
    <section class="others">
      <h3>{t('pane.found.otherSheets')}</h3>
      <ul class="rows">
        {found.others.map(({ sheet, rows }) => (
          <li key={sheet}>
            <span class="grow">
              <span class="name">{sheet}</span>
              <span class="soft">{t('pane.found.asLedger', { count: rows })}</span>
            </span>
            <button type="button" class="button small" onClick={() => onChoose(sheet)}>
              {t('pane.found.choose')}
            </button>
          </li>
        ))}
        {byReason(found.refused).map(({ code, sheets }) => (
          <li key={code}>
            <span class="grow">
              <span class="name">
                {sheets.slice(0, SHEETS_NAMED).join(t('pane.common.listMark'))}
                {sheets.length > SHEETS_NAMED && t('pane.found.moreSheets', { count: sheets.length })}
              </span>
              <span class="soft">{t(`pane.refusal.${code}`)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const SHEETS_NAMED = 3;

/** A workbook may hold fifty sheets of one kind: they are told together. */
function byReason(refused: RefusedSheet[]): { code: RefusedSheet['code']; sheets: string[] }[] {
  return [...new Set(refused.map(({ code }) => code))].map((code) => ({
    code,
    sheets: refused.filter((refusal) => refusal.code === code).map(({ sheet }) => sheet),
  }));
}

function Unfinished({ sheet, t, callbacks }: { sheet: string; t: Words; callbacks: PaneCallbacks }) {
  return (
    <section class="card attention">
      <h2>
        <Icon name="warning" size={18} />
        <span>{t('pane.unfinished.title')}</span>
      </h2>
      <p>{t('pane.unfinished.text', { sheet })}</p>
      <div class="actions">
        <button type="button" class="button primary" onClick={callbacks.resume}>
          {t('pane.unfinished.resume')}
        </button>
        <button type="button" class="button" onClick={callbacks.forgetUnfinished}>
          {t('pane.unfinished.forget')}
        </button>
      </div>
    </section>
  );
}
