import type { Passage } from './passage.ts';
import type { ProductMention } from './product-mention.ts';

/** Words in the place of goods that name people, papers and deeds. */
const NO_GOODS =
  /\b(?:customers?|clients?|drivers?|managers?|staff|delivery|deliveries|order|orders|invoice|invoices|parcel|engineers?|website|teams?|company|store|shop|line|numbers?|e?mails?|calls?|service|prices?|bill|money|house|kids?|wife|husband|mother|father|son|daughter|children|guy|man|lady|woman|agent|bot|problems?|issues?|first|second|third|last|whole|only|next|other|same|people|person|colleagues?|workers?|operators?|technician|fitter|warehouse|office|account|contract|letter|report|refund|credit|payment|charge|fee|deposit|time|times|day|days|week|weeks|month|months|morning|afternoon|evening|night|weekend|case|ticket|matter|situation|thing|things|stuff|way|result|results|reply|response|answer|promise|damage|fault|defect|noise|smell|leak|quality|goods|items?|products?|material|materials|stock|batch|lot|lots|shipment|load|consignment|replacement|policy|branch|hotel|restaurant|manager|chef|doctor|nurse|reception|front desk|desk|helpline|hotline|name|address|card|details|rest|others?|both|these|those|this|them|ones|everything|something|nothing|flat|dinner|breakfast|lunch|room|rooms|place|building|site|which|that|it|i|we|you|they|he|she|there|here|what|who|when|where|not|never|also|just|still|only|already|then|now)\b/;
const WORD = "[a-z][a-z'&-]*(?:\\d[a-z\\d-]*)?";
const NAME = `((?:${WORD} ){0,3}?${WORD})`;
const FRAMES: { pattern: RegExp; score: number }[] = [
  {
    pattern: new RegExp(
      `\\b(?:the|your|my|our|this|these|those) ${NAME} (?:that )?(?:(?:i|we|you|he|she|they) (?:have |had |recently |just |all )?(?:ordered|bought|purchased|received|supplied|delivered|sent|got|fitted|installed|sold|shipped|provided)|(?:ordered|bought|purchased|supplied|delivered|shipped|installed|fitted) )`,
      'g',
    ),
    score: 0.56,
  },
  {
    pattern: new RegExp(
      `\\b(?:the|your|my|our|this|these|those) (?:\\d[\\w.x"'-]* )?${NAME} (?:has|had|have|was|were|is|are|keeps?|broke|snapped|leaks?|leaked|stopped|arrived|came|won't|doesn't|don't|started|failed|cracked|burnt|burst|split|stinks|smells|blew|fell|melted|exploded|peels?|rattles?|shrank|faded|caught) `,
      'g',
    ),
    score: 0.45,
  },
  {
    pattern: new RegExp(
      `\\b(?:\\d[\\d,.]*|a|one|two|three|four|five|six|ten|twelve) (?:reels?|rolls?|boxes|box|cases?|bags?|packs?|pallets?|drums?|cartons?|sets?|pairs?|bottles?|tins?|sheets?|lengths?|metres?|tonnes?|kg|t|m|loads?|yards|litres?|units|pieces|pcs|jars|tubs|crates|sacks|bales|coils) of (?:your |the )?${NAME}(?= (?:from|were|was|are|is|on|in|at|to|and|that|which|arrived|under|with|for|has|have|had|came|all|this|last|order)\\b|[,.;:(\\n]|$)`,
      'g',
    ),
    score: 0.52,
  },
  {
    pattern: new RegExp(
      `\\b\\d[\\d,]* (?!(?:days?|weeks?|months?|years?|hours?|minutes?|times|people|photos|pages|percent|copies|emails|calls|rows|lots|working|business|or|and|of|for|at|in|to|on|am|pm)\\b)[a-z]{2,9}s of (?:your |the )?${NAME}(?= (?:from|were|was|are|is|on|in|at|to|and|that|which|arrived|under|with|for|has|have|had|came|you|we|all|this|last|order)\\b|[,.;:(\\n]|$)`,
      'g',
    ),
    score: 0.5,
  },
  {
    pattern: new RegExp(
      `\\b(?:delivery|deliveries|shipment|consignment|supply|load|batch|order)(?: (?:this|yesterday|last|on) ?[a-z]*)? of (?:the |your |our |\\d[\\d,.]* (?:[a-z]+ (?:of )?)?)?${NAME}(?= (?:from|were|was|are|is|on|in|at|to|and|that|which|arrived|under|with|for|has|have|had|came|you|we|all|this|last|order|received|delivered)\\b|[,.;:(\\n]|$)`,
      'g',
    ),
    score: 0.52,
  },
  {
    pattern: new RegExp(
      `\\b\\d[\\d,.]* (?:cartons|cases|boxes|bags|rolls|pallets|drums|sets|pairs|tonnes|mt|kgs?|pcs|units|sacks|bales|reels|kegs|crates) (?!of )${NAME}(?=,|\\.|;|\\(|\\n|$| (?:from|were|was|are|is|on|in|at|that|which|arrived|under|with|has|have|had|came)\\b)`,
      'g',
    ),
    score: 0.46,
  },
  {
    pattern: new RegExp(
      `\\b(?:subscribed to|signed up for|ordered|bought|purchased|complaint about|complaint on|complaint regarding|problem with|problems with|issue with|faulty|defective) (?:a|an|the|your|my|our|some|one|two|this) ${NAME}(?= (?:from|were|was|are|is|on|in|at|to|and|that|which|with|for|has|have|had|but|last|it|its|i|we)\\b|[,.;:(\\n]|$)`,
      'g',
    ),
    score: 0.54,
  },
];

/** Goods in English that no list knows, by the words around them: `the garden parasol I ordered`, `20 reels of shrink wrap`. */
export function openGoodsInEnglish(passage: Passage): ProductMention[] {
  const text = passage.folded.slice(0, 6_000).replace(/\n(?=[a-z])/g, ' ');
  return FRAMES.flatMap(({ pattern, score }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const name = match[1] ?? '';
      if (
        name.length < 3 ||
        NO_GOODS.test(name) ||
        /(?:ed|ing|ly)$/.test(name) ||
        /\b(?:the|a|an|of|was|were|is|are|had|has|have|to|in|on|at|for|with|and|or|but|so|my|your|our)\b/.test(name)
      )
        return [];
      const start = match.index + match[0].indexOf(name, match[0].indexOf(' '));
      return [
        { passage, start, end: start + name.length, head: name, score: score + 0.08 * Math.max(0, 1 - start / 600) },
      ];
    }),
  );
}
