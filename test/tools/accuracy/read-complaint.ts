import type { PageCapture } from '../../../core/capture/page-capture.ts';
import type { Field } from '../../../core/complaint/field.ts';
import type { DraftValue } from '../../../core/extract/complaint-draft.ts';
import { extractDraft } from '../../../core/extract/extract-draft.ts';
import { candidatesIn } from '../../../core/extract/proposed-values.ts';
import { findPack } from '../../../core/policy/packs.ts';
import { startEdits } from '../../../extension/ui/draft/draft-edits.ts';
import { viewDraft } from '../../../extension/ui/draft/view-draft.ts';
import type { ReadPart } from './score-field.ts';

/** What the panel shows of a capture before the clerk touches it. */
export interface ReadComplaint {
  isComplaint: boolean;
  category: string | null;
  grade: string;
  /** The values that would be saved, each as the parts it is made of. */
  fields: Partial<Record<Field, ReadPart[]>>;
}

/** Runs the panel's own way from a capture to the draft before the clerk, under the general policy. */
export function readComplaint(capture: PageCapture): ReadComplaint {
  const pack = findPack('general');
  if (pack === null) throw new Error('No general policy');
  const draft = extractDraft(capture);
  const { capturedAt: asOf, zone } = capture;
  const view = viewDraft({ capture, draft, pack, company: null, asOf, zone }, startEdits(draft));
  const fields: ReadComplaint['fields'] = {};
  for (const [name, value] of Object.entries(view.values)) {
    const field = name as Field;
    const parts = partsOf(field, value, draft.values[field] ?? []);
    if (parts.length > 0) fields[field] = parts;
  }
  return { isComplaint: view.looksLikeComplaint, category: view.category, grade: view.grade, fields };
}

/** The time of clipping is none that was read. */
function partsOf(field: Field, value: string, candidates: readonly DraftValue[]): ReadPart[] {
  const taken = candidatesIn(field, value, candidates);
  if (taken.length === 0) return [{ value, quote: value }];
  return taken
    .filter(({ doubt }) => doubt !== 'fromClipTime')
    .map((candidate) => ({ value: candidate.value, quote: candidate.evidence.quote }));
}
