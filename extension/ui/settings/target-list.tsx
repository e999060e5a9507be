import type { PolicyPack, Target } from '../../../core/policy/policy-pack.ts';
import { suggestedTargets } from '../../../core/policy/suggested-targets.ts';
import { useSpeech, type Speech } from '../speech.ts';

/** The time limits that the product suggests where the policy leaves them open: one line a milestone, all grades on it. */
export function TargetList({ pack }: { pack: PolicyPack }) {
  const speech = useSpeech();
  const { say, label } = speech;
  return (
    <div class="hint targets">
      <p>{say('panel.settings.targetsNote', { policy: label(pack.label) })}</p>
      <dl>
        {Object.entries(suggestedTargets(pack)).map(([milestone, targets]) => (
          <div key={milestone}>
            <dt>{label(pack.milestones.find(({ id }) => id === milestone)?.label ?? UNNAMED)}</dt>
            <dd>
              {pack.grades
                .map(({ id, label: grade }) => ({ grade, target: targets[id] ?? targets['default'] }))
                .map(({ grade, target }) =>
                  say('panel.settings.gradeSpan', {
                    grade: label(grade),
                    span: target === undefined ? say('panel.settings.target.notConfigured') : spanOf(target, speech),
                  }),
                )
                .join(' · ')}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

const UNNAMED = { 'zh-CN': '—', 'zh-TW': '—', en: '—' };

function spanOf(target: Target, { say }: Speech): string {
  if (target.unit === 'immediately' || target.unit === 'notConfigured')
    return say(`panel.settings.target.${target.unit}`);
  const isWholeHours = target.amount % 60 === 0;
  if (target.unit === 'workMinutes' && isWholeHours)
    return say('panel.settings.target.workHours', { count: target.amount / 60 });
  if (target.unit === 'clockMinutes' && isWholeHours)
    return say('panel.settings.target.clockHours', { count: target.amount / 60 });
  return say(`panel.settings.target.${target.unit}`, { count: target.amount });
}
