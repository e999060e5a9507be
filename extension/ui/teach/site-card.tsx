import { useSpeech } from '../speech.ts';
import './teach.css';

export interface SiteCardProps {
  /** Host of the page in front; null where there is no web page, or the browser does not say. */
  site: string | null;
  isAllowed: boolean;
  /** How many other sites are allowed. */
  others: number;
  notice: { isGood: boolean; text: string } | null;
  onAllow: (isAllowed: boolean) => void;
  onShowAll: () => void;
}

/** Whether the site in front may be read and written without a new click each time. */
export function SiteCard({ site, isAllowed, others, notice, onAllow, onShowAll }: SiteCardProps) {
  const { say } = useSpeech();
  return (
    <section class="group" aria-labelledby="site-title" data-view="site">
      <h2 id="site-title">{say('teach.sites.title')}</h2>
      {site === null ? (
        <p class="note">{say('teach.sites.none')}</p>
      ) : (
        <>
          <label class="teach-allow">
            <input
              type="checkbox"
              data-action="allow-site"
              checked={isAllowed}
              onChange={(event) => {
                // What the browser grants decides, not the tick.
                event.currentTarget.checked = isAllowed;
                onAllow(!isAllowed);
              }}
            />
            <span class="address">{say('teach.sites.always', { site })}</span>
          </label>
          <p class="note">{say('teach.sites.what')}</p>
        </>
      )}
      {notice !== null && (
        <p
          class={`notice ${notice.isGood ? 'notice-good' : 'notice-warn'} teach-notice`}
          role="status"
          data-notice="site"
        >
          {notice.text}
        </p>
      )}
      {others > 0 && (
        <p class="note">
          {say('teach.sites.others', { count: others })}
          <button type="button" class="link" onClick={onShowAll}>
            {say('teach.sites.showAll')}
          </button>
        </p>
      )}
    </section>
  );
}
