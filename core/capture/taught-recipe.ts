import * as z from 'zod';
import type { Field } from '../complaint/field.ts';
import { Moment } from '../complaint/moment.ts';
import { PAGE_PATTERN } from './page-pattern.ts';
import type { PartName, PartSource, SiteRecipe } from './site-recipe.ts';

/**
 * What a user can point at: the record's number, the parts of a message, and fields of the complaint. The labels are those
 * under which extraction knows the fields, whatever the page calls them.
 */
export const FIELD_LABELS = {
  customerName: '客户名称',
  contactName: '联系人',
  contactPhone: '联系电话',
  contactEmail: '邮箱',
  contactAddress: '地址',
  region: '地区',
  productName: '商品',
  productModel: '型号',
  batchNo: '批号',
  orderNo: '订单编号',
  quantity: '不良数量',
  purchaseDate: '购买日期',
  purchasePlace: '购买渠道',
  occurredAt: '发生时间',
  demand: '客户诉求',
  channel: '投诉来源',
} as const satisfies Partial<Record<Field, string>>;
export type TaughtField = keyof typeof FIELD_LABELS;
export const TAUGHT_FIELDS = Object.keys(FIELD_LABELS) as TaughtField[];

export const TAUGHT_PARTS = ['body', 'subject', 'sentAt', 'from', 'number', ...TAUGHT_FIELDS] as const;
export type TaughtPart = (typeof TAUGHT_PARTS)[number];

const STEP = String.raw`(?:[a-z][a-z0-9-]*|\*)?(?:#(?:[\w-]|[^\x00-\x7f]|\\[^\n])+|\[[a-z][a-z0-9_:-]*(?:="(?:[^"\\\n<>]|\\[^\n])*")?\]|:nth-of-type\(\d{1,4}\))*`;
const SELECTOR = new RegExp(`^(?::scope|${STEP}(?:(?: >>> | > | )${STEP})*)$`, 'i');
const LONGEST = 300;

/**
 * Selectors of taught recipes are names, ids, attributes and places among their like, and nothing else: what a file from
 * elsewhere brings can neither be slow nor do anything.
 */
export const TaughtSelector = z
  .string()
  .min(1, { error: 'selectorEmpty' })
  .max(LONGEST, { error: 'selectorTooLong' })
  .refine((selector) => selector.length > LONGEST || isPlainSelector(selector), { error: 'selectorNotAllowed' });

function isPlainSelector(selector: string): boolean {
  const isWhole = selector.split(/ >>> | > | /).every((step) => step !== '');
  return isWhole && SELECTOR.test(selector);
}

const LabelWords = z.string().min(1).max(60);

/** Where a part stands: what is shown or held there, or beside a label. */
export const TaughtSource = z.strictObject({
  selector: TaughtSelector,
  read: z.union([z.enum(['text', 'value']), z.strictObject({ beside: z.array(LabelWords).length(1) })]),
  inFrames: z.literal(true).optional(),
});

export const TaughtPartRecipe = z.strictObject({
  part: z.enum(TAUGHT_PARTS),
  /** The label beside it on the page; null where it has none. */
  label: LabelWords.nullable(),
  /** In the order in which they are tried. */
  sources: z.array(TaughtSource).min(1).max(6),
});
export type TaughtPartRecipe = z.infer<typeof TaughtPartRecipe>;

/** Scheme, host and port, and nothing behind them. */
const Origin = z
  .string()
  .max(260)
  .regex(/^https?:\/\/(?:[a-z0-9-]+(?:\.[a-z0-9-]+)*|\[[0-9a-f:.]+\])(?::\d{1,5})?$/, { error: 'originNotAllowed' });

/** What a user taught of one site: which pages are meant and where each part stands. Holds no words of any customer. */
export const TaughtRecipe = z.strictObject({
  schemaVersion: z.literal(1),
  id: z.string().regex(/^taught-[a-z0-9-]{1,60}$/),
  name: z.string().trim().min(1).max(80),
  origin: Origin,
  /** Path and hash of the pages that are meant; `/` means the whole site. */
  page: z.string().max(200).regex(PAGE_PATTERN, { error: 'pageNotAllowed' }),
  /** Query parameters that name the record. */
  query: z.array(z.string().regex(/^[\w.-]{1,40}$/)).max(3),
  version: z.int().min(1).max(100_000),
  changedAt: Moment,
  parts: z
    .array(TaughtPartRecipe)
    .min(1)
    .max(TAUGHT_PARTS.length)
    .refine((parts) => new Set(parts.map(({ part }) => part)).size === parts.length, { error: 'partTwice' }),
});
export type TaughtRecipe = z.infer<typeof TaughtRecipe>;

/** The recipe by which the reader reads what was taught. It is bound to its origin and pages. */
export function recipeOf(taught: TaughtRecipe): SiteRecipe {
  const sources = (part: TaughtPart): PartSource[] | undefined =>
    taught.parts.find((each) => each.part === part)?.sources;
  const subject = sources('subject');
  const from = sources('from');
  const sentAtText = sources('sentAt');
  const body = sources('body');
  const number = sources('number');
  const named = TAUGHT_FIELDS.flatMap((field) => {
    const found = sources(field);
    return found === undefined ? [] : [{ label: FIELD_LABELS[field], sources: found }];
  });
  const expects: [PartName, unknown][] = [
    ['subject', subject],
    ['from', from],
    ['sentAt', sentAtText],
    ['body', body],
  ];
  return {
    schemaVersion: 1,
    id: taught.id,
    name: taught.name,
    version: taught.version,
    kind: 'ticket',
    hosts: [taught.origin.replace(/^https?:\/\//, '').replace(/:\d+$/, '')],
    origin: taught.origin,
    pages: [taught.page],
    container: 'body',
    needs: [],
    parts: {
      ...(subject && { subject }),
      ...(from && { from: { each: ':scope', name: from } }),
      ...(sentAtText && { sentAtText }),
      body: body ?? [],
      named,
    },
    identity: identityOf(taught, number),
    expects: expects.filter(([, found]) => found !== undefined).map(([part]) => part),
    examples: [],
  };
}

/** The number that was pointed at, else what of the address is another for each record. */
function identityOf({ page, query }: TaughtRecipe, number: PartSource[] | undefined): SiteRecipe['identity'] {
  const [path = '/', hash] = page.split('#');
  return {
    ...(number && { sources: number }),
    ...(query.length > 0 && { query }),
    ...(path.includes('*') && { path: [path] }),
    ...(hash?.includes('*') && { hash: [`#${hash}`] }),
  };
}
