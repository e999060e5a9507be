import { matchCondition, type Match } from '../grade/match-condition.ts';
import type { Situation } from '../grade/situation.ts';
import type { Localized } from '../policy/localized.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import type { Target } from '../policy/target.ts';

/** Who must be told of a complaint, and how soon. */
export interface Notice {
  /** The notification's id, or the lane's. */
  rule: string;
  from: 'notification' | 'lane';
  tell: string[];
  /** Null for a lane that names no time. */
  within: Target | null;
  isAtOnce: boolean;
  source: string;
  match: Match;
}

/** A team that this complaint calls for. */
export interface CalledTeam {
  team: string;
  leader: string | null;
  members: { role: string; duty: Localized | null }[];
  duty: Localized | null;
  source: string;
  match: Match;
}

/**
 * Who must be told (S0-24: at once, the head of department and the leader in charge): the notifications that hold and those
 * of the special lanes, the immediate ones first, else in the pack's order, lanes before notifications.
 */
export function whoToTell(situation: Situation, pack: PolicyPack): Notice[] {
  const lanes = pack.lanes
    .filter(({ id, tell }) => tell.length > 0 && situation.isInLane(id))
    .map(({ id, tell, source }): Notice => {
      const match: Match = { words: [], facts: [{ kind: 'lane', id }] };
      return { rule: id, from: 'lane', tell, within: null, isAtOnce: false, source, match };
    });
  const notifications = pack.notifications.flatMap(({ id, when, tell, within, source }): Notice[] => {
    const match = matchCondition(when, situation);
    const isAtOnce = within.unit === 'immediately';
    return match ? [{ rule: id, from: 'notification', tell, within, isAtOnce, source, match }] : [];
  });
  return [...lanes, ...notifications].toSorted((a, b) => Number(b.isAtOnce) - Number(a.isAtOnce));
}

/** The teams that a complaint calls for, with leader and each member's duty (S0-26); standing teams are not called. */
export function teamsCalled(situation: Situation, pack: PolicyPack): CalledTeam[] {
  return pack.teams.flatMap(({ id, when, leader, members, duty, source }): CalledTeam[] => {
    const match = when && matchCondition(when, situation);
    return match ? [{ team: id, leader, members, duty, source, match }] : [];
  });
}

/**
 * The ladder up which a complaint is escalated: the role's superior, that one's, and so on (S1f-13). Empty at the top and
 * for an unknown role; a ladder that turns in a circle ends where it would repeat itself.
 */
export function superiorsOf(role: string, pack: PolicyPack): string[] {
  const ladder: string[] = [];
  const superior = (id: string) => pack.roles.find((candidate) => candidate.id === id)?.reportsTo ?? null;
  for (let next = superior(role); next !== null && next !== role && !ladder.includes(next); next = superior(next)) {
    ladder.push(next);
  }
  return ladder;
}
