import { useState } from 'preact/hooks';
import type { FindingGroup, FindingRow, FindingsCallbacks, Level } from './findings-state.ts';
import { Icon } from './Icon.tsx';
import type { PaneCallbacks, Words } from './pane-state.ts';

export type FindingActions = Pick<FindingsCallbacks, 'acceptFix' | 'acceptKind' | 'dismissFinding' | 'teachWord'>;

interface GroupsProps {
  groups: readonly FindingGroup[];
  t: Words;
  /** Null: nothing can be accepted yet. */
  actions: FindingActions | null;
  onShowCell: PaneCallbacks['showCell'];
}

const LEVELS = ['error', 'warning', 'info'] as const satisfies Level[];

/** Findings by kind, the gravest first; one level at a time when asked for. */
export function FindingGroups({ groups, t, actions, onShowCell }: GroupsProps) {
  const [level, setLevel] = useState<Level | null>(null);
  const countOf = (wanted: Level) => groups.reduce((sum, group) => sum + (group.level === wanted ? group.count : 0), 0);
  const shown = groups.filter((group) => level === null || group.level === level);
  return (
    <>
      <div class="level-filter" role="group" aria-label={t('findings.filter.label')}>
        <button type="button" aria-pressed={level === null} onClick={() => setLevel(null)}>
          {t('findings.filter.all')} <strong>{groups.reduce((sum, { count }) => sum + count, 0)}</strong>
        </button>
        {LEVELS.map((each) => (
          <button
            key={each}
            type="button"
            class={each}
            aria-pressed={level === each}
            onClick={() => setLevel(level === each ? null : each)}
          >
            <Icon name={each} size={14} />
            {t(`register.level.${each}`)} <strong>{countOf(each)}</strong>
          </button>
        ))}
      </div>
      {shown.length === 0 && <p class="soft">{t('findings.noneOfLevel')}</p>}
      <ul class="finding-groups">
        {shown.map((group) => (
          <li key={`${group.level} ${group.kind}`}>
            <Group group={group} isOpen={shown.length <= 2} t={t} actions={actions} onShowCell={onShowCell} />
          </li>
        ))}
      </ul>
    </>
  );
}

interface GroupProps extends Omit<GroupsProps, 'groups'> {
  group: FindingGroup;
  isOpen: boolean;
}

function Group({ group, isOpen, t, actions, onShowCell }: GroupProps) {
  const [isAsked, ask] = useState(false);
  const { level, title, count, rowsTouched, fixable, rows, kind } = group;
  return (
    <details class="finding-group" open={isOpen}>
      <summary>
        <span class={`sign ${level}`}>
          <Icon name={level} />
          <span class="visually-hidden">{t(`register.level.${level}`)}</span>
        </span>
        <span class="name">{title}</span>
        <span class="amount number">
          {t('findings.rows', { count: rowsTouched })}
          {count !== rowsTouched && ` · ${t('findings.count', { count })}`}
        </span>
      </summary>
      {actions !== null && fixable > 1 && !isAsked && (
        <button type="button" class="button small" onClick={() => ask(true)}>
          {t('findings.acceptAll', { count: fixable })}
        </button>
      )}
      {actions !== null && isAsked && (
        <div class="consent">
          <p>{t('findings.acceptAllSure', { count: fixable })}</p>
          <div class="actions">
            <button
              type="button"
              class="button primary small"
              onClick={() => {
                ask(false);
                actions.acceptKind(kind);
              }}
            >
              {t('findings.sure')}
            </button>
            <button type="button" class="button small" onClick={() => ask(false)}>
              {t('findings.cancel')}
            </button>
          </div>
        </div>
      )}
      <ul class="finding-rows">
        {rows.map((row) => (
          <Row key={row.key} row={row} t={t} actions={actions} onShowCell={onShowCell} />
        ))}
      </ul>
      {count > rows.length && <p class="soft small-text">{t('findings.more', { shown: rows.length })}</p>}
    </details>
  );
}

function Row({ row, t, actions, onShowCell }: Omit<GroupsProps, 'groups'> & { row: FindingRow }) {
  const { key, number, address, text, fix } = row;
  return (
    <li>
      <p class="finding-head">
        <button
          type="button"
          class="button small jump"
          aria-label={t('pane.common.showCell', { address })}
          onClick={() => onShowCell(row.sheet, row.row, row.column)}
        >
          {address}
          <Icon name="jump" size={12} />
        </button>
        {number !== '' && <span class="soft small-text">{number}</span>}
      </p>
      <p>{text}</p>
      {fix !== null && <p class="proposal">{t('findings.fix', { value: fix === '' ? t('findings.blank') : fix })}</p>}
      {actions !== null && row.word !== null && <Word word={row.word} t={t} onTaught={actions.teachWord} />}
      {actions !== null && number !== '' && (
        <div class="actions">
          {fix !== null && (
            <button
              type="button"
              class="button small"
              aria-label={t('findings.acceptOf', { address })}
              onClick={() => actions.acceptFix(key)}
            >
              {t('findings.accept')}
            </button>
          )}
          <button
            type="button"
            class="button subtle small"
            aria-label={t('findings.dismissOf', { address })}
            onClick={() => actions.dismissFinding(key)}
          >
            {t('findings.dismiss')}
          </button>
        </div>
      )}
    </li>
  );
}

interface WordProps {
  word: NonNullable<FindingRow['word']>;
  t: Words;
  onTaught: FindingActions['teachWord'];
}

/** Says what a word of the team's own means; it is remembered with the register. */
function Word({ word: { of, word, meanings }, t, onTaught }: WordProps) {
  return (
    <label class="field">
      <span class="soft small-text">{t('findings.word.means', { word })}</span>
      <select
        value=""
        onChange={(event) => {
          const means = event.currentTarget.value;
          if (means !== '') onTaught({ of, word, means });
        }}
      >
        <option value="">{t('findings.word.choose')}</option>
        {meanings.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
