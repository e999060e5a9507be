import { answerBlank } from '../../../core/policy/answer-blank.ts';
import { allLaws } from '../../../core/policy/law-packs.ts';
import type { Locale } from '../../../core/policy/localized.ts';
import { overlayCompany } from '../../../core/policy/overlay-company.ts';
import { withOwnPauses } from '../../../core/policy/own-pauses.ts';
import { findPack } from '../../../core/policy/packs.ts';
import { policyQuestions } from '../../../core/policy/policy-questions.ts';
import { suggestedPauses } from '../../../core/policy/suggested-pauses.ts';
import { NO_TEAM } from '../../../core/register/settings/team-settings.ts';
import { SUGGESTED_WINDOWS } from '../../../core/working-time/suggested-windows.ts';
import { translate } from '../../../core/wording/translate.ts';
import { suggestCompany } from '../../../excel-addin/actions/suggest-company.ts';
import type { SettingsModel, ShownSettings } from '../../../excel-addin/taskpane/settings-state.ts';

/** The settings of a register as a user meets them. */
export function settingsStates(locale: Locale): Record<string, SettingsModel> {
  const pack = findPack('fly-ash');
  if (pack === null) throw new Error('no policy');
  const suggestion = suggestCompany(pack, 'Asia/Shanghai');
  const base = { ...suggestion, firstDay: 'nextDay' as const, targets: {} };
  const [first] = policyQuestions(pack, base).filter(
    ({ isAnswered, blank }) => !isAnswered && blank.answer.kind === 'number',
  );
  const answered = first && answerBlank(pack, base, first.blank, { kind: 'number', number: 3 });
  const company = answered?.ok ? answered.value : base;
  const ideas = suggestedPauses(pack);
  const confirmed = withOwnPauses(
    company,
    ideas.slice(0, 2).map((idea) => ({ ...idea, capDays: 7 })),
  );
  const paused = withOwnPauses(confirmed, confirmed.answers?.pauseReasons?.slice(0, 1) ?? []);
  const ofItsOwn = {
    ...paused,
    calendar: paused.calendar && {
      ...paused.calendar,
      overrides: [
        { date: '2026-10-09', windows: [], note: '厂庆' },
        { date: '2026-12-26', windows: [...SUGGESTED_WINDOWS], note: '调休上班' },
        { date: '2027-02-04', windows: [], note: '春节前停产检修' },
      ],
    },
  };
  const shown: ShownSettings = {
    ...{
      policy: pack.label[locale],
      pack,
      company: null,
      suggestion,
      team: NO_TEAM,
      today: '2026-11-22',
      effects: null,
      sheet: null,
    },
    questions: policyQuestions(pack, null),
    laws: allLaws().map(({ id, label, verify }) => ({ id, label: label[locale], verify: verify[locale] })),
  };
  const wrong = (code: string, text: string, address: string) => ({
    text: translate(locale, `settings.wrong.${code}`, { text }),
    place: { address, row: 4, column: 2 },
  });
  const column = translate(locale, 'register.column.grade');
  return {
    settings: { shown },
    settingsAnswered: {
      shown: {
        ...{ ...shown, company: ofItsOwn, pack: overlayCompany(pack, ofItsOwn).pack },
        questions: policyQuestions(pack, ofItsOwn),
        team: {
          ...NO_TEAM,
          numberPattern: 'TS-{yyyy}{mm}-{nnn}',
          laws: allLaws()
            .slice(0, 1)
            .map(({ id }) => id),
        },
        sheet: {
          name: translate(locale, 'settings.sheet.name'),
          problems: [
            wrong('answer.target', '很快', 'C14'),
            wrong('windows', '上午', 'J6'),
            wrong('notOffered', '搞定', 'AC5'),
          ],
        },
      },
    },
    settingsWhatIf: {
      shown: {
        ...shown,
        effects: {
          count: 12,
          first: [3, 4, 9].map((number) => ({
            number: `20261120-00${number}`,
            customer: '江苏宏盛建材有限公司',
            changes: [{ column, before: '2026-11-24 17:30', after: '2026-11-23 12:00' }],
          })),
        },
      },
    },
  };
}
