import type { ComponentChildren } from 'preact';
import type { Field } from '../../../core/complaint/field.ts';
import { fieldKind } from '../../../core/complaint/field.ts';
import type { ReplyEditorProps } from '../reply/reply-editor.tsx';
import { showTime } from '../show-time.ts';
import { useSpeech } from '../speech.ts';
import { AddField } from './add-field.tsx';
import { AssessmentSection } from './assessment-section.tsx';
import { UrgentNotice } from './call-rows.tsx';
import { DeadlineSection } from './deadline-section.tsx';
import './draft.css';
import { withMember, withOwnLane, type DraftEdits } from './draft-edits.ts';
import { DraftNotices, type TwinView } from './draft-notices.tsx';
import { FieldRow } from './field-row.tsx';
import { GuidanceSection } from './guidance-section.tsx';
import { QuestionSection } from './question-section.tsx';
import type { WordsWanted } from './quote-context.ts';
import { SaveBar } from './save-bar.tsx';
import type { GroupId } from './shown-fields.ts';
import { SourceStrip } from './source-strip.tsx';
import type { DraftContext, DraftView as DraftModel } from './view-draft.ts';

/** What came of showing words in the page. */
export type PageWord = 'shown' | 'shownElsewhere' | 'notThere' | 'otherMessage' | 'noAccess' | 'gone';

export interface DraftViewProps {
  context: DraftContext;
  model: DraftModel;
  edits: DraftEdits;
  twins: TwinView[];
  reply: Omit<ReplyEditorProps, 'name'>;
  isSaving: boolean;
  trouble: string | null;
  pageWord: PageWord | null;
  onEdit: (part: Partial<DraftEdits>) => void;
  /** Null for what came from no page. */
  onShow: ((wanted: WordsWanted) => void) | null;
  onOpenTwin: (id: string) => void;
  onSetHours: () => void;
  onSave: () => void;
  /** Where the words are typed, for what came by hand; and the files kept with the draft. */
  form: ComponentChildren;
  files: ComponentChildren;
}

/** The draft of one complaint, from what the page said to the button that saves it. */
export function DraftView(props: DraftViewProps) {
  const { context, model, edits, twins, reply, isSaving, trouble, pageWord } = props;
  const { onEdit, onShow, onOpenTwin, onSetHours, onSave } = props;
  const speech = useSpeech();
  const { capture, draft, pack, company, asOf, zone } = context;
  const asShown = (field: Field, value: string) =>
    fieldKind(field) === 'time' ? showTime(speech, value, zone, asOf) : value;
  const onField = (field: Field, value: string) => onEdit({ values: { ...edits.values, [field]: value } });
  const addField = (field: Field) => {
    onField(field, '');
    requestAnimationFrame(() => document.getElementById(`field-${field}`)?.focus());
  };
  const groupsOf = (...wanted: GroupId[]) =>
    model.groups
      .filter(({ id, fields }) => wanted.includes(id) && (fields.length > 0 || id === 'more'))
      .map(({ id, fields }) => (
        <section key={id} class="group" aria-labelledby={`group-${id}`}>
          <h2 id={`group-${id}`}>{speech.say(`panel.groups.${id}`)}</h2>
          {fields.map((view) => (
            <FieldRow key={view.field} view={view} zone={zone} asShown={asShown} onChange={onField} onShow={onShow} />
          ))}
          {id === 'more' && <AddField fields={model.addable} onAdd={addField} />}
        </section>
      ));
  return (
    <div
      class="draft"
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isSaving) return;
        event.preventDefault();
        onSave();
      }}
    >
      <div class="scroll">
        <SourceStrip capture={capture} asOf={asOf} zone={zone} />
        {props.form}
        <DraftNotices
          looksLikeComplaint={model.looksLikeComplaint}
          signals={draft.isComplaint.signals}
          twins={twins}
          onOpen={onOpenTwin}
          onLink={(id) => onEdit({ linkTo: id ?? undefined })}
        />
        <UrgentNotice pack={pack} calls={model.calls} />
        {groupsOf('customer', 'matter')}
        <AssessmentSection
          pack={pack}
          proposal={model.assessment}
          category={model.category}
          grade={model.grade}
          onCategory={(category) => onEdit({ category })}
          onGrade={(grade) => onEdit({ grade })}
          calls={{
            calls: model.calls,
            department: edits.values.responsibleDept ?? '',
            onLane: (id, isIn) => onEdit({ lanes: withOwnLane(edits.lanes, id, isIn) }),
            onField,
          }}
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
        {props.files}
        <QuestionSection
          missing={model.missing}
          optional={model.optional}
          wanted={edits.askAlso ?? []}
          onWanted={(field, isWanted) => onEdit({ askAlso: withMember(edits.askAlso, field, isWanted) })}
          reply={reply}
        />
        <GuidanceSection
          pack={pack}
          situation={model.situation}
          calls={model.calls}
          ticked={edits.ticked ?? []}
          onTick={(id, isDone) => onEdit({ ticked: withMember(edits.ticked, id, isDone) })}
        />
      </div>
      <p
        class={`page-word ${pageWord === null ? 'is-empty' : ''}`}
        role="status"
        data-outcome={pageWord ?? ''}
        data-good={pageWord === 'shown'}
      >
        {pageWord !== null && speech.say(`panel.draft.page.${pageWord}`)}
      </p>
      <SaveBar
        pack={pack}
        first={model.deadlines[0] ?? null}
        missing={model.missing.length}
        isTwin={twins.length > 0}
        isLinked={twins.some(({ isLinked }) => isLinked)}
        isSaving={isSaving}
        trouble={trouble}
        zone={zone}
        asOf={asOf}
        onSave={onSave}
      />
    </div>
  );
}
