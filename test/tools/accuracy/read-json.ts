import { readFileSync } from 'node:fs';
import type * as z from 'zod';
import { BadInput } from './bad-input.ts';

/** Reads a JSON Lines file; blank lines are passed over. A line that is no JSON or no such record is a `BadInput`. */
export function readJsonLines<T>(file: string, schema: z.ZodType<T>): { line: number; record: T }[] {
  return readText(file)
    .split('\n')
    .map((text, index) => ({ text, line: index + 1 }))
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, line }) => ({ line, record: parse(file, line, text, schema) }));
}

/** Reads a file that is one JSON value. */
export function readJsonFile<T>(file: string, schema: z.ZodType<T>): T {
  return parse(file, null, readText(file), schema);
}

export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new BadInput(file, null, error instanceof Error ? error.message : String(error));
  }
}

function parse<T>(file: string, line: number | null, text: string, schema: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new BadInput(file, line, `no JSON (${error instanceof Error ? error.message : String(error)})`);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new BadInput(file, line, `${issue?.path.join('.') || 'the record'}: ${issue?.message ?? 'not understood'}`);
}
