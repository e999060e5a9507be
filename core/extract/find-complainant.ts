import { cardCompanies, companiesOfDomain, saidCompanies } from './card-companies.ts';
import { chatSpeaker } from './chat-speakers.ts';
import type { DraftValue } from './complaint-draft.ts';
import { foldText } from '../text/fold-text.ts';
import { companyOfHead, headName, personOfHead } from './head-name.ts';
import { mayComplainInPerson } from './in-person.ts';
import type { Letter } from './letter.ts';
import { letterTail } from './letter-tail.ts';
import { draftValue, evidenceIn } from './passage.ts';
import type { Passage } from './passage.ts';
import { chineseNameLikeness } from './person-names.ts';
import { sameName } from './same-name.ts';
import { selfCompanies } from './self-companies.ts';
import { selfNamed } from './self-named.ts';
import { tailCompanies } from './tail-companies.ts';
import { tailNames } from './tail-names.ts';

/** Who complains: the person to talk to, and the company if the person writes for one. Best first. */
export interface Complainant {
  persons: DraftValue[];
  companies: DraftValue[];
  /** Persons who say who they are (我叫…, 本人…): they complain, whoever may be called. */
  self: DraftValue[];
}

/**
 * Reads the complainant's name and company from the signature, from the mail head and from `我叫…`. A machine's or a
 * colleague's mail head names nobody; in a forwarded mail the inner head counts.
 */
export function findComplainant(letter: Letter): Complainant {
  const isForAnother = letter.isSentForAnother && !mayComplainInPerson(letter);
  const tail = isForAnother ? [] : letterTail(letter);
  const head = isForAnother ? null : headName(letter);
  const speaker = chatSpeaker(letter);
  const spoken = speaker === null ? [] : [said(speaker.passage, speaker.name, 0.74)];
  const found = [...tailNames(tail, head), ...selfNamed(letter), ...spoken.flat(), ...personOfHead(head)];
  const persons = fullNameFirst(distinct(found).sort((a, b) => b.confidence - a.confidence));
  const companies = distinct([
    ...tailCompanies(tail),
    ...cardCompanies(tail, letter),
    ...saidCompanies(letter),
    ...companiesOfDomain(letter),
    ...(speaker === null || speaker.company === null ? [] : said(speaker.passage, speaker.company, 0.7)),
    ...selfCompanies(letter),
    ...companyOfHead(head),
  ]);
  return { persons, companies, self: selfNamed(letter).filter(({ confidence }) => confidence >= 0.8) };
}

/** 邹小姐 is 邹宜洁, when both stand in the letter: the full name is the better value. */
function fullNameFirst(persons: DraftValue[]): DraftValue[] {
  const [first] = persons;
  const called = first === undefined ? '' : fold(first.value);
  if (first === undefined || !/\p{Script=Han}/u.test(called) || chineseNameLikeness(called) === 1) return persons;
  const full = persons.find(({ value }) => {
    const name = fold(value);
    return name.length === 3 && name[0] === called[0] && chineseNameLikeness(name) === 1;
  });
  return full === undefined ? persons : [full, ...persons.filter((person) => person !== full)];
}

function said(passage: Passage, { start, end }: { start: number; end: number }, confidence: number): DraftValue[] {
  const value = draftValue(evidenceIn(passage, start, end), confidence);
  return value === null ? [] : [value];
}

function distinct(values: DraftValue[]): DraftValue[] {
  return values.filter((value, index) => values.findIndex((other) => sameName(other.value, value.value)) === index);
}

function fold(text: string): string {
  return foldText(text).folded;
}
