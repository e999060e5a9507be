import type { Condition } from '../condition.ts';
import type { PolicyPack } from '../policy-pack.ts';
import { finding, type PackFinding } from './pack-finding.ts';

type Graph = Map<string, string[]>;

/**
 * Things that wait for each other in a circle: roles that report to each other, steps and clocks that come after each other, and rules
 * of grade, lanes and axes of which each needs the other's answer first. Such rules never hold.
 */
export function circles(pack: PolicyPack): PackFinding[] {
  const ladders: Graph = new Map(pack.roles.map(({ id, reportsTo }) => [id, reportsTo === null ? [] : [reportsTo]]));
  const ways = Object.entries(pack.workflow).map(([grade, steps]): [string, Graph] => [
    `workflow.${grade}`,
    new Map(steps.map(({ id, after }) => [id, after])),
  ]);
  const graphs: [string, Graph][] = [
    ['roles', ladders],
    ...ways,
    ['milestones', clocks(pack)],
    ['conditions', questions(pack)],
  ];
  return graphs.flatMap(([where, graph]) =>
    circlesIn(graph).map((circle) =>
      finding('error', 'circle', `${where}.${circle[0] ?? ''}`, { params: { circle: circle.join(' → ') } }),
    ),
  );
}

/**
 * Which times wait for which: a clock from the plan to its execution and one back from there would each wait for the other. A
 * clock that stops where it starts, or that runs again and again, is no circle.
 */
function clocks({ milestones }: PolicyPack): Graph {
  const graph: Graph = new Map();
  for (const { startsAt, stopsAt, recurs } of milestones) {
    if (startsAt !== stopsAt && recurs !== true) graph.set(startsAt, [...(graph.get(startsAt) ?? []), stopsAt]);
  }
  return graph;
}

/** Which answers an answer needs. A question about itself counts: an axis whose value hangs on the same axis. */
function questions({ gradeRules, lanes, axes }: PolicyPack): Graph {
  const needs = (conditions: readonly (Condition | null)[]) => [
    ...new Set(
      conditions.flatMap((when) => [
        ...(when?.grade ? ['grade'] : []),
        ...(when?.lane ?? []).map((lane) => `lanes.${lane}`),
        ...Object.keys(when?.axis ?? {}).map((axis) => `axes.${axis}`),
      ]),
    ),
  ];
  return new Map([
    ['grade', needs(gradeRules.map(({ when }) => when))],
    ...lanes.map(({ id, when, orWhen }): [string, string[]] => [`lanes.${id}`, needs([when, orWhen ?? null])]),
    ...axes.map(({ id, values }): [string, string[]] => [`axes.${id}`, needs(values.map(({ when }) => when))]),
  ]);
}

/** Each circle once, as the way round back to where it began. */
function circlesIn(graph: Graph): string[][] {
  const done = new Set<string>();
  const found: string[][] = [];
  const visit = (node: string, path: readonly string[]): void => {
    const at = path.indexOf(node);
    if (at >= 0) found.push([...path.slice(at), node]);
    if (at >= 0 || done.has(node)) return;
    for (const next of graph.get(node) ?? []) visit(next, [...path, node]);
    done.add(node);
  };
  for (const node of graph.keys()) visit(node, []);
  return found;
}
