import type { PageReading } from './page-reading.ts';

const TEXT = 400_000;

/** Cuts what is longer than a capture may hold, and says so in `notFound`: `rest` means that words were left behind. */
export function cutToLimits(reading: PageReading): PageReading {
  const isCut = reading.blocks.length > 2_000 || reading.blocks.some(({ text }) => text.length > TEXT);
  const person = ({ name, address }: PageReading['to'][number]) => ({
    name: cut(name, 500),
    address: cut(address, 500),
  });
  return {
    ...reading,
    title: reading.title.slice(0, 2_000),
    identity: cut(reading.identity, 2_000),
    from: reading.from && person(reading.from),
    to: reading.to.slice(0, 500).map(person),
    sentAtText: cut(reading.sentAtText, 500),
    blocks: reading.blocks
      .slice(0, 2_000)
      .map(({ role, label, text }) => ({ role, label: cut(label, 500), text: text.slice(0, TEXT) })),
    attachments: reading.attachments.slice(0, 500).map((name) => name.slice(0, 500)),
    notFound: isCut ? [...reading.notFound, 'rest'] : reading.notFound,
  };
}

const cut = (text: string | null, length: number) => (text === null ? null : text.slice(0, length));
