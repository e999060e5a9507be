import { describe, expect, it } from 'vitest';
import { assessComplaint } from '../../../core/grade/assess-complaint.ts';
import { findPack, PACKS } from '../../../core/policy/packs.ts';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';

const lanesOf = (packId: string, description: string) => {
  const pack = findPack(packId);
  return pack && assessComplaint({ description }, pack).lanes.map(({ id }) => id);
};

describe('a threat that is made with an if opens its lane', () => {
  it.each([
    ['general', '三天内不解决我就投诉到12315', ['regulator']],
    ['general', '如果三天内不解决，我就打12345', ['regulator']],
    ['general', '要是你们不管，我只好找消委会', ['consumerAssociation']],
    ['general', '倘若再拖，我們就找記者', ['media']],
    ['general', '万一谈不拢就走法律途径', ['legal']],
    ['general', 'If I hear nothing by Friday I will contact my lawyer', ['legal']],
    ['general', 'Unless you refund me I go to the ombudsman', ['regulator']],
    ['general', '如果不退款，我就找律师、上小红书', ['media', 'legal']],
    ['food', '如果今天没人来，我就找市场监管局', ['authority']],
    ['food', '假如不赔，我向消保官投诉', ['publicComplaint']],
    ['food', '他说要是不给封口费就闹大', ['extortion']],
    ['power-supply', '要是今晚还没电，我们就给电视台打电话', ['media']],
    ['farm-machinery', '如果农忙前修不好，我就起诉', ['legal']],
    ['farm-machinery', '如果农忙前修不好，我就发抖音', ['media']],
  ])('%s: %s', (pack, description, lanes) => {
    expect(lanesOf(pack, description)).toEqual(lanes);
  });
});

describe('a step that nobody took, or that is no step, opens none', () => {
  it.each([
    ['general', '我们没有找记者，只想修好'],
    ['general', '至今没有找过媒体'],
    ['general', '没有去法院起诉，先和你们谈'],
    ['general', '我不想打12315，给个说法就行'],
    ['general', '我方并未请律师'],
    ['general', 'I have not gone to the ombudsman'],
    ['food', '没有向消协投诉'],
    ['food', '我們沒有找衛生局'],
    ['power-supply', '没有找记者，也没有曝光'],
    ['farm-machinery', '我们没有起诉，也没有找媒体'],
  ])('%s: %s', (pack, description) => {
    expect(lanesOf(pack, description)).toEqual([]);
  });

  it.each([
    ['我们不得不找记者', ['media']],
    ['不得不走法律途径', ['legal']],
    ['没人管，只好打12345', ['regulator']],
    ['你们再不联系我，我就起诉', ['legal']],
  ])('but no other negation hides one: %s', (description, lanes) => {
    expect(lanesOf('general', description)).toEqual(lanes);
  });
});

describe('a threat is no harm', () => {
  const general = findPack('general');
  const assess = (description: string) => general && assessComplaint({ description }, general);

  it.each([
    ['如果生产线停工，我们就起诉', ['legal'], 'general'],
    ['要是有人受伤，我就找记者', ['media'], 'general'],
    ['生产线停工了，如果今天不到货，我们就起诉', ['lineStop', 'legal'], 'major'],
    ['有人受伤，如果不赔，我就找记者', ['safety', 'media'], 'major'],
  ])('what is supposed raises no grade, what happened does: %s', (description, lanes, grade) => {
    const found = assess(description);
    expect(found?.lanes.map(({ id }) => id)).toEqual(lanes);
    expect(found?.grade.id).toBe(grade);
  });

  it('quotes the threat, not its condition', () => {
    const [legal] = assess('如果三天内不解决，我就起诉')?.lanes ?? [];
    expect(legal?.words).toEqual([{ field: 'description', start: 11, end: 13, quote: '起诉' }]);
  });

  it('may stand in what the customer demands', () => {
    const found = general && assessComplaint({ description: '屏幕闪', demand: '如果不退款就找媒体' }, general);
    expect(found?.lanes).toMatchObject([{ id: 'media', words: [{ field: 'demand', quote: '媒体' }] }]);
  });
});

describe('over all packs', () => {
  const wordsOfLanes = (isThreat: boolean) =>
    PACKS.flatMap((pack) =>
      pack.lanes
        .filter(({ when }) => (when.evenIfSupposed ?? false) === isThreat)
        .flatMap(({ id, when }) => (when.anyWord ?? []).map((word) => ({ pack, id, word: word.replace('…', '') }))),
    );
  const isOpen = (pack: PolicyPack, id: string, description: string) =>
    assessComplaint({ description }, pack).lanes.some((lane) => lane.id === id);

  it('every word of a lane for threats opens it, said plainly or with an if', () => {
    for (const before of ['', '如果不解决，', '要是再拖，', '一旦谈崩，', 'if nothing happens, ']) {
      const unheard = wordsOfLanes(true).filter(({ pack, id, word }) => !isOpen(pack, id, before + word));
      expect(unheard.map(({ pack, word }) => `${pack.id}: ${before}${word}`)).toEqual([]);
    }
  });

  it('any other lane opens for what happened and stays shut to a supposition', () => {
    const unheard = wordsOfLanes(false).filter(({ pack, id, word }) => !isOpen(pack, id, word));
    const believed = wordsOfLanes(false).filter(({ pack, id, word }) => isOpen(pack, id, `如果${word}`));
    expect([...unheard, ...believed].map(({ pack, word }) => `${pack.id}: ${word}`)).toEqual([]);
  });

  it('every lane of media, courts, regulators and consumer associations is one for threats', () => {
    const outside = /^(?:media|legal|regulator|consumerAssociation|authority|publicComplaint|extortion)$/;
    const lanes = PACKS.flatMap((pack) => pack.lanes.filter(({ id }) => outside.test(id)));
    expect(lanes.length).toBeGreaterThan(9);
    expect(lanes.filter(({ when }) => when.evenIfSupposed !== true).map(({ id }) => id)).toEqual([]);
  });
});
