/** The clauses that sources name, each once, in order: `S0-18, S0-19` are two. */
export function clausesOf(...sources: string[]): string[] {
  return [...new Set(sources.flatMap((source) => source.split(', ')))];
}

/** The clauses of a rule that also stand in the source of what it speaks of; all of them where none does. */
export function clausesAbout(rule: string, subject: string): string[] {
  const about = new Set(clausesOf(subject));
  const shared = clausesOf(rule).filter((clause) => about.has(clause));
  return shared.length > 0 ? shared : clausesOf(rule);
}
