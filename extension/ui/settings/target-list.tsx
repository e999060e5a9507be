import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import { suggestedTargets } from '../../../core/policy/suggested-targets.ts';
import { useSpeech } from '../speech.ts';
import { sayTarget } from './say-target.ts';

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
                    span: target === undefined ? say('panel.settings.target.notConfigured') : sayTarget(target, speech),
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
