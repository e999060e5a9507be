import type { ComplaintValues } from '../../complaint/complaint-values.ts';
import { fieldKind, type Field } from '../../complaint/field.ts';
import { readTime } from '../../deadline/read-time.ts';
import { matchCondition } from '../../grade/match-condition.ts';
import type { Situation } from '../../grade/situation.ts';
import { COMMON_CHECKS } from '../../policy/common-checks.ts';
import type { Localized } from '../../policy/localized.ts';
import type { PolicyPack } from '../../policy/policy-pack.ts';
import type { RecordCheck } from '../../policy/record-check.ts';
import { isBefore } from '../check-row.ts';
import type { Finding } from '../finding.ts';
import { saysUnsatisfied } from './says-unsatisfied.ts';

export type CheckFinding = Omit<Finding, 'row' | 'column'>;

/** A record as it is checked: the values of the row and the times of its log, which go first. */
export interface CheckedRecord {
  values: ComplaintValues;
  situation: Situation;
  isOpen: boolean;
}

/** Filed after closing: nothing that closing itself could wait for. */
const AFTER_CLOSING: readonly Field[] = ['closedAt', 'archivedAt'];
/** What a gate's message stands for. */
const GATE = '{gate}';

/**
 * Makes the checker of records by the rules that hold under every policy and those of this one. `columns` are the fields that
 * the register has a column for: only they can be missing. Each finding carries its rule, and stands at the field it is about.
 */
export function recordChecker(
  pack: PolicyPack,
  columns: ReadonlySet<Field>,
): (record: CheckedRecord) => CheckFinding[] {
  const own = pack.checks.map(({ id }) => id);
  const checks = [...pack.checks, ...COMMON_CHECKS.filter(({ id }) => !own.includes(id))];
  return (record) => {
    const isFilled = (field: Field) => (record.values[field] ?? '').trim() !== '';
    return checks.flatMap((check) => {
      if (check.during !== undefined && (check.during === 'open') !== record.isOpen) return [];
      if (matchCondition(check.when, record.situation) === null) return [];
      return broken(check, record);
    });

    function broken(check: RecordCheck, { values, situation }: CheckedRecord): CheckFinding[] {
      const { needs } = check;
      switch (needs.kind) {
        case 'filled': {
          const shown = needs.fields.find((field) => columns.has(field));
          return shown === undefined || needs.fields.some(isFilled) ? [] : [told(check, shown)];
        }
        case 'blank':
          return isFilled(needs.field) ? [told(check, needs.field)] : [];
        case 'order':
          return isReversed(values, needs.earlier, needs.later) ? [told(check, needs.later)] : [];
        case 'notUnsatisfied': {
          const field = (['satisfaction', 'feedback'] as const).find((each) => saysUnsatisfied(values[each] ?? ''));
          return field === undefined ? [] : [told(check, field)];
        }
        case 'gates':
          return pack.closingGates.flatMap((gate): CheckFinding[] => {
            if (matchCondition(gate.when, situation) === null) return [];
            const field =
              gate.needs.kind === 'field' ? gate.needs.field : gate.needs.kind === 'time' ? gate.needs.time : null;
            if (field === null || AFTER_CLOSING.includes(field) || !columns.has(field) || isFilled(field)) return [];
            const { id, label, source } = gate;
            return [told({ ...check, id: `${check.id}.${id}`, message: named(check.message, label), source }, field)];
          });
      }
    }
  };
}

function told({ id, level, message, source }: RecordCheck, field: Field): CheckFinding {
  return { level, code: 'recordRule', field, params: {}, rule: { id, says: message, source } };
}

function named(message: Localized, label: Localized): Localized {
  return {
    'zh-CN': message['zh-CN'].replace(GATE, label['zh-CN']),
    'zh-TW': message['zh-TW'].replace(GATE, label['zh-TW']),
    en: message.en.replace(GATE, label.en),
  };
}

/** Of two times that are known; what is no time at all is told elsewhere. */
function isReversed(values: ComplaintValues, earlier: Field, later: Field): boolean {
  if (fieldKind(earlier) !== 'time' || fieldKind(later) !== 'time') return false;
  const [first, second] = [readTime(values[earlier]), readTime(values[later])];
  return first.kind === 'known' && second.kind === 'known' && isBefore(second.at, first.at);
}
