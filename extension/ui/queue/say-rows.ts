import type { Field } from '../../../core/complaint/field.ts';
import type { Speech } from '../speech.ts';

interface RowsResult {
  count: number;
  file: string | null;
  isOwnLedger: boolean;
  homeless: { fields: readonly Field[]; count: number };
}

/** What became of rows that were copied or exported, in words; null: the browser did not take them. */
export function sayRows(result: RowsResult | null, { say }: Speech): { isGood: boolean; text: string } {
  if (result === null) return { isGood: false, text: say('options.handoff.copyFailed') };
  const { count, file, isOwnLedger, homeless } = result;
  if (count === 0) return { isGood: false, text: say('options.handoff.nothing') };
  const lines = [
    file === null ? say('options.handoff.copied', { count }) : say('options.handoff.saved', { count, file }),
    say('options.handoff.marked'),
    ...(isOwnLedger ? [] : [say('options.handoff.noLedger')]),
    ...(homeless.count === 0
      ? []
      : [
          say('options.handoff.homeless', {
            fields: homeless.fields.map((field) => say(`fields.${field}`)).join(say('options.answer.comma')),
            count: homeless.count,
          }),
        ]),
  ];
  return { isGood: true, text: lines.join(' ') };
}
