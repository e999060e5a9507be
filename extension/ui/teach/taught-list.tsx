import { useState } from 'preact/hooks';
import type { TaughtRecipe } from '../../../core/capture/taught-recipe.ts';
import { useSpeech } from '../speech.ts';
import './teach.css';

export interface TaughtListProps {
  recipes: readonly TaughtRecipe[];
  unreadable: number;
  notice: { isGood: boolean; text: string; undo: (() => void) | null } | null;
  onTeach: () => void;
  onChange: (recipe: TaughtRecipe) => void;
  onRename: (recipe: TaughtRecipe, name: string) => void;
  onRemove: (recipe: TaughtRecipe) => void;
  onExport: (recipes: readonly TaughtRecipe[]) => void;
  onImport: (file: File) => void;
}

/** What was taught, site by site: change, rename, delete, take along as a file. */
export function TaughtList(props: TaughtListProps) {
  const { say } = useSpeech();
  const { recipes, unreadable, notice } = props;
  return (
    <section class="group" aria-labelledby="taught-title" data-view="taught">
      <h2 id="taught-title">{say('teach.list.title')}</h2>
      {recipes.length === 0 && <p class="note">{say('teach.list.none')}</p>}
      <ul class="taught-list">
        {recipes.map((recipe) => (
          <TaughtRow key={recipe.id} {...props} recipe={recipe} />
        ))}
      </ul>
      {unreadable > 0 && <p class="notice notice-warn">{say('teach.list.unreadable', { count: unreadable })}</p>}
      {notice !== null && (
        <p
          class={`notice ${notice.isGood ? 'notice-good' : 'notice-bad'} teach-notice`}
          role={notice.isGood ? 'status' : 'alert'}
          data-notice="taught"
        >
          {notice.text}
          {notice.undo !== null && (
            <button type="button" class="link" data-action="undo-taught" onClick={notice.undo}>
              {say('queue.undo')}
            </button>
          )}
        </p>
      )}
      <p class="row">
        <button type="button" class="button" data-action="teach-front" onClick={props.onTeach}>
          {say('teach.list.teach')}
        </button>
        <label class="button teach-import">
          {say('teach.list.import')}
          <input
            type="file"
            class="visually-hidden"
            accept=".json,application/json"
            data-action="import-taught"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              event.currentTarget.value = '';
              if (file !== undefined) props.onImport(file);
            }}
          />
        </label>
        {recipes.length > 1 && (
          <button type="button" class="button" data-action="export-taught" onClick={() => props.onExport(recipes)}>
            {say('teach.list.export')}
          </button>
        )}
      </p>
    </section>
  );
}

function TaughtRow({ recipe, onChange, onRename, onRemove, onExport }: TaughtListProps & { recipe: TaughtRecipe }) {
  const { say, locale } = useSpeech();
  const [name, setName] = useState<string | null>(null);
  const rename = () => {
    if (name !== null && name.trim() !== '' && name.trim() !== recipe.name) onRename(recipe, name.trim());
    setName(null);
  };
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(recipe.changedAt));
  return (
    <li class="taught" data-taught={recipe.id}>
      {name === null ? (
        <strong class="taught-name">{recipe.name}</strong>
      ) : (
        <form
          class="taught-rename"
          onSubmit={(event) => {
            event.preventDefault();
            rename();
          }}
        >
          <input
            type="text"
            maxLength={80}
            value={name}
            aria-label={say('teach.list.of', { name: recipe.name })}
            ref={(input) => {
              if (input !== null && document.activeElement !== input) input.focus();
            }}
            onInput={(event) => setName(event.currentTarget.value)}
            onKeyDown={({ key }) => {
              if (key === 'Escape') setName(null);
            }}
          />
          <button type="submit" class="button">
            {say('teach.list.renameDone')}
          </button>
        </form>
      )}
      <span class="note address">
        {recipe.origin}
        {recipe.page}
      </span>
      <span class="note">
        {say('teach.list.parts', { count: recipe.parts.length })} · {say('teach.list.changed', { day })}
      </span>
      <span class="taught-acts" role="group" aria-label={say('teach.list.actions', { name: recipe.name })}>
        <button type="button" class="link" data-action="change-taught" onClick={() => onChange(recipe)}>
          {say('teach.list.change')}
        </button>
        <button type="button" class="link" data-action="rename-taught" onClick={() => setName(recipe.name)}>
          {say('teach.list.rename')}
        </button>
        <button type="button" class="link" data-action="export-one-taught" onClick={() => onExport([recipe])}>
          {say('teach.list.exportOne')}
        </button>
        <button type="button" class="link" data-action="remove-taught" onClick={() => onRemove(recipe)}>
          {say('teach.list.remove')}
        </button>
      </span>
    </li>
  );
}
