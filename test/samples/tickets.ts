import * as z from 'zod';
import tickets from './tickets/tickets.json' with { type: 'json' };

const minutesAgo = z.int().nonnegative();

const StoredTicket = z.strictObject({
  id: z.string(),
  title: z.string(),
  minutesAgo,
  state: z.string(),
  fields: z.array(z.tuple([z.string(), z.string()])),
  description: z.array(z.string()),
  demand: z.string(),
  comments: z.array(z.strictObject({ author: z.string(), minutesAgo, text: z.string() })),
});

/** A ticket as the CRM-like page shows it, with moments instead of ages. */
export interface Ticket {
  id: string;
  title: string;
  openedAt: string;
  state: string;
  fields: [string, string][];
  description: string[];
  demand: string;
  comments: { author: string; at: string; text: string }[];
}

/** The sample tickets as they look at a moment. */
export function ticketsAt(now: Date): Ticket[] {
  const ago = (minutes: number): string => new Date(now.getTime() - minutes * 60_000).toISOString();
  return z
    .array(StoredTicket)
    .parse(tickets)
    .map(({ minutesAgo: age, comments, ...ticket }) => ({
      ...ticket,
      openedAt: ago(age),
      comments: comments.map(({ author, text, minutesAgo: since }) => ({ author, text, at: ago(since) })),
    }));
}
