import type { Assessment, Choice } from '../../../core/grade/assessment.ts';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import { saySource } from '../../../core/wording/say-source.ts';
import { useSpeech, type Speech } from '../speech.ts';
import { CallRows, type CallRowsProps } from './call-rows.tsx';
import { isClause, labelOf, sayReason } from './say-reason.ts';

export interface AssessmentSectionProps {
  pack: PolicyPack;
  proposal: Pick<Assessment, 'category' | 'nearCategories' | 'grade' | 'openSums'>;
  category: string | null;
  grade: string;
  /** `undefined` goes back to the proposal. */
  onCategory: (id: string | null | undefined) => void;
  onGrade: (id: string | undefined) => void;
  calls: Omit<CallRowsProps, 'pack'>;
}

/** Category and grade as selects, each with the reason for its proposal. */
export function AssessmentSection(props: AssessmentSectionProps) {
  const { pack, proposal, category, grade, onCategory, onGrade, calls } = props;
  const speech = useSpeech();
  const { say, label } = speech;
  const categoryReason =
    proposal.category === null ? say('panel.assessment.noCategory') : sayReason(proposal.category, pack, speech);
  return (
    <section class="group" aria-labelledby="assessment-title">
      <h2 id="assessment-title">{say('panel.assessment.title')}</h2>
      <div class="field" data-field="category" data-state={category === null ? 'missing' : 'plain'}>
        <label for="choose-category">{say('panel.assessment.category')}</label>
        <div class="control">
          <select
            id="choose-category"
            value={category ?? ''}
            onChange={(event) => onCategory(event.currentTarget.value === '' ? null : event.currentTarget.value)}
          >
            <option value="">{say('panel.assessment.choose')}</option>
            {pack.categories.map((each) => (
              <option key={each.id} value={each.id}>
                {label(each.label)}
              </option>
            ))}
          </select>
          <Reason
            isChosen={category !== (proposal.category?.id ?? null)}
            text={categoryReason}
            suggestion={labelOf(pack.categories, proposal.category?.id ?? null, speech)}
            onRestore={() => onCategory(undefined)}
          />
          {category !== null && category === proposal.category?.id && (
            <NearCategories near={proposal.nearCategories ?? []} pack={pack} onCategory={onCategory} />
          )}
        </div>
      </div>
      <div class="field" data-field="grade" data-state="plain">
        <label for="choose-grade">{say('panel.assessment.grade')}</label>
        <div class="control">
          <span class="grade" data-step={stepOf(pack, grade)}>
            <select id="choose-grade" value={grade} onChange={(event) => onGrade(event.currentTarget.value)}>
              {pack.grades.map((each) => (
                <option key={each.id} value={each.id}>
                  {label(each.label)}
                </option>
              ))}
            </select>
          </span>
          <Reason
            isChosen={grade !== proposal.grade.id}
            text={gradeReason(pack, proposal.grade, speech)}
            suggestion={labelOf(pack.grades, proposal.grade.id, speech)}
            onRestore={() => onGrade(undefined)}
          />
          {grade === proposal.grade.id && <OtherCurrency sums={proposal.openSums ?? []} />}
        </div>
      </div>
      <CallRows pack={pack} {...calls} />
    </section>
  );
}

interface NearCategoriesProps {
  near: readonly Choice[];
  pack: PolicyPack;
  onCategory: (id: string) => void;
}

/** Categories that come near the proposed one, each with its reason: the clerk confirms, or takes one of them. */
function NearCategories({ near, pack, onCategory }: NearCategoriesProps) {
  const speech = useSpeech();
  const { say } = speech;
  if (near.length === 0) return null;
  return (
    <div class="note ask" data-note="nearCategories">
      <span class="badge badge-warn">{say('panel.field.check')}</span>
      {say('panel.assessment.near')}
      <ul>
        {near.map((choice) => (
          <li key={choice.id}>
            <button type="button" class="link" onClick={() => onCategory(choice.id)}>
              {labelOf(pack.categories, choice.id, speech)}
            </button>{' '}
            {sayReason({ ...choice, source: null }, pack, speech)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Sums that the policy's limits could not be compared with: the clerk is asked for the grade. */
function OtherCurrency({ sums }: { sums: NonNullable<Assessment['openSums']> }) {
  const { say } = useSpeech();
  const [first] = sums;
  if (first === undefined) return null;
  const quoted = new Set(first.words.map(({ quote }) => say('panel.notice.word', { word: quote })));
  return (
    <p class="note ask" data-note="otherCurrency">
      <span class="badge badge-warn">{say('panel.field.check')}</span>
      {say('panel.assessment.otherCurrency', { sum: [...quoted].slice(0, 4).join(' '), currency: first.currency })}
    </p>
  );
}

interface ReasonProps {
  isChosen: boolean;
  text: string;
  suggestion: string | null;
  onRestore: () => void;
}

function Reason({ isChosen, text, suggestion, onRestore }: ReasonProps) {
  const { say } = useSpeech();
  if (!isChosen) return <p class="note reason">{text}</p>;
  return (
    <p class="note reason">
      {suggestion === null ? say('panel.assessment.chosenNone') : say('panel.assessment.chosen', { label: suggestion })}
      {suggestion !== null && (
        <button type="button" class="link" onClick={onRestore}>
          {say('panel.assessment.restore')}
        </button>
      )}
    </p>
  );
}

/** 1 for the mildest grade to 3 for the gravest, for the colour beside its name. */
function stepOf({ grades }: PolicyPack, id: string): number {
  const at = grades.findIndex((grade) => grade.id === id);
  return at <= 0 ? 1 : at === grades.length - 1 ? 3 : 2;
}

function gradeReason(pack: PolicyPack, choice: Choice, speech: Speech): string {
  const rule = pack.gradeRules.find(({ id }) => id === choice.rule);
  if (rule === undefined) return speech.say('panel.assessment.noGrade');
  const reason = speech.label(rule.reason);
  const because = isClause(rule.source)
    ? speech.say('panel.assessment.reason', { source: saySource(speech.locale, rule.source), reason })
    : speech.say('panel.assessment.reasonOnly', { reason });
  return [because, sayReason({ ...choice, source: null }, pack, speech)].filter((part) => part !== '').join(' · ');
}
