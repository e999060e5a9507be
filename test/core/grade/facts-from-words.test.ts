import { describe, expect, it } from 'vitest';
import { assessComplaint } from '../../../core/grade/assess-complaint.ts';
import { findPack } from '../../../core/policy/packs.ts';

const gradeOf = (packId: string, description: string) => {
  const pack = findPack(packId);
  return pack && assessComplaint({ description }, pack).grade.id;
};
const lanesOf = (packId: string, description: string) => {
  const pack = findPack(packId);
  return pack && assessComplaint({ description }, pack).lanes.map(({ id }) => id);
};

describe('a negation that belongs to an idiom denies nothing', () => {
  it.each([
    ['fly-ash', '没想到导致我们生产线停工两天', 'major'],
    ['food', '刚买的豆腐没想到发霉了', 'a'],
    ['food', '吃了你们豆腐没想到住院了', 'a'],
    ['ev-sales', '没想到起火了', 'urgent'],
    ['general', '没想到受伤了', 'major'],
    ['general', '沒料到充電時會起火', 'major'],
    ['general', '不知为何起火了', 'major'],
    ['general', '用了不到三天就起火', 'major'],
    ['general', '不小心被烫伤', 'major'],
    ['general', '没办法，停产了', 'major'],
    ['general', '不得不停产', 'major'],
    ['general', '不止停工，还赔了违约金', 'major'],
    ['general', '货没到停工了', 'major'],
    ['general', '那我们岂不是要停工', 'major'],
    ['general', '还不是停产了', 'major'],
    ['general', '没人到现场停工了', 'major'],
    ['fly-ash', '不是没有停工，是停了整整一天', 'major'],
    ['fly-ash', '并非没造成停工', 'major'],
    ['general', 'Not only injured but also robbed of two days', 'major'],
  ])('%s: %s: %s', (pack, description, grade) => {
    expect(gradeOf(pack, description)).toBe(grade);
  });

  it.each([
    ['general', '没有停工'],
    ['general', '没有工人受伤'],
    ['general', '没有一个人受伤'],
    ['general', '并没有出现人员伤亡'],
    ['general', '还没到停工的地步'],
    ['general', '没让任何人受伤'],
    ['fly-ash', '工地也没出质量事故'],
    ['general', 'No one was injured'],
  ])('but a plain one does: %s: %s', (pack, description) => {
    expect(gradeOf(pack, description)).toBe('general');
  });
});

describe('a supposition reaches over its clause and what follows from it', () => {
  it.each([
    ['general', '请问是否有人处理，我家孩子被热水壶烫伤住院了', 'major'],
    ['food', '是否可以退款，昨晚全家吃了你们豆腐都拉肚子住院了', 'a'],
    ['ev-sales', '如果能退车最好，昨天充电时起火，烧伤了孩子', 'urgent'],
    ['fly-ash', '是否会影响生产我们还不清楚，但现在生产线已经停工', 'major'],
    ['general', 'Tell me whether you will refund; my child was injured', 'major'],
    ['general', 'If you refund me that would be nice, but my son was injured', 'major'],
    ['general', 'If possible please call me back, my wife was injured by the kettle', 'major'],
    ['general', '如果可以的话请换货，孩子的手被烫伤', 'major'],
    ['general', '如果不退款我就投诉，孩子还在住院', 'major'],
    ['general', '会不会再起火我不知道，上次烧伤了一个人', 'major'],
    ['general', '要是还能修就修，不过已经有人受伤', 'major'],
  ])('and no further: %s: %s: %s', (pack, description, grade) => {
    expect(gradeOf(pack, description)).toBe(grade);
  });

  it('so that what happened opens the lane of safety', () => {
    expect(lanesOf('emergency-plan', '如果方便请回电，热水器漏电把我妈电伤了')).toEqual(['safety']);
  });

  it.each([
    ['general', '如果今天不到货，我们明天就停工'],
    ['general', '万一起火，后果不堪设想'],
    ['general', '要是再漏电，会有人受伤'],
    ['general', '能否告诉我是否会停工'],
    ['general', 'If it catches fire again, somebody will be injured'],
    ['general', 'If the parts do not arrive, the line will be down'],
    ['fly-ash', '要不是备用罐有灰，生产线早停工了'],
    ['general', '要不是拉得快，孩子就烫伤了'],
  ])('what is only supposed stays so: %s: %s', (pack, description) => {
    expect(gradeOf(pack, description)).toBe('general');
  });

  it.each([
    ['要是你们早点送到，就不会停工了'],
    ['要不是你们拖了三天，我们也不会停工'],
    ['如果你们早来修，孩子就不会烫伤'],
  ])('what is denied contrary to fact did happen: %s', (description) => {
    expect(gradeOf('general', description)).toBe('major');
  });
});

describe('a negation inside the gap of an A…B word denies it', () => {
  it.each([
    ['ev-sales', '刹车没有失灵'],
    ['ev-sales', '电池没鼓'],
    ['ev-sales', '充电口不烫'],
    ['ev-sales', '转向没失灵'],
    ['ev-sales', '大架并没有断'],
    ['fly-ash', '结构没有开裂'],
    ['fly-ash', '强度不足但无需返工'],
  ])('%s: %s', (pack, description) => {
    expect(gradeOf(pack, description)).toBe('general');
  });

  it('in food: a tooth that did not break is no harm', () => {
    expect(gradeOf('food', '吃的时候硌了一下，牙没断')).toBe('c');
  });

  it.each([
    ['刹车不知为何失灵'],
    ['刹车没修好又失灵'],
    ['刹车没有失灵，但是转向失灵'],
    ['大架用了不到一个月就断了'],
    ['车把和刹车失灵了没断'],
    ['电池没用多久就鼓包'],
    ['充电的时候很烫'],
  ])('one about something else does not: %s', (description) => {
    expect(gradeOf('ev-sales', description)).toBe('urgent');
  });

  it.each([['迟迟不来修'], ['一直没来修'], ['报修三天没人来']])(
    'one the word looks for is found: %s',
    (description) => {
      const pack = findPack('farm-machinery');
      expect(pack && assessComplaint({ description }, pack).axes).toMatchObject([{ axis: 'cause', id: 'lateRepair' }]);
    },
  );
});

describe('what happened to others', () => {
  it.each([
    ['fly-ash', '司机说别的搅拌站因为缺灰都停产了，我们正常生产'],
    ['general', '隔壁厂因为别家的产品有人受伤'],
    ['general', '同行都停产了'],
    ['general', '另一家公司的车起火，我们的没有'],
    ['general', 'Another factory had an injury, we are fine'],
  ])('is no harm of ours: %s: %s', (pack, description) => {
    expect(gradeOf(pack, description)).toBe('general');
  });

  it.each([
    ['别的搅拌站没事，我们停产了'],
    ['因为你们的料隔壁厂也停产了'],
    ['我家孩子在隔壁店里被烫伤'],
    ['比别家的更容易起火'],
    ['用别家的没事，用你们的有人受伤'],
    ['别家没问题这批起火了'],
    ['其他客户也有人受伤'],
    ['Unlike other brands, this one caught fire'],
  ])('where we or the goods come in, it counts: %s', (description) => {
    expect(gradeOf('general', description)).toBe('major');
  });
});
