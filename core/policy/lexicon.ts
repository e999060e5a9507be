import * as z from 'zod';
import afterSales from './lexicon/after-sales.json' with { type: 'json' };
import batch from './lexicon/batch.json' with { type: 'json' };
import billing from './lexicon/billing.json' with { type: 'json' };
import danger from './lexicon/danger.json' with { type: 'json' };
import deliveryLogistics from './lexicon/delivery-logistics.json' with { type: 'json' };
import injury from './lexicon/injury.json' with { type: 'json' };
import other from './lexicon/other.json' with { type: 'json' };
import packaging from './lexicon/packaging.json' with { type: 'json' };
import productQuality from './lexicon/product-quality.json' with { type: 'json' };
import productionStop from './lexicon/production-stop.json' with { type: 'json' };
import quantity from './lexicon/quantity.json' with { type: 'json' };
import sales from './lexicon/sales.json' with { type: 'json' };
import service from './lexicon/service.json' with { type: 'json' };
import usage from './lexicon/usage.json' with { type: 'json' };
import { Word, Words } from './word.ts';

/**
 * Word lists that several packs share. `subjects` weigh how much a word speaks for a category; `events` say what happened.
 * General complaint language of all trades, Chinese in simplified characters and English; a trade's own words stand in its pack.
 */
export const Lexicon = z.strictObject({
  subjects: z.record(z.string(), z.record(Word, z.number().positive())),
  events: z.record(z.string(), Words),
});
export type Lexicon = z.infer<typeof Lexicon>;

/** The word lists that come with the product, by the name a pack calls them. */
export const LEXICON: Lexicon = Lexicon.parse({
  subjects: {
    'product-quality': productQuality,
    service,
    'delivery-logistics': deliveryLogistics,
    sales,
    'after-sales': afterSales,
    usage,
    quantity,
    packaging,
    billing,
    other,
  },
  events: { injury, danger, 'production-stop': productionStop, batch },
});
