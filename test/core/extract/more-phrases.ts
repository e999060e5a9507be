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
  quantity: [
    // Things that no list of measures knew, dictated without signs, and half a vessel.
    ['zh', '我报了30节舞蹈课 老师换了四个 现在又要停课', ['30节']],
    ['zh', '定的五樘木门有两樘关不上', ['两樘']],
    ['zh', '标签到货短了半卷多', ['半卷多']],
    ['zh', '配了一对助听器，戴上就啸叫', ['一对']],
    // What went wrong counts before the lot; a pack's size, a height and a pressure are no quantities.
    ['zh', '买了十卷线材，其中两卷一扯就断', ['两卷']],
    ['zh', '抽检50套有17套振动超标', ['17套']],
    ['zh', '6/22进的果糖（25kg桶装，共8桶）开桶就结晶', ['8桶']],
    ['zh', '无人机飞到高度42米突然坠机', []],
    ['zh', '管道是带压的，给我装了10公斤的阀', []],
    // A half-width stop ends a Chinese sentence, so the count behind it is no part of a number.
    ['zh', '苗都烂在土里.40袋种子全是你家的', ['40袋']],
    ['zh', '菜籽油一股哈喇味，5升的，两桶，上礼拜开的', ['两桶']],
    ['tw', '請立即回收剩餘35包飼料', ['35包']],
    // Bare counts, parts of a lot and open nouns in English.
    ['en', 'The ticket says 5,000 and we make it 4,380, so 620 short.', ['620']],
    ['en', 'One of the four legs was missing.', ['One of the four legs']],
    ['en', 'Heats 6H2207 and 6H2211 are bad, 42 spools in all (15 kg each).', ['42 spools']],
    ['en', 'Qty received / suspect: 10,000 / 10,000', ['10,000 / 10,000']],
    ['en', 'The bill says (NOK 3,900) and it is wrong.', []],
  ],
  occurredAt: [
    ['zh', '4月份交的钱，教练一直没安排课。', []],
    ['zh', '3号充电桩一直离线，报修四次没人管。', []],
    ['zh', '上周三到货的水带接口渗水，工地周五要验收。', ['2026-06-03']],
    ['tw', '我 114年12月就書面退會，還是被扣款。', ['2025-12-01']],
  ],
  contactPhone: [
    ['zh', '货少了，请补。手机138****2234，别打给我妈13900001111', ['138****2234']],
    ['zh', '到货少了两箱，请补发。我的电话 0512-6622 8190*331', ['0512-6622 8190*331']],
    ['en', 'The lamp is broken. Call me on 0117 496 0823 x 41', ['0117 496 0823 x 41']],
  ],
  productName: [
    // The seller whom the letter calls is not what was bought.
    ['zh', '大顺搬家：\n昨天从滨江搬到萧山，多收了我770元，请退还。', []],
    // Goods behind the place or the paper that they came by.
    ['zh', '你们的叶黄素胶囊这次打开黏成一团', ['叶黄素胶囊']],
    ['zh', '我处去年采购的贵司户外全彩显示屏，有六块黑了', ['户外全彩显示屏']],
    ['zh', '我买了30节私教，教练换了四个', ['私教']],
    // What stands in brackets is a detail.
    ['zh', '食用贵司配送的营养餐（菜品：土豆烧鸡）后腹泻', ['营养餐']],
    ['en', 'Your 3m pop-up gazebo came with a leg missing.', ['pop-up gazebo']],
  ],
};
