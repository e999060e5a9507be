import { LOCALES } from '../localized.ts';
import type { PolicyPack } from '../policy-pack.ts';
import { finding, type PackFinding } from './pack-finding.ts';
import { says, standsIn } from './says.ts';

/** What a reply may leave open for the program to fill in. */
export const PLACEHOLDERS: readonly string[] = [
  'contactName',
  'customerName',
  'receivedAt',
  'productName',
  'complaintId',
  'dueAt',
  'companyName',
  'handler',
];

/**
 * Replies and phrases to use that say what the same pack wants avoided, gaps in replies that nothing can fill, and replies that
 * do not say themselves what they ask every such reply to say.
 */
export function wordingClashes({ phrases, replies }: PolicyPack): PackFinding[] {
  const texts = [
    ...phrases.filter(({ use }) => use).map(({ id, text, source }) => ({ where: `phrases.${id}`, text, source })),
    ...replies.map(({ id, body, source }) => ({ where: `replies.${id}`, text: body, source })),
  ];
  const avoided = phrases.filter(({ use }) => !use);
  const clashes = texts.flatMap(({ where, text, source }) =>
    avoided.flatMap((phrase) => {
      const word = phrase.words.find((each) => LOCALES.some((locale) => says(text[locale], each)));
      if (word === undefined) return [];
      const sources = [phrase.source, source];
      return [finding('warning', 'avoidedWordUsed', where, { sources, params: { word, clauses: phrase.source } })];
    }),
  );
  const gaps = replies.flatMap(({ id, body, source }) =>
    [...new Set(LOCALES.flatMap((locale) => [...body[locale].matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)))]
      .filter((name) => !PLACEHOLDERS.includes(name))
      .map((name) => finding('error', 'unknownPlaceholder', `replies.${id}`, { sources: [source], params: { name } })),
  );
  const unsaid = replies.flatMap(({ id, body, mustHave }) =>
    mustHave.flatMap(({ id: content, label, words, source }) => {
      const lacking = LOCALES.filter((locale) => !words.some((word) => standsIn(body[locale], word)));
      if (lacking.length === 0) return [];
      const detail = { sources: [source], params: { locales: lacking.join(', ') }, labels: { content: label } };
      return [finding('warning', 'mustHaveNotSaid', `replies.${id}.${content}`, detail)];
    }),
  );
  return [...clashes, ...gaps, ...unsaid];
}
