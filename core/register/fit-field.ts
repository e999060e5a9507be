import { fieldKind, type Field } from '../complaint/field.ts';
import type { ColumnShape } from './column-shape.ts';

/** With fewer values than this a column says nothing. */
const ENOUGH = 3;
/** A number that all rows share numbers none of them: it is the form's. */
const ONE_FOR_ALL = 0.1;

/**
 * How well the values below a header agree with a field: 1 when they do or say nothing, down to 0.1 when they speak
 * against it, above 1 when they speak for it.
 */
export function fitField(field: Field, shape: ColumnShape): number {
  if (shape.filled < ENOUGH) return 1;
  const special = SPECIAL[field];
  if (special !== undefined) return special(shape);
  switch (fieldKind(field)) {
    case 'time':
      return shape.date >= 0.3 || shape.timeOfDay >= 0.5 ? 1 : shape.date >= 0.1 ? 0.7 : 0.2;
    case 'phone':
      return shape.phone >= 0.2 ? 1.1 : shape.email >= 0.3 ? 0.5 : shape.longNumber >= 0.2 ? 0.9 : 0.2;
    case 'email':
      return shape.email >= 0.3 ? 1.2 : 0.3;
    case 'identifier':
      return shape.date >= 0.7 && shape.number < 0.5 ? 0.2 : shape.averageLength > 40 ? 0.4 : 1;
    case 'choice':
      return shape.averageLength > 30 || shape.date >= 0.6 ? 0.3 : 1;
    case 'amount':
      return shape.digits >= 0.2 ? 1 : 0.5;
    case 'text':
      return shape.date >= 0.6 ? 0.2 : 1;
  }
}

const isName = ({ averageLength, date, number, channel }: ColumnShape) =>
  date >= 0.6 ? 0.1 : channel >= 0.7 ? 0.3 : number >= 0.8 ? 0.4 : averageLength > 40 ? 0.4 : 1;

const SPECIAL: Partial<Record<Field, (shape: ColumnShape) => number>> = {
  sequenceNo: ({ number, distinct, running, kinds }) =>
    kinds === 1 ? ONE_FOR_ALL : running >= 0.6 ? 1.2 : number >= 0.7 ? 1 : distinct > 0.8 ? 0.5 : 0.8,
  complaintId: ({ date, number, averageLength, distinct, kinds }) =>
    kinds === 1 ? ONE_FOR_ALL : (date >= 0.7 && number < 0.5) || averageLength > 40 ? 0.2 : distinct < 0.3 ? 0.5 : 1,
  contactAddress: ({ home, date }) => (home >= 0.6 ? 1.2 : date >= 0.6 ? 0.2 : 1),
  description: ({ averageLength, number, date }) =>
    date >= 0.5 || number >= 0.8 ? 0.1 : averageLength < 3 ? 0.5 : averageLength >= 12 ? 1.1 : 0.9,
  category: ({ averageLength, date, distinct, filled }) =>
    averageLength > 30 || date >= 0.6 ? 0.3 : filled > 20 && distinct > 0.8 ? 0.7 : 1,
  channel: ({ channel, averageLength }) => (channel >= 0.25 ? 1.2 : averageLength > 15 ? 0.5 : 0.8),
  status: ({ status, date, averageLength }) =>
    date >= 0.5 ? 0.1 : averageLength > 25 ? 0.4 : status >= 0.4 ? 1.2 : 0.9,
  solution: ({ status, kinds, averageLength, date }) =>
    date >= 0.6 ? 0.2 : status >= 0.6 && kinds <= 12 && averageLength <= 6 ? 0.5 : 1,
  feedback: ({ satisfaction, date }) => (date >= 0.6 ? 0.2 : satisfaction >= 0.6 ? 0.6 : 1),
  satisfaction: ({ satisfaction, averageLength, date }) =>
    date >= 0.6 ? 0.2 : satisfaction >= 0.4 ? 1.1 : averageLength > 25 ? 0.6 : 1,
  severity: ({ averageLength, date }) => (averageLength > 15 || date >= 0.6 ? 0.4 : 1),
  customerName: isName,
  contactName: isName,
  responsiblePerson: isName,
  receivedBy: isName,
  region: ({ averageLength, number, status }) => (averageLength > 40 || number > 0.9 ? 0.6 : status >= 0.6 ? 0.5 : 1),
};
