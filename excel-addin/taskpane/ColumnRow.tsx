import { Field, LEDGER_FIELDS } from '../../core/complaint/field.ts';
import type { Locale } from '../../core/policy/localized.ts';
import { Icon } from './Icon.tsx';
import type { MappingColumn, Words } from './pane-state.ts';
import { sureness } from './sureness.ts';

interface ColumnRowProps {
  column: MappingColumn;
  /** Fields that some column carries already. */
  taken: Set<Field>;
  locale: Locale;
  t: Words;
  onFields: (column: number, fields: Field[]) => void;
}

const NOTHING = '';

/** One column of the ledger: its header, a few of its values, and what it is taken for. */
export function ColumnRow({ column, taken, t, onFields }: ColumnRowProps) {
  const sure = sureness(column);
  const title = column.header === '' ? t('pane.mapping.noHeader') : column.header;
  const id = `column-${column.column}`;
  const [first, ...more] = column.fields;
  const choose = (at: number, value: string) => {
    const fields: (Field | undefined)[] = [...column.fields];
    fields[at] = value === NOTHING ? undefined : Field.parse(value);
    onFields(column.column, [...new Set(fields.filter((field) => field !== undefined))]);
  };
  return (
    <li class={`column ${sure}`}>
      <div class="column-head">
        <span class="letter" aria-hidden="true">
          {column.letter}
        </span>
        <label class="name" for={id}>
          <span class="visually-hidden">{t('pane.mapping.column', { letter: column.letter })}</span>
          {title}
        </label>
        <span class={`sureness ${sure}`}>
          <Icon name={sure} size={12} />
          {t(`pane.sureness.${sure}`)}
        </span>
      </div>
      <p class="samples">{column.samples.length === 0 ? t('pane.mapping.noValues') : column.samples.join(' ┊ ')}</p>
      <FieldSelect id={id} value={first ?? NOTHING} taken={taken} t={t} onChoose={(value) => choose(0, value)} />
      {more.map((field, index) => (
        <div key={field} class="second">
          <label class="soft" for={`${id}-${index}`}>
            {t('pane.mapping.and')}
          </label>
          <FieldSelect
            id={`${id}-${index}`}
            value={field}
            taken={taken}
            t={t}
            onChoose={(value) => choose(index + 1, value)}
          />
        </div>
      ))}
    </li>
  );
}

interface FieldSelectProps {
  id: string;
  value: string;
  taken: Set<Field>;
  t: Words;
  onChoose: (value: string) => void;
}

function FieldSelect({ id, value, taken, t, onChoose }: FieldSelectProps) {
  return (
    <select id={id} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
      <option value={NOTHING}>{t('pane.mapping.keepOnly')}</option>
      {LEDGER_FIELDS.map((field) => (
        <option key={field} value={field}>
          {t(`fields.${field}`)}
          {taken.has(field) && field !== value ? t('pane.mapping.taken') : ''}
        </option>
      ))}
    </select>
  );
}
