import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerBlank, noAnswers } from '../../../../core/policy/answer-blank.ts';
import type { BlankAnswer } from '../../../../core/policy/blank-answer.ts';
import { chooseTarget } from '../../../../core/policy/choose-target.ts';
import type { CompanySettings } from '../../../../core/policy/company-settings.ts';
import { allLaws } from '../../../../core/policy/law-packs.ts';
import { LOCALES, type Locale } from '../../../../core/policy/localized.ts';
import { overlayCompany } from '../../../../core/policy/overlay-company.ts';
import { findPack, PACKS } from '../../../../core/policy/packs.ts';
import type { PolicyBlank } from '../../../../core/policy/policy-blank.ts';
import type { PolicyPack } from '../../../../core/policy/policy-pack.ts';
import { policyQuestions } from '../../../../core/policy/policy-questions.ts';
import { packWithLaws } from '../../../../core/policy/policy-with-laws.ts';
import { readSettings } from '../../../../core/register/settings/read-settings.ts';
import { settingsQuestions } from '../../../../core/register/settings/settings-questions.ts';
import type { SettingsTableRead } from '../../../../core/register/settings/settings-sheet.ts';
import {
  matchSettingsHeader,
  settingsTables,
  type WorkbookSettings,
} from '../../../../core/register/settings/settings-tables.ts';
import { NO_TEAM } from '../../../../core/register/settings/team-settings.ts';
import { translate } from '../../../../core/wording/translate.ts';
import { SUGGESTED_WINDOWS } from '../../../../core/working-time/suggested-windows.ts';

const ZONE = 'Asia/Shanghai';
const DAY = [...SUGGESTED_WINDOWS];
const HOURS: CompanySettings['calendar'] = {
  zone: ZONE,
  week: { 1: DAY, 2: DAY, 3: DAY, 4: DAY, 5: DAY, 6: DAY.slice(0, 1), 7: [] },
  country: 'CN',
  makeUpWindows: DAY,
  seasons: [
    {
      ...{ from: '2026-06-01', to: '2026-09-30', makeUpWindows: [] },
      week: { 1: DAY, 2: DAY, 3: DAY, 4: DAY, 5: DAY, 6: [], 7: [] },
    },
  ],
  overrides: [{ date: '2026-10-09', windows: [], note: '厂庆' }],
};

/** The sheet as it would be read back right after it was written. */
function asRead(settings: WorkbookSettings, pack: PolicyPack, locale: Locale): SettingsTableRead[] {
  return settingsTables(settings, { pack, locale }).map(({ headers, rows }) => {
    const found = matchSettingsHeader(headers);
    if (found === null) throw new Error('unknown table');
    return { ...found, rows };
  });
}

const frameOf = (pack: PolicyPack, locale: Locale) => ({
  ...{ locale, zone: ZONE, date1904: false },
  packWith: (laws: readonly string[]) => packWithLaws(pack.id, laws) ?? pack,
});

const nothing: WorkbookSettings = { company: null, team: NO_TEAM };

/** Something that the question can be answered with. */
function anAnswer({ answer, code }: PolicyBlank, pack: PolicyPack): fc.Arbitrary<BlankAnswer | null> {
  const amount = fc.integer({ min: 1, max: 400 });
  const role = fc.constantFrom(...pack.roles.map(({ id }) => id), ...(pack.roles.length === 0 ? ['nobody'] : []));
  switch (answer.kind) {
    case 'calendar':
      return fc.constant(null);
    case 'target':
      return fc.oneof(
        fc.record({
          kind: fc.constant('target' as const),
          target: fc.record({
            unit: fc.constantFrom('workMinutes', 'clockMinutes', 'workDays', 'calendarDays'),
            amount,
          }),
        }),
        fc.constant({ kind: 'target' as const, target: { unit: 'immediately' as const } }),
      );
    case 'choice': {
      if (answer.options.length === 0) return fc.constant(null);
      const option = fc.constantFrom(...answer.options);
      return code === 'reopening'
        ? fc.record({ kind: fc.constant('choice' as const), option, cutOffDays: fc.option(amount, { nil: null }) })
        : fc.record({ kind: fc.constant('choice' as const), option });
    }
    case 'role':
      return pack.roles.length === 0 ? fc.constant(null) : fc.record({ kind: fc.constant('role' as const), role });
    case 'number':
      return fc.record({ kind: fc.constant('number' as const), number: fc.integer({ min: 1, max: 100 }) });
    case 'timesWithinDays':
      return fc.record({ kind: fc.constant('timesWithinDays' as const), times: amount, withinDays: amount });
    case 'text':
      return fc.record({
        kind: fc.constant('text' as const),
        text: fc.string({ minLength: 1 }).filter((text) => text.trim() === text && text !== ''),
      });
    case 'scale':
      return fc.uniqueArray(fc.stringMatching(/^[一-龟a-z]{1,5}$/u), { minLength: 2, maxLength: 5 }).map((names) => ({
        kind: 'scale' as const,
        steps: names.map((name, at) => ({
          id: `step${at + 1}`,
          label: { 'zh-CN': name, 'zh-TW': name, en: name },
        })),
      }));
    case 'warnPoints':
      return fc
        .dictionary(
          fc.constantFrom('default', ...pack.grades.map(({ id }) => id)),
          fc.array(
            fc.oneof(
              fc.record({ minutes: fc.integer({ min: 1, max: 9_000 }) }),
              fc.integer({ min: 1, max: 99 }).map((percent) => ({ share: percent / 100 })),
            ),
            { minLength: 1, maxLength: 4 },
          ),
          { minKeys: 1, noNullPrototype: true },
        )
        .map((points) => ({ kind: 'warnPoints' as const, points }));
    case 'ladder':
      return pack.roles.length === 0
        ? fc.constant(null)
        : fc
            .array(fc.record({ minutes: fc.integer({ min: -9_000, max: 9_000 }), tell: role }), {
              minLength: 1,
              maxLength: 4,
            })
            .map((steps) => ({ kind: 'ladder' as const, steps }));
  }
}

const isOwnPause = ({ blank }: { blank: PolicyBlank }) => blank.code === 'ownPause';

/** A company that answered some of the questions of a pack, and then some that its answers raised. */
function aCompany(pack: PolicyPack): fc.Arbitrary<CompanySettings> {
  const answers = (company: CompanySettings) =>
    [...settingsQuestions(pack, company), ...policyQuestions(pack, company).filter(isOwnPause)]
      .filter(({ answer }) => answer === null)
      .map(({ blank }) =>
        fc.option(anAnswer(blank, overlayCompany(pack, company).pack)).map((answer) => ({ blank, answer })),
      );
  const give = (company: CompanySettings) =>
    fc.tuple(...answers(company)).map((all) =>
      all.reduce((made, { blank, answer }) => {
        const given = answer && answerBlank(pack, made, blank, answer);
        return given?.ok ? given.value : made;
      }, company),
    );
  const start = { ...noAnswers(pack), calendar: HOURS };
  return give(start).chain(give);
}

/** What holds for every milestone and grade, however it is kept. */
function limits(pack: PolicyPack, company: CompanySettings | null) {
  return pack.milestones.flatMap((milestone) =>
    pack.grades
      .filter(({ id }) => milestone.when?.grade?.includes(id) ?? true)
      .map(({ id }) => chooseTarget(milestone, id, pack, company)),
  );
}

describe('the settings sheet', () => {
  it.each(PACKS.map((pack) => [pack.id, pack] as const))('gives back the answers to %s', (_, pack) => {
    fc.assert(
      fc.property(aCompany(pack), fc.constantFrom(...LOCALES), (company, locale) => {
        const settings = { company, team: NO_TEAM };
        const { settings: read, findings } = readSettings(
          asRead(settings, pack, locale),
          nothing,
          frameOf(pack, locale),
        );
        expect(findings).toEqual([]);
        expect(read.company?.answers).toEqual(company.answers);
        expect(read.company?.calendar).toEqual(company.calendar);
        expect(limits(pack, read.company)).toEqual(limits(pack, company));
        const { firstDay, dayEnds, hoursMean } = company;
        expect(read.company).toMatchObject({ firstDay, ...(dayEnds && { dayEnds }), ...(hoursMean && { hoursMean }) });
      }),
      { numRuns: 8 },
    );
  });

  it.each(LOCALES)('asks every question of every policy in whole words: %s', (locale) => {
    for (const pack of PACKS) {
      const texts = settingsTables(nothing, { pack, locale }).flatMap(({ rows }) => rows.flat().map(String));
      const unfilled = texts.filter((text) => /\{(?!yyyy|yy|roc|mm|dd|nnn)[a-z]/i.test(text));
      expect(unfilled).toEqual([]);
    }
  });

  it('changes nothing of what is in force when nothing was edited, in any language', () => {
    const pack = findPack('general') ?? PACKS[0];
    if (pack === undefined) throw new Error('no pack');
    fc.assert(
      fc.property(aCompany(pack), fc.constantFrom(...LOCALES), (company, locale) => {
        const settings: WorkbookSettings = {
          company: { ...company, targets: { closing: { default: { unit: 'workDays', amount: 3 } } } },
          team: {
            laws: [allLaws()[0]?.id ?? ''],
            numberPattern: 'TS-{yyyy}{mm}-{nnn}',
            words: [{ of: 'status', word: '搞定', means: pack.statuses.at(-1)?.id ?? '' }],
            headers: [
              { header: '反馈人/电话', fields: ['contactName', 'contactPhone'] },
              { header: '内部代码', fields: [] },
            ],
          },
        };
        const withLaws = packWithLaws(pack.id, settings.team.laws) ?? pack;
        const read = readSettings(asRead(settings, withLaws, locale), settings, frameOf(pack, locale));
        expect(read).toEqual({ settings, findings: [] });
        // And from the sheet alone, when the workbook has forgotten everything else.
        const alone = readSettings(asRead(settings, withLaws, locale), nothing, frameOf(pack, locale));
        expect(alone.findings).toEqual([]);
        expect(alone.settings.team).toEqual(settings.team);
      }),
      { numRuns: 20 },
    );
  });

  describe.each(LOCALES)('own reasons to pause, in %s', (locale) => {
    const pack = findPack('general') as PolicyPack;
    const [first, second] = policyQuestions(pack, null).filter(isOwnPause);
    if (!first || !second) throw new Error('nothing is asked');
    const given = [first, second].reduce<CompanySettings | null>((company, { blank }) => {
      const made = answerBlank(pack, company, blank, { kind: 'number', number: 7 });
      return made.ok ? made.value : null;
    }, null);
    if (given === null) throw new Error('not answered');
    const before: WorkbookSettings = { company: given, team: NO_TEAM };
    /** The settings after somebody has changed the rows of the table of reasons. */
    const after = (edit: (rows: SettingsTableRead['rows']) => SettingsTableRead['rows'], known = before) => {
      const tables = asRead(before, pack, locale).map((table) =>
        table.id === 'pauses' ? { ...table, rows: edit(table.rows) } : table,
      );
      const { settings, findings } = readSettings(tables, known, frameOf(pack, locale));
      expect(findings).toEqual([]);
      return settings.company?.answers;
    };
    const [papers, consent] = given.answers?.pauseReasons ?? [];

    it('keep their names in other languages while another cell is edited, and when all else is forgotten', () => {
      const longer = (rows: SettingsTableRead['rows']) => rows.map((row, at) => (at === 0 ? row.with(2, 9) : row));
      const wanted = [{ ...papers, capDays: 9 }, consent];
      expect(after(longer)).toEqual({ pauseReasons: wanted });
      expect(after(longer, nothing)).toEqual({ pauseReasons: wanted });
    });

    it('have one name for all languages once they are renamed', () => {
      const renamed = after((rows) => rows.map((row, at) => (at === 0 ? row.with(0, '等客户寄样') : row)));
      const name = { 'zh-CN': '等客户寄样', 'zh-TW': '等客户寄样', en: '等客户寄样' };
      expect(renamed?.pauseReasons).toEqual([{ ...papers, label: name }, consent]);
    });

    it('have one id at every reading while their rows have no key, also when they are taken up again', () => {
      const keyless = (rows: SettingsTableRead['rows']) => [
        ['等专家', rows[0]?.[1] ?? '', 3, '', '', ''],
        ['等专家', rows[0]?.[1] ?? '', 5, '', '', ''],
        ...rows.map((row) => row.with(-1, '')),
        rows[0] ?? [],
      ];
      const once = after(keyless);
      expect(once?.pauseReasons?.map(({ id, capDays }) => [id, capDays])).toEqual([
        ['own1', 3],
        ['own2', 5],
        ['own3', 7],
        [consent?.id, 7],
        [papers?.id, 7],
      ]);
      const answering = (answers: typeof once): WorkbookSettings => ({
        ...before,
        company: { ...given, ...(answers && { answers }) },
      });
      expect(after(keyless, answering(once))).toEqual(once);
      const none = after(() => [], answering(once));
      expect(none?.retiredPauses).toHaveLength(5);
      expect(after(keyless, answering(none))).toEqual(once);
    });

    it('are retired when their row is taken out, and no further reason gets an id that a log may name', () => {
      const removed = after((rows) => rows.slice(1));
      expect(removed).toEqual({ pauseReasons: [consent], retiredPauses: [papers] });
      const own = { ...papers, id: 'own1' };
      const known = {
        ...before,
        company: { ...given, answers: { ...given.answers, retiredPauses: [own] } } as CompanySettings,
      };
      const added = after((rows) => [...rows, ['等专家', rows[0]?.[1] ?? '', 3, '', '', '']], known);
      expect(added?.pauseReasons?.map(({ id }) => id)).toEqual([papers?.id, consent?.id, 'own2']);
      expect(added?.retiredPauses).toEqual([own]);
    });
  });

  it('never makes settings of a broken cell, whatever is typed: the cell is told, or says something whole', () => {
    const pack = findPack('general') ?? PACKS[0];
    if (pack === undefined) throw new Error('no pack');
    const [company] = fc.sample(aCompany(pack), { numRuns: 1, seed: 7 });
    const before: WorkbookSettings = { company: company ?? null, team: NO_TEAM };
    const tables = asRead(before, pack, 'zh-CN');
    const spots = tables.flatMap(({ rows }, table) =>
      rows.flatMap((row, at) => row.map((_, column) => ({ table, at, column }))),
    );
    const junk = fc.oneof(
      fc.string(),
      fc.double(),
      fc.constantFrom('=1+1', '是', '0', '-5', '2026-13-41', '#REF!', true),
    );
    fc.assert(
      fc.property(fc.constantFrom(...spots), junk, ({ table, at, column }, value) => {
        const broken = tables.map((each, index) =>
          index === table
            ? { ...each, rows: each.rows.map((row, r) => (r === at ? row.with(column, value) : row)) }
            : each,
        );
        const { settings, findings } = readSettings(broken, before, frameOf(pack, 'zh-CN'));
        for (const { code, params } of findings)
          expect(translate('zh-CN', `settings.wrong.${code}`, params)).not.toBe('');
        // Whatever was read can be written and read again as it is.
        const again = readSettings(asRead(settings, pack, 'zh-CN'), settings, frameOf(pack, 'zh-CN'));
        expect(again).toEqual({ settings, findings: [] });
      }),
      { numRuns: 150 },
    );
  });
});
