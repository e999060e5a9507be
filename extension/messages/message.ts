import type * as z from 'zod';

/** `picker`: the script in a page that the user teaches. */
export type Party = 'panel' | 'bridge' | 'background' | 'picker';

/** One kind of message: who may send it, who answers, what goes out and what comes back. */
export interface Message {
  from: Party;
  to: Party;
  request: z.ZodType;
  reply: z.ZodType;
}

export type Messages = Record<string, Message>;
