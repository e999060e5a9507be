import { Icon } from './Icon.tsx';
import type { OwnDeadline, ShownComplaint, ShownDeadline } from './complaint-state.ts';
import type { PaneCallbacks, Words } from './pane-state.ts';

interface HeadProps {
  shown: ShownComplaint;
  t: Words;
  callbacks: PaneCallbacks;
}

/** Who complains of what, how grave it is and why, and until when what is due. */
export function ComplaintHead({ shown, t, callbacks }: HeadProps) {
  const { number, customer, product, category, grade, gradeReason, status, department, firstReceiver } = shown;
  const facts: [string, string][] = [
    [t('complaint.product'), product],
    [t('complaint.category'), category],
    [t('complaint.department'), department],
    [t('complaint.firstReceiver'), firstReceiver],
  ];
  return (
    <section class="complaint-head">
      <div class="complaint-top">
        <button
          type="button"
          class="button subtle small number"
          title={t('complaint.jump')}
          onClick={() => callbacks.showCell(shown.sheet, shown.row, shown.column)}
        >
          {number}
          <Icon name="jump" size={12} />
        </button>
        <span class={`chip ${shown.isOpen ? 'new' : ''}`}>{status}</span>
      </div>
      <h2>{customer === '' ? t('pane.today.noName') : customer}</h2>
      <p class="complaint-about">{shown.about}</p>
      {shown.demand !== '' && (
        <p class="soft small-text">
          {t('complaint.demand')}: {shown.demand}
        </p>
      )}
      <p class="complaint-grade">
        <strong>{grade}</strong> <span class="soft">{gradeReason}</span>
      </p>
      <dl class="facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name} class="fact">
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {shown.notices.map(({ level, text, cell }) => (
        <p key={text} class={`notice ${level}`}>
          <Icon name={level} />
          <span>{text}</span>
          {cell !== undefined && (
            <button
              type="button"
              class="button subtle small number"
              aria-label={t('pane.common.showCell', { address: cell.address })}
              onClick={() => callbacks.showCell(shown.sheet, cell.row, cell.column)}
            >
              {cell.address}
              <Icon name="jump" size={12} />
            </button>
          )}
        </p>
      ))}
      <Deadlines deadlines={shown.deadlines} t={t} />
      {shown.ownDeadline !== null && <Own deadline={shown.ownDeadline} t={t} />}
    </section>
  );
}

/** What the team wrote itself, beside what the policy says. */
function Own({ deadline: { at, note, isUrgent }, t }: { deadline: OwnDeadline; t: Words }) {
  return (
    <div class="own-deadline">
      <p class="own-deadline-line">
        <span class="grow">{t('complaint.ownDeadline.label')}</span>
        <span class="number soft">{at}</span>
      </p>
      {note !== '' && (
        <p class={isUrgent ? 'notice warning' : 'soft small-text'}>
          {isUrgent && <Icon name="warning" />}
          <span>{note}</span>
        </p>
      )}
    </div>
  );
}

function Deadlines({ deadlines, t }: { deadlines: ShownDeadline[]; t: Words }) {
  if (deadlines.length === 0) return <p class="soft small-text">{t('complaint.noDeadlines')}</p>;
  return (
    <ul class="deadline-list" aria-label={t('complaint.deadlines')}>
      {deadlines.map(({ milestone, label, state, tone, due, promised, doubt, trace }) => (
        <li key={milestone}>
          <details>
            <summary>
              <span class={`badge ${tone}`}>
                <Icon name={tone} size={12} />
                {state}
              </span>
              <span class="grow">{label}</span>
              <span class="number soft">{due}</span>
            </summary>
            <ol class="trace" aria-label={t('complaint.why')}>
              {trace.map((line, at) => (
                <li key={at}>{line}</li>
              ))}
            </ol>
          </details>
          {(promised !== '' || doubt !== '') && (
            <p class="soft small-text">
              {[promised === '' ? '' : t('complaint.promised', { at: promised }), doubt].filter(Boolean).join(' · ')}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
