import { expect } from 'vitest';
import type { SiteRecipe } from '../../../core/capture/site-recipe.ts';
import type { PageReading } from '../../../extension/page/page-reading.ts';

/** Holds a reading against what a recipe's own example says of it. */
export function checkExample(
  reading: PageReading | null,
  recipe: SiteRecipe,
  { expect: wanted }: SiteRecipe['examples'][number],
): void {
  expect(reading?.readBy).toMatchObject({ way: 'recipe', recipe: recipe.id });
  expect(reading?.identity).toBe(wanted.identity);
  expect(reading?.notFound).toEqual([]);
  const words = (...roles: string[]) =>
    reading?.blocks
      .filter(({ role }) => roles.includes(role))
      .map(({ text }) => text)
      .join('\n');
  expect(words('subject')).toBe(wanted.subject ?? '');
  expect(words('body')).toContain(wanted.bodyIncludes);
  if (wanted.contextIncludes !== undefined) {
    expect(words('quoted')).toContain(wanted.contextIncludes);
    expect(words('body')).not.toContain(wanted.contextIncludes);
  }
  if (wanted.from !== undefined) expect(reading?.from).toEqual(wanted.from);
  if (wanted.sentAtText !== undefined) expect(reading?.sentAtText).toBe(wanted.sentAtText);
  if (wanted.attachments !== undefined) expect(reading?.attachments).toEqual(wanted.attachments);
  const fields = reading?.blocks.flatMap(({ role, label, text }) => (role === 'field' ? [[label, text]] : [])) ?? [];
  expect(Object.fromEntries(fields)).toMatchObject(wanted.fields ?? {});
}
