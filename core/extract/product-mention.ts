import type { Passage } from './passage.ts';

/** Where a product is named: the passage and offsets of `folded`, so that a model beside it can be read. */
export interface ProductMention {
  passage: Passage;
  start: number;
  end: number;
  head: string;
  score: number;
  /** Found in the goods (吃出玻璃), so not the goods themselves. */
  isForeign?: boolean;
  /** A noun that the list of goods knows and that is seldom named in passing. */
  isKnown?: boolean;
  /** Named only in the older mail below. */
  isOlder?: boolean;
}
