import type { ComponentChildren } from 'preact';
import { useSpeech } from '../speech.ts';

interface DataSectionProps {
  /** What is going on, or what came of it. */
  result: { tone: 'info' | 'good' | 'warn' | 'bad'; text: string; details: string[] } | null;
  isBusy: boolean;
  onExport: () => void;
  onImport: (file: File) => void;
}

/** Everything that this browser keeps, into one file and back. */
export function DataSection({ result, isBusy, onExport, onImport }: DataSectionProps) {
  const { say } = useSpeech();
  return (
    <section class="card" id="data" aria-labelledby="data-title" data-section="data">
      <h2 id="data-title">{say('options.data.title')}</h2>
      <p>{say('options.data.intro')}</p>
      <p class="row">
        <button type="button" class="button" data-action="export-all" disabled={isBusy} onClick={onExport}>
          {say('options.data.export')}
        </button>
        <label class="button file-button" data-disabled={isBusy}>
          {say('options.data.import')}
          <input
            type="file"
            class="visually-hidden"
            accept=".json,.zip,application/json,application/zip"
            data-input="everything-file"
            disabled={isBusy}
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file) onImport(file);
              event.currentTarget.value = '';
            }}
          />
        </label>
      </p>
      {result !== null && (
        <div
          class={`notice notice-${result.tone}`}
          role={result.tone === 'bad' ? 'alert' : 'status'}
          data-result={result.tone}
        >
          <p>{result.text}</p>
          {result.details.length > 0 && (
            <ul class="lines">
              {result.details.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </div>
      )}
      <p class="note">{say('options.data.warning')}</p>
    </section>
  );
}

interface SitesSectionProps {
  /** Addresses that the browser lets the extension read without a click. */
  sites: readonly string[];
  onRemove: (site: string) => void;
  /** Further settings of sites, by whoever owns them. */
  children?: ComponentChildren;
}

/** Sites that were granted, one by one. */
export function SitesSection({ sites, onRemove, children }: SitesSectionProps) {
  const { say } = useSpeech();
  return (
    <section class="card" id="sites" aria-labelledby="sites-title" data-section="sites">
      <h2 id="sites-title">{say('options.sites.title')}</h2>
      <p>{say('options.sites.intro')}</p>
      {sites.length === 0 ? (
        <p class="note">{say('options.sites.none')}</p>
      ) : (
        <ul class="lines">
          {sites.map((site) => (
            <li key={site} data-site={site}>
              <code>{site.replace(/\/\*$/, '')}</code>{' '}
              <button type="button" class="link" onClick={() => onRemove(site)}>
                {say('options.sites.remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {children}
    </section>
  );
}
