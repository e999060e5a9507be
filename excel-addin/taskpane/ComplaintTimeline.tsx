import { OpenForm, type OffersProps } from './ComplaintOffers.tsx';
import type { TimelineEntry } from './complaint-state.ts';

/** What happened, newest first; a wrong entry is put right by another one. */
export function ComplaintTimeline(props: OffersProps) {
  const { shown, t } = props;
  return (
    <section>
      <h3>{t('complaint.timeline')}</h3>
      {shown.timeline.length === 0 && <p class="soft small-text">{t('complaint.empty')}</p>}
      <ol class="timeline">
        {shown.timeline.map((entry, at) => (
          <Entry key={entry.id ?? at} entry={entry} {...props} />
        ))}
      </ol>
    </section>
  );
}

function Entry({ entry, ...props }: OffersProps & { entry: TimelineEntry }) {
  const { shown, open, onOpen, t } = props;
  const { id, when, what, details, by, late, corrected, isStruck } = entry;
  const offer = id === null ? undefined : shown.offers.find((candidate) => candidate.id === `correct:${id}`);
  return (
    <li class={isStruck ? 'struck' : ''}>
      <p class="timeline-head">
        <span class="number soft">{when}</span>
        {offer !== undefined && !isStruck && (
          <button
            type="button"
            class="button subtle small"
            aria-label={offer.label}
            aria-expanded={open === offer.id}
            onClick={() => onOpen(open === offer.id ? null : offer.id)}
          >
            {t('complaint.correctButton')}
          </button>
        )}
      </p>
      <p>
        <strong>{what}</strong>
        {by !== '' && <span class="soft"> {by}</span>}
      </p>
      {details !== '' && <p class="small-text">{details}</p>}
      {[late, corrected, isStruck ? t('complaint.struck') : '']
        .filter((line) => line !== '')
        .map((line) => (
          <p key={line} class="soft small-text">
            {line}
          </p>
        ))}
      {offer !== undefined && open === offer.id && <OpenForm offer={offer} {...props} />}
    </li>
  );
}
