import { ComplaintForm } from './ComplaintForm.tsx';
import { Icon } from './Icon.tsx';
import type { ComplaintModel, Offer, ShownComplaint } from './complaint-state.ts';
import type { PaneCallbacks, Words } from './pane-state.ts';

export interface OffersProps {
  shown: ShownComplaint;
  model: ComplaintModel;
  /** The offer whose form is open. */
  open: string | null;
  onOpen: (offer: string | null) => void;
  t: Words;
  callbacks: PaneCallbacks;
}

const GROUPS: Offer['group'][] = ['first', 'steps', 'approvals', 'gates'];

/** What can be recorded now, each with its short form; what waits for something says for what, unasked where nothing else is left. */
export function ComplaintOffers(props: OffersProps) {
  const { shown, open, t } = props;
  const more = shown.offers.filter(({ group }) => group === 'more');
  const due = shown.offers.filter(({ group }) => GROUPS.includes(group));
  const isHeldUp = due.every(({ blockers }) => blockers.length > 0);
  return (
    <section class="offers">
      <h3>{t('complaint.next')}</h3>
      {GROUPS.map((group) => {
        const offers = shown.offers.filter((offer) => offer.group === group);
        if (offers.length === 0) return null;
        const now = offers.filter(({ blockers }) => blockers.length === 0);
        const later = offers.filter(({ blockers }) => blockers.length > 0);
        return (
          <div key={group}>
            {group !== 'steps' && <h4>{t(`complaint.group.${group}`)}</h4>}
            <OfferList offers={now} {...props} />
            {later.length > 0 && (
              <details class="later" open={isHeldUp}>
                <summary>{t('complaint.later', { count: later.length })}</summary>
                <OfferList offers={later} {...props} />
              </details>
            )}
          </div>
        );
      })}
      {more.length > 0 && (
        <div>
          <h4>{t('complaint.group.more')}</h4>
          <div class="more-offers">
            {more.map((offer) => (
              <button
                key={offer.id}
                type="button"
                class="button small"
                data-offer={offer.id}
                aria-expanded={open === offer.id}
                onClick={() => props.onOpen(open === offer.id ? null : offer.id)}
              >
                {offer.label}
              </button>
            ))}
          </div>
          {more
            .filter(({ id }) => id === open)
            .map((offer) => (
              <OpenForm key={offer.id} offer={offer} {...props} />
            ))}
        </div>
      )}
    </section>
  );
}

function OfferList({ offers, ...props }: OffersProps & { offers: Offer[] }) {
  return (
    <ul class="offer-list">
      {offers.map((offer) => (
        <OfferItem key={offer.id} offer={offer} {...props} />
      ))}
    </ul>
  );
}

function OfferItem({ offer, ...props }: OffersProps & { offer: Offer }) {
  const { open, onOpen, t } = props;
  const { id, label, by, due, source, blockers } = offer;
  const isBlocked = blockers.length > 0;
  return (
    <li class={isBlocked ? 'offer waits' : 'offer'}>
      <button
        type="button"
        class="offer-button"
        data-offer={id}
        aria-expanded={open === id}
        onClick={() => onOpen(open === id ? null : id)}
      >
        <Icon name={isBlocked ? 'none' : 'running'} size={12} />
        <span class="grow">
          <span class="offer-label">{label}</span>
          <span class="soft small-text">
            {[isBlocked ? t('complaint.blocked') : '', due === '' ? '' : t('complaint.dueAt', { at: due }), by, source]
              .filter(Boolean)
              .join(' · ')}
          </span>
          {open !== id &&
            blockers
              .filter(({ isHard }) => isHard)
              .map(({ text }) => (
                <span key={text} class="bad-line">
                  {text}
                </span>
              ))}
        </span>
      </button>
      {open === id && <OpenForm offer={offer} {...props} />}
    </li>
  );
}

/** The form of an offer; it closes when it was recorded. */
export function OpenForm({ offer, model, onOpen, t, callbacks }: OffersProps & { offer: Offer }) {
  return (
    <ComplaintForm
      key={offer.id}
      offer={offer}
      model={model}
      t={t}
      onCancel={() => onOpen(null)}
      onRecord={async (form) => {
        if (await callbacks.recordEvent(form)) onOpen(null);
      }}
    />
  );
}
