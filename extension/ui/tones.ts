/** The colour that goes with a deadline's state; its word always stands beside it. */
const TONES: Record<string, string> = {
  dueSoon: 'warn',
  overdue: 'bad',
  missed: 'bad',
  met: 'good',
  paused: 'info',
};

export const toneOf = (status: string) => TONES[status] ?? 'plain';
