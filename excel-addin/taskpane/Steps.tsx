import { Icon } from './Icon.tsx';
import type { SetupStep, Words } from './pane-state.ts';

const STEPS = ['found', 'mapping', 'preview'] as const;

export function Steps({ step, t }: { step: SetupStep; t: Words }) {
  const at = STEPS.findIndex((item) => item === step);
  return (
    <ol class="steps" aria-label={t('pane.steps.label')}>
      {STEPS.map((item, index) => (
        <li key={item} class={index < at ? 'past' : ''} aria-current={item === step ? 'step' : undefined}>
          <span class="dot">{index < at ? <Icon name="sure" size={12} /> : index + 1}</span>
          {t(`pane.steps.${item}`)}
        </li>
      ))}
    </ol>
  );
}
