import { useSpeech } from './speech.ts';

/** Before the first click. */
export function EmptyView({ shortcut }: { shortcut: string }) {
  const { say } = useSpeech();
  return (
    <div class="plain" data-view="empty">
      <img class="mark" src="/icon/128.png" width="56" height="56" alt="" />
      <h1>{say('panel.empty.title')}</h1>
      <p>{say('panel.empty.body')}</p>
      <ol class="steps">
        <li>{say('panel.empty.step1')}</li>
        <li>{say('panel.empty.step2', { shortcut })}</li>
        <li>{say('panel.empty.step3')}</li>
      </ol>
      <p class="note">{say('panel.empty.selection')}</p>
      <p class="note">{say('panel.empty.local')}</p>
    </div>
  );
}

export function ReadingView() {
  const { say } = useSpeech();
  return (
    <div class="plain" data-view="reading" role="status">
      <p>{say('panel.reading')}</p>
    </div>
  );
}

export type RefusalCode = 'restrictedPage' | 'unreadablePage' | 'nothingToRead' | 'pageTooLarge' | 'replyPage';

/** The page could not be read: why, and what to do. */
export function RefusedView({ code, address }: { code: RefusalCode; address: string | null }) {
  const { say } = useSpeech();
  return (
    <div class="plain" data-view="refused" data-code={code} role="alert">
      <h1>{say(`panel.refused.${code}.title`)}</h1>
      <p>{say(`panel.refused.${code}.body`)}</p>
      {address !== null && <p class="note address">{say('panel.refused.page', { address })}</p>}
    </div>
  );
}

export interface NewClipNoticeProps {
  onTake: () => void;
  onStay: () => void;
}

/** Another page was read while something unsaved is before the clerk. */
export function NewClipNotice({ onTake, onStay }: NewClipNoticeProps) {
  const { say } = useSpeech();
  return (
    <div class="notice notice-warn new-clip" role="alert" data-notice="new-clip">
      <p>{say('panel.newClip.text')}</p>
      <p class="row">
        <button type="button" class="button" data-action="take-new" onClick={onTake}>
          {say('panel.newClip.take')}
        </button>
        <button type="button" class="button" data-action="stay" onClick={onStay}>
          {say('panel.newClip.stay')}
        </button>
      </p>
    </div>
  );
}

/** A click that read nothing while something unsaved is before the clerk. */
export function RefusedNotice({ code, onStay }: { code: RefusalCode; onStay: () => void }) {
  const { say } = useSpeech();
  return (
    <div class="notice notice-warn new-clip" role="alert" data-notice="refused">
      <strong>{say(`panel.refused.${code}.title`)}</strong>
      <p>{say(`panel.refused.${code}.body`)}</p>
      <p class="row">
        <button type="button" class="button" data-action="stay" onClick={onStay}>
          {say('panel.newClip.stay')}
        </button>
      </p>
    </div>
  );
}
