import { describe, expect, it } from 'vitest';
import type { CompanySettings } from '../../../core/policy/company-settings.ts';
import { findPack } from '../../../core/policy/packs.ts';
import { whyNoTime } from '../../../core/reply/promised-deadline.ts';
import { withMember, withOwnLane, type DraftEdits } from '../../../extension/ui/draft/draft-edits.ts';
import { mergeNotices } from '../../../extension/ui/draft/merge-notices.ts';
import { tickedTexts } from '../../../extension/ui/draft/ticked-texts.ts';
import { viewDraft } from '../../../extension/ui/draft/view-draft.ts';
import { replyProps } from '../../../extension/entrypoints/sidepanel/reply-props.ts';
import { sayOutcome } from '../../../extension/ui/reply/say-outcome.ts';
import { languageOf, replyKinds, viewReply, type ReplyContext } from '../../../extension/ui/reply/view-reply.ts';
import { companyOf, SUGGESTED_HOURS } from '../../../extension/ui/settings/hours-form.ts';
import { speechIn } from '../../../extension/ui/speech.ts';
import { aCapture, aComplaint } from '../support/a-complaint.ts';

const zone = 'Asia/Shanghai';
const packOf = (id: string) => {
  const pack = findPack(id);
  if (pack === null) throw new Error(`no pack ${id}`);
  return pack;
};
const view = (edits: DraftEdits, id = 'general') => {
  const pack = packOf(id);
  const company = companyOf(SUGGESTED_HOURS, { pack, zone, before: null });
  const context = { capture: aCapture(), draft: aComplaint().draft, pack, company, asOf: '2026-11-20T01:31:00Z', zone };
  return { pack, model: viewDraft(context, edits) };
};

describe('what a draft calls for', () => {
  const stopped = { description: '粉煤灰结块，我们的生产线停工了' };

  it('shows the lane with the words that speak for it, and its tasks', () => {
    const { calls } = view({ values: stopped }).model;
    expect(calls.lanes[0]?.choice.words.map(({ quote }) => quote).join()).toContain('停工');
    expect(calls.tasks.length).toBeGreaterThan(0);
  });

  it('follows the clerk who rules a lane out, and takes it back', () => {
    const [lane] = view({ values: stopped }).model.calls.lanes;
    if (lane === undefined) throw new Error('no lane');
    const out = view({ values: stopped, lanes: withOwnLane(undefined, lane.id, false) }).model;
    expect(out.calls.lanes.map(({ id }) => id)).not.toContain(lane.id);
    expect(out.calls.dropped.map(({ id }) => id)).toEqual([lane.id]);
    expect(out.assessment.lanes?.map(({ id }) => id)).not.toContain(lane.id);
    const back = view({ values: stopped, lanes: withOwnLane({ [lane.id]: false }, lane.id, undefined) }).model;
    expect(back.calls.lanes.map(({ id }) => id)).toContain(lane.id);
  });

  it('follows the clerk who puts it into a lane by hand', () => {
    const [further] = view({ values: {} }).model.calls.further;
    if (further === undefined) throw new Error('no lane left');
    const { calls } = view({ values: {}, lanes: { [further.id]: true } }).model;
    expect(calls.lanes).toMatchObject([{ id: further.id, choice: { isOwn: true, rule: null } }]);
  });

  it('names where it goes first and who is told at once, by the policy', () => {
    const { calls } = view({ values: { description: '粉煤灰质量不合格，造成工程事故，有人受伤' } }, 'fly-ash').model;
    expect(calls.routes.length + calls.notices.length).toBeGreaterThan(0);
  });

  it('names the same people once, with every reason', () => {
    const { calls } = view({ values: { description: '工人受伤送医，生产线停工，我们已经起诉并向12315投诉' } }).model;
    const merged = mergeNotices(calls.notices);
    expect(calls.notices.length).toBeGreaterThan(merged.length);
    expect(new Set(merged.map(({ key }) => key)).size).toBe(merged.length);
    expect(merged.flatMap(({ reasons }) => reasons)).toHaveLength(calls.notices.length);
  });

  it('offers every field of a ledger that is not shown, once', () => {
    const { model } = view({ values: { region: '' } });
    const shown = model.groups.flatMap(({ fields }) => fields.map(({ field }) => field));
    expect(shown).toContain('region');
    expect(model.addable).not.toContain('region');
    expect(model.addable.filter((field) => shown.includes(field))).toEqual([]);
    expect(model.addable).not.toContain('closedAt');
  });

  it('says that a value was cleared, and offers what was read', () => {
    const { model } = view({ values: { batchNo: '' } });
    const batch = model.groups.flatMap(({ fields }) => fields).find(({ field }) => field === 'batchNo');
    expect(batch).toMatchObject({ value: '', isEdited: true, others: ['FA-20261112', '20261112'] });
    expect(model.values.batchNo).toBeUndefined();
  });

  it('keeps the words of what was ticked', () => {
    const { pack, model } = view({ values: stopped });
    const [task] = model.calls.tasks;
    const [list] = pack.checklists;
    const ids = [task?.id ?? '', `${list?.id}.${list?.items[0]?.id}`];
    const texts = tickedTexts(pack, model, ids, speechIn('zh-CN'));
    expect(texts).toEqual([task?.text['zh-CN'], `${list?.label['zh-CN']}: ${list?.items[0]?.label['zh-CN']}`]);
    expect(withMember(withMember(['a'], 'b', true), 'a', false)).toEqual(['b']);
  });
});

describe('replies of a draft', () => {
  const contextOf = (values: DraftEdits['values'], change: Partial<ReplyContext> = {}): ReplyContext => {
    const { pack, model } = view({ values });
    return {
      pack,
      situation: model.situation,
      deadlines: model.deadlines,
      questions: model.missing,
      id: null,
      signature: { companyName: '青石粉煤灰', handler: '李青' },
      ...{ zone, asOf: '2026-11-20T01:31:00Z' },
      ...change,
    };
  };
  const full = {
    customerName: '华科混凝土',
    contactName: '王敏',
    contactPhone: '13900000000',
    receivedAt: '2026-11-20T09:05:00+08:00',
    productName: '粉煤灰',
    description: '粉煤灰结块',
    demand: '退货',
  };
  const id = '01KAF8Z4QW3V7Y2N5M8P6R1T0S';

  it('ask before saving only where something is to be asked of the customer', () => {
    expect(replyKinds(contextOf(full))).toEqual([]);
    expect(replyKinds(contextOf({ ...full, demand: '' })).map((kind) => kind.id)).toEqual(['ask']);
    expect(replyKinds(contextOf({ ...full, receivedAt: '' }))).toEqual([]);
  });

  it('acknowledge after saving with the number and the signature', () => {
    const context = contextOf(full, { id });
    const [kind] = replyKinds(context);
    if (kind === undefined) throw new Error('no reply');
    const { written } = viewReply(kind, context, 'zh-CN', null);
    expect(kind.id).toBe('acknowledgement');
    for (const words of ['王敏', id, '青石粉煤灰', '李青']) expect(written.text).toContain(words);
  });

  it('offer the acknowledgement with the questions first where something is missing', () => {
    const context = contextOf({ ...full, demand: '' }, { id });
    const kinds = replyKinds(context);
    expect(kinds.map((kind) => kind.id)).toEqual(['acknowledgement+ask', 'acknowledgement', 'ask']);
    const [first] = kinds;
    if (first === undefined) throw new Error('no reply');
    expect(viewReply(first, context, 'zh-CN', null).written.text).toContain('您希望我们怎么处理');
  });

  it('greet with the customer where no contact is known', () => {
    const context = contextOf({ ...full, contactName: '' }, { id });
    const [kind] = replyKinds(context);
    if (kind === undefined) throw new Error('no reply');
    expect(viewReply(kind, context, 'zh-CN', null).written.text.startsWith('华科混凝土')).toBe(true);
  });

  it('are checked as they stand, not as the template had them', () => {
    const context = contextOf(full, { id });
    const [kind] = replyKinds(context);
    if (kind === undefined) throw new Error('no reply');
    const { check } = viewReply(kind, context, 'zh-CN', '这不归我管。【时间】');
    expect(check.isGood).toBe(false);
    expect(check.avoid.length).toBe(1);
    expect(check.gaps.map(({ quote }) => quote)).toEqual(['【时间】']);
    expect(check.required.every(({ words }) => words.length === 0)).toBe(true);
  });

  it('are not called done while a gap is left in what was taken along', () => {
    const { say } = speechIn('zh-CN');
    const quote = '【答复时间】';
    const gaps = [quote, quote].map((each) => ({ quote: each, start: 0, end: 6 }));
    expect(sayOutcome('copied', { gaps }, say)).toBe(`已复制，请粘贴到回复里。 还有没填的：${quote}，发送前请补上。`);
    expect(sayOutcome('inserted', { gaps }, say)).toContain(quote);
    expect(sayOutcome('copyFailed', { gaps }, say)).not.toContain(quote);
    expect(sayOutcome('copied', { gaps: [] }, say)).toBe('已复制，请粘贴到回复里。');
  });

  describe('of fly-ash that are themselves the first response (S0-19)', () => {
    const asOf = '2026-11-20T01:31:27.123Z';
    const pack = packOf('fly-ash');
    const hours = companyOf(SUGGESTED_HOURS, { pack, zone, before: null });
    if (hours === null) throw new Error('no hours');
    const set = {
      ...hours,
      firstDay: 'nextDay' as const,
      targets: { ...hours.targets, preliminaryAnswer: { default: { unit: 'workDays' as const, amount: 3 } } },
    };
    const reply = (company: CompanySettings | null, values: DraftEdits['values'] = full) => {
      const draft = { capture: aCapture(), draft: aComplaint().draft, pack, company, asOf, zone };
      const edits = { values };
      const model = viewDraft(draft, edits);
      const nothing = () => undefined;
      const { context } = replyProps({
        ...{ context: draft, model, edits, signature: { companyName: '青石粉煤灰', handler: '李青' }, tab: null, id },
        ...{ locale: 'zh-CN', onEdit: nothing, onSignature: nothing, onTaken: nothing },
      });
      const kind = replyKinds(context).find(({ asks }) => asks === 'nothing');
      if (kind === undefined) throw new Error('no reply');
      const { written, deadline, check, isPast } = viewReply(kind, context, 'zh-CN', null);
      const late = viewReply(kind, { ...context, asOf: '2027-01-04T01:00:00Z' }, 'zh-CN', null);
      return {
        text: written.text,
        isPast: [isPast, late.isPast],
        check,
        reasons: deadline === null ? null : whyNoTime(deadline).map(({ code }) => code),
      };
    };

    it('promise the time that runs from now', () => {
      const { text, check, reasons, isPast } = reply(set);
      expect(text).toContain('2026年11月25日');
      expect(isPast).toEqual([false, true]);
      expect([check.gaps, check.statesDueTime, reasons]).toEqual([[], true, []]);
    });

    it('promise by the first response on record where there is one', () => {
      expect(reply(set, { ...full, firstResponseAt: '2026-11-19T09:00:00+08:00' }).text).toContain('2026年11月24日');
    });

    it.each<[string, CompanySettings | null, string[]]>([
      ['from which day it counts', { ...set, firstDay: null }, ['missingFirstDay']],
      ['the working hours', { ...set, calendar: null }, ['missingCalendar']],
      ['the limit', { ...set, targets: {} }, ['missingTargetQuoted']],
    ])('say that what lacks is %s', (_, company, expected) => {
      const { text, reasons } = reply(company);
      expect(text).toContain('【');
      expect(reasons).toEqual(expected);
    });

    it('are told from “不归我管”, as from “不归我们管” (S0-3)', () => {
      expect(pack.phrases.find(({ id: name }) => name === 'shirking')?.words).toContain('不归我管');
    });
  });

  it('are in the language of the mail, not of the panel', () => {
    const blocks = [{ role: 'body' as const, label: null, text: 'The bags arrived torn. Please replace them.' }];
    expect(languageOf(aCapture({ blocks }), 'zh-CN')).toBe('en');
    expect(languageOf(aCapture(), 'en')).toBe('zh-CN');
  });
});
