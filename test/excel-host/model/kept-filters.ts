import type { XmlElement } from '../xml/xml-tree.ts';

/** The filterColumns after columns moved; one whose column went (place below 0) goes with it. */
export function keptFilters(filters: readonly XmlElement[], placeOf: (index: number) => number): XmlElement[] {
  return filters.flatMap((column) => {
    const at = placeOf(Number(column.attributes['colId']));
    return at < 0 ? [] : [{ ...column, attributes: { ...column.attributes, colId: String(at) } }];
  });
}
