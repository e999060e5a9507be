import { describe, expect, it } from 'vitest';
import { extractDraft } from '../../../core/extract/extract-draft.ts';
import { proposedValues } from '../../../core/extract/proposed-values.ts';
import { assessComplaint } from '../../../core/grade/assess-complaint.ts';
import { findPack } from '../../../core/policy/packs.ts';
import { captureOf } from '../extract/capture-of.ts';
import letters from './letters-to-judge.json' with { type: 'json' };

/** Invented letters of many trades; those with a category are complaints, and any one of the listed answers is right. */
const judged = letters.map(({ subject, body, category, grade }) => {
  const draft = extractDraft(captureOf({ subject, body }));
  const pack = findPack('general');
  if (pack === null) throw new Error('No general pack');
  const assessed = assessComplaint(proposedValues(draft), pack);
  return {
    subject,
    wanted: { category, grade },
    isComplaint: draft.isComplaint.score >= 0.5,
    category: assessed.category,
    grade: assessed.grade,
    grades: pack.grades.map(({ id }) => id),
  };
});
const complaints = judged.filter(({ wanted }) => wanted.category !== undefined);

/** A share that may not fall; the letters that are not right are in the message. */
function expectShare(all: readonly { subject: string }[], wrong: readonly { subject: string }[], share: number): void {
  expect(1 - wrong.length / all.length, wrong.map(({ subject }) => subject).join(' · ')).toBeGreaterThanOrEqual(share);
}

describe('the general pack on letters of many trades', () => {
  it('tells complaints from letters that only know their words', () => {
    const wrong = judged.filter(({ wanted, isComplaint }) => isComplaint !== (wanted.category !== undefined));
    expectShare(judged, wrong, 0.97);
  });

  it('finds the category, and says by which words', () => {
    const wrong = complaints.filter(({ wanted, category }) => !wanted.category?.includes(category?.id ?? ''));
    expectShare(complaints, wrong, 0.95);
    expect(complaints.filter(({ category }) => category?.words.length === 0)).toEqual([]);
  });

  it('finds the grade, or the one next to it', () => {
    const steps = ({ wanted, grade, grades }: (typeof complaints)[number]) =>
      Math.min(...(wanted.grade ?? []).map((id) => Math.abs(grades.indexOf(id) - grades.indexOf(grade.id))));
    expectShare(
      complaints,
      complaints.filter((letter) => steps(letter) > 0),
      0.9,
    );
    expectShare(
      complaints,
      complaints.filter((letter) => steps(letter) > 1),
      0.97,
    );
  });
});
