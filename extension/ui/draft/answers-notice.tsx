import type { OverlayFinding } from '../../../core/policy/overlay-company.ts';
import { sayOverlay } from '../../../core/wording/say-overlay.ts';
import { useSpeech } from '../speech.ts';

/** Which of the company's settings do not count under the policy in use; nothing when all of them do. */
export function AnswersNotice({ findings }: { findings: readonly OverlayFinding[] }) {
  const { say, locale } = useSpeech();
  const list = sayOverlay(findings, locale);
  if (list === null) return null;
  return (
    <div class="notice notice-warn answers-aside" role="status" data-notice="answersAside">
      <strong>{say('panel.notice.answersAside')}</strong>
      <p>{list}</p>
    </div>
  );
}
