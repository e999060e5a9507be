import type { Field } from '../complaint/field.ts';

/** What a label may mean. */
export interface HeaderMatch {
  /** Fields that the column may hold, likeliest first; empty when the label names something that is none of ours. */
  fields: Field[];
  /** Two fields in one cell (姓名/电话); empty for a label of one thing. */
  combined: Field[];
  confidence: number;
}
