import type { TaughtPart, TaughtPartRecipe } from '../../../core/capture/taught-recipe.ts';
import { TAUGHT_FIELDS } from '../../../core/capture/taught-recipe.ts';
import { useSpeech, type Speech } from '../speech.ts';
import { isWeak, type TeachDraft } from './teach-draft.ts';
import './teach.css';

/** What the reader found of a part: words, nothing there today (`''`), no place (null), or not tried yet. */
export type Read = string | null | undefined;

export interface TeachViewProps {
  draft: TeachDraft;
  values: Partial<Record<TaughtPart, Read>>;
  picking: TaughtPart | null;
  notice: { isBad: boolean; text: string } | null;
  isBusy: boolean;
  onPoint: (part: TaughtPart) => void;
  onStop: () => void;
  onForget: (part: TaughtPart) => void;
  onName: (name: string) => void;
  onPage: (page: string) => void;
  onSave: () => void;
  onClose: () => void;
}

const MAIN: readonly TaughtPart[] = [
  'body',
  'subject',
  'customerName',
  'contactPhone',
  'orderNo',
  'productName',
  'batchNo',
  'sentAt',
];
const MORE: readonly TaughtPart[] = ['number', 'from', ...TAUGHT_FIELDS.filter((field) => !MAIN.includes(field))];

export function sayPart({ say }: Pick<Speech, 'say'>, part: TaughtPart): string {
  const isOwn = part === 'body' || part === 'subject' || part === 'sentAt' || part === 'from' || part === 'number';
  return say(isOwn ? `teach.parts.${part}` : `fields.${part}`);
}

/** Part by part: where it stands, what the reader finds there, and the way to point at it. */
export function TeachView(props: TeachViewProps) {
  const { say } = useSpeech();
  const { draft, values, notice, isBusy, picking } = props;
  const failed = draft.parts.filter(({ part }) => values[part] === null).length;
  const hasMore = draft.parts.some(({ part }) => MORE.includes(part)) || (picking !== null && MORE.includes(picking));
  const row = (part: TaughtPart) => <PartRow key={part} {...props} part={part} />;
  return (
    <div class="teach" data-view="teach">
      <div class="scroll">
        <h1 class="teach-title">{say('teach.title')}</h1>
        <p class="note">{say('teach.intro')}</p>
        {notice !== null && (
          <p
            class={`notice ${notice.isBad ? 'notice-warn' : 'notice-info'} teach-notice`}
            role={notice.isBad ? 'alert' : 'status'}
            data-notice="teach"
          >
            {notice.text}
          </p>
        )}
        <section class="group" aria-labelledby="teach-main">
          <h2 id="teach-main">{say('teach.parts.main')}</h2>
          <ul>{MAIN.map(row)}</ul>
        </section>
        <details class="group teach-more" open={hasMore}>
          <summary>{say('teach.parts.more')}</summary>
          <ul>{MORE.map(row)}</ul>
        </details>
        {draft.origin !== null && <Where {...props} origin={draft.origin} />}
      </div>
      <div class="save-bar">
        <div class="save-row">
          <div class="save-facts" role="status">
            <span>
              {draft.parts.length === 0
                ? say('teach.nothingTaught')
                : say('teach.count', { count: draft.parts.length })}
            </span>
            {failed > 0 && <span class="teach-failed">{say('teach.failed', { count: failed })}</span>}
          </div>
          <div class="row">
            <button type="button" class="button" data-action="cancel-teach" onClick={props.onClose}>
              {say('teach.cancel')}
            </button>
            <button
              type="button"
              class="button button-main"
              data-action="save-taught"
              disabled={draft.parts.length === 0 || draft.name.trim() === '' || isBusy || picking !== null}
              onClick={props.onSave}
            >
              {say(isBusy ? 'teach.saving' : 'teach.save')}
            </button>
          </div>
        </div>
      </div>
    </div>
  );
}

function PartRow({ part, draft, values, picking, onPoint, onStop, onForget }: TeachViewProps & { part: TaughtPart }) {
  const speech = useSpeech();
  const { say } = speech;
  const taught = draft.parts.find((each) => each.part === part);
  const isPicking = picking === part;
  const name = sayPart(speech, part);
  const state = isPicking ? 'picking' : taught === undefined ? 'open' : values[part] === null ? 'failed' : 'taught';
  return (
    <li class="teach-part" data-part={part} data-state={state}>
      <div class="teach-head">
        <span class="teach-name">{name}</span>
        {taught !== undefined && !isPicking && (
          <button
            type="button"
            class="link"
            aria-label={say('teach.forgetPart', { part: name })}
            onClick={() => onForget(part)}
          >
            {say('teach.forget')}
          </button>
        )}
        {isPicking ? (
          <button type="button" class="button" data-action="stop-pointing" onClick={onStop}>
            {say('teach.stop')}
          </button>
        ) : (
          <button
            type="button"
            class="button"
            data-action="point"
            disabled={picking !== null}
            aria-label={say('teach.pointAt', { part: name })}
            onClick={() => onPoint(part)}
          >
            {say(taught === undefined ? 'teach.point' : 'teach.again')}
          </button>
        )}
      </div>
      {isPicking && (
        <div class="teach-picking" role="status">
          <strong>{say('teach.picking')}</strong>
          <span>{say('teach.pickingKeys')}</span>
        </div>
      )}
      {taught !== undefined && !isPicking && <Found taught={taught} read={values[part]} />}
    </li>
  );
}

function Found({ taught, read }: { taught: TaughtPartRecipe; read: Read }) {
  const { say } = useSpeech();
  const { label } = taught;
  const without = isWeak(taught) ? 'teach.noLabel' : 'teach.noLabelNamed';
  return (
    <>
      {read === null ? (
        <p class="teach-value teach-failed" role="alert" data-read="failed">
          {say('teach.notRead')}
        </p>
      ) : (
        <p class="teach-value" data-read={read === '' ? 'empty' : 'words'}>
          <bdi>{read === undefined ? '…' : read === '' ? say('teach.empty') : read}</bdi>
        </p>
      )}
      <p class="note">{label === null ? say(without) : say('teach.label', { label })}</p>
      {isWeak(taught) && <p class="note teach-weak">{say('teach.weak')}</p>}
    </>
  );
}

function Where({ draft, origin, onName, onPage }: TeachViewProps & { origin: string }) {
  const { say } = useSpeech();
  return (
    <section class="group" aria-label={say('teach.site')}>
      <div class="field">
        <label for="teach-name">{say('teach.name')}</label>
        <input
          id="teach-name"
          type="text"
          maxLength={80}
          value={draft.name}
          onInput={(event) => onName(event.currentTarget.value)}
        />
      </div>
      <div class="field">
        <label for="teach-pages">{say('teach.pages')}</label>
        <div class="control">
          <select id="teach-pages" value={draft.page} onChange={(event) => onPage(event.currentTarget.value)}>
            {draft.pages.map((page) => (
              <option key={page} value={page}>
                {page === '/'
                  ? say('teach.pagesSite')
                  : say(page.includes('*') ? 'teach.pagesLike' : 'teach.pagesOne', { page })}
              </option>
            ))}
          </select>
          <p class="note address">
            {origin}
            {draft.page}
          </p>
          {draft.page.includes('*') && <p class="note">{say('teach.pagesStar')}</p>}
        </div>
      </div>
    </section>
  );
}
