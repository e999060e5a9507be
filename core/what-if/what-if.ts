import type { ComplaintValues } from '../complaint/complaint-values.ts';
import type { Moment } from '../complaint/moment.ts';
import type { OwnChoices } from '../grade/own-choices.ts';
import type { CompanySettings } from '../policy/company-settings.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import { findChanges, type PolicyChange } from './find-changes.ts';
import { judgeByPack } from './judge-by-pack.ts';

/** A complaint of the past, with what a person had settled about it. */
export interface PastComplaint {
  id: string;
  values: ComplaintValues;
  own?: OwnChoices;
}

export interface WhatIfQuestion {
  complaints: readonly PastComplaint[];
  before: PolicyPack;
  after: PolicyPack;
  company: CompanySettings | null;
  asOf: Moment;
  /** Zone in which days begin and end where the company has no calendar. */
  zone: string;
}

export interface WhatIf {
  /** Complaints for which something would be different, in the order given. */
  changed: { id: string; changes: PolicyChange[] }[];
  /** How many would be as they are. */
  unchanged: number;
  /** In how many complaints each kind of thing would change. */
  counts: Record<PolicyChange['what'], number>;
}

/**
 * What a changed policy would have made of past complaints: category, grade, where it goes first, who
 * answers, and deadlines that come out
 * differently, with the clause and the words for both sides. Nothing is stored and no complaint is touched; what a person
 * chose stays chosen. The same policy twice changes nothing.
 */
export function whatIf({ complaints, before, after, company, asOf, zone }: WhatIfQuestion): WhatIf {
  const judge = (pack: PolicyPack, { values, own }: PastComplaint) =>
    judgeByPack({ values, own: own ?? {}, pack, company, asOf, zone });
  const all = complaints.map((complaint) => ({
    id: complaint.id,
    changes: findChanges(judge(before, complaint), judge(after, complaint)),
  }));
  const changed = all.filter(({ changes }) => changes.length > 0);
  const count = (kind: PolicyChange['what']) =>
    changed.filter(({ changes }) => changes.some(({ what }) => what === kind)).length;
  return {
    changed,
    unchanged: all.length - changed.length,
    counts: {
      category: count('category'),
      grade: count('grade'),
      routes: count('routes'),
      departments: count('departments'),
      deadline: count('deadline'),
    },
  };
}
