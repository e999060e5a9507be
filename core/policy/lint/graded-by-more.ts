import { foldText } from '../../text/fold-text.ts';
import type { Condition } from '../condition.ts';
import type { Localized } from '../localized.ts';
import type { PolicyPack } from '../policy-pack.ts';
import { clausesOf } from './clauses.ts';
import { entails, wordGroups } from './entails.ts';
import { gravestFirst } from './grade-clashes.ts';
import { finding, type PackFinding } from './pack-finding.ts';
import { says } from './says.ts';

/**
 * Where the same words lead to a milder grade in one clause and to a graver one in another as soon as something more is
 * said or counted (S1f-C2: underweight, and a batch underweight). The graver must be asked for first.
 */
export function gradedByMore(pack: PolicyPack): PackFinding[] {
  const rules = gravestFirst(pack);
  return rules.flatMap((graver, at) =>
    rules.slice(at + 1).flatMap((milder): PackFinding[] => {
      const more = whatIsMore(graver.when, milder.when);
      const isOneClause = clausesOf(graver.source).some((clause) => clausesOf(milder.source).includes(clause));
      if (more === null || graver.grade === milder.grade || isOneClause || !entails(graver.when, milder.when))
        return [];
      return [
        finding('warning', 'gradedByMore', `gradeRules.${graver.id}`, {
          sources: [graver.source, milder.source],
          params: { more, graverClauses: graver.source, milderClauses: milder.source },
          labels: { graverRule: graver.reason, milderRule: milder.reason },
        }),
      ];
    }),
  );
}

/**
 * A word that decides a grade in one rule while only another rule says how much it means: 批量 is a number of boxes only for
 * complaints that a machine caused (S1f-C2). The other rule is one with a threshold whose reason uses the word.
 */
export function numbersElsewhere({ gradeRules }: PolicyPack): PackFinding[] {
  const measured = gradeRules.filter(({ when }) => when.quantityOver);
  return gradeRules
    .filter(({ when }) => !when.quantityOver && when.eachOf)
    .flatMap((rule) =>
      measured.flatMap((other): PackFinding[] => {
        const word = rule.when.eachOf?.flat().find((each) => isSpokenOf(each, other.reason));
        const { over, units: [unit = ''] = [] } = other.when.quantityOver ?? { over: 0 };
        if (word === undefined) return [];
        return [
          finding('warning', 'numberElsewhere', `gradeRules.${rule.id}`, {
            sources: [rule.source, other.source],
            params: { word, over, unit, clauses: rule.source, otherClauses: other.source },
            labels: { rule: rule.reason, other: other.reason },
          }),
        ];
      }),
    );
}

function whatIsMore(graver: Condition, milder: Condition): string | null {
  const groups = wordGroups(graver).filter(
    (group) => !wordGroups(milder).some((other) => group.every((word) => other.some((each) => says(word, each)))),
  );
  const [words] = groups;
  if (words) return words.slice(0, 3).join(' / ');
  const { quantityOver } = graver;
  return quantityOver && !milder.quantityOver ? `> ${quantityOver.over} ${quantityOver.units[0] ?? ''}` : null;
}

function isSpokenOf(word: string, reason: Localized): boolean {
  const { folded } = foldText(word);
  return folded.length > 1 && foldText(reason['zh-CN']).folded.includes(folded);
}
