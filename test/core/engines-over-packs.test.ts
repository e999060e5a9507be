import { describe, expect, it } from 'vitest';
import type { ComplaintValues } from '../../core/complaint/complaint-values.ts';
import type { TimeField } from '../../core/complaint/field.ts';
import { HandlingStep } from '../../core/policy/guidance.ts';
import { LOCALES } from '../../core/policy/localized.ts';
import { PACKS } from '../../core/policy/packs.ts';
import type { PolicyPack } from '../../core/policy/policy-pack.ts';
import { guidanceAtStep } from '../../core/guidance/guidance-at-step.ts';
import { proposeRemedies } from '../../core/remedy/propose-remedies.ts';
import { checkReply } from '../../core/reply/check-reply.ts';
import type { ReplyFacts } from '../../core/reply/reply-facts.ts';
import { writeReply } from '../../core/reply/write-reply.ts';
import { findResponsible } from '../../core/responsibility/find-responsible.ts';
import { nextSteps } from '../../core/workflow/next-steps.ts';
import { NO_PROGRESS, type Progress } from '../../core/workflow/progress.ts';
import { superiorsOf, teamsCalled, whoToTell } from '../../core/workflow/who-to-tell.ts';
import { situationIn } from '../support/rules-pack.ts';

const DUE = { dueAt: '2026-02-14T09:30:00+08:00', basis: 'exact' as const };
const FACTS: Omit<ReplyFacts, 'deadline'> = {
  values: {
    contactName: '王建国',
    customerName: '保定绿源建材',
    productName: '产品',
    complaintId: '01HZX3Q4V5W6X7Y8Z9ABCDEFGH',
    receivedAt: '2026-02-13T17:30:00+08:00',
  },
  companyName: '本公司',
  handler: '小李',
  zone: 'Asia/Shanghai',
};

const VALUES = { description: '产品有问题' };

/** Every field that a gate may ask for, filled in. */
function valuesFor({ closingGates }: PolicyPack): ComplaintValues {
  const fields = closingGates.flatMap(({ needs }) => (needs.kind === 'field' ? needs.field : []));
  return { ...Object.fromEntries(fields.map((field) => [field, '已填写'])), ...VALUES };
}

describe.each(PACKS)('the rules of $id', (pack) => {
  it.each(pack.grades.map(({ id }) => id))('lead a complaint of grade %s from receipt to closing', (grade) => {
    const situation = situationIn(pack, valuesFor(pack), { grade });
    let progress: Progress = { ...NO_PROGRESS, satisfied: true, ...allConfirmed(pack) };
    const way = nextSteps(situation, pack, progress).steps;
    expect(way.length > 2).toBe(Object.keys(pack.workflow).length > 0);
    for (let round = 0; round <= way.length; round++) {
      const ready = nextSteps(situation, pack, progress).steps.filter(({ state }) => state === 'ready');
      const stamps = ready.map(({ stamps: time }) => [time, `2026-03-${String(round + 1).padStart(2, '0')}`]);
      progress = { ...progress, times: { ...progress.times, ...(Object.fromEntries(stamps) as Progress['times']) } };
    }
    const left = nextSteps(situation, pack, progress).steps.filter(
      ({ state }) => state !== 'done' && state !== 'notNeeded',
    );
    expect(left.map(({ step, blockers }) => ({ step, blockers }))).toEqual([]);
  });

  it.each(pack.replies.flatMap((reply) => LOCALES.map((locale) => ({ id: reply.id, reply, locale }))))(
    'write reply $id in $locale without a gap, as the pack itself wants replies',
    ({ reply, locale }) => {
      const { milestone } = reply;
      const facts = { ...FACTS, deadline: milestone === undefined ? null : { ...DUE, milestone } };
      const { text, gaps } = writeReply(reply, facts, locale);
      const unknown = gaps.filter(({ code }) => code === 'unknownPlaceholder');
      expect(unknown).toEqual([]);
      expect(gaps).toEqual([]);
      const check = checkReply(text, reply, pack, facts);
      expect(check.required.filter(({ words }) => words.length === 0).map(({ content }) => content)).toEqual([]);
      expect(check.avoid.map(({ words }) => words.quote)).toEqual([]);
      expect(check.statesDueTime).not.toBe(false);
    },
  );

  it('answer every worked example with ids of the pack', () => {
    const roles = new Set(pack.roles.map(({ id }) => id));
    for (const { given } of pack.examples) {
      const situation = situationIn(pack, given);
      const named = [
        ...findResponsible(situation, pack).departments.map(({ department }) => department),
        ...whoToTell(situation, pack).flatMap(({ tell }) => tell),
        ...teamsCalled(situation, pack).flatMap(({ leader, members }) => [leader, ...members.map(({ role }) => role)]),
      ].filter((role) => role !== null);
      expect(named.filter((role) => !roles.has(role))).toEqual([]);
      expect(proposeRemedies(situation, pack)).toHaveLength(pack.remedies.length);
    }
  });

  it('show every piece of guidance that has no condition at some step, and climb every ladder to its end', () => {
    const situation = situationIn(pack, VALUES);
    const shown = HandlingStep.options.flatMap((step) => guidanceAtStep(step, situation, pack).guidance);
    const always = pack.guidance.filter(({ when }) => Object.keys(when).length === 0);
    expect(always.filter((guidance) => !shown.includes(guidance))).toEqual([]);
    for (const { id } of pack.roles) expect(superiorsOf(id, pack)).not.toContain(id);
  });
});

function allConfirmed(pack: PolicyPack): Pick<Progress, 'confirmed' | 'approvals' | 'times'> {
  const steps = Object.values(pack.workflow).flat();
  const gates = pack.closingGates.filter(({ needs }) => needs.kind === 'time');
  const outside = gates
    .map(({ needs }) => (needs.kind === 'time' ? needs.time : null))
    .filter((time): time is TimeField => time !== null && steps.every(({ done }) => done !== time));
  return {
    confirmed: [...pack.closingGates, ...pack.accountability.noLetOffs].map(({ id }) => id),
    approvals: [...pack.approvals, ...steps, ...pack.remedies].map(({ id }) => id),
    times: Object.fromEntries(outside.map((time) => [time, '2026-03-01'])),
  };
}
