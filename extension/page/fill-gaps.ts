import type { PageReading } from './page-reading.ts';

export const hasBody = ({ blocks }: PageReading) =>
  blocks.some(({ role }) => role === 'body' || role === 'quoted' || role === 'selection');

/** The head from the recipe, the words from the user's hand. */
export function withSelection(byRecipe: PageReading, selection: PageReading): PageReading {
  const head = byRecipe.blocks.filter(({ role }) => role === 'subject' || role === 'field');
  return {
    ...byRecipe,
    readBy: { ...byRecipe.readBy, way: 'selection' },
    blocks: [...head, ...selection.blocks],
    notFound: without(byRecipe.notFound, 'body'),
    partsFrom: { ...byRecipe.partsFrom, body: 'selection' },
  };
}

/** What a recipe missed, from general reading: part by part, each marked with where it came from. */
export function fillFromGeneral(byRecipe: PageReading, general: PageReading | null): PageReading {
  if (general === null) return byRecipe;
  return withGeneralBody(withGeneralDate(withGeneralSubject(byRecipe, general), general), general);
}

function withGeneralSubject(reading: PageReading, general: PageReading): PageReading {
  const subject = general.blocks.find(({ role }) => role === 'subject');
  if (subject === undefined || !reading.notFound.includes('subject')) return reading;
  return {
    ...reading,
    title: subject.text,
    blocks: [subject, ...reading.blocks],
    notFound: without(reading.notFound, 'subject'),
    partsFrom: { ...reading.partsFrom, subject: 'page' },
  };
}

function withGeneralDate(reading: PageReading, general: PageReading): PageReading {
  const { sentAt, sentAtText } = general;
  if (!reading.notFound.includes('sentAt') || (sentAt === null && sentAtText === null)) return reading;
  return {
    ...reading,
    sentAt,
    sentAtText,
    notFound: without(reading.notFound, 'sentAt'),
    partsFrom: { ...reading.partsFrom, sentAt: 'page' },
  };
}

/** Not where the page itself says that it does not show the text: what else stands there is not the message. */
function withGeneralBody(reading: PageReading, general: PageReading): PageReading {
  const words = general.blocks.filter(({ role }) => role !== 'subject');
  if (hasBody(reading) || words.length === 0 || reading.doubts?.includes('textNotShown')) return reading;
  return {
    ...reading,
    blocks: [...reading.blocks, ...words],
    notFound: without(reading.notFound, 'body'),
    partsFrom: { ...reading.partsFrom, body: general.partsFrom?.body ?? 'page' },
  };
}

const without = (parts: string[], gone: string) => parts.filter((part) => part !== gone);
