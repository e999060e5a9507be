import type { Field } from '../../../core/complaint/field.ts';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import { saySource } from '../../../core/wording/say-source.ts';
import { useSpeech, type Speech } from '../speech.ts';
import { mergeNotices, type MergedNotice } from './merge-notices.ts';
import { isClause, labelOf, sayReason } from './say-reason.ts';
import { saySpan } from './say-span.ts';
import type { CallsView } from './view-calls.ts';

export interface CallRowsProps {
  pack: PolicyPack;
  calls: CallsView;
  department: string;
  /** True puts the complaint into a lane, false takes it out, `undefined` goes back to the proposal. */
  onLane: (id: string, isIn: boolean | undefined) => void;
  onField: (field: Field, value: string) => void;
}

/** Special lanes, where the complaint goes first and who is told, each with its reason. A policy without such rules shows nothing. */
export function CallRows(props: CallRowsProps) {
  const { pack } = props;
  return (
    <>
      {pack.lanes.length > 0 && <LaneRow {...props} />}
      {pack.routes.length > 0 && <DepartmentRow {...props} />}
      {props.calls.notices.length + props.calls.teams.length > 0 && <TellRow {...props} />}
    </>
  );
}

function LaneRow({ pack, calls, onLane }: CallRowsProps) {
  const speech = useSpeech();
  const { say, label } = speech;
  const { lanes, dropped, further } = calls;
  return (
    <div class="field" data-field="lanes" data-state="plain">
      <label for="add-lane">{say('panel.draft.lanes.label')}</label>
      <div class="control calls">
        {lanes.map(({ id, label: name, choice }) => (
          <div key={id} class="call" data-lane={id}>
            <span class="call-name">
              <span class="badge badge-bad">{label(name)}</span>
              <button type="button" class="link" onClick={() => onLane(id, choice.rule === null ? undefined : false)}>
                {say('panel.draft.lanes.no')}
              </button>
            </span>
            <p class="note reason">
              {choice.isOwn && choice.rule === null ? say('rules.reason.own') : sayReason(choice, pack, speech)}
            </p>
          </div>
        ))}
        {dropped.map(({ id, label: name }) => (
          <p key={id} class="note">
            {say('panel.draft.lanes.dropped', { label: label(name) })}
            <button type="button" class="link" onClick={() => onLane(id, undefined)}>
              {say('panel.draft.lanes.back')}
            </button>
          </p>
        ))}
        {further.length > 0 && (
          <select
            id="add-lane"
            class="quiet"
            value=""
            aria-label={say('panel.draft.lanes.label')}
            onChange={({ currentTarget }) => {
              onLane(currentTarget.value, true);
              currentTarget.value = '';
            }}
          >
            <option value="">
              {lanes.length === 0 ? say('panel.draft.lanes.none') : say('panel.draft.lanes.add')}
            </option>
            {further.map(({ id, label: name }) => (
              <option key={id} value={id}>
                {label(name)}
              </option>
            ))}
          </select>
        )}
      </div>
    </div>
  );
}

function DepartmentRow({ pack, calls: { routes }, department, onField }: CallRowsProps) {
  const speech = useSpeech();
  const { say } = speech;
  const names = [...new Set(routes.flatMap(({ departments }) => departments))].map((id) => roleOf(pack, id, speech));
  const joined = names.join(say('panel.notFound.separator'));
  const [first] = routes;
  return (
    <div class="field" data-field="department" data-state="plain">
      <span class="field-name">{say('panel.draft.department.label')}</span>
      <div class="control">
        {first === undefined ? (
          <p class="note line">{say('panel.draft.department.none')}</p>
        ) : (
          <>
            <p class="line">
              {joined}
              {department.trim() !== joined && (
                <button type="button" class="link" onClick={() => onField('responsibleDept', joined)}>
                  {say('panel.draft.department.take', { field: say('fields.responsibleDept') })}
                </button>
              )}
            </p>
            <p class="note reason">{sayReason({ ...first.match, source: first.source }, pack, speech)}</p>
          </>
        )}
      </div>
    </div>
  );
}

function TellRow({ pack, calls: { notices, teams } }: CallRowsProps) {
  const speech = useSpeech();
  const { say } = speech;
  return (
    <div class="field" data-field="tell" data-state="plain">
      <span class="field-name">{say('panel.draft.tell.label')}</span>
      <ul class="control calls">
        {mergeNotices(notices).map((notice) => (
          <li key={notice.key} class="call">
            <span class="call-name">
              <TellWhen notice={notice} />
              <span>{rolesOf(pack, notice.tell, speech)}</span>
            </span>
            <p class="note reason">{reasonsOf(notice, pack, speech)}</p>
          </li>
        ))}
        {teams.map(({ team, leader, source, match }) => (
          <li key={team} class="call">
            <span>
              {say('panel.draft.tell.teams', { teams: labelOf(pack.teams, team, speech) ?? team })}
              {leader !== null && ` · ${roleOf(pack, leader, speech)}`}
            </span>
            <p class="note reason">{sayReason({ ...match, source }, pack, speech)}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** More would push the draft out of sight; all of them stand in the guidance below. */
const FIRST_TASKS = 2;

function showTasks(): void {
  document.querySelector('.guidance')?.scrollIntoView({ block: 'start' });
}

export interface UrgentNoticeProps {
  pack: PolicyPack;
  calls: CallsView;
}

/** What cannot wait until the whole draft is read: special lanes, and who is told at once. */
export function UrgentNotice({ pack, calls: { lanes, notices, tasks } }: UrgentNoticeProps) {
  const speech = useSpeech();
  const { say, label } = speech;
  const atOnce = notices.filter(({ isAtOnce }) => isAtOnce);
  if (lanes.length === 0 && atOnce.length === 0) return null;
  const names = lanes.map((lane) => label(lane.label)).join(say('panel.notFound.separator'));
  const roles = [...new Set(atOnce.flatMap(({ tell }) => tell))];
  const [first] = atOnce;
  return (
    <div class="notice notice-bad urgent" role="status" data-notice="urgent">
      <strong>{say('panel.draft.tell.title')}</strong>
      {lanes.length > 0 && <p>{say('panel.draft.tell.lanes', { lanes: names })}</p>}
      {tasks.length > 0 && (
        <ul class="urgent-tasks">
          {tasks.slice(0, FIRST_TASKS).map(({ id, text }) => (
            <li key={id}>{label(text)}</li>
          ))}
          {tasks.length > FIRST_TASKS && (
            <li>
              <button type="button" class="link" data-action="show-tasks" onClick={showTasks}>
                {say('panel.draft.tell.more', { count: tasks.length - FIRST_TASKS })}
              </button>
            </li>
          )}
        </ul>
      )}
      {first !== undefined && (
        <p>
          {say('panel.draft.tell.atOnce')} <b>{rolesOf(pack, roles, speech)}</b>
          {isClause(first.source) && (
            <span class="note"> {say('panel.draft.source', { source: saySource(speech.locale, first.source) })}</span>
          )}
        </p>
      )}
    </div>
  );
}

/** How soon; nothing where the policy does not say. */
function TellWhen({ notice: { isAtOnce, within } }: { notice: Pick<MergedNotice, 'isAtOnce' | 'within'> }) {
  const speech = useSpeech();
  if (isAtOnce) return <span class="badge badge-bad">{speech.say('panel.draft.tell.atOnce')}</span>;
  const span = within === null ? null : saySpan(within, speech);
  return span === null ? null : <span class="badge">{speech.say('panel.draft.tell.within', { time: span })}</span>;
}

/** One reason in full; of several, what each goes by, and the clauses once. */
function reasonsOf({ reasons }: MergedNotice, pack: PolicyPack, speech: Speech): string {
  const lanes = reasons.filter(({ from }) => from === 'lane');
  const names = lanes
    .flatMap(({ rule }) => labelOf(pack.lanes, rule, speech) ?? [])
    .join(speech.say('panel.notFound.separator'));
  const others = reasons.filter(({ from }) => from !== 'lane' || lanes.length === 1);
  const clauses = [...new Set(lanes.map(({ source }) => source).filter(isClause))];
  const ofLanes =
    lanes.length < 2
      ? []
      : [
          speech.say('rules.reason.lane', { name: names }),
          ...clauses.map((each) => speech.say('panel.assessment.clause', { source: saySource(speech.locale, each) })),
        ];
  const full = others.map(({ match, source }) => sayReason({ ...match, source }, pack, speech));
  return [...new Set([...ofLanes, ...full])].join(' · ');
}

const roleOf = (pack: PolicyPack, id: string, speech: Speech) => labelOf(pack.roles, id, speech) ?? id;

const rolesOf = (pack: PolicyPack, ids: readonly string[], speech: Speech) =>
  ids.map((id) => roleOf(pack, id, speech)).join(speech.say('panel.notFound.separator'));
