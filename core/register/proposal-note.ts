import * as z from 'zod';
import type { NotedYear } from './rows-context.ts';

/** The columns in which a person may decide otherwise than proposed. */
export const CHOICES = ['category', 'grade', 'department', 'status'] as const;
export type ChoiceRole = (typeof CHOICES)[number];

/** What was proposed for a choice, as its cell says it, and what a person decided instead; null: nobody did. */
export interface NotedChoice {
  proposed: string;
  decided: string | null;
}

/** What the hidden column of a register remembers of a row: its number, and what was last proposed for it. */
export interface ProposalNote {
  number: string;
  choices: Partial<Record<ChoiceRole, NotedChoice>>;
  /** By which year its dates that name none were read: a title above, another row or today may say another one later. */
  year: NotedYear | null;
}

const StoredChoice = z.union([z.string(), z.tuple([z.string(), z.string()])]);
const StoredNote = z.strictObject({
  n: z.string(),
  y: z.tuple([z.int(), z.string()]).optional(),
  category: StoredChoice.optional(),
  grade: StoredChoice.optional(),
  department: StoredChoice.optional(),
  status: StoredChoice.optional(),
});

/** The note as its cell holds it: `{"n":"20260305-001","grade":["minor","major"]}`, the decision behind the proposal, and `y` the year. */
export function noteText({ number, choices, year }: ProposalNote): string {
  const stored: Record<string, unknown> = { n: number, ...(year === null ? {} : { y: [year.year, year.of] }) };
  for (const role of CHOICES) {
    const choice = choices[role];
    if (choice !== undefined)
      stored[role] = choice.decided === null ? choice.proposed : [choice.proposed, choice.decided];
  }
  return JSON.stringify(stored);
}

/** The note of a cell; null when it is empty or somebody has written something else into it. */
export function readNote(text: string): ProposalNote | null {
  if (!text.startsWith('{')) return null;
  const stored = StoredNote.safeParse(parseJson(text));
  if (!stored.success) return null;
  const choices: ProposalNote['choices'] = {};
  for (const role of CHOICES) {
    const choice = stored.data[role];
    if (choice === undefined) continue;
    choices[role] =
      typeof choice === 'string' ? { proposed: choice, decided: null } : { proposed: choice[0], decided: choice[1] };
  }
  const [year, of = ''] = stored.data.y ?? [];
  return { number: stored.data.n, choices, year: year === undefined ? null : { year, of } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
