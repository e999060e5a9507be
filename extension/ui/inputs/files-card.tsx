import { useState } from 'preact/hooks';
import type { CapturedFile } from '../../../core/capture/captured-file.ts';
import { useSpeech } from '../speech.ts';
import { FileRow } from './file-row.tsx';
import './inputs.css';

/** A file that the page shows and that may be kept. */
export interface OfferedFile {
  url: string;
  name: string;
  kind: 'attachment' | 'inlinePicture';
  sizeText: string;
  /** The site it lies on, when that is another than the page's. */
  otherSite: string | null;
}

export interface FileTrouble {
  name: string;
  code: string;
  detail: Record<string, string | number>;
}

export interface FilesCardProps {
  kept: CapturedFile[];
  /** Addresses of small pictures to show, by hash. */
  previews: ReadonlyMap<string, string>;
  /** Names of the files that came with the message. */
  named: readonly string[];
  /** Null: not asked for yet. */
  offered: OfferedFile[] | null;
  hasPage: boolean;
  busy: { done: number; all: number } | null;
  troubles: FileTrouble[];
  onLook: () => void;
  onKeep: (urls: string[]) => void;
  onPicture: () => void;
  onAdd: () => void;
  onRemove: (sha256: string) => void;
  onSave: (file: CapturedFile) => void;
}

/** Files kept as evidence with this complaint. Nothing is fetched before the clerk has ticked it. */
export function FilesCard(props: FilesCardProps) {
  const { kept, previews, named, offered, hasPage, busy, troubles } = props;
  const { say } = useSpeech();
  const left = named.filter((name) => !kept.some((file) => file.name === name)).length;
  return (
    <section class="card files" aria-labelledby="files-title" data-kept={kept.length}>
      <h2 id="files-title">{say('inputs.files.title')}</h2>
      {kept.length === 0 && (
        <p class="note">
          {named.length > 0 && hasPage ? say('inputs.files.named', { count: named.length }) : say('inputs.files.none')}
        </p>
      )}
      {kept.length > 0 && (
        <ul class="files-kept">
          {kept.map((file) => (
            <FileRow
              key={file.sha256}
              file={file}
              preview={previews.get(file.sha256) ?? null}
              onRemove={() => props.onRemove(file.sha256)}
              onSave={() => props.onSave(file)}
            />
          ))}
        </ul>
      )}
      {offered !== null && (
        <Offer
          key={offered.map(({ url }) => url).join(' ')}
          offered={offered}
          isBusy={busy !== null}
          onKeep={props.onKeep}
        />
      )}
      <div role="status">
        {busy !== null && <p class="note">{say('inputs.files.busy', busy)}</p>}
        {troubles.map(({ name, code, detail }) => (
          <p key={`${name} ${code}`} class="hint files-trouble" data-trouble={code}>
            {name !== '' && <strong dir="auto">{name} </strong>}
            {say(`inputs.trouble.${code}`, detail)}
          </p>
        ))}
      </div>
      <p class="row files-acts">
        {hasPage && offered === null && (
          <button
            type="button"
            class="button button-small"
            data-action="look-files"
            disabled={busy !== null}
            onClick={props.onLook}
          >
            {left > 0 ? say('inputs.files.look', { count: left }) : say('inputs.files.lookAny')}
          </button>
        )}
        {hasPage && (
          <button
            type="button"
            class="button button-small"
            data-action="page-picture"
            disabled={busy !== null}
            onClick={props.onPicture}
          >
            {say('inputs.files.picture')}
          </button>
        )}
        <button
          type="button"
          class="button button-small"
          data-action="add-file"
          disabled={busy !== null}
          onClick={props.onAdd}
        >
          {say('inputs.files.add')}
        </button>
      </p>
    </section>
  );
}

interface OfferProps {
  offered: OfferedFile[];
  isBusy: boolean;
  onKeep: (urls: string[]) => void;
}

function Offer({ offered, isBusy, onKeep }: OfferProps) {
  const { say } = useSpeech();
  const [ticked, setTicked] = useState(
    () => new Set(offered.filter(({ kind }) => kind === 'attachment').map(({ url }) => url)),
  );
  if (offered.length === 0) return <p class="hint">{say('inputs.files.nothing')}</p>;
  const tick = (url: string, isOn: boolean) => {
    const next = new Set(ticked);
    if (isOn) next.add(url);
    else next.delete(url);
    setTicked(next);
  };
  return (
    <fieldset class="files-offer" disabled={isBusy}>
      <legend class="note">{say('inputs.files.choose')}</legend>
      {offered.map(({ url, name, kind, sizeText, otherSite }) => (
        <label key={url} class="offer">
          <input
            type="checkbox"
            checked={ticked.has(url)}
            onChange={(event) => tick(url, event.currentTarget.checked)}
          />
          <span class="offer-words">
            <span class="offer-name" dir="auto">
              {name === '' ? say('inputs.files.noName') : name}
            </span>
            <span class="note">
              {[
                say(`inputs.files.kind.${kind}`),
                sizeText,
                otherSite === null ? '' : say('inputs.files.otherSite', { site: otherSite }),
              ]
                .filter((words) => words !== '')
                .join(' · ')}
            </span>
          </span>
        </label>
      ))}
      <p class="row">
        <button
          type="button"
          class="button button-small button-main"
          data-action="keep-files"
          disabled={ticked.size === 0 || isBusy}
          onClick={() => onKeep([...ticked])}
        >
          {say('inputs.files.keep', { count: ticked.size })}
        </button>
      </p>
    </fieldset>
  );
}
