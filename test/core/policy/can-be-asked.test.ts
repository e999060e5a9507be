import { expect, it } from 'vitest';
import { answerBlank } from '../../../core/policy/answer-blank.ts';
import { findPack } from '../../../core/policy/packs.ts';
import { canBeAsked, policyQuestions } from '../../../core/policy/policy-questions.ts';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';

const pack = findPack('fly-ash') as PolicyPack;
const asked = (questions: ReturnType<typeof policyQuestions>) =>
  questions.filter(canBeAsked).map(({ blank }) => blank.code);

it('a question that chooses among steps waits until there are steps', () => {
  const before = policyQuestions(pack, null);
  expect(asked(before)).not.toContain('satisfiedFrom');
  const scale = before.find(({ blank }) => blank.code === 'satisfactionScale');
  if (scale === undefined) throw new Error('no question');
  const label = (word: string) => ({ 'zh-CN': word, 'zh-TW': word, en: word });
  const steps = ['差', '好'].map((word, at) => ({ id: `step${String(at)}`, label: label(word) }));
  const company = answerBlank(pack, null, scale.blank, { kind: 'scale', steps });
  if (!company.ok) throw new Error(company.code);
  expect(asked(policyQuestions(pack, company.value))).toContain('satisfiedFrom');
});
