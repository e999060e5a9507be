import { FIELDS, type Field } from '../../../core/complaint/field.ts';
import type { OutgoingLedger } from '../../../core/register/outgoing-ledger.ts';
import { useSpeech } from '../speech.ts';

interface LedgerSectionProps {
  ledger: OutgoingLedger | null;
  /** What is wrong with the file that was opened; null: nothing. */
  trouble: string | null;
  isReading: boolean;
  onFile: (file: File) => void;
  onLedger: (ledger: OutgoingLedger | null) => void;
}

/** The user's own ledger, opened once, so that rows can be copied in its own column order. */
export function LedgerSection({ ledger, trouble, isReading, onFile, onLedger }: LedgerSectionProps) {
  const { say } = useSpeech();
  return (
    <section class="card" id="ledger" aria-labelledby="ledger-title" data-section="ledger">
      <h2 id="ledger-title">{say('options.ledger.title')}</h2>
      <p>{say('options.ledger.intro')}</p>
      {ledger !== null && (
        <>
          <p class="notice notice-good">
            {say('options.ledger.known', { file: ledger.file, sheet: ledger.sheet, count: ledger.columns.length })}
          </p>
          <details>
            <summary>{say('options.ledger.columns')}</summary>
            <ol class="ledger-columns">
              {ledger.columns.map((column, index) => (
                <li key={index} data-column={column.header}>
                  <label>
                    <span>{column.header || say('options.ledger.noHeader')}</span>
                    <select
                      value={column.fields[0] ?? ''}
                      onChange={(event) => onLedger(withField(ledger, index, event.currentTarget.value))}
                    >
                      <option value="">{say('options.ledger.empty')}</option>
                      {FIELDS.map((field) => (
                        <option key={field} value={field}>
                          {say(`fields.${field}`)}
                        </option>
                      ))}
                    </select>
                  </label>
                  {column.fields.length > 1 && (
                    <span class="note">{column.fields.map((field) => say(`fields.${field}`)).join(' + ')}</span>
                  )}
                  {column.part !== 'whole' && <span class="note">{say(`options.ledger.part.${column.part}`)}</span>}
                </li>
              ))}
            </ol>
          </details>
        </>
      )}
      {trouble !== null && (
        <p class="notice notice-bad" role="alert">
          {trouble}
        </p>
      )}
      <p class="row">
        <label class="button file-button">
          {say(
            isReading ? 'options.ledger.reading' : ledger === null ? 'options.ledger.open' : 'options.ledger.openOther',
          )}
          <input
            type="file"
            class="visually-hidden"
            accept=".xlsx,.xlsm,.xls,.csv,.tsv"
            data-input="ledger-file"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file) onFile(file);
              event.currentTarget.value = '';
            }}
          />
        </label>
        {ledger !== null && (
          <button type="button" class="button" onClick={() => onLedger(null)}>
            {say('options.ledger.forget')}
          </button>
        )}
      </p>
      <p class="note">{say('options.ledger.privacy')}</p>
    </section>
  );
}

/** A column that was taken for something else than it is. */
function withField(ledger: OutgoingLedger, index: number, chosen: string): OutgoingLedger {
  const fields: Field[] = FIELDS.filter((field) => field === chosen);
  const columns = ledger.columns.map((column, at) => (at === index ? { ...column, fields } : column));
  return { ...ledger, columns };
}
