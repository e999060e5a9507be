import { Icon } from './Icon.tsx';
import type { DeadlineWord, PaneCallbacks, TodayModel, UrgentComplaint, Words } from './pane-state.ts';

interface TodayProps {
  today: TodayModel | null;
  t: Words;
  onRefresh: () => void;
  onShowCell: PaneCallbacks['showCell'];
}

const MAIN: DeadlineWord[] = ['overdue', 'dueSoon', 'running'];

/** How things stand: what is late, what will be soon, what is under way. */
export function TodayView({ today, t, onRefresh, onShowCell }: TodayProps) {
  if (today === null) return null;
  return (
    <>
      <ul class="tiles">
        {MAIN.map((word) => (
          <li key={word} class={`tile ${word} ${today.counts[word] === 0 ? 'zero' : ''}`}>
            <span class="tile-word">
              <Icon name={word} size={14} />
              {t(`pane.today.${word}`)}
            </span>
            <strong>{today.counts[word]}</strong>
          </li>
        ))}
      </ul>
      <p class="today-line">
        <span>{t('pane.today.rest', { closed: today.counts.closed, unset: today.counts.unset })}</span>
        <button type="button" class="button subtle small" onClick={onRefresh}>
          <Icon name="refresh" size={14} />
          {t('pane.today.refresh')}
        </button>
      </p>
      <Urgent today={today} t={t} onShowCell={onShowCell} />
      <p class="soft small-text foot">
        {t('pane.today.foot', { sheet: today.sheet, rows: today.rows, policy: today.policy })}
      </p>
    </>
  );
}

function Urgent({ today, t, onShowCell }: { today: TodayModel; t: Words; onShowCell: PaneCallbacks['showCell'] }) {
  if (today.urgent.length === 0)
    return (
      <section class="empty calm">
        <Icon name="success" size={32} />
        <h2>{t('pane.today.calm.title')}</h2>
        <p>{t('pane.today.calm.text')}</p>
      </section>
    );
  const all = today.counts.overdue + today.counts.dueSoon;
  return (
    <section>
      <h2>{t('pane.today.first')}</h2>
      <ul class="urgent">
        {today.urgent.map((item) => (
          <li key={`${item.row} ${item.milestone}`}>
            <UrgentRow item={item} t={t} onShow={() => onShowCell(today.sheet, item.row, item.column)} />
          </li>
        ))}
      </ul>
      {all > today.urgent.length && (
        <p class="soft small-text">{t('pane.today.more', { count: all - today.urgent.length })}</p>
      )}
    </section>
  );
}

function UrgentRow({ item, t, onShow }: { item: UrgentComplaint; t: Words; onShow: () => void }) {
  return (
    <button type="button" class={`urgent-row ${item.word}`} onClick={onShow}>
      <span class="urgent-head">
        <span class={`badge ${item.word}`}>
          <Icon name={item.word} size={12} />
          {item.state}
        </span>
        <span class="soft">{item.milestone}</span>
        <span class="due number">{item.due}</span>
      </span>
      <span class="urgent-name">{item.customer === '' ? t('pane.today.noName') : item.customer}</span>
      <span class="urgent-about">{item.about}</span>
      <span class="visually-hidden">{t('pane.today.jump', { row: item.row + 1 })}</span>
    </button>
  );
}
