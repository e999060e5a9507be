import type { CapturedFile } from '../../../core/capture/captured-file.ts';
import { useSpeech } from '../speech.ts';
import { showSize } from './view-entry.ts';

export interface EntryFilesProps {
  files: readonly CapturedFile[];
  /** Names of the files that the page showed with the message. */
  attachments: readonly string[];
  onOpenFile: (file: CapturedFile) => void;
}

/** What was kept as evidence, with the hash by which it can be proved; and what the page showed that was not kept. */
export function EntryFiles({ files, attachments, onOpenFile }: EntryFilesProps) {
  const { say } = useSpeech();
  const kept = new Set(files.map(({ name }) => name));
  const notKept = attachments.filter((name) => !kept.has(name));
  if (files.length + notKept.length === 0) return null;
  return (
    <section class="card" aria-labelledby="entry-files">
      <h2 id="entry-files">{say('queue.files.title')}</h2>
      <ul class="entry-files">
        {files.map((file) => (
          <li key={`${file.sha256} ${file.name}`}>
            <button type="button" class="linked" onClick={() => onOpenFile(file)}>
              <strong dir="auto">{file.name}</strong>
            </button>
            <span class="note">
              {say(`queue.files.${file.origin}`)} · {showSize(file.size)}
            </span>
            <code class="note hash" title={`SHA-256 ${file.sha256}`}>
              SHA-256 {file.sha256}
            </code>
          </li>
        ))}
      </ul>
      {notKept.length > 0 && (
        <p class="note" dir="auto">
          {say('queue.files.notKept', { names: notKept.join('、') })}
        </p>
      )}
    </section>
  );
}
