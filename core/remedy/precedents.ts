import type { Day } from '../complaint/moment.ts';
import type { Situation } from '../grade/situation.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';

/** A settled complaint of the past, as a plain record. */
export interface SettledComplaint {
  id: string;
  category: string | null;
  grade: string;
  /** Values by axis id, the defect among them. */
  axes: Readonly<Record<string, string>>;
  remedies: readonly string[];
  /** Yuan; null: none or not known. */
  money: number | null;
  closedOn: Day | null;
  satisfied: boolean | null;
}

/** A past complaint like this one, and in what it is like it. */
export interface Precedent {
  complaint: SettledComplaint;
  /** Grade and all axes known of both are the same; else only the category is sure to be. */
  isSame: boolean;
  sameGrade: boolean;
  sameAxes: string[];
  otherAxes: string[];
}

/** What like cases got. */
export interface Precedents {
  /** The likest first; of equals the newest. */
  cases: Precedent[];
  /** Over the same cases alone, the most frequent remedy first. */
  remedies: { remedy: string; times: number; satisfied: number }[];
  /** Over the same cases of which a sum is known; null without any. */
  money: { times: number; lowest: number; median: number; highest: number } | null;
}

/**
 * What similar complaints got before (S1d-7: a concession invites the same claim from others). Similar is one of the same
 * category; the same is one that also has the grade and does not differ on any axis that is known of both.
 * Without a category there is nothing to compare by.
 */
export function findPrecedents(situation: Situation, pack: PolicyPack, past: readonly SettledComplaint[]): Precedents {
  const category = situation.category();
  const cases = past
    .filter((complaint) => category !== null && complaint.category === category)
    .map((complaint) => compare(complaint, situation, pack))
    .toSorted(
      (a, b) => likeness(b) - likeness(a) || (b.complaint.closedOn ?? '').localeCompare(a.complaint.closedOn ?? ''),
    );
  const same = cases.filter(({ isSame }) => isSame).map(({ complaint }) => complaint);
  return { cases, remedies: countRemedies(same), money: moneySpan(same) };
}

/** How a sum stands to what same cases got. `noneYet`: the first of its kind becomes the precedent. */
export function weighMoney(money: number, precedents: Precedents): 'noneYet' | 'below' | 'within' | 'above' {
  if (precedents.money === null) return 'noneYet';
  const { lowest, highest } = precedents.money;
  return money > highest ? 'above' : money < lowest ? 'below' : 'within';
}

function compare(complaint: SettledComplaint, situation: Situation, pack: PolicyPack): Precedent {
  const sameGrade = complaint.grade === situation.grade();
  const pairs = pack.axes.map(({ id }) => ({
    axis: id,
    here: situation.axis(id),
    there: Object.hasOwn(complaint.axes, id) ? (complaint.axes[id] ?? null) : null,
  }));
  const known = pairs.filter(({ here, there }) => here !== null && there !== null);
  const sameAxes = known.filter(({ here, there }) => here === there).map(({ axis }) => axis);
  const otherAxes = known.filter(({ here, there }) => here !== there).map(({ axis }) => axis);
  return { complaint, isSame: sameGrade && otherAxes.length === 0, sameGrade, sameAxes, otherAxes };
}

function likeness({ sameGrade, sameAxes, otherAxes }: Precedent): number {
  return (sameGrade ? 1 : 0) + sameAxes.length - otherAxes.length;
}

function countRemedies(same: readonly SettledComplaint[]): Precedents['remedies'] {
  const names = new Set(same.flatMap(({ remedies }) => remedies));
  return [...names]
    .map((remedy) => {
      const given = same.filter(({ remedies }) => remedies.includes(remedy));
      return { remedy, times: given.length, satisfied: given.filter(({ satisfied }) => satisfied === true).length };
    })
    .toSorted((a, b) => b.times - a.times);
}

function moneySpan(same: readonly SettledComplaint[]): Precedents['money'] {
  const sums = same.flatMap(({ money }) => money ?? []).toSorted((a, b) => a - b);
  const [lowest] = sums;
  const highest = sums.at(-1);
  if (lowest === undefined || highest === undefined) return null;
  const middle = sums.slice(Math.ceil(sums.length / 2) - 1, Math.floor(sums.length / 2) + 1);
  const median = middle.reduce((sum, part) => sum + part, 0) / middle.length;
  return { times: sums.length, lowest, median, highest };
}
