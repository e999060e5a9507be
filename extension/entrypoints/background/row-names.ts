import { LOCALES } from '../../../core/policy/localized.ts';
import { findPack } from '../../../core/policy/packs.ts';
import type { RowNames } from '../../../core/queue/row-names.ts';
import { speechIn } from '../../ui/speech.ts';

const WORD_OF_PILE = {
  queued: 'queued',
  handedOver: 'handedOver',
  registered: 'registered',
  duplicates: 'duplicate',
  removed: 'removed',
} as const;

/** What grades, categories and states are called in every language: a queue is shared by people who use several. */
export function rowNames(): RowNames {
  const speeches = LOCALES.map(speechIn);
  return {
    grade: (id, policy) => namesIn(findPack(policy)?.grades, id),
    category: (id, policy) => namesIn(findPack(policy)?.categories, id),
    pile: (pile) => speeches.map(({ say }) => say(`queue.state.${WORD_OF_PILE[pile]}`)).join('\n'),
  };
}

function namesIn(known: readonly { id: string; label: Record<string, string> }[] | undefined, id: string): string {
  return Object.values(known?.find((each) => each.id === id)?.label ?? {}).join('\n');
}
