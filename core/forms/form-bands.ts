import type { Field } from '../complaint/field.ts';
import type { Locale } from '../policy/localized.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import type { FormPart } from '../policy/record-form.ts';
import { eventDetails, eventWord, saidTime } from '../register/log/say-event.ts';
import { policyNames } from '../register/log/policy-names.ts';
import { departmentText } from '../register/row-department.ts';
import { cleanText } from '../register/safe-cell.ts';
import { translate } from '../wording/translate.ts';
import {
  across,
  COLUMNS,
  COLUMN_WIDTH,
  LABEL_COLUMNS,
  row,
  type Band,
  type Box,
  type LookName,
  type RowBand,
} from './bands.ts';
import type { FormComplaint, FormFrame } from './form-complaint.ts';
import { wrapLines } from './measure-text.ts';
import { boxes, printed, sayForms } from './print-text.ts';

const WIDE = COLUMNS - LABEL_COLUMNS;
const HALF = COLUMNS / 2 - LABEL_COLUMNS;
/** At this size is decided what is short enough for half a line. */
const SIZE = 10.5;
const SHORT_LINES = 2;
/** A row of a table takes so many lines; longer words go on in the next row. */
const ROW_LINES = 10;

const box = (column: number, columns: number, text: string, look: LookName, of?: string): Box => ({
  ...{ column, columns, text, look },
  ...(of === undefined ? {} : { of }),
});

/** One part of a form, for a complaint or (null) empty, to be filled by hand. */
export function partBands(part: FormPart, complaint: FormComplaint | null, frame: FormFrame): Band[] {
  const { pack, locale } = frame;
  const t = sayForms(locale);
  switch (part.kind) {
    case 'fields':
      return pairs(part.items.map(({ fields, label }) => itemOf(fields, label?.[locale], complaint, frame)));
    case 'text': {
      const { label, texts } = itemOf(part.fields, part.label?.[locale], complaint, frame);
      const shown = texts.length === 0 ? [{ text: '', of: undefined }] : texts;
      const lines = shown.length > 1 ? 1 : part.lines;
      return shown.map(({ text, of }) => ({
        ...{ kind: 'text' as const, label, text, lines, stretch: part.lines },
        ...(of === undefined ? {} : { of }),
      }));
    }
    case 'blank':
      return [{ kind: 'text', label: part.label[locale], text: '', lines: part.lines, stretch: part.lines }];
    case 'choice':
      return choice(part.of, complaint, frame);
    case 'checklist':
      return pack.checklists
        .filter(({ id }) => id === part.checklist)
        .map((list) => checklist(list, complaint, locale));
    case 'investigationLists':
      return pack.checklists
        .filter(({ step, when }) => step === 'investigation' && Object.keys(when).length === 0)
        .map((list) => checklist(list, complaint, locale));
    case 'noLetOffs': {
      const { noLetOffs } = pack.accountability;
      if (noLetOffs.length === 0) return [];
      const confirmed = new Set(complaint?.log.confirmed);
      const items = noLetOffs.map(({ id, label }) => ({ label: label[locale], isTicked: confirmed.has(id) }));
      return [ticked(t('part.noLetOffs'), items)];
    }
    case 'gates': {
      if (pack.closingGates.length === 0) return [];
      const met = (gate: (typeof pack.closingGates)[number]) => {
        if (complaint === null) return false;
        const { needs } = gate;
        if (needs.kind === 'field') return complaint.values[needs.field] !== undefined;
        if (needs.kind === 'time')
          return (complaint.log.times[needs.time] ?? complaint.values[needs.time]) !== undefined;
        if (needs.kind === 'satisfied') return complaint.log.satisfied === true;
        return complaint.log.confirmed.includes(gate.id);
      };
      return [
        ticked(
          t('part.gates'),
          pack.closingGates.map((gate) => ({ label: gate.label[locale], isTicked: met(gate) })),
        ),
      ];
    }
    case 'deadlines':
      return deadlines(complaint, frame);
    case 'events':
      return [events(part.lines, complaint, frame)];
    case 'measures':
      return [measures(part.lines, frame)];
    case 'approvals': {
      const given = new Set(complaint?.log.approvals);
      return pack.approvals.map(({ id, label, by }) => {
        const role = policyNames(pack, locale).role(by);
        const opinion = boxes([
          { label: t('agree'), isTicked: given.has(id) },
          { label: t('disagree'), isTicked: false },
        ]);
        return row(
          [
            box(0, 4, label[locale], 'label'),
            box(4, 3, opinion, 'center'),
            box(7, 5, t('signedBy', { role }), 'value'),
          ],
          2,
        );
      });
    }
    case 'opinion': {
      return [
        { kind: 'text', label: part.label[locale], text: '', lines: part.lines, stretch: part.lines },
        row([box(0, LABEL_COLUMNS, '', 'label'), box(LABEL_COLUMNS, WIDE, t('signature'), 'sign')], 1.3, 0.5),
      ];
    }
    case 'signatures': {
      const span =
        COLUMNS / (part.labels.length === 3 ? 3 : part.labels.length === 1 ? 1 : part.labels.length === 2 ? 2 : 4);
      return [
        row(part.labels.map((label, at) => box(at * span, span, label[locale], 'label'))),
        row(
          part.labels.map((_, at) => box(at * span, span, t('signatureBelow'), 'sign')),
          3,
          2,
        ),
      ];
    }
  }
}

interface Item {
  label: string;
  texts: { text: string; of: Field }[];
}

function itemOf(
  fields: readonly Field[],
  label: string | undefined,
  complaint: FormComplaint | null,
  { locale, zone, pack }: FormFrame,
): Item {
  const [first] = fields;
  const texts = fields.flatMap((field) => {
    if (complaint === null) return [];
    const text =
      printed(field, { ...complaint.values, ...timesOf(complaint) }, zone) || derived(field, complaint, pack, locale);
    return text === '' ? [] : [{ text, of: field }];
  });
  return { label: label ?? (first === undefined ? '' : translate(locale, `fields.${first}`)), texts };
}

/** Times of the log go before those of the row. */
function timesOf({ log }: FormComplaint): Partial<Record<Field, string>> {
  return log.times;
}

/** What the register knows where the row says nothing. */
function derived(
  field: Field,
  { number, evaluation, log }: FormComplaint,
  pack: FormFrame['pack'],
  locale: FormFrame['locale'],
): string {
  if (field === 'complaintId') return number;
  if (field === 'responsibleDept') return departmentText(evaluation.department, pack, locale);
  if (field === 'responsiblePerson') return log.owner?.person ?? '';
  if (field === 'receivedBy') return log.firstReceiver ?? '';
  return '';
}

/** Short values side by side; a long one takes the whole line. */
function pairs(items: readonly Item[]): Band[] {
  const bands: Band[] = [];
  let left: Item | null = null;
  const put = (item: Item, other: Item | null) => {
    const boxesOf = ({ label, texts }: Item, column: number): Box[] => {
      const of = texts[0]?.of;
      const whole = texts.map(({ text }) => text).join(' / ');
      return [
        box(column, LABEL_COLUMNS, label, 'label'),
        box(column + LABEL_COLUMNS, other === null ? WIDE : HALF, whole, 'value', of),
      ];
    };
    bands.push(row([...boxesOf(item, 0), ...(other === null ? [] : boxesOf(other, COLUMNS / 2))], 1, 0.3));
  };
  for (const item of items) {
    const whole = item.texts.map(({ text }) => text).join(' / ');
    if (wrapLines(whole, HALF * COLUMN_WIDTH, SIZE).length > SHORT_LINES) {
      if (left !== null) put(left, null);
      left = null;
      for (const { text, of } of item.texts)
        bands.push({ kind: 'text', label: item.label, text, of, lines: 1, stretch: 0 });
    } else if (left === null) left = item;
    else {
      put(left, item);
      left = null;
    }
  }
  if (left !== null) put(left, null);
  return bands;
}

function checklist(list: PolicyPack['checklists'][number], complaint: FormComplaint | null, locale: Locale): RowBand {
  const confirmed = new Set(complaint?.log.confirmed);
  return ticked(
    list.label[locale],
    list.items.map(({ id, label }) => ({
      label: label[locale],
      isTicked: confirmed.has(`${list.id}.${id}`) || confirmed.has(id),
    })),
  );
}

function ticked(label: string, items: readonly { label: string; isTicked: boolean }[]): RowBand {
  return row([box(0, LABEL_COLUMNS, label, 'label'), box(LABEL_COLUMNS, WIDE, boxes(items), 'value')], 1, 0.3);
}

/** Boxes by a list of the policy; what the row says in other words stands behind the box, or behind “other”. */
function choice(
  of: 'channel' | 'category' | 'grade' | 'verdict' | 'satisfaction',
  complaint: FormComplaint | null,
  frame: FormFrame,
): Band[] {
  const { pack, locale } = frame;
  const t = sayForms(locale);
  const field = (
    {
      channel: 'channel',
      category: 'category',
      grade: 'severity',
      satisfaction: 'satisfaction',
      verdict: null,
    } as const
  )[of];
  const written = complaint === null || field === null ? '' : cleanText(complaint.values[field] ?? '').trim();
  const scale = pack.satisfactionScale ?? [
    { id: 'yes', label: t('satisfied') },
    { id: 'no', label: t('unsatisfied') },
  ];
  const list = {
    channel: pack.channels,
    category: pack.categories,
    grade: pack.grades,
    verdict: pack.verdicts,
    satisfaction: scale,
  }[of];
  if (list.length === 0 && written === '') return [];
  const labelOf = (label: string | Record<typeof locale, string>) =>
    typeof label === 'string' ? label : label[locale];
  const names = (item: (typeof list)[number]): string[] => [
    labelOf(item.label),
    ...(typeof item.label === 'string' ? [] : Object.values(item.label)),
    ...('synonyms' in item ? item.synonyms : []),
  ];
  const asked = {
    channel: null,
    category: complaint?.evaluation.category ?? null,
    grade: complaint?.evaluation.grade ?? null,
    verdict: complaint?.log.verdict ?? null,
    satisfaction: { true: 'yes', false: 'no' }[String(complaint?.log.satisfied)] ?? null,
  }[of];
  const chosen =
    list.find((item) => item.id === asked) ?? list.find((item) => written !== '' && names(item).includes(written));
  const isSaid = written === '' || (chosen !== undefined && labelOf(chosen.label) === written);
  const items = list.map((item) => ({ label: labelOf(item.label), isTicked: item === chosen }));
  if (of === 'channel' || list.length === 0)
    items.push({ label: t('other'), isTicked: written !== '' && chosen === undefined });
  const label = t(`choice.${of}`);
  const tickedText = items.length === 0 ? '' : boxes(items);
  const bands: Band[] = [
    row([box(0, LABEL_COLUMNS, label, 'label'), box(LABEL_COLUMNS, WIDE, tickedText, 'value', of)], 1.3),
  ];
  if (!isSaid && field !== null)
    bands.push({ kind: 'text', label: t('inTheirWords', { label }), text: written, of: field, lines: 1, stretch: 0 });
  return bands;
}

function deadlines(complaint: FormComplaint | null, { pack, locale, zone }: FormFrame): Band[] {
  const t = sayForms(locale);
  const head = row([
    box(0, 4, t('limit.milestone'), 'label'),
    ...[box(4, 3, t('limit.due'), 'label'), box(7, 3, t('limit.done'), 'label'), box(10, 2, t('limit.state'), 'label')],
  ]);
  const shown = pack.milestones.filter(({ id, when }) =>
    complaint === null ? when === undefined : complaint.evaluation.deadlines.some(({ milestone }) => milestone === id),
  );
  const rows = shown.map(({ id, label, stopsAt }) => {
    const deadline = complaint?.evaluation.deadlines.find(({ milestone }) => milestone === id);
    const done = complaint?.log.times[stopsAt] ?? complaint?.values[stopsAt];
    const due = deadline?.dueAt ?? null;
    return row([
      box(0, 4, label[locale], 'value'),
      box(4, 3, due === null ? '' : saidTime(due, zone), 'center'),
      box(7, 3, done === undefined ? '' : saidTime(done, zone), 'center', stopsAt),
      box(10, 2, deadline === undefined ? '' : translate(locale, `deadline.status.${deadline.status}`), 'center'),
    ]);
  });
  return [{ kind: 'table', label: t('part.deadlines'), head, rows }];
}

function events(lines: number, complaint: FormComplaint | null, { pack, locale, zone }: FormFrame): Band {
  const t = sayForms(locale);
  const head = row([
    ...[box(0, 2, t('event.when'), 'label'), box(2, 2, t('event.what'), 'label')],
    ...[box(4, 6, t('event.details'), 'label'), box(10, 2, t('event.who'), 'label')],
  ]);
  const known = new Map(complaint?.events.map((event) => [event.id, event]));
  const rows = (complaint?.events ?? []).flatMap((event, at) => {
    const wrapped = wrapLines(cleanText(eventDetails(event, { pack, locale, zone }, known)), 6 * COLUMN_WIDTH, SIZE);
    const pieces: string[] = [];
    for (let from = 0; from < wrapped.length; from += ROW_LINES)
      pieces.push(wrapped.slice(from, from + ROW_LINES).join(''));
    return pieces.map((piece, index) =>
      row([
        box(0, 2, index === 0 ? saidTime(event.occurredAt, zone) : '', 'center'),
        box(2, 2, index === 0 ? eventWord(event, locale) : '', 'center'),
        box(4, 6, piece, 'value', `event ${at}`),
        box(10, 2, index === 0 ? cleanText(event.by) : '', 'center'),
      ]),
    );
  });
  const empty = row(
    [box(0, 2, '', 'value'), box(2, 2, '', 'value'), box(4, 6, '', 'value'), box(10, 2, '', 'value')],
    1.3,
  );
  while (rows.length < (complaint === null ? lines : 1)) rows.push(empty);
  return { kind: 'table', label: t('part.events'), head, rows };
}

/** Measures with who and until when, written by hand. */
function measures(lines: number, { locale }: FormFrame): Band {
  const t = sayForms(locale);
  const cells = (texts: readonly string[], look: LookName, high: number) =>
    row(
      [
        box(0, 5, texts[0] ?? '', look),
        box(5, 2, texts[1] ?? '', look),
        box(7, 2, texts[2] ?? '', look),
        box(9, 3, texts[3] ?? '', look),
      ],
      high,
    );
  const head = cells(
    ['measure', 'responsible', 'until', 'checked'].map((code) => t(`measure.${code}`)),
    'label',
    1,
  );
  return {
    kind: 'table',
    label: t('part.measures'),
    head,
    rows: Array.from({ length: lines }, () => cells([], 'value', 1.5)),
  };
}

/** A strip over a section. */
export function sectionBand(label: string): RowBand {
  return across(label, 'section');
}

/** Rows of boxes to tick that are short enough stand two beside each other. */
export function pairTicked(bands: readonly Band[]): Band[] {
  const paired: Band[] = [];
  for (const band of bands) {
    const before = paired.at(-1);
    if (before !== undefined && isShort(before) && isShort(band)) {
      const moved = band.boxes.map((each) => ({ ...each, column: each.column + COLUMNS / 2 }));
      paired[paired.length - 1] = { ...before, boxes: [...before.boxes, ...moved].map(halved) };
    } else paired.push(band);
  }
  return paired;
}

function isShort(band: Band): band is RowBand {
  if (band.kind !== 'row' || band.boxes.length !== 2) return false;
  const text = band.boxes[1]?.text ?? '';
  return /^[☑☐]/u.test(text) && wrapLines(text, HALF * COLUMN_WIDTH, SIZE).length === 1;
}

function halved(each: Box): Box {
  return each.columns === WIDE ? { ...each, columns: HALF } : each;
}
