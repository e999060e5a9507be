import { Icon } from './Icon.tsx';
import type { ComplaintModel } from './complaint-state.ts';
import type { PaneCallbacks, Words } from './pane-state.ts';

interface SearchProps {
  model: ComplaintModel;
  t: Words;
  callbacks: PaneCallbacks;
}

/** Finds a complaint by number, customer or words; the selection in the register serves as well. */
export function ComplaintSearch({ model: { search }, t, callbacks }: SearchProps) {
  const { text, hits, more, isDone } = search;
  return (
    <section class="find" role="search">
      <div class="find-row">
        <input
          type="search"
          value={text}
          aria-label={t('complaint.search.label')}
          placeholder={t('complaint.search.placeholder')}
          onInput={(event) => callbacks.searchComplaints(event.currentTarget.value)}
        />
        <button
          type="button"
          class="button subtle small"
          aria-label={t('complaint.refresh')}
          title={t('complaint.refresh')}
          onClick={callbacks.refreshComplaint}
        >
          <Icon name="refresh" size={14} />
        </button>
      </div>
      {isDone && hits.length === 0 && <p class="soft small-text">{t('complaint.search.none')}</p>}
      {hits.length > 0 && (
        <ul class="hits">
          {hits.map(({ number, customer, about, status }) => (
            <li key={number}>
              <button type="button" class="hit" onClick={() => callbacks.openComplaint(number)}>
                <span class="hit-head">
                  <span class="number">{number}</span>
                  <span class="soft">{status}</span>
                </span>
                <span class="hit-name">{customer}</span>
                <span class="hit-about">{about}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <p class="soft small-text">{t('complaint.search.more', { count: more })}</p>}
    </section>
  );
}
