import type { FileDatabase, OpenedMail } from './file-database.ts';

/** The mail files that were opened and wait to be gone through, one by one. They outlive the panel and the browser. */
export interface OpenedMails {
  list(): Promise<OpenedMail[]>;
  /** Behind those that are there; the same message again takes the place of the one that waits. */
  add(mails: readonly Omit<OpenedMail, 'place'>[]): Promise<OpenedMail[]>;
  setState(id: string, state: OpenedMail['state']): Promise<OpenedMail[]>;
  remove(ids: readonly string[]): Promise<OpenedMail[]>;
}

export function createOpenedMails({ opened }: FileDatabase): OpenedMails {
  const list = () => opened.orderBy('place').toArray();
  return {
    list,
    async add(mails) {
      const before = await list();
      let place = (before.at(-1)?.place ?? 0) + 1;
      for (const mail of mails) {
        const identity = mail.capture?.identity ?? null;
        const same = before.filter((each) => identity !== null && each.capture?.identity === identity);
        await opened.bulkDelete(same.map(({ id }) => id));
        await opened.put({ ...mail, place: place++ });
      }
      return list();
    },
    async setState(id, state) {
      await opened.update(id, { state });
      return list();
    },
    async remove(ids) {
      await opened.bulkDelete([...ids]);
      return list();
    },
  };
}
