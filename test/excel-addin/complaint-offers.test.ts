import type { ComponentChildren, VNode } from 'preact';
import { describe, expect, it } from 'vitest';
import { translate } from '../../core/wording/translate.ts';
import { complaintFile } from '../../excel-addin/complaint-file.ts';
import { shownComplaint } from '../../excel-addin/complaint-model.ts';
import { ComplaintOffers, type OffersProps } from '../../excel-addin/taskpane/ComplaintOffers.tsx';
import { complaintBook, happened, NUMBER } from './complaint-book.ts';
import { valueOf } from './register-on-host.ts';

const AS_OF = '2026-11-22T10:00:00+08:00';
const FRAME = { locale: 'zh-CN', people: [], who: '王芳', companyName: '' } as const;

/** The elements that a component without state draws, in order. */
function elements(node: ComponentChildren): VNode<Record<string, unknown>>[] {
  if (Array.isArray(node)) return node.flatMap(elements);
  if (node === null || typeof node !== 'object') return [];
  const { type, props } = node as VNode<{ children?: ComponentChildren }>;
  if (typeof type === 'function') return elements((type as (own: object) => ComponentChildren)(props));
  return [node as VNode<Record<string, unknown>>, ...elements(props.children)];
}

function drawn(only: (id: string) => boolean) {
  const events = [happened({ kind: 'received', occurredAt: '2026-11-20T09:15:00+08:00' })];
  const shown = shownComplaint(
    valueOf(complaintFile(complaintBook({ policyId: 'fly-ash', events }), NUMBER, AS_OF)),
    FRAME,
  );
  const props: OffersProps = {
    shown: { ...shown, offers: shown.offers.filter(({ id }) => only(id)) },
    open: null,
    onOpen: () => undefined,
    t: (code, params) => translate('zh-CN', code, params),
  } as Partial<OffersProps> as OffersProps;
  const all = elements(ComplaintOffers(props));
  return {
    reasons: all.filter(({ props: { class: name } }) => name === 'bad-line').map(({ props: { children } }) => children),
    isUnfolded: all.filter(({ type }) => type === 'details').map(({ props: { open } }) => open),
  };
}

describe('what comes next with a complaint', () => {
  it('says in place for which cells of the register closing waits, and unfolds it where nothing else is left', () => {
    const { reasons, isUnfolded } = drawn((id) => id === 'step:close');
    expect(reasons.some((text) => typeof text === 'string' && text.includes('“纠正措施”'))).toBe(true);
    expect(isUnfolded).toEqual([true]);
  });

  it('leaves it folded while a step is ready', () => {
    expect(drawn((id) => id.startsWith('step:')).isUnfolded).toEqual([false]);
  });
});
