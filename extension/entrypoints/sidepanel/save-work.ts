import type { CapturedFile } from '../../../core/capture/captured-file.ts';
import { call } from '../../messages/call.ts';
import type { SaveResult } from '../../messages/queue-summary.ts';
import type { DraftEdits } from '../../ui/draft/draft-edits.ts';
import { tickedTexts } from '../../ui/draft/ticked-texts.ts';
import type { DraftContext, DraftView } from '../../ui/draft/view-draft.ts';
import type { Speech } from '../../ui/speech.ts';
import type { KeptWork } from './kept-work.ts';

type Saved = { ok: true; value: NonNullable<KeptWork['saved']> } | Extract<SaveResult, { ok: false }>;

/**
 * Saves a draft, and with it what the clerk did before: the link to a twin, the points that were ticked (as a note), the replies
 * that went out.
 */
export async function saveWork(
  context: DraftContext,
  model: DraftView,
  edits: DraftEdits,
  speech: Speech,
  files: CapturedFile[],
): Promise<Saved> {
  const saved = await call('saveComplaint', { complaint: { ...complaintOf(context, model), files } });
  if (!saved.ok) return saved;
  const { id, fieldCount, waiting } = saved.value;
  const isWhole = await keepBeside(id, context, model, edits, speech);
  return { ok: true, value: { id, fieldCount, waiting, isWhole } };
}

/** False when something of it could not be written: the complaint itself is saved all the same. */
async function keepBeside(
  id: string,
  { pack }: DraftContext,
  model: DraftView,
  { linkTo, taken = [], ticked = [] }: DraftEdits,
  speech: Speech,
): Promise<boolean> {
  const isKept: boolean[] = [];
  try {
    if (linkTo !== undefined)
      isKept.push((await call('linkEntry', { id, link: { to: linkTo, kind: 'sameMatter' } })).ok);
    const checked = tickedTexts(pack, model, ticked, speech);
    if (checked.length > 0) {
      const text = speech.say('panel.draft.guidance.note', { points: checked.map((point) => `\n• ${point}`).join('') });
      isKept.push((await call('noteEntry', { id, note: { act: 'add', text: text.slice(0, 10_000) } })).ok);
    }
    for (const { text, way } of taken) isKept.push((await call('noteReply', { id, text, way })).isKept);
  } catch {
    // The background did not answer: the panel says that not all was written.
    return false;
  }
  return isKept.every(Boolean);
}

function complaintOf({ capture, draft, pack }: DraftContext, model: DraftView) {
  const { values, category, grade, assessment, deadlines, calls } = model;
  return {
    ...{ values, category, grade, assessment, capture, draft },
    isUrgent: calls.lanes.length > 0 || (pack.grades.length > 1 && grade === pack.grades.at(-1)?.id),
    policy: { id: pack.id, version: pack.version },
    promised: deadlines,
  };
}
