import type { Field } from '../../../core/complaint/field.ts';
import { fieldKind } from '../../../core/complaint/field.ts';
import { showTime } from '../show-time.ts';
import { useSpeech } from '../speech.ts';
import { AssessmentSection } from './assessment-section.tsx';
import { DeadlineSection } from './deadline-section.tsx';
import { DraftNotices, type TwinView } from './draft-notices.tsx';
import { FieldRow } from './field-row.tsx';
import { QuestionSection } from './question-section.tsx';
import { SaveBar } from './save-bar.tsx';
import type { GroupId } from './shown-fields.ts';
import { SourceStrip } from './source-strip.tsx';
import type { DraftContext, DraftView as DraftModel } from './view-draft.ts';

export interface DraftViewProps {
  context: DraftContext;
  model: DraftModel;
  twins: TwinView[];
  isSaving: boolean;
  trouble: string | null;
  onField: (field: Field, value: string) => void;
  onCategory: (id: string | null | undefined) => void;
  onGrade: (id: string | undefined) => void;
  onCopy: (text: string) => Promise<boolean>;
  onSetHours: () => void;
  onSave: () => void;
}

/** The draft of one complaint, from what the page said to the button that saves it. */
export function DraftView(props: DraftViewProps) {
  const { context, model, twins, isSaving, trouble, onField, onCategory, onGrade, onCopy, onSetHours, onSave } = props;
  const speech = useSpeech();
  const { capture, draft, pack, company, asOf, zone } = context;
  const asShown = (field: Field, value: string) =>
    fieldKind(field) === 'time' ? showTime(speech, value, zone, asOf) : value;
  const groupsOf = (...wanted: GroupId[]) =>
    model.groups
      .filter(({ id, fields }) => wanted.includes(id) && fields.length > 0)
      .map(({ id, fields }) => (
        <section key={id} class="group" aria-labelledby={`group-${id}`}>
          <h2 id={`group-${id}`}>{speech.say(`panel.groups.${id}`)}</h2>
          {fields.map((view) => (
            <FieldRow key={view.field} view={view} zone={zone} asShown={asShown} onChange={onField} />
          ))}
        </section>
      ));
  return (
    <div class="draft">
      <div class="scroll">
        <SourceStrip capture={capture} asOf={asOf} zone={zone} />
        <DraftNotices looksLikeComplaint={model.looksLikeComplaint} signals={draft.isComplaint.signals} twins={twins} />
        {groupsOf('customer', 'matter')}
        <AssessmentSection
          pack={pack}
          proposal={model.assessment}
          category={model.category}
          grade={model.grade}
          onCategory={onCategory}
          onGrade={onGrade}
        />
        <DeadlineSection
          pack={pack}
          deadlines={model.deadlines}
          zone={zone}
          asOf={asOf}
          hasHours={Boolean(company?.calendar)}
          lacksTargets={pack.milestones.some(({ id, suggestions }) => suggestions && !company?.targets[id])}
          onSetHours={onSetHours}
        />
        {groupsOf('more')}
        <QuestionSection missing={model.missing} onCopy={onCopy} />
      </div>
      <SaveBar
        pack={pack}
        first={model.deadlines[0] ?? null}
        missing={model.missing.length}
        isTwin={twins.length > 0}
        isSaving={isSaving}
        trouble={trouble}
        zone={zone}
        asOf={asOf}
        onSave={onSave}
      />
    </div>
  );
}
