import * as z from 'zod';

const Text = z.string().nullish();
const Mailbox = z.union([z.string(), z.looseObject({ name: Text, address: Text })]);

/** One mail or letter with its gold. All but the gold may be missing; keys that nobody knows are passed over. */
export const MailRecord = z.looseObject({
  id: z.union([z.string(), z.number()]).nullish(),
  subject: Text,
  from: Mailbox.nullish(),
  to: z.union([z.array(Mailbox), Mailbox]).nullish(),
  date: Text,
  text: Text,
  attachments: z.array(z.unknown()).nullish(),
  gold: z.looseObject({ isComplaint: z.boolean().nullish() }),
});
export type MailRecord = z.infer<typeof MailRecord>;
export type Mailbox = z.infer<typeof Mailbox>;
