import * as z from 'zod';
import { done, refuse, type Outcome } from '../outcome.ts';

/** The version of the schema that this program writes and reads. */
export const CURRENT_SCHEMA = 1;

/** Lifts a pack's file from one version of the schema to the next; never changed once it was released, and kept for ever. */
export type UpgradeStep = (file: Record<string, unknown>) => Record<string, unknown>;

/** The step from each version to the next, by the version it starts from. The first version has none before it. */
const STEPS: ReadonlyMap<number, UpgradeStep> = new Map();

const Versioned = z.looseObject({ schemaVersion: z.int().positive() });

/**
 * A pack's file brought up to the current version of the schema, step by step, so that a file written years ago still reads.
 * What is in it is not checked here. Refused: what is no pack at all, and a file of a later program.
 */
export function upgradePack(
  file: unknown,
  steps: ReadonlyMap<number, UpgradeStep> = STEPS,
  current: number = CURRENT_SCHEMA,
): Outcome<unknown, 'notAPack' | 'newerPack'> {
  const read = Versioned.safeParse(file);
  if (!read.success) return refuse('notAPack');
  const { schemaVersion } = read.data;
  if (schemaVersion > current) return refuse('newerPack', { version: schemaVersion, current });
  let lifted: Record<string, unknown> = read.data;
  for (let version = schemaVersion; version < current; version++) {
    const step = steps.get(version);
    if (!step) throw new Error(`No step leads from version ${version} of the pack schema to the next`);
    lifted = { ...step(lifted), schemaVersion: version + 1 };
  }
  return done(lifted);
}
