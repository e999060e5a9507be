import { LEDGER_FIELDS, STEP_TIMES, type Field } from '../complaint/field.ts';
import type { FormPart, RecordForm } from '../policy/record-form.ts';
import { saidTime } from '../register/log/say-event.ts';
import { across, COLUMNS, row, type Band, type RowBand } from './bands.ts';
import { GENERAL_FORM } from './general-form.ts';
import { pairTicked, partBands, sectionBand } from './form-bands.ts';
import type { FormComplaint, FormFrame } from './form-complaint.ts';
import { layOut } from './lay-out.ts';
import { FORM_FONT, footerText, printed, sayForms } from './print-text.ts';
import type { SheetPlan } from './sheet-plan.ts';

/** The form of a policy: its own, else the general one. */
export function formOf({ recordForm }: FormFrame['pack']): RecordForm {
  return recordForm ?? GENERAL_FORM;
}

/**
 * A complaint on the company's form (客户投诉处理记录表), or the empty form where it is null, as one A4 page. Values for which
 * the form has no place stand in a section of their own before the signatures, so that nothing known of a complaint is left out.
 */
export function recordSheet(complaint: FormComplaint | null, frame: FormFrame, form = formOf(frame.pack)): SheetPlan {
  const { locale, zone, pack, asOf } = frame;
  const t = sayForms(locale);
  const title = form.title[locale];
  const sections = form.sections.map(({ label, parts }) => ({
    label: label[locale],
    bands: pairTicked(parts.flatMap((part) => partBands(part, complaint, frame))),
  }));
  const others = complaint === null ? [] : otherValues(form, complaint, frame);
  // Whoever signs, signs for all of it.
  const signed = form.sections.findIndex(({ parts }) => parts.some(({ kind }) => kind === 'signatures'));
  const before = signed < 0 ? sections.length : signed;
  if (others.length > 0)
    sections.splice(before, 0, {
      label: t('others'),
      bands: partBands({ kind: 'fields', items: others.map((field) => ({ fields: [field] })) }, complaint, frame),
    });
  const bands: Band[] = [
    ...heading(title, complaint, frame),
    ...sections.filter(({ bands: of }) => of.length > 0).flatMap(({ label, bands: of }) => [sectionBand(label), ...of]),
  ];
  const number = complaint?.number ?? '';
  return layOut(bands, {
    name: number === '' ? title : number,
    font: FORM_FONT[locale],
    footer: {
      left: footerText(
        t('footer.left', { policy: pack.label[locale], version: pack.version, day: saidTime(asOf, zone).slice(0, 10) }),
      ),
      right: t('footer.right'),
    },
    words: {
      again: (label) => t('again', { label }),
      goesOn: (label) => t('goesOn', { label }),
    },
    head: [across(t('again', { label: title }), 'title'), meta(complaint, frame)],
  });
}

function heading(title: string, complaint: FormComplaint | null, frame: FormFrame): RowBand[] {
  const { companyName } = frame;
  return [
    ...(companyName === null ? [] : [across(companyName, 'company')]),
    across(title, 'title'),
    meta(complaint, frame),
  ];
}

function meta(complaint: FormComplaint | null, { locale, zone, asOf }: FormFrame): RowBand {
  const t = sayForms(locale);
  const day = complaint === null ? '' : saidTime(asOf, zone).slice(0, 10);
  return row([
    {
      column: 0,
      columns: COLUMNS / 2,
      text: t('number', { number: complaint?.number ?? '' }),
      look: 'meta',
      of: 'number',
    },
    { column: COLUMNS / 2, columns: COLUMNS / 2, text: t('printedOn', { day }), look: 'metaRight' },
  ]);
}

/** Known fields without a place on the form, in the order a clerk knows. */
function otherValues(form: RecordForm, complaint: FormComplaint, { zone, pack }: FormFrame): Field[] {
  const { values, number } = complaint;
  const parts = form.sections.flatMap((section) => section.parts);
  const dones = parts.some(({ kind }) => kind === 'deadlines') ? shownTimes(complaint, pack) : [];
  const placed = new Set<Field>([...parts.flatMap(fieldsOf), ...dones]);
  // Of the number and its likes the register has its own; in the row they say nothing new when they are the same.
  const isNew = (field: Field) => field !== 'complaintId' || values.complaintId !== number;
  return [...LEDGER_FIELDS, ...STEP_TIMES].filter(
    (field) => !placed.has(field) && isNew(field) && printed(field, values, zone) !== '',
  );
}

function fieldsOf(part: FormPart): Field[] {
  switch (part.kind) {
    case 'fields':
      return part.items.flatMap(({ fields }) => fields);
    case 'text':
      return part.fields;
    case 'choice':
      return part.of === 'verdict' ? [] : [part.of === 'grade' ? 'severity' : part.of];
    default:
      return [];
  }
}

/** When milestones were done stands in their table. */
function shownTimes({ evaluation }: FormComplaint, pack: FormFrame['pack']): Field[] {
  const shown = new Set(evaluation.deadlines.map(({ milestone }) => milestone));
  return pack.milestones.filter(({ id }) => shown.has(id)).map(({ stopsAt }) => stopsAt);
}
