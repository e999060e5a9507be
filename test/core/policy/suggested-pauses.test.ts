import { describe, expect, it } from 'vitest';
import { answerBlank, answerTo, clearAnswer } from '../../../core/policy/answer-blank.ts';
import { listBlanks } from '../../../core/policy/list-blanks.ts';
import { pausesToChoose, withOwnPauses } from '../../../core/policy/own-pauses.ts';
import { overlayCompany } from '../../../core/policy/overlay-company.ts';
import { PACKS } from '../../../core/policy/packs.ts';
import { packWithLaws } from '../../../core/policy/policy-with-laws.ts';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';

const asked = (pack: PolicyPack) => listBlanks(pack, null).filter(({ code }) => code === 'ownPause');

describe.each(PACKS.map((pack) => [pack.id, pack] as const))('reasons to pause that %s lists none of', (_, pack) => {
  it('are asked, never applied unasked, and hold with the longest time that the company names', () => {
    const questions = asked(pack);
    expect(questions).toHaveLength(3);
    expect(questions.every(({ isOptional }) => isOptional)).toBe(true);
    expect(overlayCompany(pack, null).pack.pauseReasons).toEqual([]);
    const [first, second] = questions;
    if (first === undefined || second === undefined) throw new Error('nothing is asked');
    const one = answerBlank(pack, null, first, { kind: 'number', number: 7 });
    if (!one.ok) throw new Error(one.code);
    const both = answerBlank(pack, one.value, second, { kind: 'number', number: 3 });
    if (!both.ok) throw new Error(both.code);
    const { pack: filled, findings } = overlayCompany(pack, both.value);
    expect(filled.pauseReasons.map(({ capDays }) => capDays)).toEqual([7, 3]);
    expect(findings).toEqual([]);
    const stopped = filled.milestones.filter(({ pausedBy }) => pausedBy !== undefined).map(({ stopsAt }) => stopsAt);
    expect(stopped.length).toBeGreaterThan(0);
    for (const never of ['firstResponseAt', 'reportedAt', 'transferredAt', 'emergencyStartedAt'])
      expect(stopped).not.toContain(never);
    expect(answerTo(both.value, first)).toEqual({ kind: 'number', number: 7 });
    const cleared = clearAnswer(pack, clearAnswer(pack, both.value, first.id), second.id);
    expect(listBlanks(pack, cleared).filter(({ code }) => code === 'ownPause')).toEqual(questions);
    const retired = overlayCompany(pack, cleared);
    expect(retired.findings).toEqual([]);
    expect(pausesToChoose(retired.pack)).toEqual([]);
    // What was paused for them goes on to count, with its cap and name.
    expect(retired.pack.milestones).toEqual(filled.milestones);
    expect(retired.pack.pauseReasons.map(({ id, capDays }) => [id, capDays])).toEqual(
      filled.pauseReasons.map(({ id, capDays }) => [id, capDays]),
    );
    const again = answerBlank(pack, cleared, second, { kind: 'number', number: 4 });
    if (!again.ok) throw new Error(again.code);
    expect(pausesToChoose(overlayCompany(pack, again.value).pack).map(({ capDays }) => capDays)).toEqual([4]);
  });

  it('stay as the company has them when only their longest time is changed', () => {
    const [first] = asked(pack);
    if (first === undefined) throw new Error('nothing is asked');
    const one = answerBlank(pack, null, first, { kind: 'number', number: 7 });
    const reason = one.ok && one.value.answers?.pauseReasons?.[0];
    if (!one.ok || !reason) throw new Error('not answered');
    const own = { ...reason, noteNeeded: true, label: { 'zh-CN': '等样品', 'zh-TW': '等樣品', en: 'sample' } };
    const more = answerBlank(pack, withOwnPauses(one.value, [own]), first, { kind: 'number', number: 9 });
    expect(more).toMatchObject({ ok: true, value: { answers: { pauseReasons: [{ ...own, capDays: 9 }] } } });
  });

  it('take whole days alone', () => {
    const [first] = asked(pack);
    if (first === undefined) throw new Error('nothing is asked');
    expect(answerBlank(pack, null, first, { kind: 'number', number: 0.5 })).toMatchObject({ code: 'badAnswer' });
  });
});

it('a reason of the company stops no clock of a law', () => {
  const pack = packWithLaws('general', ['law-cn-consumer']);
  const [first] = pack === null ? [] : asked(pack);
  if (pack === null || first === undefined) throw new Error('nothing is asked');
  const company = answerBlank(pack, null, first, { kind: 'number', number: 7 });
  if (!company.ok) throw new Error(company.code);
  const paused = overlayCompany(pack, company.value).pack.milestones.filter(({ pausedBy }) => pausedBy !== undefined);
  expect(pack.milestones.map(({ id }) => id)).toContain('cnConsumerRefund');
  expect(paused.map(({ id }) => id)).toEqual(['closing']);
});
