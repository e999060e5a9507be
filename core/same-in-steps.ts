import type { Steps } from './steps.ts';

const VALUES_A_STEP = 5_000;

/** Whether two plain values (as JSON holds them) are the same through and through; for large ones, some values at a time. */
export function* sameInSteps(left: unknown, right: unknown): Steps<boolean> {
  const pairs: [unknown, unknown][] = [[left, right]];
  for (let compared = 1; ; compared++) {
    const pair = pairs.pop();
    if (pair === undefined) return true;
    if (compared % VALUES_A_STEP === 0) yield { done: compared, of: compared + pairs.length };
    const [one, other] = pair;
    if (Object.is(one, other)) continue;
    if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) return false;
    const keys = Object.keys(one);
    if (keys.length !== Object.keys(other).length) return false;
    for (const key of keys) {
      if (!Object.hasOwn(other, key)) return false;
      pairs.push([one[key], other[key]]);
    }
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
