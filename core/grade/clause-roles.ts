/**
 * What a clause of a complaint is there for, told by its words. What happened counts in full; what was good, what is asked for and
 * what is threatened speaks less for the subject. Shares measured on letters kept apart.
 */
export const CLAUSE_ROLES: readonly { share: number; says: RegExp }[] = [
  {
    share: 0.3, // what was good
    says: /谢谢|感谢|很好|不错|满意|肯定|很快|很细心|很热情|还可以|没的说|没得说|\b(?:thank|thanks|appreciate|happy with|pleased|great|lovely|excellent|was fine|no complaints about)\b/,
  },
  {
    share: 0.4, // what will follow, or would
    says: /^(?:再|否则|如果|要不然|不然|若|要是|不给|不退|晚了)|消协|消保|12345|12315|曝光|差评|律师|起诉|投诉到|举报|\b(?:or else|otherwise|if (?:i|we|you|not|they)|trading standards|ombudsman|solicitor|small claims|review)\b/,
  },
  {
    share: 0.7, // what is asked for
    says: /请(?!款|教|客|假)|希望|要求|麻烦|务必|诉求|\b(?:please|i want|we want|i'd like|would like|i expect|we expect|kindly|i need|we need|can you|could you)\b/,
  },
];
