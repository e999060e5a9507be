import type { CapturedFile } from '../../../core/capture/captured-file.ts';
import { useSpeech } from '../speech.ts';
import { showSize } from './show-size.ts';

export interface FileRowProps {
  file: CapturedFile;
  preview: string | null;
  onRemove: () => void;
  onSave: () => void;
}

/** One kept file: what it is, and the beginning of the hash that proves it. */
export function FileRow({ file, preview, onRemove, onSave }: FileRowProps) {
  const { say, locale } = useSpeech();
  return (
    <li class="file-row" data-file={file.sha256}>
      {preview === null ? (
        <span class="file-mark" aria-hidden="true">
          {/\.([a-z0-9]{1,4})$/i.exec(file.name)?.[1]?.toUpperCase() ?? '·'}
        </span>
      ) : (
        <img class="file-preview" src={preview} alt={say('inputs.files.preview', { name: file.name })} />
      )}
      <span class="file-words">
        <button type="button" class="file-name" dir="auto" title={say('inputs.files.saveAs')} onClick={onSave}>
          {file.name}
        </button>
        <span class="note">
          {[say(`inputs.files.kind.${file.origin}`), showSize(file.size, locale)].join(' · ')}
          <span class="file-hash" title={`SHA-256 ${file.sha256}`}>
            {' · '}
            {file.sha256.slice(0, 8)}
          </span>
        </span>
      </span>
      <button
        type="button"
        class="mail-remove"
        data-action="remove-file"
        aria-label={say('inputs.files.remove', { name: file.name })}
        title={say('inputs.files.removeShort')}
        onClick={onRemove}
      >
        ×
      </button>
    </li>
  );
}
