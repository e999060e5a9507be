/** Expected trouble, as a value. `code` selects the words, `detail` fills them. */
export interface Refusal<Code extends string = string> {
  ok: false;
  code: Code;
  detail: Record<string, string | number>;
}

export type Outcome<T, Code extends string = string> = { ok: true; value: T } | Refusal<Code>;

/** Wraps a good result. */
export function done<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

/** Makes a refusal. */
export function refuse<Code extends string>(code: Code, detail: Record<string, string | number> = {}): Refusal<Code> {
  return { ok: false, code, detail };
}
