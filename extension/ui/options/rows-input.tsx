import type { ComponentChildren } from 'preact';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import { useSpeech } from '../speech.ts';
import { SPAN_UNITS, type LadderForm, type WarnForm } from '../../../core/policy/answer-form.ts';

interface RowsProps<Row> {
  rows: Row[];
  pack: PolicyPack;
  onChange: (rows: Row[]) => void;
}

/** When a clock warns: one line a point, for all grades or one. */
export function WarnInput({ rows, pack, onChange }: RowsProps<WarnForm>) {
  const { say, label } = useSpeech();
  const units = [...SPAN_UNITS, 'percent'] as const;
  return (
    <Rows rows={rows} fresh={{ grade: 'default', amount: '', unit: 'hours' }} onChange={onChange}>
      {(row, change) => (
        <>
          <select
            aria-label={say('options.rows.grade')}
            value={row.grade}
            onChange={(event) => change({ grade: event.currentTarget.value })}
          >
            <option value="default">{say('options.rows.allGrades')}</option>
            {pack.grades.map((grade) => (
              <option key={grade.id} value={grade.id}>
                {label(grade.label)}
              </option>
            ))}
          </select>
          <Amount value={row.amount} onInput={(amount) => change({ amount })} />
          <select
            aria-label={say('options.rows.unit')}
            value={row.unit}
            onChange={(event) => change({ unit: units.find((each) => each === event.currentTarget.value) ?? 'hours' })}
          >
            {units.map((unit) => (
              <option key={unit} value={unit}>
                {say(`options.rows.${unit}`)}
              </option>
            ))}
          </select>
        </>
      )}
    </Rows>
  );
}

const WHEN = (['before', 'after'] as const).flatMap((when) => SPAN_UNITS.map((unit) => ({ unit, when })));

/** Who is told how long before or after. */
export function LadderInput({ rows, pack, onChange }: RowsProps<LadderForm>) {
  const { say, label } = useSpeech();
  return (
    <Rows rows={rows} fresh={{ tell: '', amount: '', unit: 'hours', when: 'after' }} onChange={onChange}>
      {(row, change) => (
        <>
          <select
            aria-label={say('options.rows.role')}
            value={row.tell}
            onChange={(event) => change({ tell: event.currentTarget.value })}
          >
            <option value="">{say('options.wizard.choose')}</option>
            {pack.roles.map((role) => (
              <option key={role.id} value={role.id}>
                {label(role.label)}
              </option>
            ))}
          </select>
          <Amount value={row.amount} onInput={(amount) => change({ amount })} />
          <select
            aria-label={say('options.rows.when')}
            value={`${row.unit} ${row.when}`}
            onChange={(event) => {
              const chosen = WHEN.find(({ unit, when }) => `${unit} ${when}` === event.currentTarget.value);
              if (chosen !== undefined) change(chosen);
            }}
          >
            {WHEN.map(({ unit, when }) => (
              <option key={`${unit} ${when}`} value={`${unit} ${when}`}>
                {say(`options.rows.${when}.${unit}`)}
              </option>
            ))}
          </select>
        </>
      )}
    </Rows>
  );
}

function Amount({ value, onInput }: { value: string; onInput: (amount: string) => void }) {
  const { say } = useSpeech();
  return (
    <input
      type="text"
      inputMode="decimal"
      class="amount"
      aria-label={say('options.rows.amount')}
      value={value}
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  );
}

interface LinesProps<Row> {
  rows: Row[];
  fresh: Row;
  onChange: (rows: Row[]) => void;
  children: (row: Row, change: (part: Partial<Row>) => void) => ComponentChildren;
}

/** Lines that can be added and taken away. */
function Rows<Row>({ rows, fresh, onChange, children }: LinesProps<Row>) {
  const { say } = useSpeech();
  return (
    <div class="rows">
      {rows.map((row, index) => (
        <div key={index} class="rows-line">
          {children(row, (part) => onChange(rows.map((each, at) => (at === index ? { ...each, ...part } : each))))}
          {rows.length > 1 && (
            <button type="button" class="link" onClick={() => onChange(rows.filter((_, at) => at !== index))}>
              {say('options.rows.remove')}
            </button>
          )}
        </div>
      ))}
      <button type="button" class="link" onClick={() => onChange([...rows, fresh])}>
        {say('options.rows.add')}
      </button>
    </div>
  );
}
