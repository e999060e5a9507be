import { attempt } from './pivots.ts';

/** In points, right of the links and above the first pivot. */
const PLACE = { left: 260, top: 62, width: 140, height: 160, gap: 10 };

/**
 * Adds slicers beside a pivot, each for itself: hosts refuse them for reasons of their own, and nothing rests on them. Answers
 * the fields whose slicer was refused.
 */
export async function addSlicers(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  pivotName: string,
  fields: readonly string[],
): Promise<string[]> {
  const listed = sheet.slicers.load('items/name');
  const isListed = await attempt(context, () => undefined);
  const standing = isListed ? listed.items.map(({ name }) => name) : [];
  const refused: string[] = [];
  for (const [at, field] of fields.entries()) {
    const name = `Redress_${field}`;
    if (standing.includes(name)) continue;
    // A slicer at a time: a refusal belongs to one of them.
    const isMade = await attempt(context, () => {
      const slicer = sheet.slicers.add(sheet.pivotTables.getItem(pivotName), field, sheet);
      slicer.set({
        ...{ name, caption: field, width: PLACE.width, height: PLACE.height },
        ...{ left: PLACE.left + at * (PLACE.width + PLACE.gap), top: PLACE.top },
      });
    });
    if (!isMade) refused.push(field);
  }
  return refused;
}
