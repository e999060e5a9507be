/** The ways by which a complaint comes that stands on no page. Their words are `inputs.way.…`. */
export const WAYS = ['phone', 'chat', 'letter', 'counter'] as const;
export type Way = (typeof WAYS)[number];
