import { describe, expect, it } from 'vitest';
import type { Field } from '../../../core/complaint/field.ts';
import { extractDraft } from '../../../core/extract/extract-draft.ts';
import { candidatesIn, proposedValues } from '../../../core/extract/proposed-values.ts';
import { captureOf } from './capture-of.ts';
import { MORE_PHRASES } from './more-phrases.ts';
import { PHRASES } from './phrases.ts';
import type { Phrase } from './phrases.ts';

const ZONES = { zh: 'Asia/Shanghai', tw: 'Asia/Taipei', en: 'Europe/London' };

function proposed(field: Field, [written, body]: Phrase): string[] {
  const draft = extractDraft(captureOf({ body, zone: ZONES[written], sentAt: '2026-06-10T10:00:00+08:00' }));
  const value = proposedValues(draft)[field] ?? '';
  return candidatesIn(field, value, draft.values[field] ?? []).map((candidate) => candidate.value);
}

describe.each([...Object.entries(PHRASES), ...Object.entries(MORE_PHRASES)] as [Field, Phrase[]][])(
  '%s',
  (field, phrases) => {
    it.each(phrases.map((phrase) => [phrase[1], phrase] as const))('%s', (_, phrase) => {
      expect(proposed(field, phrase)).toEqual(phrase[2]);
    });
  },
);
