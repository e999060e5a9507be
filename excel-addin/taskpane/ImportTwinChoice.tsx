import type { ImportPreview, TwinChoice, Words } from './pane-state.ts';

interface TwinProps {
  complaint: ImportPreview['complaints'][number];
  t: Words;
  onChoose: (id: string, choice: TwinChoice) => void;
}

/** Of two that come in together, the choice is between both and the other one. */
const OF_TWO = { import: 'importBoth', skip: 'skipThis', link: 'link' } as const;

/** A complaint that looks like a row of the register or another one beside it: which, and what shall become of it. */
export function ImportTwinChoice({ complaint: { id, customer, about, twin }, t, onChoose }: TwinProps) {
  if (twin === null) return null;
  const choices: TwinChoice[] = twin.canLink ? ['import', 'link', 'skip'] : ['import', 'skip'];
  const like = t(twin.like.code, twin.like.params);
  return (
    <li class="twin">
      <span class="grow">
        <span class="name">{customer === '' ? t('pane.today.noName') : customer}</span>
        <span class="about">{about}</span>
        <span class="small-text wrong">{like}</span>
        <select
          aria-label={`${customer} ${like}`}
          value={twin.choice}
          onChange={(event) => {
            const { value } = event.currentTarget;
            const choice = choices.find((each) => each === value);
            if (choice !== undefined) onChoose(id, choice);
          }}
        >
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {t(`pane.import.twin.${twin.kind === 'incoming' ? OF_TWO[choice] : choice}`)}
            </option>
          ))}
        </select>
      </span>
    </li>
  );
}
