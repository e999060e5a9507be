import * as z from 'zod';

/**
 * A word that rules look for; a gap (`…`) stands for a few characters of the same clause: `迟迟…退款`. It has a letter, a digit or a
 * character: a word of blanks, signs, gaps or invisible characters alone would stand in every text. In a pack's file
 * `@injury` names a shared list of `core/policy/lexicon/`.
 */
export const Word = z
  .string()
  .max(200)
  .regex(/[\p{L}\p{N}]/u);

/** Words of which one is enough. */
export const Words = z.array(Word).min(1);

/** What a number is counted in: 箱, kg, %. */
export const Unit = z
  .string()
  .max(40)
  .regex(/[\p{L}\p{N}\p{P}\p{S}]/u);
