import { rule, type HeaderRule } from './header-rule.ts';

/**
 * English labels in everyday words: questions (Who took it, What we did), halves of sentences (Came in via, Guest would
 * like) and one-word labels that a trade uses. Asked when the rules of `header-synonyms.ts` know nothing.
 */
export const HEADER_QUESTIONS: HeaderRule[] = [
  rule(0.8, 'how come(?: .*)?', 'cause'),
  // ---- who ------------------------------------------------------------------------------------------------------
  rule(
    0.85,
    'who (?:{it} )?(?:took|logged|received|answered|entered|recorded|wrote|picked up|booked in|spoke to).*|(?:{intake}|intake|taken|input|keyed|inputted|booked in|keyed in|written up|call taken|captured) by|(?:call |intake |complaint )(?:taker|handler)|(?:call )?taker|operator|received at desk',
    'receivedBy',
  ),
  rule(
    0.7,
    'agent|clerk|receptionist|staff(?: member| name| initials)?|initials|rep',
    'receivedBy',
    'responsiblePerson',
  ),
  rule(0.75, 'raised by|reported by|made by|complained by|brought by', 'customerName', 'contactName'),
  rule(
    0.85,
    'who (?:is |s |was )?(?:on it|on the case|has it|dealing|dealt|handling|handled|handles|owns|responsible|looking|looks|sorting|fixing|in charge|following).*|(?:being )?(?:dealt with|handled|looked after|followed up|chased|fixed|sorted|actioned|investigated|managed|owned|led) by|(?:action|issue|job|case|task|complaint|file) (?:owner|lead|manager)|lead|in charge|looking after|(?:allocated|handed|given|passed|forwarded|referred|escalated) to|p ?i ?c',
    'responsiblePerson',
    'responsibleDept',
  ),
  rule(0.7, 'owner', 'responsiblePerson', 'customerName'),
  rule(0.6, 'with|now with|sits with', 'responsiblePerson', 'responsibleDept'),
  rule(0.8, 'who (?:complained|called|rang|wrote|is complaining|from|it s from)|who', 'customerName', 'contactName'),
  rule(
    0.85,
    'which (?:team|dept|department|unit|desk)|(?:{dept}|whose fault)|(?:resp|responsible|handling|owning|business) (?:{dept})|(?:{dept}) (?:responsible|in charge|handling|to act|involved|concerned|at fault)',
    'responsibleDept',
  ),
  // ---- when -----------------------------------------------------------------------------------------------------
  rule(
    0.85,
    'when (?:did )?(?:{it} )?(?:happen(?:ed|s)?|occur(?:red)?|was seen|took place)|(?:visit|travel|stay|service|event|incident|trip|appointment|treatment|arrival|check in) (?:date|day)|date (?:of )?(?:visit|travel|stay|trip|appointment|treatment|arrival)|day it happened',
    'occurredAt',
    'purchaseDate',
  ),
  rule(
    0.85,
    'when (?:did )?(?:{it} |they |was it )?(?:bought|buy|purchased|delivered|fitted|installed)|bought|purchased|sold|fitted|installed|delivered',
    'purchaseDate',
  ),
  rule(
    0.85,
    '(?:when|date|day) (?:it |we |was it |it was |did we |did it |got )?(?:{shut}).*|(?:{shut}) (?:off )?(?:{when}|date)|all done|finish|end date|completion',
    'closedAt',
  ),
  rule(
    0.85,
    '(?:when|date|day) (?:we |did we |was |first |they were )*(?:{answer}).*|(?:{answer}) (?:{when}|date)|(?:first|1st|initial) (?:visit|repl(?:y|ied)|answer(?:ed)?|call(?:ed)?|touch|attendance|action|contacted|contact).*|ack(?: sent| date)?|(?:holding|acknowledgement) (?:letter|reply|email).*',
    'firstResponseAt',
    'closedAt',
  ),
  rule(
    0.85,
    '(?:get back|answer|reply|respond|finish|fix|sort|close|act|done|complete|resolve|promised|needed|wanted|required|to do|settle|back|follow up|solve) by(?: date| when)?|when (?:is it |it is |it s )?due|due|(?:\\d+ )(?:day|week|hour|wk|hr)s? (?:date|limit|target|deadline|due)|(?:sla|kpi|target|limit|promise|promised|response|reply|answer|review|final response) (?:date|day|by|deadline|due|target)',
    'dueAt',
  ),
  rule(
    0.8,
    '(?:when|date|day|time) (?:{it} |we |did {it} |did we |was it |it was )*(?:came|come|receiv\\w*|report\\w*|complain\\w*|told|called|rang|contact\\w*|raised|logged|heard|got|in|taken|rec d|recd|rcvd|rcd)(?: .*)?|(?:rec d|recd|rcvd|rcd|rec|date rec d|dt)(?: (?:date|on|dt))?|in|came in|came in on|date came in|(?:raised|taken|contact|complained) (?:{when}|date)',
    'receivedAt',
  ),
  rule(0.8, '(?:rec d|recd|rcvd|rcd|rec) time|time (?:in|rec d|recd|taken|of day)', 'receivedAt'),
  // ---- how, where -----------------------------------------------------------------------------------------------
  rule(
    0.85,
    'how (?:did )?(?:{it} |was it |it was )*(?:came|come|reach\\w*|arriv\\w*|receiv\\w*|got here|got|told|tell|heard?|contact\\w*|complain\\w*|made|reported|raised|got in touch).*|(?:{it} )?(?:came|come|comes|arrived|got|taken|heard|brought|made|received|reported|raised|sent)(?: in| to us)? (?:via|through|by|thru|from|phone|email).*|where (?:{it} )?(?:came|come|did {it} come) (?:in )?from|via|by phone.*|(?:{how}) (?:of (?:contact|complaint)|used)',
    'channel',
  ),
  rule(
    0.8,
    'where (?:are we|(?:it |is it )?(?:at|stands?|it is)|we are|is it)(?: now| at)?|(?:sorted|done|fixed|settled|finished|closed|resolved|open|over|complete) ?(?:or not|yet)?|still open|open or closed|done yet|state of play|where at',
    'status',
    'closedAt',
  ),
  rule(0.8, 'where (?:did they |was it )?(?:buy|bought|purchased)|bought (?:at|from|in)|sold by', 'purchasePlace'),
  rule(0.75, '(?:which )?(?:{place})(?: (?:name|visited|concerned|involved|site))?|where', 'purchasePlace', 'region'),
  rule(0.75, '(?:flat|apartment|apt|house|unit|room|plot|door)(?: (?:no|number))?', 'contactAddress', 'region'),
  rule(0.7, 'block|building|floor|tower|wing|estate|street', 'region', 'contactAddress'),
  // ---- what -----------------------------------------------------------------------------------------------------
  rule(
    0.85,
    '(?:{who} )?(?:would like|wants?(?: us to)?|wanted|asks?(?: for)?|asked(?: us)? for|asking for|hopes? for|hoping for|looking for|seeks?|sought|after|demands?|claims?|wishes|would accept)(?: .{0,20})?|what .{0,24}(?:seeking|hoping for|looking for|expecting|wanting)(?: .*)?|what (?:would )?(?:{who} |do they |does {who} |did they )?(?:would like|wants?|like|ask|asked(?: for)?|asking for|expects?|expect|needs?|hope[sd]? for|is after|seeks?).*|(?:wish|wishes|ask|remedy wanted|want|wants)|how (?:{who} |they )?want.*',
    'demand',
  ),
  rule(
    0.85,
    'what (?:action )?(?:did )?(?:we |you |was |have we |is being |has been |s been )(?:do|did|done|offered?|agreed|decided|gave|given|fixed).*|how (?:we |was it |it was |did we )?(?:{shut}|fix|sort|solve|settle|dealt|put right|put it right|handle|handled).*|(?:put right|made good|made right|fixed how|what next|our reply|our answer|offer made|offered|agreed)|(?:final )?(?:decision|verdict|ruling)(?: reached| made)?|action',
    'solution',
  ),
  rule(
    0.8,
    'what (?:we |was |did we )(?:found|find|learned).*|(?:what|who|why).{0,12}(?:cause|caused|behind it|to blame)(?: .*)?|why(?: .*)?|how come|(?:reason|cause|fault|findings?) (?:found|identified|established|given)|(?:reason|cause)(?: why)?|reasons? (?:upheld|rejected|for decision).*|looked into',
    'cause',
  ),
  rule(
    0.8,
    'what (?:was |is )?(?:it )?about|about what|kind|what kind|what sort|sort|to do with|regarding|re',
    'category',
    'description',
  ),
  rule(0.7, 'about|concerning', 'category', 'description'),
  rule(
    0.8,
    '(?:complaint|problem|issue|concern|defect|fault|claim|ccr|query|trouble|reject) (?:code|group|heading|family|bucket|area|head|topic)|(?:code|bucket|heading|topic)',
    'category',
  ),
  rule(
    0.85,
    'what (?:the |did )?(?:{who} |they )?(?:said|says|say|told us|complained(?: of| about)?|reported|wrote|is the (?:problem|matter|issue)|s (?:wrong|the problem|up)|is wrong|was wrong|happened|went wrong)(?: .*)?|what(?: s)? wrong|(?:{c} )?in (?:brief|short|a nutshell|(?:their|own|{who}) (?:own )?words)|(?:complaint|problem|issue|concern|story|trouble|gist|matter|fault)s?|(?:brief|short|full|main) (?:complaint|problem|issue|story|account|concern|facts)|facts|account',
    'description',
  ),
  rule(
    0.85,
    '(?:happy|pleased|satisfied|content)(?: (?:now|with .*|customer|after))?|how (?:happy|satisfied).*|(?:survey|happiness|smiley)(?: (?:score|result))?',
    'satisfaction',
  ),
  rule(
    0.85,
    '(?:sev|prio|pri|urg|risk|harm|seriousness|how (?:bad|urgent|serious))(?: (?:score|level|rating|code))?',
    'severity',
  ),
  rule(
    0.85,
    '(?:lessons?(?: learn(?:ed|t))?|prevent\\w*|what (?:we )?(?:will )?chang\\w*|so it does not happen again|improvements?(?: made)?|changes? made|learning(?: points?)?).*',
    'correctiveAction',
  ),
  rule(0.85, '.*(?:signed off|sign off|approved|countersigned|authori[sz]ed)(?: by)?', 'approval'),
  // ---- numbers, goods, money ------------------------------------------------------------------------------------
  rule(
    0.8,
    '(?:our |the )?(?:case|complaint|claim|ticket|incident|issue|log|file|record|entry|docket)',
    'complaintId',
    'description',
  ),
  rule(0.75, '\\w{2,10} (?:ref|reference)(?: (?:no|number))?', 'complaintId', 'orderNo'),
  rule(
    0.8,
    '(?:sales|purchase|work|service|customer|their|repair|job) (?:order|po|ticket|sheet)|(?:check|cheque|bill|table|reservation|room|docket|membership|admission|hospital|nhs|account|contract|policy|booking) (?:no|number|ref)',
    'orderNo',
  ),
  rule(
    0.8,
    '(?:best |daytime |evening |day |other |alt |alternative )*(?:number|no|phone|telephone|tel|contact)(?: to (?:call|ring|reach)| on| details| info)?(?: .{0,16})?',
    'contactPhone',
    'contactName',
  ),
  rule(
    0.75,
    '(?:unit|door|window|dish|meal|menu|plan|tariff|package|cover|room|lodge|treatment|procedure|policy|course|class|route|line|flight|brand|range|sku)(?: (?:type|kind|name|item|style))?',
    'productName',
    'productModel',
  ),
  rule(0.75, 'units|how many|pcs|pieces|count|amount of units', 'quantity'),
  rule(
    0.8,
    '(?:refund|credit|redress|voucher|compensation|goodwill|money back|payment|paid out|payout|cost)s?(?: (?:refund|credit|voucher|paid|given|gbp|usd|eur|value|amount|out|back|issued))*',
    'compensation',
  ),
];
