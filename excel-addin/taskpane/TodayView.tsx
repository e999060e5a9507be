import { Icon, type IconName } from './Icon.tsx';
import type { PaneCallbacks, TodayComplaint, TodayList, TodayModel, Words } from './pane-state.ts';

interface TodayProps {
  today: TodayModel | null;
  chosen: TodayList | null;
  t: Words;
  callbacks: Pick<PaneCallbacks, 'refreshToday' | 'openFromToday' | 'chooseTodayList'>;
}

const LISTS: { list: TodayList; icon: IconName }[] = [
  { list: 'overdue', icon: 'overdue' },
  { list: 'dueSoon', icon: 'dueSoon' },
  { list: 'new', icon: 'import' },
  { list: 'waiting', icon: 'waiting' },
];

/** How things stand: what is late or will be soon, what nobody has taken up, what waits for the customer. */
export function TodayView({ today, chosen, t, callbacks }: TodayProps) {
  const choose = callbacks.chooseTodayList;
  if (today === null) return null;
  const { counts, lists, canWait } = today;
  const tiles = LISTS.filter(({ list: item }) => item !== 'waiting' || canWait);
  // A list that has emptied meanwhile is left.
  const list = chosen !== null && lists[chosen].count > 0 ? chosen : null;
  return (
    <>
      <ul class="tiles">
        {tiles.map(({ list: item, icon }) => (
          <li key={item}>
            <button
              type="button"
              class={`tile ${item} ${lists[item].count === 0 ? 'zero' : ''}`}
              title={t(`pane.today.means.${item}`)}
              aria-pressed={list === item}
              disabled={lists[item].count === 0}
              onClick={() => choose(list === item ? null : item)}
            >
              <span class="tile-word">
                <Icon name={icon} size={14} />
                {t(`pane.today.${item}`)}
              </span>
              <strong>{lists[item].count}</strong>
            </button>
          </li>
        ))}
      </ul>
      <p class="today-line">
        <span>{t('pane.today.rest', { running: counts.running, closed: counts.closed, unset: counts.unset })}</span>
        <button type="button" class="button subtle small" onClick={callbacks.refreshToday}>
          <Icon name="refresh" size={14} />
          {t('pane.today.refresh')}
        </button>
      </p>
      <Listed today={today} list={list} t={t} onOpen={callbacks.openFromToday} onAll={() => choose(null)} />
      <p class="soft small-text foot">
        {t('pane.today.foot', { sheet: today.sheet, rows: today.rows, policy: today.policy })}
      </p>
    </>
  );
}

interface ListedProps {
  today: TodayModel;
  /** Null: what is to be done first. */
  list: TodayList | null;
  t: Words;
  onOpen: PaneCallbacks['openFromToday'];
  onAll: () => void;
}

const SHOWN_FIRST = 20;

function Listed({ today: { lists, fromBefore }, list, t, onOpen, onAll }: ListedProps) {
  const count = list === null ? lists.overdue.count + lists.dueSoon.count : lists[list].count;
  const { overdue, dueSoon } = lists;
  const isOld = ({ isFromBefore }: TodayComplaint) => isFromBefore;
  const items =
    list === null
      ? [...overdue.first.filter((item) => !isOld(item)), ...dueSoon.first, ...overdue.first.filter(isOld)].slice(
          0,
          SHOWN_FIRST,
        )
      : lists[list].first;
  const firstOld = list === null || list === 'overdue' ? items.find(isOld) : undefined;
  if (count === 0)
    return (
      <section class="empty calm">
        <Icon name="success" size={32} />
        <h2>{t('pane.today.calm.title')}</h2>
        <p>{t('pane.today.calm.text')}</p>
      </section>
    );
  return (
    <section>
      <div class="list-head">
        <h2>{t(list === null ? 'pane.today.first' : `pane.today.${list}`)}</h2>
        {list !== null && (
          <button type="button" class="button subtle small" onClick={onAll}>
            {t('pane.today.back')}
          </button>
        )}
      </div>
      {list !== null && <p class="soft small-text">{t(`pane.today.means.${list}`)}</p>}
      <ul class="urgent">
        {items.map((item) => (
          <li key={item.row}>
            {item === firstOld && <p class="from-before">{t('pane.today.fromBefore', { count: fromBefore })}</p>}
            <Complaint item={item} t={t} onOpen={() => onOpen(item)} />
          </li>
        ))}
      </ul>
      {count > items.length && <p class="soft small-text">{t('pane.today.more', { count: count - items.length })}</p>}
    </section>
  );
}

function Complaint({ item, t, onOpen }: { item: TodayComplaint; t: Words; onOpen: () => void }) {
  return (
    <button type="button" class={`urgent-row ${item.word}`} onClick={onOpen}>
      <span class="urgent-head">
        <span class={`badge ${item.word}`}>
          <Icon name={item.word} size={12} />
          {item.state}
        </span>
        <span class="soft">{item.milestone}</span>
        <span class="due number">{item.due}</span>
      </span>
      <span class="urgent-head">
        <span class="urgent-name">{item.customer === '' ? t('pane.today.noName') : item.customer}</span>
        <span class="due">{item.grade}</span>
      </span>
      <span class="urgent-about">{item.about}</span>
      <span class="visually-hidden">{t('pane.today.open', { number: item.number, row: item.row + 1 })}</span>
    </button>
  );
}
