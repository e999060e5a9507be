import type { Field } from '../../../core/complaint/field.ts';
import type { Phrase } from './phrases.ts';

/** More sentences of our own, sorted by what they try. All letters are of 10 June 2026. */
export const MORE_PHRASES: Partial<Record<Field, Phrase[]>> = {
  demand: [
    // The comma of a sum parts no clauses.
    ['zh', '押金一直不退。请把 2,380 元退给我，并且书面确认已经销户。', ['把 2,380 元退给我，并且书面确认已经销户']],
    // What the wish is about stands before the word of asking.
    ['zh', '少的十二箱请下车货补上，不然从货款里扣。', ['少的十二箱请下车货补上']],
    ['tw', '短缺的 40 包麻煩本週補齊。', ['短缺的 40 包麻煩本週補齊']],
    // A remedy named behind its thing, without a word of asking.
    ['zh', '染坏的羊绒衫你们照价赔。', ['染坏的羊绒衫你们照价赔']],
    ['zh', '水都有味儿，剩下的三桶你们拉走，钱退我。', ['剩下的三桶你们拉走，钱退我']],
    ['zh', '我们的意见：死掉的苗全部换新，工钱对半承担。', ['死掉的苗全部换新，工钱对半承担']],
    ['zh', '插花课我不上了，按次退，中介费也得退一部分吧。', ['按次退，中介费也得退一部分吧']],
    ['zh', '客服说不能退款，店长说可以换货。', []],
    // Blanks part the clauses of a line without signs.
    ['zh', '报的48节琴课上了9节 老师换了三个 现在又要停一个月 麻烦把余款退一下 当时一共交了9600', ['把余款退一下']],
    // Joined by words that go on asking.
    ['zh', '希望给个说法，医药费报销一下。', ['给个说法，医药费报销一下']],
    ['zh', '请在月底前上门换触摸框，延长质保一年。', ['在月底前上门换触摸框，延长质保一年']],
    ['zh', '我想退货退款，请问怎么办理？', ['退货退款']],
    // A list that only semicolons part, and what is no part of it.
    ['zh', '诉求：减免半月租金；更换备用车；书面说明', ['减免半月租金', '更换备用车', '书面说明']],
    ['zh', '诉求：退还学费5980元。7天内不退，我找消协。', ['退还学费5980元']],
    ['zh', '诉求：赔偿开锁费380元。发票和照片见附件。', ['赔偿开锁费380元']],
    [
      'en',
      'The site was down all day. We expect: a written report by Tuesday; a refund of the transfer fees; and credit under clause 8.',
      ['a written report by Tuesday', 'a refund of the transfer fees', 'credit under clause 8'],
    ],
    // Questions and other ways of asking in English.
    [
      'en',
      'It came broken. Would you be able to send another one before the 30th?',
      ['send another one before the 30th'],
    ],
    ['en', 'No wifi at all. Can I have my 8 quid back please?', ['my 8 quid back please']],
    ['en', 'We are asking for a 40% refund of the booking.', ['a 40% refund of the booking']],
    [
      'en',
      'What I need is a written account of what went wrong. When can I expect that?',
      ['a written account of what went wrong'],
    ],
    ['en', 'The waitress was lovely, please tell her so. I want the bill corrected.', ['the bill corrected']],
  ],
};
