import { STEP_TIMES, TimeField } from '../../../core/complaint/field.ts';
import { stepBefore } from '../../../core/deadline/milestone-times.ts';

/** Every step that a milestone may wait for. */
export const TIME_STEPS = TimeField.options.filter((field) => stepBefore(field) !== null);

if (TIME_STEPS.length < STEP_TIMES.length) throw new Error('steps are missing');
