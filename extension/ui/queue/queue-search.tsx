import { useState } from 'preact/hooks';
import type { QueueQuestion } from '../../../core/queue/queue-question.ts';
import type { QueueCounts, QueueFacets } from '../../../core/queue/search-rows.ts';
import { useSpeech } from '../speech.ts';
import { filterChoices, filtersSet } from './view-queue.ts';

export interface QueueSearchProps {
  question: QueueQuestion;
  counts: QueueCounts | null;
  facets: QueueFacets | null;
  onAsk: (question: QueueQuestion) => void;
}

const SHELVES = ['all', 'queued', 'handedOver', 'registered', 'removed'] as const;
const SORTS = ['due', 'saved', 'received', 'customer'] as const;
const DUES = ['overdue', 'soon'] as const;

/** Search, states, and behind a button the other filters and the order. */
export function QueueSearch({ question, counts, facets, onAsk }: QueueSearchProps) {
  const speech = useSpeech();
  const { say } = speech;
  const [isWide, setWide] = useState(false);
  const ask = (part: Partial<QueueQuestion>) => onAsk({ ...question, from: 0, ...part });
  const set = filtersSet(question);
  const all = counts === null ? null : counts.queued + counts.handedOver + counts.registered + counts.duplicates;
  const countOf = (shelf: (typeof SHELVES)[number]) => (shelf === 'all' ? all : (counts?.[shelf] ?? null));

  return (
    <div class="queue-search" role="search">
      <div class="queue-search-row">
        <input
          type="search"
          value={question.search}
          maxLength={200}
          placeholder={say('queue.search.placeholder')}
          aria-label={say('queue.search.label')}
          spellcheck={false}
          onInput={(event) => ask({ search: event.currentTarget.value })}
        />
        <button
          type="button"
          class="button"
          data-action="filters"
          aria-expanded={isWide}
          aria-controls="queue-filters"
          onClick={() => setWide(!isWide)}
        >
          {set === 0 ? say('queue.filter.button') : say('queue.filter.set', { count: set })}
        </button>
      </div>
      <div class="queue-shelves" role="group" aria-label={say('queue.filter.state')}>
        {SHELVES.filter(
          (shelf) => shelf !== 'removed' || question.shelf === 'removed' || (counts?.removed ?? 0) > 0,
        ).map((shelf) => (
          <button
            key={shelf}
            type="button"
            class="shelf"
            data-shelf={shelf}
            aria-pressed={question.shelf === shelf}
            onClick={() => ask({ shelf })}
          >
            {say(`queue.shelf.${shelf}`)}
            {countOf(shelf) !== null && <span class="shelf-count">{countOf(shelf)}</span>}
          </button>
        ))}
      </div>
      <div id="queue-filters" class="queue-filters" hidden={!isWide}>
        <label>
          <span>{say('queue.sort.label')}</span>
          <select
            data-filter="sort"
            value={question.sort}
            onChange={(event) => {
              const sort = SORTS.find((each) => each === event.currentTarget.value);
              if (sort !== undefined) ask({ sort });
            }}
          >
            {SORTS.map((sort) => (
              <option key={sort} value={sort}>
                {say(`queue.sort.${sort}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{say('queue.filter.due')}</span>
          <select
            data-filter="due"
            value={question.due ?? ''}
            onChange={(event) => ask({ due: DUES.find((each) => each === event.currentTarget.value) ?? null })}
          >
            <option value="">{say('queue.filter.any')}</option>
            {DUES.map((due) => (
              <option key={due} value={due}>
                {say(`queue.filter.${due}`, { count: counts?.[due] ?? 0 })}
              </option>
            ))}
          </select>
        </label>
        {filterChoices(facets, question, speech).map(({ filter, choices }) => (
          <label key={filter}>
            <span>{say(`queue.filter.${filter}`)}</span>
            <select
              data-filter={filter}
              value={question[filter] ?? ''}
              onChange={(event) =>
                ask({ [filter]: event.currentTarget.value === '' ? null : event.currentTarget.value })
              }
            >
              <option value="">{say('queue.filter.any')}</option>
              {choices.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        ))}
        {set > 0 && (
          <button
            type="button"
            class="link"
            data-action="clear-filters"
            onClick={() => ask({ grade: null, category: null, channel: null, policy: null, due: null })}
          >
            {say('queue.filter.clear')}
          </button>
        )}
      </div>
    </div>
  );
}
