import { useState } from 'preact/hooks';
import type { Locale } from '../../core/policy/localized.ts';
import { ComplaintHead } from './ComplaintHead.tsx';
import { ComplaintOffers, OpenForm, type OffersProps } from './ComplaintOffers.tsx';
import { ComplaintReplies } from './ComplaintReplies.tsx';
import { ComplaintSearch } from './ComplaintSearch.tsx';
import { ComplaintTimeline } from './ComplaintTimeline.tsx';
import { Icon } from './Icon.tsx';
import type { ComplaintModel, Offer, ShownComplaint } from './complaint-state.ts';
import type { PaneCallbacks, Words } from './pane-state.ts';

export interface ComplaintProps {
  model: ComplaintModel;
  locale: Locale;
  t: Words;
  callbacks: PaneCallbacks;
}

/** One complaint: how it stands, what comes next, what happened, what to say to the customer. */
export function ComplaintView({ model, locale, t, callbacks }: ComplaintProps) {
  const { shown, selected } = model;
  return (
    <>
      <ComplaintSearch model={model} t={t} callbacks={callbacks} />
      {selected !== null && (
        <p class="notice info">
          <Icon name="info" />
          <span class="grow">{t('complaint.selected', { number: selected })}</span>
          <button type="button" class="button small" onClick={() => callbacks.openComplaint(selected)}>
            {t('complaint.openSelected')}
          </button>
        </p>
      )}
      {shown === null ? (
        <section class="empty">
          <Icon name="sheet" size={28} />
          <p>{t('complaint.search.hint')}</p>
        </section>
      ) : (
        <Complaint key={shown.number} shown={shown} model={model} locale={locale} t={t} callbacks={callbacks} />
      )}
      <LogCheck model={model} t={t} callbacks={callbacks} />
    </>
  );
}

function Complaint({ shown, model, locale, t, callbacks }: ComplaintProps & { shown: ShownComplaint }) {
  const [open, setOpen] = useState<string | null>(null);
  const choose = (offer: Offer['id'] | null) => {
    setOpen(offer);
    callbacks.holdComplaint(offer !== null);
  };
  return (
    <>
      <ComplaintHead shown={shown} t={t} callbacks={callbacks} />
      <ComplaintOffers shown={shown} model={model} open={open} onOpen={choose} t={t} callbacks={callbacks} />
      <Guidance shown={shown} model={model} open={open} onOpen={choose} t={t} callbacks={callbacks} />
      <ComplaintTimeline shown={shown} model={model} open={open} onOpen={choose} t={t} callbacks={callbacks} />
      <Remedies shown={shown} t={t} />
      <Responsibility shown={shown} t={t} />
      <ComplaintReplies shown={shown} model={model} locale={locale} t={t} callbacks={callbacks} />
    </>
  );
}

interface PartProps {
  shown: ShownComplaint;
  t: Words;
}

function Guidance(props: OffersProps) {
  const { shown, open, onOpen, t } = props;
  const { guidance, offers } = shown;
  const { step, texts, checklists, say, avoid } = guidance;
  const count = texts.length + checklists.length + say.length + avoid.length;
  if (count === 0) return null;
  return (
    <details class="card quiet fold">
      <summary>
        <h3>
          {t('complaint.guidance')}
          <span class="soft"> · {step}</span>
        </h3>
      </summary>
      <ul class="plain-list">
        {texts.map(({ text, source }) => (
          <li key={text}>
            {text} <span class="clause">{source}</span>
          </li>
        ))}
      </ul>
      {checklists.map(({ label, items }) => (
        <div key={label}>
          <h4>{label}</h4>
          <ul class="plain-list">
            {items.map((item) => {
              const offer = offers.find(({ id }) => id === `check:${item.id}`);
              if (item.isDone || offer === undefined) return <li key={item.id}>☑ {item.label}</li>;
              const isOpen = open === offer.id;
              return (
                <li key={item.id}>
                  <button
                    type="button"
                    class="tick"
                    data-offer={offer.id}
                    aria-expanded={isOpen}
                    onClick={() => onOpen(isOpen ? null : offer.id)}
                  >
                    ☐ {item.label}
                  </button>
                  {isOpen && <OpenForm offer={offer} {...props} />}
                </li>
              );
            })}
          </ul>
        </div>
      ))}
      {say.length > 0 && <h4>{t('complaint.sayThis')}</h4>}
      <ul class="plain-list">
        {say.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {avoid.length > 0 && <h4>{t('complaint.avoidThis')}</h4>}
      <ul class="plain-list">
        {avoid.map(({ text, instead }) => (
          <li key={text}>
            {text}
            {instead !== '' && <span class="soft"> {t('complaint.instead', { text: instead })}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Remedies({ shown: { remedies }, t }: PartProps) {
  if (remedies.length === 0) return null;
  const telling = remedies.filter(({ state }) => state !== 'onOffer');
  const others = remedies.filter(({ state }) => state === 'onOffer');
  return (
    <details class="card quiet fold" open={telling.length > 0}>
      <summary>
        <h3>{t('complaint.remedies')}</h3>
      </summary>
      <ul class="plain-list">
        {telling.map(({ id, label, stateWord, lines, source }) => (
          <li key={id}>
            <strong>{label}</strong> <span class="soft">{stateWord}</span> <span class="clause">{source}</span>
            {lines.map((line) => (
              <p key={line} class="soft small-text">
                {line}
              </p>
            ))}
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <p class="soft small-text">
          {t('complaint.onOffer')}: {others.map(({ label }) => label).join(' · ')}
        </p>
      )}
    </details>
  );
}

function Responsibility({ shown: { responsibility, responsibilityNotes }, t }: PartProps) {
  if (responsibility.length + responsibilityNotes.length === 0) return null;
  return (
    <details class="card quiet fold">
      <summary>
        <h3>{t('complaint.responsibility')}</h3>
      </summary>
      <ul class="plain-list">
        {responsibility.map(({ department, share, reason }) => (
          <li key={department}>
            <strong>{department}</strong> <span class="soft">{share}</span> <span class="clause">{reason}</span>
          </li>
        ))}
      </ul>
      {responsibilityNotes.map((note) => (
        <p key={note} class="soft small-text">
          {note}
        </p>
      ))}
    </details>
  );
}

function LogCheck({ model: { logCheck }, t, callbacks }: Omit<ComplaintProps, 'locale'>) {
  return (
    <section class="log-check" aria-live="polite">
      <button type="button" class="button subtle small" onClick={callbacks.checkLog}>
        <Icon name="sure" size={14} />
        {t('complaint.check.button')}
      </button>
      {logCheck?.findings.length === 0 && (
        <p class="soft small-text">{t('complaint.log.sound', { count: logCheck.count })}</p>
      )}
      <ul class="plain-list">
        {logCheck?.findings.map(({ text, row }) => (
          <li key={`${row ?? ''} ${text}`} class="bad-line">
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
}
