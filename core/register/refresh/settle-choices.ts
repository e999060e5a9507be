import type { PolicyPack } from '../../policy/policy-pack.ts';
import type { ConfirmedChoices, RowEvaluation, RowFinding } from '../evaluate-row.ts';
import { CHOICES, type ChoiceRole, type ProposalNote } from '../proposal-note.ts';
import { statusReader } from '../read-status.ts';
import { choiceReader } from '../recognise-choice.ts';
import type { RegisterColumn } from '../register-plan.ts';
import { choiceText } from '../register-row.ts';
import { cleanText } from '../safe-cell.ts';
import type { FormulaPlace } from '../state-formula.ts';

/** Which of a row's choices a person has made, and what is to be noted and told of them. */
export interface SettledChoices {
  /** Null: nobody decided anything that counts. */
  confirmed: ConfirmedChoices | null;
  /** The words of a person, which stay as they are written. */
  kept: ReadonlySet<ChoiceRole>;
  proposals: ProposalNote['choices'];
  findings: RowFinding[];
}

const FIELDS = { category: 'category', grade: 'severity', department: 'responsibleDept', status: 'status' } as const;

/**
 * Makes the judge of what a person decided in a register: a choice that differs from what was last proposed, until its cell
 * is emptied or the proposal is put back. A decision stays also when the rules come to say the same for a while. Where
 * nothing is noted (a register of before, a row typed by hand), whatever differs from the proposal counts as decided.
 */
export function choiceSettler(
  columns: readonly RegisterColumn[],
  frame: Pick<FormulaPlace, 'pack' | 'locale'>,
): (textOf: (role: ChoiceRole) => string | null, note: ProposalNote | null, proposal: RowEvaluation) => SettledChoices {
  const readers = readersOf(frame.pack);
  const headerOf = (role: ChoiceRole) => columns.find((column) => column.role === role)?.header ?? '';

  return (textOf, note, proposal) => {
    const settled = { confirmed: {} as Partial<ConfirmedChoices>, kept: new Set<ChoiceRole>() };
    const proposals: ProposalNote['choices'] = {};
    const findings: RowFinding[] = [];
    for (const role of CHOICES) {
      const proposed = cleanText(choiceText(role, proposal, frame)).trim();
      const text = textOf(role);
      const noted = note?.choices[role] ?? null;
      if (text === null) {
        proposals[role] = { proposed, decided: noted?.decided ?? null };
        continue;
      }
      const decided = decision(text, noted, proposed);
      proposals[role] = { proposed, decided };
      if (decided === null) continue;
      settled.kept.add(role);
      const told = { column: headerOf(role), value: decided, proposal: proposed };
      const id = readers[role](decided);
      if (id === null) {
        findings.push({ level: 'warning', code: 'unknownChoice', field: FIELDS[role], params: told });
        continue;
      }
      settled.confirmed[role] = id;
      // Where nothing tells how a complaint stands, a person's word is against no rule.
      if (role === 'status' && !proposal.isStatusKnown) continue;
      if (proposed !== '' && proposed !== decided && id !== readers[role](proposed))
        findings.push({ level: 'info', code: 'decidedOtherwise', field: FIELDS[role], params: told });
    }
    const anything = Object.keys(settled.confirmed).length > 0;
    return {
      confirmed: anything ? { category: null, grade: null, ...settled.confirmed } : null,
      kept: settled.kept,
      proposals,
      findings,
    };
  };
}

/** The text that a person decided on; null: the proposal counts. */
function decision(
  text: string,
  noted: { proposed: string; decided: string | null } | null,
  proposed: string,
): string | null {
  if (text === '') return null;
  if (noted !== null && text === noted.decided) return text;
  if (noted !== null && text === noted.proposed) return null;
  return text === proposed ? null : text;
}

function readersOf(pack: PolicyPack): Record<ChoiceRole, (text: string) => string | null> {
  return {
    category: choiceReader(pack.categories),
    grade: choiceReader(pack.grades),
    department: (text) => text,
    status: statusReader(pack),
  };
}
