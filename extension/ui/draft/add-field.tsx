import type { Field } from '../../../core/complaint/field.ts';
import { useSpeech } from '../speech.ts';

/** Adds a field that nothing proposed: it appears empty, with the cursor in it. */
export function AddField({ fields, onAdd }: { fields: readonly Field[]; onAdd: (field: Field) => void }) {
  const { say } = useSpeech();
  if (fields.length === 0) return null;
  return (
    <div class="field add-field">
      <label for="add-field">{say('panel.draft.add')}</label>
      <select
        id="add-field"
        class="quiet"
        value=""
        onChange={({ currentTarget }) => {
          const field = fields.find((each) => each === currentTarget.value);
          currentTarget.value = '';
          if (field !== undefined) onAdd(field);
        }}
      >
        <option value="">{say('panel.draft.addChoose')}</option>
        {fields.map((field) => (
          <option key={field} value={field}>
            {say(`fields.${field}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
